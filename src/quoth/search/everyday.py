"""Words of everyday speech that say nothing of what is asked for: neither searched, nor weighed, nor ever "unknown".

People do not ask in the words of a library: "my poor hubby reckons …, is that rubbish?" Not one of these words can name
a treatment, a disease, a part of the body or a group of people; a question that holds them is no stranger for it. The
list stands in `data/everyday.txt`, by category, each with its argument. A word that could name what is asked about is
kept out of it: there, saying that the library does not know the word is the right answer.
"""

import re
from functools import cache
from importlib.resources import files

from quoth.search.wording import Span, Wording
from quoth.text import stem

__all__ = ["figures_of_speech", "is_everyday"]

_PHRASES = "phrases"
_HEADING = re.compile(r"\[(.+)\]")


def is_everyday(form: str) -> bool:
    """True for a folded word that says nothing of what is asked for, in any inflection."""
    words = _words()
    return form in words or form.removesuffix("'s") in words or stem(form) in words


def figures_of_speech(wording: Wording) -> tuple[Span, ...]:
    """Stretches that are everyday speech as a whole ("through the roof"), although their words may not be."""
    places = ((wording.line.find(phrase), phrase) for phrase in _phrases())
    return tuple(wording.span(at + 1, at + len(phrase)) for at, phrase in places if at >= 0)


@cache
def _words() -> frozenset[str]:
    rows = (row for heading, row in _rows() if heading != _PHRASES)
    return frozenset(word for row in rows for word in row.split())


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(f" {row} " for heading, row in _rows() if heading == _PHRASES)


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    """Category and line, comments left out."""
    heading, rows = "", []
    for line in (files("quoth") / "data" / "everyday.txt").read_text(encoding="utf-8").splitlines():
        if found := _HEADING.fullmatch(line):
            heading = found[1]
        elif line and not line.startswith("#"):
            rows.append((heading, line))
    return tuple(rows)
