"""An entailment model from a folder as a judge: an ONNX graph of two texts, its tokenizer and the names of its labels.

The folder is what model hubs give: `model.onnx` (or `onnx/model.onnx`, `onnx/model_quantized.onnx`), `tokenizer.json`
and `config.json`, whose `id2label` names one label that begins with "entail". The source's words are the first text,
the sentence the second. One pair at a time, on one thread: the same pair gets the same figure whatever ran beside it.
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from quoth.errors import BadFile, MissingExtra
from quoth.llm.protocol import Budget

__all__ = ["OnnxJudge"]

_GRAPHS = ("model.onnx", "onnx/model.onnx", "onnx/model_quantized.onnx")
_LONGEST = 512
"""Tokens of both texts. A pair that is longer is not judged: what was cut off might matter."""
_KNOWN = {"input_ids", "attention_mask", "token_type_ids"}


class OnnxJudge:
    """One entailment model. Can be shared between threads."""

    def __init__(self, folder: Path) -> None:
        """Load the graph, the tokenizer and the labels.

        Raises:
            BadFile: what is in the folder cannot be used.
            MissingExtra: the runtime is not installed.
        """
        graph = next((folder / name for name in _GRAPHS if (folder / name).is_file()), None)
        if graph is None or not (folder / "tokenizer.json").is_file():
            raise BadFile(f"The judge '{folder}' holds no {' or '.join(_GRAPHS[:2])} with its tokenizer.json.")
        self._entailment = _entailment(folder)
        self._session, self._tokenizer = _loaded(graph, folder)
        self._inputs = [one.name for one in self._session.get_inputs()]
        if unknown := set(self._inputs) - _KNOWN:
            raise BadFile(
                f"The judge '{folder}' asks for inputs that quoth does not know: {', '.join(sorted(unknown))}."
            )
        self.name = folder.resolve().name
        self.identity = _fingerprint(graph, folder)

    def confidence(
        self, source: str, sentence: str, *, deadline_s: float, budget: Budget | None = None
    ) -> float | None:
        """The share of entailment among the labels. `None` for a pair that is longer than it reads, or a failed run."""
        import numpy as np

        cut = self._tokenizer.encode(source, sentence)
        if len(cut.ids) > _LONGEST:
            return None
        offered = {
            "input_ids": np.asarray([cut.ids], dtype=np.int64),
            "attention_mask": np.asarray([cut.attention_mask], dtype=np.int64),
            "token_type_ids": np.asarray([cut.type_ids], dtype=np.int64),
        }
        try:
            scores = self._session.run(None, {name: offered[name] for name in self._inputs})[0][0]
        except Exception:  # the runtime's errors have no common ancestor below this
            return None
        scores = np.asarray(scores, dtype=np.float64).reshape(-1)
        if len(scores) <= self._entailment or not np.isfinite(scores).all():
            return None
        shares = np.exp(scores - scores.max())
        return float(shares[self._entailment] / shares.sum())


def _entailment(folder: Path) -> int:
    """The number of the label that means "the first text bears the second"."""
    try:
        labels = json.loads((folder / "config.json").read_text(encoding="utf-8"))["id2label"]
        found = [int(number) for number, label in labels.items() if str(label).lower().startswith("entail")]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise BadFile(f"The judge '{folder}' has no config.json with id2label.") from fault
    if len(found) != 1:
        named = ", ".join(str(label) for label in labels.values())[:200]
        raise BadFile(f"The judge '{folder}' needs one label that begins with 'entail'. Its labels: {named}.")
    return found[0]


def _loaded(graph: Path, folder: Path) -> tuple[Any, Any]:
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as fault:
        raise MissingExtra("A judge from a folder", "dense") from fault
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as fault:  # both libraries raise classes of their own that have no common ancestor below this
        raise BadFile(f"The judge '{folder}' cannot be loaded: {fault}.") from fault
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return session, tokenizer


def _fingerprint(graph: Path, folder: Path) -> str:
    """Of every file that decides a verdict, weights beside the graph included."""
    digest = sha256()
    beside = sorted(graph.parent.glob(f"{graph.name}*"))
    for file in (*beside, folder / "tokenizer.json", folder / "config.json"):
        digest.update(f"\n{file.name}\n".encode())
        with file.open("rb") as opened:
            while block := opened.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()[:16]
