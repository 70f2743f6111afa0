"""What a lexicon looks things up in: tables made from concepts, or read piece by piece from where they were kept."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from quoth.lexicon.terms import terms
from quoth.lexicon.trie import Node
from quoth.model import Concept
from quoth.text import match_tokens, stem

__all__ = ["Made", "Tables", "key_of"]


class Tables(Protocol):
    """Concepts are known by their number: their place among all concepts by kind and name."""

    @property
    def concepts(self) -> Sequence[Concept]:
        """All concepts, by kind and name."""

    @property
    def root(self) -> Node:
        """The trie; what follows a first word may be read when it is first asked for."""

    @property
    def firsts(self) -> Container[str]:
        """Stemmed words that a term begins with."""

    @property
    def vocabulary(self) -> Mapping[str, str]:
        """Folded words of all terms with their stems."""

    @property
    def groups(self) -> Mapping[tuple[str, str], str]:
        """The family of a name, as one pack calls it."""

    @property
    def by_name(self) -> Mapping[str, Sequence[int]]:
        """Concepts by the key of their name."""

    @property
    def children(self) -> Mapping[str, Sequence[str]]:
        """Names of what is a kind of a name, by its key."""

    @property
    def described(self) -> Sequence[int]:
        """Concepts with descriptions."""

    @property
    def holding(self) -> Mapping[str, Sequence[int]]:
        """Concepts by the stemmed words of their terms."""


@dataclass(frozen=True)
class Made:
    """Tables made from concepts, all in memory. See `Tables`."""

    concepts: Sequence[Concept]
    root: Node
    firsts: Container[str]
    vocabulary: Mapping[str, str]
    groups: Mapping[tuple[str, str], str]
    by_name: Mapping[str, Sequence[int]]
    children: Mapping[str, Sequence[str]]
    described: Sequence[int]

    @cached_property
    def holding(self) -> Mapping[str, Sequence[int]]:
        """Concepts by the stemmed words of their terms."""
        holding: dict[str, dict[int, None]] = {}
        for number, concept in enumerate(self.concepts):
            for term, _ in terms(concept):
                for token in match_tokens(term):
                    holding.setdefault(stem(token.form), {})[number] = None
        return {form: tuple(numbers) for form, numbers in holding.items()}


def key_of(name: str) -> str:
    """A name as it is looked up: case and spacing do not matter."""
    return " ".join(name.casefold().split())
