"""Lists of retractions: Retraction Watch's CSV, its two-column digests, a table with status, and DOI maps in JSON.

The list's day comes from the file where it says one (`as_of`), else from the caller, else from when the file was last
changed: a list that is taken as younger than it is would vouch for reports that it never saw.
"""

import csv
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec

from quoth.errors import BadFile
from quoth.model import Ids, Notice, NoticeKind, NoticeList, Refusal
from quoth.sources.bibliographic_dates import date_of_text
from quoth.sources.identifiers import clean_doi, clean_pmcid, clean_pmid
from quoth.sources.items import Item, Options
from quoth.sources.opening import CutShort, iter_lines, read_text

__all__ = ["read"]

# What a list calls a notice -> what we call it. "correction" and its kin change a report, they do not end it.
KINDS = {
    "retraction": NoticeKind.RETRACTION,
    "retractions": NoticeKind.RETRACTION,
    "retracted": NoticeKind.RETRACTION,
    "partial retraction": NoticeKind.RETRACTION,
    "retract and replace": NoticeKind.RETRACTION,
    "removal": NoticeKind.RETRACTION,
    "withdrawal": NoticeKind.RETRACTION,
    "expression of concern": NoticeKind.CONCERN,
    "expressions of concern": NoticeKind.CONCERN,
    "concern": NoticeKind.CONCERN,
    "concerns": NoticeKind.CONCERN,
    "correction": NoticeKind.CORRECTION,
    "corrections": NoticeKind.CORRECTION,
    "corrigendum": NoticeKind.CORRECTION,
    "erratum": NoticeKind.CORRECTION,
    "reinstatement": NoticeKind.REINSTATEMENT,
    "reinstatements": NoticeKind.REINSTATEMENT,
}
_COLUMNS = {
    "doi": ("originalpaperdoi", "doi"),
    "pmid": ("originalpaperpubmedid", "pmid"),
    "pmcid": ("pmcid",),
    "kind": ("retractionnature", "retractionwatch", "status", "nature"),
    "by_doi": ("retractiondoi", "notice_doi"),
    "by_pmid": ("retractionpubmedid", "notice_pmid"),
    "on": ("retractiondate", "date"),
    "why": ("reason", "reasons"),
}
_US_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/((?:19|20)[0-9]{2})")
SOURCE = "Retraction Watch"


def read(path: Path, options: Options) -> Iterator[Item]:
    """Every entry as a notice, and at the end the list itself, once all of it was read.

    Raises:
        BadFile: it has no column of DOIs or PMIDs, or cannot be opened.
    """
    first = next((line for line in iter_lines(path, options.limits) if line.strip()), "")
    if first.lstrip().startswith("{"):
        yield from _map(path, options)
    else:
        yield from _table(path, options, "\t" if first.count("\t") > first.count(",") else ",")


def _as_of(path: Path, options: Options, stated: object = None) -> date:
    if isinstance(stated, str):
        try:
            return date.fromisoformat(stated[:10])
        except ValueError as fault:
            raise BadFile(f"{path.name!r} says as_of {stated!r}. Expected a date such as 2026-11-23.") from fault
    return options.as_of or datetime.fromtimestamp(path.stat().st_mtime, UTC).date()


def _map(path: Path, options: Options) -> Iterator[Item]:
    text = read_text(path, options.limits, at_most=options.limits.list_bytes, what="a list of retractions")
    try:
        data: dict[str, Any] = msgspec.json.decode(text, type=dict[str, Any])
    except (msgspec.DecodeError, msgspec.ValidationError, RecursionError) as fault:
        raise BadFile(f"{path.name!r} is not a JSON map of retractions: {fault}. Fetch it again.") from fault
    stated = data.pop("as_of", None)
    as_of = _as_of(path, options, stated)
    entries_in = sum(len(entries) for entries in data.values() if isinstance(entries, dict))
    for name, entries in data.items():
        kind = KINDS.get(name.casefold())
        if kind is None or not isinstance(entries, dict):
            yield Refusal(path.name, f"key {name!r}", f"not a kind of notice. Known: {', '.join(KINDS)}")
            continue
        for target, notice in entries.items():
            doi = clean_doi(target)
            if doi is None:
                yield Refusal(path.name, f"{name}, {target[:80]!r}", "this is not a DOI")
                continue
            by = clean_doi(notice) if isinstance(notice, str) else None
            yield Notice(kind, Ids(doi=doi), Ids(doi=by) if by else None, source=SOURCE)
    if stated or options.as_of or entries_in >= COMPLETE_FROM:
        yield NoticeList(path.name.split(".")[0], as_of, "doi")


COMPLETE_FROM = 1_000
"""A list of at least so many entries is taken for a whole register: what it does not name, it says is not retracted. A
shorter one says nothing of what it leaves out, unless the operator gives its date."""


def _table(path: Path, options: Options, delimiter: str) -> Iterator[Item]:
    csv.field_size_limit(options.limits.record_bytes)
    lines = iter_lines(path, options.limits)
    entries = 0
    rows = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    try:
        header = [name.strip().casefold().lstrip("\ufeff") for name in next(rows, [])]
        at = {field: header.index(name) for field, names in _COLUMNS.items() for name in names[::-1] if name in header}
        if "doi" not in at and "pmid" not in at:
            raise BadFile(f"{path.name!r} has no column of DOIs or PMIDs. Columns: {', '.join(header)[:300]}.")
        for number, row in enumerate(rows, 2):
            entries = number - 1
            if row:
                yield from _row(path.name, number, {field: row[n] for field, n in at.items() if n < len(row)})
    except csv.Error as fault:
        yield Refusal(path.name, f"line {rows.line_num}", f"not a table: {fault}", fatal=True)
        return
    except CutShort as fault:
        yield Refusal(path.name, f"line {rows.line_num}", str(fault), fatal=True)
        return
    if options.as_of or entries >= COMPLETE_FROM:
        yield NoticeList(path.name.split(".")[0], _as_of(path, options), "doi" if "doi" in at else "pmid")


def _row(file: str, number: int, cells: dict[str, str]) -> Iterator[Item]:
    target = Ids(clean_pmid(cells.get("pmid")), clean_doi(cells.get("doi")), _pmcid(cells.get("pmcid")))
    if not (target.pmid or target.doi):
        # Retraction Watch writes "unavailable" and 0 where a paper has neither.
        if _stated(cells.get("doi")) or _stated(cells.get("pmid")):
            yield Refusal(
                file, f"line {number}", f"neither a DOI nor a PMID: {cells.get('doi') or cells.get('pmid')!r}"
            )
        return
    by = Ids(clean_pmid(cells.get("by_pmid")), clean_doi(cells.get("by_doi")))
    why = " ".join((cells.get("why") or "").replace("+", " ").split()) or None
    for name in (cells.get("kind") or "retraction").split(";"):
        kind = KINDS.get(" ".join(name.casefold().split()))
        if kind is None:
            yield Refusal(
                file, f"line {number}", f"{name.strip()!r} is not a kind of notice. Known: {', '.join(KINDS)}"
            )
            continue
        yield Notice(kind, target, by if by.pmid or by.doi else None, _on(cells.get("on")), why, SOURCE)


def _stated(value: str | None) -> bool:
    return bool(value) and (value or "").strip().casefold() not in {"", "0", "unavailable", "n/a", "na", "none", "null"}


def _pmcid(value: str | None) -> str | None:
    return clean_pmcid(value) if value and value.strip().upper().startswith("PMC") else None


def _on(value: str | None) -> str | None:
    """An ISO date where the list's can be read; Retraction Watch writes month/day/year."""
    if not value or not value.strip():
        return None
    american = _US_DATE.search(value)
    if american:
        month, day, year = (int(part) for part in american.groups())
        return f"{year:04d}-{month:02d}-{day:02d}"
    day_read = date_of_text(value)
    return str(day_read) if day_read.year else value.strip()
