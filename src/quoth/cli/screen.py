"""The terminal that pages are written to, and `clean`, which every word from a source passes."""

import re
import sys
import unicodedata
from typing import IO, cast

from rich.console import Console

__all__ = ["clean", "screen_of_stdout"]

WIDTH_MAX = 100
BIDI_OVERRIDES = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
_TRAILING = re.compile(r" +(?=\n|\Z)")


def clean(text: str) -> str:
    """Text without control characters, so that a source cannot speak to the terminal. New lines become spaces."""
    spaced = text.replace("\n", " ").replace("\t", " ")
    return "".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cs") and c not in BIDI_OVERRIDES)


def screen_of_stdout() -> Console:
    """A console on stdout, at most `WIDTH_MAX` wide; in a pipe its lines end where their words end."""
    file = sys.stdout if sys.stdout.isatty() else cast(IO[str], _Trimmed(sys.stdout))
    screen = _Screen(file=file, highlight=False, markup=False, emoji=False, soft_wrap=False)
    screen.width = min(screen.width, WIDTH_MAX)
    return screen


class _Screen(Console):
    """A console that leaves a closed pipe to the command line, which knows what to do."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class _Trimmed:
    """A text file whose lines lose the blanks that fill a terminal's width."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> int:
        return self._file.write(_TRAILING.sub("", text))

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)
