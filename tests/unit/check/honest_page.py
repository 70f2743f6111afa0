"""A page on the small library that keeps every promise. Faults are planted into it."""

from quoth.model import (
    Action,
    ActionRow,
    Answer,
    BottomLine,
    Concept,
    ConceptKind,
    Difference,
    Directness,
    Facet,
    FactKind,
    FindingKind,
    Mark,
    MarkKind,
    Mention,
    QualifierKind,
    Question,
    ResearchGroup,
    Suggestion,
    phrase,
)
from tests.unit.check.factories import Library
from tests.unit.check.knee_texts import (
    ADVICE_DOUBT,
    CONDITION,
    GUIDE,
    GUIDE_DOUBT,
    HIP_TRIAL,
    INDIRECT,
    NARROW_TRIAL,
    NOTE,
    OLD_REVIEW,
    OLDER_MARK,
    RETRACTED,
    SUMMARY_MARK,
    TRIAL,
    VERBATIM_GUIDE,
    newer_mark,
)


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
        qualifiers=(
            library.qualifier(TRIAL, QualifierKind.CONTEXT, "Function improved in both groups (P = .04)."),
            library.qualifier(TRIAL, QualifierKind.CONTEXT, "Swelling was rare with exercise."),
        ),
        marks=(newer_mark(2023),),
    )
    retracted = library.statement(
        "s8",
        RETRACTED,
        "Rest cured everyone.",
        6,
        qualifiers=(library.qualifier(RETRACTED, QualifierKind.CONTEXT, "Nobody relapsed."),),
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
