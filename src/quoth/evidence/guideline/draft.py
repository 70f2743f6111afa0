"""A recommendation under way: its statement, the paragraph that it stands in, and the grade that is its own."""

import re
from dataclasses import dataclass, replace

from quoth.evidence.guideline.blocks import Block
from quoth.evidence.guideline.grading import Grade
from quoth.model import Extent, GradePlace

__all__ = ["MIN_CHARS", "Draft", "joined_grades", "long_enough", "trimmed"]

MIN_CHARS, _MAX_CHARS = 4, 2_500


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement under way."""

    statement: Extent
    block: Block
    grade: Grade | None = None
    place: GradePlace = GradePlace.NOWHERE
    population: Extent | None = None
    several: tuple[Grade, ...] = ()
    """All grades of a sentence that carries more than one; none of them is picked."""
    lead: Extent | None = None
    """The words that lead in the list that it is an item of."""
    scope: Extent | None = None
    """The words that open the sentence that it is a part of, and say for whom or when."""
    part_of: Extent | None = None
    """That sentence, where it was cut into several statements."""


def joined_grades(one: Grade | None, other: Grade) -> Grade | None:
    """Two grades of one statement, a strength and a certainty, as one; what comes first stands."""
    if one is None:
        return other
    return replace(
        one,
        start=min(one.start, other.start),
        end=max(one.end, other.end),
        strength=one.strength or other.strength,
        certainty=one.certainty or other.certainty,
        action=one.action or other.action,
        system=one.system if one.strength else other.system,
    )


def trimmed(text: str, extent: Extent) -> Extent:
    """The extent without a bullet before it and white space around it."""
    words = text[extent.start : extent.end]
    lead = re.match(r"[\s•◦▪–-]*(?:[:.]\s+)?", words)
    start = extent.start + (lead.end() if lead else 0)
    return Extent(start, max(start, extent.start + len(words.rstrip())))


def long_enough(extent: Extent) -> bool:
    """Whether an extent may be a statement: neither a scrap nor a whole chapter."""
    return MIN_CHARS <= extent.end - extent.start <= _MAX_CHARS
