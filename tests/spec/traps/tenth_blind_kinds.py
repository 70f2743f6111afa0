"""Thirty kinds written blind a tenth time, in the form of the ninth table, by two others who had not read the checker.

Fourteen are what advice hangs on, twelve what a result is worth, four lines that advise nothing. They had seen of the
earlier tables the names of their kinds. What is caught of them at first is the figure.
"""

from . import ninth_blind_told as told
from .by_fixture import CUT, NO_ADVICE, written
from .case import Kind
from .fifth_blind_told import kinds_in

__all__ = ["ADVISED", "ALONE", "KINDS", "LINES", "TABLE"]

TABLE = "tenth_blind"
ADVISED = kinds_in("advised", TABLE)
ALONE = kinds_in("alone", TABLE)
LINES = kinds_in("no_advice", TABLE)

KINDS: tuple[Kind, ...] = (
    *written(told.advised, ADVISED, CUT, TABLE),
    *written(told.alone, ALONE, CUT, TABLE),
    *written(told.no_advice, LINES, NO_ADVICE, TABLE),
)
