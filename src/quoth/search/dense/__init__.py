"""Encoders: texts to vectors, where one is installed. Search works without."""

from quoth.search.dense.encoder import Encoder
from quoth.search.dense.nearest import Nearest
from quoth.search.dense.reader import SecondReader, open_reader

__all__ = ["Encoder", "Nearest", "SecondReader", "open_reader"]
