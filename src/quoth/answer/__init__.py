"""Question and evidence table in, answer or abstention out."""

from quoth.answer.compose import write
from quoth.answer.ground import Ground, Limits

__all__ = ["Ground", "Limits", "write"]
