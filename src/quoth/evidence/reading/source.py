"""One candidate with what was worked out about it before its sentences are read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quoth.evidence.fitting.directness import Fit
from quoth.evidence.fitting.question_terms import Asked
from quoth.evidence.fitting.terms import Seen
from quoth.evidence.study.design import StudyDesign
from quoth.lexicon import Lexicon
from quoth.model import Candidate

__all__ = ["Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """What the readers of statements and of running text both start from."""

    candidate: Candidate
    design: StudyDesign
    fit: Fit
    asked: Asked
    lexicon: Lexicon
    seen: Seen
    """Where the words of the question stand in the unit, counted from its start."""
    title: Seen
    """Where they stand in the record's title."""
    spoken: Mapping[int, float] = field(default_factory=dict)
    """Where the advice begins that says what was asked, with how well it does."""
    spoken_alone: bool = False
    """Nothing else of the text may be offered: it is about other things."""
    on_topic: bool = False
    """The whole text is on what was asked, and nothing more was: whatever it recommends answers."""
