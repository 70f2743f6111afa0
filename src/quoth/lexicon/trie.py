"""A trie over stemmed words: which terms begin at a token, and which of them win."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quoth.lexicon.terms import HOW_ORDER, How, acronym_of
from quoth.model import Concept, ConceptKind
from quoth.text import Token, match_tokens, stem

__all__ = ["Entry", "Match", "Node", "asides", "longest", "plant", "settle", "walk"]

_ASIDE_TOKENS = 6
"""A parenthesis inside a name may hold this many words: "angiotensin-converting enzyme (ACE) inhibitors"."""
_BREAKS = frozenset(",.;:?!\n")
"""A name does not run across these, unless the name itself is written with a comma ("diabetes mellitus, type 2")."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept at the end of one of its terms."""

    concept: Concept
    how: How
    acronym: str | None
    """The capitals that the text must show, where the term is an acronym."""


class Node:
    """One word of a term: what can follow, and which terms end here."""

    __slots__ = ("entries", "next")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.entries: list[Entry] = []


@dataclass(frozen=True, slots=True)
class Match:
    """A term in a text, as numbers of its first and last token; `length` leaves out what was skipped."""

    entry: Entry
    first: int
    last: int
    length: int


def plant(root: Node, vocabulary: dict[str, str], term: str, concept: Concept, how: How) -> None:
    """Add one way of writing a concept, and its words to the vocabulary (word -> stem)."""
    tokens = tuple(match_tokens(term))
    if not tokens:
        return
    node = root
    end = 0
    for number, token in enumerate(tokens):
        if number and "," in term[end : token.start]:
            node = node.next.setdefault(",", Node())
        form = stem(token.form)
        vocabulary.setdefault(token.form, form)
        node = node.next.setdefault(form, Node())
        end = token.end
    entry = Entry(concept, how, acronym_of(term) if len(tokens) == 1 else None)
    if entry not in node.entries:
        node.entries.append(entry)


def settle(root: Node) -> None:
    """Put the entries of every place into a fixed order."""
    pending = [root]
    while pending:
        node = pending.pop()
        pending.extend(node.next.values())
        if len(node.entries) > 1:
            node.entries.sort(key=lambda e: (e.concept.kind, HOW_ORDER[e.how], e.concept.name, e.acronym or ""))


def asides(text: str, tokens: Sequence[Token]) -> dict[int, int]:
    """For the first token of each parenthesis, the token that follows it."""
    skips: dict[int, int] = {}
    opened: int | None = None
    end = 0
    for number, token in enumerate(tokens):
        gap = text[end : token.start]
        end = token.end
        if opened is not None and (")" in gap or "]" in gap):
            if number - opened <= _ASIDE_TOKENS:
                skips[opened] = number
            opened = None
        if "(" in gap or "[" in gap:
            opened = number
    return skips


def walk(
    root: Node, text: str, tokens: Sequence[Token], forms: Sequence[str], skips: Mapping[int, int], first: int
) -> list[Match]:
    """Every term that begins at token `first`, also across a parenthesis that stands inside a name."""
    matches: list[Match] = []
    paths = [(root.next[forms[first]], first, 1)]
    while paths:
        node, last, length = paths.pop()
        matches.extend([Match(entry, first, last, length) for entry in node.entries])
        if not node.next:
            continue
        for following in (last + 1, skips.get(last + 1, -1)):
            if not 0 < following < len(tokens):
                continue
            step = node.next.get(forms[following])
            comma = node.next.get(",")
            if step is None and comma is None:
                continue
            gap = text[tokens[following - 1].end : tokens[following].start]
            if not _BREAKS.isdisjoint(gap):
                step = comma.next.get(forms[following]) if comma is not None and gap.strip() == "," else None
            if step is not None:
                paths.append((step, following, length + 1))
    return matches


def longest(matches: Sequence[Match]) -> list[Match]:
    """Within each kind, longest first and none that overlaps; the same words may name several concepts."""
    ranked = sorted(matches, key=lambda m: (-m.length, m.first, m.last, HOW_ORDER[m.entry.how], m.entry.concept.name))
    taken: dict[ConceptKind, set[tuple[int, int]]] = defaultdict(set)
    kept: dict[tuple[ConceptKind, str, int], Match] = {}
    for match in ranked:
        kind = match.entry.concept.kind
        place = (match.first, match.last)
        if any(place != other and place[0] <= other[1] and other[0] <= place[1] for other in taken[kind]):
            continue
        taken[kind].add(place)
        kept.setdefault((kind, match.entry.concept.name, match.first), match)
    return sorted(
        kept.values(),
        key=lambda m: (m.first, m.last, m.entry.concept.kind, HOW_ORDER[m.entry.how], m.entry.concept.name),
    )
