"""Kinds that were listed from what pages of evidence can still hide, after ten tables and before any of them was run.

Four cases each, by the hand that wrote the rules: a table written blind tells more.
"""

from collections.abc import Callable, Iterator

from quoth.model import FaultKind as K

from . import fifth_blind_told as told
from .case import Group, Kind
from .third_blind_told import Made

__all__ = ["KINDS"]

_TABLE = "further"
_CUT = frozenset({K.QUALIFIER_CUT, K.SENTENCE_CUT, K.NUMBER_CUT, K.UNMARKED_SPIN, K.UNMARKED_SUBGROUP, K.NOT_A_FINDING})
_NOTHING = frozenset({K.NOT_A_FINDING, K.FACT_WRONG, K.QUALIFIER_CUT})


def _written(of: Callable[[str, str], Made], name: str, expects: frozenset[K] = _CUT) -> Iterator[Kind]:
    """The kinds of one fixture, which share their rule."""
    for kind in told.kinds_in(name, _TABLE):
        yield Kind(kind, Group.MEANING, (of.__doc__ or name).strip(), expects, of(kind, _TABLE))


KINDS: tuple[Kind, ...] = (
    *_written(told.turned_by_layout, "layout"),
    *_written(told.alone, "alone"),
    *_written(told.advised, "advised"),
    *_written(told.no_advice, "no_advice", _NOTHING),
)
