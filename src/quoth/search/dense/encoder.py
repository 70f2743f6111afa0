"""What an encoder of texts must do, and what all of them share. An encoder is optional: search works without one."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

import numpy as np
import numpy.typing as npt

__all__ = ["Encoder", "Pooling", "Vectors", "unit_length"]

Vectors = npt.NDArray[np.float32]
"""float32[n_texts, dimensions], rows of length 1."""


class Pooling(StrEnum):
    """How the vectors of a text's tokens become one."""

    MEAN = "mean"
    FIRST = "first"
    """The vector of the first token, which some encoders are trained to fill ("CLS")."""


class Encoder(Protocol):
    """Texts to vectors whose dot products say how near two texts are.

    A text's vector hangs on that text alone, never on its neighbours in the call, so that what is kept from an earlier
    call and what is made now are the same.
    """

    @property
    def name(self) -> str:
        """Which weights: changes whenever a vector would."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions."""

    def encode_articles(self, texts: Sequence[str]) -> Vectors:
        """Vectors of titles with their texts."""


def unit_length(vector: Vectors) -> Vectors:
    """The vector, or each row, with length 1; zeros stay zeros."""
    length = np.linalg.norm(vector, axis=-1, keepdims=True)
    made: Vectors = (vector / np.maximum(length, 1e-12)).astype(np.float32)
    return made
