"""Thirty kinds written blind an eighth time: true words that mislead by the sentence beside them, left out.

Fourteen are what advice hangs on, twelve what a result is worth, four lines that advise nothing; all of it written in
the whole sentences of guidelines and abstracts. By someone who had neither read nor run the checker, search or the
composing of pages, and had seen of the earlier tables the names of their kinds, some of the seventh's texts and how
their pages are made. What is caught of them at first is the figure.
"""

from collections.abc import Callable, Iterable, Iterator

from quoth.model import FaultKind as K

from . import eighth_blind_told as told
from .case import Group, Kind
from .third_blind_told import Made

__all__ = ["KINDS"]

_CUT = frozenset({K.QUALIFIER_CUT, K.SENTENCE_CUT, K.NUMBER_CUT, K.UNMARKED_SPIN, K.UNMARKED_SUBGROUP, K.NOT_A_FINDING})
"""Any of these tells that the words needed others beside them."""
_NOTHING = frozenset({K.NOT_A_FINDING, K.FACT_WRONG})


def _written(of: Callable[[str], Made], names: Iterable[str], expects: frozenset[K]) -> Iterator[Kind]:
    """The kinds of one fixture, which share their rule."""
    for name in names:
        yield Kind(name, Group.MEANING, (of.__doc__ or name).strip(), expects, of(name))


KINDS: tuple[Kind, ...] = (
    *_written(told.advised, told.ADVISED, _CUT),
    *_written(told.alone, told.ALONE, _CUT),
    *_written(told.no_advice, told.NO_ADVICE, _NOTHING | _CUT),
)
