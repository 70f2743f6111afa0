"""Forty kinds written blind a seventh time: true words that mislead by what stands next to them, left out.

A fifth is layout, not quite half how, when and by whom a result was counted, the rest what advice hangs on and lines
that advise nothing. By someone who had neither read nor run the checker, search or the composing of pages, and had seen
of the earlier tables the names of their kinds, some of the sixth's texts and how their pages are made. What is caught
of them at first is the figure.
"""

from collections.abc import Callable, Iterable, Iterator

from quoth.model import FaultKind as K

from . import seventh_blind_told as told
from .case import Group, Kind
from .third_blind_told import Made

__all__ = ["KINDS"]

_CUT = frozenset({K.QUALIFIER_CUT, K.SENTENCE_CUT, K.NUMBER_CUT, K.UNMARKED_SPIN, K.UNMARKED_SUBGROUP, K.NOT_A_FINDING})
"""Any of these tells that the words needed others beside them."""
_NOTHING = frozenset({K.NOT_A_FINDING, K.FACT_WRONG})


def _written(of: Callable[[str, str], Made], names: Iterable[str], expects: frozenset[K]) -> Iterator[Kind]:
    """The kinds of one fixture, which share their rule."""
    for name in names:
        yield Kind(name, Group.MEANING, (of.__doc__ or name).strip(), expects, of(name, told.TABLE))


KINDS: tuple[Kind, ...] = (
    *_written(told.turned_by_layout, told.LAYOUT, _CUT),
    *_written(told.alone, told.ALONE, _CUT),
    *_written(told.advised, told.ADVISED, _CUT),
    *_written(told.no_advice, told.NO_ADVICE, _NOTHING | _CUT),
)
