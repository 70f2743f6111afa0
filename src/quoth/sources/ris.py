"""RIS as reference managers and databases write it (EndNote, Zotero, Ovid, Embase, Scopus, ProQuest, Web of Science).

The file is cut at its TY and ER lines and each reference goes to rispy alone. A reference that never ends is refused:
it may lack the end of its abstract, and half a sentence is not a quotation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rispy

from quoth.interop.own_fields import OWN_FIELDS, OwnFacts, read_own_fields
from quoth.model import Refusal
from quoth.sources.bibliographic_dates import date_of_text
from quoth.sources.citations import Citation, items_of
from quoth.sources.identifiers import clean_doi, clean_pmcid, clean_pmid
from quoth.sources.items import Item, Options
from quoth.sources.markup import one_space
from quoth.sources.opening import CutShort, iter_lines

__all__ = ["read"]

ORIGIN = "RIS"
_TAG = re.compile(r"\ufeff?\s*([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$")
_PUBMED_LINK = re.compile(r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/|[?&]pmid=)([0-9]{1,9})")
_TRIAL = re.compile(r"\bNCT[0-9]{8}\b")
_SKIPPED_TYPES = frozenset(["article", "journal article", "article in press"])


@dataclass(slots=True)
class _Reference:
    """The lines of one reference."""

    lines: list[str]
    number: int
    line: int
    size: int = 0

    @property
    def place(self) -> str:
        return f"record {self.number}, line {self.line}"


def read(path: Path, options: Options) -> Iterator[Item]:
    """Every reference as a report. Raises BadFile when the file cannot be opened."""
    current: _Reference | None = None
    number = 0
    try:
        for at, line in enumerate(iter_lines(path, options.limits), 1):
            tag = _TAG.match(line)
            name = tag.group(1) if tag else ""
            if name == "TY":
                if current is not None:
                    yield Refusal(path.name, current.place, "the reference has no end (ER); the next one begins")
                number += 1
                current = _Reference([f"TY  - {tag.group(2) or 'GEN'}" if tag else "TY  - GEN"], number, at)
            elif name == "ER":
                if current is None:
                    yield Refusal(path.name, f"line {at}", "a reference ends here that never began (TY)")
                else:
                    yield from _items(path.name, current)
                current = None
            elif current is not None:
                current.size += len(line)
                if current.size <= options.limits.record_bytes:
                    current.lines.append(f"{name}  - {(tag.group(2) or '').strip()}" if tag else line.strip())
    except CutShort as fault:
        yield Refusal(path.name, current.place if current else "end of file", str(fault), fatal=True)
        return
    if current is not None:
        yield Refusal(path.name, current.place, "the file ends inside this reference", fatal=True)
    elif number == 0:
        yield Refusal(path.name, "whole file", "there is no reference in it")


def _items(file: str, reference: _Reference) -> Iterator[Item]:
    try:
        parsed = rispy.loads("\n".join([*reference.lines, "ER  - ", ""]))
    except (rispy.parser.ParseError, KeyError, ValueError, TypeError, AttributeError) as fault:
        yield Refusal(file, reference.place, f"cannot be read as RIS: {fault!r}")
        return
    fields: dict[str, Any] = parsed[0] if parsed else {}
    citation = _citation(fields)
    if not citation.title and not citation.abstract:
        yield Refusal(file, reference.place, "it has neither a title nor an abstract")
        return
    yield from items_of(citation, ORIGIN)


def _words(fields: dict[str, Any], *names: str) -> str:
    """The first of these fields that says something, on one line."""
    for name in names:
        value = fields.get(name, "")
        text = one_space(" ".join(map(str, value)) if isinstance(value, list) else str(value))
        if text:
            return text
    return ""


def _several(fields: dict[str, Any], name: str) -> list[str]:
    value = fields.get(name, [])
    values = value if isinstance(value, list) else [value]
    return [text for item in values if (text := one_space(str(item)))]


def _citation(fields: dict[str, Any]) -> Citation:
    unknown: dict[str, list[str]] = dict(fields.get("unknown_tag", {}))
    links = " ".join(_several(fields, "urls") + _several(fields, "file_attachments2"))
    database = _words(fields, "name_of_database", "database_provider").casefold()
    accession = _words(fields, "accession_number")
    from_pubmed = "pubmed" in database or "medline" in database or "nlm" in database
    pubmed = _PUBMED_LINK.search(links)
    pmid = clean_pmid(" ".join(unknown.get("PM", ()))) or (clean_pmid(accession) if from_pubmed else None)
    other = [("accession", accession)] if accession and not pmid else []
    other += [("ClinicalTrials.gov", number) for number in _TRIAL.findall(" ".join(_several(fields, "notes")))]
    first, last = _words(fields, "start_page"), _words(fields, "end_page")
    kinds = [kind for kind in (_words(fields, "type_of_work"),) if kind and kind.casefold() not in _SKIPPED_TYPES]
    written = read_own_fields({tag: _words(fields, f"custom{tag[1:]}") for tag in OWN_FIELDS.values()})
    own = written or OwnFacts()
    return Citation(
        title=_words(fields, "title", "primary_title", "translated_title", "short_title"),
        abstract=_words(fields, "abstract", "notes_abstract"),
        authors=_several(fields, "authors") or _several(fields, "first_authors"),
        journal=_words(fields, "secondary_title", "alternate_title3", "journal_name"),
        abbreviation=_words(fields, "alternate_title1", "alternate_title2", "journal_name"),
        volume=_words(fields, "volume"),
        issue=_words(fields, "number"),
        pages=f"{first}-{last}" if first and last and first != last and "-" not in first else first,
        published=date_of_text(_words(fields, "year", "publication_year", "date")),
        doi=clean_doi(_words(fields, "doi")) or clean_doi(links),
        pmid=pmid or (pubmed.group(1) if pubmed else None),
        pmcid=clean_pmcid(value) if (value := _words(fields, "custom2")).upper().startswith("PMC") else None,
        language=_words(fields, "language"),
        types=kinds if written is None else list(own.types),
        keywords=_without(_several(fields, "keywords"), [heading.descriptor for heading in own.mesh]),
        mesh=own.mesh,
        design=own.kind,
        licence=own.licence,
        other=other,
    )


def _without(keywords: list[str], headings: list[str]) -> list[str]:
    """The keywords without the headings that quoth writes among them, last; a keyword of the same name stays."""
    left = list(reversed(keywords))
    for heading in map(one_space, headings):
        if heading in left:
            left.remove(heading)
    return left[::-1]
