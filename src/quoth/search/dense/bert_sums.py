"""The sums of a BERT encoder in plain NumPy, for one text: slow, and the yardstick that an export is held against."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from quoth.search.dense.bert_graph import BertShape
from quoth.search.dense.encoder import Pooling, unit_length

__all__ = ["bert_sums"]

Array = npt.NDArray[np.float32]
_ERF = np.vectorize(math.erf, otypes=[np.float32])


def bert_sums(tokens: Sequence[int], weights: Mapping[str, Array], shape: BertShape, pooling: Pooling) -> Array:
    """float32[hidden], the vector of one text of length 1, from its token numbers."""
    state = weights["embeddings.word_embeddings.weight"][list(tokens)]
    state = state + weights["embeddings.position_embeddings.weight"][: len(tokens)]
    state = state + weights["embeddings.token_type_embeddings.weight"][0]
    state = _norm(state, "embeddings.LayerNorm", weights, shape)
    for number in range(shape.layers):
        state = _layer(state, f"encoder.layer.{number}", weights, shape)
    return unit_length(state[0] if pooling is Pooling.FIRST else state.mean(axis=0))


def _layer(state: Array, name: str, weights: Mapping[str, Array], shape: BertShape) -> Array:
    size = shape.hidden // shape.heads

    def heads(which: str) -> Array:
        flat = _linear(state, f"{name}.attention.self.{which}", weights)
        return flat.reshape(len(state), shape.heads, size).swapaxes(0, 1)

    scores = heads("query") @ heads("key").swapaxes(1, 2) / np.float32(math.sqrt(size))
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares = shares / shares.sum(axis=-1, keepdims=True)
    mixed = (shares @ heads("value")).swapaxes(0, 1).reshape(len(state), shape.hidden)
    attended = _linear(mixed, f"{name}.attention.output.dense", weights)
    state = _norm(state + attended, f"{name}.attention.output.LayerNorm", weights, shape)
    inner = _linear(state, f"{name}.intermediate.dense", weights)
    inner = inner * np.float32(0.5) * (1 + _ERF(inner / np.float32(math.sqrt(2.0))))
    return _norm(state + _linear(inner, f"{name}.output.dense", weights), f"{name}.output.LayerNorm", weights, shape)


def _linear(state: Array, name: str, weights: Mapping[str, Array]) -> Array:
    made: Array = state @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]
    return made


def _norm(state: Array, name: str, weights: Mapping[str, Array], shape: BertShape) -> Array:
    centred: Array = state - state.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + np.float32(shape.epsilon))
    made: Array = centred / spread * weights[f"{name}.weight"] + weights[f"{name}.bias"]
    return made
