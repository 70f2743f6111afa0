"""One sentence that advises several things, each with its own grade: "offer A (1A); B may be considered (2C)".

It is cut where each part advises by itself. What opens the sentence, for whom or when, holds for all of its parts.
Where a part only goes on with what another advises, nothing is cut, and an editor decides.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from quoth.evidence.guideline.blocks import Block
from quoth.evidence.guideline.draft import Draft, long_enough, trimmed
from quoth.evidence.guideline.grading import Grade
from quoth.evidence.guideline.recommendations import recommends
from quoth.model import Extent, GradePlace
from quoth.text.later import compile_later

__all__ = ["parts_of", "rejoined"]

_BETWEEN = compile_later(r"[\s,;.:]*(?:(?:and|but|or|while|whereas)\b,?\s*)?(?:\(?(?:[ivx]{1,4}|[a-z\d])[.)]\s+)?")
_OPENING = compile_later(
    r"\W{0,3}(?:[\d.]{1,8}\s+)?(?P<scope>(?:If|When|Whenever|Where|For|In|Among|During|After|Before|Once|With|Unless)\b"
    r"[^;\n]{3,200}?),(?! (?:or|and|who|with|without|including)\b)"
)
_OWN_SCOPE = compile_later(r"(?i:if|when|whenever|for|in|among|during|after|before|once|unless)\b[^;\n]{3,200}?,")
_ALLOWS = compile_later(r"\b(?:may|can|could|should|must) (?:\w+ ){0,2}?be (?:\w+ )?\w+ed\b|\b(?:is|are) reasonable\b")
_CLOSED = compile_later(r"[\s.;,)\]]*")


def parts_of(text: str, block: Block, sentence: Extent, grades: Sequence[Grade]) -> tuple[Draft, ...]:
    """A draft for each part of a sentence that advises by itself and ends with its grade; none where it is one thing.

    Args:
        text: the stored text.
        block: the paragraph.
        sentence: with what belongs before it.
        grades: those that stand in it, in order, none of them in a verb.
    """
    if len(grades) < 2 or not _CLOSED.fullmatch(text, grades[-1].end, sentence.end):
        return ()
    opening = _OPENING.match(text, sentence.start, grades[0].start)
    scope = Extent(*opening.span("scope")) if opening else None
    drafts: list[Draft] = []
    start = sentence.start
    for number, grade in enumerate(grades):
        part = trimmed(text, Extent(start, grade.start))
        words = text[part.start : part.end]
        if not long_enough(part) or not (recommends(words) or _ALLOWS.search(words)):
            return ()
        shared = scope if number and not _OWN_SCOPE.match(words) else None
        drafts.append(Draft(part, block, grade, GradePlace.AFTER, scope=shared, part_of=sentence))
        between = _BETWEEN.match(text, grade.end)
        start = between.end() if between else grade.end
    return tuple(drafts)


def rejoined(text: str, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts with the parts of each sentence put together again, for who quotes nothing shorter than a sentence."""
    for sentence, group in groupby(drafts, key=lambda draft: draft.part_of):
        if sentence is None:
            yield from group
            continue
        parts = tuple(group)
        grades = tuple(part.grade for part in parts if part.grade)
        yield Draft(trimmed(text, sentence), parts[0].block, grades[0], GradePlace.SENTENCE, several=grades)
