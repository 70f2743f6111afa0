"""The known name that somebody probably meant, for the message that refuses what they typed."""

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["did_you_mean", "nearest"]

# A letter too many, too few or in the wrong place passes; another word of the same length does not.
_CUTOFF = 0.7


def nearest(typed: str, known: Iterable[str]) -> str:
    """The known name that is most like what was typed; empty where none is. Letter case does not count."""
    return next(iter(_near(typed, known, 1)), "")


def did_you_mean(typed: str, known: Iterable[str], *, most: int = 1) -> str:
    """A sentence to put behind "does not exist.", with a space before it; empty where nothing known is near.

    Args:
        typed: what does not exist.
        known: what does.
        most: name so many at most, the nearest first.
    """
    near = [repr(name) for name in _near(typed, known, most)]
    *others, last = near or [""]
    return f" Did you mean {', '.join(others)}{' or ' if others else ''}{last}?" if near else ""


def _near(typed: str, known: Iterable[str], most: int) -> list[str]:
    by_folded = {name.casefold(): name for name in known}
    return [by_folded[one] for one in get_close_matches(typed.casefold(), by_folded, n=most, cutoff=_CUTOFF)]
