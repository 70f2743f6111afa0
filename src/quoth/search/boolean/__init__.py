"""A librarian's search: strategies of numbered lines, evaluated exactly."""

from quoth.search.boolean.atoms import Keys
from quoth.search.boolean.evaluate import LineFound, evaluate
from quoth.search.boolean.parse import parse_strategy
from quoth.search.boolean.pubmed import pubmed_words
from quoth.search.boolean.tree import Line, references_of

__all__ = ["Keys", "Line", "LineFound", "evaluate", "parse_strategy", "pubmed_words", "references_of"]
