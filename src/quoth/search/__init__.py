"""From a question's words to ranked units."""

from quoth.search.indexes import INDEXES, open_index
from quoth.search.memory import MemoryIndex
from quoth.search.protocol import Index

__all__ = ["INDEXES", "Index", "MemoryIndex", "open_index"]
