"""What a strange word does to the treatments beside it: "ozone injections" are no injections that a library knows.

A word that nobody knows may be the very treatment that is asked about. Where it stands so that a known treatment only
says what kind of thing the stranger is, that treatment was not asked about, and nothing may be offered in its name.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from quoth.model import Mention
from quoth.search.slots import Slots, comparing_words
from quoth.search.wording import Span, Wording, pattern
from quoth.text import match_tokens, stem
from quoth.text.verbs import comes_before_a_verb

__all__ = ["is_aim", "of_strange_people", "set_aside"]

# Behind these stands the illness or state of those who are asked about: "in people with prediabetes".
_PEOPLE_WITH = pattern(
    r"(?:people|persons?|patients?|adults?|women|men|children|teenagers?|adolescents?|those|someone|somebody|anyone"
    r"|individuals|runners|athletes) (?:living |diagnosed |affected )?(?:with|having|who (?:have|has|had|suffer from))"
)

# Words that name treating itself. An intervention made of nothing else, and of words of the condition, is an aim:
# "lavender for the prevention of migraine" asks about lavender.
_AIM_WORDS = """
treatment therapy treating medicine medicines medication medications drug drugs tablets pills prevention preventive
preventing prophylaxis prophylactic management pharmacotherapy remedy relief help first line daily agents initial
usual standard routine care existing ordinary keep keeping away off
the of for to with and or in a stop stopping quit quitting
"""


def set_aside(slots: Slots, strangers: Sequence[Span], wording: Wording) -> Slots:
    """The slots without the treatments that a strange word makes into something else.

    Args:
        slots: what the question names.
        strangers: places of the words that neither the lexicon nor the library knows.
        wording: the question.
    """
    if not strangers or not slots.interventions:
        return slots
    kept = [
        mention
        for mention in slots.interventions
        if not is_aim(mention, slots.conditions) and not _is_kind_of(mention, strangers, wording)
    ]
    turn = next((cue for cue in comparing_words(wording) if any(strange.end <= cue for strange in strangers)), None)
    if turn is None or any(mention.start < turn for mention in kept):
        return replace(slots, interventions=tuple(kept))
    return replace(slots, interventions=(), comparators=(*kept, *slots.comparators))


def of_strange_people(slots: Slots, strangers: Sequence[Span], wording: Wording) -> Slots:
    """The slots without conditions where the people asked about have something that nobody knows.

    "Does metformin prevent diabetes in people with prediabetes?" is not asked of people with diabetes.
    """
    ends = [wording.span(*match.span()).end for match in _PEOPLE_WITH.finditer(wording.line)]
    before = {
        strange: max((t.end for t in wording.tokens if t.end <= strange.start), default=-1) for strange in strangers
    }
    return replace(slots, conditions=()) if any(before[strange] in ends for strange in strangers) else slots


def is_aim(mention: Mention, conditions: Sequence[Mention]) -> bool:
    """True for what names treating or preventing the condition rather than a thing to do it with."""
    condition = {stem(token.form) for other in conditions for token in match_tokens(other.words)}
    return {stem(token.form) for token in match_tokens(mention.words)} <= _aims() | condition


@cache
def _aims() -> frozenset[str]:
    return frozenset(map(stem, _AIM_WORDS.split()))


def _is_kind_of(mention: Mention, strangers: Sequence[Span], wording: Wording) -> bool:
    """True where a strange word stands right before the name: it says which kind is meant, and that kind is unknown."""
    for strange in strangers:
        gap = wording.text[strange.end : mention.start] if mention.start > 0 else "."
        if gap in (" ", "-"):
            before = [token.form for token in wording.tokens if token.end <= strange.start]
            return not before or not comes_before_a_verb(before[-1])
    return False
