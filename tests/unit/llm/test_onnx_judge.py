"""A judge from a folder: the share of its entailment label, the same each time, and clear words about faults."""

import json
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("onnxruntime", reason="needs the extra dense")
pytest.importorskip("onnx", reason="needs the extra dense-export")

from quoth.errors import BadFile
from quoth.llm import OnnxJudge

WORDS = {"[UNK]": 0, "[SEP]": 1, "pain": 2, "fell": 3, "rose": 4}
LABELS = {"0": "CONTRADICTION", "1": "ENTAILMENT", "2": "NEUTRAL"}


def judge_folder(folder: Path, *, scale: float = 1.0, labels: dict[str, str] = LABELS) -> Path:
    """A model whose scores are sums over the words of the second text: "fell" speaks for entailment, "rose" against."""
    from onnx import TensorProto, helper, numpy_helper, save
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    folder.mkdir(exist_ok=True)
    weights = np.zeros((len(WORDS), 3), dtype=np.float32)
    weights[WORDS["fell"], 1], weights[WORDS["rose"], 0] = 2.0 * scale, 2.0 * scale
    nodes = [
        helper.make_node("Gather", ["weights", "input_ids"], ["each"]),
        helper.make_node("Cast", ["token_type_ids"], ["kind"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["kind", "last"], ["second"]),
        helper.make_node("Mul", ["each", "second"], ["counted"]),
        helper.make_node("ReduceSum", ["counted", "tokens"], ["logits"], keepdims=0),
    ]
    axes = [
        numpy_helper.from_array(np.asarray([at], dtype=np.int64), name) for name, at in (("last", 2), ("tokens", 1))
    ]
    ids = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens_n"])
        for name in ("input_ids", "token_type_ids")
    ]
    out = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", 3])]
    graph = helper.make_graph(nodes, "judge", ids, out, [numpy_helper.from_array(weights, "weights"), *axes])
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), folder / "model.onnx")
    tokenizer = Tokenizer(models.WordLevel(WORDS, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="$A [SEP]", pair="$A [SEP] $B:1 [SEP]:1", special_tokens=[("[SEP]", 1)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "config.json").write_text(json.dumps({"id2label": labels}), encoding="utf-8")
    return folder


def test_the_confidence_is_the_share_of_the_entailment_label(tmp_path: Path) -> None:
    """Softmax over the labels; the source's words are the first text, the sentence the second."""
    judge = OnnxJudge(judge_folder(tmp_path / "small-judge"))
    share = np.exp(2) / (np.exp(2) + 2)
    sure = judge.confidence("pain rose", "pain fell", deadline_s=5)
    assert sure == pytest.approx(share, abs=1e-6)
    assert sure == judge.confidence("pain rose", "pain fell", deadline_s=5)
    assert judge.confidence("pain fell", "pain rose", deadline_s=5) == pytest.approx(1 / (np.exp(2) + 2), abs=1e-6)
    assert judge.name == "small-judge"


def test_another_judge_has_another_identity(tmp_path: Path) -> None:
    """Weights, tokenizer and labels decide a verdict: a measurement of one counts for no other."""
    one = OnnxJudge(judge_folder(tmp_path / "one"))
    same = OnnxJudge(judge_folder(tmp_path / "same"))
    turned = {"0": "ENTAILMENT", "1": "CONTRADICTION", "2": "NEUTRAL"}
    others = [
        OnnxJudge(judge_folder(tmp_path / "weights", scale=1.5)),
        OnnxJudge(judge_folder(tmp_path / "labels", labels=turned)),
    ]
    assert one.identity == same.identity
    assert len({one.identity, *(other.identity for other in others)}) == 3


def test_a_pair_that_is_too_long_is_not_judged(tmp_path: Path) -> None:
    """What would be cut off might matter."""
    judge = OnnxJudge(judge_folder(tmp_path / "judge"))
    assert judge.confidence("pain fell " * 300, "pain fell", deadline_s=5) is None


@pytest.mark.parametrize("missing", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_folder_that_lacks_something_is_said_to(tmp_path: Path, missing: str) -> None:
    """An operator reads which file is missing."""
    folder = judge_folder(tmp_path / "judge")
    (folder / missing).unlink()
    with pytest.raises(BadFile, match=missing.replace(".", r"\.")):
        OnnxJudge(folder)


def test_labels_have_to_name_one_entailment(tmp_path: Path) -> None:
    """A model of sentiment is no judge."""
    folder = judge_folder(tmp_path / "judge", labels={"0": "positive", "1": "negative"})
    with pytest.raises(BadFile, match="positive, negative"):
        OnnxJudge(folder)


def test_a_graph_that_is_none_is_said_to_be(tmp_path: Path) -> None:
    """Broken weights end in a message, not in a crash."""
    folder = judge_folder(tmp_path / "judge")
    (folder / "model.onnx").write_bytes(b"no graph")
    with pytest.raises(BadFile, match="cannot be loaded"):
        OnnxJudge(folder)
