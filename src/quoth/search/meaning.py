"""Steps of understanding: what is asked of what a question names, and of whom."""

from dataclasses import replace

from quoth.model import EVERY_READING
from quoth.search.animals import animals_asked_about
from quoth.search.circumstances import circumstances_of, with_circumstances
from quoth.search.clauses import story_of
from quoth.search.effects import effects_of, with_effects
from quoth.search.facets import signs_of
from quoth.search.found import found_in
from quoth.search.inferring import NUMBERS, with_condition, words_of_it
from quoth.search.kind_model import load_kinds
from quoth.search.kinds import sides_asked
from quoth.search.likely import likely_condition
from quoth.search.literal import is_no_name
from quoth.search.naming import is_another_name
from quoth.search.reading import Asked, Reading, places
from quoth.search.recurring import recurring
from quoth.search.slots import Slots, along_with
from quoth.search.strangers import is_aim, of_strange_people, set_aside
from quoth.search.thread import Followed, follow
from quoth.search.told_besides import of_the_question
from quoth.search.tried import without_tried
from quoth.search.whether_it_is import asks_whether_it_is
from quoth.search.who_says import who_says
from quoth.text import match_tokens

__all__ = [
    "follow_the_thread",
    "hear_what_is_asked",
    "infer_the_condition",
    "leave_any_treatment",
    "leave_what_strangers_spoil",
    "tell_animals",
    "tell_circumstances_from_effects",
    "tell_what_was_tried",
]

_ANY_TREATMENT = frozenset({"first", "second", "third", "line", "initial", "main", "choice", "best", "usual"})
_ANY_TREATMENT |= {"standard", "drug", "treatment", "therapy", "medicine", "medication"}
"""A name made of these alone is of a place among treatments, and of no treatment."""


def hear_what_is_asked(_: Asked, reading: Reading) -> Reading:
    """Signs of the kind of question and its facets, outside the story."""
    slots, issuers = reading.slots, who_says(reading.wording)
    said = [sign for sign in signs_of(reading.wording) if not any(one.covers(sign.span) for one in issuers)]
    conditions, things = places(slots.conditions), places((*slots.interventions, *slots.comparators))
    own = of_the_question(said, slots, reading.story)
    whether = None if own else asks_whether_it_is(reading.wording, conditions, things)
    signs = sides_asked(reading.wording, own, load_kinds(), conditions=conditions, things=things)
    return replace(reading, signs=(whether,) if whether else signs)


def follow_the_thread(asked: Asked, reading: Reading) -> Reading:
    """What a follow-up takes over from the question before."""
    if asked.previous is None:
        return replace(reading, followed=Followed(reading.slots))
    before = (mention.concept.name for mention in asked.previous.conditions)
    slots = along_with(reading.wording, reading.slots, before)
    followed = follow(
        reading.wording,
        slots,
        reading.signs,
        asked.previous,
        asked.treats,
        n_words=len(reading.words),
        n_strange=len(reading.strangers),
        about_person=slots is not reading.slots,
    )
    return replace(reading, followed=followed, slots=followed.slots)


def leave_what_strangers_spoil(_: Asked, reading: Reading) -> Reading:
    """Without treatments and conditions that a strange word beside them makes into something else."""
    known = set_aside(reading.slots, reading.strangers, reading.wording)
    return replace(reading, slots=of_strange_people(known, reading.strangers, reading.wording))


def infer_the_condition(asked: Asked, reading: Reading) -> Reading:
    """The one condition that a treatment is used for, where the question names none and the reader did not deny it."""
    left = [word for word in reading.words if not is_another_name(word, reading.df, reading.wording)]
    fitting = with_condition(reading.wording, reading.slots, left, reading.signs, asked.treats, asked.lexicon)
    if _is_taken_back(fitting, asked, reading):
        return reading
    if fitting is reading.slots:
        return _with_the_likely(asked, reading) if asked.guess else reading
    words = tuple(word for word in reading.words if word.form not in NUMBERS)
    return replace(
        reading,
        slots=fitting,
        words=words,
        unknown=tuple(word for word in reading.unknown if word in words),
        story=story_of(reading.wording, reading.named),
    )


def _with_the_likely(asked: Asked, reading: Reading) -> Reading:
    """The reading with the condition that all the words together speak of, where one is likely."""
    if asked.previous is not None:
        return reading
    guess = likely_condition(
        reading.wording,
        reading.slots,
        reading.words,
        reading.unknown,
        asked.treats,
        asked.lexicon,
        asked.literal,
    )
    if guess is None or _is_taken_back(replace(reading.slots, conditions=(guess,)), asked, reading):
        return reading
    own = words_of_it(reading.words, guess.concept)
    words = tuple(word for word in reading.words if word not in own and word.form not in NUMBERS)
    slots = recurring(reading.wording, replace(reading.slots, conditions=(guess,)), asked.lexicon)
    return replace(
        reading,
        slots=slots,
        words=words,
        unknown=tuple(word for word in reading.unknown if word in words),
        story=story_of(reading.wording, reading.named),
    )


def leave_any_treatment(_: Asked, reading: Reading) -> Reading:
    """Without "first-line treatment": a name in the pack of one illness, it names nothing asked about another.

    Nor does "migraine prophylaxis" name a treatment beside one that is named: it says what that one is for.
    """
    slots = reading.slots
    if slots.conditions:
        named = tuple(one for one in slots.interventions if not is_aim(one, slots.conditions))
        return replace(reading, slots=replace(slots, interventions=named)) if named else reading
    if not reading.words:
        return reading
    kept = tuple(one for one in slots.interventions if not _is_any_treatment(one.words))
    return replace(reading, slots=replace(slots, interventions=kept))


def _is_any_treatment(words: str) -> bool:
    return all({token.form, token.form.removesuffix("s")} & _ANY_TREATMENT for token in match_tokens(words))


def tell_what_was_tried(_: Asked, reading: Reading) -> Reading:
    """Treatments that did not help are no more asked about: what comes then is."""
    return replace(reading, slots=without_tried(reading.wording, reading.slots))


def tell_circumstances_from_effects(_: Asked, reading: Reading) -> Reading:
    """What else somebody has, and what a treatment is asked to do, where no concept has a name for it."""
    wording, slots, words = reading.wording, reading.slots, reading.words
    besides = circumstances_of(wording, slots, words, reading.strangers)
    told = {word for one in besides for word in one.words}
    effects = effects_of(wording, slots, [word for word in words if word not in told])
    slots = with_effects(with_circumstances(slots, besides, reading.strangers), effects)
    return replace(reading, slots=slots, effects=effects)


def tell_animals(_: Asked, reading: Reading) -> Reading:
    """A question about an animal is about no condition of people."""
    slots = reading.slots
    animals = animals_asked_about(reading.wording, places(slots.conditions), places(slots.all()))
    return replace(reading, animals=animals, slots=replace(slots, conditions=()) if animals else slots)


def _is_taken_back(slots: Slots, asked: Asked, reading: Reading) -> bool:
    """Whether the reader said of the very condition that no words of the question name it: nor is it concluded then."""
    if not asked.literal:
        return False
    found = found_in(reading.wording, asked.lexicon)
    denied = {one.concept.name for one in found if is_no_name(one.words, asked.literal)}
    return EVERY_READING in asked.literal or any(mention.concept.name in denied for mention in slots.conditions)
