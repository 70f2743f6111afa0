"""What else somebody has or takes: "while on warfarin", "with epilepsy", "I also have kidney stones".

Advice was studied in people without it unless a source says so. Such words are read as the people who are asked about,
so that nothing which does not speak of them leads a page; where the library does not know them at all, the question is
refused: an answer that passes over them may harm.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from quoth.model import Concept, ConceptKind, Mention
from quoth.search.slots import Slots
from quoth.search.terms import ContentWord
from quoth.search.wording import Span, Wording, pattern

__all__ = ["circumstances_of", "with_circumstances"]

_ORIGIN = "what else somebody has or takes"

_WHO = (
    r"(?:i|he|she|they|we|you|who|that|patients?|someone|somebody|people|mother|father|mum|mom|dad|wife|husband|partner"
    r"|sister|brother|son|daughter|lady|woman|man|girl|boy|child|smoker|runner)"
    r"(?: also| already| now| still| currently)?"
)
_TAKING = pattern(
    rf"{_WHO}(?: (?:am|is|are|was|were|been))? (?:on|taking)"
    r"|(?:im|hes|shes|theyre|youre)(?: also| already| now| still| currently)? (?:on|taking)"
    r"|(?:while|whilst|when|if|because|since|already|currently|also|and) (?:on|taking)"
    rf"|{_WHO} (?:have|has|having)"
    r"|history of|comorbid|coexisting|co existing|concomitant|along with|alongside"
)
_HAVING = pattern(rf"{_WHO} (?:had|got|take|takes|took|use|uses|using)|ive(?: also| already)? (?:got|had)")
_WITH = pattern(r"with|and (?:has|have)")
_ON = pattern("on")
_STATE = pattern("in|after|following|during")

_BETWEEN = """
a an my his her their our the your some any also both known existing previous past prior current old bad severe chronic
mild moderate advanced weak poor dodgy serious slight really very got had been diagnosed history of from longstanding
long term stage grade type
"""
"""Words that may stand between the cue and what is had."""
_PLACES = """
primary secondary care general practice hospital hospitals clinic clinics community home setting settings outpatient
outpatients inpatients emergency department trials studies research guidelines practice medicine
"""
"""Where people are treated, and where it is written: nobody's illness."""
_WHO_THEY_ARE = frozenset({"young", "younger", "healthy", "fit", "adult", "grown", "middle", "aged", "single"})
"""What people are called who have nothing besides: "in a young woman", "in healthy adults"."""
_BEFORE_WHAT_IS_NO_ILLNESS = frozenset({"on", "taking", "using", "after", "following", "during"})
"""Cues that say how the people stand to it: nobody has sex or a bypass as they have asthma."""


Group = tuple[ContentWord, ...]


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What somebody has, takes or has been through, by the words of the question."""

    words: Group
    cue: str
    """The word right before it: "with", "on", "after"."""

    @property
    def people(self) -> Mention:
        """Those of whom it is true, as a page names them: "people on warfarin", "people after sex"."""
        said = " ".join(word.words for word in self.words)
        name = f"people {self.cue if self.cue in _BEFORE_WHAT_IS_NO_ILLNESS else 'with'} {said}"
        concept = Concept(name, ConceptKind.POPULATION, clinical=(said,), origin=_ORIGIN)
        return Mention(concept, said, self.words[0].span.start, self.words[-1].span.end)


def circumstances_of(
    wording: Wording, slots: Slots, words: Sequence[ContentWord], strangers: Sequence[Span]
) -> tuple[Circumstance, ...]:
    """What the question says that somebody has or takes besides, in reading order of its cues.

    Args:
        wording: the question.
        slots: what it names.
        words: its content words, in reading order.
        strangers: places of those that nobody knows. "I had", "take" and "on" say too much for other words.
    """
    if not words or not slots.conditions:
        return ()
    sure = {*_behind(_TAKING, wording), *_behind_a_name(_WITH, wording, slots.all())}
    sure |= {*_behind_a_name(_STATE, wording, [name for name in slots.all() if _holds_one_of(slots.conditions, name)])}
    loose = {*_behind(_HAVING, wording), *_behind_a_name(_ON, wording, slots.conditions)}
    loose = (loose | {*_behind_a_name(_STATE, wording, slots.all())}) - sure
    found: list[Circumstance] = []
    for begin in sorted(sure | loose):
        group = _led(begin, wording, words)
        told = begin in sure or any(word.span in strangers for word in group)
        told = told and not any({word.form for word in group} <= others for others in (_places(), _WHO_THEY_ARE))
        if group and told and not any(set(group) & set(other.words) for other in found):
            found.append(Circumstance(group, wording.tokens[begin - 1].form if begin else ""))
    return tuple(found)


def with_circumstances(slots: Slots, found: Sequence[Circumstance], strangers: Sequence[Span]) -> Slots:
    """The slots with what is had or taken among the people; without treatments where nobody here knows what it is."""
    if not found:
        return slots
    if any(word.span in strangers for one in found for word in one.words):
        return replace(slots, interventions=(), comparators=())
    return replace(slots, populations=(*slots.populations, *(one.people for one in found)))


@cache
def _places() -> frozenset[str]:
    return frozenset(_PLACES.split())


@cache
def _between() -> frozenset[str]:
    return frozenset(_BETWEEN.split())


def _behind(cues: re.Pattern[str], wording: Wording) -> list[int]:
    """Where the words behind each cue begin, by token."""
    return [_token_at(wording, match.end()) for match in cues.finditer(wording.line)]


def _behind_a_name(cues: re.Pattern[str], wording: Wording, names: Sequence[Mention]) -> list[int]:
    """Of the cues, those right behind something that the question names: "back pain on warfarin"."""
    found = []
    for match in cues.finditer(wording.line):
        at = _token_at(wording, match.start())
        before = wording.tokens[at - 1] if at else None
        if before is not None and any(name.start <= before.start and before.end <= name.end for name in names):
            found.append(_token_at(wording, match.end()))
    return found


def _holds_one_of(conditions: Sequence[Mention], name: Mention) -> bool:
    """True for a condition, and for a name that is made with one: "migraine prevention"."""
    return name.start >= 0 and any(name.start <= one.start and one.end <= name.end for one in conditions)


def _token_at(wording: Wording, place: int) -> int:
    """The first token that begins at or behind a place of the line."""
    return next((n for n, at in enumerate(wording.places) if at >= place), len(wording.places))


def _led(begin: int, wording: Wording, words: Sequence[ContentWord]) -> Group:
    """The content words that follow, with nothing between them but words of how much and whose."""
    group: list[ContentWord] = []
    for number in range(begin, len(wording.tokens)):
        token = wording.tokens[number]
        gap = wording.text[wording.tokens[number - 1].end : token.start] if number else ""
        word = next((one for one in words if one.span.start <= token.start and token.end <= one.span.end), None)
        if word is not None and (number == begin or not gap.strip(" -")):
            group += [] if word in group else [word]
        elif group or token.form not in _between() or (number > begin and gap.strip(" -")):
            break
    return tuple(group)
