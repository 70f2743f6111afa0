"""One act of an editor on one proposal: accept, correct, reject, or take the last act back.

A correction can point at other words of the same text and name another action; it cannot bring words of its own, since
whatever stands on a page as a quotation is read from the source.
"""

from dataclasses import dataclass, replace

from quoth.errors import BadInput
from quoth.model import Action, Annotation, Extent, Proposal, ProposalDecision, ProposalStatus

__all__ = ["Correction", "decide"]

_NAME_CHARS = 200
_WHY_CHARS = 2_000
_EXTENTS = ("statement", "strength", "certainty", "population", "condition")


@dataclass(frozen=True, slots=True)
class Correction:
    """What an editor puts right. Words are looked for in the text near the proposal; an empty one takes a part away."""

    statement: str | None = None
    strength: str | None = None
    certainty: str | None = None
    population: str | None = None
    condition: str | None = None
    action: Action | None = None
    interventions: tuple[str, ...] | None = None
    conditions: tuple[str, ...] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return self == Correction()


def decide(
    proposal: Proposal,
    status: ProposalStatus,
    *,
    by: str,
    on: str,
    why: str = "",
    text: str = "",
    correction: Correction | None = None,
) -> Proposal:
    """The proposal with one more act in its history.

    Args:
        proposal: as it stands.
        status: what is decided; `PROPOSED` takes the last act back.
        by: the editor's name.
        on: the day, as an ISO date.
        why: the reason, where the editor gives one; needed to reject.
        text: the text of the proposal's rendition, needed to correct.
        correction: what to put right, for `CORRECTED`.

    Raises:
        BadInput: the act lacks a name or reason, changes nothing, or names words that do not stand in the text.
    """
    name, reason = " ".join(by.split()), " ".join(why.split())[:_WHY_CHARS]
    if not name or len(name) > _NAME_CHARS:
        raise BadInput(f"A decision needs the name of who decides. Expected 1 to {_NAME_CHARS} characters (--by).")
    if status is ProposalStatus.REJECTED and not reason:
        raise BadInput(f"Rejecting {proposal.id!r} needs a reason. Say why in a few words (--why).")
    if status is ProposalStatus.PROPOSED:
        return _taken_back(proposal, name, on, reason)
    annotation = None
    if status is ProposalStatus.CORRECTED:
        if correction is None or correction.is_empty:
            raise BadInput(f"The correction of {proposal.id!r} changes nothing. Name what to put right, or accept it.")
        annotation = _corrected(proposal.standing_annotation, correction, text, name)
    return proposal.decided(ProposalDecision(status, name, on, reason, annotation))


def _taken_back(proposal: Proposal, by: str, on: str, why: str) -> Proposal:
    """The proposal with an act that restores what stood before the last one that still stands."""
    stood: list[ProposalDecision] = []
    for act in proposal.decisions:
        if act.takes_back:
            stood.pop()
        else:
            stood.append(act)
    if not stood:
        raise BadInput(f"Nothing is decided about {proposal.id!r}, so there is nothing to take back.")
    before = stood[-2] if len(stood) > 1 else ProposalDecision(ProposalStatus.PROPOSED, by, on)
    return proposal.decided(ProposalDecision(before.status, by, on, why, before.annotation, takes_back=True))


def _corrected(annotation: Annotation, correction: Correction, text: str, by: str) -> Annotation:
    parts: dict[str, Extent | None] = {name: getattr(annotation, name) for name in _EXTENTS}
    for name in _EXTENTS:
        words = getattr(correction, name)
        if words is not None:
            parts[name] = _place(words, annotation, text, name) if words.strip() else None
    statement = parts["statement"]
    if statement is None:
        raise BadInput("A recommendation needs its statement. Reject it if it is none.")
    near = [statement, *(part for name, part in parts.items() if part is not None and _is_near(part, statement, text))]
    changed = correction.statement is not None
    whole = annotation.whole if not changed else Extent(min(p.start for p in near), max(p.end for p in near))
    whole = Extent(min(whole.start, statement.start), max(whole.end, statement.end))
    return replace(
        annotation,
        statement=statement,
        whole=whole,
        strength=parts["strength"],
        certainty=parts["certainty"],
        population=parts["population"],
        condition=parts["condition"],
        action=correction.action or annotation.action,
        action_by=by if correction.action else annotation.action_by,
        interventions=annotation.interventions if correction.interventions is None else correction.interventions,
        conditions=annotation.conditions if correction.conditions is None else correction.conditions,
    )


def _place(words: str, annotation: Annotation, text: str, what: str) -> Extent:
    """Where the words stand in the text, nearest to the proposal."""
    wanted = words.strip()
    places = []
    at = text.find(wanted)
    while at >= 0:
        places.append(at)
        at = text.find(wanted, at + 1)
    if not places:
        raise BadInput(
            f"The {what} “{wanted[:80]}” does not stand in the text, letter for letter. Copy the words of the source "
            "(`quoth recommendations show` prints them)."
        )
    start = min(places, key=lambda place: (abs(place - annotation.whole.start), place))
    return Extent(start, start + len(wanted))


def _is_near(part: Extent, statement: Extent, text: str) -> bool:
    """Whether a part belongs to the statement's own passage, and not to a heading far above it."""
    return "\n\n" not in text[min(part.start, statement.start) : max(part.end, statement.end)]
