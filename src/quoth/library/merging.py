"""One catalogue entry out of what several sources say of one report, field by field.

Bibliographic facts come from the most careful catalogue that states them (`origins.py`). What an editor mapped comes
from the packs, the site's own first, and is united where it is a list: a doubt is never lost in a merge. The outcome
depends on what the sources say and not on the order in which they came.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from quoth.library.identifiers import united_ids
from quoth.library.origins import Source
from quoth.model import UNKNOWN_DATE, Doubt, DoubtKind, Record, RecordId

__all__ = ["merge"]

Entry = tuple[Source, Record]

_FIRST_CATALOGUE = (
    "vernacular_title", "authors", "journal", "journal_abbreviation", "volume", "issue", "pages", "published",
    "language", "mesh", "funding", "licence", "origin",
)  # fmt: skip
_FIRST_EDITOR = ("design", "issuer", "population", "n_studies", "n_participants")
_UNSTATED = (None, "", (), UNKNOWN_DATE)
_UNITED = ("publication_types", "keywords", "conditions", "interventions", "comparators", "outcomes", "doubts")


def merge(record_id: RecordId, entries: Sequence[tuple[str, Record]]) -> Record:
    """The entry that the library shows, from (source name, what it says) pairs, at least one."""
    if len(entries) == 1 and _says_nothing_twice(entries[0][1]):
        return _alone(record_id, entries[0][1])
    named = [(Source.named(key), entry) for key, entry in entries]
    by_catalogue = [entry for _, entry in sorted(named, key=_catalogue_order)]
    by_editor = [entry for _, entry in sorted(named, key=_editor_order)]
    titled = next((entry for entry in by_catalogue if entry.title), by_catalogue[0])
    chosen: dict[str, Any] = {"id": record_id, "title": titled.title, "title_verified": titled.title_verified}
    chosen |= {name: _first(by_catalogue, name) for name in _FIRST_CATALOGUE}
    chosen |= {name: _first(by_editor, name) for name in _FIRST_EDITOR}
    chosen |= {name: _united(by_editor, name) for name in _UNITED}
    chosen["ids"] = united_ids(tuple(entry.ids for entry in by_catalogue))
    chosen["dates"] = _dates(by_catalogue)
    chosen["indirect"], kept = _indirect(by_editor)
    chosen["doubts"] = tuple(dict.fromkeys([*_standing_doubts(chosen["doubts"], titled), *kept]))
    return Record(**chosen)


def _says_nothing_twice(entry: Record) -> bool:
    """True where there is nothing to unite and no doubt to weigh, which is how nearly all of a large load comes."""
    if entry.doubts or entry.indirect is not None:
        return False
    if len(dict(entry.dates)) < len(entry.dates):
        return False
    lists = (values for name in _UNITED if len(values := getattr(entry, name)) > 1)
    return all(len({_key(value) for value in values}) == len(values) for values in lists)


def _alone(record_id: RecordId, entry: Record) -> Record:
    """What one source says, as `merge` would have it: the very same noun where it has its name already."""
    ids = united_ids((entry.ids,))
    if entry.id == record_id and ids == entry.ids:
        return entry
    return replace(entry, id=record_id, ids=ids)


def _key(value: Any) -> Any:  # noqa: ANN401 - a name, or a noun
    """What makes two things in a list one: words are one whatever their case."""
    return value.casefold() if isinstance(value, str) else value


def _catalogue_order(entry: Entry) -> tuple[int, str]:
    return (-entry[0].precedence, entry[0].key)


def _editor_order(entry: Entry) -> tuple[bool, bool, int, str]:
    source = entry[0]
    return (not source.site, source.pack is None, -source.precedence, source.key)


def _first(entries: Iterable[Record], name: str) -> Any:  # noqa: ANN401 - the field's own type
    """The field as the first source that states it gives it."""
    values = [getattr(entry, name) for entry in entries]
    return next((value for value in values if value not in _UNSTATED), values[0])


def _united(entries: Iterable[Record], name: str) -> tuple[Any, ...]:
    """Everything the sources list, in their order, each once whatever its case."""
    united: dict[Any, Any] = {}
    for values in filter(None, (getattr(entry, name) for entry in entries)):
        for value in values:
            united.setdefault(_key(value), value)
    return tuple(united.values())


def _dates(entries: Iterable[Record]) -> tuple[Any, ...]:
    """Other dates, each name as the most careful source gives it."""
    by_name: dict[str, Any] = {}
    for entry in entries:
        taken = set(by_name)
        by_name |= {name: (name, date) for name, date in entry.dates if name not in taken}
    return tuple(by_name.values())


def _standing_doubts(doubts: tuple[Doubt, ...], titled: Record) -> list[Doubt]:
    """The doubts without those that another source settled: a catalogue's title replaces an editor's description."""
    settled = titled.title_verified and not any(d.kind is DoubtKind.TITLE_UNVERIFIED for d in titled.doubts)
    return [doubt for doubt in doubts if not (settled and doubt.kind is DoubtKind.TITLE_UNVERIFIED)]


def _indirect(entries: Sequence[Record]) -> tuple[str | None, list[Doubt]]:
    """In words why the evidence is indirect, where every editor who mapped it says so; else the words as doubts.

    A report on the knee joint is indirect in a pack on the kneecap and direct in a pack on the knee joint. Under one
    record, its conditions tell the two apart, and the words of the first editor are still shown.
    """
    mapped = [entry for entry in entries if entry.conditions or entry.indirect]
    words = list(dict.fromkeys(entry.indirect for entry in mapped if entry.indirect))
    if words and all(entry.indirect for entry in mapped):
        return "; ".join(words), []
    return None, [Doubt(DoubtKind.NOTE, f"Filed as indirect evidence by one editor: {said}") for said in words]
