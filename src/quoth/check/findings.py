"""What may be offered as evidence: findings and recommendations, never a title, an aim, a method or a plan."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from quoth.check.context import Ctx, Read
from quoth.model import Design, Fault, FaultKind, FindingKind, Form, MarkKind, Record, SectionRole
from quoth.model.finding_rules import NO_FINDING
from quoth.model.no_effect_rules import TELLS_NO_EFFECT
from quoth.text.later import compile_later

__all__ = [
    "finding_not_plan",
    "finding_not_preamble",
    "finding_tells_an_effect",
    "recommendation_from_guidance",
    "why_no_effect",
]

READ_CHARS = 2_000
_KEPT_SENTENCES = 8_192
_LETTERS = re.compile(r"[^\W\d_]+")

_GUIDANCE = (Design.GUIDELINE, Design.CONSENSUS)
_ADVISING = (FindingKind.RECOMMENDATION, FindingKind.GUIDANCE)
_NO_FINDING = (SectionRole.OBJECTIVE, SectionRole.BACKGROUND, SectionRole.METHODS)
_FINDING = (SectionRole.RESULTS, SectionRole.CONCLUSION, SectionRole.RECOMMENDATIONS)
# Publication types as MEDLINE names them (www.nlm.nih.gov/mesh/pubtypes.html).
_GUIDANCE_TYPES = frozenset(
    {
        "guideline",
        "practice guideline",
        "consensus statement",
        "consensus development conference",
        "consensus development conference, nih",
    }
)
_STUDY_TYPES = compile_later(
    r"\b(?:trial|cohort|observational|case reports|comparative study|meta-analysis|review)\b", re.IGNORECASE
)
_PLAN_TYPES = frozenset({"clinical trial protocol", "study protocol"})
_PLAN_TITLE = compile_later(
    r"\b(?:study|trial|review) protocol\b|\bprotocol (?:for|of) (?:a|an|the|two|three)\b"
    r"|:\s(?:a |an )?protocol\b|\brationale and (?:study )?design (?:of|for)\b",
    re.IGNORECASE,
)
# Headings of sections that their source gave no role.
_PREAMBLE_HEADINGS = frozenset(
    (
        "abstract background",
        "introduction",
        "background",
        "objective",
        "objectives",
        "aim",
        "aims",
        "aim of the study",
        "purpose",
        "context",
        "rationale",
        "method",
        "methods",
        "materials and methods",
        "patients and methods",
        "methods and materials",
        "subjects and methods",
        "design",
        "study design",
        "setting",
        "settings",
        "participants",
        "patients",
        "subjects",
        "search strategy",
        "search methods",
        "data sources",
        "study selection",
        "selection criteria",
        "data extraction",
        "data collection",
        "data collection and analysis",
        "statistical analysis",
        "main outcome measures",
        "outcome measures",
        "interventions",
        "references",
    )
)
# In guidance these head advice: "Interventions", "Setting", "Patients".
_ALSO_HEAD_ADVICE = frozenset(
    ("context", "setting", "settings", "participants", "patients", "subjects", "interventions")
)
_PREAMBLE_LABEL = compile_later(
    r"(?:BACKGROUND|INTRODUCTION|OBJECTIVES?|AIMS?|PURPOSE|METHODS?|MATERIALS AND METHODS|PATIENTS AND METHODS|DESIGN"
    r"|STUDY DESIGN|SETTING|PARTICIPANTS|DATA SOURCES|STUDY SELECTION|DATA EXTRACTION|SEARCH METHODS"
    r"|Background|Introduction|Objectives?|Aims?|Purpose|Methods?|Design|Setting)\s?:"
)
_OPENS = compile_later(r"[\s\"'“”‘’«‹(\[]{0,8}(?:[A-Z][A-Za-z /&,'-]{1,50}[:.]\s{0,4})?")
_MARKS = compile_later(r"[\s\"'“”‘’«‹(\[]{0,8}")


def finding_not_preamble(ctx: Ctx) -> Iterator[Fault]:
    """No statement is a title, or from a section that tells the background, the aim or the method."""
    for read in ctx.reads:
        reason = _why_no_finding(read)
        if reason:
            yield Fault(FaultKind.NOT_A_FINDING, read.statement.id, reason)


def finding_tells_an_effect(ctx: Ctx) -> Iterator[Fault]:
    """No row of a study is but the number of those who took part, how things stood before, a scale, or a hope."""
    for read in ctx.reads:
        if read.annotation is None and _is_study_statement(read):
            found = why_no_effect(read.statement.quote.text[:READ_CHARS])
            if found:
                yield Fault(FaultKind.NOT_A_FINDING, read.statement.id, f"it {found}, and no effect")


@lru_cache(maxsize=_KEPT_SENTENCES)
def why_no_effect(words: str) -> str | None:
    """What a sentence tells instead of an effect; `None` where it may tell one."""
    said = frozenset(_LETTERS.findall(words.lower()))
    for at, rule in enumerate(TELLS_NO_EFFECT):
        if rule.cues & said and _patterns(at)[0].search(words) and not _patterns(at)[1].search(words):
            return rule.reason
    return None


@cache
def _patterns(at: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    rule = TELLS_NO_EFFECT[at]
    return re.compile(rule.pattern, re.IGNORECASE), re.compile(rule.unless, re.IGNORECASE)


def finding_not_plan(ctx: Ctx) -> Iterator[Fault]:
    """A protocol has no results, and offers none."""
    for read in ctx.reads:
        if read.statement.kind is FindingKind.DIFFERENCE:
            continue
        if read.statement.design is Design.PROTOCOL or (read.record and _is_plan(read.record)):
            yield Fault(
                FaultKind.NOT_A_FINDING, read.statement.id, f"a protocol, offered as {read.statement.kind.value}"
            )


def recommendation_from_guidance(ctx: Ctx) -> Iterator[Fault]:
    """A recommendation comes from guidance, or from a statement that an editor annotated as one."""
    for read in ctx.reads:
        statement, annotation = read.statement, read.annotation
        if annotation and annotation.kind.value != statement.kind.value:
            detail = f"shown as {statement.kind.value}, annotated as {annotation.kind.value}"
            yield Fault(FaultKind.NOT_A_FINDING, statement.id, detail)
        if statement.kind in _ADVISING and not annotation and read.record:
            reason = _why_no_guidance(read, read.record)
            if reason:
                detail = f"{statement.kind.value} made out of {reason}"
                yield Fault(FaultKind.NOT_A_FINDING, statement.id, detail)
        if statement.kind is not FindingKind.RECOMMENDATION and statement.action is not None:
            detail = f"an action, {statement.action.value!r}, read into a {statement.kind.value}"
            yield Fault(FaultKind.NOT_A_FINDING, statement.id, detail)


def _why_no_finding(read: Read) -> str | None:
    rendition, span = read.rendition, read.statement.quote.span
    if rendition is None:
        return None
    if rendition.form is Form.CITATION:
        return "a title: this text is a citation alone"
    if read.record and _plain(read.statement.quote.text) == _plain(read.record.title):
        return "the title of its source"
    roles = set()
    for section in rendition.sections:
        if section.start < span.end and span.start < section.end:
            roles.add(section.role)
            if section.role in _NO_FINDING:
                return f"from the section {section.heading or section.role.value!r}, which is {section.role.value}"
            if section.role is None and not read.annotation and _is_preamble(read, section.heading, section.path):
                return f"from the section {section.heading!r}"
    if read.annotation is None and not roles & set(_FINDING):
        words = rendition.text[span.start : min(span.end, span.start + 400)]
        if _PREAMBLE_LABEL.match(words) or (_states_aim(words) and _is_study_statement(read)):
            return f"an aim, a method, an assumption or others' work: {words[:60]!r}"
    return None


def _states_aim(words: str) -> bool:
    places = {found.end() for pattern in (_MARKS, _OPENS) for found in [pattern.match(words)] if found}
    return any(_aims().match(words, at) for at in places)


@cache
def _aims() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule.pattern})" for rule in NO_FINDING), re.IGNORECASE)


def _is_study_statement(read: Read) -> bool:
    return read.statement.kind in (FindingKind.RESULT, FindingKind.CONCLUSION)


def _is_preamble(read: Read, heading: str, path: tuple[str, ...]) -> bool:
    told = _PREAMBLE_HEADINGS if _is_study_statement(read) else _PREAMBLE_HEADINGS - _ALSO_HEAD_ADVICE
    return any(name.casefold().strip(" .:0123456789") in told for name in (heading, *path))


def _is_plan(record: Record) -> bool:
    if record.design is not None:
        return record.design is Design.PROTOCOL
    types = {name.casefold() for name in record.publication_types}
    return bool(types & _PLAN_TYPES) or _titled_plan(record.title[:1000])


@lru_cache(maxsize=_KEPT_SENTENCES)
def _titled_plan(title: str) -> bool:
    return bool(_PLAN_TITLE.search(title))


def _why_no_guidance(read: Read, record: Record) -> str | None:
    """What a record without an annotation is, if it is no guidance; `None` if it is."""
    if record.design is not None:
        return None if record.design in _GUIDANCE else f"a source of the kind {record.design.value!r}"
    types = {name.casefold() for name in record.publication_types}
    if types & _GUIDANCE_TYPES:
        return None
    if any(_STUDY_TYPES.search(name) for name in types):
        return f"a source of the types {', '.join(sorted(types))}"
    inferred = any(mark.kind is MarkKind.DESIGN_INFERRED for mark in read.statement.marks)
    if read.statement.design in _GUIDANCE and inferred:
        return None
    return "a source that nothing shows to be guidance"


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" .[]")
