"""Journals: those that the library holds reports of, with what NLM's list says of them where it was fetched."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from quoth.live import Journal, WholeList, fetch_list, parse_journals
from quoth.pipeline.parts import Parts
from quoth.pipeline.taking import live_of

__all__ = ["JournalLine", "fetch_journals", "journals"]

_FILE = "J_Medline.txt"


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One journal with how many reports of it are held."""

    name: str
    """As the records name it; where they differ, the most frequent."""
    records: int
    first_year: int | None
    last_year: int | None
    listed: Journal | None
    """What NLM's list says; `None` where it was not fetched or does not know it."""


def journals(parts: Parts, *, text: str = "") -> tuple[JournalLine, ...]:
    """Journals of the library by number of reports, most first; `text` is looked for in their names and ISSN."""
    names: dict[str, Counter[str]] = {}
    years: dict[str, list[int]] = {}
    listed = _listed(parts)
    for record in parts.store.iter_records():
        name = record.journal or record.journal_abbreviation
        if not name:
            continue
        found = next((listed[key] for key in map(_key, (record.journal_abbreviation, name)) if key in listed), None)
        own = found.nlm_id if found else _key(name)
        names.setdefault(own, Counter())[name] += 1
        years.setdefault(own, []).extend([record.published.year] if record.published.year else [])
    by_id = {each.nlm_id: each for each in listed.values()}
    lines = [
        JournalLine(
            held.most_common(1)[0][0],
            held.total(),
            min(years[own], default=None),
            max(years[own], default=None),
            by_id.get(own),
        )
        for own, held in names.items()
    ]
    wanted = text.casefold().strip()
    fitting = [line for line in lines if not wanted or wanted in _described(line)]
    return tuple(sorted(fitting, key=lambda line: (-line.records, line.name.casefold())))


def fetch_journals(parts: Parts, progress: Callable[[str], None] = lambda _: None) -> WholeList:
    """Fetch NLM's list of journals. Raises NetworkNotAllowed, SourceFailed."""
    live = live_of(parts)
    door, address = live.nlm_file("journals_url")
    progress("Fetching the list of journals.")
    to = live.folder / "lists" / _FILE
    return fetch_list(door, address, to, today=parts.now().date(), begins=b"JournalTitle")


def _listed(parts: Parts) -> dict[str, Journal]:
    """NLM's journals by their title and abbreviations; none where the list was not fetched."""
    file = parts.live.folder / "lists" / _FILE if parts.live is not None else None
    if file is None or not file.exists():
        return {}
    found: dict[str, Journal] = {}
    for each in parse_journals(file.read_text(encoding="utf-8", errors="replace")):
        for name in (each.title, each.abbreviation, each.iso_abbreviation):
            if key := _key(name):
                found.setdefault(key, each)
    return found


def _key(name: str | None) -> str:
    return "".join(char for char in (name or "").casefold() if char.isalnum())


def _described(line: JournalLine) -> str:
    listed = (line.listed.title, line.listed.abbreviation, *line.listed.issn) if line.listed else ()
    return " ".join((line.name, *listed)).casefold()
