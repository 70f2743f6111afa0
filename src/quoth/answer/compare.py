"""Where bodies differ: side by side, each in its own words, never averaged."""

from collections.abc import Sequence
from dataclasses import dataclass

from quoth.answer.differing import differing
from quoth.answer.fold import words_of
from quoth.model import DiffersIn, Finding, FindingKind

__all__ = ["Disagreement", "disagreements"]

SIDE_BY_SIDE_MAX = 8
LONGEST_MATTER = 60
"""Characters of a note's first words, up to its colon, that may head it: "Size of benefit: …"."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Findings that differ on one thing, and an editor's note on it where there is one."""

    about: str
    findings: tuple[Finding, ...]
    note: Finding | None = None
    differs_in: tuple[DiffersIn, ...] = ()


def disagreements(
    notes: Sequence[Finding], recommendations: Sequence[Finding], others: Sequence[Finding]
) -> tuple[Disagreement, ...]:
    """Differences that an editor noted, then those that the recommendations themselves show.

    Args:
        notes: findings of kind DIFFERENCE, best first.
        recommendations: findings on the page, best first.
        others: every other finding whose words may stand in a comparison.
    """
    found: list[Disagreement] = []
    for note in notes:
        made = _noted(note, (*recommendations, *others), {one.about for one in found})
        found += [made] if made else []
    covered = {name for made in found if made.note for name in made.note.interventions}
    found += [made for made in _shown_by_advice(recommendations) if made.about not in covered]
    return tuple(found)


def _noted(note: Finding, findings: Sequence[Finding], taken: set[str]) -> Disagreement | None:
    """The sides of a noted difference: for each source named, its closest words on the matter."""
    if note.annotation is None:
        return None
    sides = [side for source in note.annotation.sources if (side := _closest(note, source, findings))]
    shown = tuple(sides[:SIDE_BY_SIDE_MAX])
    return Disagreement(_matter(note, taken), shown, note, differing(shown))


def _matter(note: Finding, taken: set[str]) -> str:
    """What the note is on: its treatment, else or where that is a heading already what its own words put first."""
    first, colon, _ = note.quote.text.partition(": ")
    own = first if colon and len(first) <= LONGEST_MATTER else ""
    names = [name for name in (*note.interventions[:1], own, note.group) if name]
    return next((name for name in names if name not in taken), (*names, first[:LONGEST_MATTER])[0])


def _closest(note: Finding, source: str, findings: Sequence[Finding]) -> Finding | None:
    wanted, first = set(note.interventions), note.interventions[:1]
    from_source = [finding for finding in findings if finding.record.ids.pack == source and _on(wanted, finding)]
    if not from_source:
        return None
    kinds = {FindingKind.RECOMMENDATION: 0, FindingKind.CONCLUSION: 1, FindingKind.RESULT: 2}
    said = words_of(note.quote.text)

    def closeness(finding: Finding) -> tuple[object, ...]:
        shared = len(wanted & set(finding.interventions))
        # Its own matter first: a note on one drug beside another is about the first, and words on both say most.
        return (
            not shared,
            bool(first) and finding.interventions[:1] != first,
            -shared,
            0 if wanted else -len(said & words_of(finding.quote.text)),
            kinds.get(finding.kind, 3),
            finding.quote.span.start,
        )

    return min(from_source, key=closeness)


def _on(wanted: set[str], finding: Finding) -> bool:
    """Whether a side is on the matter at all: words on something else beside a note would look like its evidence."""
    return not wanted or not finding.interventions or not wanted.isdisjoint(finding.interventions)


def _shown_by_advice(recommendations: Sequence[Finding]) -> list[Disagreement]:
    """For each intervention the first advice of each body, where any two of them differ.

    Advice to other people is no disagreement, so a difference in population alone is none either.
    """
    by_intervention: dict[str, dict[str, Finding]] = {}
    for finding in recommendations:
        if finding.interventions and finding.action is not None and finding.standing.usable:
            by_intervention.setdefault(finding.interventions[0], {}).setdefault(finding.record.id, finding)
    found = []
    for intervention, bodies in by_intervention.items():
        sides = tuple(bodies.values())[:SIDE_BY_SIDE_MAX]
        kinds = differing(sides)
        if set(kinds) - {DiffersIn.POPULATION}:
            found.append(Disagreement(intervention, sides, differs_in=kinds))
    return found
