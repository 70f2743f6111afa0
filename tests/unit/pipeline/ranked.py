"""A small encoder, and how tests open the starter library with it."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

import numpy as np

from quoth.model import (
    Run,
)
from quoth.pipeline import Parts
from quoth.search.dense.encoder import Vectors, unit_length

QUESTION = "Does taping help patellofemoral pain?"


Opened = Callable[..., AbstractContextManager[Parts]]


class Shapes:
    """An encoder by hand: how often each letter stands in a text."""

    name = "shapes"
    encoded = 0

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """As articles, uncounted."""
        return unit_length(np.array([[text.count(c) + 1 for c in "aeioutsr"] for text in texts], dtype=np.float32))

    def encode_articles(self, texts: Sequence[str]) -> Vectors:
        """Counted."""
        self.encoded += len(texts)
        return self.encode_queries(texts)


def conditions_of(run: Run, parts: Parts) -> set[str]:
    """What the first five texts are about."""
    held = parts.recall().records_by_id([hit.record_id for hit in run.hits[:5]])
    return {name for record in held.values() for name in record.conditions}
