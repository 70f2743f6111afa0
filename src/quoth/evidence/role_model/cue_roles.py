"""A role model of cue words and position alone: it needs no file, and it is what the trained model must beat."""

import re
from collections.abc import Sequence

from quoth.evidence.role_model.roles import Labelled
from quoth.model import SectionRole

__all__ = ["CueRoles"]

_CUES: tuple[tuple[SectionRole, re.Pattern[str]], ...] = (
    (
        SectionRole.CONCLUSION,
        re.compile(
            r"\b(?:in conclusion|we conclude|to conclude|conclusions?:|in summary|these (?:results|findings"
            r"|data) (?:suggest|indicate|show|support)"
            r"|(?:our|this study|the) (?:results|findings|study|data|evidence) (?:suggests?|indicates?|shows? that"
            r"|supports?)|should be considered"
            r"|further (?:research|studies|trials)|is recommended|appears to be|may be (?:a|an|effective|useful"
            r"|considered))\b",
            re.IGNORECASE,
        ),
    ),
    (
        SectionRole.OBJECTIVE,
        re.compile(
            r"\b(?:aims?|objectives?|purpose) (?:of|was|were|is|are)\b|\b(?:we|this study|this trial"
            r"|this review) (?:aim|sought|investigat|examin|assess"
            r"|evaluat|compar|hypothesi)\w*|^to (?:determine|assess|compare|evaluate|investigate|examine|test|study"
            r"|explore|describe)\b",
            re.IGNORECASE,
        ),
    ),
    (
        SectionRole.RESULTS,
        re.compile(
            r"\b[Pp] ?[<>=≤≥]|\b9\d ?% ?(?:CI|confidence)|\bsignificant(?:ly)?\b|\b(?:n ?= ?\d|compared with|versus"
            r"|higher|lower|improved|increased"
            r"|decreased|reduced|no difference|did not differ|respectively)\b",
            re.IGNORECASE,
        ),
    ),
    (
        SectionRole.METHODS,
        re.compile(
            r"\b(?:were|was) (?:randomly|randomi[sz]ed|assigned|allocated|enrolled|recruited|measured|assessed"
            r"|performed|searched|included|collected"
            r"|used|analy[sz]ed|evaluated|conducted)\b|\bwe (?:searched|randomly|enrolled|recruited|measured"
            r"|included)\b|\bdouble-blind",
            re.IGNORECASE,
        ),
    ),
)


class CueRoles:
    """Labels by the first cue that fits the sentence's place; without a cue, by place alone."""

    def label(self, sentences: Sequence[str]) -> tuple[Labelled, ...]:
        """One label a sentence, in order."""
        return tuple(self._one(sentence[:2_000], place, len(sentences)) for place, sentence in enumerate(sentences))

    def _one(self, sentence: str, place: int, count: int) -> Labelled:
        share = place / max(1, count - 1)
        for role, pattern in _CUES:
            if role is SectionRole.CONCLUSION and share < 0.6:
                continue
            if role is SectionRole.RESULTS and share < 0.25:
                continue
            if pattern.search(sentence):
                return Labelled(role, 0.7)
        by_place = (
            SectionRole.BACKGROUND if share < 0.25 else SectionRole.METHODS if share < 0.5 else SectionRole.RESULTS
        )
        return Labelled(SectionRole.CONCLUSION if place == count - 1 and count > 3 else by_place, 0.4)
