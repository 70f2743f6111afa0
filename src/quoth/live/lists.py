"""Lists that are fetched whole: retractions, MeSH descriptors, journals.

A list vouches for what it leaves out. So one that has come short is not taken: it has to be nearly as long as the last.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from quoth.errors import SourceFailed
from quoth.http import Door

__all__ = ["Journal", "WholeList", "fetch_list", "parse_journals"]

SHRINK_MAX = 0.1
"""By how much of its length a list may be shorter than the one before; retractions are seldom taken back."""


@dataclass(frozen=True, slots=True)
class WholeList:
    """A list on disk."""

    path: Path
    fetched_on: date
    size: int


@dataclass(frozen=True, slots=True)
class Journal:
    """One journal that NLM has catalogued."""

    title: str
    abbreviation: str
    """MEDLINE's."""
    iso_abbreviation: str
    issn: tuple[str, ...]
    nlm_id: str


def fetch_list(door: Door, address: str, to: Path, *, today: date, begins: bytes = b"") -> WholeList:
    """Fetch a list into a file, whose last version stays until the new one is whole.

    Args:
        door: of the source.
        address: of the file.
        to: where it goes.
        today: the day that it is of.
        begins: what its first 4,096 bytes have to hold, in any case of letters: an error page is no list.

    Raises:
        SourceFailed: it did not come, is not what was asked for, or is much shorter than the last one.
    """
    to.parent.mkdir(parents=True, exist_ok=True)
    part = to.with_name(to.name + ".part")
    part.unlink(missing_ok=True)  # lists have no checksum: half of an old one must not be gone on from
    size = door.download(address, part)
    with part.open("rb") as file:
        head = file.read(4096)
    name = door.rules.name
    if begins and not (head.startswith(b"\x1f\x8b") or begins.lower() in head.lower()):
        part.unlink()
        raise SourceFailed(f"{name} cannot be used: what came is not the list. Check its address in the settings.")
    before = _last_size(to)
    if before and size < before * (1 - SHRINK_MAX):
        part.unlink()
        raise SourceFailed(
            f"{name} cannot be used: the list is much shorter than the last one ({size:,} bytes instead of "
            f"{before:,}) and could vouch for what it leaves out. If it is right, delete {to.name} in the folder "
            "live/lists and try again."
        )
    part.replace(to)
    found = WholeList(to, today, size)
    _note(to).write_text(json.dumps({**asdict(found), "path": to.name, "fetched_on": today.isoformat()}))
    return found


def _note(to: Path) -> Path:
    return to.with_name(to.name + ".json")


def _last_size(to: Path) -> int:
    return to.stat().st_size if to.exists() else 0


_FIELD = re.compile(r"(JournalTitle|MedAbbr|ISSN \(Print\)|ISSN \(Online\)|IsoAbbr|NlmId): ?(.*)")


def parse_journals(text: str) -> Iterator[Journal]:
    """The journals of NLM's `J_Medline.txt`: blocks of "Field: value", parted by a line of dashes."""
    fields: dict[str, str] = {}
    for line in (*text.splitlines(), "-----"):
        if line.startswith("-----"):
            if fields.get("JournalTitle"):
                issn = (fields.get("ISSN (Print)", ""), fields.get("ISSN (Online)", ""))
                yield Journal(
                    title=fields["JournalTitle"],
                    abbreviation=fields.get("MedAbbr", ""),
                    iso_abbreviation=fields.get("IsoAbbr", ""),
                    issn=tuple(number for number in issn if number),
                    nlm_id=fields.get("NlmId", ""),
                )
            fields = {}
        elif found := _FIELD.fullmatch(line):
            fields[found[1]] = found[2].strip()
