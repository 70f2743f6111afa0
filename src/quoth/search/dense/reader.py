"""An encoder that may be missing or broken: then search is lexical, and says why. It is never a reason to fail."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from quoth.errors import QuothError
from quoth.model import Run
from quoth.search.dense.encoder import Encoder, Vectors
from quoth.search.dense.onnx_encoder import OnnxEncoder
from quoth.search.dense.rerank import reranked
from quoth.search.dense.vectors import VectorCache

__all__ = ["EncoderPair", "SecondReader", "load_encoder", "open_reader"]

WORDS_ALONE = "by words alone: no encoder is set"


class EncoderPair:
    """Two encoders of one space: one for questions, one for articles (MedCPT and its like)."""

    def __init__(self, query: OnnxEncoder, article: OnnxEncoder) -> None:
        self._query, self._article = query, article
        self.name = f"{query.name[:12]}-{article.name[:12]}"

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions."""
        return self._query.encode_queries(texts)

    def encode_articles(self, texts: Sequence[str]) -> Vectors:
        """Vectors of titles with their texts."""
        return self._article.encode_articles(texts)


class SecondReader:
    """Reads the first hits of a run again, with an encoder and its cache."""

    def __init__(self, encoder: Encoder, cache: VectorCache, *, k: int, weight: float) -> None:
        self._encoder = encoder
        self.cache = cache
        self.k = k
        self.name = encoder.name
        self._weight = weight
        self.fault = ""
        """Why the encoder failed when it last did; what it fails at stays as the words ranked it."""

    def read(self, question: str, run: Run, texts: Mapping[str, str]) -> Run:
        """The run with its first hits reordered.

        Args:
            question: as asked.
            run: best first.
            texts: unit id -> title and text; units whose text is not at hand end the part that is reordered.
        """
        head = []
        for hit in run.hits[: self.k]:
            if hit.unit_id not in texts:
                break
            head.append(texts[hit.unit_id])
        if not head or not question.strip():
            return run
        try:
            near = self.cache.vectors(head) @ self._encoder.encode_queries((question,))[0]
        except QuothError as fault:
            self.fault = str(fault)
            return run
        return reranked(run, [float(one) for one in np.round(near, 6)], weight=self._weight)

    def close(self) -> None:
        """Let go of the cache."""
        self.cache.close()


def load_encoder(folder: Path) -> Encoder:
    """The encoder of a folder: one for both, or a pair in its subfolders "query" and "article".

    Raises:
        BadFile: the folder holds no usable encoder.
        MissingExtra: the runtime is not installed.
    """
    if (folder / "query").is_dir() and (folder / "article").is_dir():
        return EncoderPair(OnnxEncoder(folder / "query"), OnnxEncoder(folder / "article"))
    return OnnxEncoder(folder)


def open_reader(
    folder: str, cache: Path | None, *, k: int, weight: float, load: Callable[[Path], Encoder] = load_encoder
) -> tuple[SecondReader | None, str]:
    """A second reader, or none and the reason in words.

    Args:
        folder: of the encoder; empty when none is wanted.
        cache: folder for vectors; `None` keeps them in memory.
        k: how many hits are read again.
        weight: what the encoder counts, 0 to 1.
        load: how a folder becomes an encoder.
    """
    if not folder:
        return None, WORDS_ALONE
    try:
        encoder = load(Path(folder).expanduser())
        return SecondReader(encoder, VectorCache(cache, encoder), k=k, weight=weight), ""
    except (QuothError, OSError) as fault:
        return None, f"by words alone: the encoder cannot be used ({fault})"
