"""Which condition a question is about that names a treatment and no illness: the only one that it is used for here.

"Varenicline or cytisine, at half a year?" can only be about stopping to smoke in a library that uses them for nothing
else. "Metformin for the ovaries" cannot: a word that is left over may be what the treatment is asked for, and then what
the library knows of it answers another question. So every word that is left over has to be one that can name neither an
illness nor an aim: a number, a placebo, the form of a medicine, a time of the day, or a word of the illness's own names
("for the ear"), which then also decides between several. Where harms are asked for, common words tell what happens.
"""

from collections.abc import Sequence
from dataclasses import replace

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, Facet, Mention
from quoth.search.everyday import is_scenery
from quoth.search.facets import Sign
from quoth.search.slots import Slots, Treats
from quoth.search.terms import ContentWord, is_soft
from quoth.search.wording import Wording, pattern
from quoth.text import match_tokens, stem
from quoth.text.families import root

__all__ = ["NUMBERS", "conditions_treated", "with_condition"]

_NUMBERS = """
two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety
hundred dozen twice thrice
"""
NUMBERS = frozenset(_NUMBERS.split())
_FORMS = frozenset(map(stem, ("sachet", "capsule", "suspension", "strip", "brand", "generic")))
"""What a medicine comes as, and nothing that is taken by itself."""
_WHEN = pattern(
    r"(?:at|with|before|after|by|in|since|until|till|every|each|versus|vs|or|and) (?:the |a |my )?"
    r"(?P<when>breakfast|lunch|dinner|supper|teatime|mealtimes?|meals?|bedtime|morning|evening|noon|spring|summer|autumn"
    r"|winter)"
)
"""A time, said as one: alone, each of these words could be what is asked about."""
_OF_HARM = frozenset({Facet.HARMS, Facet.CONTRAINDICATIONS, Facet.MONITORING})
_BEHIND_FOR = pattern(
    r"(?:for|in|with|against|of|on|to|during|after|treats?|cures?|helps?|stops?|eases?)"
    r"(?: (?:a|an|the|my|his|her|their|our|your|some|any|this|these|people|patients|those|someone|with|who|have|has))*"
    r" (?P<what>\w+)"
)
"""Behind these, and words of whose and whom, stands what a treatment is for or who has it."""


def with_condition(
    wording: Wording,
    slots: Slots,
    words: Sequence[ContentWord],
    signs: Sequence[Sign],
    treats: Treats,
    lexicon: Lexicon,
) -> Slots:
    """The slots with the only condition that fits what is named and all that is left over; unchanged without one.

    Args:
        wording: the question.
        slots: what it names.
        words: its other content words, without other names for what it names.
        signs: sides that it asks for.
        treats: intervention -> conditions that the library's packs use it for.
        lexicon: words for things.
    """
    if slots.conditions:
        return slots
    named = (*slots.interventions, *slots.comparators)
    concepts = [
        lexicon.get(ConceptKind.CONDITION, name) or Concept(name, ConceptKind.CONDITION)
        for name in sorted(conditions_treated(named, treats))
    ]
    own = {concept.name: [word for word in words if root(word.form) in _roots(concept)] for concept in concepts}
    most = max(map(len, own.values()), default=0)
    fitting = [concept for concept in concepts if len(own[concept.name]) == most]
    if len(fitting) != 1:
        return slots
    concept = fitting[0]
    silent = {*own[concept.name], *_that_say_nothing_of_it(wording, words, signs)}
    if not silent.issuperset(words):
        return slots
    things = " and ".join(dict.fromkeys(mention.words for mention in named))
    because = f"in this library “{things}” is used for {concept.name} only"
    if len(concepts) > 1:
        said = " ".join(word.words for word in own[concept.name])
        because = f"of what “{things}” is used for in this library, “{said}” names {concept.name} alone"
    return replace(slots, conditions=(Mention(concept, "", inferred_because=because),))


def conditions_treated(mentions: Sequence[Mention], treats: Treats) -> frozenset[str]:
    """Conditions that every named thing is used for here. Concepts that share the same words count as one thing."""
    by_words: dict[tuple[int, int, str], set[str]] = {}
    for mention in mentions:
        place = (mention.start, mention.end, mention.words if mention.start < 0 else "")
        by_words.setdefault(place, set()).update(treats.get(mention.concept.name, ()))
    known = [frozenset(conditions) for conditions in by_words.values() if conditions]
    return frozenset.intersection(*known) if known else frozenset()


def _that_say_nothing_of_it(wording: Wording, words: Sequence[ContentWord], signs: Sequence[Sign]) -> list[ContentWord]:
    """Those of the words that can name neither an illness nor what a treatment is hoped to do."""
    times = [wording.span(*match.span("when")) for match in _WHEN.finditer(wording.line)]
    aims = [wording.span(*match.span("what")) for match in _BEHIND_FOR.finditer(wording.line)]
    of_harm = any(sign.facet in _OF_HARM for sign in signs)
    return [
        word
        for word in words
        if word.also
        or word.form in NUMBERS
        or is_soft(word.form)
        or stem(word.form) in _FORMS
        or any(time.covers(word.span) for time in times)
        or (of_harm and is_scenery(word.form) and not any(aim.overlaps(word.span) for aim in aims))
    ]


def _roots(concept: Concept) -> frozenset[str]:
    """Families of the words that name a condition."""
    return frozenset(
        root(token.form) for name in (concept.name, *concept.lay, *concept.clinical) for token in match_tokens(name)
    )
