"""From a question and what search found to the evidence table: the order in which the other modules are asked.

Records that cannot answer are left out with their reason, the rest are read: statements that a source annotated as they
are, running text by its results, conclusions and recommendations. Nothing here ranks by more than relevance and design;
what goes onto the page is the composer's choice.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from quoth.evidence.fitting.bearing import ENOUGH, Bearing, bearing_of
from quoth.evidence.fitting.directness import fit_of_record, spoken_fit
from quoth.evidence.fitting.question_terms import Asked, asked
from quoth.evidence.fitting.terms import Sought, join
from quoth.evidence.guideline.recommendations import RECOMMENDING_DESIGNS
from quoth.evidence.reading.annotated import beside_annotations, findings_of_annotations
from quoth.evidence.reading.running_text import findings_of_text
from quoth.evidence.reading.source import Source
from quoth.evidence.role_model.roles import RoleModel
from quoth.evidence.study.design import StudyDesign, study_design
from quoth.evidence.weighed import speaking
from quoth.evidence.weighing.nearness import Near
from quoth.evidence.weighing.told import told_of
from quoth.lexicon import Lexicon
from quoth.model import (
    RANK_BY_DESIGN,
    Candidate,
    Design,
    Directness,
    EvidenceTable,
    Exclusion,
    Fidelity,
    Finding,
    Form,
    NoticeKind,
    Passage,
    QueryTerm,
    Question,
    RecordId,
    RetractionState,
    Span,
    allowance,
)

__all__ = ["assess"]


_HOW_TAKEN = frozenset({"oral", "orally", "topical", "intravenous", "injected", "inhaled", "nasal", "daily", "weekly"})
"""A source may well be silent on how the treatment was taken that it is about."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What one candidate gave: findings or the reason for none, and how much of the question it covers."""

    findings: tuple[Finding, ...]
    reason: str | None
    covered: frozenset[str]
    coverage_0_1: float
    direct: bool
    bearing: Bearing | None = None


def assess(
    question: Question,
    candidates: Sequence[Candidate],
    lexicon: Lexicon,
    roles: RoleModel,
    *,
    passages_of: Callable[[Candidate], tuple[Passage, ...]],
    names: Sequence[QueryTerm] = (),
    plain: frozenset[str] = frozenset(),
    near: Near | None = None,
) -> EvidenceTable:
    """The evidence for a question among the candidates, most relevant first.

    The same arguments give the same table. Ties go to the stronger design, the newer year, then record and place.

    Args:
        question: as understood.
        candidates: what was found, best first.
        lexicon: words for things.
        roles: tells the parts of an abstract apart.
        passages_of: the sentences of a candidate's text.
        names: other names of the question's words: advice that holds them may answer.
        plain: the question's words of everyday life: advice may lack them and answer.
        near: tells how near texts are to the question, where there is an encoder.
    """
    asking = asked(question, lexicon)
    told = told_of(question, asking.saying, names, plain, lexicon)
    designs = {record_id: cache(partial(_design, units)) for record_id, units in _units(candidates).items()}

    def recommends(one: Candidate) -> bool:
        return designs[one.record.id]().design in RECOMMENDING_DESIGNS

    answers = speaking(question, told, candidates, recommends=recommends, passages_of=passages_of, near=near)
    reads = [
        (
            candidate,
            _read(
                asking,
                candidate,
                designs[candidate.record.id],
                lexicon,
                roles,
                passages_of,
                answers.within(candidate) if candidate.rendition.form is not Form.PACK else {},
                on_topic=candidate.rendition.id in answers.topical,
            ),
        )
        for candidate in (*candidates, *answers.beyond)
    ]
    findings = _distinct(finding for _, read in reads for finding in read.findings)
    used = {finding.record.id for finding in findings}
    direct = [read for _, read in reads if read.direct]
    best = max((read.coverage_0_1 for read in direct), default=0.0)
    nearest = max((read.bearing for _, read in reads if read.bearing), key=_speaks, default=None)
    # What stands in a source that gives no row is said by nothing shown: a trial of the vitamin in another illness.
    shown = frozenset[str]().union(*(read.covered for one, read in reads if read.direct and one.record.id in used))
    anywhere = frozenset[str]().union(*(read.covered for read in direct))
    everywhere = shown | {name for name in anywhere if name.casefold() in _HOW_TAKEN}
    return EvidenceTable(
        tuple(sorted(findings, key=_order)),
        _exclusions(reads, used),
        round(best, 4),
        tuple(one.words or one.name for one in asking.terms.sought if one.name not in everywhere),
        nearest_0_1=nearest.score_0_1 if nearest else best,
        lacking=tuple(one.words or one.name for one in nearest.lacks) if nearest else (),
        near=answers.near,
        close=answers.close,
    )


def _units(candidates: Sequence[Candidate]) -> dict[RecordId, list[Candidate]]:
    """What was found of each record: its abstract first, then the parts of its full text from the top."""
    found: dict[RecordId, list[Candidate]] = {}
    for one in candidates:
        found.setdefault(one.record.id, []).append(one)
    for them in found.values():
        them.sort(key=lambda one: (one.rendition.form is Form.FULL_TEXT, one.rendition.id, one.start))
    return found


def _design(units: Sequence[Candidate]) -> StudyDesign:
    """One for a record, whatever part of it a row is from: what the first part that tells it says."""
    told = (study_design(one.record, one.rendition.text[one.start : one.end]) for one in units)
    found = next((design for design in told if design.design is not Design.OTHER), None)
    return found or study_design(units[0].record)


def _speaks(bearing: Bearing) -> float:
    return bearing.score_0_1


def _read(
    asking: Asked,
    candidate: Candidate,
    design_of: Callable[[], StudyDesign],
    lexicon: Lexicon,
    roles: RoleModel,
    passages_of: Callable[[Candidate], tuple[Passage, ...]],
    spoken: Mapping[int, float],
    *,
    on_topic: bool,
) -> _Read:
    text = candidate.rendition.text
    unit = text[candidate.start : candidate.end]
    title = candidate.record.title if _titles_tell(asking, candidate) else ""
    head = "\n".join((title, *_tags(candidate)))
    read = asking.terms.read_kept if candidate.rendition.annotations else asking.terms.read
    body = read(unit)
    top = read(head)
    seen = join(top, body, len(head) + 1)
    covered = asking.terms.found(seen)
    coverage = asking.terms.coverage(covered)
    names = frozenset(one.name for one in covered)
    reason = _unusable(candidate)
    if reason is not None:
        return _Read((), reason, names, coverage, direct=False)
    bearing = bearing_of(asking.worded, seen, candidate.match_0_1, head_chars=len(head)) if asking.worded else None
    if bearing is not None and spoken:
        bearing = replace(bearing, spoken=True)
    if bearing is not None:
        coverage = bearing.score_0_1
        names = frozenset(one.name for one in asking.terms.sought if one not in bearing.lacks)
    fit = fit_of_record(asking, candidate.record, unit, seen, lexicon, bearing=bearing)
    alone = bool(spoken) and (bearing.is_so_by_what_it_says if bearing else fit.directness is not Directness.DIRECT)
    if alone and bearing is None:
        fit, coverage = spoken_fit(asking, candidate.record), max(coverage, ENOUGH)
    direct = fit.directness is Directness.DIRECT
    if fit.directness is not Directness.DIRECT and not fit.names_condition:
        return _Read((), f"{fit.directness.value}: {fit.because}", names, coverage, direct=False, bearing=bearing)
    design = design_of()
    if design.design is Design.PROTOCOL:
        return _Read((), "a protocol: it has no results yet", names, coverage, direct=direct, bearing=bearing)
    findings, reason = _findings(
        Source(candidate, design, fit, asking, lexicon, body, top.within(0, len(title)), spoken, alone, on_topic),
        roles,
        passages_of,
        covered,
    )
    direct = direct or any(finding.directness is Directness.DIRECT for finding in findings)
    return _Read(findings, reason, names, coverage, direct, bearing)


def _titles_tell(asking: Asked, candidate: Candidate) -> bool:
    """Whether a title counts among the words that a source says.

    Where no known condition is asked about, an editor's choice from a report tells no more than it says and is filed
    under: guidelines "of cystitis and pyelonephritis" of which only advice on cystitis was taken in say nothing of the
    other.
    """
    return not (asking.worded and candidate.rendition.form is Form.PACK and candidate.record.conditions)


def _findings(
    source: Source,
    roles: RoleModel,
    passages_of: Callable[[Candidate], tuple[Passage, ...]],
    covered: tuple[Sought, ...],
) -> tuple[tuple[Finding, ...], str | None]:
    rendition = source.candidate.rendition
    mapped: tuple[Finding, ...] = ()
    if rendition.annotations:
        of_document = () if rendition.form is Form.PACK else passages_of(source.candidate)
        mapped, off = findings_of_annotations(source, of_document)
        if rendition.form is Form.PACK:
            return mapped, None if mapped else off or "no statement of it speaks to the question"
    passages = beside_annotations(rendition, passages_of(source.candidate))
    found, off = findings_of_text(source, passages, roles, covered)
    if mapped or found:
        return (*mapped, *found), None
    if not found:
        return (), off or "no result, conclusion or recommendation sentence that speaks to the question"
    return found, None


def _unusable(candidate: Candidate) -> str | None:
    if candidate.standing.retraction is RetractionState.YES:
        return "retracted"
    if candidate.standing.has(NoticeKind.DELETED):
        return "deleted by its source"
    if candidate.rendition.form is Form.CITATION:
        return "title only: there is nothing to quote"
    text = candidate.rendition
    if text.fidelity is Fidelity.VERBATIM and allowance(text.licence or candidate.record.licence).most_words == 0:
        return "its licence lets nothing be quoted"
    return None


def _tags(candidate: Candidate) -> tuple[str, ...]:
    record = candidate.record
    annotations = candidate.rendition.annotations
    return (
        " ; ".join((*record.conditions, *record.interventions, *record.keywords, record.population or "")),
        " ; ".join(heading.descriptor for heading in record.mesh),
        " ; ".join(
            name for a in annotations for name in (*a.interventions, *a.conditions, *(f.value for f in a.facets))
        ),
    )


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """The same span once: two hits in one text may read the same sentence."""
    kept: dict[Span, Finding] = {}
    for finding in findings:
        kept.setdefault(finding.quote.span, finding)
    return list(kept.values())


def _order(finding: Finding) -> tuple[float, int, int, str, int]:
    return (
        -finding.relevance,
        RANK_BY_DESIGN[finding.design],
        -(finding.record.published.year or 0),
        finding.record.id,
        finding.quote.span.start,
    )


def _exclusions(reads: Sequence[tuple[Candidate, _Read]], used: Collection[str]) -> tuple[Exclusion, ...]:
    left_out: dict[str, Exclusion] = {}
    for candidate, read in reads:
        record = candidate.record
        if read.reason is not None and record.id not in used:
            left_out.setdefault(record.id, Exclusion(record.id, record.title, read.reason))
    return tuple(left_out.values())
