"""Which advice of a guideline says by itself what was asked, where no list knows the condition.

A whole document is weighed by `bearing`. But one recommendation that holds the question's words, with its headings and
its title, is an answer however little else of the document is about them: "prazosin for nightmares in PTSD".
"""

from collections.abc import Sequence

from quoth.evidence.advice import advice_of
from quoth.evidence.bearing import Worded, place_of
from quoth.evidence.terms import Seen, Terms
from quoth.model import Candidate, Passage

__all__ = ["advice_that_speaks"]

_TELLING = 0.3
"""A word that tells so much (weight times rarity) may not be lacking: it may be the very treatment or illness."""
_HELD, _HELD_BY_ITSELF = 0.8, 0.5
"""How much of what the question's words tell stands in the advice with its headings, and in the advice alone.

Where one word tells all, it must stand in the title or a heading: what is named in passing is no answer.
"""


def advice_that_speaks(
    asked: Worded, terms: Terms, candidate: Candidate, passages: Sequence[Passage], head: Seen, body: Seen
) -> frozenset[int]:
    """Where in the text the advice begins that holds what was asked; nothing where none does.

    Args:
        asked: the question's words.
        terms: the same, ready to be looked for.
        candidate: a unit of a guideline's text.
        passages: its sentences.
        head: where the words stand in its title and tags.
        body: where they stand in the unit, counted from its start.
    """
    whole = sum(asked.told)
    if not whole:
        return frozenset()
    above = [place_of(one, head) for one in asked.words]
    telling = [told >= _TELLING for told in asked.told]
    found = set()
    for advice in advice_of(passages, candidate.record, candidate.rendition):
        start, end = passages[advice.first].start, passages[advice.last].end
        here = body.within(start - candidate.start, end - candidate.start)
        own = [place_of(one, here) for one in asked.words]
        if sum(told * held for told, held in zip(asked.told, own, strict=True)) < _HELD_BY_ITSELF * whole:
            continue
        headings = terms.read(" ; ".join(_headings(candidate, start)))
        over = [max(held, place_of(one, headings)) for held, one in zip(above, asked.words, strict=True)]
        held = [max(pair) for pair in zip(own, over, strict=True)]
        lacking = any(tells and not there for tells, there in zip(telling, held, strict=True))
        on_it = sum(telling) > 1 or any(tells and there for tells, there in zip(telling, over, strict=True))
        if on_it and not lacking and sum(t * h for t, h in zip(asked.told, held, strict=True)) >= _HELD * whole:
            found.add(start)
    return frozenset(found)


def _headings(candidate: Candidate, at: int) -> list[str]:
    here = (section for section in candidate.rendition.sections if section.start <= at < section.end)
    return [heading for section in here for heading in (*section.path, section.heading) if heading]
