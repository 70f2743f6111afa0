"""A librarian's search over the whole library: run, save, run again. No question is asked, and nothing is ranked."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from quoth import __version__
from quoth.errors import BadInput, NotAllowed, NotFound, WouldReplace
from quoth.interop.search_record import render_search_record
from quoth.library import standings
from quoth.model import (
    Account,
    Office,
    Record,
    RecordId,
    RetractionState,
    SavedStrategy,
    Standing,
    StrategyLine,
    StrategyRun,
)
from quoth.pipeline.parts import Parts
from quoth.search.boolean import evaluate, parse_strategy

__all__ = [
    "forget_strategy",
    "found_records",
    "may_change_strategy",
    "run_strategy",
    "save_strategy",
    "saved_strategies",
    "saved_strategy",
    "search_record",
]

NAME_MAX = 80
_READ_AT_ONCE = 2_000


def run_strategy(text: str, parts: Parts) -> StrategyRun:
    """Evaluate a strategy line by line.

    Args:
        text: lines as typed (docs/reference/search-strategy.md).
        parts: whose library is searched.

    Raises:
        BadInput: the strategy cannot be read; the message names the line.
    """
    lines = evaluate(parse_strategy(text), parts.index.matching)
    names = parts.index.names(lines[-1].keys)
    return StrategyRun(
        text=text.strip(),
        lines=tuple(StrategyLine(one.line.number, one.line.text, len(one.keys), one.line.notes) for one in lines),
        found=_newest_first(names, parts),
        snapshot=parts.store.snapshot(),
        in_library=parts.store.counts().records,
    )


def found_records(
    run: StrategyRun, parts: Parts, *, offset: int = 0, limit: int | None = None
) -> tuple[tuple[Record, Standing], ...]:
    """What was found and how it stands, in the order of the run; what has left the library since is left out."""
    wanted = run.found[offset : None if limit is None else offset + limit]
    held = _records(wanted, parts)
    records = tuple(held[name] for name in wanted if name in held)
    standing: dict[RecordId, Standing] = {}
    for start in range(0, len(records), _READ_AT_ONCE):
        standing.update(standings(records[start : start + _READ_AT_ONCE], parts.store))
    return tuple((record, standing[record.id]) for record in records)


def search_record(run: StrategyRun, parts: Parts, *, name: str = "") -> str:
    """The record of a search as a review reports it, in Markdown, dated today."""
    counts = parts.store.counts()
    marks = Counter(mark for _, standing in found_records(run, parts) for mark in _marks(standing))
    library = f"{counts.records:,} records, {counts.renditions:,} texts"
    return render_search_record(
        run, on=parts.now().date(), version=__version__, library=library, name=name, marked=dict(sorted(marks.items()))
    )


def save_strategy(
    name: str, text: str, parts: Parts, *, note: str = "", by: Account | None = None, over: bool = False
) -> SavedStrategy:
    """Keep a strategy under a name, replacing the one of that name. It stays with whoever saved it first.

    Args:
        name: under which it is found again.
        text: lines as typed.
        parts: whose library keeps it.
        note: why it was made.
        by: who is signed in; None is whoever runs this machine, who may do everything.
        over: whether a search that somebody else saved under this name is to be replaced.

    Raises:
        WouldReplace: somebody else saved other lines under this name, `by` may replace them, and `over` was not said.
        NotAllowed: somebody else saved a search under this name, and `by` is no editor or administrator.
        BadInput: the strategy cannot be read, or the name is empty, too long or of more than one line.
    """
    clean = " ".join(name.split())
    if not clean or len(clean) > NAME_MAX or not clean.isprintable():
        raise BadInput(f"{name[:NAME_MAX]!r} is no name for a search. Expected 1 to {NAME_MAX} printable characters.")
    parse_strategy(text)
    saved = SavedStrategy(clean, text.strip(), parts.now().date(), " ".join(note.split()), by.id if by else "")
    with parts.store.writing():  # of two who save under one new name at once, one finds it taken
        held = _held_strategy(clean, parts)
        if held is not None:
            if not may_change_strategy(held, by):
                raise NotAllowed(f"The name “{clean}” is taken by a search that is not yours. Choose another name.")
            if not over and _loses_work(held, saved):
                raise WouldReplace(
                    f"“{clean}” is a search of somebody else, saved {held.saved_on.isoformat()}. Choose another name,"
                    " or save over it: its lines are lost then."
                )
            saved = replace(saved, owner=held.owner or saved.owner)
        parts.store.put_strategy(saved)
    return saved


def _loses_work(held: SavedStrategy, saved: SavedStrategy) -> bool:
    """Whether saving takes somebody else's lines away. Nobody's own search is asked about, nor the same lines again."""
    return held.owner != saved.owner and held.text != saved.text


def may_change_strategy(saved: SavedStrategy, by: Account | None) -> bool:
    """Whether somebody may save over or delete it: its owner, an editor, an administrator; None is this machine."""
    return by is None or by.holds(Office.EDITOR, Office.ADMINISTRATOR) or saved.owner == by.id


def saved_strategies(parts: Parts) -> tuple[SavedStrategy, ...]:
    """All saved strategies, by name."""
    return parts.store.strategies()


def saved_strategy(name: str, parts: Parts) -> SavedStrategy:
    """One saved strategy. Raises NotFound."""
    return parts.store.strategy(" ".join(name.split()))


def forget_strategy(name: str, parts: Parts, *, by: Account | None = None) -> None:
    """Delete a saved strategy. Raises NotFound, and NotAllowed where it is somebody else's (as `save_strategy`)."""
    with parts.store.writing():
        held = saved_strategy(name, parts)
        if not may_change_strategy(held, by):
            raise NotAllowed(f"“{held.name}” is not yours. Who saved it, an editor or an administrator can delete it.")
        parts.store.delete_strategy(held.name)


def _held_strategy(name: str, parts: Parts) -> SavedStrategy | None:
    try:
        return parts.store.strategy(name)
    except NotFound:
        return None


def _marks(standing: Standing) -> tuple[str, ...]:
    if standing.retraction is RetractionState.YES:
        return ("retracted",)
    return () if standing.usable else ("superseded, withdrawn or under concern",)


def _newest_first(names: tuple[RecordId, ...], parts: Parts) -> tuple[RecordId, ...]:
    years = {name: record.published.year or 0 for name, record in _records(names, parts).items()}
    return tuple(sorted((name for name in names if name in years), key=lambda name: (-years[name], name)))


def _records(names: tuple[RecordId, ...], parts: Parts) -> Mapping[RecordId, Record]:
    held: dict[RecordId, Record] = {}
    for start in range(0, len(names), _READ_AT_ONCE):
        held.update(parts.store.records_by_id(names[start : start + _READ_AT_ONCE]))
    return held
