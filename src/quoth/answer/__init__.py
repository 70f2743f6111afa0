"""Question and evidence table in, answer or abstention out."""

from quoth.answer.compose import write
from quoth.answer.ground import Ground, Limits
from quoth.answer.guest_choice import chosen_page
from quoth.answer.near_advice import with_advice

__all__ = ["Ground", "Limits", "chosen_page", "with_advice", "write"]
