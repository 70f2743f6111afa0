"""The small library in memory, with ways to quote from it."""

import re
from dataclasses import replace
from typing import Any

from quoth.model import (
    Design,
    Directness,
    Extent,
    FactKind,
    FindingKind,
    Mark,
    MarkKind,
    NoticeKind,
    NoticeList,
    Qualifier,
    QualifierKind,
    Record,
    RecordId,
    Reference,
    Rendition,
    RetractionState,
    Standing,
    Statement,
    StudyFact,
    quote_of,
)
from quoth.store.memory import MemoryStore
from quoth.store.protocol import Store
from quoth.text import sentences
from tests.unit.check.knee_texts import LISTED_ON, knee_notices, knee_words, packed_texts, published_texts


class Library:
    """The library in memory, with its records and current texts at hand."""

    def __init__(self, store: Store | None = None) -> None:
        self.store: Store = store or MemoryStore()
        self.records: dict[RecordId, Record] = {}
        self.texts: dict[RecordId, Rendition] = {}
        for record, text in (*packed_texts(), *published_texts()):
            self.keep(record, text)
        self.store.put_notices(knee_notices())
        self.store.put_notice_list(NoticeList("Retraction list", LISTED_ON, "pmid"))
        self.store.put_words(knee_words())

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


def _sentences(text: Rendition) -> tuple[Extent, ...]:
    """Cut as a library does: no sentence crosses a section."""
    parts = [(section.start, section.end) for section in text.sections] or [(0, len(text.text))]
    return tuple(
        Extent(start + first, start + last) for start, end in parts for first, last in sentences(text.text[start:end])
    )
