"""Finds the words for things in a text: one trie over every name and synonym that the concepts bring."""

from quoth.lexicon.kept import pack, unpack
from quoth.lexicon.lexicon import Found, Lexicon
from quoth.lexicon.other_conditions import other_condition
from quoth.lexicon.terms import How

__all__ = ["Found", "How", "Lexicon", "other_condition", "pack", "unpack"]
