"""The audit trail: who did what when, one line an act, each line holding the hash of the one before.

A change, a gap or a swap breaks the chain. That lines were cut off its end is seen by the anchor, a small file beside
the signing key that remembers the last line, and by the signatures, each of which names the trail's end of its time.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from quoth.model import CHAIN_START, Account, AuditEntry, Review
from quoth.pipeline.parts import Parts

__all__ = ["COMMAND_LINE", "QUOTH", "TrailReport", "note", "recorded", "stamp", "trail", "verify_trail"]

COMMAND_LINE, QUOTH = "command line", "quoth"
_PAGE = 1000
_RECORDING: ContextVar[bool] = ContextVar("recording", default=False)


@dataclass(frozen=True, slots=True)
class TrailReport:
    """What a check of the whole trail found."""

    entries: int
    newest: str
    """Hash of the last line; write it down to compare later."""
    faults: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """True when nothing was found."""
        return not self.faults


def stamp(parts: Parts) -> str:
    """The time now, as acts keep it: ISO, UTC, whole seconds."""
    return f"{parts.now():%Y-%m-%dT%H:%M:%SZ}"


@contextmanager
def recorded(parts: Parts) -> Iterator[None]:
    """One transaction for an act and its line in the trail; when the outermost is committed, the anchor moves on."""
    inner = _RECORDING.get()
    entered = _RECORDING.set(True)
    try:
        with parts.store.writing():
            yield
    finally:
        _RECORDING.reset(entered)
    if not inner and parts.anchor_file is not None and (last := parts.store.last_audit()):
        parts.anchor_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = parts.anchor_file.with_suffix(".new")
        draft.write_text(json.dumps({"number": last.number, "sha256": last.sha256}), encoding="utf-8")
        draft.replace(parts.anchor_file)


def note(parts: Parts, by: Account | str, act: str, on: str = "", **details: str) -> AuditEntry:
    """One line of the trail, inside `recorded`. No names, no questions, no words of anybody: ids and kinds alone."""
    who = by if isinstance(by, str) else by.id
    return parts.store.append_audit(AuditEntry(0, stamp(parts), who, act, on, tuple(sorted(details.items()))))


def trail(parts: Parts, *, after: int = 0) -> Iterator[AuditEntry]:
    """Every line after a number, in order; memory stays flat."""
    while page := parts.store.audit(after=after, limit=_PAGE):
        yield from page
        after = page[-1].number


def verify_trail(parts: Parts, *, newest: str = "") -> TrailReport:
    """Read the whole trail and work out every hash anew.

    Args:
        parts: of the library.
        newest: a hash that was written down earlier; the trail must still hold it.
    """
    faults: list[str] = []
    seen = {CHAIN_START}
    number, before = 0, CHAIN_START
    by_number: dict[int, str] = {}
    for entry in trail(parts):
        if entry.number != number + 1:
            faults.append(f"Line {number + 1} is missing: line {entry.number} follows line {number}.")
        if entry.before != before:
            faults.append(f"Line {entry.number} does not follow the line before it.")
        if entry.sha256 != entry.hashed():
            faults.append(f"Line {entry.number} was changed: its hash is another one.")
        number, before = entry.number, entry.sha256
        by_number[number] = before
        seen.add(before)
    faults += _beyond_the_end(parts, seen, by_number, newest)
    return TrailReport(len(by_number), before, tuple(faults))


def _beyond_the_end(parts: Parts, seen: set[str], by_number: dict[int, str], newest: str) -> Iterator[str]:
    """Lines that something outside the trail remembers and the trail no longer holds."""
    if newest and newest not in seen:
        yield f"The line with the hash {newest} is not in the trail: lines were cut off or rewritten."
    if parts.anchor_file is not None and parts.anchor_file.exists():
        try:
            anchor = json.loads(parts.anchor_file.read_text(encoding="utf-8"))
            number, sha256 = int(anchor["number"]), str(anchor["sha256"])
        except (ValueError, KeyError, TypeError):
            yield f"The anchor cannot be read ({parts.anchor_file})."
        else:
            if by_number.get(number) != sha256:
                yield f"Line {number} is not the one that the anchor remembers: lines were cut off or rewritten."
    for review in parts.store.items(Review):
        for act in review.acts:
            if act.signature is not None and _trail_of(act.signature.document) not in seen:
                yield f"The trail lacks the line that {act.name} signed after ({review.id})."


def _trail_of(document: str) -> str:
    try:
        return str(json.loads(document)["trail"])
    except (ValueError, KeyError, TypeError):
        return ""
