"""Duplicates as an editor works on them: looked for, made one, made two again, held apart. Each act is in the trail."""

import secrets
from dataclasses import replace

from quoth.errors import BadInput, NotFound
from quoth.library import Duplicate, ids_from_text, join, part
from quoth.library import duplicates as find_duplicates
from quoth.model import Account, Merger, RecordId, SetApart
from quoth.pipeline.auditing import COMMAND_LINE, note, recorded, stamp
from quoth.pipeline.falling_back import recheck_approvals
from quoth.pipeline.indexing import catch_up, writer_lock
from quoth.pipeline.parts import Parts

__all__ = ["duplicates", "hold_apart", "merge_records", "mergers", "undo_merger"]


def duplicates(parts: Parts) -> tuple[Duplicate, ...]:
    """Pairs that may be one report and that nobody held apart, those with nothing against them first."""
    apart = frozenset(one.id for one in parts.store.items(SetApart))
    found = find_duplicates(parts.store, apart=apart)
    return tuple(sorted(found, key=lambda pair: (len(pair.against), -len(pair.reasons), pair.one, pair.other)))


def mergers(parts: Parts) -> tuple[Merger, ...]:
    """Every merger, the newest first, those that were undone as well."""
    return tuple(sorted(parts.store.items(Merger), key=lambda one: (one.at, one.id), reverse=True))


def merge_records(kept: str, gone: str, parts: Parts, *, by: Account | str = COMMAND_LINE, why: str = "") -> Merger:
    """Make two records one. What led to `gone` goes on to lead to it, and pages that cite either still open.

    Args:
        kept: the record that keeps its id; by any identifier.
        gone: the record that is joined to it.
        parts: of the library.
        by: who says so.
        why: the reason.

    Raises:
        NotFound: there is no such record.
        BadInput: they are one already.
        LibraryBusy: another process is writing.
    """
    first, second = _named(kept, parts), _named(gone, parts)
    if first == second:
        raise BadInput(f"{kept!r} and {gone!r} are one record already: {first!r}.")
    with writer_lock(parts):
        catch_up(parts)
        with recorded(parts):
            before, other, after, _ = join(first, second, parts.store)
            who = by if isinstance(by, str) else by.id
            made = Merger(
                secrets.token_urlsafe(9), before, other, after, who, stamp(parts), " ".join(why.split())[:500]
            )
            parts.store.put_item(made)
            note(parts, _actor(by), "merged two sources", first, gone=second, merger=made.id)
        catch_up(parts)
    recheck_approvals(parts)
    return made


def undo_merger(name: str, parts: Parts, *, by: Account | str = COMMAND_LINE) -> Merger:
    """Make two records of one again.

    Args:
        name: the merger's id, or the id of the record that went.
        parts: of the library.
        by: who says so.

    Raises:
        NotFound: there is no such merger that stands.
        BadInput: a later one has to be undone first.
        LibraryBusy: another process is writing.
    """
    found = next((one for one in mergers(parts) if one.stands and name in (one.id, one.gone.record.id)), None)
    if found is None:
        raise NotFound(f"No merger {name!r} stands here. `quoth library duplicates --merged` lists them.")
    with writer_lock(parts):
        catch_up(parts)
        with recorded(parts):
            part(found, parts.store)
            undone = replace(found, undone_by=by if isinstance(by, str) else by.id, undone_at=stamp(parts))
            parts.store.put_item(undone)
            note(parts, _actor(by), "undid a merger", found.kept.record.id, gone=found.gone.record.id, merger=found.id)
        catch_up(parts)
    recheck_approvals(parts)
    return undone


def hold_apart(one: str, other: str, parts: Parts, *, by: Account | str = COMMAND_LINE, why: str = "") -> SetApart:
    """Two records that look like one are two: they are not offered again. Raises NotFound, BadInput."""
    first, second = _named(one, parts), _named(other, parts)
    if first == second:
        raise BadInput(f"{one!r} and {other!r} are one record: {first!r}.")
    who = by if isinstance(by, str) else by.id
    made = SetApart(SetApart.id_of(first, second), who, stamp(parts), " ".join(why.split())[:500])
    with recorded(parts):
        parts.store.put_item(made)
        note(parts, _actor(by), "held two sources apart", first, other=second)
    return made


def _actor(by: Account | str) -> Account | str:
    """Who stands in the trail: an account by its id; a name that was typed stays out of it."""
    return by if isinstance(by, Account) else COMMAND_LINE


def _named(name: str, parts: Parts) -> RecordId:
    ids = ids_from_text(name)
    return parts.store.record((parts.store.find(ids) if ids else None) or RecordId(name)).id
