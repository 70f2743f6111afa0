"""A small random BERT as model hubs give one: weights, configuration, tokenizer. Made anew each time, never stored."""

import json
from pathlib import Path

import numpy as np

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "knee", "pain", "taping", "of", "the", "metformin", "a", "b", "c"]
HIDDEN, LAYERS, HEADS, INNER = 32, 2, 4, 64


def weights_folder(folder: Path, *, seed: int = 7, pooling: str = "mean", **config: object) -> Path:
    """The folder, filled."""
    from safetensors.numpy import save_file
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    folder.mkdir(parents=True, exist_ok=True)
    facts = {
        "model_type": "bert", "hidden_act": "gelu", "num_hidden_layers": LAYERS, "num_attention_heads": HEADS,
        "hidden_size": HIDDEN, "layer_norm_eps": 1e-12,
    }  # fmt: skip
    (folder / "config.json").write_text(json.dumps(facts | config))
    (folder / "1_Pooling").mkdir(exist_ok=True)
    (folder / "1_Pooling" / "config.json").write_text(json.dumps({"pooling_mode_cls_token": pooling == "first"}))
    (folder / "sentence_bert_config.json").write_text(json.dumps({"max_seq_length": 64}))
    tokenizer = Tokenizer(models.WordLevel({word: number for number, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        "[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    save_file(_weights(seed), str(folder / "model.safetensors"))
    return folder


def _weights(seed: int) -> dict[str, "np.ndarray[tuple[int, ...], np.dtype[np.float32]]"]:
    random = np.random.default_rng(seed)

    def some(*shape: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
        return (random.standard_normal(shape) * 0.3).astype(np.float32)

    made = {
        "bert.embeddings.word_embeddings.weight": some(len(WORDS), HIDDEN),
        "bert.embeddings.position_embeddings.weight": some(512, HIDDEN),
        "bert.embeddings.token_type_embeddings.weight": some(2, HIDDEN),
    }
    norms, linears = ["embeddings.LayerNorm"], []
    for number in range(LAYERS):
        layer = f"encoder.layer.{number}"
        linears += [(f"{layer}.attention.self.{which}", HIDDEN, HIDDEN) for which in ("query", "key", "value")]
        linears += [(f"{layer}.attention.output.dense", HIDDEN, HIDDEN), (f"{layer}.intermediate.dense", INNER, HIDDEN)]
        linears += [(f"{layer}.output.dense", HIDDEN, INNER)]
        norms += [f"{layer}.attention.output.LayerNorm", f"{layer}.output.LayerNorm"]
    for name, out, into in linears:
        made[f"bert.{name}.weight"], made[f"bert.{name}.bias"] = some(out, into), some(out)
    for name in norms:
        made[f"bert.{name}.weight"], made[f"bert.{name}.bias"] = 1 + some(HIDDEN), some(HIDDEN)
    return made
