"""Which condition a question is about that names a treatment and no illness: the only one that it is used for here.

"Varenicline or cytisine, at half a year?" can only be about stopping to smoke in a library that uses them for nothing
else. "Metformin for the ovaries" cannot: a word that is left over may be what the treatment is asked for, and then what
the library knows of it answers another question. So every word that is left over has to be one that can name neither an
illness nor an aim: a number, a placebo, the form of a medicine, the head of another treatment's name,
or a word of the illness's own names ("for the ear"), which then also decides between several. Beside such a word, and
where harms are asked for, common words tell what happens.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, Facet, Mention
from quoth.search.descriptions import meaning
from quoth.search.everyday import is_scenery
from quoth.search.facets import Sign
from quoth.search.scenes import is_scene
from quoth.search.slots import Slots, Treats
from quoth.search.terms import ContentWord, is_content, is_soft
from quoth.search.widening import is_class_of_medicines
from quoth.search.wording import Span, Wording, pattern
from quoth.text import match_tokens, stem
from quoth.text.families import root

__all__ = ["NUMBERS", "aims_of", "conditions_treated", "uses_of", "with_condition", "words_of_it"]

_NUMBERS = """
two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety
hundred dozen twice thrice
"""
NUMBERS = frozenset(_NUMBERS.split())
_FORMS = frozenset(map(stem, ("sachet", "capsule", "suspension", "strip", "brand", "generic", "session")))
"""What a medicine comes as, and nothing that is taken by itself."""
_TIMES_OF_DAY = frozenset({"bedtime", "nighttime", "daytime", "evening", "morning", "night"})
"""When a medicine is taken."""
_PARTICLES = frozenset({"up", "down", "off", "out", "over"})
_OF_HARM = frozenset({Facet.HARMS, Facet.CONTRAINDICATIONS, Facet.MONITORING})
_HURTS = meaning("hurts")
_OF_ITS_NAMES = 0.25
_ANTI, _ANTI_LETTERS_MIN = "anti", 10
_INTO = frozenset({"in", "into", "for", "on"})
_WHO_HAVE = ("people with ", "patients with ", "adults with ", "women with ")
_WHO = frozenset(
    {"people", "patients", "adults", "women", "those", "someone", "somebody", "anyone", "person", "patient"}
)
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
    named = (*slots.interventions, *slots.comparators)
    if slots.conditions or any(_is_what_it_is_for(one, named, wording) for one in slots.populations):
        return slots
    concepts = [
        lexicon.get(ConceptKind.CONDITION, name) or Concept(name, ConceptKind.CONDITION)
        for name in sorted(conditions_treated(named, treats, lexicon))
    ]
    own = {concept.name: [word for word in words if _families(word.form) & _names(concept)] for concept in concepts}
    said = {name: len(own_words) for name, own_words in own.items()}
    for concept in concepts:
        said[concept.name] += sum(bool(_families(form) & _names(concept)) for form in _places_in(named))
        said[concept.name] += sum(form in _names(concept) for form in set(_against_what(named, treats, lexicon)))
        said[concept.name] += sum(any(word in _told(concept) for word in _forms(one)) for one in slots.populations)
    most = max(said.values(), default=0)
    fitting = [concept for concept in concepts if said[concept.name] == most]
    if len(fitting) != 1:
        return slots
    concept = fitting[0]
    aims = aims_of(wording)
    kinds = [word.span for word in words if _says_which_kind(word, named, wording)]
    of_it = (word for word in words if _is_of_a_treatment(word, concept, treats, lexicon))
    of_it = (word for word in of_it if word.span not in (*aims, *kinds))
    silent = {*own[concept.name], *of_it, *_that_say_nothing_of_it(words, signs, aims)}
    if places := [word.span.start for word in own[concept.name] if _is_its_place(word, concept)]:
        how_it_is = [span for span in aims if any(wording.text[span.end : at] == " " for at in places)]
        elsewhere = [span for span in (*aims, *kinds) if span not in how_it_is]  # a creaky kneecap is no other aim
        silent |= {word for word in words if is_scenery(word.form) and word.span not in elsewhere}
    if not silent.issuperset(words):
        return slots
    things = " and ".join(dict.fromkeys(mention.words for mention in named))
    because = f"in this library “{things}” is used for {concept.name} only"
    if len(concepts) > 1:
        names = " ".join(word.words for word in own[concept.name]) or things
        because = f"of what “{things}” is used for in this library, “{names}” names {concept.name} alone"
    return replace(slots, conditions=(Mention(concept, "", inferred_because=because),))


def aims_of(wording: Wording) -> tuple[Span, ...]:
    """Where the question says what something is for, or who has it."""
    return tuple(wording.span(*match.span("what")) for match in _BEHIND_FOR.finditer(wording.line))


def words_of_it(words: Sequence[ContentWord], condition: Concept) -> tuple[ContentWord, ...]:
    """Those of the words that stand in a name of the condition, in any of their forms."""
    return tuple(word for word in words if _families(word.form) & _names(condition))


def uses_of(name: str, treats: Treats, lexicon: Lexicon) -> frozenset[str]:
    """What a treatment is used for here; for a medicine whose classes are used for other things alone, these as well.

    Lisinopril stands in the pack on migraine; its class is used for the blood pressure, and nobody who names it alone
    said which. A name as wide as "antibiotics", used for this and for more, says that its use here is one of the class.
    """
    own = treats.get(name, frozenset())
    return own | _uses_of_classes(name, treats, lexicon) if _is_strange(name, treats, lexicon) else own


def _is_strange(name: str, treats: Treats, lexicon: Lexicon) -> bool:
    """Whether what it is used for here is nothing that its classes are used for."""
    own, wider = treats.get(name, frozenset()), _uses_of_classes(name, treats, lexicon)
    above = (treats.get(one, frozenset()) for one in lexicon.broader(name))
    return bool(own and wider) and own.isdisjoint(wider) and not any(own < one for one in above)


def _uses_of_classes(name: str, treats: Treats, lexicon: Lexicon) -> frozenset[str]:
    classes = (one for one in lexicon.broader(name) if is_class_of_medicines(one, lexicon))
    return frozenset[str]().union(*(treats.get(one, frozenset()) for one in classes))


def conditions_treated(mentions: Sequence[Mention], treats: Treats, lexicon: Lexicon) -> frozenset[str]:
    """Conditions that every named thing is used for here. Concepts that share the same words count as one thing."""
    by_words: dict[tuple[int, int, str], set[str]] = {}
    for mention in mentions:
        place = (mention.start, mention.end, mention.words if mention.start < 0 else "")
        by_words.setdefault(place, set()).update(uses_of(mention.concept.name, treats, lexicon))
    known = [frozenset(conditions) for conditions in by_words.values() if conditions]
    return frozenset.intersection(*known) if known else frozenset()


def _that_say_nothing_of_it(
    words: Sequence[ContentWord], signs: Sequence[Sign], aims: Sequence[Span]
) -> list[ContentWord]:
    """Those of the words that can name neither an illness nor what a treatment is hoped to do."""
    of_harm = any(sign.facet in _OF_HARM for sign in signs)
    return [
        word
        for word in words
        if word.also
        or word.form in NUMBERS
        or is_soft(word.form)
        or stem(word.form) in _FORMS
        or word.form in _TIMES_OF_DAY | _PARTICLES
        or is_scene(word.form)
        or (of_harm and is_scenery(word.form) and not any(aim.overlaps(word.span) for aim in aims))
    ]


def _is_of_a_treatment(word: ContentWord, condition: Concept, treats: Treats, lexicon: Lexicon) -> bool:
    """Whether a word ends the name of something used for the condition: "lozenges", and not the leg of a press."""
    form = stem(word.form)
    used = (
        concept
        for concept in lexicon.holding(form)
        if concept.kind is ConceptKind.INTERVENTION and condition.name in treats.get(concept.name, frozenset())
    )
    names = (name for concept in used for name in (concept.name, *concept.clinical, *concept.lay))
    return any(stem(tokens[-1].form) == form for name in names if (tokens := match_tokens(name)))


def _is_its_place(word: ContentWord, concept: Concept) -> bool:
    """Whether a word stands in so many names of a condition that it says where it is: the heel, the ear.

    Not that it hurts, which an elbow does as well, and not when: "after sitting".
    """
    names = (concept.name, *concept.lay, *concept.clinical)
    families = _families(word.form)
    said = [name for name in names if any(families & _families(token.form) for token in match_tokens(name))]
    return meaning(word.form) != _HURTS and len(said) >= _OF_ITS_NAMES * len(names)


def _says_which_kind(word: ContentWord, named: Sequence[Mention], wording: Wording) -> bool:
    """Whether a word stands right before a treatment, as in "bedtime antihypertensives"."""
    return _says_which_kind_at(word.span.end, named, wording)


def _says_which_kind_at(end: int, named: Sequence[Mention], wording: Wording) -> bool:
    return any(wording.text[end : mention.start] in (" ", "-") for mention in named)


def _is_what_it_is_for(group: Mention, named: Sequence[Mention], wording: Wording) -> bool:
    """Whether an illness that names a group of people stands before a treatment, or behind "for", as its aim.

    "Heart failure water tablets", "patches for asthma"; not "patches for people with asthma".
    """
    if group.start < 0 or not group.concept.name.casefold().startswith(_WHO_HAVE):
        return False
    if match_tokens(group.words)[0].form in _WHO:
        return False
    before = wording.text[: group.start].casefold().rstrip()
    return _says_which_kind_at(group.end, named, wording) or before.endswith((" for", " against"))


def _places_in(named: Sequence[Mention]) -> Iterator[str]:
    """Words of the names that say where it is done: "a cortisone shot in the heel"."""
    for mention in named:
        forms = [token.form for token in match_tokens(mention.words)]
        first = next((at for at, form in enumerate(forms) if form in _INTO), len(forms))
        yield from (form for form in forms[first:] if is_content(form))


def _against_what(named: Sequence[Mention], treats: Treats, lexicon: Lexicon) -> Iterator[str]:
    """What a kind of medicine is called after: "antidepressants" are named against depression, an SSRI is one.

    One that is used for something else here, unlike its class, is named after nothing: duloxetine for the knee.
    """
    if any(_is_strange(mention.concept.name, treats, lexicon) for mention in named):
        return
    for mention in named:
        for name in (mention.words, *lexicon.broader(mention.concept.name)):
            for token in match_tokens(name):
                if token.form.startswith(_ANTI) and len(token.form) >= _ANTI_LETTERS_MIN:
                    yield root(token.form.removeprefix(_ANTI))


def _families(form: str) -> frozenset[str]:
    """What a folded word is told by: its family, and what it tells of a body ("aches" as "pain")."""
    return frozenset((root(form), meaning(form)))


def _forms(group: Mention) -> list[str]:
    return [token.form for token in match_tokens(group.words)]


@cache
def _told(concept: Concept) -> frozenset[str]:
    """Words that are a name of the condition by themselves: "a migraine attack" is told by "migraine"."""
    names = ([token.form for token in match_tokens(name)] for name in (concept.name, *concept.lay, *concept.clinical))
    return frozenset(words[0] for words in names if len(words) == 1)


def _names(concept: Concept) -> frozenset[str]:
    """The same, of all words that name a condition."""
    names = (concept.name, *concept.lay, *concept.clinical)
    return frozenset(one for name in names for token in match_tokens(name) for one in _families(token.form))
