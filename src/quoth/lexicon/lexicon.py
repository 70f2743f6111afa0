"""Concepts with a quick way to find them in a text, and their families."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from quoth.lexicon.idioms import is_idiom
from quoth.lexicon.making import made, origins_of
from quoth.lexicon.tables import Tables, key_of
from quoth.lexicon.terms import How, acronym_shows, terms
from quoth.lexicon.trie import Match, asides, longest, walk
from quoth.model import Concept, ConceptKind
from quoth.text import Token, match_tokens, stem

__all__ = ["Found", "Lexicon"]

_MEMO_LIMIT = 200_000
_KEPT_TEXTS = 16_384
_KEPT_CHARS = 2_000
"""Of texts, never of questions (`any_case`), what was found is kept for when the next question comes to them."""


@dataclass(frozen=True, slots=True)
class Found:
    """One concept in a text. Offsets are characters of the text as given; `words` is the slice."""

    concept: Concept
    start: int
    end: int
    words: str
    how: How


class Lexicon:
    """Concepts with a quick way to find them. Build once, share between threads, never changed afterwards."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._memo: dict[str, str] = {}
        self._kept = lru_cache(maxsize=_KEPT_TEXTS)(self._read)

    @staticmethod
    def build(concepts: Iterable[Concept]) -> "Lexicon":
        """A lexicon of these concepts, the same whatever their order. Same kind and name are merged."""
        return Lexicon(made(concepts))

    def mentions(self, text: str, *, any_case: bool = False) -> tuple[Found, ...]:
        """Concepts named in the text, in reading order.

        Within a kind the longest match wins and matches do not overlap; concepts that share the very same words are
        all returned, one called by its name first. Acronyms need their capitals unless `any_case` is set (a typed
        question): then "copd" counts too, but "act" and "rice", which are words, do not.
        """
        return self._read(text, any_case) if any_case or len(text) > _KEPT_CHARS else self._kept(text, any_case)

    def _read(self, text: str, any_case: bool) -> tuple[Found, ...]:
        tokens = tuple(match_tokens(text))
        forms = self._stemmed(tokens)
        firsts = self.tables.firsts
        places = [i for i, form in enumerate(forms) if form in firsts]
        if not places:
            return ()
        skips = asides(text, tokens) if "(" in text or "[" in text else {}
        matches = [m for i in places for m in walk(self.tables.root, text, tokens, forms, skips, i)]
        held = [m for m in matches if m.entry.acronym is None or _shows(m.entry.acronym, text, tokens, m, any_case)]
        found = (_found(text, tokens, match) for match in (longest(held) if held else ()))
        return tuple(one for one in found if not is_idiom(text, one.start, one.end))

    def get(self, kind: ConceptKind, name: str) -> Concept | None:
        """The concept of this kind and name (case and spacing do not matter), or `None`."""
        return next(iter(self._named(name, kind)), None)

    def concepts(self, kind: ConceptKind | None = None) -> tuple[Concept, ...]:
        """All concepts, by kind and name."""
        return tuple(c for c in self.tables.concepts if kind is None or c.kind is kind)

    def described(self) -> tuple[Concept, ...]:
        """Concepts that come with descriptions, by kind and name."""
        return tuple(self.tables.concepts[number] for number in self.tables.described)

    def holding(self, form: str) -> Iterator[Concept]:
        """Concepts that have this stemmed word in one of their terms, by kind and name."""
        return (self.tables.concepts[number] for number in self.tables.holding.get(form, ()))

    def synonyms(self, name: str, kind: ConceptKind | None = None) -> tuple[str, ...]:
        """Other words for a concept: clinical first, then lay, as its packs list them. Empty for unknown names."""
        words = (word for concept in self._named(name, kind) for word, _ in terms(concept))
        return tuple(dict.fromkeys(word for word in words if key_of(word) != key_of(name)))

    def broader(self, name: str) -> tuple[str, ...]:
        """Names of everything that this is a kind of, nearest first."""
        return _reach(name, lambda key: [b for c in self._called(key) for b in c.broader])

    def narrower(self, name: str) -> tuple[str, ...]:
        """Names of everything that is a kind of this, nearest first."""
        return _reach(name, lambda key: self.tables.children.get(key, ()))

    def group(self, name: str, *, pack: str | None = None) -> str | None:
        """What a reader would call the family of this concept, or `None` where no pack says.

        Packs name families for their own topic ("medicines by mouth", "self-care"): `pack` asks one of them first.
        """
        own = self.tables.groups.get((key_of(name), pack)) if pack else None
        if own is not None:
            return own
        return next((concept.group for concept in self._named(name, None) if concept.group), None)

    def origins(self, concept: Concept) -> tuple[str, ...]:
        """Where the words of a merged concept come from, sorted, such as ("pack hypertension",)."""
        return origins_of(concept)

    def vocabulary(self) -> Mapping[str, str]:
        """Every single word of every term, folded, with its stem: what a spelling can be compared with."""
        return self.tables.vocabulary

    def knows(self, word: str) -> bool:
        """True when every token of the word, in any inflection, is part of some term."""
        tokens = tuple(match_tokens(word))
        return bool(tokens) and all(form in self._stems for form in self._stemmed(tokens))

    def __len__(self) -> int:
        return len(self.tables.concepts)

    def _named(self, name: str, kind: ConceptKind | None) -> tuple[Concept, ...]:
        return tuple(c for c in self._called(key_of(name)) if kind is None or c.kind is kind)

    def _called(self, key: str) -> Iterator[Concept]:
        return (self.tables.concepts[number] for number in self.tables.by_name.get(key, ()))

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(self.tables.vocabulary.values())

    def _stemmed(self, tokens: tuple[Token, ...]) -> list[str]:
        memo = self._memo
        if len(memo) > _MEMO_LIMIT:
            self._memo = memo = {}
        stems: list[str] = []
        for token in tokens:
            form = token.form
            known = memo.get(form)
            if known is None:
                known = memo[form] = stem(form)
            stems.append(known)
        return stems


def _shows(acronym: str, text: str, tokens: tuple[Token, ...], match: Match, any_case: bool) -> bool:
    return acronym_shows(acronym, text[tokens[match.first].start : tokens[match.last].end], any_case=any_case)


def _found(text: str, tokens: tuple[Token, ...], match: Match) -> Found:
    start, end = tokens[match.first].start, tokens[match.last].end
    return Found(match.entry.concept, start, end, text[start:end], match.entry.how)


def _reach(name: str, step: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """Everything within reach of a name, breadth first; a circle in a pack does no harm."""
    seen = {key_of(name)}
    found: list[str] = []
    edge = [key_of(name)]
    while edge:
        new = [other for key in edge for other in step(key)]
        edge = []
        for other in new:
            key = key_of(other)
            if key not in seen:
                seen.add(key)
                found.append(other)
                edge.append(key)
    return tuple(found)
