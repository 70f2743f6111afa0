"""Seventh blind table: true rows without the line beside them that turns them, and lines that advise nothing.

Each text of the fixtures is made up; the pages are made as those of the fifth table.
"""

from .fifth_blind_told import advised, alone, kinds_in, no_advice, turned_by_layout

__all__ = ["ADVISED", "ALONE", "LAYOUT", "NO_ADVICE", "TABLE", "advised", "alone", "no_advice", "turned_by_layout"]

TABLE = "seventh_blind"
LAYOUT = kinds_in("layout", TABLE)
ALONE = kinds_in("alone", TABLE)
ADVISED = kinds_in("advised", TABLE)
NO_ADVICE = kinds_in("no_advice", TABLE)
