"""Why an approval no longer holds: what the library says now against what was approved; the caller brings both."""

from collections.abc import Mapping

from quoth.model import (
    DESIGN_LABELS,
    RANK_BY_DESIGN,
    Abstention,
    Answer,
    Design,
    NoticeKind,
    Reference,
    Revision,
    Standing,
    Statement,
    Verdict,
)

__all__ = ["reasons_to_fall"]

# What a new source must be to take an approval away: a trial, or what stands above trials.
_WEIGHTY = frozenset(design for design, rank in RANK_BY_DESIGN.items() if rank <= RANK_BY_DESIGN[Design.RCT])
_SAID = {
    NoticeKind.RETRACTION: "was retracted",
    NoticeKind.CONCERN: "has an expression of concern against it",
    NoticeKind.CORRECTION: "was corrected",
    NoticeKind.SUPERSEDED: "was superseded",
    NoticeKind.WITHDRAWN: "was withdrawn",
    NoticeKind.DELETED: "was deleted from its database",
}


def reasons_to_fall(
    revision: Revision, standings: Mapping[str, Standing], today: Answer | Abstention, verdict: Verdict
) -> tuple[str, ...]:
    """Each reason in one sentence; none while the approval holds.

    Args:
        revision: what was approved.
        standings: of its references now, by record id; a record that is gone is missing.
        today: what the same question, with the editors' rows, gets from the library now.
        verdict: of the checker, on the approved page, now.
    """
    told = [_of_reference(ref, standings.get(ref.record_id)) for ref in revision.page.references]
    reasons = [reason for reason in told if reason]
    if isinstance(today, Abstention):
        reasons.append("The library no longer answers the question.")
    else:
        reasons += _new_sources(revision, today)
    if not reasons and not verdict.passed:
        kinds = ", ".join(dict.fromkeys(fault.kind.value for fault in verdict.faults))
        reasons.append(f"The checker no longer passes the page: {kinds}.")
    return tuple(dict.fromkeys(reasons))


def _of_reference(ref: Reference, now: Standing | None) -> str:
    name = f"Source {ref.number} ({_short(ref.title)})"
    if now is None:
        return f"{name} is no longer in the library."
    before = {notice.kind for notice in ref.standing.notices}
    new = [kind for kind in _SAID if now.has(kind) and kind not in before]
    return f"{name} {' and '.join(_SAID[kind] for kind in new)}." if new else ""


def _new_sources(revision: Revision, today: Answer) -> list[str]:
    known = {*revision.considered, *(ref.record_id for ref in revision.page.references)}
    shown: dict[str, Statement] = {}
    for statement in today.statements():
        record_id = statement.quote.span.record_id
        if record_id not in known and statement.design in _WEIGHTY:
            shown.setdefault(record_id, statement)
    titles = {ref.record_id: ref for ref in today.references}
    return [
        f"New on this question: {DESIGN_LABELS[one.design].lower()} “{_short(titles[record_id].title)}”"
        f"{f' ({one.year})' if one.year else ''}."
        for record_id, one in shown.items()
        if record_id in titles
    ]


def _short(title: str) -> str:
    words = " ".join(title.split()).rstrip(".")
    return words if len(words) <= 120 else f"{words[:117]}…"
