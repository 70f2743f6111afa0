"""Drafts to decisions: what editors say about the recommendations that were found in a text."""

from quoth.review.deciding import Correction, decide
from quoth.review.editions import edition

__all__ = ["Correction", "decide", "edition"]
