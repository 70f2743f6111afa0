"""A text in Markdown whose characters a reader sees as they are, whatever they would mean as markup."""

import re

__all__ = ["escape_markdown"]

# What CommonMark or its common extensions read as markup, anywhere in a line and at its start.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#!|~$^&@])")
_AT_START = re.compile(r"^([-+=:]|\d{1,9}(?=[.)]))")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|javascript)(:)|\b(www)(\.)")


def escape_markdown(text: str) -> str:
    """The text on one line, so that a Markdown reader shows its characters and nothing else."""
    line = _SPACES.sub(" ", text).strip(" ")
    line = _MARKUP.sub(r"\\\1", line)
    line = _ADDRESS.sub(lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", line)
    return _AT_START.sub(lambda found: f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}", line)
