"""What the texts of a library allow and weigh: how much of each may be quoted, and what takes how much room."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from quoth.model import Fidelity, Quoting, RecordId, allowance, encode
from quoth.pipeline.parts import Parts
from quoth.store import StoredRendition

__all__ = ["LicenceReport", "Licensed", "TextKind", "licences", "limited"]


@dataclass(frozen=True, slots=True)
class TextKind:
    """Texts of one form and fidelity."""

    form: str
    fidelity: str
    texts: int
    older: int
    """Of these, how many are no longer current."""
    bytes: int


@dataclass(frozen=True, slots=True)
class LicenceReport:
    """Texts in their sources' own words by what may be quoted, and everything by the room that it takes."""

    by_quoting: tuple[tuple[Quoting, int], ...]
    """Current verbatim texts, in the order of `Quoting`."""
    by_licence: tuple[tuple[str, Quoting, int], ...]
    """(licence in its words or "", what it allows, texts), most first; at most 50."""
    kinds: tuple[TextKind, ...]
    files: tuple[tuple[str, int], ...]
    """(what lies on disk, bytes); empty for a library in memory or on a server."""


@dataclass(frozen=True, slots=True)
class Licensed:
    """One text whose licence sets a limit."""

    record_id: RecordId
    title: str
    licence: str
    quoting: Quoting
    most_words: int | None


_LICENCES_SHOWN = 50
_SHOWN_CHARS = 120
_AT_ONCE = 1000


def licences(parts: Parts) -> LicenceReport:
    """Read every text once; memory stays flat but for the different licences."""
    by_quoting = dict.fromkeys(Quoting, 0)
    by_licence: dict[tuple[str, Quoting], int] = {}
    kinds: dict[tuple[str, str], list[int]] = {}
    for stored, licence in _texts(parts):
        text = stored.rendition
        counts = kinds.setdefault((text.form.value, text.fidelity.value), [0, 0, 0])
        counts[0] += 1
        counts[1] += not stored.current
        counts[2] += len(encode(text))
        if stored.current and text.fidelity is Fidelity.VERBATIM:
            quoting = allowance(licence).quoting
            by_quoting[quoting] += 1
            key = (" ".join(licence.split())[:_SHOWN_CHARS], quoting)
            by_licence[key] = by_licence.get(key, 0) + 1
    most = sorted(by_licence.items(), key=lambda pair: (-pair[1], pair[0]))[:_LICENCES_SHOWN]
    return LicenceReport(
        tuple(by_quoting.items()),
        tuple((words, quoting, count) for (words, quoting), count in most),
        tuple(TextKind(*kind, *counts) for kind, counts in sorted(kinds.items())),
        tuple(_files(parts)),
    )


def limited(parts: Parts) -> Iterator[Licensed]:
    """The current verbatim texts of which only so many words, or nothing, may be quoted."""
    for stored, licence in _texts(parts):
        allowed = allowance(licence)
        if stored.current and stored.rendition.fidelity is Fidelity.VERBATIM and allowed.most_words is not None:
            record = parts.store.record(stored.record_id)
            yield Licensed(record.id, record.title, licence, allowed.quoting, allowed.most_words)


def _texts(parts: Parts) -> Iterator[tuple[StoredRendition, str]]:
    """Every text with the words of its licence: its own, else its record's."""
    stored = parts.store.iter_renditions(current_only=False)
    while batch := list(islice(stored, _AT_ONCE)):
        silent = list(dict.fromkeys(one.record_id for one in batch if not one.rendition.licence))
        records = parts.store.records_by_id(silent)
        for one in batch:
            yield one, one.rendition.licence or records[one.record_id].licence or ""


def _files(parts: Parts) -> Iterator[tuple[str, int]]:
    if parts.lock_file is None:
        return
    home = parts.lock_file.parent
    database = [home / f"library.db{ending}" for ending in ("", "-wal", "-shm")]
    held = [("database", database), ("search index", [home / "index"]), ("vectors", [home / "vectors"])]
    held += [("answers of services", [home / "live"]), ("keys", [home / "keys"])]
    for name, places in held:
        if size := sum(_weight(place) for place in places):
            yield name, size


def _weight(place: Path) -> int:
    if place.is_dir():
        return sum(file.stat().st_size for file in place.rglob("*") if file.is_file())
    return place.stat().st_size if place.exists() else 0
