"""Thirty kinds written blind a ninth time: true words that mislead by the sentence beside them, left out.

Fourteen are what advice hangs on, twelve what a result is worth, four lines that advise nothing; each in a paragraph as
guidelines and abstracts have them, half of them with further sentences that say nothing the row needs. By two people
who had neither read nor run the checker, search or the composing of pages, and had seen of the earlier tables the names
of their kinds. What is caught of them at first is the figure.
"""

from . import ninth_blind_told as told
from .by_fixture import CUT, NO_ADVICE, written
from .case import Kind

__all__ = ["KINDS"]

KINDS: tuple[Kind, ...] = (
    *written(told.advised, told.ADVISED, CUT),
    *written(told.alone, told.ALONE, CUT),
    *written(told.no_advice, told.NO_ADVICE, NO_ADVICE),
)
