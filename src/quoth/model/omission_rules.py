"""What a page has to say that it leaves out: one table, read by who makes a page and by who checks it."""

from quoth.model.question import QuestionKind
from quoth.model.rendition import Facet

__all__ = ["AUDITED", "AUDITED_KINDS", "NEWER_MAX"]

AUDITED = (
    Facet.BENEFIT,
    Facet.HARMS,
    Facet.DOSE,
    Facet.CONTRAINDICATIONS,
    Facet.MONITORING,
    Facet.SPECIAL_POPULATIONS,
    Facet.RED_FLAGS,
    Facet.COST,
)
"""Sides that a page on a treatment speaks to or lists as not found, in the order of harm done by leaving them out."""
AUDITED_KINDS = (QuestionKind.TREATMENT, QuestionKind.OTHER, QuestionKind.PREVENTION)
"""Kinds of question whose pages are audited for them."""
NEWER_MAX = 8
"""Rows in the list of what is newer than the guidance."""
