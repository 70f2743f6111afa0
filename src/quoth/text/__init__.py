"""Sentences, offsets and folded forms: the only package that cuts text.

Every quotation is a slice of a source, so each function here answers in character offsets of the text it was given and
never changes that text. Which sentence matters, and what it means, is left to the stages above.
"""

from quoth.text.folding import fold
from quoth.text.sentences import Extent, sentences
from quoth.text.stemming import stem
from quoth.text.tokens import Token, match_line, match_tokens

__all__ = ["Extent", "Token", "fold", "match_line", "match_tokens", "sentences", "stem"]
