"""Whether advice for those whom a treatment did not help means the treatment that was tried.

"No response to an adequate antidepressant dose" is said of somebody on sertraline, "shock wave not enough" of nobody
who stretched. A bound that names no treatment ("core care not enough") means whatever came first.
"""

import re
from collections.abc import Iterator

from quoth.evidence.fitting.people import people_named
from quoth.evidence.fitting.question_terms import Asked
from quoth.lexicon import Lexicon
from quoth.model import TRIED_ORIGIN, ConceptKind

__all__ = ["without_others_tried"]

_ANY_CARE = frozenset({"care", "measures"})
_NAME_WORDS = 4
_BOTH = "both "
_TWO = 2
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_DAYS_OF = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
_TIME = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})[ -](?P<unit>hour|day|week|month|year)s?\b", re.IGNORECASE
)
_ABOUT = 1.15
"""Three months are twelve weeks."""


def without_others_tried(
    asked: Asked, people: tuple[str, ...], bound: str, interventions: tuple[str, ...], lexicon: Lexicon
) -> tuple[str, ...]:
    """The people whom a statement names, without those whom something did not help where it means something else.

    Args:
        asked: the question.
        people: those it asks about whom the statement names.
        bound: the case that the statement is bound to, in its own words.
        interventions: what it is about. Advice on nothing but what was tried is none for them.
        lexicon: words for things.
    """
    tried = asked.question.tried
    if not tried:
        return people
    bound_to = people_named(asked, bound) if _means_what_was_tried(asked, bound, interventions, lexicon) else ()
    whom = {m.concept.name for m in asked.question.populations if m.concept.origin == TRIED_ORIGIN}
    return (*(name for name in people if name not in whom), *(name for name in bound_to if name in whom))


def _means_what_was_tried(asked: Asked, bound: str, interventions: tuple[str, ...], lexicon: Lexicon) -> bool:
    tried = asked.question.tried
    # Of a family that was tried, nobody knows which kinds were: advice on one of them may be on another.
    others = set(interventions) - {wider for name in tried for wider in (name, *lexicon.broader(name))}
    others = {name for name in others if not _is_any_care(name)}
    if not others or (_BOTH in bound and len(tried) < _TWO):
        return False
    waited, wanted = _days(asked.question.as_read), _days(bound)
    if waited and wanted and max(wanted) > max(waited) * _ABOUT:
        return False
    near = {other for name in tried for other in (name, *lexicon.broader(name), *lexicon.narrower(name))}
    named = {name for name in _treatments_in(bound, lexicon) if not _is_any_care(name)}
    return not named or not named.isdisjoint(near)


def _treatments_in(bound: str, lexicon: Lexicon) -> Iterator[str]:
    """Treatments that a bound names; where all of it is one name, those that its words name."""
    for found in lexicon.mentions(bound):
        words = found.words.split()
        inner = (one for word in words for one in lexicon.mentions(word)) if len(words) > _NAME_WORDS else (found,)
        yield from (one.concept.name for one in inner if one.concept.kind is ConceptKind.INTERVENTION)


def _is_any_care(name: str) -> bool:
    """True for "core care" and the like, which is whatever came first."""
    return name.split()[-1] in _ANY_CARE


def _days(words: str) -> list[float]:
    """The lengths of time that words tell, in days."""
    told = _TIME.finditer(words)
    return [_number(match["number"]) * _DAYS_OF[match["unit"].casefold()] for match in told]


def _number(word: str) -> float:
    return float(word) if word.isdecimal() else 1.0 + _NUMBERS.index(word.casefold())
