"""Libraries and honest pages: what the composer would make of chosen sentences, to be spoilt by the traps.

The sentences are chosen here, not by search; everything else (qualifiers, figures, design, marks, numbers) comes from
the same functions that make real pages, so that a clean twin is what a reader would get.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quoth.answer.numbering import Numbering
from quoth.answer.select import main_intervention
from quoth.evidence.fitting.directness import Fit
from quoth.evidence.reading.emphasis import emphasis_of
from quoth.evidence.reading.qualify import context_of, section_at
from quoth.evidence.study.design import sample_size, study_design
from quoth.evidence.study.direction import direction
from quoth.evidence.study.figures import figures
from quoth.library import keep, keep_notices, passages, standings
from quoth.model import (
    Action,
    ActionRow,
    Answer,
    BottomLine,
    Candidate,
    Concept,
    ConceptKind,
    Direction,
    Directness,
    Extent,
    Finding,
    FindingKind,
    Manifest,
    Mention,
    Method,
    Notice,
    Qualifier,
    QualifierKind,
    Question,
    QuestionKind,
    Quote,
    Record,
    Rendition,
    Report,
    ResearchGroup,
    SectionRole,
    Span,
    Statement,
    hash_of_text,
    phrase,
    quote_of,
)
from quoth.store.memory import MemoryStore
from quoth.store.protocol import Store

__all__ = ["PLAIN", "annotated", "asking", "cut_to", "finding", "library", "page", "quoting", "with_statement"]

PLAIN = Question(text="What is known?", kind=QuestionKind.TREATMENT)
"""A question that names no condition and no people: directness is not at stake."""


def asking(condition: str, *people: str) -> Question:
    """What helps a condition, perhaps in one group of people."""
    return Question(
        text=f"What helps {condition}?",
        kind=QuestionKind.TREATMENT,
        conditions=(Mention(Concept(condition, ConceptKind.CONDITION), condition),),
        populations=tuple(Mention(Concept(name, ConceptKind.POPULATION), name) for name in people),
    )


def library(reports: Iterable[Report], notices: Iterable[Notice] = ()) -> MemoryStore:
    """A library that holds these reports and notices."""
    store = MemoryStore()
    for each in reports:
        keep(each, store)
    keep_notices(notices, store)
    return store


def finding(
    store: Store,
    report: Report,
    index: int,
    kind: FindingKind | None = None,
    *,
    fit: Fit | None = None,
    qualifiers: tuple[Qualifier, ...] | None = None,
) -> Finding:
    """The sentence at `index` of the report's text as a row of the evidence table: what its section says it is."""
    record = _stored(store, report)
    held = next(one for one in store.renditions(record.id) if one.rendition.text == report.renditions[0].text)
    rendition = held.rendition
    candidate = Candidate(record, rendition, standings([record], store)[record.id], 0, len(rendition.text), 1.0, 1)
    here = passages(candidate)
    text = here[index].text
    numbers = figures(text)
    design = study_design(record, rendition.text)
    kind = kind or _kind_at(rendition, here[index].start)
    advises = kind is FindingKind.RECOMMENDATION
    return Finding(
        kind=kind,
        quote=quote_of(record.id, rendition, Extent(here[index].start, here[index].end)),
        record=record,
        rendition=rendition,
        standing=candidate.standing,
        qualifiers=context_of(here, index, rendition, title=record.title, advice=advises)
        if qualifiers is None
        else qualifiers,
        design=design.design,
        design_inferred=design.inferred,
        level=design.level,
        n=sample_size(record, rendition.text),
        interventions=record.interventions,
        action=Action.UNCERTAIN if advises else None,
        direction=Direction.UNCLEAR if advises else direction(text, numbers),
        figures=numbers,
        directness=fit.directness if fit else Directness.UNKNOWN,
        directness_because=fit.because if fit else "",
        emphasis=emphasis_of(rendition, Extent(here[index].start, here[index].end), kind),
    )


def _kind_at(rendition: Rendition, position: int) -> FindingKind:
    section = section_at(rendition, position)
    concludes = section is not None and section.role is SectionRole.CONCLUSION
    return FindingKind.CONCLUSION if concludes else FindingKind.RESULT


def annotated(store: Store, report: Report, place: int = 0) -> Finding:
    """The annotated statement at `place` with everything that its source tied to it."""
    base = finding(store, report, 0, FindingKind.RECOMMENDATION, qualifiers=())
    note = base.rendition.annotations[place]
    tied = (
        (QualifierKind.STRENGTH, note.strength),
        (QualifierKind.CERTAINTY, note.certainty),
        (QualifierKind.POPULATION, note.population),
        (QualifierKind.CONDITION, note.condition),
    )
    quote = quote_of(base.record.id, base.rendition, note.statement)
    qualifiers = tuple(
        Qualifier(kind, quote_of(base.record.id, base.rendition, extent)) for kind, extent in tied if extent
    )
    return replace(
        base,
        quote=quote,
        qualifiers=qualifiers,
        annotation=note,
        action=note.action,
        action_by=note.action_by,
        interventions=note.interventions,
        figures=figures(quote.text),
    )


def page(store: Store, findings: Sequence[Finding], question: Question = PLAIN) -> Answer:
    """A page of these findings: recommendations as actions, the rest as research."""
    advice = [each for each in findings if each.kind is FindingKind.RECOMMENDATION]
    research = [each for each in findings if each.kind is not FindingKind.RECOMMENDATION]
    # As on real pages, research is older or newer than guidance that answers the question, and than no other.
    answering = [each for each in advice if each.directness is Directness.DIRECT and each.standing.usable]
    years = [each.record.published.year for each in answering if each.record.published.year]
    numbering = Numbering(max(years, default=None))
    rows = tuple(
        ActionRow(main_intervention(each), each.action or Action.UNCERTAIN, numbering.statement(each))
        for each in advice
    )
    statements = tuple(numbering.statement(each) for each in research)
    return Answer(
        id="trap",
        question=question,
        bottom_line=BottomLine(phrase("lead.beside" if advice else "lead.none")),
        actions=rows,
        research=(ResearchGroup(main_intervention(research[0]), statements),) if statements else (),
        method=Method(counts=(("used on this page", len(numbering.references())),)),
        references=numbering.references(),
        manifest=Manifest(store.snapshot(), (), ()),
    )


def with_statement(answer: Answer, changed: Statement, at: int = 0) -> Answer:
    """The page with the statement at this place of its only table replaced."""
    if answer.research:
        group = answer.research[0]
        rows = (*group.statements[:at], changed, *group.statements[at + 1 :])
        return replace(answer, research=(replace(group, statements=rows),))
    actions = [*answer.actions]
    actions[at] = replace(actions[at], statement=changed)
    return replace(answer, actions=tuple(actions))


def cut_to(rendition: Rendition, statement: Statement, start: int, end: int) -> Statement:
    """The statement with its quote narrowed to other offsets, hash and figures made to fit."""
    text = rendition.text[start:end]
    span = replace(statement.quote.span, start=start, end=end, sha256=hash_of_text(text))
    return replace(statement, quote=Quote(span, text), figures=figures(text), direction=direction(text))


def quoting(statement: Statement, text: str, *, rehash: bool = True) -> Statement:
    """The statement with other words under the same offsets."""
    span = statement.quote.span
    changed = Span(
        span.record_id, span.rendition_id, span.start, span.end, hash_of_text(text) if rehash else span.sha256
    )
    return replace(statement, quote=Quote(changed, text))


def _stored(store: Store, report: Report) -> Record:
    record_id = store.find(report.record.ids)
    assert record_id is not None, "a trap's report has an identifier"
    return store.record(record_id)
