"""The research layer: families of interventions, each with its strongest and newest reports first."""

from collections.abc import Sequence

from quoth.answer.numbering import Numbering
from quoth.answer.select import Selection, by_strength, main_intervention
from quoth.model import Fidelity, Finding, Question, ResearchGroup

__all__ = ["group_research"]

ROWS_OF_ASKED = 3
"""Rows that a family gets on the first page at least, where the question names an intervention."""


def group_research(
    question: Question, selection: Selection, numbering: Numbering, rows_left: int
) -> tuple[ResearchGroup, ...]:
    """Families asked about first, then those that guidance speaks of in its order, then the rest by strength.

    A record speaks once for a family on the first page: verbatim before a summary of it, then its most relevant result.
    What else it says opens on request, and so does a whole family when the first page has no row left for it.
    """
    asked = {mention.concept.name for mention in question.interventions}
    advised = list(dict.fromkeys(family_of(finding) for finding in selection.recommendations))
    families: dict[str, list[Finding]] = {}
    for finding in selection.research:
        families.setdefault(family_of(finding), []).append(finding)

    def place(name: str) -> tuple[object, ...]:
        # "Tablets before bed" names tablets and a time of day: what is on both comes before what is on tablets.
        named = max(len(asked & set(finding.interventions)) for finding in families[name])
        advice = advised.index(name) if name in advised else len(advised)
        return (-named, advice, *by_strength(families[name][0]), name)

    order = sorted(families, key=place)
    share = max(1, rows_left // max(1, len(order)))
    made = []
    for name in order:
        first = _one_per_record(families[name])
        taken = min(max(share, ROWS_OF_ASKED if asked else 1), len(first), rows_left)
        rows_left -= taken
        shown = first[:taken]
        spans = {finding.quote.span for finding in shown}  # no two findings of a page have one span
        rest = [finding for finding in families[name] if finding.quote.span not in spans]
        statements = tuple(numbering.statement(finding) for finding in shown)
        made.append(ResearchGroup(name, statements, tuple(numbering.statement(finding) for finding in rest)))
    return tuple(made)


def family_of(finding: Finding) -> str:
    """What a reader would call the family of interventions that a finding belongs to."""
    return finding.group or main_intervention(finding)


def _one_per_record(findings: Sequence[Finding]) -> list[Finding]:
    best: dict[str, Finding] = {}
    for finding in findings:
        held = best.get(finding.record.id)
        if held is None or _claim(finding) > _claim(held):
            best[finding.record.id] = finding
    return sorted(best.values(), key=by_strength)


def _claim(finding: Finding) -> tuple[bool, float, bool]:
    """What speaks for a finding as the one row of its record: its own words, relevance, figures."""
    verbatim = finding.rendition.fidelity is Fidelity.VERBATIM
    return (verbatim, round(finding.relevance, 6), bool(finding.figures))
