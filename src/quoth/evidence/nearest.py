"""What comes nearest where nothing answers: recommendations, each with what of the question it lacks.

It is no answer and is not offered as one: whether a page answers was decided before. What is on other people, or holds
next to nothing of what was asked, comes near nothing (docs/decisions/0160).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from quoth.evidence.fitting.directness import fit_of_record, spoken_fit
from quoth.evidence.fitting.question_terms import Asked, asked
from quoth.evidence.fitting.terms import Sought
from quoth.evidence.reading.annotated import beside_annotations, finding_of_annotation
from quoth.evidence.reading.running_text import findings_of_text
from quoth.evidence.reading.source import Source
from quoth.evidence.role_model.roles import RoleModel
from quoth.evidence.study.design import study_design
from quoth.evidence.weighing.laid_out import Words
from quoth.evidence.weighing.names_held import other_names_of
from quoth.lexicon import Lexicon
from quoth.model import (
    Annotation,
    AnnotationKind,
    Candidate,
    Directness,
    EvidenceTable,
    Facet,
    Finding,
    FindingKind,
    Form,
    NearFinding,
    Passage,
    QueryTerm,
    Question,
    Record,
    Rendition,
    Span,
)
from quoth.text import match_tokens

__all__ = ["nearest_advice"]

_ADVICE = (FindingKind.RECOMMENDATION, FindingKind.GUIDANCE)
_SURE = -2.0
"""Where a question hangs on words that nobody knows, so much has to speak for what comes near."""
_HELD_MIN = 0.4
"""Of what the question's words tell, so much is said by advice of a pack that comes near: it was not weighed."""
_APART = frozenset({Facet.DEFINITION, Facet.CAUSE, Facet.PROGNOSIS, Facet.DIAGNOSIS})
"""Sides that advice on treatment is no nearer to: what it is, what it comes from, what becomes of it, how to tell."""
_LONG_WORDS = 4
"""A longer stretch of the question, read as a description, is no word that a text could be said to lack."""


def nearest_advice(
    question: Question,
    table: EvidenceTable,
    candidates: Sequence[Candidate],
    lexicon: Lexicon,
    roles: RoleModel,
    *,
    passages_of: Callable[[Candidate], tuple[Passage, ...]],
    names: Sequence[QueryTerm] = (),
    plain: frozenset[str] = frozenset(),
    strange: bool = False,
) -> Iterator[NearFinding]:
    """The recommendations that come nearest, best first: those of documents as they were weighed, then those of packs.

    Args:
        question: as understood.
        table: what `assess` gave for it; the other arguments as there.
        candidates: what was found.
        lexicon: words for things.
        roles: tells the parts of an abstract apart.
        passages_of: the sentences of a candidate's text.
        names: other names of the question's words: advice that says one lacks nothing.
        plain: the question's words of everyday life: nobody is told that advice lacks them.
        strange: the question hangs on words that nobody here knows, or does not say for what.
    """
    asking = asked(question, lexicon)
    for candidate in table.close:
        finding = _read(candidate, asking, lexicon, roles, passages_of)
        if finding is not None and not (strange and candidate.score < _SURE):
            yield _near(finding, asking, names, plain)
    for finding in () if strange else _of_packs(candidates, asking, lexicon):
        yield _near(finding, asking, names, plain)


def _of_packs(candidates: Sequence[Candidate], asking: Asked, lexicon: Lexicon) -> list[Finding]:
    """What packs recommend that holds much of what was asked, most first; an editor's names for it count as said."""
    whole, sides = _tells(asking.terms.sought), _APART & set(asking.question.facets)
    found: dict[Span, tuple[float, Finding]] = {}
    for candidate in candidates:
        if candidate.rendition.form is not Form.PACK or candidate.record.indirect is not None:
            continue
        title = asking.terms.read_kept(candidate.record.title)
        text = asking.terms.read_kept(candidate.rendition.text[candidate.start : candidate.end])
        fit = fit_of_record(asking, candidate.record, "", title, lexicon)
        source = Source(candidate, study_design(candidate.record), fit, asking, lexicon, text, title)
        for annotation in candidate.rendition.annotations:
            told = _told_of(candidate.record, candidate.rendition, annotation)
            held = _tells(asking.terms.found(asking.terms.read_kept(told))) / whole
            beside = bool(sides) and sides.isdisjoint(annotation.facets)  # on treatment, where its cause is asked for
            if annotation.kind is AnnotationKind.RECOMMENDATION and held >= _HELD_MIN and not beside:
                finding = finding_of_annotation(source, annotation, on_any=True)
                if finding is not None and _may_be_shown(finding):
                    found.setdefault(finding.quote.span, (held, finding))
    best = sorted(found.values(), key=lambda pair: (-pair[0], pair[1].record.id, pair[1].quote.span.start))
    return [finding for _, finding in best]


def _told_of(record: Record, rendition: Rendition, annotation: Annotation) -> str:
    """All that is known of what an annotated statement is about: its words, its plain wording, its names."""
    names = (*annotation.interventions, *annotation.conditions, *record.conditions, *annotation.facets)
    said = rendition.text[annotation.whole.start : annotation.whole.end]
    return "\n".join((said, annotation.plain or "", record.title, record.issuer or "", " ; ".join(names)))


def _near(finding: Finding, asking: Asked, names: Sequence[QueryTerm], plain: frozenset[str]) -> NearFinding:
    """The finding, claiming nothing, with the question's words that stand in it under no name and in no other form."""
    quoted = "\n".join((finding.record.title, finding.quote.text, *(one.quote.text for one in finding.qualifiers)))
    named = _told_of(finding.record, finding.rendition, finding.annotation) if finding.annotation else ""
    question, said = asking.question, Words.of(f"{quoted}\n{named}")
    held, held_by_name = (asking.terms.found(asking.terms.read(text)) for text in (quoted, named))

    def is_lacking(one: Sought) -> bool:
        if one in held:
            return False
        if _is_unknown(one, question):
            return True
        if one in held_by_name:
            return False
        called = other_names_of(one, question, names)
        stands = said.hold(one) or (called is not None and said.hold(called))
        return not stands and _is_a_name(one, plain)

    words = tuple(dict.fromkeys(one.words or one.name for one in asking.terms.sought if is_lacking(one)))
    return NearFinding(replace(finding, directness=Directness.UNKNOWN, directness_because=""), words)


def _read(
    candidate: Candidate,
    asking: Asked,
    lexicon: Lexicon,
    roles: RoleModel,
    passages_of: Callable[[Candidate], tuple[Passage, ...]],
) -> Finding | None:
    """The recommendation that stands at the candidate's place, read as any other; `None` where none may be shown."""
    record, rendition = candidate.record, candidate.rendition
    fit = spoken_fit(asking, record)
    if fit.directness is not Directness.DIRECT:
        return None
    here = asking.terms.read(rendition.text[candidate.start : candidate.end])
    source = Source(
        candidate,
        study_design(record),
        fit,
        asking,
        lexicon,
        here,
        asking.terms.read(record.title),
        {candidate.start: 1.0},
        spoken_alone=True,
    )
    for annotation in rendition.annotations:
        stands_here = candidate.start < annotation.whole.end and annotation.whole.start < candidate.end
        if annotation.kind is AnnotationKind.RECOMMENDATION and stands_here:
            decided = finding_of_annotation(source, annotation, passages_of(candidate), on_any=True)
            return decided if decided is not None and _may_be_shown(decided) else None
    passages = beside_annotations(rendition, passages_of(candidate))
    found, _ = findings_of_text(source, passages, roles, asking.terms.found(here))
    return next((one for one in found if one.quote.span.start == candidate.start and _may_be_shown(one)), None)


def _may_be_shown(finding: Finding) -> bool:
    return (
        finding.kind in _ADVICE
        and finding.directness in (Directness.DIRECT, Directness.UNKNOWN)
        and finding.standing.usable
        and finding.record.indirect is None
        and not finding.for_others
    )


def _tells(words: Iterable[Sought]) -> float:
    return sum(min(1.0, one.weight) * one.rarity for one in words)


def _is_unknown(one: Sought, question: Question) -> bool:
    """Whether nobody here knows the word: it may be the very treatment, so that it is told however plain it looks."""
    return (one.words or one.name).casefold() in {word.casefold() for word in question.unknown}


def _is_a_name(one: Sought, plain: frozenset[str]) -> bool:
    tokens = [token.form for token in match_tokens(one.words or one.name)]
    return len(tokens) <= _LONG_WORDS and not all(form in plain for form in tokens)
