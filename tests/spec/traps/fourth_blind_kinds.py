"""Forty kinds written blind a fourth time: how a faithful sentence misleads by what stands beside it and is not shown.

A third is about layout, a third about the reading of results, a third about whose advice it is and for whom. By someone
who had neither read nor run the checker, search or the composing of pages, and had seen of the earlier tables the names
of their kinds and how their pages are made. What is caught of them at first is the figure.
"""

from quoth.model import FaultKind as K

from . import fourth_blind_dressed as dressed
from . import fourth_blind_told as told
from .by_fixture import CUT, NO_ADVICE, written
from .case import Group, Kind
from .third_blind_told import Made

__all__ = ["KINDS"]

_TIED = frozenset({K.QUALIFIER_WRONG, K.QUALIFIER_CUT})


def _kind(name: str, make: Made) -> Kind:
    return Kind(name, Group.MEANING, (make.__doc__ or name).strip(), _TIED, make)


KINDS: tuple[Kind, ...] = (
    *written(told.turned_by_layout, told.LAYOUT, CUT),
    *written(told.alone, told.ALONE, CUT),
    *written(told.advised, told.ADVISED, CUT),
    *written(told.no_advice, told.NO_ADVICE, NO_ADVICE),
    _kind("half of a divided grade", dressed.half_of_a_divided_grade),
    _kind("certainty of one outcome for all", dressed.certainty_of_one_outcome),
)
