"""A guideline in Markdown, read as CommonMark with tables; raw HTML in it is words, never markup."""

from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt

from quoth.sources.document import items_of
from quoth.sources.html import document_of
from quoth.sources.items import Item, Options
from quoth.sources.opening import read_text

__all__ = ["read"]


def read(path: Path, options: Options) -> Iterator[Item]:
    """The text as a report. Raises BadFile when it is not text or empty, HostileFile when it is too large."""
    text = read_text(path, options.limits, at_most=options.limits.document_bytes, what="a Markdown document")
    reader = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    page = f"<html><body>{reader.render(text)}</body></html>"
    yield from items_of(path, options, document_of(page, path.name, whole=True), "Markdown")
