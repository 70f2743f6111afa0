"""What the concepts of one revision of a library say, in tables that are each made when a rule first asks for them.

With all of MeSH there are 18,000 concepts with 185,000 names: most pages need one table of the six, and of the names
those of a few conditions.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from quoth.model import Concept, ConceptKind
from quoth.store.protocol import Store

__all__ = ["Known", "key_of"]


class Known:
    """Tables by the keys of concepts' names, from all origins together."""

    def __init__(self, store: Store) -> None:
        """Take the store as it is now; nothing is read yet."""
        self.revision = store.revision()
        self._store = store

    @cached_property
    def names(self) -> frozenset[str]:
        """Names, groups and synonyms of all concepts."""
        concepts = self._store.concepts()
        return frozenset(key_of(word) for one in concepts for word in (*_own(one), one.group or one.name))

    @cached_property
    def outcomes(self) -> Mapping[str, tuple[str, ...]]:
        """Of outcomes: their names and synonyms, as written."""
        return _gathered(self._store.concepts(ConceptKind.OUTCOME), _own)

    @cached_property
    def conditions(self) -> Mapping[str, tuple[str, ...]]:
        """Of conditions: their names and synonyms, as written."""
        return _gathered(self._conditions, _own)

    @cached_property
    def broader(self) -> Mapping[str, tuple[str, ...]]:
        """Of conditions: keys of the names one step up."""
        return _gathered(self._conditions, lambda one: map(key_of, one.broader))

    @cached_property
    def narrower(self) -> Mapping[str, tuple[str, ...]]:
        """Of conditions: keys of the names one step down."""
        found: dict[str, tuple[str, ...]] = {}
        for narrow, wides in self.broader.items():
            for wide in wides:
                found[wide] = (*found.get(wide, ()), narrow)
        return found

    @cached_property
    def families(self) -> Mapping[str, tuple[str, ...]]:
        """Of interventions: keys of the names one step up, of families and of what they are a kind of."""
        return _gathered(self._interventions, lambda one: map(key_of, (*one.broader, *_said(one.group))))

    @cached_property
    def treatments(self) -> Mapping[str, tuple[str, ...]]:
        """Of interventions: their synonyms and descriptors, as written."""
        return _gathered(
            self._interventions, lambda one: filter(str.strip, (*one.lay, *one.clinical, *_said(one.mesh)))
        )

    def with_kinds(self, name: str) -> tuple[str, ...]:
        """What a condition and everything that is a kind of it are called, nearest first."""
        edge, seen = [name], {name: None}
        while edge:
            edge = [down for one in edge for down in self.narrower.get(one, ()) if down not in seen]
            seen.update(dict.fromkeys(edge))
        return tuple(called for one in seen for called in self.conditions.get(one, ()))

    @cached_property
    def _conditions(self) -> tuple[Concept, ...]:
        return self._store.concepts(ConceptKind.CONDITION)

    @cached_property
    def _interventions(self) -> tuple[Concept, ...]:
        return self._store.concepts(ConceptKind.INTERVENTION)


def key_of(name: str) -> str:
    """A name as it is looked up: case and spacing do not matter."""
    return " ".join(name.casefold().split())


def _own(concept: Concept) -> tuple[str, ...]:
    return (concept.name, *concept.lay, *concept.clinical)


def _said(name: str | None) -> tuple[str, ...]:
    return (name,) if name else ()


def _gathered(concepts: Iterable[Concept], of: Callable[[Concept], Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """What `of` gives for each concept, by the key of its name; nothing where it gives nothing."""
    found: dict[str, tuple[str, ...]] = {}
    for concept in concepts:
        if given := tuple(of(concept)):
            name = key_of(concept.name)
            found[name] = (*found.get(name, ()), *given)
    return found
