"""What the library's concepts say about each other: kinds of kinds, and what a text names by any of their names."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from quoth.check.known import Known, key_of
from quoth.lexicon.register import in_other_words
from quoth.model import Concept
from quoth.store.protocol import Store
from quoth.text import match_tokens, stem

__all__ = ["Links"]

_KEPT_TEXTS = 2_048
_BEGINNING_CHARS = 6


class Links:
    """Concept names of one store, read when first asked for and again after the library has changed."""

    def __init__(self, store: Store) -> None:
        """Take the store; nothing is read yet."""
        self._store = store
        self._known: Known | None = None
        self._called: dict[str, tuple[frozenset[str], ...]] = {}
        """Of conditions that were asked about: what they and their kinds are called, by first letters."""

    def refresh(self) -> None:
        """Forget what was read if the library has changed since; called once a page."""
        if self._known is not None and self._known.revision != self._store.revision():
            self._known = None

    def is_kind_of(self, narrow: str, wide: str) -> bool:
        """Whether one condition is another or, by the concepts' broader links, a kind of it."""
        target, edge, seen = key_of(wide), [key_of(narrow)], {key_of(narrow)}
        if target in seen:
            return True
        broader = self._read().broader
        while edge:
            edge = [up for name in edge for up in broader.get(name, ()) if up not in seen]
            if target in edge:
                return True
            seen.update(edge)
        return False

    def is_name(self, words: str) -> bool:
        """Whether a concept of the library goes by these words."""
        return key_of(words) in self._read().names

    def names_condition(self, texts: Iterable[str], condition: Concept) -> bool:
        """Whether one of the texts holds all words of a name of a condition or of a kind of it, endings aside."""
        own = map(_beginnings, (condition.name, *condition.lay, *condition.clinical))
        return _any_stands((*filter(None, own), *self._kinds(key_of(condition.name))), texts)

    def belongs_to(self, name: str, family: str) -> bool:
        """Whether an intervention goes by a family's name, stands in it, or is a kind of what does."""
        target, edge, seen = key_of(family), [key_of(name)], {key_of(name)}
        families = self._read().families
        while edge and target not in seen:
            edge = [up for one in edge for up in families.get(one, ()) if up not in seen]
            seen.update(edge)
        return target in seen

    def names_treatment(self, texts: Sequence[str], name: str) -> bool:
        """Whether one of the texts holds all words of a name of an intervention, endings aside.

        "Antihypertensive medication" is what a pack calls antihypertensive drugs.
        """
        called = (name, *self._read().treatments.get(key_of(name), ()))
        in_other = (other for one in called for other in in_other_words(one))
        return any(_any_stands([*filter(None, map(_beginnings, names))], texts) for names in (called, in_other))

    def speaks_of_outcome(self, text: str, outcome: str) -> bool:
        """Whether a text holds all the words of one of the outcome's names or synonyms."""
        held = _stems(text)
        called = map(_stems, self._read().outcomes.get(key_of(outcome), ()))
        return any(words <= held for words in called if words)

    def _kinds(self, name: str) -> tuple[frozenset[str], ...]:
        """What a condition of the library and its kinds are called, nearest first; worked out once a revision."""
        known = self._read()
        kinds = self._called.get(name)
        if kinds is None and (name in known.conditions or name in known.narrower):
            kinds = self._called[name] = tuple(filter(None, map(_beginnings, known.with_kinds(name))))
        return kinds or ()

    def _read(self) -> Known:
        known = self._known
        if known is None:
            known, self._called = Known(self._store), {}
            self._known = known
        return known


@lru_cache(maxsize=_KEPT_TEXTS)
def _beginnings(name: str) -> frozenset[str]:
    """The first letters of a name's stems: "hypertensive" and "hypertension" begin alike."""
    return frozenset(one[:_BEGINNING_CHARS] for one in _stems(name))


@lru_cache(maxsize=_KEPT_TEXTS)
def _all_beginnings(text: str) -> str:
    """The same of a text, each behind a space: what begins one of its words is found by one search for a string."""
    return "".join(sorted(f" {beginning}" for beginning in _beginnings(text)))


def _any_stands(names: Sequence[frozenset[str]], texts: Iterable[str]) -> bool:
    """Whether all words of a name begin words of one text: "painful" has the word pain."""
    for held in map(_all_beginnings, texts):
        if any(all(f" {word}" in held for word in words) for words in names):
            return True
    return False


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(token.form) for token in match_tokens(text))
