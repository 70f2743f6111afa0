"""References as a reader expects them, and where they lead."""

import re
from urllib.parse import quote

from quoth.interop.labels import year_label
from quoth.model import (
    DESIGN_LABELS,
    Abstention,
    Answer,
    Design,
    Ids,
    NearSource,
    Record,
    Reference,
    Standing,
    Statement,
    stated_design,
)

__all__ = [
    "format_record",
    "format_reference",
    "links_of",
    "links_of_ids",
    "near_line",
    "near_part",
    "reference_of",
    "short_name",
    "source_line",
]

AUTHORS_SHOWN = 3
_DOI = re.compile(r"10\.\d{4,9}/\S{1,300}")
_PMID = re.compile(r"[0-9]{1,9}")
_PMCID = re.compile(r"PMC[0-9]{1,10}")
_URL = re.compile(r"https?://[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?(?:/[!-;=?-_a-z~]{0,1000})?")
_ET_AL = "et al."


def format_reference(ref: Reference) -> str:
    """One line in the manner of the NLM: authors, title, journal, year;volume(issue):pages, identifiers."""
    parts = [_ended(_authors(ref)), _ended(ref.title), _where(ref), *_identifiers(ref.ids)]
    return " ".join(part for part in parts if part)


def format_record(record: Record) -> str:
    """The same line for a catalogue entry."""
    return format_reference(reference_of(record, Standing()))


def reference_of(record: Record, standing: Standing, *, number: int = 0) -> Reference:
    """A catalogue entry as a reference, for faces that show one outside an answer."""
    return Reference(
        number=number,
        record_id=record.id,
        title=record.title,
        design=stated_design(record) or Design.OTHER,
        fidelities=(),
        authors=record.authors,
        issuer=record.issuer,
        journal=record.journal,
        year=record.published.year,
        volume=record.volume,
        issue=record.issue,
        pages=record.pages,
        ids=record.ids,
        standing=standing,
    )


def links_of(ref: Reference) -> tuple[tuple[str, str], ...]:
    """(label, address) of the pages that a reference's identifiers open."""
    return links_of_ids(ref.ids)


def links_of_ids(ids: Ids) -> tuple[tuple[str, str], ...]:
    """(label, address) for DOI, PubMed, PMC and a source's own page, in that order.

    An identifier of the wrong shape gets no link: addresses are never built out of unchecked text.
    """
    links = []
    if ids.doi and _DOI.fullmatch(ids.doi):
        links.append(("DOI", f"https://doi.org/{quote(ids.doi, safe='/:;()._-')}"))
    if ids.pmid and _PMID.fullmatch(ids.pmid):
        links.append(("PubMed", f"https://pubmed.ncbi.nlm.nih.gov/{ids.pmid}/"))
    if ids.pmcid and _PMCID.fullmatch(ids.pmcid):
        links.append(("PMC", f"https://pmc.ncbi.nlm.nih.gov/articles/{ids.pmcid}/"))
    links += [("Source page", value) for kind, value in ids.other if kind == "url" and _URL.fullmatch(value)]
    return tuple(links)


def near_line(source: NearSource) -> str:
    """A source that comes near a question, on one line: its title, who issued or printed it, and its year."""
    where = source.issuer or source.journal
    return ", ".join(part for part in (source.title.rstrip("."), where, str(source.year or "year unknown")) if part)


def near_part(source: NearSource) -> str:
    """The part of a source that comes near, by its two innermost headings; empty where it has none."""
    return " › ".join(heading.strip(" .:") for heading in source.section[-2:])


def short_name(ref: Reference) -> str:
    """What one would call a source in passing: its issuer, its first author, its journal or the start of its title."""
    if ref.issuer:
        return ref.issuer
    named = [author for author in ref.authors if author != _ET_AL]
    if named:
        return f"{named[0]} {_ET_AL}" if len(ref.authors) > 1 else named[0]
    if ref.journal:
        return ref.journal
    return ref.title if len(ref.title) <= 60 else f"{ref.title[:59].rstrip()}…"


def source_line(statement: Statement, page: Answer | Abstention) -> str:
    """Who says it, in what kind of source, and when: "NICE, guideline, 2022"."""
    ref = next((ref for ref in page.references if ref.number == statement.citations[0]), None)
    name = statement.issuer or (short_name(ref) if ref else "source not listed")
    return f"{name}, {DESIGN_LABELS[statement.design]}, {year_label(statement.year)}"


def _authors(ref: Reference) -> str:
    named = [author for author in ref.authors if author and author != _ET_AL]
    if not named:
        return ref.issuer or ""
    shown = named[:AUTHORS_SHOWN]
    more = len(named) > AUTHORS_SHOWN or _ET_AL in ref.authors
    return ", ".join([*shown, _ET_AL] if more else shown)


def _where(ref: Reference) -> str:
    place = year_label(ref.year) if ref.year else f"[{year_label(None)}]"
    if ref.volume or ref.issue:
        place += f";{ref.volume or ''}{f'({ref.issue})' if ref.issue else ''}"
    if ref.pages:
        place += f":{ref.pages}"
    return f"{_ended(ref.journal)} {place}." if ref.journal else f"{place}."


def _identifiers(ids: Ids) -> list[str]:
    named = (("doi:", ids.doi), ("PMID: ", ids.pmid), ("PMCID: ", ids.pmcid))
    return [f"{name}{value}." for name, value in named if value]


def _ended(text: str | None) -> str:
    text = (text or "").strip()
    return text if not text or text[-1] in ".?!" else f"{text}."
