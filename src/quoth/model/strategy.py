"""A librarian's search: the strategy as typed, what each of its lines found, and what was found in the end."""

from dataclasses import dataclass
from datetime import date

from quoth.model.record import RecordId

__all__ = ["SavedStrategy", "StrategyLine", "StrategyRun"]


@dataclass(frozen=True, slots=True)
class StrategyLine:
    """One line with its count. Numbers start at 1."""

    number: int
    text: str
    records: int
    notes: tuple[str, ...] = ()
    """What was read in a way that whoever typed it may not expect."""


@dataclass(frozen=True, slots=True)
class StrategyRun:
    """What a strategy found in one state of a library. The same text and snapshot give the same run."""

    text: str
    """All lines, as typed."""
    lines: tuple[StrategyLine, ...]
    found: tuple[RecordId, ...]
    """Records of the last line: newest first, unknown years last, then by id; best first where `ranked`."""
    snapshot: str
    """Of the library."""
    in_library: int
    """Records in the library."""
    ranked: bool = False
    """An exhaustive search: the text is a question, and what was found is ranked and may have been cut."""


@dataclass(frozen=True, slots=True)
class SavedStrategy:
    """A strategy under a name, so that it can be run again."""

    name: str
    text: str
    saved_on: date
    note: str = ""
    """Why it was made, in the words of whoever saved it."""
    owner: str = ""
    """Id of the account that saved it first; empty where nobody was signed in."""
