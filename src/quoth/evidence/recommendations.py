"""Recommendations in the running text of guidelines: which sentences recommend, what they ask for, and their grade.

Only a guideline or a consensus statement recommends; a trial that ends with "should be used" is not read here. The
strength is the source's own string, quoted where it stands, and never inferred. The wordings are `action_table`'s.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from quoth.evidence.action_table import ACTION_RULES, STRENGTH_PATTERN
from quoth.model import (
    Action,
    Design,
    Extent,
    Passage,
    Qualifier,
    QualifierKind,
    Rendition,
    SectionRole,
    quote_of,
)
from quoth.text.later import compile_later

__all__ = ["RECOMMENDING_DESIGNS", "Recommending", "action_of", "read_recommendation", "recommends", "strength_of"]

RECOMMENDING_DESIGNS = frozenset({Design.GUIDELINE, Design.CONSENSUS})
_READ_CHARS = 2_000
_LONG_CHARS = 400
_ADVISES = compile_later(r"\b(?:recommends?|suggests?) (?!against)|\bshould (?!not)", re.IGNORECASE)
_SPEAKS = compile_later(
    r"\b(?:recommend(?:s|ed|ing)?|suggests?|advises?|concludes that the (?:current )?evidence is insufficient"
    r"|evidence is insufficient)\b"
    r"|\b(?:should|must|shall)\b|\b(?:is|are|not) (?:strongly |conditionally |generally )?(?:recommended|indicated"
    r"|advised|reasonable)\b"
    r"|\b(?:can|may|might|could) be (?:offered|considered|used|reasonable|given|prescribed)\b|\bconsider\b"
    r"|\b[A-DI] (?:recommendation|statement)\b|(?:, |\bdo not )(?:offer|use|give|prescribe|refer|start|avoid)\b"
    r"|^(?:[\d.]{1,8} |• ?|[-–] )?(?:Offer|Do not|Consider|Use|Give|Advise|Provide|Prescribe|Refer|Ensure|Encourage"
    r"|Avoid|Discuss|Start|Stop"
    r"|Treat|Inform)\b",
)
_ABOUT_RECOMMENDING = compile_later(
    r"\b(?:this|the) (?:guideline|document|recommendation|statement|report|article|summary) (?:applies|is (?:based"
    r"|intended|an update)|was|were"
    r"|provides|updates|replaces|makes|addresses|describes|presents)\b|\bgrades? (?:its|the|of) recommendations?\b"
    r"|\brecommendations (?:were|are) (?:graded|based|developed|formulated|made|defined|derived|rated|classified"
    r"|categori[sz]ed|presented)\b"
    r"|\b(?:was|were|has been|had been) (?:searched|reviewed|developed|commissioned|convened|graded)\b"
    r"|\bsee (?:the )?(?:table|section|appendix|original)\b"
    r"|\bresearch (?:should|is needed|recommendation)|\bfurther (?:research|studies|trials)\b|\bfuture (?:research"
    r"|studies|trials)\b"
    r"|\b(?:the|this) service\b|\brefer to (?:the|section|table|\")[^.]{0,60}\b(?:guideline|document|section|above"
    r"|below)\b"
    r"|\bdo(?:es)? not support recommending\b|\bassess effects on health outcomes\b|\bis not a recommendation\b"
    r"|\bstudies should\b|\btrials should\b|\bsystematic review\b[^.]{0,80}\b(?:conducted|performed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Recommending:
    """A sentence that recommends, what it asks for by the table's row, and its grade where one stands by it."""

    action: Action
    action_by: str
    strength: tuple[Qualifier, ...] = ()


def read_recommendation(
    passages: Sequence[Passage], index: int, rendition: Rendition, role: SectionRole
) -> Recommending | None:
    """The recommendation that the sentence at `index` of a guideline makes, or `None`."""
    sentence = passages[index].text[:_READ_CHARS]
    if role in (SectionRole.BACKGROUND, SectionRole.OBJECTIVE, SectionRole.METHODS):
        return None
    if not recommends(sentence):
        return None
    action, by = action_of(sentence)
    return Recommending(action, by, strength_of(passages, index, rendition))


def recommends(sentence: str) -> bool:
    """Whether a sentence of a guideline is advice, and not a question or words about the guideline itself."""
    text = sentence[:_READ_CHARS]
    return not text.endswith("?") and bool(_SPEAKS.search(text)) and not _ABOUT_RECOMMENDING.search(text)


def action_of(sentence: str) -> tuple[Action, str]:
    """What the wording asks for and which words decided it; `UNCERTAIN` where no row of the table matches."""
    text = sentence[:_READ_CHARS]
    for pattern, action, _ in _rules():
        if match := pattern.search(text):
            if action is Action.DO_NOT and len(text) > _LONG_CHARS and _ADVISES.search(text):
                return Action.UNCERTAIN, "several recommendations stand in one sentence"
            return action, f"from '{match.group().strip(' .:')}'"
    return Action.UNCERTAIN, "the wording gives no direction"


def strength_of(passages: Sequence[Passage], index: int, rendition: Rendition) -> tuple[Qualifier, ...]:
    """The issuer's grade, quoted from the sentence, or from the start of the next one when that is but a grade."""
    passage = passages[index]
    found = list(_grade().finditer(passage.text[-_READ_CHARS:]))
    if found:
        offset = passage.start + max(0, len(passage.text) - _READ_CHARS)
        return tuple(_strength(passage, rendition, offset + m.start(), offset + m.end()) for m in found[-2:])
    if index + 1 < len(passages):
        following = passages[index + 1]
        match = _grade().match(following.text[:400])
        if match and (match.end() >= 0.6 * len(following.text) or following.text[:1] in "(["):
            return (_strength(following, rendition, following.start + match.start(), following.start + match.end()),)
    return ()


def _strength(passage: Passage, rendition: Rendition, start: int, end: int) -> Qualifier:
    return Qualifier(QualifierKind.STRENGTH, quote_of(passage.record_id, rendition, Extent(start, end)))


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Action, str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), action, source) for pattern, action, source in ACTION_RULES)


@cache
def _grade() -> re.Pattern[str]:
    return re.compile(STRENGTH_PATTERN)
