"""What the sides of a question are called, in every face and in every sentence of ours."""

from collections.abc import Iterable

from quoth.model.rendition import Facet

__all__ = ["FACET_LABELS", "sides_said"]

FACET_LABELS: dict[Facet, str] = {
    Facet.BENEFIT: "Benefit",
    Facet.HARMS: "Harms and side effects",
    Facet.DOSE: "Dose and length of treatment",
    Facet.CONTRAINDICATIONS: "Contraindications",
    Facet.MONITORING: "Monitoring",
    Facet.SPECIAL_POPULATIONS: "Special populations",
    Facet.RED_FLAGS: "Red flags",
    Facet.COST: "Cost",
    Facet.DIAGNOSIS: "Diagnosis",
    Facet.PROGNOSIS: "Prognosis",
    Facet.PREVENTION: "Prevention",
    Facet.DEFINITION: "Definition",
    Facet.CAUSE: "Causes and risk factors",
    Facet.WHEN_TO_START: "When to start",
    Facet.REFERRAL: "Referral",
    Facet.DELIVERY: "How care is delivered",
}


def sides_said(sides: Iterable[Facet]) -> str:
    """Sides as a sentence names them: "monitoring, dose and length of treatment"."""
    return ", ".join(FACET_LABELS[side].lower() for side in sides)
