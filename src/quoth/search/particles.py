"""Small words that belong to the verb beside them: "cut down" and "stand up" tell of no mood and of no pressure.

"Down" alone is how somebody feels, "up" alone is what a reading is; behind a verb of moving or of the body's bearing
they are a part of it. So is "low" behind what goes or runs low: a sugar, a battery. One table for all that reads
everyday words. What a reading does stays out of it: a pressure goes up, creeps up, shoots up.
"""

from collections.abc import Sequence

__all__ = ["is_particle"]

_REACH = 3
"""So many words may stand between verb and particle: "get the little pill down"."""
_DOWN = """
back break breaking broke bring bringing brought calm calming cast climb climbing close come comes coming came cool cut
cuts cutting drive drop dropped dropping ease fall fell flow get getting go goes going gone went hold keep keeping kept
knock lay laying lie lies lying lower nail narrow pin pull pulled pulling push put puts putting reduce roll run running
settle settling shut shutting sit sits sitting sat slim slimming slip slow slowing step stepping swallow take taken
takes taking took throw tone track turn turning turned walk walking walked wash water wear wearing weigh wind write
writing wrote
"""
_UP = """
act acted acting acts book bung bunged clear cleared clearing clears end ended ending ends flare flared flares flaring
follow followed gave get gets getting got give given gives giving grow growing grown grew hang held hold holding hung
look looked looking lock locked locks mess messed pack packed pick picked picking picks play played playing plays rang
ring sat seize seized seizes sit sits sitting split stand standing stands stay stayed staying stiffen stiffened stood
strap strapped straighten swell swelled swells swollen threw throw throwing throws turn turned used wake wakes waking
warm warmed wash woke wrap
"""
_LOW = "go goes going went gone run runs running dip dips dipping dipped drop drops dropping dropped"
_VERBS = {word: frozenset(verbs.split()) for word, verbs in (("down", _DOWN), ("up", _UP), ("low", _LOW))}
_DIRECTION = """
the my his her their your our a an to there below stairs leg legs arm arms one hill hills steps slope slopes side sides
from by under
"""
_BEHIND_DOWN = frozenset(_DIRECTION.split())
"""Behind "down" these make it a direction: "down the leg", "down there"."""


def is_particle(forms: Sequence[str], at: int) -> bool:
    """Whether the folded word at this place is one of them and belongs to a verb, or tells a direction."""
    verbs = _VERBS.get(forms[at])
    if verbs is None:
        return False
    if forms[at] == "down" and not _BEHIND_DOWN.isdisjoint(forms[at + 1 : at + 2]):
        return True
    reach = 1 if forms[at] == "low" else _REACH
    return not verbs.isdisjoint(forms[max(0, at - reach) : at])
