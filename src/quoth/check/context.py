"""What the rules look at: the page, and everything that the store says about what the page names.

The store is asked in a handful of batched reads, so that checking sixty statements costs about as much as checking one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from quoth.check.links import Links
from quoth.check.standing import Truth, truth_of
from quoth.model import (
    Abstention,
    Annotation,
    Answer,
    Difference,
    Record,
    RecordId,
    Reference,
    Rendition,
    RenditionId,
    Section,
    Span,
    Statement,
)
from quoth.store.protocol import Store
from quoth.store.stored import StoredRendition

__all__ = ["Ctx", "Read", "annotation_of", "held_references", "placed_statements", "read_page", "section_at"]

T = TypeVar("T", bound=str)

LONGEST_ID = 500


@dataclass(frozen=True, slots=True)
class Read:
    """A statement and what the store holds on it; `None` where it holds nothing."""

    statement: Statement
    record: Record | None
    """The record that the quote's span names."""
    stored: StoredRendition | None
    annotation: Annotation | None
    """The annotated stretch that the quote was taken from, where there is one."""
    truth: Truth | None
    """Where the record stands, by the checker's own reading of the notices."""

    @property
    def rendition(self) -> Rendition | None:
        """The stored text, without what the store knows of it."""
        return self.stored.rendition if self.stored else None


@dataclass(frozen=True, slots=True)
class Ctx:
    """One page under check."""

    page: Answer | Abstention
    reads: tuple[Read, ...]
    """Every different statement of the page, in reading order."""
    records: Mapping[RecordId, Record]
    """Catalogue entries by every id that the page uses, joined ones included."""
    renditions: Mapping[RenditionId, StoredRendition]
    truths: Mapping[RecordId, Truth]
    """By the record's own id."""
    references: Mapping[int, Reference]
    """By number; of several with one number the first."""
    allowed_texts: frozenset[str]
    links: Links
    store: Store

    @property
    def answer(self) -> Answer | None:
        """The page, if it is one that answers."""
        return self.page if isinstance(self.page, Answer) else None

    def same_record(self, one: RecordId | str, other: RecordId | str) -> bool:
        """Whether two ids name one record, joined records included."""
        return self.own_id(one) == self.own_id(other)

    def own_id(self, record_id: RecordId | str) -> RecordId:
        """The id that the record goes by now."""
        record = self.records.get(RecordId(record_id))
        return record.id if record else RecordId(record_id)

    def truth(self, record_id: RecordId | str) -> Truth | None:
        """Where a record stands, or `None` when the store does not hold it."""
        return self.truths.get(self.own_id(record_id))


def read_page(page: Answer | Abstention, store: Store, allowed_texts: frozenset[str], links: Links) -> Ctx:
    """The page with everything that the rules need from the store."""
    statements = tuple(dict.fromkeys(statement for _, statement in placed_statements(page)))
    references = page.references
    near = page.nearest if isinstance(page, Abstention) else ()
    spans = (*_spans(statements), *_spans_of_facts(references))
    texts = (*(span.rendition_id for span in spans), *(one.rendition_id for one in near if one.rendition_id))
    renditions = store.renditions_by_id(_askable(RenditionId(name) for name in texts))
    records = store.records_by_id(
        _askable(
            [
                *(RecordId(span.record_id) for span in spans),
                *(RecordId(reference.record_id) for reference in references),
                *(RecordId(source.record_id) for source in near),
                *(stored.record_id for stored in renditions.values()),
            ]
        )
    )
    held = tuple({record.id: record for record in records.values()}.values())
    notices = store.notices([record.ids for record in held]) if held else ()
    lists = store.notice_lists() if held else ()
    truths = {record.id: truth_of(record, found, lists) for record, found in zip(held, notices, strict=True)}
    by_number: dict[int, Reference] = {}
    for reference in references:
        by_number.setdefault(reference.number, reference)
    reads = tuple(_read(statement, records, renditions, truths) for statement in statements)
    return Ctx(page, reads, records, renditions, truths, by_number, allowed_texts, links, store)


def placed_statements(page: Answer | Abstention) -> Iterator[tuple[str, Statement]]:
    """Every place of the page that holds a statement, in reading order, with the layer's name; repeats included."""
    if isinstance(page, Abstention):
        yield from (("nearest advice", one.statement) for one in page.advice)
        return
    yield from (("bottom line", statement) for statement in page.bottom_line.statements)
    for row in (*page.actions, *page.more_actions):
        yield "actions", row.statement
        yield from (("actions", statement) for statement in row.also)
    yield from (("guideline notes", statement) for statement in page.guideline_notes)
    for difference in page.differences:
        yield from (("differences", statement) for statement in _sides(difference))
    for group in page.research:
        yield from (("research", statement) for statement in (*group.statements, *group.more))
    yield from (("newer", statement) for statement in page.newer)


def held_references(ctx: Ctx) -> Iterator[tuple[str, Reference, Record]]:
    """Every reference whose record the store holds, with a name for faults."""
    for reference in ctx.page.references:
        record = ctx.records.get(RecordId(reference.record_id))
        if record:
            yield f"[{reference.number}]", reference, record


def annotation_of(rendition: Rendition, span: Span) -> Annotation | None:
    """The annotated stretch that a span was taken from: its very statement first, else the first that it touches."""
    start, end = span.start, span.end
    first = None
    for annotation in rendition.annotations:
        whole = annotation.whole
        if whole.start < end and start < whole.end:
            own = annotation.statement
            if own.start == start and own.end == end:
                return annotation
            first = first or annotation
    return first


def _sides(difference: Difference) -> Iterator[Statement]:
    if difference.note:
        yield difference.note
    yield from difference.statements


def _spans(statements: Iterable[Statement]) -> Iterator[Span]:
    for statement in statements:
        yield statement.quote.span
        yield from (qualifier.quote.span for qualifier in statement.qualifiers)
        yield from (part.quote.span for part in statement.pico)


def section_at(rendition: Rendition, at: int) -> Section | None:
    """The section of a text in which a character stands; `None` between sections, or where it has none."""
    return next((section for section in rendition.sections if section.start <= at < section.end), None)


def _spans_of_facts(references: Iterable[Reference]) -> Iterator[Span]:
    for reference in references:
        yield from (fact.quote.span for fact in reference.facts if fact.quote)


def _askable(ids: Iterable[T]) -> list[T]:
    """Each id once, without what no honest id holds and some databases choke on."""
    return [one for one in dict.fromkeys(ids) if 0 < len(one) <= LONGEST_ID and one.isprintable()]


def _read(
    statement: Statement,
    records: Mapping[RecordId, Record],
    renditions: Mapping[RenditionId, StoredRendition],
    truths: Mapping[RecordId, Truth],
) -> Read:
    span = statement.quote.span
    record, stored = records.get(span.record_id), renditions.get(span.rendition_id)
    annotation = annotation_of(stored.rendition, span) if stored else None
    return Read(statement, record, stored, annotation, truths.get(record.id) if record else None)
