"""What a treatment is asked to do, or might do, where no concept has a name for it: "prevent cancer", "lose my hair".

Advice on a treatment was given for what it was found to do. Where the question asks for something else, that advice is
true and answers nothing: such words are read as an outcome, so that nothing leads the page which does not speak of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from quoth.model import EFFECT_ORIGIN, Concept, ConceptKind, Mention
from quoth.search.everyday import is_everyday
from quoth.search.slots import Slots
from quoth.search.terms import ContentWord
from quoth.search.wording import Span, Wording, pattern

__all__ = ["effects_of", "with_effects"]

# Behind these stands what is changed. Words of starting and adding are not among them: what they take is a treatment.
_DOES = pattern(
    r"caus(?:e|es|ed|ing)|prevent(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|decreas(?:e|es|ed|ing)"
    r"|increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|improv(?:e|es|ed|ing)|boost(?:s|ed|ing)?|affect(?:s|ed|ing)?"
    r"|influenc(?:e|es|ed|ing)|harm(?:s|ed|ing)?|damag(?:e|es|ed|ing)|weaken(?:s|ed|ing)?|strengthen(?:s|ed)?"
    r"|protect(?:s|ed|ing)?(?: against| from)?|preserv(?:e|es|ed|ing)|delay(?:s|ed|ing)?|slow(?:s|ed|ing)?(?: down)?"
    r"|worsen(?:s|ed|ing)?|trigger(?:s|ed|ing)?|induc(?:e|es|ed|ing)|(?:lead|leads|leading|led) to"
    r"|result(?:s|ed|ing)? in|los(?:e|es|ing)|shorten(?:s|ed|ing)?|lengthen(?:s|ed|ing)?|prolong(?:s|ed|ing)?"
    r"|extend(?:s|ed|ing)?|revers(?:e|es|ed|ing)|cur(?:e|es|ed|ing)|eas(?:e|es|ed|ing)|reliev(?:e|es|ed|ing)"
    r"|lessen(?:s|ed|ing)?|ruin(?:s|ed|ing)?|tear(?:s|ing)?|ruptur(?:e|es|ed|ing)|stop(?:s|ped|ping)?"
    r"|(?:risks?|chances?|odds|rates?|incidence) of(?: getting| having| developing)?|(?:effects?|impact) on|fewer"
)
_TREATS = r"(?:help|treat|fix|heal|mend|do|go|get|work|be|have|let|take|need|suit|clear)\b"
_GIVES = pattern(r"(?:give|gives|gave|giving|make|makes|making|get|gets) (?:me|you|him|her|us|them|people|patients)")
_WHOSE = r"(?= (?:my|your|his|her|their|our|the) )"
_MAKES = pattern(
    rf"(?:make|makes|making){_WHOSE}"
    rf"|(?:will|can|could|might|would|does|do) (?:it|this|that|they) (?!{_TREATS})\w+{_WHOSE}"
)
"""What is done to something of somebody's: "will it sharpen my eyesight?"."""
_AND = pattern("and")
_IS = pattern(r"(?:is|are|was|were)")
_BETWEEN = """
a an the my your his her its our their any some more less fewer new another further future later long term risk risks
rate rates chance odds of getting having developing real even serious severe bad worse feel feeling to
"""
"""Words that may stand before what is changed and say nothing of it."""

_SUBJECT_AT_MOST = 3
"""So many words may stand before what "is it …?" is said of."""

Group = tuple[ContentWord, ...]


def effects_of(wording: Wording, slots: Slots, words: Sequence[ContentWord]) -> tuple[Group, ...]:
    """The words that say what a named treatment does or should do, a group for each.

    Args:
        wording: the question.
        slots: what it names. Without a condition and a treatment nothing is told apart here.
        words: its content words, in reading order.
    """
    treatments = [Span(m.start, m.end) for m in (*slots.interventions, *slots.comparators) if m.start >= 0]
    if not words or not slots.conditions or not treatments:
        return ()
    cues = (_DOES, _GIVES, _MAKES)
    begins = {*(begin for cue in cues for begin in _behind(cue, wording)), *_joined_to(wording, treatments)}
    groups: list[Group] = []
    for group in (
        *(_changed(begin, wording, words) for begin in sorted(begins)),
        *_said_of(wording, treatments, words),
    ):
        if group and not any(set(group) & set(other) for other in groups):
            groups.append(group)
    return tuple(groups)


def with_effects(slots: Slots, groups: Sequence[Group]) -> Slots:
    """The slots with what is changed among the outcomes."""
    return replace(slots, outcomes=(*slots.outcomes, *map(_outcome, groups))) if groups else slots


@cache
def _between() -> frozenset[str]:
    return frozenset(_BETWEEN.split())


def _outcome(group: Group) -> Mention:
    words = " ".join(word.words for word in group)
    concept = Concept(words, ConceptKind.OUTCOME, clinical=(words,), origin=EFFECT_ORIGIN)
    return Mention(concept, words, group[0].span.start, group[-1].span.end)


def _behind(cues: re.Pattern[str], wording: Wording) -> list[int]:
    """The tokens that follow each cue."""
    return [_token_at(wording, match.end()) for match in cues.finditer(wording.line)]


def _joined_to(wording: Wording, treatments: Sequence[Span]) -> list[int]:
    """What stands beside a treatment: "metformin and longevity"."""
    joins = {_token_at(wording, match.start()) for match in _AND.finditer(wording.line)}
    behind = (_token_behind(wording, place) for place in treatments)
    return [number + 1 for number in behind if number in joins]


def _said_of(wording: Wording, treatments: Sequence[Span], words: Sequence[ContentWord]) -> list[Group]:
    """What a treatment is asked to be: "is acupuncture painful?"."""
    if not any(match.start() <= 1 for match in _IS.finditer(wording.line)):
        return []
    near = [place for place in treatments if _token_behind(wording, Span(0, place.start)) <= _SUBJECT_AT_MOST]
    places = {_token_behind(wording, place) for place in near} & set(range(len(wording.tokens)))
    starts = {wording.tokens[number].start for number in places}
    return [(word,) for word in words if word.span.start in starts]


def _token_behind(wording: Wording, place: Span) -> int:
    return next((n for n, token in enumerate(wording.tokens) if token.start >= place.end), len(wording.tokens))


def _token_at(wording: Wording, place: int) -> int:
    return next((n for n, at in enumerate(wording.places) if at >= place), len(wording.places))


def _changed(begin: int, wording: Wording, words: Sequence[ContentWord]) -> Group:
    """The content words that follow side by side, behind words that only say whose and how much."""
    group: list[ContentWord] = []
    for number in range(begin, len(wording.tokens)):
        token = wording.tokens[number]
        gap = wording.text[wording.tokens[number - 1].end : token.start] if number else ""
        if gap.strip(" -"):
            break
        word = next((one for one in words if one.span.start <= token.start and token.end <= one.span.end), None)
        if word is not None and not is_everyday(word.form):
            group += [] if word in group else [word]
        elif group or token.form not in _between():
            break
    return tuple(group)
