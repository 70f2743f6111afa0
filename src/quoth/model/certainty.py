"""A provisional starting point for the certainty of a body of evidence, where no source on the page states one.

It is worked out by rule from what the page shows, domain by domain, and is never a panel's judgement: risk of bias and
publication bias are not judged at all. What a source states comes first; then none of this is made. Nor where a source
doubts its own evidence in words that name no level: "high" beside "lack of blinding limits certainty" would gainsay it.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

__all__ = [
    "CERTAINTY_RULES",
    "DOUBTED",
    "Certainty",
    "CertaintyReason",
    "CertaintyRule",
    "Domain",
    "ProvisionalCertainty",
]


class Certainty(IntEnum):
    """The four levels of GRADE, so that a step down is a subtraction."""

    VERY_LOW = 1
    LOW = 2
    MODERATE = 3
    HIGH = 4

    @property
    def label(self) -> str:
        """In words: "very low"."""
        return self.name.lower().replace("_", " ")


class Domain(StrEnum):
    """What a starting point is worked out from."""

    DESIGN = "design"
    DIRECTNESS = "directness"
    IMPRECISION = "imprecision"
    INCONSISTENCY = "inconsistency"
    NOT_JUDGED = "not judged"


@dataclass(frozen=True, slots=True)
class CertaintyRule:
    """One line of the table: what is looked at, what it does, and who says so."""

    domain: Domain
    phrase: str
    """Key in the phrase bank."""
    steps: int
    """Down; for the design the level that the body starts at."""
    source: str


_START = "Balshem H et al., GRADE guidelines 3, doi:10.1016/j.jclinepi.2010.07.015"
_PRECISION = "Guyatt GH et al., GRADE guidelines 6, doi:10.1016/j.jclinepi.2011.01.012"
_CONSISTENCY = "Guyatt GH et al., GRADE guidelines 7, doi:10.1016/j.jclinepi.2011.03.017"
_DIRECT = "Guyatt GH et al., GRADE guidelines 8, doi:10.1016/j.jclinepi.2011.04.014"
_OURS = "not worked out by rule"

# Read by the composer and by the checker, each with its own code.
CERTAINTY_RULES: dict[str, CertaintyRule] = {
    "randomised": CertaintyRule(Domain.DESIGN, "rating.randomised", Certainty.HIGH, _START),
    "observational": CertaintyRule(Domain.DESIGN, "rating.observational", Certainty.LOW, _START),
    "direct": CertaintyRule(Domain.DIRECTNESS, "rating.direct", 0, _DIRECT),
    "precise": CertaintyRule(Domain.IMPRECISION, "rating.precise", 0, _PRECISION),
    "small": CertaintyRule(Domain.IMPRECISION, "rating.small", 1, _PRECISION),
    "size unknown": CertaintyRule(Domain.IMPRECISION, "rating.size_unknown", 0, _PRECISION),
    "narrow": CertaintyRule(Domain.IMPRECISION, "rating.narrow", 0, _PRECISION),
    "imprecise": CertaintyRule(Domain.IMPRECISION, "rating.imprecise", 1, _PRECISION),
    "very imprecise": CertaintyRule(Domain.IMPRECISION, "rating.very_imprecise", 2, _PRECISION),
    "single": CertaintyRule(Domain.INCONSISTENCY, "rating.single", 0, _CONSISTENCY),
    "consistent": CertaintyRule(Domain.INCONSISTENCY, "rating.consistent", 0, _CONSISTENCY),
    "inconsistent": CertaintyRule(Domain.INCONSISTENCY, "rating.inconsistent", 1, _CONSISTENCY),
    "not judged": CertaintyRule(Domain.NOT_JUDGED, "rating.not_judged", 0, _OURS),
}


_WORK = r"(?:evidence|trials?|stud(?:y|ies)|reviews?)"
# A source's own doubt of the evidence it rests on, without regard to case; read by the composer and by the checker.
DOUBTED = (
    r"\b(?:limit|lower|reduc|weaken)\w* (?:the |our |any )?(?:certainty|confidence)\b"
    r"|\b(?:lack|absence) of blinding\b|\b(?:high|serious|unclear|considerable|some) risk of bias\b"
    r"|\b(?:low|poor|limited)(?:[- ]methodological)?[- ]quality\b"
    rf"|\b(?:insufficient|weak|sparse|inconclusive|limited|small) {_WORK}\b"
    rf"|\b{_WORK}\b(?: [\w-]+){{0,4}} (?:is|are|was|were) (?:still |mostly |often )?(?:insufficient|limited|weak|sparse"
    r"|inconclusive|low|poor|small|unblinded|too (?:few|weak|small|thin))\b"
    rf"|\b(?:robust|rigorous|better|blinded|well-conducted) {_WORK} (?:show|found|find|report)\w*"
    r" (?:an? |much |far ){0,2}(?:smaller|less|no)\b"
)


@dataclass(frozen=True, slots=True)
class CertaintyReason:
    """Why the level is what it is, in one domain."""

    domain: Domain
    rule: str
    """Key in `CERTAINTY_RULES`."""
    steps_down: int
    because: str
    """From the phrase bank."""


@dataclass(frozen=True, slots=True)
class ProvisionalCertainty:
    """The starting point for one family and one outcome, with the rows that it was worked out from."""

    intervention: str
    outcome: str
    starts_at: Certainty
    level: Certainty
    reasons: tuple[CertaintyReason, ...]
    statement_ids: tuple[str, ...]
    """Rows of the page, in its order."""
