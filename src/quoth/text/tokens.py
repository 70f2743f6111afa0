"""Words and numbers with their offsets in the original text and a folded form to match by.

Two texts that say the same in other type or in the other English spelling give the same forms: "TNF-α" and "TNF-alpha",
"0·71" and "0.71", "oedema" and "edema". Signs and operators are left out here: what compares numbers reads the source.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from quoth.text.folding import MARKS, strip_marks
from quoth.text.spelling import respell

__all__ = ["Token", "folded", "form_of", "match_line", "match_tokens", "match_words"]

_GREEK = r"\u0370-\u03ff\u1f00-\u1fff"
_INSIDE = rf"{MARKS}\u00ad\u200b-\u200d\u2060\ufeff"
_TOKEN = re.compile(
    rf"""
      [A-Za-z][A-Za-z0-9]*+(?![^\W_]|[{_INSIDE}'’ʼ])  # most words; the last line but one finds them too, half as fast
    | \d{{1,3}}(?:,\d{{3}})++(?!\d)(?:[.·]\d++)?+     # 1,000  12,345.6
    | \d++(?:[.·]\d++)*+                              # 12  0.71  0·71  3.2.1
    | (?<![\w.·])[.·]\d++                             # .05
    | [µμ](?:g|l|L|m|M|mol|U|s|Sv|Gy|V|A|W|N)(?![^\W_])  # micro before a unit
    | [{_GREEK}](?:[{_GREEK}{_INSIDE}])*+             # Greek stands alone: TNFα is two tokens, as TNF-α is
    | [^\W\d_{_GREEK}](?:[^\W_{_GREEK}]|[{_INSIDE}])*+(?:['’ʼ](?:[^\W\d_{_GREEK}]|[{MARKS}])++)?+
    | [^\W_](?:[{_INSIDE}])*+
    """,
    re.VERBOSE,
)
_GREEK_NAMES = {
    **{"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta", "θ": "theta"},
    **{"ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi"},
    **{"ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi"},
    "ω": "omega",
}


class Token(NamedTuple):
    """A word, a part of a hyphenated word, or a number. Offsets are characters of the original, `end` exclusive."""

    start: int
    end: int
    form: str


def match_tokens(text: str) -> list[Token]:
    """The words and numbers of `text`, in order, each with its offsets in `text` and its folded form.

    A form is lower-cased, without diacritics, its apostrophe straight, its spelling folded to one English, Greek
    letters spelled out. Hyphenated words give one token a part, "120/80" two. A number keeps its decimals ("0.71");
    "0·71", ".05" and "1,000" become "0.71", "0.05" and "1000"; a number leaves the letters after it ("5mg" is "5",
    "mg"), letters keep the number after them ("p53"). A sign is no part of a number. Forms are never empty.
    """
    return [Token(*found.span(), form) for found in _TOKEN.finditer(text) if (form := form_of(found.group()))]


def match_line(text: str) -> str:
    """The forms of `text` on one line, a space around each: what is said in one piece is found as one piece of it."""
    return f" {' '.join(token.form for token in match_tokens(text))} "


def match_words(text: str) -> list[str]:
    """The words and numbers of `text` as they are written, in order, some of which may have no form (`form_of`)."""
    return _TOKEN.findall(text)


def folded(word: str) -> str:
    """The folded form of one word or number as `match_tokens` gives it; empty where nothing of it is left."""
    if word[0].isdecimal() or (word[0] in ".·" and len(word) > 1):
        return _number(word)
    if word.isascii():
        return respell(word.lower())
    if word[0] in "µμ" and len(word) > 1 and word[1:].isascii():
        return "u" + word[1:].lower()
    bare = "".join(strip_marks(word).split())  # an accent that stands alone leaves a space
    return respell("".join(_GREEK_NAMES.get(char, char) for char in bare))


form_of = lru_cache(maxsize=1 << 16)(folded)
"""As `folded`, and kept for when it comes again."""


def _number(word: str) -> str:
    plain = word.replace(",", "").replace("·", ".")
    if not plain.isascii():
        plain = "".join(char if char == "." else str(unicodedata.decimal(char)) for char in plain)
    return "0" + plain if plain[0] == "." else plain
