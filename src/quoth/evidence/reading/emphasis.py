"""Whether a sentence says more than its study found: a result in a part of the people, a claim that no result bears.

The rules are the table `quoth.model.emphasis_rules`, which the checker reads with its own code. What is found is told
beside the sentence, which is never changed or left out for it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from quoth.evidence.reading.qualify import section_at
from quoth.model import Emphasis, Extent, Fidelity, FindingKind, Form, Rendition, RenditionId, SectionRole
from quoth.model.emphasis_rules import (
    ALL_ALIKE,
    CHANGE,
    CLAIMS_BENEFIT,
    DIFFERENCE,
    HEDGED,
    IN_A_PART,
    IN_EVERY_PART,
    NO_DIFFERENCE,
    OPENS_WITH_A_PART,
)
from quoth.model.qualifier_rules import QualifierRule
from quoth.text.ratios import tells_ratio_of_none

__all__ = ["emphasis_of"]

_READ_CHARS = 2_000
_KEPT_PLACES = 8_192
_OPENING = re.compile(r"[\s\"'“‘«(\[]{0,4}")
_HEADING = re.compile(r"[A-Z][A-Za-z /&,-]{2,40}[:.] ?")


def emphasis_of(rendition: Rendition, quoted: Extent, kind: FindingKind) -> tuple[Emphasis, ...]:
    """What has to be told beside a quoted result or conclusion of running text; nothing for other kinds."""
    if rendition.fidelity is not Fidelity.VERBATIM or kind not in (FindingKind.RESULT, FindingKind.CONCLUSION):
        return ()
    return _emphasis_at(_Place(rendition.id, quoted.start, quoted.end, kind, rendition))


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of a text, known by the text's id: a text under one id never changes."""

    text_id: RenditionId
    start: int
    end: int
    kind: FindingKind
    rendition: Rendition = field(compare=False, repr=False)


@lru_cache(maxsize=_KEPT_PLACES)
def _emphasis_at(place: _Place) -> tuple[Emphasis, ...]:
    rendition, quoted, kind = place.rendition, Extent(place.start, place.end), place.kind
    if any(note.whole.start < quoted.end and quoted.start < note.whole.end for note in rendition.annotations):
        return ()
    words = rendition.text[quoted.start : quoted.end][:_READ_CHARS]
    found = []
    if _is_in_a_part(rendition, quoted, words):
        found.append(Emphasis.SUBGROUP)
    if kind is FindingKind.CONCLUSION and _claims_more(rendition, quoted, words):
        found.append(Emphasis.SPIN)
    return tuple(found)


def _is_in_a_part(rendition: Rendition, quoted: Extent, words: str) -> bool:
    if _found(IN_EVERY_PART, words):
        return False
    if _found(IN_A_PART, words):
        return True
    rules = _compiled(OPENS_WITH_A_PART)
    if not any(rule.match(words, at) for rule in rules for at in _openings(words)):
        return False
    here = section_at(rendition, quoted.start)
    before = (
        one for one in rendition.sentences if one.end <= quoted.start and section_at(rendition, one.start) == here
    )
    return any(_found(NO_DIFFERENCE, sentence) for sentence in _texts(rendition, before))


def _claims_more(rendition: Rendition, quoted: Extent, words: str) -> bool:
    if not _found(CLAIMS_BENEFIT, words) or _found(HEDGED, words) or _found(NO_DIFFERENCE, words):
        return False
    none = False
    for sentence in _texts(rendition, _results(rendition, quoted)):
        if _shows_difference(sentence):
            return False
        none = none or _found(NO_DIFFERENCE, sentence) or tells_ratio_of_none(sentence)
    return none


def _results(rendition: Rendition, quoted: Extent) -> Sequence[Extent]:
    """The sentences that report what was found."""
    labelled = [section for section in rendition.sections if section.role is SectionRole.RESULTS]
    if labelled:
        return [one for one in rendition.sentences if any(s.start <= one.start < s.end for s in labelled)]
    if rendition.form is not Form.ABSTRACT:
        return ()
    return [one for one in rendition.sentences if one.end <= quoted.start]


def _shows_difference(sentence: str) -> bool:
    if _found(IN_A_PART, sentence):
        return False
    if _found(CHANGE, sentence) and not _found(NO_DIFFERENCE, sentence) and not _found(ALL_ALIKE, sentence):
        return True
    for rule in _compiled(NO_DIFFERENCE):
        sentence = rule.sub(" ", sentence)
    return _found(DIFFERENCE, sentence)


def _texts(rendition: Rendition, extents: Iterable[Extent]) -> Iterable[str]:
    return (rendition.text[one.start : one.end][:_READ_CHARS] for one in extents)


def _openings(words: str) -> tuple[int, ...]:
    marks = _OPENING.match(words)
    start = marks.end() if marks else 0
    heading = _HEADING.match(words, start)
    return (start, heading.end()) if heading else (start,)


def _found(rules: tuple[QualifierRule, ...], words: str) -> bool:
    return any(rule.search(words) for rule in _compiled(rules))


@cache
def _compiled(rules: tuple[QualifierRule, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule.pattern, re.IGNORECASE) for rule in rules)
