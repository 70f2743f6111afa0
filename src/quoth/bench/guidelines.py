"""The open guidelines of the former National Guideline Clearinghouse, as web pages that the product's own reader reads.

Their recommendations come as plain lines. A page is made of them by shape alone: a short line that does not end like a
sentence is a heading, lines after a long line that ends with a colon are a list, the rest are paragraphs. So the pages
are made, and only their words are real; what real layouts add is not measured here.
"""

import gzip
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import yaml

from quoth.model import Fidelity, Form, Record, RecordId, Rendition, make_rendition
from quoth.sources.document import compose
from quoth.sources.html import document_of

__all__ = ["OpenGuideline", "load_guidelines", "page_of", "write_documents"]

_FIELD = "Major Recommendations"
_SHORT, _LONG = 110, 200
_LEAD = 45
_GRADE_LINE = re.compile(r"[(\[].{1,80}[)\]]")
_NO_HEADING = re.compile(r"[.;,)\]?]$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBERED = re.compile(r"[-•]|\d+[.)] ")


@dataclass(frozen=True, slots=True)
class OpenGuideline:
    """One guideline: its own words, and the text as the library would hold it."""

    id: str
    issuer: str
    words: str
    """The field of recommendations, as the file has it."""
    record: Record
    rendition: Rendition
    year: int | None = None
    """The first that its bibliographic source or its date of release names."""


def load_guidelines(file: Path) -> Iterator[OpenGuideline]:
    """Every guideline of the file, in its order."""
    with gzip.open(file, "rb") as lines:
        for line in lines:
            entry = msgspec.json.decode(line)
            words = _field(entry, _FIELD)
            title = _field(entry, "Guideline Title").strip()
            issuer = " ".join(_field(entry, "Guideline Developer(s)").split(" - ")[0].split())
            record = Record(RecordId(entry["id"]), title, issuer=issuer)
            text, sections = compose(document_of(page_of(title, words), entry["id"]).blocks)
            rendition = make_rendition(Form.FULL_TEXT, Fidelity.VERBATIM, text, sections=sections)
            years = _YEAR.findall(_field(entry, "Bibliographic Source(s)") + " " + _field(entry, "Date Released"))
            yield OpenGuideline(entry["id"], issuer, words, record, rendition, int(years[0]) if years else None)


def write_documents(guidelines: Iterable[OpenGuideline], folder: Path) -> dict[Path, OpenGuideline]:
    """One web page a guideline, with the facts beside it that a person would give: title, issuer, year.

    Returns:
        The pages in the order of the guidelines, each with what it was made from.
    """
    written = {}
    for one in guidelines:
        page = folder / f"{one.id}.html"
        page.write_text(page_of(one.record.title, one.words), encoding="utf-8")
        facts = {"title": one.record.title, "issuer": one.issuer, "kind": "guideline", "year": one.year}
        told = {name: value for name, value in facts.items() if value is not None}
        page.with_name(f"{page.name}.quoth.yaml").write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
        written[page] = one
    return written


def page_of(title: str, words: str) -> str:
    """A web page of lines of text."""
    parts = [f"<!doctype html><html lang='en'><head><title>{html.escape(title)}</title></head><body><main>"]
    listing = False
    for line in (line.strip() for line in words.split("\n")):
        if not line:
            continue
        if listing and (_GRADE_LINE.fullmatch(line) or len(line) > _LONG):
            parts.append("</ul>")
            listing = False
        tag = "li" if listing else "h2" if _is_heading(line) else "p"
        parts.append(f"<{tag}>{html.escape(line)}</{tag}>")
        if not listing and line.endswith(":") and len(line) > _LEAD:
            parts.append("<ul>")
            listing = True
    return "\n".join([*parts, "</ul>" if listing else "", "</main></body></html>"])


def _is_heading(line: str) -> bool:
    shaped = len(line) < _SHORT and line[:1].isupper() and not _NO_HEADING.search(line) and not _NUMBERED.match(line)
    return shaped and not (line.endswith(":") and len(line) > _LEAD)


def _field(entry: dict[str, dict[str, list[str]]], name: str) -> str:
    return "\n".join(entry["fields"].get(name, ()))
