"""Where bodies differ: side by side, each in its own words, never averaged."""

from collections.abc import Sequence
from dataclasses import dataclass

from quoth.model import Action, Finding, FindingKind

__all__ = ["Disagreement", "disagreements"]

# Pairs of actions that point apart. "Do" beside "consider" is a difference of strength, not of direction, and shows in
# the actions table itself.
APART = frozenset(
    {
        frozenset({Action.DO, Action.DO_NOT}),
        frozenset({Action.CONSIDER, Action.DO_NOT}),
        frozenset({Action.DO, Action.UNCERTAIN}),
        frozenset({Action.DO_NOT, Action.UNCERTAIN}),
        frozenset({Action.CONSIDER, Action.UNCERTAIN}),
    }
)
SIDE_BY_SIDE_MAX = 8


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Findings that differ on one thing, and an editor's note on it where there is one."""

    about: str
    findings: tuple[Finding, ...]
    note: Finding | None = None


def disagreements(
    notes: Sequence[Finding], recommendations: Sequence[Finding], others: Sequence[Finding]
) -> tuple[Disagreement, ...]:
    """Differences that an editor noted, then those that the actions themselves show.

    Args:
        notes: findings of kind DIFFERENCE, best first.
        recommendations: findings on the page, best first.
        others: every other finding whose words may stand in a comparison.
    """
    found = [made for note in notes if (made := _noted(note, (*recommendations, *others)))]
    covered = {name for made in found if made.note for name in made.note.interventions}
    found += [made for made in _shown_by_actions(recommendations) if made.about not in covered]
    return tuple(found)


def _noted(note: Finding, findings: Sequence[Finding]) -> Disagreement | None:
    """The sides of a noted difference: for each source named, its closest words on the matter."""
    if note.annotation is None:
        return None
    sides = [side for source in note.annotation.sources if (side := _closest(note, source, findings))]
    about = note.interventions[0] if note.interventions else note.group or note.quote.text.split(":")[0]
    return Disagreement(about, tuple(sides[:SIDE_BY_SIDE_MAX]), note)


def _closest(note: Finding, source: str, findings: Sequence[Finding]) -> Finding | None:
    from_source = [finding for finding in findings if finding.record.ids.pack == source]
    if not from_source:
        return None
    wanted = set(note.interventions)
    kinds = {FindingKind.RECOMMENDATION: 0, FindingKind.CONCLUSION: 1, FindingKind.RESULT: 2}

    def closeness(finding: Finding) -> tuple[object, ...]:
        shared = len(wanted & set(finding.interventions))
        return (not shared, kinds.get(finding.kind, 3), -shared, finding.quote.span.start)

    return min(from_source, key=closeness)


def _shown_by_actions(recommendations: Sequence[Finding]) -> list[Disagreement]:
    by_intervention: dict[str, list[Finding]] = {}
    for finding in recommendations:
        if finding.interventions and finding.action is not None and finding.standing.usable:
            by_intervention.setdefault(finding.interventions[0], []).append(finding)
    found = []
    for intervention, group in by_intervention.items():
        bodies: dict[str, Finding] = {}
        for finding in group:
            bodies.setdefault(finding.record.id, finding)
        sides = tuple(bodies.values())
        if any(_apart(one, other) for one in sides for other in sides):
            found.append(Disagreement(intervention, sides[:SIDE_BY_SIDE_MAX]))
    return found


def _apart(one: Finding, other: Finding) -> bool:
    actions = frozenset(action for action in (one.action, other.action) if action)
    return actions in APART
