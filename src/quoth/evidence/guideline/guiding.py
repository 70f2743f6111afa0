"""What a guideline's text tells its readers to do beside its advice: lines of lists, considerations, doses, limits.

It is guidance and no recommendation: it has no grade and no wording of one. The wordings are the table
`quoth.model.guidance_rules`, which the checker reads with its own code.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from quoth.evidence.guideline.advice import Advice, advice_of
from quoth.evidence.guideline.blocks import blocks_of
from quoth.evidence.guideline.extraction import SILENT
from quoth.evidence.guideline.mood import asks_for_something
from quoth.evidence.guideline.recommendations import speaks_of_recommending
from quoth.evidence.guideline.rows import CELL, heads_of, is_headed
from quoth.evidence.guideline.whose import is_no_own_advice
from quoth.model import Action, Form, Passage, Record, Rendition, RenditionId
from quoth.model.guidance_rules import BESIDE, GUIDING, GUIDING_HEAD, TOLD_HEAD
from quoth.text.later import compile_later
from quoth.text.surroundings import row_at

__all__ = ["advice_and_guidance", "guides"]

_MIN_CHARS, _MAX_CHARS = 25, 900
"""Shorter is a heading; longer is a list that was not cut, and no one thing that is said."""
_KEPT_SENTENCES = 32_768
_KEPT_TEXTS = 256
_BESIDE = compile_later(BESIDE)
_GUIDING_HEAD, _TOLD_HEAD = compile_later(GUIDING_HEAD, re.IGNORECASE), compile_later(TOLD_HEAD, re.IGNORECASE)


def advice_and_guidance(passages: Sequence[Passage], record: Record, rendition: Rendition) -> tuple[Advice, ...]:
    """What these sentences of a guideline advise, and those that guide beside it, in reading order; none is in two.

    Guidance is offered sentence by sentence, and out of full texts alone: an abstract has its parts.
    """
    advised = advice_of(passages, record, rendition)
    if rendition.form is not Form.FULL_TEXT:
        return advised
    advised = tuple(one for one in advised if _asks(one, passages, rendition))  # what only tells may still guide
    taken = {at for advice in advised for at in range(advice.first, advice.last + 1)}
    issuer = record.issuer or ""
    beside = [
        Advice(first, last, Action.UNCERTAIN, "", said_around=True, formal=False)
        for first, last in _pieces(rendition, passages)
        if taken.isdisjoint(range(first, last + 1)) and _is_guidance(rendition, passages, first, last, issuer)
    ]
    return tuple(sorted((*advised, *beside), key=lambda one: one.first)) if beside else advised


def _asks(advice: Advice, passages: Sequence[Passage], rendition: Rendition) -> bool:
    words = rendition.text[passages[advice.first].start : passages[advice.last].end]
    return asks_for_something(words, graded=bool(advice.grade))


def _is_guidance(rendition: Rendition, passages: Sequence[Passage], first: int, last: int, issuer: str) -> bool:
    words = rendition.text[passages[first].start : passages[last].end]
    return (row_guides(words) if CELL in words else guides(words)) and not is_no_own_advice(words, issuer)


@lru_cache(maxsize=_KEPT_SENTENCES)
def guides(sentence: str) -> bool:
    """Whether the wording of a sentence guides, whoever speaks."""
    if not _MIN_CHARS <= len(sentence) <= _MAX_CHARS:
        return False
    lines = sentence.split("\n")
    if any(map(_BESIDE.search, lines)) or speaks_of_recommending(sentence):
        return False
    return any(any(map(told.search, lines)) and not unless.search(sentence) for told, unless in _rules())


def row_guides(words: str) -> bool:
    """Whether a row of a table tells what to do, by the heads of its columns: a dose, how often, where to refer."""
    heads = heads_of(words)
    if not _MIN_CHARS <= len(words) <= _MAX_CHARS or not is_headed(words):
        return False
    return any(map(_GUIDING_HEAD.fullmatch, heads)) and not any(map(_TOLD_HEAD.fullmatch, heads))


@cache
def _rules() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(rule.pattern), re.compile(rule.unless)) for rule in GUIDING)


def _pieces(rendition: Rendition, passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Sentences, and rows of tables as a whole, that stand where a guideline guides: first and last passage of each.

    Nothing of its background, nor of what explains grades and lists references.
    """
    blocks = _guiding_blocks(_Text(rendition.id, rendition))
    at = place = 0
    while place < len(passages):
        start = passages[place].start
        while at < len(blocks) and blocks[at][1] <= start:
            at += 1
        last = place
        if row := row_at(rendition.text, start):
            while last + 1 < len(passages) and passages[last + 1].start < row[1]:
                last += 1
        if at < len(blocks) and blocks[at][0] <= start < blocks[at][1] and (row is None or row[0] == start):
            yield place, last
        place = last + 1


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, known by its id: under one id it never changes."""

    text_id: RenditionId
    rendition: Rendition = field(compare=False, repr=False)


@lru_cache(maxsize=_KEPT_TEXTS)
def _guiding_blocks(text: _Text) -> tuple[tuple[int, int], ...]:
    """Where the blocks stand in which a text may guide, laid out once for all of its parts and all questions."""
    return tuple(
        (block.start, block.end)
        for block in blocks_of(text.rendition)
        if not block.defines and block.role not in SILENT
    )
