"""Words that name a treatment and, in some company, none: "exercise caution", "the rest of the patients"."""

import re

__all__ = ["is_idiom"]

_BEHIND = {
    "exercise": re.compile(
        r" (?:(?:the(?:ir)?|your|his|her|its|our|own|clinical|professional|good|great|due|extreme|particular|special"
        r"|some|more|reasonable|careful) ){0,3}"
        r"(?:caution|judge?ments?|care|restraint|discretion|vigilance|prudence|control over|authority|leadership"
        r"|rights?)\b",
        re.IGNORECASE,
    ),
    "rest": re.compile(r" of (?:the|their|his|her|your|our|my|these|those|all)\b", re.IGNORECASE),
}
_READ_CHARS = 60


def is_idiom(text: str, start: int, end: int) -> bool:
    """Whether a word stands there in a phrase that is about something else."""
    behind = _BEHIND.get(text[start:end].casefold())
    return behind is not None and behind.match(text, end, end + _READ_CHARS) is not None
