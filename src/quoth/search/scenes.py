"""Words of the scene in which somebody asks: "tai chi in the park", "a script held in reserve", "Perth".

The list stands in `data/scenes.txt`, by category. Unlike the words of `search.everyday` they are searched for, since a
library may speak of them; where it does not, and the question names its matter besides, they are set aside and told so.
A name of a place or a person is told by how it stands: no list holds them.
"""

from functools import cache

from quoth.lexicon.plain import listed
from quoth.search.terms import ContentWord
from quoth.search.wording import Span, Wording, pattern
from quoth.text.later import compile_later

__all__ = ["is_scene", "is_set_in", "scenes_of"]

_PLAYED = pattern(r"(?:plays?|played|playing) (?P<what>\w+)")
"""What somebody plays: a game or an instrument, whatever its name."""
_LIKE = pattern(
    r"(?:feels?|felt|feeling|looks?|hurts?|aches?|burns?|hurting|burning|out|around|round) like"
    r" (?:an? |the |some )?(?P<what>\w+)"
)
"""What something is likened to, "hands it out like sweets"; not "something like", behind which a medicine may stand."""
_TOWN = compile_later(
    r"(?<!\buse )(?<!\bpoint )(?<!\bvalue )(?<!\brole )(?<!\bbenefit )(?<!\bmerit )(?<=[a-z,] )"
    r"(?:in|near) (?P<name>[A-Z][a-z]+)\b(?! [A-Z])"
)
_CALLED = compile_later(
    r"\b(?P<name>[A-Z][a-z]+) (?:is|was|has just turned|just turned|aged) (?:only |now |nearly )?\d{1,2}"
    r"[ -]?(?:years?|months?|yrs?|weeks?|yo|y/o|m/o)\b(?! (?:course|of|trial|long|treatment))"
)
"""A name before an age: "Sinead is 19 months"."""

_POINTED_AT = pattern(
    r"(?:would|does|do|did|will|can|could|might|is|are|should (?:i|we|he|she|they) (?:try|use|take|wear|buy|get))"
    r" (?P<what>(?:\w+ ){0,3}\w+)(?= (?:help|work|ease|cure|relieve|stop|fix|heal|any (?:good|use|help)|good for|worth"
    r"|effective|better|useful|for|against))"
)
_KEYWORDS = pattern(r"(?<=^ )(?P<what>(?:\w+ ){0,2}\w+)(?= (?:for|against|in|to (?:help|treat|cure|ease|stop)))")
"""What is asked about, whatever it is: "would a postman's bag help …", "a mug against …"."""


def is_scene(form: str) -> bool:
    """True for a folded word of the list, or more than one of it."""
    bare = form.removesuffix("'s")
    return not {bare, bare.removesuffix("s")}.isdisjoint(_listed())


def scenes_of(wording: Wording) -> tuple[Span, ...]:
    """Stretches that are scenery by how they stand: what is played, what something is likened to, a town, a person."""
    told = [wording.span(*match.span("what")) for rule in (_PLAYED, _LIKE) for match in rule.finditer(wording.line)]
    named = [Span(*match.span("name")) for rule in (_TOWN, _CALLED) for match in rule.finditer(wording.text)]
    return (*told, *named)


def is_set_in(word: ContentWord, places: tuple[Span, ...], wording: Wording) -> bool:
    """Whether a word is one of the scene, by the list or by how it stands, and not the thing that is asked about."""
    if any(place.covers(word.span) for place in places):
        return True
    pointed = (match for rule in (_POINTED_AT, _KEYWORDS) for match in rule.finditer(wording.line))
    return is_scene(word.form) and not any(wording.span(*one.span("what")).covers(word.span) for one in pointed)


@cache
def _listed() -> frozenset[str]:
    return frozenset(word for _, row in listed("scenes.txt") for word in row.split())
