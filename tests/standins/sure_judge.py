"""A judge that lets everything in, measured: what is refused then, the rules alone refuse."""

from quoth.llm import Budget
from quoth.model import JudgeMark
from quoth.pipeline.judging import MeasuredJudge

__all__ = ["JUDGE", "Sure"]


class Sure:
    """A judge that lets everything in: the rules alone hold a paraphrase."""

    name, identity = "a measured judge", "0" * 16

    def confidence(
        self, source: str, sentence: str, *, deadline_s: float, budget: Budget | None = None
    ) -> float | None:
        """As a judge has it."""
        return 0.97


JUDGE = MeasuredJudge(Sure(), JudgeMark("a measured judge", "0" * 16, "1" * 16, "2026-11-26", 0.9, 0.96, 0.4))
