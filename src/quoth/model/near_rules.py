"""What may stand on a refusal as coming nearest: composer and checker read this table, each with its own code."""

from quoth.model.abstention import Reason

__all__ = ["ADVICE_MAX", "REASONS_WITH_ADVICE"]

ADVICE_MAX = 3
"""Of what comes near the refused questions of the open keys, the fourth and the fifth are seldom the right piece."""
REASONS_WITH_ADVICE = frozenset({Reason.UNKNOWN_WORDS, Reason.NO_DIRECT_EVIDENCE, Reason.NO_CONDITION})
"""Where something was asked that the library may hold in other words."""
