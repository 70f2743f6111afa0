"""Recommendations found in a guideline as plain data: offsets, their words, and the history of decisions."""

from collections.abc import Sequence
from typing import Any

from quoth.model import Extent, Proposal, Record, Rendition

__all__ = ["as_document"]

_PARTS = ("statement", "strength", "certainty", "population", "condition")


def as_document(record: Record, texts: Sequence[tuple[Rendition, Sequence[Proposal]]]) -> dict[str, Any]:
    """One source with its recommendations; every part as its words with their offsets."""
    return {
        "kind": "recommendations",
        "source": record.id,
        "title": record.title,
        "issuer": record.issuer,
        "year": record.published.year,
        "texts": [
            {"rendition": text.id, "recommendations": [_proposal(text, proposal) for proposal in proposals]}
            for text, proposals in texts
        ],
    }


def _proposal(text: Rendition, proposal: Proposal) -> dict[str, Any]:
    annotation = proposal.standing_annotation
    words = {name: _words(text, getattr(annotation, name)) for name in _PARTS}
    return {
        "id": proposal.id,
        "status": proposal.status.value,
        **words,
        "negation": _words(text, proposal.negation),
        "action": annotation.action.value if annotation.action else None,
        "action_by": annotation.action_by,
        "interventions": list(annotation.interventions),
        "about": list(annotation.conditions),
        "grading_system": proposal.system,
        "grade_stands": proposal.place.value,
        "section": list(proposal.section),
        "passage": f"{text.id}:{annotation.whole.start}-{annotation.whole.end}",
        "doubts": [doubt.text for doubt in annotation.doubts],
        "decisions": [
            {
                "status": act.status.value,
                "by": act.by,
                "on": act.on,
                "why": act.why,
                "takes_back": act.takes_back,
                "corrected": act.annotation is not None,
            }
            for act in proposal.decisions
        ],
    }


def _words(text: Rendition, extent: Extent | None) -> dict[str, Any] | None:
    if extent is None:
        return None
    return {"start": extent.start, "end": extent.end, "text": text.text[extent.start : extent.end]}
