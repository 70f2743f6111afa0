"""Stretches of stored text that can be cited, and the proof that they are what they say."""

import hashlib
from dataclasses import dataclass

from quoth.model.record import RecordId
from quoth.model.rendition import Extent, Rendition, RenditionId

__all__ = ["Passage", "Quote", "Span", "hash_of_text", "quote_of"]


def hash_of_text(text: str) -> str:
    """SHA-256 of the text in UTF-8, hexadecimal. Lone surrogates are kept as they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A pointer to characters `start` to `end` (exclusive) of one rendition, with the hash of what stood there."""

    record_id: RecordId
    rendition_id: RenditionId
    start: int
    end: int
    sha256: str

    @property
    def passage_id(self) -> str:
        """The id under which a face can open the passage: "<rendition>:<start>-<end>"."""
        return f"{self.rendition_id}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a span. `text` is byte for byte what the store holds there."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of one rendition that can be cited. `text` equals the slice of the rendition."""

    id: str
    record_id: RecordId
    rendition_id: RenditionId
    start: int
    end: int
    text: str


def quote_of(record_id: RecordId, rendition: Rendition, extent: Extent) -> Quote:
    """The quotation of one extent of a rendition."""
    text = rendition.text[extent.start : extent.end]
    return Quote(Span(record_id, rendition.id, extent.start, extent.end, hash_of_text(text)), text)
