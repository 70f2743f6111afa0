"""Texts in pieces that no word or number runs across, each nearly always one word: many texts on a page of bytes.

White space alone leaves a word its comma, its bracket and its capital, and each spelling is a piece to be looked up of
its own: twice to three times as many as there are words. Here a text first loses what can be no part of a word, which
costs a microsecond. What is left is read as ever (`terms_in`): this only takes away, and what it takes away changes no
term (docs/decisions/0098).
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from quoth.search.engine.words import END, MARGIN

__all__ = ["page_of"]

_KEPT = frozenset("_.,'")
"""Marks that can stand in a word or number, or tell that there is none: "1,000", "0.71", "Crohn's"."""
_CASE_TELLS = ("µ", "μ")
"""Micro stands before a unit, whose case counts: in a text without it all case is the same to a term."""
_END = b" " + END + b" "
_DOT, _COMMA, _SPACE, _ZERO, _NINE, _ASCII = b"., 09\x80"


def page_of(texts: Iterable[str]) -> bytearray:
    """The pieces of texts, `END` after each text: their terms one after the other are the terms of the texts."""
    page = bytearray(b"".join([b" ", *[_bare(text) + _END for text in texts], MARGIN]))
    _drop_idle_marks(np.frombuffer(page, dtype=np.uint8))
    return page


def _bare(text: str) -> bytes:
    """UTF-8 with a space in the place of each ASCII sign that only parts words, lower case where case tells nothing."""
    table = _PLAIN if text.isascii() or not any(sign in text for sign in _CASE_TELLS) else _PLAIN_CASED
    return text.encode("utf-8", "surrogatepass").translate(table)


def _drop_idle_marks(page: npt.NDArray[np.uint8]) -> None:
    """A dot or comma that no digit follows becomes a space. A dot before another one stays: "..5" is 5, and not .5."""
    at = np.flatnonzero((page == _DOT) | (page == _COMMA))  # never the last one, which ends a text
    after = page[at + 1]
    digit = (after >= _ZERO) & (after <= _NINE)
    page[at[~digit & (after < _ASCII) & (after != _DOT)]] = _SPACE  # others may be digits of another script


def _table(*, cased: bool) -> bytes:
    table = bytearray(range(256))
    for code in range(_ASCII):
        sign = chr(code)
        if sign.isalnum():
            table[code] = code if cased else ord(sign.lower())
        elif sign not in _KEPT:
            table[code] = _SPACE
    return bytes(table)


_PLAIN, _PLAIN_CASED = _table(cased=False), _table(cased=True)
