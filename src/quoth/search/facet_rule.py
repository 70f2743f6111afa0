"""One row of the table of sides: a wording, and the side and kind that it asks for."""

import re
from dataclasses import dataclass

from quoth.model import Facet, QuestionKind
from quoth.search.wording import pattern

__all__ = ["FacetRule", "rule"]


@dataclass(frozen=True, slots=True)
class FacetRule:
    """A wording, the side that it asks for, and the kind of question that it makes when it leads."""

    facet: Facet
    kind: QuestionKind
    pattern: re.Pattern[str]


def rule(facet: Facet, kind: QuestionKind, *wordings: str) -> FacetRule:
    """A row of which any of the wordings fits."""
    return FacetRule(facet, kind, pattern("|".join(wordings)))
