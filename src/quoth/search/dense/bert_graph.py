"""The weights of a BERT encoder as an ONNX graph, built node by node: no deep-learning framework is needed.

Nearly every small sentence encoder (MiniLM, E5, BGE, MedCPT, PubMedBERT) is a BERT: the same few sums in the same
order, told apart by their weights. Source of the sums: Devlin et al., NAACL 2019, doi:10.18653/v1/N19-1423.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from onnx import ModelProto, NodeProto, TensorProto

__all__ = ["BertShape", "bert_graph"]

_OPSET, _IR = 17, 8
_MASKED = -1e9
"""Added to what attention must not look at."""

Weights = Mapping[str, npt.NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class BertShape:
    """What the numbers of a BERT's configuration mean for its sums."""

    layers: int
    heads: int
    hidden: int
    epsilon: float = 1e-12
    """Keeps the layer norm from dividing by zero."""


def bert_graph(weights: Weights, shape: BertShape) -> "ModelProto":
    """`input_ids` and `attention_mask` (int64[batch, tokens]) to `last_hidden_state` (float32[batch, tokens, hidden]).

    Args:
        weights: by the names of the BERT family, with no prefix ("embeddings.word_embeddings.weight").
        shape: of the encoder.

    Raises:
        KeyError: a weight is missing.
    """
    from onnx import TensorProto, checker, helper

    graph = _Graph(weights)
    state = _embeddings(graph, shape)
    mask = graph.add("Cast", "attention_mask", to=TensorProto.FLOAT)
    mask = graph.add("Unsqueeze", mask, graph.ints([1, 2]))
    mask = graph.add("Mul", graph.add("Sub", graph.number(1.0), mask), graph.number(_MASKED))
    for number in range(shape.layers):
        state = _layer(graph, f"encoder.layer.{number}", state, mask, shape)
    graph.add("Identity", state, output="last_hidden_state")
    ids = [
        helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "tokens"])
        for n in ("input_ids", "attention_mask")
    ]
    out = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "tokens", shape.hidden])
    built = helper.make_graph(graph.nodes, "encoder", ids, [out], graph.tensors)
    model = helper.make_model(built, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)
    checker.check_model(model)
    return model


class _Graph:
    """Nodes and tensors as they come; every node has one output."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.nodes: list[NodeProto] = []
        self.tensors: list[TensorProto] = []
        self._held: set[str] = set()

    def add(self, op: str, *inputs: str, output: str | None = None, **attributes: Any) -> str:  # noqa: ANN401 - as ONNX
        from onnx import helper

        name = output or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, list(inputs), [name], **attributes))
        return name

    def weight(self, name: str, *, transposed: bool = False) -> str:
        values = self._weights[name]
        return self._tensor(name, np.ascontiguousarray(values.T if transposed else values))

    def ints(self, values: list[int]) -> str:
        return self._tensor(f"i{'_'.join(map(str, values))}", np.asarray(values, dtype=np.int64))

    def number(self, value: float) -> str:
        return self._tensor(f"f{value!r}", np.asarray(value, dtype=np.float32))

    def _tensor(self, name: str, values: npt.NDArray[Any]) -> str:
        from onnx import numpy_helper

        if name not in self._held:
            self._held.add(name)
            self.tensors.append(numpy_helper.from_array(values, name))
        return name


def _embeddings(graph: _Graph, shape: BertShape) -> str:
    words = graph.add("Gather", graph.weight("embeddings.word_embeddings.weight"), "input_ids")
    length = graph.add("Gather", graph.add("Shape", "input_ids"), graph.ints([1]))
    places = graph.weight("embeddings.position_embeddings.weight")
    placed = graph.add("Slice", places, graph.ints([0]), length, graph.ints([0]))
    kind = graph.add(
        "Gather", graph.weight("embeddings.token_type_embeddings.weight"), graph.ints([0])
    )  # one text: kind 0
    summed = graph.add("Add", graph.add("Add", words, placed), kind)
    return _norm(graph, "embeddings.LayerNorm", summed, shape)


def _layer(graph: _Graph, name: str, state: str, mask: str, shape: BertShape) -> str:
    attended = _attention(graph, f"{name}.attention.self", state, mask, shape)
    attended = _linear(graph, f"{name}.attention.output.dense", attended)
    state = _norm(graph, f"{name}.attention.output.LayerNorm", graph.add("Add", attended, state), shape)
    inner = _gelu(graph, _linear(graph, f"{name}.intermediate.dense", state))
    outer = _linear(graph, f"{name}.output.dense", inner)
    return _norm(graph, f"{name}.output.LayerNorm", graph.add("Add", outer, state), shape)


def _attention(graph: _Graph, name: str, state: str, mask: str, shape: BertShape) -> str:
    size = shape.hidden // shape.heads
    split = graph.ints([0, 0, shape.heads, size])

    def heads(which: str, order: list[int]) -> str:
        flat = _linear(graph, f"{name}.{which}", state)
        return graph.add("Transpose", graph.add("Reshape", flat, split), perm=order)

    query, key = heads("query", [0, 2, 1, 3]), heads("key", [0, 2, 3, 1])
    scores = graph.add("Mul", graph.add("MatMul", query, key), graph.number(float(1.0 / np.sqrt(size))))
    shares = graph.add("Softmax", graph.add("Add", scores, mask), axis=-1)
    mixed = graph.add("MatMul", shares, heads("value", [0, 2, 1, 3]))
    return graph.add("Reshape", graph.add("Transpose", mixed, perm=[0, 2, 1, 3]), graph.ints([0, 0, shape.hidden]))


def _linear(graph: _Graph, name: str, state: str) -> str:
    product = graph.add("MatMul", state, graph.weight(f"{name}.weight", transposed=True))
    return graph.add("Add", product, graph.weight(f"{name}.bias"))


def _gelu(graph: _Graph, state: str) -> str:
    inner = graph.add("Erf", graph.add("Div", state, graph.number(float(np.sqrt(2.0)))))
    halved = graph.add("Mul", state, graph.number(0.5))
    return graph.add("Mul", halved, graph.add("Add", inner, graph.number(1.0)))


def _norm(graph: _Graph, name: str, state: str, shape: BertShape) -> str:
    scale, shift = graph.weight(f"{name}.weight"), graph.weight(f"{name}.bias")
    return graph.add("LayerNormalization", state, scale, shift, axis=-1, epsilon=shape.epsilon)
