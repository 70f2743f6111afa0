"""MEDLINE display format: PubMed's .nbib and "MEDLINE" exports, and Ovid's "medline" export of the same fields.

Field tags: https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format
"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

from quoth.model import (
    UNKNOWN_DATE,
    Fidelity,
    Form,
    Ids,
    MeshHeading,
    Notice,
    NoticeKind,
    PartialDate,
    Record,
    Refusal,
    Rendition,
    Report,
    make_rendition,
)
from quoth.sources.abstracts import abstract_text
from quoth.sources.bibliographic_dates import date_of_text
from quoth.sources.identifiers import clean_doi, clean_pmcid, clean_pmid, record_id_of
from quoth.sources.items import Item, Options
from quoth.sources.markup import one_space
from quoth.sources.medline_fields import Fields, fields_of, raw_records
from quoth.sources.opening import CutShort, iter_lines
from quoth.sources.relations import RELATIONS, SOURCE, notice_of, retracted_by_title, retracted_by_type

__all__ = ["read"]

ORIGIN = "MEDLINE export"
NO_TITLE = "[Title not available]"

# MEDLINE tag -> PubMed's name for the same link.
_LINKS = {
    "RIN": "RetractionIn",
    "ROF": "RetractionOf",
    "PRIN": "PartialRetractionIn",
    "PROF": "PartialRetractionOf",
    "RRI": "RetractedandRepublishedIn",
    "RRF": "RetractedandRepublishedFrom",
    "CRI": "CorrectedandRepublishedIn",
    "CRF": "CorrectedandRepublishedFrom",
    "EIN": "ErratumIn",
    "EFR": "ErratumFor",
    "ECI": "ExpressionOfConcernIn",
    "ECF": "ExpressionOfConcernFor",
    "UIN": "UpdateIn",
    "UOF": "UpdateOf",
}
_DATES = {
    "DEP": "electronic",
    "DA": "created",
    "CRDT": "created",
    "DCOM": "completed",
    "LR": "revised",
    "EDAT": "entrez",
}
_DATES |= {"MHDA": "medline"}
_HISTORY_NAMES = {"revised": "revised by authors"}
_BRACKETED = re.compile(r"(\S+)\s+\[([A-Za-z-]+)\]")
_HISTORY = re.compile(r"([0-9/: ]+)\[([a-z-]+)\]")
_PMID = re.compile(r"PMID:\s*([0-9]{1,9})")


def read(path: Path, options: Options) -> Iterator[Item]:
    """Every record as a report followed by its notices. Raises BadFile when the file cannot be opened."""
    lines = iter_lines(path, options.limits)
    cut_short: list[str] = []
    found_any = False
    for raw in raw_records(_until_damage(lines, cut_short), most_bytes=options.limits.record_bytes):
        if cut_short:
            break  # the record that the damage fell into may lack its end
        found_any = True
        try:
            fields = fields_of(raw)
            record = _record(fields)
        except (KeyError, ValueError, StopIteration) as fault:
            yield Refusal(path.name, raw.place, f"cannot be read as a MEDLINE record: {fault}")
            continue
        if record is None:
            yield Refusal(path.name, raw.place, "it has neither a PMID nor a title")
            continue
        yield Report(record, tuple(_renditions(fields, record)))
        yield from _notices(path.name, raw.place, fields, record)
    if cut_short:
        yield Refusal(path.name, "end of file", cut_short[0], fatal=True)
    elif not found_any:
        yield Refusal(path.name, "whole file", "there is no record in it")


def _until_damage(lines: Iterator[str], cut_short: list[str]) -> Iterator[str]:
    try:
        yield from lines
    except CutShort as fault:
        cut_short.append(str(fault))


def _one(fields: Fields, *tags: str) -> str:
    return next((words for tag in tags if (words := one_space(" ".join(fields.get(tag, ()))))), "")


def _many(fields: Fields, *tags: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for tag in tags for value in fields.get(tag, ()) if (words := one_space(value))))


def _record(fields: Fields) -> Record | None:
    link = _ovid_link(fields)
    pmid = clean_pmid(_one(fields, "PMID")) or clean_pmid(link.get("pmid"))
    if pmid is None and "MEDLINE" in _one(fields, "DB").upper():
        pmid = clean_pmid(_one(fields, "UI"))
    title = _one(fields, "TI", "BTI", "CTI")
    if not pmid and not title:
        return None
    ids = _ids(fields, pmid, link)
    published = date_of_text(_one(fields, "DP") or _one(fields, "YR") or link.get("date", ""))
    dates = tuple(_dates(fields))
    if published == UNKNOWN_DATE:
        published = next((day for name, day in dates if name == "electronic"), UNKNOWN_DATE)
    authors = _many(fields, "AU", "CN") or tuple(map(_initials, _many(fields, "FAU"))) or _many(fields, "ED")
    return Record(
        id=record_id_of(ids, title, str(published.year), "; ".join(authors[:1])),
        title=title or _one(fields, "TT") or NO_TITLE,
        ids=ids,
        authors=authors,
        journal=_one(fields, "JT") or (_one(fields, "BTI") if _one(fields, "TI") else "") or link.get("title") or None,
        journal_abbreviation=_one(fields, "TA") or None,
        volume=_one(fields, "VI") or link.get("volume") or None,
        issue=_one(fields, "IP") or link.get("issue") or None,
        pages=_one(fields, "PG") or link.get("spage") or None,
        published=published,
        dates=dates,
        language=", ".join(_many(fields, "LA")) or None,
        publication_types=_many(fields, "PT"),
        mesh=tuple(map(_heading, _many(fields, "MH"))),
        keywords=tuple(word.lstrip("*") for word in _many(fields, "OT", "KW")),
        funding="; ".join(
            (*_many(fields, "GR"), *(f"Conflict of interest statement: {w}" for w in _many(fields, "COIS")))
        )
        or None,
        licence=_one(fields, "CI") or None,
        origin=ORIGIN,
        vernacular_title=_one(fields, "TT") or None,
    )


def _ids(fields: Fields, pmid: str | None, link: dict[str, str]) -> Ids:
    doi = None
    other: list[tuple[str, str]] = []
    for value, kind in _BRACKETED.findall(" ".join((*fields.get("LID", ()), *fields.get("AID", ())))):
        if kind == "doi":
            doi = doi or clean_doi(value)
        else:
            other.append((kind, value))
    for number in _many(fields, "SI"):
        bank, _, accession = number.partition("/")
        other.append((bank, accession) if accession else ("databank", number))
    other += [("isbn", value) for value in _many(fields, "ISBN")]
    if status := _one(fields, "PST"):
        other.append(("publication status", status))
    doi = doi or clean_doi(_one(fields, "DO")) or clean_doi(link.get("doi"))
    return Ids(pmid, doi, clean_pmcid(_one(fields, "PMC")), None, tuple(dict.fromkeys(other)))


def _ovid_link(fields: Fields) -> dict[str, str]:
    """What an Ovid export says only in its resolver links: PMID, DOI, journal, year."""
    found: dict[str, str] = {}
    for address in fields.get("XL", ()):
        query = parse_qs(address.partition("?")[2].replace("?", "&"))
        for value in query.get("id", ()):
            kind, _, rest = value.partition(":")
            if kind in {"doi", "pmid"} and rest:
                found.setdefault(kind, rest)
        if query.get("D", [""])[0].startswith(("med", "pm")) and query.get("AN"):
            found.setdefault("pmid", query["AN"][0])
        for name in ("title", "date", "volume", "issue", "spage"):
            if query.get(name):
                found.setdefault(name, query[name][0])
    return found


def _initials(full: str) -> str:
    family, _, given = full.partition(",")
    return f"{family} {''.join(part[0] for part in given.replace('-', ' ').split())}".strip()


def _dates(fields: Fields) -> Iterator[tuple[str, PartialDate]]:
    for tag, name in _DATES.items():
        if (day := date_of_text(_one(fields, tag))) != UNKNOWN_DATE:
            yield name, day
    for line in fields.get("PHST", ()):
        for when, status in _HISTORY.findall(line):
            if (day := date_of_text(when)) != UNKNOWN_DATE:
                yield _HISTORY_NAMES.get(status, status), day


def _heading(text: str) -> MeshHeading:
    descriptor, *qualifiers = text.split("/")
    return MeshHeading(
        descriptor.lstrip("*").strip(),
        descriptor.startswith("*"),
        tuple((name.lstrip("*").strip(), name.startswith("*")) for name in qualifiers if name.strip("* ")),
    )


def _renditions(fields: Fields, record: Record) -> Iterator[Rendition]:
    for tag, note in (("AB", ""), ("OAB", " (other abstract)")):
        words = _one(fields, tag)
        if not words:
            continue
        text, sections = abstract_text([(None, None, words)])
        yield make_rendition(
            Form.ABSTRACT,
            Fidelity.VERBATIM,
            text,
            sections=sections,
            language="eng" if tag == "AB" else None,
            origin=f"{ORIGIN}{note}",
            licence=record.licence,
        )


def _notices(file: str, place: str, fields: Fields, record: Record) -> Iterator[Item]:
    retracted = False
    for tag, name in _LINKS.items():
        relation = RELATIONS[name]
        for reference in _many(fields, tag):
            found = _PMID.search(reference)
            notice = notice_of(
                relation, record.ids, pmid=found.group(1) if found else None, reference=_PMID.sub("", reference).strip()
            )
            if notice is None:
                reason = f"a {relation.kind.value} of {reference[:120]!r}, which has no identifier"
                yield Refusal(file, place, reason)
                continue
            retracted = retracted or (notice.kind is NoticeKind.RETRACTION and relation.about_this)
            yield notice
    if retracted or not (record.ids.pmid or record.ids.doi):
        return
    if retracted_by_type(record.publication_types):
        yield Notice(NoticeKind.RETRACTION, record.ids, note="publication type Retracted Publication", source=SOURCE)
    elif retracted_by_title(record.title, record.publication_types):
        yield Notice(NoticeKind.RETRACTION, record.ids, note="the title says so", source=SOURCE)
