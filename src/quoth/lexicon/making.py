"""From concepts to the tables of a lexicon: words are merged, planted and counted. It takes seconds for all of MeSH."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from quoth.lexicon.register import in_other_words
from quoth.lexicon.tables import Made, key_of
from quoth.lexicon.terms import terms, variants
from quoth.lexicon.trie import Node, plant, settle
from quoth.model import Concept, ConceptKind

__all__ = ["made", "origins_of"]

_ORIGIN_JOINT = "; "


def made(concepts: Iterable[Concept]) -> Made:
    """The tables of these concepts, the same whatever their order. Same kind and name are merged."""
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
    return Made(
        concepts=merged,
        root=root,
        firsts=root.next,
        vocabulary=vocabulary,
        groups={(key_of(c.name), _pack(c.origin)): c.group for c in sorted(given, key=lambda c: c.origin) if c.group},
        by_name=_by_name(merged),
        children=_children(merged),
        described=tuple(number for number, concept in enumerate(merged) if concept.descriptions),
    )


def origins_of(concept: Concept) -> tuple[str, ...]:
    """Where the words of a merged concept come from, sorted."""
    return tuple(concept.origin.split(_ORIGIN_JOINT)) if concept.origin else ()


def _pack(origin: str) -> str:
    """The pack's name in an origin such as "pack hypertension 2026.11.23"."""
    return origin.removeprefix("pack ").split(" ")[0]


def _merge(concepts: Iterable[Concept]) -> tuple[Concept, ...]:
    """One concept a kind and name; words in the order of their origins, then as listed."""
    parts: dict[tuple[str, str], list[Concept]] = defaultdict(list)
    for concept in concepts:
        if concept.name.strip():
            parts[concept.kind, key_of(concept.name)].append(concept)
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


def _by_name(concepts: tuple[Concept, ...]) -> dict[str, tuple[int, ...]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for number, concept in enumerate(concepts):
        groups[key_of(concept.name)].append(number)
    return {name: tuple(same) for name, same in groups.items()}


def _children(concepts: tuple[Concept, ...]) -> dict[str, tuple[str, ...]]:
    children: dict[str, dict[str, None]] = defaultdict(dict)
    for concept in concepts:
        for parent in concept.broader:
            children[key_of(parent)][concept.name] = None
    return {parent: tuple(names) for parent, names in children.items()}
