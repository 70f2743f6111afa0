"""What the short forms of one document stand for, as the document itself explains them.

A guideline writes "acute chest syndrome (ACS)" once and "ACS" from then on; who asks writes either. Only what the
document explains is read, so that no short form is guessed.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache

from quoth.model import Rendition, RenditionId
from quoth.text.abbreviations import abbreviations

__all__ = ["ShortForms", "short_forms"]

_KEPT_TEXTS = 512
_CAPITALS = re.compile(r"\b[A-Za-z\d]*[A-Z][\w/-]*")


@dataclass(frozen=True, slots=True)
class ShortForms:
    """Short forms of one document, each with its long form."""

    long_of: dict[str, str]

    def spelt_out(self, text: str, asked: Collection[str] = ()) -> str:
        """The text with what its short forms stand for behind it, and the short forms `asked` whose words it holds."""
        if not self.long_of:
            return text
        written = dict.fromkeys(_CAPITALS.findall(text))
        found = [self.long_of.get(word) or self.long_of.get(word.removesuffix("s"), "") for word in written]
        folded = text.casefold() if asked else ""
        found += [short for short in asked if (long := self.long_of.get(short)) and long.casefold() in folded]
        return " ; ".join((text, *filter(None, dict.fromkeys(found))))


def short_forms(rendition: Rendition) -> ShortForms:
    """The short forms that a text introduces; of several meanings of one, the first."""
    return _forms(_Text(rendition.id, rendition))


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, known by its id: under one id it never changes."""

    text_id: RenditionId
    rendition: Rendition = field(compare=False, repr=False)


@lru_cache(maxsize=_KEPT_TEXTS)
def _forms(text: _Text) -> ShortForms:
    long_of: dict[str, str] = {}
    for short, long in abbreviations(text.rendition.text):
        long_of.setdefault(short, long)
    return ShortForms(long_of)
