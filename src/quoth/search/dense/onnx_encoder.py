"""An encoder from a folder: an ONNX graph, its tokenizer and a card that says how to use them. One text at a time.

An int8 graph scales by what is in a call, so two texts in one call change each other's vectors a little. Each text is
therefore encoded alone: on one thread that costs nothing, and a vector from the cache is the one made anew.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from quoth.errors import BadFile, MissingExtra
from quoth.search.dense.encoder import Pooling, Vectors, unit_length

__all__ = ["Card", "OnnxEncoder", "Pooling", "read_card", "write_card"]

_CARD = "quoth-encoder.json"


@dataclass(frozen=True, slots=True)
class Card:
    """How an encoder's folder is used."""

    pooling: str = Pooling.MEAN
    max_tokens: int = 256
    graph: str = "model.onnx"
    query_prefix: str = ""
    """What some encoders want before a question ("query: ")."""
    article_prefix: str = ""


def write_card(folder: Path, *, pooling: Pooling, max_tokens: int, graph: str = "model.onnx") -> None:
    """Put a card into an encoder's folder."""
    card = Card(pooling, max_tokens, graph)
    (folder / _CARD).write_text(json.dumps(asdict(card), indent=2) + "\n", encoding="utf-8")


def read_card(folder: Path) -> Card:
    """The card of a folder; where there is none, what most folders of model hubs mean by saying nothing.

    Raises:
        BadFile: the card cannot be used, or there is no graph.
    """
    file = folder / _CARD
    if not folder.is_dir():
        raise BadFile(f"There is no folder '{folder}'. Name an encoder's folder, or none.")
    try:
        card = Card(**json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else Card()
        Pooling(card.pooling)
    except (ValueError, TypeError) as fault:
        raise BadFile(f"The card '{file}' cannot be used: {fault}.") from fault
    if not (folder / card.graph).is_file():
        for place in ("onnx/model_quantized.onnx", "onnx/model.onnx"):
            if (folder / place).is_file():
                return Card(card.pooling, card.max_tokens, place, card.query_prefix, card.article_prefix)
        raise BadFile(
            f"'{folder}' holds no '{card.graph}'. Make one with `quoth encoder export WEIGHTS FOLDER`, or name the "
            f"graph in '{_CARD}'."
        )
    return card


class OnnxEncoder:
    """One encoder for questions and articles. Can be shared between threads."""

    def __init__(self, folder: Path) -> None:
        """Load the graph and the tokenizer.

        Raises:
            BadFile: what is in the folder cannot be used.
            MissingExtra: the runtime is not installed.
        """
        self._card = read_card(folder)
        self._session, self._tokenizer = _loaded(folder, self._card)
        self._inputs = [one.name for one in self._session.get_inputs()]
        self.name = _fingerprint(folder, self._card)

    def tokens(self, text: str) -> list[int]:
        """The token numbers of one text, with the marks at its ends."""
        ids: list[int] = self._tokenizer.encode(text).ids
        return ids

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of texts as they are."""
        rows = [self._one(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, 0), dtype=np.float32)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions."""
        return self.encode([self._card.query_prefix + text for text in texts])

    def encode_articles(self, texts: Sequence[str]) -> Vectors:
        """Vectors of titles with their texts."""
        return self.encode([self._card.article_prefix + text for text in texts])

    def _one(self, text: str) -> Vectors:
        ids = np.asarray([self.tokens(text)], dtype=np.int64)
        offered = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        try:
            found = self._session.run(None, {name: offered[name] for name in self._inputs})[0][0]
        except Exception as fault:  # the runtime's errors have no common ancestor below this
            raise BadFile(f"The encoder failed: {fault}.") from fault
        if found.ndim == 2:
            found = found[0] if self._card.pooling == Pooling.FIRST else found.mean(axis=0)
        return unit_length(found.astype(np.float32))


def _loaded(folder: Path, card: Card) -> tuple[Any, Any]:
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as fault:
        raise MissingExtra("An encoder", "dense") from fault
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = (
        1  # sums in one order, and one thread is faster a core
    )
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(str(folder / card.graph), options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as fault:  # both libraries raise classes of their own that have no common ancestor below this
        raise BadFile(f"The encoder '{folder}' cannot be loaded: {fault}.") from fault
    tokenizer.enable_truncation(card.max_tokens)
    tokenizer.no_padding()
    unknown = {one.name for one in session.get_inputs()} - {"input_ids", "attention_mask", "token_type_ids"}
    if unknown:
        raise BadFile(f"The encoder '{folder}' asks for inputs that quoth does not know: {', '.join(sorted(unknown))}.")
    return session, tokenizer


def _fingerprint(folder: Path, card: Card) -> str:
    digest = hashlib.blake2b(json.dumps(asdict(card)).encode(), digest_size=12)
    for name in (card.graph, "tokenizer.json"):
        with (folder / name).open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()
