"""The known name that somebody probably meant, for the message that refuses what they typed."""

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["did_you_mean", "nearest"]

# A letter too many, too few or in the wrong place passes; another word of the same length does not.
_CUTOFF = 0.7


def nearest(typed: str, known: Iterable[str]) -> str:
    """The known name that is most like what was typed; empty where none is. Letter case does not count."""
    by_folded = {name.casefold(): name for name in known}
    near = get_close_matches(typed.casefold(), by_folded, n=1, cutoff=_CUTOFF)
    return by_folded[near[0]] if near else ""


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """A sentence to put behind "does not exist.", with a space before it; empty where nothing known is near."""
    near = nearest(typed, known)
    return f" Did you mean {near!r}?" if near else ""
