"""Where the lines stand that a stretch of text points to by their name: "meet box 1", "patients of list B".

Such a line opens with its name and goes on after a stop or a colon, as a box or a legend does in running text.
Here is only where they stand; whether they must be shown is decided by whoever quotes.
"""

import re

from quoth.text.later import compile_later
from quoth.text.sentences import Extent

__all__ = ["named_lines_of"]

_LINE_CHARS, _LINES = 600, 400
_SHOWN_APART = (
    r"(?:box|table|figure|frame|panel|list|annex|appendix|chart|rule|row|group|criteri(?:a|on)|scheme|algorithm|card|sheet"
    r"|schedule|column|conditions?|requirements?|exceptions?|exclusions?|checklist|plan|diagram|flow ?chart|graph|grid"
    r"|square|tile|insert|legend|key|note|footnote|item|section|step|stage|category|class|set|field)"
)
_NAME = compile_later(
    rf"[^\S\n]*((?:the )?(?:{_SHOWN_APART} (?:\d{{1,2}}[a-z]?|[a-z]|[ivx]{{1,4}}|below|above|overleaf|opposite)"
    rf"|(?:(?:red|blue|green|grey|gray|yellow|orange|amber|shaded|dotted|first|second|third|last|upper|lower) ){{1,2}}"
    rf"{_SHOWN_APART}|margin|legend|overleaf))[.:)][^\S\n]+(?=\S)",
    re.IGNORECASE,
)


def named_lines_of(text: str, start: int, end: int, *, section_start: int, section_end: int) -> tuple[Extent, ...]:
    """The lines of a section whose name stands in a stretch, in the order of the text.

    Args:
        text: the whole text.
        start: the first character of the stretch.
        end: the one after its last.
        section_start: where its section begins; a name is looked up in no other.
        section_end: where that ends.
    """
    said = " ".join(text[start:end].split()).casefold()
    found: list[Extent] = []
    at = section_start
    for _ in range(_LINES):
        if at >= section_end:
            break
        stop = text.find("\n", at, section_end)
        stop = section_end if stop < 0 else stop
        named = _NAME.match(text, at, stop) if stop <= start or end <= at else None
        if named and stop - at <= _LINE_CHARS and _is_named(named[1].casefold().removeprefix("the "), said):
            words = text[at:stop]
            found.append((at + len(words) - len(words.lstrip()), at + len(words.rstrip())))
        at = stop + 1
    return tuple(found)


def _is_named(name: str, said: str) -> bool:
    """Whether a name stands in a stretch as words of its own."""
    return re.search(rf"(?<!\w){re.escape(' '.join(name.split()))}(?!\w)", said) is not None
