"""Thirty kinds written blind an eighth time: true words that mislead by the sentence beside them, left out.

Fourteen are what advice hangs on, twelve what a result is worth, four lines that advise nothing; all of it written in
the whole sentences of guidelines and abstracts. By someone who had neither read nor run the checker, search or the
composing of pages, and had seen of the earlier tables the names of their kinds, some of the seventh's texts and how
their pages are made. What is caught of them at first is the figure.
"""

from . import eighth_blind_told as told
from .by_fixture import CUT, NO_ADVICE, written
from .case import Kind

__all__ = ["KINDS"]

KINDS: tuple[Kind, ...] = (
    *written(told.advised, told.ADVISED, CUT),
    *written(told.alone, told.ALONE, CUT),
    *written(told.no_advice, told.NO_ADVICE, NO_ADVICE),
)
