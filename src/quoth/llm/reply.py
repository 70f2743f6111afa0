"""A reply, parsed once against its type; one retry that quotes the fault; then an error."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from quoth.errors import GuestFailed
from quoth.llm.prompts import prompt
from quoth.llm.protocol import Ask, Budget, Llm, Message, Said

__all__ = ["parsed"]

T = TypeVar("T")

LONGEST_REPLY = 64_000
"""Characters. What is longer is not read."""
_FENCE = "```"


def parsed(llm: Llm, ask: Ask, kind: type[T], *, budget: Budget, seconds_left: Callable[[], float]) -> T:
    """What the model says, as a noun.

    Args:
        llm: the model.
        ask: what it is asked.
        kind: the noun's type; fields beyond it are faults.
        budget: of the answer; counted whether or not the reply can be read.
        seconds_left: until the answer must be there.

    Raises:
        GuestFailed: no reply came in time, within the budget, or of this type.
    """
    first = _say(llm, ask, budget, seconds_left)
    try:
        return _read(first.text, kind)
    except (msgspec.DecodeError, msgspec.ValidationError, ValueError, RecursionError) as fault:
        what = _of(fault)
    again = [*ask.messages, Message("assistant", first.text[:2000]), Message("user", prompt("mend").format(fault=what))]
    second = _say(llm, replace(ask, messages=again), budget, seconds_left)
    try:
        return _read(second.text, kind)
    except (msgspec.DecodeError, msgspec.ValidationError, ValueError, RecursionError) as fault:
        raise GuestFailed("unreadable", f"The reply could not be read twice: {_of(fault)}.") from fault


def _say(llm: Llm, ask: Ask, budget: Budget, seconds_left: Callable[[], float]) -> Said:
    budget.allow(ask)
    if seconds_left() <= 0:
        raise GuestFailed("late", "No time is left for another call.")
    said = llm.say(ask, deadline_s=seconds_left())
    budget.count(said)
    return said


def _read(text: str, kind: type[T]) -> T:
    """The JSON object in a reply; a code fence around it is the one thing that is forgiven."""
    if len(text) > LONGEST_REPLY:
        raise ValueError(f"it has {len(text)} characters")
    bare = text.strip()
    if bare.startswith(_FENCE) and bare.endswith(_FENCE) and "\n" in bare:
        bare = bare[bare.index("\n") : -len(_FENCE)].strip()
    return msgspec.convert(_object(bare), type=kind, strict=True)


def _object(text: str) -> Any:  # noqa: ANN401 - whatever the model wrote
    found = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    if not isinstance(found, dict):
        raise ValueError("it is no JSON object")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError("a field stands twice")
    return dict(pairs)


def _no_constant(name: str) -> Any:  # noqa: ANN401 - never returns
    raise ValueError(f"{name} is no number")


def _of(fault: Exception) -> str:
    """The fault in a line without the reply's own words, which may be long or hostile."""
    return str(fault).partition("\n")[0][:200]
