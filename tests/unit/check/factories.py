"""A small library written by hand, and a page on it that keeps every promise. Faults are planted into that page."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from quoth.model import (
    Action,
    ActionRow,
    Annotation,
    AnnotationKind,
    Answer,
    BottomLine,
    Concept,
    ConceptKind,
    Design,
    Difference,
    Directness,
    Doubt,
    DoubtKind,
    Extent,
    Facet,
    FactKind,
    Fidelity,
    FindingKind,
    Form,
    Ids,
    Mark,
    MarkKind,
    Mention,
    Notice,
    NoticeKind,
    NoticeList,
    PartialDate,
    Qualifier,
    QualifierKind,
    Question,
    Record,
    RecordId,
    Reference,
    Rendition,
    ResearchGroup,
    RetractionState,
    Section,
    SectionRole,
    Standing,
    Statement,
    StudyFact,
    Suggestion,
    Topic,
    Words,
    make_rendition,
    phrase,
    quote_of,
)
from quoth.store.memory import MemoryStore
from quoth.store.protocol import Store
from quoth.text import sentences

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
    "Function improved in both groups. However, no difference remained at 12 months. "
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
    "Trials should compare taping with bracing."
)


def newer_mark(year: int) -> Mark:
    """What a report of this year wears beside the guidance of 2021."""
    return Mark(MarkKind.NEWER_THAN_GUIDELINE, f"{year}, after the guidance of 2021")


class Library:
    """The library in memory, with its records and current texts at hand."""

    def __init__(self, store: Store | None = None) -> None:
        self.store: Store = store or MemoryStore()
        self.records: dict[RecordId, Record] = {}
        self.texts: dict[RecordId, Rendition] = {}
        for record, text in (*_packed(), *_published()):
            self.keep(record, text)
        self.store.put_notices(_notices())
        self.store.put_notice_list(NoticeList("Retraction list", LISTED_ON, "pmid"))
        self.store.put_words(_words())

    def keep(self, record: Record, text: Rendition) -> Rendition:
        """Store one text under its record."""
        held = replace(text, sentences=text.sentences or _sentences(text))
        self.store.put_record(record)
        self.store.put_rendition(record.id, held)
        self.records[record.id], self.texts[record.id] = record, held
        return held

    def extent(self, record_id: RecordId, words: str) -> Extent:
        """Where words stand in the text of a record."""
        found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self.texts[record_id].text)
        assert found, words
        return Extent(*found.span())

    def qualifier(self, record_id: RecordId, kind: QualifierKind, words: str) -> Qualifier:
        """Words of a record's text as a qualifier."""
        return Qualifier(kind, quote_of(record_id, self.texts[record_id], self.extent(record_id, words)))

    def fact(self, record_id: RecordId, kind: FactKind, words: str) -> StudyFact:
        """Words of a record's text as what the study says of itself."""
        return StudyFact(kind, words, quote_of(record_id, self.texts[record_id], self.extent(record_id, words)))

    def statement(self, id: str, record_id: RecordId, words: str, number: int, **more: Any) -> Statement:
        """A row that quotes words of a record, with the facts that its record holds."""
        record, text = self.records[record_id], self.texts[record_id]
        annotation = next(
            (a for a in text.annotations if text.text[a.statement.start : a.statement.end] == words), None
        )
        values: dict[str, Any] = {
            "id": id,
            "kind": FindingKind(annotation.kind.value) if annotation else FindingKind.RESULT,
            "quote": quote_of(record_id, text, self.extent(record_id, words)),
            "fidelity": text.fidelity,
            "citations": (number,),
            "issuer": record.issuer,
            "design": record.design or Design.OTHER,
            "year": record.published.year,
            "directness": Directness.DIRECT,
        }
        if annotation:
            values |= {"action": annotation.action, "action_by": annotation.action_by, "facets": annotation.facets}
            values |= {"plain": annotation.plain, "plain_by": annotation.plain_by}
            values |= {"interventions": annotation.interventions}
        return Statement(**(values | more))

    def reference(self, number: int, record_id: RecordId, **more: Any) -> Reference:
        """A reference with the facts that its record holds."""
        record, text = self.records[record_id], self.texts[record_id]
        notices = self.store.notices([record.ids])[0]
        retracted = any(notice.kind is NoticeKind.RETRACTION for notice in notices)
        state = (
            RetractionState.YES if retracted else RetractionState.NO if record.ids.pmid else RetractionState.NOT_CHECKED
        )
        values: dict[str, Any] = {
            "title": record.title,
            "design": record.design or Design.OTHER,
            "fidelities": (text.fidelity,),
            "authors": record.authors,
            "issuer": record.issuer,
            "journal": record.journal,
            "year": record.published.year,
            "volume": record.volume,
            "issue": record.issue,
            "pages": record.pages,
            "ids": record.ids,
            "standing": Standing(state, LISTED_ON.isoformat() if state is RetractionState.NO else None, notices),
            "marks": tuple(Mark(MarkKind.DOUBT, doubt.text) for doubt in record.doubts),
        }
        return Reference(number=number, record_id=record_id, **(values | more))


def clean_page(library: Library) -> Answer:
    """A page with every layer filled, every mark worn and every number resolved."""
    offer = library.statement(
        "s1",
        GUIDE,
        "Offer exercise therapy.",
        1,
        qualifiers=(
            library.qualifier(GUIDE, QualifierKind.STRENGTH, "strong"),
            library.qualifier(GUIDE, QualifierKind.CERTAINTY, "moderate"),
            library.qualifier(GUIDE, QualifierKind.POPULATION, "adults"),
            library.qualifier(GUIDE, QualifierKind.CONDITION, "pain lasts over 6 weeks"),
        ),
        marks=(SUMMARY_MARK, *(Mark(MarkKind.DOUBT, d.text) for d in (GUIDE_DOUBT, ADVICE_DOUBT))),
    )
    avoid = library.statement(
        "s2",
        GUIDE,
        "Do not offer surgery.",
        1,
        qualifiers=(library.qualifier(GUIDE, QualifierKind.STRENGTH, "against"),),
        marks=(SUMMARY_MARK, Mark(MarkKind.DOUBT, GUIDE_DOUBT.text)),
    )
    taping = library.statement(
        "s3",
        VERBATIM_GUIDE,
        "Clinicians should offer taping to runners. (Weak recommendation; low-quality evidence)",
        2,
        kind=FindingKind.RECOMMENDATION,
        action=Action.DO,
        action_by="from 'should offer'",
        interventions=("taping",),
    )
    old = library.statement(
        "s5",
        OLD_REVIEW,
        "Exercise lowered pain scores.",
        4,
        qualifiers=(
            library.qualifier(OLD_REVIEW, QualifierKind.CERTAINTY, "low"),
            library.qualifier(OLD_REVIEW, QualifierKind.FOLLOWUP, "3 months"),
        ),
        marks=(
            Mark(MarkKind.SUPERSEDED, "Superseded by 888 (pack knee)"),
            Mark(MarkKind.YEAR_UNKNOWN, phrase("mark.year unknown")),
            Mark(MarkKind.TITLE_UNVERIFIED, phrase("mark.title unverified")),
            SUMMARY_MARK,
        ),
    )
    note = library.statement(
        "s4",
        NOTE,
        "Taping: one body offers it, a review is silent.",
        3,
        marks=(SUMMARY_MARK, newer_mark(2026)),
        citations=(3, 4),
    )
    trial = library.statement(
        "s6",
        TRIAL,
        "RESULTS: Pain fell more with exercise (mean difference -1.5 points, 95% CI -2.0 to -1.0).",
        5,
        n=1204,
        marks=(newer_mark(2023),),
    )
    faded = library.statement(
        "s7",
        TRIAL,
        "However, no difference remained at 12 months.",
        5,
        qualifiers=(library.qualifier(TRIAL, QualifierKind.CONTEXT, "Function improved in both groups."),),
        marks=(newer_mark(2023),),
    )
    retracted = library.statement(
        "s8",
        RETRACTED,
        "Rest cured everyone.",
        6,
        kind=FindingKind.CONCLUSION,
        marks=(Mark(MarkKind.RETRACTED, "Retraction on 2022-03-01 (PubMed)"), OLDER_MARK),
    )
    indirect = library.statement(
        "s9",
        INDIRECT,
        "Embolisation reduced pain.",
        7,
        directness=Directness.OTHER_CONDITION,
        marks=(Mark(MarkKind.INDIRECT, "About hip arthritis."), newer_mark(2024)),
    )
    mapped_elsewhere = library.statement(
        "s10",
        HIP_TRIAL,
        "Walking helped.",
        8,
        directness=Directness.OTHER_CONDITION,
        marks=(Mark(MarkKind.INDIRECT, "about hip arthritis"), newer_mark(2024)),
    )
    narrow = library.statement("s11", NARROW_TRIAL, "Insoles reduced pain in runners.", 9, marks=(newer_mark(2024),))
    question = Question(
        "What helps kneecap pain?",
        conditions=(Mention(Concept(CONDITION, ConceptKind.CONDITION), "kneecap pain", 11, 23),),
    )
    indirect_mark = Mark(MarkKind.INDIRECT, "About hip arthritis.")
    overview = phrase("next.overview", condition=CONDITION)
    return Answer(
        id="a1",
        question=question,
        bottom_line=BottomLine(phrase("lead.one"), (offer,)),
        notes=(phrase("note.carried", what=CONDITION),),
        actions=(
            ActionRow("exercise therapy", Action.DO, offer),
            ActionRow("taping", Action.DO, taping),
            ActionRow("surgery", Action.DO_NOT, avoid),
        ),
        differences=(Difference("taping", (taping, old), note),),
        newer=(trial,),
        research=(
            ResearchGroup("exercise", (trial, old), (faded, retracted)),
            ResearchGroup("other", (indirect, mapped_elsewhere)),
            ResearchGroup("other", (narrow,)),
        ),
        not_found=(Facet.MONITORING,),
        references=(
            library.reference(1, GUIDE),
            library.reference(2, VERBATIM_GUIDE),
            library.reference(3, NOTE),
            library.reference(4, OLD_REVIEW, marks=old.marks[:3]),
            library.reference(5, TRIAL, level=2, facts=(library.fact(TRIAL, FactKind.SIZE, "1,204 adults"),)),
            library.reference(6, RETRACTED, marks=retracted.marks[:1]),
            library.reference(7, INDIRECT, marks=(indirect_mark,)),
            library.reference(8, HIP_TRIAL),
            library.reference(9, NARROW_TRIAL),
        ),
        suggestions=(
            Suggestion(overview, overview),
            Suggestion("taping", phrase("next.intervention", intervention="taping", condition=CONDITION)),
            Suggestion("Kneecap pain", "What eases kneecap pain?"),
        ),
    )


def abstract(text: str, sections: tuple[tuple[str, SectionRole | None], ...] = ()) -> Rendition:
    """A verbatim abstract; each section begins at its heading."""
    starts = [text.index(heading) for heading, _ in sections]
    ends = [*starts[1:], len(text)][: len(starts)]
    made = tuple(
        Section(start, len(text[:end].rstrip()), heading, role)
        for (heading, role), start, end in zip(sections, starts, ends, strict=True)
    )
    return make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, text, sections=made, origin="PubMed XML")


def _packed() -> list[tuple[Record, Rendition]]:
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


def _published() -> list[tuple[Record, Rendition]]:
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
            abstract(GUIDE_TEXT, (("Recommendations", SectionRole.RECOMMENDATIONS),)),
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


def _notices() -> list[Notice]:
    successor = Ids(pmid="888")
    return [
        Notice(NoticeKind.SUPERSEDED, Ids(pack="knee/review-2015"), by=successor, source="pack knee"),
        Notice(NoticeKind.RETRACTION, Ids(pmid="222"), on="2022-03-01", source="PubMed"),
    ]


def _words() -> Words:
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


def _sentences(text: Rendition) -> tuple[Extent, ...]:
    """Cut as a library does: no sentence crosses a section."""
    parts = [(section.start, section.end) for section in text.sections] or [(0, len(text.text))]
    return tuple(
        Extent(start + first, start + last) for start, end in parts for first, last in sentences(text.text[start:end])
    )
