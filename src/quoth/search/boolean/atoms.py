"""The smallest pieces of a strategy: words in fields, years, kinds. An index says which records each of them matches.

Records are told apart by a number made of their id, so that sets of a million records are sorted arrays of numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from quoth.errors import BadInput
from quoth.model import Unit
from quoth.search.analysis import every_term
from quoth.text import match_tokens

__all__ = [
    "BY_FIELD",
    "ENDINGS_MAX",
    "Atom",
    "Keys",
    "Kinds",
    "Words",
    "Years",
    "each_once",
    "either",
    "matches",
    "prefix_of",
    "record_key",
]

Keys = npt.NDArray[np.uint64]
"""Keys of records, ascending, each once."""

BY_FIELD = ("title", "text", "mesh", "keywords", "authors", "journal", "types")
"""Fields of a unit that a strategy can name."""
_INITIALS_MAX = 4
ENDINGS_MAX = 400
"""A truncated word with more endings than this would be a search for a letter."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand together, in any of the fields; with `truncated` the last one may go on.

    With `initials` it goes on by further initials alone: "smith j" is Smith J and Smith JA, and no Smith Jones.
    """

    text: str
    fields: tuple[str, ...]
    truncated: bool = False
    initials: bool = False

    def endings_of(self, terms: Iterable[str]) -> list[str]:
        """Of terms that begin as the last word does, those that it stands for.

        Raises:
            BadInput: they are too many to mean something.
        """
        endings = [term for term in terms if not self.initials or len(term) <= _INITIALS_MAX]
        if len(endings) > ENDINGS_MAX and not self.initials:
            raise BadInput(
                f"'{self.text}*' stands for {len(endings):,} words in this library; at most {ENDINGS_MAX} are looked "
                "up. Give more of the word before the *."
            )
        return endings


@dataclass(frozen=True, slots=True)
class Years:
    """Published in these years, both ends included. A record without a year is in no range."""

    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Kinds:
    """Of one of these designs; empty text stands for "not stated"."""

    kinds: tuple[str, ...]


Atom = Words | Years | Kinds


def record_key(record_id: str) -> int:
    """A number for a record, the same on every machine."""
    return int.from_bytes(blake2b(record_id.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def each_once(keys: Keys) -> Keys:
    """Keys in any order: ascending, each once. NumPy's own way loads its masked arrays, which costs a warm answer."""
    found = np.sort(keys)
    new = np.ones(len(found), dtype=bool)
    new[1:] = found[1:] != found[:-1]
    return found[new]


def either(one: Keys, other: Keys) -> Keys:
    """The keys that are in one of the two, or in both."""
    return each_once(np.concatenate((one, other)))


def prefix_of(text: str) -> tuple[list[str], str]:
    """The whole terms before a truncated word, and the beginning of that word as the index spells it."""
    *before, last = [token.form for token in match_tokens(text)] or [""]
    return [term for form in before for term in every_term(form)], last.removesuffix("'s").removesuffix("'")


def matches(unit: Unit, atom: Atom) -> bool:
    """Whether a unit matches, in the plainest way: what every index is held against."""
    match atom:
        case Years(first, last):
            return unit.year is not None and (first or unit.year) <= unit.year <= (last or unit.year)
        case Kinds(kinds):
            return unit.kind in kinds
        case Words():
            return any(_stands_in(atom, getattr(unit, field), lists=field in _LISTS) for field in atom.fields)


_LISTS = frozenset({"authors", "journal", "types"})
"""Fields whose entries are told apart by semicolons: no phrase runs from one author into the next."""


def _stands_in(atom: Words, text: str, *, lists: bool) -> bool:
    parts = text.split(";") if lists else [text]
    return any(_at_all(atom, every_term(part)) for part in parts)


def _at_all(atom: Words, words: Sequence[str]) -> bool:
    if not atom.truncated:
        terms = every_term(atom.text)
        return bool(terms) and any(list(words[i : i + len(terms)]) == terms for i in range(len(words)))
    before, prefix = prefix_of(atom.text)
    size = len(before)
    return any(
        list(words[i : i + size]) == before
        and i + size < len(words)
        and words[i + size].startswith(prefix)
        and (not atom.initials or len(words[i + size]) <= _INITIALS_MAX)
        for i in range(len(words))
    )
