"""A guideline as a PDF: its text in reading order, page by page, through pypdfium2.

What the format gives is letters at places and lines drawn; `pdf_lines` makes lines of the letters, `pdf_tables` rows of
tables, `pdf_layout` orders columns, and `pdf_paragraphs` joins lines. Nothing is drawn, run or fetched: forms, scripts
and attachments are not looked at.
"""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from quoth.errors import BadFile, HostileFile, MissingExtra
from quoth.model import Doubt, DoubtKind
from quoth.sources.document import Document, items_of
from quoth.sources.items import Item, Limits, Options
from quoth.sources.pdf_layout import ordered
from quoth.sources.pdf_lines import Line, lines_of
from quoth.sources.pdf_paragraphs import blocks_of
from quoth.sources.pdf_rules import Rules, rules_of
from quoth.sources.pdf_running_heads import without_running_heads
from quoth.sources.pdf_tables import with_tables

__all__ = ["read"]


def read(path: Path, options: Options) -> Iterator[Item]:
    """The document as a report.

    Raises:
        BadFile: it cannot be opened, or holds no text; HostileFile when it is larger than the limits.
        MissingExtra: what reads it is not installed.
    """
    pages, rules, title = _pages(path, options.limits)
    empty = [number for number, lines in enumerate(pages, 1) if not lines]
    doubts = [Doubt(DoubtKind.NOTE, "Read from a PDF: lines, columns and paragraphs were put together by rule.")]
    if empty and len(empty) < len(pages):
        doubts.append(Doubt(DoubtKind.PARTLY_READ, f"Pages without text, perhaps pictures of text: {_named(empty)}."))
    tabled = with_tables(without_running_heads(pages), rules)
    if tabled.doubtful:
        where = f"{'Page' if len(tabled.doubtful) == 1 else 'Pages'} {_named(tabled.doubtful)}"
        told = "a table could not be taken apart into its rows. Look up there which grade stands beside which words."
        doubts.append(Doubt(DoubtKind.PARTLY_READ, f"{where}: {told}"))
    blocks = blocks_of([ordered(lines) for lines in tabled.pages])
    yield from items_of(path, options, Document(tuple(blocks), title, tuple(doubts)), "PDF")


def _named(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages[:20])) + (" and more" if len(pages) > 20 else "")


def _pages(path: Path, limits: Limits) -> tuple[list[list[Line]], list[Rules], str | None]:
    try:
        import pypdfium2
    except ImportError as fault:
        raise MissingExtra(f"Reading the PDF {path.name!r}", "documents") from fault
    size = path.stat().st_size
    if size > limits.document_bytes:
        raise HostileFile(
            f"{path.name!r} is {size:,} bytes, more than {limits.document_bytes:,}. Split it, or check it."
        )
    try:
        with contextlib.closing(pypdfium2.PdfDocument(path)) as pdf:
            if len(pdf) > limits.document_pages:
                raise HostileFile(
                    f"{path.name!r} has {len(pdf):,} pages, more than {limits.document_pages:,}. Split it, or check it."
                )
            pages: list[list[Line]] = []
            rules: list[Rules] = []
            chars = 0
            for number in range(len(pdf)):
                lines = lines_of(pdf[number], most_chars=limits.document_chars - chars)
                chars += sum(len(line.text) for line in lines)
                pages.append(lines)
                rules.append(rules_of(pdf[number]) if lines else Rules())
            return pages, rules, (pdf.get_metadata_value("Title") or "").strip() or None
    except pypdfium2.PdfiumError as fault:
        raise BadFile(
            f"{path.name!r} cannot be opened as a PDF: {str(fault).rstrip('.')}. "
            "If it asks for a password, save it without one."
        ) from fault
