"""Promise 4: a result in some of the people is not shown as that of all, nor a claim as what was found."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from quoth.check.context import Ctx, Read
from quoth.model import Extent, Fault, FaultKind, Fidelity, FindingKind, Form, MarkKind, Rendition, SectionRole, phrase
from quoth.model import emphasis_rules as table
from quoth.model.qualifier_rules import QualifierRule
from quoth.text.later import compile_later
from quoth.text.ratios import tells_ratio_of_none

__all__ = ["emphasis"]

READ_CHARS = 2000
"""How much of one sentence is read; no honest sentence is longer."""

_KEPT_SENTENCES = 16_384
_TELLING = (FindingKind.RESULT, FindingKind.CONCLUSION)
# What may stand before a sentence's first word: marks that open, and a heading such as "RESULTS:".
_BEFORE = compile_later(r"[\s\"'“”‘’«‹(\[]{0,8}(?:[A-Z][A-Za-z /&,'-]{1,50}[:.]\s{0,4})?[\s\"'“”‘’«‹(\[]{0,8}")
_MARKS_ONLY = compile_later(r"[\s\"'“”‘’«‹(\[]{0,8}")


def emphasis(ctx: Ctx) -> Iterator[Fault]:
    """Rows wear the marks for a part of the people and for an unborne claim where the text calls for them alone."""
    for read in ctx.reads:
        called_for = _called_for(read)
        for kind, fault in (
            (MarkKind.SUBGROUP, FaultKind.UNMARKED_SUBGROUP),
            (MarkKind.SPIN, FaultKind.UNMARKED_SPIN),
        ):
            worn = [mark for mark in read.statement.marks if mark.kind is kind]
            if kind in called_for and not worn:
                yield Fault(fault, read.statement.id, f"{called_for[kind]}, and no mark says so")
            for mark in worn:
                if kind not in called_for:
                    yield Fault(
                        FaultKind.MARK_UNTRUE, read.statement.id, f"nothing in the text calls for {kind.value!r}"
                    )
                elif mark.text != phrase(f"mark.{kind.value}"):
                    yield Fault(FaultKind.WORDING_NOT_OURS, read.statement.id, f"mark: {mark.text[:200]!r}")


def _called_for(read: Read) -> dict[MarkKind, str]:
    rendition, span = read.rendition, read.statement.quote.span
    if rendition is None or read.annotation or rendition.fidelity is not Fidelity.VERBATIM:
        return {}
    if read.statement.kind not in _TELLING or not 0 <= span.start < span.end <= len(rendition.text):
        return {}
    own = Extent(span.start, span.end)
    found = {}
    if _of_a_part(rendition, own):
        found[MarkKind.SUBGROUP] = "about some of those who took part"
    if read.statement.kind is FindingKind.CONCLUSION and _unborne(rendition, own):
        found[MarkKind.SPIN] = "claims a benefit that the results of the same text do not report"
    return found


def _of_a_part(rendition: Rendition, own: Extent) -> bool:
    said = _said(rendition, own)
    if _any(table.IN_EVERY_PART, said):
        return False
    if _any(table.IN_A_PART, said):
        return True
    places = {match.end() for pattern in (_MARKS_ONLY, _BEFORE) for match in [pattern.match(said)] if match}
    if not any(pattern.match(said, at) for pattern in _patterns(table.OPENS_WITH_A_PART) for at in places):
        return False
    section = next((one for one in rendition.sections if one.start <= own.start < one.end), None)
    low = section.start if section else 0
    for one in rendition.sentences:
        inside = one.start < section.end if section else _unsectioned(rendition, one.start)
        if low <= one.start and one.end <= own.start and inside and _any(table.NO_DIFFERENCE, _said(rendition, one)):
            return True
    return False


def _unborne(rendition: Rendition, own: Extent) -> bool:
    said = _said(rendition, own)
    if not _any(table.CLAIMS_BENEFIT, said) or _any(table.HEDGED, said) or _any(table.NO_DIFFERENCE, said):
        return False
    reported = [_said(rendition, one) for one in rendition.sentences if _reports(rendition, one, own)]
    if not any(_any(table.NO_DIFFERENCE, sentence) or tells_ratio_of_none(sentence) for sentence in reported):
        return False
    return not any(map(_reports_difference, reported))


def _reports(rendition: Rendition, sentence: Extent, own: Extent) -> bool:
    """Whether a sentence is among the results: by its section's label or, in a bare abstract, by standing before."""
    sections = [one for one in rendition.sections if one.role is SectionRole.RESULTS]
    if sections:
        return any(one.start <= sentence.start < one.end for one in sections)
    return rendition.form is Form.ABSTRACT and sentence.end <= own.start


@lru_cache(maxsize=_KEPT_SENTENCES)
def _reports_difference(sentence: str) -> bool:
    """Whether a clear difference is left when all denials are taken out, or a bare change stands there undenied."""
    if _any(table.IN_A_PART, sentence):
        return False
    left = sentence
    for pattern in _patterns(table.NO_DIFFERENCE):
        left = pattern.sub(" ", left)
    if _any(table.DIFFERENCE, left):
        return True
    denied = left != sentence or _any(table.ALL_ALIKE, sentence)
    return not denied and _any(table.CHANGE, sentence)


def _unsectioned(rendition: Rendition, at: int) -> bool:
    return not any(one.start <= at < one.end for one in rendition.sections)


def _said(rendition: Rendition, extent: Extent) -> str:
    return rendition.text[extent.start : min(extent.end, extent.start + READ_CHARS)]


@lru_cache(maxsize=_KEPT_SENTENCES)
def _any(rules: tuple[QualifierRule, ...], words: str) -> bool:
    return any(pattern.search(words) for pattern in _patterns(rules))


@cache
def _patterns(rules: tuple[QualifierRule, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule.pattern, re.IGNORECASE) for rule in rules)
