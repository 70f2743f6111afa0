"""What every reader yields, and the limits that every reader keeps to."""

from dataclasses import dataclass, field
from datetime import date

from quoth.model import Notice, NoticeList, Refusal, Report, Words
from quoth.sources.document_facts import DocumentFacts

__all__ = ["Item", "Limits", "Options"]

Item = Report | Notice | NoticeList | Words | Refusal
"""One thing read from a file. A refusal stands where something could not be taken in."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an honest file may ask of us. Beyond it a file is refused as hostile.

    PubMed's own files unpack to about ten times their size and hold citations of at most a few megabytes.
    """

    unpacked_bytes: int = 16 * 2**30
    """Most bytes that a compressed file may unpack to."""
    unpacked_ratio: int = 200
    """Most bytes out for one byte in, looked at once `ratio_free_bytes` have come out."""
    ratio_free_bytes: int = 16 * 2**20
    record_bytes: int = 32 * 2**20
    """Largest single record or article."""
    pack_bytes: int = 8 * 2**20
    """Largest guideline pack."""
    list_bytes: int = 512 * 2**20
    """Largest list that has to be held whole, such as a JSON map."""
    depth: int = 200
    """Deepest nesting of XML elements; YAML gets by with a quarter."""
    document_bytes: int = 64 * 2**20
    """Largest guideline document: HTML, Markdown, DOCX (unpacked: four times that) or PDF."""
    document_pages: int = 2_000
    """Most pages of a PDF."""
    document_chars: int = 8 * 2**20
    """Most characters of text in one document."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller can say about a file that the file itself does not."""

    as_of: date | None = None
    """For retraction lists: the day that the list was drawn up, where the file does not say."""
    limits: Limits = field(default_factory=Limits)
    facts: DocumentFacts = field(default_factory=DocumentFacts)
    """For guideline documents: who speaks, when, and the like."""
