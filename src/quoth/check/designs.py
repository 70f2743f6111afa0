"""A kind of study that no catalogue states is borne by title, types or text, and says that it was worked out.

Where the record states its design, `facts` holds the row to it.
"""

import re
from collections.abc import Iterator, Mapping

from quoth.check.context import Ctx, Read
from quoth.model import RANK_BY_DESIGN, Design, Fault, FaultKind, MarkKind, Record, stated_design
from quoth.text.later import compile_later

__all__ = ["designs"]

READ_CHARS = 20_000
_REVIEWED = r"review|search|meta[-\s]{0,3}analy|pooled|overview|synthesis|literature|evidence report|umbrella"
_FOLLOWED = (
    r"cohort|follow|prospective|retrospective|longitudinal|registr|observational|records?|database|years?|series"
    # A trial's data, looked at for something else than its arms.
    r"|(?:secondary|mediation|cross-sectional) analys[ei]s|baseline data|\bdata\b.{0,200}\btrial"
)
_ALLOTTED = r"random|controlled|placebo|trial|cross-?over|blind|mask|allocated|assigned|sham|\bRCT"
_BORNE_BY: Mapping[Design, re.Pattern[str]] = {
    design: compile_later(words, re.IGNORECASE)
    for design, words in {
        Design.GUIDELINE: r"guideline|guidance|recommend|standards? of|practice",
        Design.CONSENSUS: r"consensus|delphi|expert|position|panel|statement|conference",
        Design.NETWORK_META_ANALYSIS: r"network|mixed[- ]treatment|indirect comparison",
        Design.META_ANALYSIS: r"meta[-\s]{0,3}analy|pooled|(?:random|fixed)[-\s]effects?\smeta",
        Design.SYSTEMATIC_REVIEW: _REVIEWED,
        Design.RCT: _ALLOTTED,
        Design.COHORT: _FOLLOWED,
        Design.CASE_CONTROL: r"case-?\s?(?:control|referent|comparison|crossover)|controls?\b|matched",
        Design.CROSS_SECTIONAL: r"cross-?\s?section|survey|prevalence|questionnaire|interview",
    }.items()
}
_MAY_BECOME: Mapping[Design, tuple[Design, ...]] = {
    Design.RCT: (Design.PROTOCOL,),
    Design.NARRATIVE_REVIEW: (
        Design.SYSTEMATIC_REVIEW,
        Design.META_ANALYSIS,
        Design.NETWORK_META_ANALYSIS,
        Design.GUIDELINE,
        Design.CONSENSUS,
    ),
}
"""What a title may make of a stated kind: a trial that is but planned, a review that is a systematic one."""


def designs(ctx: Ctx) -> Iterator[Fault]:
    """Rows and references show one kind of study a source, one that its words bear, marked where it was worked out."""
    for read in ctx.reads:
        statement, record = read.statement, read.record
        reference = ctx.references.get(statement.citations[0])
        if reference is not None and reference.design is not statement.design:
            detail = f"shown as {statement.design.value!r}, its reference as {reference.design.value!r}"
            yield Fault(FaultKind.FACT_WRONG, statement.id, detail)
        if record is None or record.design is not None:
            continue
        reason = _why_not(ctx, read, record)
        if reason:
            yield Fault(FaultKind.FACT_WRONG, statement.id, reason)
        elif _is_unsaid(record, statement.design) and not _marked(read):
            detail = f"{statement.design.value!r} was worked out from the text, and no mark says so"
            yield Fault(FaultKind.DOUBT_DROPPED, statement.id, detail)


def _why_not(ctx: Ctx, read: Read, record: Record) -> str | None:
    shown, stated = read.statement.design, stated_design(record)
    if shown in (Design.OTHER, Design.ANIMAL, Design.PROTOCOL):
        return None
    if stated is not None:
        if (
            shown is not stated
            and shown not in _MAY_BECOME.get(stated, ())
            and RANK_BY_DESIGN[shown] < RANK_BY_DESIGN[stated]
        ):
            return f"shown as {shown.value!r}, its publication types say {stated.value!r}"
        if shown is stated:
            return None
    borne_by = _BORNE_BY.get(shown)
    if borne_by is None:
        return None
    text = read.rendition.text[:READ_CHARS] if read.rendition else ""
    tags = " ; ".join((*record.publication_types, *(heading.descriptor for heading in record.mesh)))
    if not any(borne_by.search(words) for words in (record.title, text, tags)) and not _says_elsewhere(
        ctx, record, borne_by
    ):
        return f"shown as {shown.value!r}, which neither its title, its tags nor its text bear"
    return None


def _says_elsewhere(ctx: Ctx, record: Record, borne_by: re.Pattern[str]) -> bool:
    """Whether another text of the same report bears a kind of study: its abstract, for a row of its full text."""
    texts = ctx.store.renditions(record.id)
    return any(borne_by.search(stored.rendition.text[:READ_CHARS]) for stored in texts)


def _is_unsaid(record: Record, design: Design) -> bool:
    """Whether a kind of study was read out of wordings alone."""
    return design not in (Design.OTHER, Design.ANIMAL) and stated_design(record) is not design


def _marked(read: Read) -> bool:
    return any(mark.kind is MarkKind.DESIGN_INFERRED for mark in read.statement.marks)
