"""BibTeX and BibLaTeX, entry by entry through bibtexparser, with LaTeX turned into what it stands for."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bibtexparser.entrypoint import parse_string
from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]

from quoth.model import Refusal
from quoth.sources.bibliographic_dates import date_of_parts, date_of_text
from quoth.sources.citations import Citation, items_of
from quoth.sources.identifiers import clean_doi, clean_pmcid, clean_pmid
from quoth.sources.items import Item, Options
from quoth.sources.markup import one_space
from quoth.sources.opening import CutShort, iter_lines

__all__ = ["read"]

ORIGIN = "BibTeX"
_START = re.compile(r"\s*@\s*([A-Za-z]+)\s*[{(]")
_NOT_ENTRIES = frozenset(["comment", "preamble"])
_LATEX = re.compile(r"[\\{}$]|--|``|''")
_BARE_PERCENT = re.compile(r"(?<!\\)%")
_AND = re.compile(r"\s+and\s+")
_PUBMED = re.compile(r"pubmed", re.IGNORECASE)


def read(path: Path, options: Options) -> Iterator[Item]:
    """Every entry as a report. Raises BadFile when the file cannot be opened."""
    block: list[str] = []
    strings: list[str] = []
    began, number, size = 1, 0, 0
    damage: str | None = None
    try:
        for at, line in enumerate(iter_lines(path, options.limits), 1):
            if _START.match(line):
                if block:
                    number += _is_entry(block)
                    yield from _items(path.name, f"entry {number}, line {began}", block, strings)
                block, began, size = [], at, 0
            elif not block:
                continue
            size += len(line)
            if size <= options.limits.record_bytes:
                block.append(line)
    except CutShort as fault:
        damage = str(fault)
    if damage:
        yield Refusal(path.name, f"entry after line {began}", damage, fatal=True)
    elif block:
        number += _is_entry(block)
        yield from _items(path.name, f"entry {number}, line {began}", block, strings, last=True)
    if number == 0 and not damage:
        yield Refusal(path.name, "whole file", "there is no entry in it")


def _kind(block: list[str]) -> str:
    start = _START.match(block[0])
    return start.group(1).casefold() if start else ""


def _is_entry(block: list[str]) -> int:
    return int(_kind(block) not in _NOT_ENTRIES | {"string"})


def _items(file: str, place: str, block: list[str], strings: list[str], *, last: bool = False) -> Iterator[Item]:
    kind = _kind(block)
    if kind in _NOT_ENTRIES:
        return
    if kind == "string":
        if len(strings) < 1000:
            strings.append("\n".join(block))
        return
    with _quiet():  # a refusal says it; the library's own words would show the entry's
        library = parse_string("\n".join([*strings, *block]))
    if not library.entries:
        cut = last and library.failed_blocks and "\n".join(block).count("{") > "\n".join(block).count("}")
        reason = "the file ends inside this entry" if cut else "cannot be read as BibTeX; check its braces and commas"
        yield Refusal(file, place, reason, fatal=bool(cut))
        return
    for entry in library.entries:
        fields = {field.key.casefold(): _plain(str(field.value)) for field in entry.fields}
        raw = {field.key.casefold(): str(field.value) for field in entry.fields}
        citation = _citation(fields, raw)
        if citation.title or citation.abstract:
            yield from items_of(citation, ORIGIN)
        else:
            yield Refusal(file, place, f"{entry.key!r} has neither a title nor an abstract")


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep bibtexparser from logging what it cannot read."""
    log = logging.getLogger("bibtexparser")
    before = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(before)


def _plain(value: str) -> str:
    """The text that LaTeX markup stands for. A bare percent sign would begin a comment: here it is a percent sign."""
    if _LATEX.search(value):
        try:
            value = LatexNodes2Text(math_mode="text").latex_to_text(_BARE_PERCENT.sub(r"\\%", value))
        except (ValueError, IndexError, KeyError, RecursionError):
            value = re.sub(r"[{}]", "", value)
    return one_space(value)


def _citation(fields: dict[str, str], raw: dict[str, str]) -> Citation:
    def words(*names: str) -> str:
        return next((fields[name] for name in names if fields.get(name)), "")

    month = words("month")
    published = (
        date_of_text(words("date")) if fields.get("date") else date_of_parts(words("year") or None, month or None)
    )
    if published.year is None:
        published = date_of_text(words("year"))
    pages = re.sub(r"\s*[-\u2013\u2014]+\s*", "-", words("pages"))
    eprint = words("eprint") if _PUBMED.search(words("eprinttype", "archiveprefix")) else ""
    address = raw.get("url", "")
    return Citation(
        title=words("title"),
        abstract=words("abstract"),
        authors=[_plain(name) for name in _AND.split(one_space(raw.get("author") or raw.get("editor") or "")) if name],
        journal=words("journal", "journaltitle", "booktitle"),
        abbreviation=words("shortjournal", "journal-iso"),
        volume=words("volume"),
        issue=words("number", "issue"),
        pages=pages,
        published=published,
        doi=clean_doi(raw.get("doi", "").replace("\\", "")) or clean_doi(address.replace("\\", "")),
        pmid=clean_pmid(words("pmid") or eprint),
        pmcid=clean_pmcid(words("pmcid", "pmc")) if words("pmcid", "pmc") else None,
        language=words("language", "langid"),
        keywords=[word for part in re.split(r"[;,]", words("keywords")) if (word := part.strip())],
        other=[("isbn", words("isbn"))] if words("isbn") else [],
    )
