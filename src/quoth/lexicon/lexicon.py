"""Concepts with a quick way to find them in a text, and their families."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from quoth.lexicon.register import in_other_words
from quoth.lexicon.terms import How, acronym_shows, terms, variants
from quoth.lexicon.trie import Match, Node, asides, longest, plant, settle, walk
from quoth.model import Concept, ConceptKind
from quoth.text import Token, match_tokens, stem

__all__ = ["Found", "Lexicon"]

_ORIGIN_JOINT = "; "
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

    def __init__(
        self,
        concepts: tuple[Concept, ...],
        root: Node,
        vocabulary: Mapping[str, str],
        groups: Mapping[tuple[str, str], str],
    ) -> None:
        self._concepts = concepts
        self._groups = groups
        self._root = root
        self._vocabulary = vocabulary
        self._stems = frozenset(vocabulary.values())
        self._memo: dict[str, str] = {}
        self._by_key = {(c.kind, _key(c.name)): c for c in concepts}
        self._by_name = _by_name(concepts)
        self._children = _children(concepts)
        self._kept = lru_cache(maxsize=_KEPT_TEXTS)(self._read)

    @staticmethod
    def build(concepts: Iterable[Concept]) -> "Lexicon":
        """A lexicon of these concepts, the same whatever their order. Same kind and name are merged."""
        given = tuple(concepts)
        merged = _merge(given)
        root = Node()
        vocabulary: dict[str, str] = {}
        for concept in merged:
            for term, how in terms(concept):
                for variant in variants(term, concept.kind):
                    plant(root, vocabulary, variant, concept, how)
                if concept.kind is ConceptKind.INTERVENTION and concept.origin.startswith("pack "):
                    for said in in_other_words(term):
                        plant(root, vocabulary, said, concept, "lay")
        settle(root)
        groups = {(_key(c.name), _pack(c.origin)): c.group for c in sorted(given, key=lambda c: c.origin) if c.group}
        return Lexicon(merged, root, vocabulary, groups)

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
        starts = self._root.next
        places = [i for i, form in enumerate(forms) if form in starts]
        if not places:
            return ()
        skips = asides(text, tokens) if "(" in text or "[" in text else {}
        matches = [m for i in places for m in walk(self._root, text, tokens, forms, skips, i)]
        held = [m for m in matches if m.entry.acronym is None or _shows(m.entry.acronym, text, tokens, m, any_case)]
        return tuple(_found(text, tokens, match) for match in (longest(held) if held else ()))

    def get(self, kind: ConceptKind, name: str) -> Concept | None:
        """The concept of this kind and name (case and spacing do not matter), or `None`."""
        return self._by_key.get((kind, _key(name)))

    def concepts(self, kind: ConceptKind | None = None) -> tuple[Concept, ...]:
        """All concepts, by kind and name."""
        return tuple(c for c in self._concepts if kind is None or c.kind is kind)

    def synonyms(self, name: str, kind: ConceptKind | None = None) -> tuple[str, ...]:
        """Other words for a concept: clinical first, then lay, as its packs list them. Empty for unknown names."""
        words = (word for concept in self._named(name, kind) for word, _ in terms(concept))
        return tuple(dict.fromkeys(word for word in words if _key(word) != _key(name)))

    def broader(self, name: str) -> tuple[str, ...]:
        """Names of everything that this is a kind of, nearest first."""
        return _reach(name, lambda key: [b for c in self._by_name.get(key, ()) for b in c.broader])

    def narrower(self, name: str) -> tuple[str, ...]:
        """Names of everything that is a kind of this, nearest first."""
        return _reach(name, lambda key: self._children.get(key, ()))

    def group(self, name: str, *, pack: str | None = None) -> str | None:
        """What a reader would call the family of this concept, or `None` where no pack says.

        Packs name families for their own topic ("medicines by mouth", "self-care"): `pack` asks one of them first.
        """
        own = self._groups.get((_key(name), pack)) if pack else None
        if own is not None:
            return own
        return next((concept.group for concept in self._named(name, None) if concept.group), None)

    def origins(self, concept: Concept) -> tuple[str, ...]:
        """Where the words of a merged concept come from, sorted, such as ("pack hypertension",)."""
        return tuple(concept.origin.split(_ORIGIN_JOINT)) if concept.origin else ()

    def vocabulary(self) -> Mapping[str, str]:
        """Every single word of every term, folded, with its stem: what a spelling can be compared with."""
        return self._vocabulary

    def knows(self, word: str) -> bool:
        """True when every token of the word, in any inflection, is part of some term."""
        tokens = tuple(match_tokens(word))
        return bool(tokens) and all(form in self._stems for form in self._stemmed(tokens))

    def __len__(self) -> int:
        return len(self._concepts)

    def _named(self, name: str, kind: ConceptKind | None) -> tuple[Concept, ...]:
        return tuple(c for c in self._by_name.get(_key(name), ()) if kind is None or c.kind is kind)

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


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _pack(origin: str) -> str:
    """The pack's name in an origin such as "pack hypertension 2026.11.23"."""
    return origin.removeprefix("pack ").split(" ")[0]


def _merge(concepts: Iterable[Concept]) -> tuple[Concept, ...]:
    """One concept a kind and name; words in the order of their origins, then as listed."""
    parts: dict[tuple[str, str], list[Concept]] = defaultdict(list)
    for concept in concepts:
        if concept.name.strip():
            parts[concept.kind, _key(concept.name)].append(concept)
    return tuple(_merged(same) for _, same in sorted(parts.items()))


def _merged(same: list[Concept]) -> Concept:
    if len(same) == 1:
        return same[0]
    same = sorted(same, key=lambda c: (c.origin, c.name, c.clinical, c.lay, c.broader, c.group or "", c.mesh or ""))
    return replace(
        same[0],
        group=next((c.group for c in same if c.group), None),
        lay=_union(c.lay for c in same),
        clinical=_union(c.clinical for c in same),
        broader=_union(c.broader for c in same),
        mesh=next((c.mesh for c in same if c.mesh), None),
        descriptions=_union(c.descriptions for c in same),
        origin=_ORIGIN_JOINT.join(sorted({o for c in same for o in c.origin.split(_ORIGIN_JOINT) if o})),
    )


def _union(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for words in lists for word in words))


def _shows(acronym: str, text: str, tokens: tuple[Token, ...], match: Match, any_case: bool) -> bool:
    return acronym_shows(acronym, text[tokens[match.first].start : tokens[match.last].end], any_case=any_case)


def _found(text: str, tokens: tuple[Token, ...], match: Match) -> Found:
    start, end = tokens[match.first].start, tokens[match.last].end
    return Found(match.entry.concept, start, end, text[start:end], match.entry.how)


def _by_name(concepts: tuple[Concept, ...]) -> dict[str, tuple[Concept, ...]]:
    groups: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        groups[_key(concept.name)].append(concept)
    return {name: tuple(same) for name, same in groups.items()}


def _children(concepts: tuple[Concept, ...]) -> dict[str, tuple[str, ...]]:
    children: dict[str, dict[str, None]] = defaultdict(dict)
    for concept in concepts:
        for parent in concept.broader:
            children[_key(parent)][concept.name] = None
    return {parent: tuple(names) for parent, names in children.items()}


def _reach(name: str, step: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """Everything within reach of a name, breadth first; a circle in a pack does no harm."""
    seen = {_key(name)}
    found: list[str] = []
    edge = [_key(name)]
    while edge:
        new = [other for key in edge for other in step(key)]
        edge = []
        for other in new:
            key = _key(other)
            if key not in seen:
                seen.add(key)
                found.append(other)
                edge.append(key)
    return tuple(found)
