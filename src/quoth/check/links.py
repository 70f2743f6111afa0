"""What the library's concepts say about each other: kinds of kinds, and the names that a heading may use."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from quoth.lexicon.register import in_other_words
from quoth.model import Concept, ConceptKind
from quoth.store.protocol import Store
from quoth.text import match_tokens, stem

__all__ = ["Links"]

_KEPT_TEXTS = 2_048
_BEGINNING_CHARS = 6


@dataclass(frozen=True, slots=True)
class _Known:
    revision: int
    broader: dict[str, tuple[str, ...]]
    """Of conditions."""
    names: frozenset[str]
    """Names, groups and synonyms of all concepts."""
    outcomes: dict[str, tuple[frozenset[str], ...]]
    """Of outcomes: the stems of each of their names and synonyms."""
    called: dict[str, tuple[frozenset[str], ...]]
    """Of conditions: the first letters of the stems of each of their names and synonyms."""
    narrower: dict[str, tuple[str, ...]]
    """Of conditions."""
    families: dict[str, tuple[str, ...]]
    """Of interventions: the names one step up, of families and of what they are a kind of."""
    treatments: dict[str, tuple[str, ...]]
    """Of interventions: each of their names, synonyms and descriptors, as written."""
    kinds: dict[str, tuple[frozenset[str], ...]] = field(default_factory=dict)
    """Of conditions that were asked about: as `called`, with those of everything that is a kind of them."""


class Links:
    """Concept names of one store, read when first asked for and again after the library has changed."""

    def __init__(self, store: Store) -> None:
        """Take the store; nothing is read yet."""
        self._store = store
        self._known: _Known | None = None

    def refresh(self) -> None:
        """Forget what was read if the library has changed since; called once a page."""
        if self._known is not None and self._known.revision != self._store.revision():
            self._known = None

    def is_kind_of(self, narrow: str, wide: str) -> bool:
        """Whether one condition is another or, by the concepts' broader links, a kind of it."""
        target, edge, seen = _key(wide), [_key(narrow)], {_key(narrow)}
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
        return _key(words) in self._read().names

    def names_condition(self, texts: Iterable[str], condition: Concept) -> bool:
        """Whether one of the texts holds all words of a name of a condition or of a kind of it, endings aside."""
        own = map(_beginnings, (condition.name, *condition.lay, *condition.clinical))
        return _any_stands((*filter(None, own), *self._kinds(_key(condition.name))), texts)

    def belongs_to(self, name: str, family: str) -> bool:
        """Whether an intervention goes by a family's name, stands in it, or is a kind of what does."""
        target, edge, seen = _key(family), [_key(name)], {_key(name)}
        families = self._read().families
        while edge and target not in seen:
            edge = [up for one in edge for up in families.get(one, ()) if up not in seen]
            seen.update(edge)
        return target in seen

    def names_treatment(self, texts: Sequence[str], name: str) -> bool:
        """Whether one of the texts holds all words of a name of an intervention, endings aside.

        "Antihypertensive medication" is what a pack calls antihypertensive drugs.
        """
        called = (name, *self._read().treatments.get(_key(name), ()))
        in_other = (other for one in called for other in in_other_words(one))
        return any(_any_stands([*filter(None, map(_beginnings, names))], texts) for names in (called, in_other))

    def speaks_of_outcome(self, text: str, outcome: str) -> bool:
        """Whether a text holds all the words of one of the outcome's names or synonyms."""
        held = _stems(text)
        return any(words <= held for words in self._read().outcomes.get(_key(outcome), ()))

    def _kinds(self, name: str) -> tuple[frozenset[str], ...]:
        """What a condition of the library and its kinds are called, nearest first; worked out once a revision."""
        known = self._read()
        kinds = known.kinds.get(name)
        if kinds is None and (name in known.called or name in known.narrower):
            edge, seen = [name], {name: None}
            while edge:
                edge = [down for one in edge for down in known.narrower.get(one, ()) if down not in seen]
                seen.update(dict.fromkeys(edge))
            kinds = known.kinds[name] = tuple(words for one in seen for words in known.called.get(one, ()))
        return kinds or ()

    def _read(self) -> _Known:
        known = self._known
        if known is None:
            revision, concepts = self._store.revision(), self._store.concepts()
            broader = _broader(concepts)
            known = self._known = _Known(
                revision,
                broader,
                _names(concepts),
                _outcomes(concepts),
                _called(concepts),
                _turned(broader),
                _families(concepts),
                _treatments(concepts),
            )
        return known


def _broader(concepts: Iterable[Concept]) -> dict[str, tuple[str, ...]]:
    """Names one step up, of conditions, from all origins together."""
    found: dict[str, tuple[str, ...]] = {}
    for concept in concepts:
        if concept.kind is ConceptKind.CONDITION and concept.broader:
            name = _key(concept.name)
            found[name] = (*found.get(name, ()), *(_key(wide) for wide in concept.broader))
    return found


def _names(concepts: Iterable[Concept]) -> frozenset[str]:
    return frozenset(
        _key(word)
        for concept in concepts
        for word in (concept.name, *concept.lay, *concept.clinical, concept.group or concept.name)
    )


def _outcomes(concepts: Iterable[Concept]) -> dict[str, tuple[frozenset[str], ...]]:
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for concept in concepts:
        if concept.kind is ConceptKind.OUTCOME:
            words = (_stems(word) for word in (concept.name, *concept.lay, *concept.clinical))
            found[_key(concept.name)] = (*found.get(_key(concept.name), ()), *(stems for stems in words if stems))
    return found


def _called(concepts: Iterable[Concept]) -> dict[str, tuple[frozenset[str], ...]]:
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for concept in concepts:
        if concept.kind is ConceptKind.CONDITION:
            words = (_beginnings(word) for word in (concept.name, *concept.lay, *concept.clinical))
            found[_key(concept.name)] = (*found.get(_key(concept.name), ()), *(one for one in words if one))
    return found


def _families(concepts: Iterable[Concept]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for concept in concepts:
        if concept.kind is ConceptKind.INTERVENTION and (concept.group or concept.broader):
            ups = (*concept.broader, *((concept.group,) if concept.group else ()))
            found[_key(concept.name)] = (*found.get(_key(concept.name), ()), *map(_key, ups))
    return found


def _treatments(concepts: Iterable[Concept]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for concept in concepts:
        if concept.kind is ConceptKind.INTERVENTION:
            called = (*concept.lay, *concept.clinical, *((concept.mesh,) if concept.mesh else ()))
            found[_key(concept.name)] = (*found.get(_key(concept.name), ()), *(one for one in called if one.strip()))
    return found


def _turned(broader: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for narrow, wides in broader.items():
        for wide in wides:
            found[wide] = (*found.get(wide, ()), narrow)
    return found


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


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
