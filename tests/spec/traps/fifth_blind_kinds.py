"""Forty kinds written blind a fifth time: true words that mislead by what they hang on, left out.

A quarter is layout, not quite half the making of results, the rest the conditions of advice and lines that advise
nothing. By someone who had neither read nor run the checker, search or the composing of pages, and had seen of the
earlier tables the names of their kinds and how their pages are made. What is caught of them at first is the figure.
"""

from . import fifth_blind_told as told
from .by_fixture import CUT, NO_ADVICE, written
from .case import Kind

__all__ = ["KINDS"]

KINDS: tuple[Kind, ...] = (
    *written(told.turned_by_layout, told.LAYOUT, CUT),
    *written(told.alone, told.ALONE, CUT),
    *written(told.advised, told.ADVISED, CUT),
    *written(told.no_advice, told.NO_ADVICE, NO_ADVICE),
)
