"""Head words that stand for a whole name once the condition is known: "a gel" for a knee, "drops" for an ear.

A pack says "anti-inflammatory gel" and "ear drops"; a person who has named the condition says "gel" and "drops". Such a
word is completed from the interventions of that condition alone, and only where all names that end in it are one thing
or kinds of one thing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from quoth.lexicon import Found, Lexicon
from quoth.model import Concept, ConceptKind
from quoth.search.packs_first import is_of_a_vocabulary
from quoth.search.slots import Treats
from quoth.search.terms import ContentWord
from quoth.text import match_tokens, stem

__all__ = ["completed"]

_TERM_TOKENS = (2, 3)
_HOW_IT_ACTS = frozenset(
    stem(word) for word in ("inhibitor", "blocker", "agonist", "antagonist", "receptor", "analogue", "agent")
)
"""Heads that tell how a medicine acts: of itself "an inhibitor" is none of those that a pack lists."""
_VOCABULARY = "MeSH"
_AS_THING = {"medicate": "medication", "medicating": "medication"}
"""Stems of what is done with it -> stem of the thing: "should I be medicated?"."""
_WHOSE = frozenset({"a", "an", "her", "his", "my", "the", "your"})
"""Within a term these part it into a verb and its place: "taping the arch" makes no taping of an arch."""
_JOINTS = frozenset({"and", "at", "by", "for", "from", "in", "of", "on", "or", "to", "with"})


def completed(
    words: Sequence[ContentWord], conditions: Iterable[str], treats: Treats, lexicon: Lexicon
) -> tuple[Found, ...]:
    """What the words stand for among the interventions for these conditions; nothing where that is not one thing.

    Args:
        words: content words that name nothing by themselves.
        conditions: names of the conditions asked about, carried-over ones included.
        treats: intervention -> conditions that the library's packs use it for.
        lexicon: words for things.
    """
    about = frozenset(conditions)
    if not about or not words:
        return ()
    stems = ((stem(word.form), word) for word in words if " " not in word.form)
    wanted = {_AS_THING.get(form, form): word for form, word in stems}
    wanted = {form: word for form, word in wanted.items() if form not in _HOW_IT_ACTS}
    wanted = {form: word for form, word in wanted.items() if not _stands_for_another(form, lexicon)}
    sure: dict[str, dict[str, Concept]] = {form: {} for form in wanted}
    every: dict[str, dict[str, Concept]] = {form: {} for form in wanted}
    for name in sorted(name for name, conditions in treats.items() if wanted and about & conditions):
        concept = lexicon.get(ConceptKind.INTERVENTION, name)
        if concept is not None:
            _file(concept, _heads(concept), every)
            _file(concept, _heads_of_packs(concept), sure)
    found = []
    for form in wanted:
        meant = _one_of(sure[form] or every[form], lexicon)
        if meant is not None:
            span = wanted[form].span
            found.append(Found(meant, span.start, span.end, wanted[form].words, "lay"))
    return tuple(found)


def _file(concept: Concept, heads: Iterable[str], under: Mapping[str, dict[str, Concept]]) -> None:
    for head in heads:
        if head in under:
            under[head][concept.name] = concept


def _heads(concept: Concept) -> Iterator[str]:
    """The last word of each short name of a concept."""
    for term in (concept.name, *concept.clinical, *concept.lay):
        forms = [token.form for token in match_tokens(term)]
        if len(forms) in _TERM_TOKENS and _JOINTS.isdisjoint(forms) and _WHOSE.isdisjoint(forms[1:]):
            yield stem(forms[-1])


def _heads_of_packs(concept: Concept) -> Iterator[str]:
    """The same, of names that packs list for sure: MeSH puts brands among the clinical names, "trauma dolgit gel"."""
    return _heads(replace(concept, clinical=()) if _VOCABULARY in concept.origin else concept)


def _stands_for_another(form: str, lexicon: Lexicon) -> bool:
    """True for a word that short names of conditions, populations or outcomes are made of: it stands for those."""
    others = (
        concept
        for concept in lexicon.holding(form)
        if concept.kind is not ConceptKind.INTERVENTION and not is_of_a_vocabulary(concept)
    )
    terms = (match_tokens(term) for concept in others for term in (concept.name, *concept.clinical, *concept.lay))
    return any(
        len(tokens) <= _TERM_TOKENS[-1] and any(stem(token.form) == form for token in tokens) for tokens in terms
    )


def _one_of(concepts: Mapping[str, Concept], lexicon: Lexicon) -> Concept | None:
    """The one of them that all others are kinds of, else the one family that all belong to."""
    names = set(concepts)
    for name in sorted(names):
        if names <= {name, *lexicon.narrower(name)}:
            return concepts[name]
    families = [set(lexicon.broader(name)) for name in names]
    shared = sorted(set.intersection(*families)) if families else []
    return lexicon.get(ConceptKind.INTERVENTION, shared[0]) if len(shared) == 1 else None
