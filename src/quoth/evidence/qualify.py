"""What must travel with a sentence: the one it leans on, and the one that restricts it.

The rules are the table `quoth.model.qualifier_rules`, which the checker reads with its own code.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from quoth.model import Passage, Qualifier, QualifierKind, Quote, Rendition, Section, Span, hash_of_text
from quoth.model.qualifier_rules import (
    LEANS_ON_PREVIOUS,
    MAX_SENTENCES_BACK,
    RESTRICTED_BY_NEXT,
    RESTRICTED_BY_NEXT_START,
    QualifierRule,
)

__all__ = ["context_of", "leans_on_previous", "restricts_previous", "section_at"]

_READ_CHARS = 4_000
_KEPT_SENTENCES = 16_384
_MARKS = re.compile(r"[\s\"'“‘«(\[]{0,4}")
_HEADING = re.compile(r"[A-Z][A-Za-z /&,-]{2,40}[:.] ?")
"""A heading such as "RESULTS: ", which is not part of the sentence's own opening."""


def context_of(
    passages: Sequence[Passage], index: int, rendition: Rendition, *, last: int | None = None
) -> tuple[Qualifier, ...]:
    """Neighbours that sentences `index` to `last` cannot be cut from, in reading order, all from their own section."""
    here = section_at(rendition, passages[index].start)
    back: list[Qualifier] = []
    at = index
    while len(back) < MAX_SENTENCES_BACK and at > 0 and leans_on_previous(passages[at].text):
        if section_at(rendition, passages[at - 1].start) != here:
            break
        at -= 1
        back.append(_qualifier(passages[at]))
    following: list[Qualifier] = []
    after = (index if last is None else last) + 1
    if (
        after < len(passages)
        and section_at(rendition, passages[after].start) == here
        and restricts_previous(passages[after].text)
    ):
        following.append(_qualifier(passages[after]))
    return (*reversed(back), *following)


@lru_cache(maxsize=_KEPT_SENTENCES)
def leans_on_previous(sentence: str) -> bool:
    """Whether the sentence cannot be understood without the one before it."""
    openings = _openings(sentence)
    return any(pattern.match(sentence, at) for pattern in _compiled(LEANS_ON_PREVIOUS) for at in openings)


@lru_cache(maxsize=_KEPT_SENTENCES)
def restricts_previous(sentence: str) -> bool:
    """Whether the sentence takes back, limits or grades the one before it."""
    openings = (0, *_openings(sentence))
    if any(pattern.match(sentence, at) for pattern in _compiled(RESTRICTED_BY_NEXT_START) for at in openings):
        return True
    return any(pattern.search(sentence, 0, _READ_CHARS) for pattern in _compiled(RESTRICTED_BY_NEXT))


def section_at(rendition: Rendition, position: int) -> Section | None:
    """The section that holds a character of the rendition."""
    return next((s for s in rendition.sections if s.start <= position < s.end), None)


def _openings(sentence: str) -> tuple[int, ...]:
    """Where the sentence's own words may begin: after opening marks, and after a heading."""
    marks = _MARKS.match(sentence)
    start = marks.end() if marks else 0
    heading = _HEADING.match(sentence, start)
    return (start, heading.end()) if heading else (start,)


def _qualifier(passage: Passage) -> Qualifier:
    span = Span(passage.record_id, passage.rendition_id, passage.start, passage.end, hash_of_text(passage.text))
    return Qualifier(QualifierKind.CONTEXT, Quote(span, passage.text))


@cache
def _compiled(rules: tuple[QualifierRule, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule.pattern) for rule in rules)
