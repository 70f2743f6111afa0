"""One form for texts that differ in type only: width, case, dashes, quotation marks, spaces, invisible characters.

Folding is for comparing, never for showing: offsets into a folded text mean nothing in the source.
"""

import re
import unicodedata

__all__ = ["MARKS", "fold", "strip_marks"]

# Diacritics of Latin, Greek and Cyrillic letters. The marks of other scripts tell words apart and stay.
MARKS = r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"

_DASHES = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"
_INVISIBLE = "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\ufe0e\ufe0f"

_SAME = str.maketrans(
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\uff07`\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02", '"')
    | dict.fromkeys(_INVISIBLE)
)
_MARK = re.compile(f"[{MARKS}]")
_WHITE = re.compile(r"\s+")
# Letters that carry their mark inside, so that decomposing leaves them as they are.
_PLAIN = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŧ": "t", "ß": "ss"}
)


def fold(text: str) -> str:
    """`text` in the form used to compare: NFKC, case-folded, dashes, quotes and spaces unified, invisible ones dropped.

    Runs of white space become one space and the ends are trimmed. Folding twice changes nothing. Spelling, diacritics
    and Greek letters stay: `match_tokens` folds those.
    """
    if not text.isascii():
        text = _until_stable(text)
    return _WHITE.sub(" ", text.casefold().translate(_SAME)).strip()


def strip_marks(text: str) -> str:
    """Lower-case `text` without diacritics and invisible characters: "Sjögren" -> "sjogren", "fœtal" -> "foetal"."""
    if text.isascii():
        return text.casefold().translate(_SAME)
    bare = _MARK.sub("", unicodedata.normalize("NFKD", text)).casefold().translate(_SAME).translate(_PLAIN)
    return unicodedata.normalize("NFKC", _MARK.sub("", unicodedata.normalize("NFKD", bare)))


def _until_stable(text: str) -> str:
    # Case folding can undo a normal form and the other way round; two or three rounds settle every character.
    while (
        folded := unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold().translate(_SAME))
    ) != text:
        text = folded
    return text
