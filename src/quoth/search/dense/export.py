"""A folder of encoder weights (safetensors, as model hubs give them) into a folder that quoth can load.

The export is proved before it is kept: the built graph's vectors are held against the same sums in NumPy, and the int8
graph's against the full one. An export path that is a little wrong is worse than none: it ranks, and nobody sees it.
"""

import json
import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import numpy.typing as npt

from quoth.errors import BadFile, MissingExtra
from quoth.search.dense.bert_graph import BertShape, bert_graph
from quoth.search.dense.bert_sums import bert_sums
from quoth.search.dense.onnx_encoder import OnnxEncoder, Pooling, write_card

__all__ = ["PARITY_FULL", "PARITY_INT8", "Exported", "export_encoder"]

PARITY_FULL = 0.9999
"""Least cosine between the graph and the same sums in NumPy."""
PARITY_INT8 = 0.97
"""Least cosine between the int8 graph and the full one, on any of the sample texts."""

_NEEDED = ("config.json", "model.safetensors", "tokenizer.json")
_LONGEST = 512
"""Tokens; a BERT has no more places."""
_SAMPLE = (
    "knee pain",
    "Does taping of the kneecap reduce pain in adults with patellofemoral pain?",
    "Metformin 500 mg twice daily was compared with placebo in 120 adults with type 2 diabetes (HbA1c 8.1%).",
    "Background: Acute otitis media is common in children. " * 8,
)


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and how well it holds."""

    folder: Path
    dimensions: int
    pooling: Pooling
    max_tokens: int
    cosine_full: float
    cosine_int8: float
    megabytes: float


def export_encoder(
    source: Path, target: Path, *, pooling: Pooling | None = None, max_tokens: int | None = None
) -> Exported:
    """Make an int8 ONNX encoder of a BERT-like one.

    Args:
        source: folder with config.json, model.safetensors and tokenizer.json.
        target: folder to be made; must not hold anything yet.
        pooling: how token vectors become one; by default what the source's own pooling file says, else the mean.
        max_tokens: longest text, in tokens; by default what the source or its tokenizer says, at most 512.

    Raises:
        BadFile: the source is no such encoder, or the target is taken, or the export does not hold.
        MissingExtra: `onnx`, `safetensors` or the runtime are not installed.
    """
    if target.exists() and any(target.iterdir()):
        raise BadFile(f"'{target}' holds something already. Name a new folder for the encoder.")
    shape, weights = _read(source)
    pooled = pooling or _pooling(source)
    longest = max_tokens or _max_tokens(source)
    with _workplace(target) as folder:
        made = Path(folder) / "encoder"
        made.mkdir()
        _write_graphs(weights, shape, made)
        shutil.copy(source / "tokenizer.json", made / "tokenizer.json")
        write_card(made, pooling=pooled, max_tokens=longest, graph="full.onnx")
        full = OnnxEncoder(made)
        by_hand = np.stack([bert_sums(full.tokens(text), weights, shape, pooled) for text in _SAMPLE])
        written = full.encode(_SAMPLE)
        (made / "full.onnx").unlink()
        write_card(made, pooling=pooled, max_tokens=longest)
        small = OnnxEncoder(made).encode(_SAMPLE)
        cosine_full, cosine_int8 = _least_cosine(by_hand, written), _least_cosine(written, small)
        if cosine_full < PARITY_FULL or cosine_int8 < PARITY_INT8:
            raise BadFile(
                f"The export of '{source}' does not hold: cosine {cosine_full:.4f} against the weights (at least "
                f"{PARITY_FULL} expected), {cosine_int8:.4f} after int8 (at least {PARITY_INT8}). Nothing was kept."
            )
        if target.exists():
            target.rmdir()
        made.rename(target)
    size = sum(file.stat().st_size for file in target.iterdir()) / 2**20
    return Exported(target, int(written.shape[1]), pooled, longest, cosine_full, cosine_int8, size)


def _read(source: Path) -> tuple[BertShape, dict[str, npt.NDArray[np.float32]]]:
    try:
        from safetensors import SafetensorError
        from safetensors.numpy import load_file
    except ImportError as fault:
        raise MissingExtra("Exporting an encoder", "dense-export") from fault
    missing = [name for name in _NEEDED if not (source / name).is_file()]
    if missing:
        raise BadFile(
            f"'{source}' is no encoder: it has no {', '.join(missing)}. Expected a folder with {', '.join(_NEEDED)}."
        )
    config = _object(source / "config.json")
    try:
        if config.get("model_type") != "bert" or config.get("hidden_act") != "gelu":
            raise BadFile(
                f"'{source}' is a {config.get('model_type')!r} with {config.get('hidden_act')!r}. Expected a 'bert' "
                "with 'gelu'. Export it to ONNX with its own tools and give quoth the folder."
            )
        shape = BertShape(
            layers=int(config["num_hidden_layers"]),
            heads=int(config["num_attention_heads"]),
            hidden=int(config["hidden_size"]),
            epsilon=float(config.get("layer_norm_eps", 1e-12)),
        )
        held = load_file(str(source / "model.safetensors"))
    except (OSError, ValueError, TypeError, KeyError, SafetensorError) as fault:
        raise BadFile(f"'{source}' is no encoder: {fault}. Save it anew with its own tools.") from fault
    return shape, {name.removeprefix("bert."): values.astype(np.float32) for name, values in held.items()}


def _write_graphs(weights: dict[str, npt.NDArray[np.float32]], shape: BertShape, folder: Path) -> None:
    try:
        import onnx
        from onnxruntime.quantization import QuantType, quantize_dynamic
    except ImportError as fault:
        raise MissingExtra("Exporting an encoder", "dense-export") from fault
    try:
        onnx.save(bert_graph(weights, shape), str(folder / "full.onnx"))
    except KeyError as fault:
        raise BadFile(f"The weights lack {fault}: this is no BERT encoder.") from fault
    # Seven bits of eight: on processors without the newer instructions, sums of full eight bits overflow.
    with _quietly():
        quantize_dynamic(
            folder / "full.onnx",
            folder / "model.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
        )


@contextmanager
def _quietly() -> Iterator[None]:
    """Without the quantizer's advice to optimise the graph first: parity is proved on the graph as it is."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)


def _pooling(source: Path) -> Pooling:
    file = source / "1_Pooling" / "config.json"
    if not file.is_file():
        return Pooling.MEAN
    said = _object(file)
    return Pooling.FIRST if said.get("pooling_mode_cls_token") else Pooling.MEAN


def _max_tokens(source: Path) -> int:
    """What the encoder's own file says, else where its tokenizer cuts; it was trained on no longer texts."""
    file = source / "sentence_bert_config.json"
    said = _object(file).get("max_seq_length") if file.is_file() else None
    cut = _object(source / "tokenizer.json").get("truncation") or {}
    return min(int(said or cut.get("max_length") or _LONGEST), _LONGEST)


def _object(file: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(file.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as fault:
        raise BadFile(f"'{file}' cannot be read: {fault}. Save the encoder anew with its own tools.") from fault


def _workplace(target: Path) -> TemporaryDirectory[str]:
    """A folder beside the target, from which what is made is moved in one step."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        return TemporaryDirectory(dir=target.parent)
    except OSError as fault:
        raise BadFile(f"'{target}' cannot be made: {fault.strerror}. Name a folder that you may write to.") from fault


def _least_cosine(one: npt.NDArray[np.float32], other: npt.NDArray[np.float32]) -> float:
    """Rows are of length 1."""
    return float((one * other).sum(axis=1).min())
