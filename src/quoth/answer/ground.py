"""What a page says about its own making, and the limits it was made under."""

from dataclasses import dataclass, field

from quoth.answer.studies import StudyOf, nothing_told
from quoth.model import Manifest, RankFactor, Suggestion

__all__ = ["Ground", "Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Thresholds of one answer, from the settings."""

    coverage_min: float = 0.63
    """Share (0 to 1) of the question's weighted words that a direct source must cover."""
    relevance_min: float = 0.45
    """Rows below this relevance (0 to 1) are left out."""
    rows_max: int = 25
    """Rows on the page before "show all"."""
    question_max_chars: int = 1000


@dataclass(frozen=True, slots=True)
class Ground:
    """Facts from the pipeline that the page shows; none of them is medical."""

    answer_id: str
    manifest: Manifest
    n_records: int
    """Records in the library."""
    strategy: str = ""
    ranked: str = ""
    ranking: tuple[RankFactor, ...] = ()
    read_as: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Words of the question and the names that guidance was looked for under, besides."""
    counts: tuple[tuple[str, int], ...] = ()
    question_chars: int = 0
    """Length of what was typed, before it was cut to the limit."""
    conditions_treated: tuple[str, ...] = ()
    """Conditions for which the library holds evidence on the interventions asked about, for a question without one."""
    conditions_of_any: tuple[str, ...] = ()
    """The same for any of them, where they are used for no condition together."""
    starters: tuple[Suggestion, ...] = ()
    """Questions that the library opens, for an empty or unclear one."""
    signposts: tuple[str, ...] = ()
    """Texts to show above everything, from the settings or the phrase bank."""
    limits: Limits = field(default_factory=Limits)
    study_of: StudyOf = nothing_told
    """What a report says of itself, for its reference."""
