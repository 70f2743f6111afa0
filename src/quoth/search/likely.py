"""Which condition a question speaks of that names none, by all its words: "day eight and the ear is no better".

A model of words (`training/conditions.py`, in the form of `lay_model`) says how likely each condition of the starter
library is, and how likely that it is none of them. Only a likely one is read, only where the lexicon knows it, where
every treatment that is named is used for it, where no other illness is named, and where no other word stands as the
aim. It is a guess, said on the page, and a reader takes it back.
"""

from collections.abc import Collection, Sequence
from functools import cache
from importlib import resources

from quoth.lexicon import Lexicon
from quoth.lexicon.illnesses import illnesses_in
from quoth.model import EVERY_READING, Concept, ConceptKind, Mention
from quoth.search.controls import controls_of
from quoth.search.inferring import aims_of, conditions_treated, words_of_it
from quoth.search.lay_features import features_of
from quoth.search.lay_model import LayModel, unpack_lay
from quoth.search.slots import Slots, Treats
from quoth.search.terms import ContentWord, is_soft
from quoth.search.wording import Wording, pattern

__all__ = ["ANOTHER", "likely_condition"]

ANOTHER = ""
"""The name of what is none of the conditions."""
_AIM = pattern(
    r"(?:for|against|stop|stopping|quit|quitting|curb|give up|giving up|cut down|clear|lose"
    r"|shift|get rid of|fix|cure|treat)"
    r"(?: (?:on|the|my|his|her|their|our|your|a|an|this))* (?P<what>\w+)"
)
"""What somebody wants help for, or to be rid of: an aim of its own, unless it is a word of the condition."""
_WHOSE = pattern(r"(?:my|our|his|her|their|your|the|an?) (?P<what>\w+)(?= (?:has|have|had|is|was|gets|keeps|with)\b)")
"""Who has it, behind a word of whose."""
_LIKELY, _LIKELY_BESIDE = 0.5, 0.35
"""How likely it has to be by the words alone, and beside a treatment that is used for it."""


def likely_condition(
    wording: Wording,
    slots: Slots,
    words: Sequence[ContentWord],
    unknown: Collection[ContentWord],
    treats: Treats,
    lexicon: Lexicon,
    literal: Collection[str] = (),
) -> Mention | None:
    """The condition that a question without any speaks of, or `None` where none is likely enough.

    Args:
        wording: the question.
        slots: what it names.
        words: its other content words.
        unknown: those that nobody here knows.
        treats: intervention -> conditions that the library's packs use it for.
        lexicon: words for things.
        literal: words that stand for themselves.
    """
    if slots.conditions or slots.others or EVERY_READING in literal or illnesses_in(wording.text):
        return None
    if unknown and controls_of(wording):
        return None  # beside a placebo, a word that nobody knows may be the result that is asked for
    named = (*slots.interventions, *slots.comparators)
    name, chance = _likeliest(_without(wording.text, named), literal)
    concept = lexicon.get(ConceptKind.CONDITION, name) if name != ANOTHER else None
    if concept is None or _is_denied(concept, wording, lexicon) or _is_of_somebody_strange(wording, unknown):
        return None
    own = words_of_it(words, concept)
    if _has_another_aim(wording, [word for word in words if word not in own], unknown):
        return None
    uses = conditions_treated(named, treats, lexicon)
    kin = {concept.name, *lexicon.narrower(concept.name)}
    if named and kin.isdisjoint(uses):
        return None
    return _guessed(concept) if chance >= (_LIKELY_BESIDE if named else _LIKELY) else None


def _is_denied(concept: Concept, wording: Wording, lexicon: Lexicon) -> bool:
    """Whether it is named after all: whoever read the question left it out for a reason, as in "no depression"."""
    return any(one.concept == concept for one in lexicon.mentions(wording.text, any_case=True))


def _is_of_somebody_strange(wording: Wording, unknown: Collection[ContentWord]) -> bool:
    """Whether a word that nobody knows says who has it: "my labrador has"."""
    whose = [wording.span(*match.span("what")) for match in _WHOSE.finditer(wording.line)]
    first = wording.tokens[0].start if wording.tokens else -1
    return any(word.span.start == first or any(one.overlaps(word.span) for one in whose) for word in unknown)


def _has_another_aim(wording: Wording, words: Sequence[ContentWord], unknown: Collection[ContentWord]) -> bool:
    """Whether a word stands where it says what the treatment is for, or, if nobody knows it, who has it."""
    aims = [wording.span(*match.span("what")) for match in _AIM.finditer(wording.line)]
    said = any(aim.overlaps(word.span) for aim in aims for word in words if not is_soft(word.form))
    return said or any(aim.overlaps(word.span) for aim in aims_of(wording) for word in words if word in unknown)


def _without(text: str, named: Sequence[Mention]) -> str:
    """The text without the names of treatments: what they are used for is known, and decides nothing by itself."""
    for mention in named:
        if mention.start >= 0:
            text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text


def _guessed(concept: Concept) -> Mention:
    return Mention(concept, "", inferred_because="the words of the question together speak of it; this is a guess")


def _likeliest(text: str, literal: Collection[str]) -> tuple[str, float]:
    model = load_conditions()
    chances = model.read(features_of(text, literal))
    best = max(range(len(chances)), key=lambda place: chances[place], default=None)
    return (ANOTHER, 0.0) if best is None else (model.names[best][0], chances[best])


@cache
def load_conditions() -> LayModel:
    """The model that ships with quoth, read once."""
    return unpack_lay(resources.files("quoth").joinpath("data", "conditions.model").read_bytes())
