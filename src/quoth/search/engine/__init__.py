"""The index on disk. Nothing outside this folder knows the engine."""

from quoth.search.engine.index import TantivyIndex

__all__ = ["TantivyIndex"]
