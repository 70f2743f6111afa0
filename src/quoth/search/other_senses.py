"""Names of treatments that name none here: they say on what something else is done, or what is to come of it."""

import re
from collections.abc import Mapping, Sequence

from quoth.model import Mention
from quoth.search.wording import Wording
from quoth.text.later import compile_later

__all__ = ["only_tells_where", "without_outcomes"]

_MUSCLES = frozenset({"quads", "quad", "quadriceps", "hip", "hips", "glutes", "calf", "calves", "core", "trunk"})
_DONE_TO = compile_later(
    r"\b(?:\w*stimulation|injections?|jabs?|shots?|botox|massage|needling|acupuncture|tap(?:e|ing)|heat|ic(?:e|ing)"
    r"|ultrasound|lasers?|diathermy|shock ?waves?|\w*therapy|cupping|tens|nmes|surgery|operations?|manipulation"
    r"|mobili[sz]ation|release|biofeedback|vibration|electrodes?) "
    r"(?:of|to|on|in|into|over|across|around|for) (?:(?:the|my|his|her|their|your|both) )?$",
    re.IGNORECASE,
)
"""What is done to a muscle that is no training of it."""


def only_tells_where(wording: Wording, mention: Mention) -> bool:
    """Whether one word for training a muscle only tells on what something else is done: "stimulation of the quads"."""
    return mention.words.casefold() in _MUSCLES and bool(_DONE_TO.search(wording.text[: mention.start]))


def without_outcomes(
    interventions: list[Mention],
    outcomes: Sequence[Mention],
    conditions: Sequence[Mention],
    treats: Mapping[str, frozenset[str]],
) -> list[Mention]:
    """Without what names an outcome as well, where something else is asked about: how much pain relief that gives.

    What treats the very condition stays: to an earache pain relief is a treatment.

    Args:
        interventions: as named.
        outcomes: as named.
        conditions: as named; without one nothing is told apart here.
        treats: intervention -> conditions that the library treats with it.
    """
    named = {mention.concept.name for mention in conditions}
    measured = {(mention.start, mention.end) for mention in outcomes}
    kept = [
        mention
        for mention in interventions
        if (mention.start, mention.end) not in measured or treats.get(mention.concept.name, frozenset()) & named
    ]
    return kept if conditions and kept else interventions
