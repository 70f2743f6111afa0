"""A small library written by hand: records on kneecap pain, their texts, notices and words."""

from dataclasses import replace
from datetime import date
from typing import Any

from quoth.model import (
    Action,
    Annotation,
    AnnotationKind,
    Concept,
    ConceptKind,
    Design,
    Doubt,
    DoubtKind,
    Extent,
    Facet,
    Fidelity,
    Form,
    Ids,
    Mark,
    MarkKind,
    Notice,
    NoticeKind,
    PartialDate,
    Record,
    RecordId,
    Rendition,
    Section,
    SectionRole,
    Topic,
    Words,
    make_rendition,
)

GUIDE = RecordId("pack-knee-guide-2021")
OLD_REVIEW = RecordId("pack-knee-review-2015")
TRIAL = RecordId("pmid-111")
RETRACTED = RecordId("pmid-222")
INDIRECT = RecordId("pmid-333")
HIP_TRIAL = RecordId("pmid-444")
NOTE = RecordId("pack-knee-differences")
VERBATIM_GUIDE = RecordId("pmid-555")
PROTOCOL = RecordId("pmid-666")
CITED_ONLY = RecordId("pmid-777")
NARROW_TRIAL = RecordId("pmid-888")
EMPTY_TRIAL = RecordId("pmid-1010")
RESERVED = RecordId("pmid-1111")

CONDITION = "kneecap pain"
LISTED_ON = date(2026, 8, 15)
SUMMARY_MARK = Mark(MarkKind.SUMMARY, "Summary of the source, by pack knee 1.0.")
OLDER_MARK = Mark(MarkKind.OLDER_THAN_GUIDELINE, "2019, before the guidance of 2021")
GUIDE_DOUBT = Doubt(DoubtKind.SECONDARY, "Read through a digest.")
ADVICE_DOUBT = Doubt(DoubtKind.NOTE, "The grade letter was not visible.")

TRIAL_TEXT = (
    "OBJECTIVE: To compare exercise with rest in kneecap pain.\n"
    "METHODS: We randomised 1,204 adults to exercise or rest.\n"
    "RESULTS: Pain fell more with exercise (mean difference -1.5 points, 95% CI -2.0 to -1.0). "
    "Function improved in both groups (P = .04). However, no difference remained at 12 months. "
    "Swelling was rare with exercise. Stiffness fell by half. This benefit was not seen in children.\n"
    "CONCLUSIONS: Exercise reduces kneecap pain in the short term."
)
EMPTY_TEXT = (
    "RESULTS: Pain did not differ between the groups. In the subgroup of sprinters, soles halved pain.\n"
    "CONCLUSIONS: Soles are an effective treatment."
)
GUIDE_TEXT = (
    "Recommendations\n\nClinicians should offer taping to runners. (Weak recommendation; low-quality evidence)\n"
    "Bracing may be considered for comfort. It is contraindicated in people with skin wounds. "
    "Trials should compare taping with bracing.\n\nMyths\n\nRunners should rest until the pain has gone."
    "\n\nCare\n\nMost of the runners were taped in the north."
    "\n\nCredits\n\nRunners should tape each other's knees."
    "\n\nShoes\n\nNo runner with a fracture should\nWear the new soles on stairs."
    "\n\nStraps\n\nConditional advice throughout.\nWear the strap on hills.\nTighten the strap as box 2 allows."
    "\nBox 2. Never over a swelling."
    "\n\nGels\n\nRub in 2 g of gel for each kilogram.\nShare that out over four days."
    "\n\nSleeves\n\nThis section is for runners over 60.\nMeasure the thigh.\nWash the cloth.\nOffer a sleeve of wool."
    "\n\nKneecaps\n\nBrother: give her the strap for ever."
)
PARTS = (
    ("Care", None),
    ("Credits", None),
    ("Shoes", None),
    ("Straps", None),
    ("Gels", None),
    ("Sleeves", None),
    ("Kneecaps", None),
)


def newer_mark(year: int) -> Mark:
    """What a report of this year wears beside the guidance of 2021."""
    return Mark(MarkKind.NEWER_THAN_GUIDELINE, f"{year}, after the guidance of 2021")


def abstract(text: str, sections: tuple[tuple[str, SectionRole | None], ...] = ()) -> Rendition:
    """A verbatim abstract; each section begins at its heading."""
    starts = [text.index(heading) for heading, _ in sections]
    ends = [*starts[1:], len(text)][: len(starts)]
    made = tuple(
        Section(start, len(text[:end].rstrip()), heading, role)
        for (heading, role), start, end in zip(sections, starts, ends, strict=True)
    )
    return make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, text, sections=made, origin="PubMed XML")


def packed_texts() -> list[tuple[Record, Rendition]]:
    """Records of a pack, each with its text in our own words."""
    guide = Record(
        GUIDE,
        "Care of kneecap pain",
        Ids(pack="knee/guide-2021"),
        Design.GUIDELINE,
        ("Smith A", "Jones B"),
        "Knee Society",
        "Knee Journal",
        volume="12",
        published=PartialDate(2021),
        conditions=(CONDITION,),
        doubts=(GUIDE_DOUBT,),
    )
    review = Record(
        OLD_REVIEW,
        "Exercise for kneecap pain",
        Ids(pack="knee/review-2015"),
        Design.SYSTEMATIC_REVIEW,
        conditions=(CONDITION,),
        title_verified=False,
    )
    note = Record(
        NOTE,
        "Where the sources differ: kneecap pain",
        Ids(pack="knee/differences"),
        Design.NOTE,
        issuer="the editors",
        published=PartialDate(2026, 11, 23),
        conditions=(CONDITION,),
    )
    return [
        (guide, pack_text(_GUIDE_LINES)),
        (review, pack_text(_REVIEW_LINES)),
        (note, pack_text(_NOTE_LINES)),
    ]


_GUIDE_LINES: tuple[dict[str, Any], ...] = (
    {
        "kind": AnnotationKind.RECOMMENDATION,
        "statement": "Offer exercise therapy.",
        "strength": "strong",
        "certainty": "moderate",
        "population": "adults",
        "condition": "pain lasts over 6 weeks",
        "action": Action.DO,
        "action_by": "the editors, from 'offer'",
        "interventions": ("exercise therapy",),
        "facets": (Facet.BENEFIT,),
        "doubts": (ADVICE_DOUBT,),
        "plain": "Do your exercises.",
        "plain_by": "the editors",
    },
    {
        "kind": AnnotationKind.RECOMMENDATION,
        "statement": "Do not offer surgery.",
        "strength": "against",
        "action": Action.DO_NOT,
        "action_by": "the editors, from 'do not'",
        "interventions": ("surgery",),
    },
)
_REVIEW_LINES: tuple[dict[str, Any], ...] = (
    {
        "kind": AnnotationKind.RESULT,
        "statement": "Exercise lowered pain scores.",
        "certainty": "low",
        "followup": "3 months",
        "interventions": ("exercise therapy",),
    },
)
_NOTE_LINES: tuple[dict[str, Any], ...] = (
    {
        "kind": AnnotationKind.DIFFERENCE,
        "statement": "Taping: one body offers it, a review is silent.",
        "interventions": ("taping",),
        "sources": ("knee/guide-2021", "knee/review-2015"),
    },
)


def pack_text(lines: tuple[dict[str, Any], ...]) -> Rendition:
    """A summary, one annotated statement a line, its qualifiers in brackets at the end of the line."""
    text, annotations = "", []
    for number, line in enumerate(lines, 1):
        text += "\n" if text else ""
        start = len(text)
        text += line["statement"]
        extents = {"statement": Extent(start, len(text))}
        for name in ("strength", "certainty", "population", "condition", "followup"):
            if name in line:
                text += f" ({name}: "
                extents[name] = Extent(len(text), len(text) + len(line[name]))
                text += f"{line[name]})"
        rest = {key: value for key, value in line.items() if key not in extents}
        annotations.append(Annotation(id=f"x{number}", whole=Extent(start, len(text)), **extents, **rest))
    made = make_rendition(Form.PACK, Fidelity.SUMMARY, text, annotations=annotations, origin="pack knee 1.0")
    return replace(made, sentences=tuple(annotation.whole for annotation in annotations))


def published_texts() -> list[tuple[Record, Rendition]]:
    """Published reports, each with its text."""
    roles = (
        ("OBJECTIVE", SectionRole.OBJECTIVE),
        ("METHODS", SectionRole.METHODS),
        ("RESULTS", SectionRole.RESULTS),
        ("CONCLUSIONS", SectionRole.CONCLUSION),
    )
    return [
        (study(TRIAL, "Exercise or rest for kneecap pain", 2023), abstract(TRIAL_TEXT, roles)),
        (
            study(RETRACTED, "Rest or exercise in kneecap pain", 2019),
            abstract("Rest cured everyone. Nobody relapsed."),
        ),
        (
            replace(
                study(INDIRECT, "Embolisation", 2024), conditions=("hip arthritis",), indirect="About hip arthritis."
            ),
            abstract("Embolisation reduced pain."),
        ),
        (replace(study(HIP_TRIAL, "Walking", 2024), conditions=("hip arthritis",)), abstract("Walking helped.")),
        (
            replace(study(NARROW_TRIAL, "Insoles", 2024), conditions=("runner's kneecap pain",)),
            abstract("Insoles reduced pain in runners."),
        ),
        (
            replace(
                study(VERBATIM_GUIDE, "Guidance on kneecap pain", 2018),
                design=Design.GUIDELINE,
                issuer="Runners' Board",
            ),
            abstract(GUIDE_TEXT, (("Recommendations", SectionRole.RECOMMENDATIONS), ("Myths", None), *PARTS)),
        ),
        (
            replace(study(PROTOCOL, "Taping: study protocol", 2024), design=None),
            abstract("Taping will be compared with nothing."),
        ),
        (study(EMPTY_TRIAL, "Soles for kneecap pain", 2024), abstract(EMPTY_TEXT, roles[2:])),
        (
            replace(study(RESERVED, "Braces for kneecap pain", 2024), licence="All rights reserved; quote 3 words"),
            abstract("Braces reduced pain in half of them."),
        ),
        (
            study(CITED_ONLY, "Bracing reduced pain in kneecap pain", 2024),
            make_rendition(Form.CITATION, Fidelity.VERBATIM, "Bracing reduced pain in kneecap pain"),
        ),
    ]


def study(record_id: RecordId, title: str, year: int) -> Record:
    """A randomised trial with a PubMed id."""
    return Record(
        record_id,
        title,
        Ids(pmid=record_id.removeprefix("pmid-"), doi=f"10.1000/{record_id}"),
        Design.RCT,
        ("Lee C",),
        journal="Trials of Knees",
        published=PartialDate(year, 5),
    )


def knee_notices() -> list[Notice]:
    """What became of some of them since."""
    successor = Ids(pmid="888")
    return [
        Notice(NoticeKind.SUPERSEDED, Ids(pack="knee/review-2015"), by=successor, source="pack knee"),
        Notice(NoticeKind.RETRACTION, Ids(pmid="222"), on="2022-03-01", source="PubMed"),
    ]


def knee_words() -> Words:
    """The names that the pack knows."""
    condition, intervention = ConceptKind.CONDITION, ConceptKind.INTERVENTION
    return Words(
        "knee",
        "1.0",
        Topic("knee", "1.0", "Kneecap pain", CONDITION, "What eases kneecap pain?"),
        (
            Concept(CONDITION, condition),
            Concept("runner's kneecap pain", condition, broader=("overuse kneecap pain",)),
            Concept("overuse kneecap pain", condition, broader=(CONDITION,)),
            Concept("hip arthritis", condition),
            Concept("exercise therapy", intervention, group="exercise"),
            Concept("taping", intervention),
            Concept("surgery", intervention),
        ),
    )
