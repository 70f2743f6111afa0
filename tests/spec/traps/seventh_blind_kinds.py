"""Forty kinds written blind a seventh time: true words that mislead by what stands next to them, left out.

A fifth is layout, not quite half how, when and by whom a result was counted, the rest what advice hangs on and lines
that advise nothing. By someone who had neither read nor run the checker, search or the composing of pages, and had seen
of the earlier tables the names of their kinds, some of the sixth's texts and how their pages are made. What is caught
of them at first is the figure.
"""

from . import seventh_blind_told as told
from .by_fixture import CUT, NO_ADVICE, written
from .case import Kind

__all__ = ["KINDS"]

KINDS: tuple[Kind, ...] = (
    *written(told.turned_by_layout, told.LAYOUT, CUT, told.TABLE),
    *written(told.alone, told.ALONE, CUT, told.TABLE),
    *written(told.advised, told.ADVISED, CUT, told.TABLE),
    *written(told.no_advice, told.NO_ADVICE, NO_ADVICE, told.TABLE),
)
