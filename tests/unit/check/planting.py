"""An honest page, and small ways to change it: what the lists of planted faults are written with."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from quoth.model import (
    Abstention,
    Answer,
    Certainty,
    CertaintyReason,
    ComparableRow,
    ComparableSet,
    Domain,
    Extent,
    FactKind,
    FaultKind,
    Figure,
    Guest,
    GuestMode,
    JudgeMark,
    Mark,
    MarkKind,
    PicoKind,
    PicoSpan,
    ProvisionalCertainty,
    QualifierKind,
    Quote,
    RecordId,
    Statement,
    StudyFact,
    WrittenSentence,
    hash_of_text,
    phrase,
    quote_of,
)
from tests.unit.check.factories import Library
from tests.unit.check.honest_page import clean_page
from tests.unit.check.knee_texts import NARROW_TRIAL, TRIAL

LIBRARY = Library()
PAGE = clean_page(LIBRARY)
K = FaultKind
Change = Callable[[Statement], Statement]


class Planted(NamedTuple):
    """A way to break the page, and the kind of fault that the checker must name."""

    name: str
    plant: Callable[[Answer], Answer | Abstention]
    kind: FaultKind


def everywhere(page: Answer, id: str, change: Change) -> Answer:
    """The page with one statement changed in every layer it stands in."""

    def new(statement: Statement) -> Statement:
        return change(statement) if statement.id == id else statement

    def all_of(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        return tuple(new(statement) for statement in statements)

    return replace(
        page,
        bottom_line=replace(page.bottom_line, statements=all_of(page.bottom_line.statements)),
        actions=tuple(replace(row, statement=new(row.statement), also=all_of(row.also)) for row in page.actions),
        differences=tuple(
            replace(one, statements=all_of(one.statements), note=new(one.note) if one.note else None)
            for one in page.differences
        ),
        newer=all_of(page.newer),
        research=tuple(
            replace(group, statements=all_of(group.statements), more=all_of(group.more)) for group in page.research
        ),
    )


def on(named: str, /, **values: Any) -> Callable[[Answer], Answer]:
    """Set fields of one statement."""
    return lambda page: everywhere(page, named, lambda statement: replace(statement, **values))


def change(id: str, how: Change) -> Callable[[Answer], Answer]:
    """Change one statement."""
    return lambda page: everywhere(page, id, how)


def quote(**values: Any) -> Change:
    """Set fields of the quote's span, the words left as they are."""

    def changed(statement: Statement) -> Statement:
        held = statement.quote
        return replace(statement, quote=replace(held, span=replace(held.span, **values)))

    return changed


def words(text: str) -> Change:
    """Set the words, with a hash to match."""

    def changed(statement: Statement) -> Statement:
        span = replace(statement.quote.span, sha256=hash_of_text(text))
        return replace(statement, quote=Quote(span, text))

    return changed


SIZE_TOLD = "1,204 adults"


def told(
    shown: str = "", *, kind: FactKind = FactKind.SIZE, start: int = 0, stop: int | None = None, **span: Any
) -> StudyFact:
    """How many people the trial says it studied, or a part of that, as a fact."""
    extent = LIBRARY.extent(TRIAL, SIZE_TOLD)
    cut = Extent(extent.start + start, extent.start + len(SIZE_TOLD[:stop]))
    made = quote_of(TRIAL, LIBRARY.texts[TRIAL], cut)
    made = replace(made, span=replace(made.span, **span), text=shown or made.text)
    return StudyFact(kind, made.text, made)


def told_by(record_id: RecordId) -> StudyFact:
    """The first sentence of another record as a fact on its people."""
    text = LIBRARY.texts[record_id]
    made = quote_of(record_id, text, text.sentences[0])
    return StudyFact(FactKind.SIZE, made.text, made)


def of_source(number: int, **values: Any) -> Callable[[Answer], Answer]:
    """Set fields of one reference."""
    return lambda page: replace(
        page, references=tuple(replace(ref, **values) if ref.number == number else ref for ref in page.references)
    )


def stretch(record_id: RecordId, start: int, end: int, **values: Any) -> Change:
    """Quote another stretch of a record, honestly copied."""
    return lambda statement: replace(
        statement, quote=quote_of(record_id, LIBRARY.texts[record_id], Extent(start, end)), **values
    )


def passage(record_id: RecordId, text: str, **values: Any) -> Change:
    """Quote other words of a record, honestly copied."""
    start = LIBRARY.texts[record_id].text.index(text)
    return stretch(record_id, start, start + len(text), **values)


def without_mark(kind: MarkKind) -> Change:
    """Drop the marks of a kind."""
    return lambda statement: replace(statement, marks=tuple(mark for mark in statement.marks if mark.kind is not kind))


def with_mark(kind: MarkKind, text: str = "") -> Change:
    """Add a mark."""
    return lambda statement: replace(statement, marks=(*statement.marks, Mark(kind, text or kind.value)))


def without_qualifier(kind: QualifierKind) -> Change:
    """Drop the qualifiers of a kind."""
    return lambda statement: replace(
        statement, qualifiers=tuple(one for one in statement.qualifiers if one.kind is not kind)
    )


def with_qualifier(kind: QualifierKind, record_id: RecordId, text: str) -> Change:
    """Put a qualifier, honestly copied, in the place of those of its kind."""
    made = LIBRARY.qualifier(record_id, kind, text)
    return lambda statement: replace(
        statement, qualifiers=(*(one for one in statement.qualifiers if one.kind is not kind), made)
    )


def reference(numbered: int, /, **values: Any) -> Callable[[Answer], Answer]:
    """Set fields of one reference."""
    return lambda page: replace(
        page,
        references=tuple(replace(one, **values) if one.number == numbered else one for one in page.references),
    )


def page(**values: Any) -> Callable[[Answer], Answer]:
    """Set fields of the page."""
    return lambda held: replace(held, **values)


def lead(key: str) -> Callable[[Answer], Answer]:
    """Set the lead."""
    return lambda held: replace(held, bottom_line=replace(held.bottom_line, lead=phrase(key)))


def row(number: int, **values: Any) -> Callable[[Answer], Answer]:
    """Set fields of a row of the actions."""
    return lambda held: replace(
        held, actions=tuple(replace(one, **values) if at == number else one for at, one in enumerate(held.actions))
    )


def swap_references(held: Answer) -> Answer:
    """Numbers given out of reading order, each still resolving."""
    numbers = {5: 6, 6: 5}
    swapped = everywhere(held, "s8", lambda s: replace(s, citations=(5,)))
    for id in ("s6", "s7"):
        swapped = everywhere(swapped, id, lambda s: replace(s, citations=(6,)))
    references = [replace(one, number=numbers.get(one.number, one.number)) for one in swapped.references]
    return replace(swapped, references=tuple(sorted(references, key=lambda one: one.number)))


def same_source_twice(held: Answer) -> Answer:
    """One record under two numbers."""
    extra = replace(held.references[8], number=10)
    copy = LIBRARY.statement(
        "s12", NARROW_TRIAL, "Insoles reduced pain in runners.", 10, marks=held.research[2].statements[0].marks
    )
    group = replace(held.research[2], more=(copy,))
    return replace(held, references=(*held.references, extra), research=(*held.research[:2], group))


TRIAL_WORDS = LIBRARY.texts[TRIAL].text
RETRACTED_REFERENCE = PAGE.references[5]


def side_by_side(*statement_ids: str) -> ComparableSet:
    """A set of rows that all show an effect which none of them has."""
    figure = Figure(0, 4, "RR", 0.8, 0.7, 0.9, about="pain")
    rows = tuple(ComparableRow(statement_id, figure) for statement_id in statement_ids)
    return ComparableSet("exercise", "pain", "RR", 1.0, rows)


def rating(statement_id: str, because: str = "") -> ProvisionalCertainty:
    """A high certainty that rests on one row, whatever the row says."""
    reason = CertaintyReason(Domain.DESIGN, "randomised", 0, because or phrase("rating.randomised"))
    return ProvisionalCertainty("exercise", "pain", Certainty.HIGH, Certainty.HIGH, (reason,), (statement_id,))


def people(record_id: RecordId) -> PicoSpan:
    """The first word of a record's text as its population."""
    text = LIBRARY.texts[record_id]
    return PicoSpan(PicoKind.POPULATION, quote_of(record_id, text, Extent(0, text.text.index(" "))))


def guest(
    *sentences: WrittenSentence, mode: GuestMode = GuestMode.PROSE, note: str = "", chosen: tuple[str, ...] = ()
) -> Callable[[Answer], Answer]:
    """A page with a guest that wrote these sentences, or chose these rows."""
    said = note or phrase("guest.wrote", model="a model", count=sum(not each.replaced for each in sentences))
    return lambda held: replace(held, guest=Guest("a model", mode, said, chosen, sentences))


MEASURED = JudgeMark("a measured judge", "0" * 16, "1" * 16, "2026-11-26", 0.9, 0.96, 0.4)
PARAPHRASE = WrittenSentence(
    "With exercise, pain fell more (mean difference -1.5 points, 95% CI -2.0 to -1.0).", ("s6",), judged=0.97
)


def paraphrased(
    *sentences: WrittenSentence,
    judge: JudgeMark | None = MEASURED,
    mode: GuestMode = GuestMode.PROSE,
    count: int | None = None,
) -> Callable[[Answer], Answer]:
    """A page with free paraphrases and the mark of the judge that let them in; `count`: how many its line tells of."""
    told = {GuestMode.PLAIN: "guest.plain", GuestMode.PROSE: "guest.paraphrased"}.get(mode, "guest.paraphrased")
    said = phrase(told, model="a model", count=len(sentences) if count is None else count)
    return lambda held: replace(held, guest=Guest("a model", mode, said, (), sentences, judge=judge))


def paraphrase(**changes: Any) -> WrittenSentence:
    """The honest paraphrase with some fields set."""
    return replace(PARAPHRASE, **changes)


def reworded(before: str, after: str) -> WrittenSentence:
    """The honest paraphrase with other words in one place."""
    assert before in PARAPHRASE.text
    return replace(PARAPHRASE, text=PARAPHRASE.text.replace(before, after))
