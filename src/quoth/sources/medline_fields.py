"""MEDLINE display records cut out of a stream of lines: tag, hyphen, words; continuation lines joined to their field.

Exports differ: blank lines may be missing between records, lines may be wrapped without indentation, tags may be two to
four characters wide. What is put together here is handed to Biopython one record at a time, so that a record that it
cannot read costs itself alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from Bio import Medline

__all__ = ["Fields", "RawRecord", "fields_of", "raw_records"]

_FIELD = re.compile(r"([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)")
_STRANGE = re.compile(r"\w+ {2}- ")  # a field of somebody's own, such as "is_rct  - True"
_STARTS = frozenset(["PMID", "VN", "UI"])
Fields = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class RawRecord:
    """The fields of one record, one line each, and where it began."""

    lines: tuple[str, ...]
    number: int
    line: int

    @property
    def place(self) -> str:
        """Where it is, for a person."""
        return f"record {self.number}, line {self.line}"


def raw_records(lines: Iterable[str], *, most_bytes: int) -> Iterator[RawRecord]:
    """The records in order. A record ends at a blank line, or where a tag that opens a record comes again."""
    kept: list[str] = []
    seen: set[str] = set()
    number, began, size = 0, 1, 0
    for at, line in enumerate(lines, 1):
        field = _FIELD.match(line)
        again = field is not None and field.group(1) in _STARTS and field.group(1) in seen
        if (not line.strip() or again) and kept:
            number += 1
            yield RawRecord(tuple(kept), number, began)
            kept, seen, size = [], set(), 0
        if not line.strip():
            continue
        size += len(line)
        if size > most_bytes:
            continue  # a field without end: what came until here is judged as the record
        if field is not None:
            if not kept:
                began = at
            seen.add(field.group(1))
            kept.append(f"{field.group(1):<4}- {field.group(2).strip()}")
        elif kept and not _STRANGE.match(line):
            kept[-1] = f"{kept[-1]} {line.strip()}"
    if kept:
        yield RawRecord(tuple(kept), number + 1, began)


def fields_of(raw: RawRecord) -> Fields:
    """The record's fields as Biopython reads them, every value a list of its occurrences."""
    record = Medline.read(list(raw.lines))  # type: ignore[no-untyped-call]
    return {tag: value if isinstance(value, list) else [value] for tag, value in record.items()}
