"""Tiny factories for findings, so that a test says only what it is about."""

from quoth.answer import Ground, Limits, write
from quoth.model import (
    Action,
    Annotation,
    AnnotationKind,
    Answer,
    Concept,
    ConceptKind,
    Design,
    Directness,
    EvidenceTable,
    Extent,
    Facet,
    Fidelity,
    Finding,
    FindingKind,
    Form,
    Ids,
    InterventionMatch,
    Manifest,
    Mention,
    PartialDate,
    Qualifier,
    QualifierKind,
    QueryTerm,
    Question,
    QuestionKind,
    Record,
    RecordId,
    Slot,
    Standing,
    make_rendition,
    quote_of,
)

KNEE = Concept("knee pain", ConceptKind.CONDITION, lay=("sore knee",))
TAPE = Concept("taping", ConceptKind.INTERVENTION)


def question(text: str = "Does taping help knee pain?", **given: object) -> Question:
    """A question on taping for knee pain, understood."""
    values: dict[str, object] = {
        "kind": QuestionKind.TREATMENT,
        "conditions": (Mention(KNEE, "knee pain", 17, 26),),
        "interventions": (Mention(TAPE, "taping", 5, 11),),
        "terms": (QueryTerm("knee pain", concept="knee pain"), QueryTerm("taping", concept="taping")),
    }
    values.update(given)
    return Question(text, **values)  # type: ignore[arg-type]


def finding(
    words: str = "Offer taping.",
    *,
    record: str = "r1",
    kind: FindingKind = FindingKind.RECOMMENDATION,
    design: Design = Design.GUIDELINE,
    year: int | None = 2024,
    action: Action | None = Action.DO,
    interventions: tuple[str, ...] = ("taping",),
    condition: str | None = None,
    facets: tuple[Facet, ...] = (Facet.BENEFIT,),
    directness: Directness = Directness.DIRECT,
    relevance: float = 0.9,
    standing: Standing | None = None,
    pack: str | None = None,
    sources: tuple[str, ...] = (),
    indirect: str | None = None,
    group: str = "",
    match: InterventionMatch = InterventionMatch.MAIN,
    matched: tuple[Slot, ...] = (),
) -> Finding:
    """A finding whose rendition holds its words, and the condition after them where there is one."""
    text = words if condition is None else f"{words} (when: {condition})"
    statement = Extent(0, len(words))
    kinds = {
        FindingKind.RECOMMENDATION: AnnotationKind.RECOMMENDATION,
        FindingKind.RESULT: AnnotationKind.RESULT,
        FindingKind.CONCLUSION: AnnotationKind.CONCLUSION,
        FindingKind.DIFFERENCE: AnnotationKind.DIFFERENCE,
    }
    note = Annotation("a1", kinds[kind], statement, Extent(0, len(text)), action=action, sources=sources)
    rendition = make_rendition(fidelity=Fidelity.SUMMARY, form=Form.PACK, text=text, annotations=(note,))
    held = Record(
        RecordId(record),
        f"Title of {record}",
        ids=Ids(pack=pack),
        design=design,
        issuer=f"Body {record}",
        published=PartialDate(year),
        indirect=indirect,
    )
    qualifiers = ()
    if condition is not None:
        start = text.index(condition)
        words_of_condition = quote_of(held.id, rendition, Extent(start, start + len(condition)))
        qualifiers = (Qualifier(QualifierKind.CONDITION, words_of_condition),)
    return Finding(
        kind=kind,
        quote=quote_of(held.id, rendition, statement),
        record=held,
        rendition=rendition,
        standing=standing or Standing(),
        qualifiers=qualifiers,
        annotation=note,
        design=design,
        interventions=interventions,
        group=group or (interventions[0] if interventions else ""),
        facets=facets,
        action=action if kind is FindingKind.RECOMMENDATION else None,
        directness=directness,
        relevance=relevance,
        intervention_match=match,
        matched=matched,
    )


def result(words: str = "Pain fell with tape.", *, record: str = "t1", **given: object) -> Finding:
    """A result of a trial."""
    values: dict[str, object] = {"kind": FindingKind.RESULT, "design": Design.RCT, "action": None, "record": record}
    values.update(given)
    return finding(words, **values)  # type: ignore[arg-type]


def table(*findings: Finding, **given: object) -> EvidenceTable:
    """A table of these findings that covers the question, unless another share is given."""
    return EvidenceTable(findings, **{"coverage_0_1": 1.0, **given})  # type: ignore[arg-type]


def ground(**given: object) -> Ground:
    """The ground of an answer from a library of ten records."""
    values: dict[str, object] = {
        "answer_id": "a1",
        "manifest": Manifest("0123456789abcdef", (), ()),
        "n_records": 10,
        "limits": Limits(),
    }
    values.update(given)
    return Ground(**values)  # type: ignore[arg-type]


def page_of(*findings: Finding, asked: Question | None = None, on: Ground | None = None) -> Answer:
    """The page of these findings, which must be one that answers."""
    page = write(asked or question(), table(*findings), on or ground())
    assert isinstance(page, Answer), page
    return page
