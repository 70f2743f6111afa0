"""An encoder that may be missing or broken: then search is lexical, and says why. It is never a reason to fail."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from quoth.errors import QuothError
from quoth.model import Hit, Run
from quoth.search.dense.encoder import Encoder, Vectors, unit_length
from quoth.search.dense.nearest import Nearest
from quoth.search.dense.onnx_encoder import OnnxEncoder
from quoth.search.dense.rerank import blended, reranked
from quoth.search.dense.vectors import VectorCache

__all__ = ["EncoderPair", "SecondReader", "load_encoder", "open_reader"]

WORDS_ALONE = "by words alone: no encoder is set"
_LEADING, _LED = 2, 0.5
"""The question is moved towards the best two texts by half of their mean before it is compared again: what they say
beyond it brings up what says that too. Source: Rocchio, in Salton (ed.), The SMART Retrieval System, 1971."""


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
        """Why the encoder failed at the last question, if it did; what it fails at stays as the words ranked it."""
        self._last: tuple[str, Vectors] = ("", np.zeros(0, dtype=np.float32))

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
            asked, held = self._asked(question), self.cache.vectors(head)
        except QuothError as fault:
            self.fault = str(fault)
            return run
        self.fault = ""
        first = blended(run, _near(held, asked), weight=self._weight)
        best = held[first[:_LEADING]].mean(axis=0)
        return reranked(run, _near(held, unit_length(asked + _LED * best)), weight=self._weight)

    def among(self, units: Sequence[Hit], owners: Sequence[int], texts: Sequence[str]) -> Nearest | None:
        """Units to be looked through by meaning; `None` where the encoder failed.

        Args:
            units: each once.
            owners: for each text, the place of its unit.
            texts: what is compared with a question.
        """
        try:
            return Nearest(units, owners, self.cache.vectors(texts))
        except QuothError as fault:
            self.fault = str(fault)
            return None

    def joined(self, question: str, run: Run, among: Nearest, *, k: int, found: Iterable[Hit] = ()) -> Run:
        """A run with the `k` units nearest to a question, in one order; as it was where there is nothing to compare.

        Args:
            question: as asked.
            run: of words, best first.
            among: the units that are looked through.
            k: how many join.
            found: hits of words elsewhere.
        """
        if not question.strip() or not len(among):
            return run
        try:
            return among.joined(run, self._asked(question), k=k, weight=self._weight, found=found)
        except QuothError as fault:
            self.fault = str(fault)
            return run

    def nearness(self, question: str, texts: Sequence[str]) -> list[float] | None:
        """The cosine of a question with each text, in six digits; `None` where the encoder failed."""
        if not question.strip() or not texts:
            return None
        try:
            return _near(self.cache.vectors(texts), self._asked(question))
        except QuothError as fault:
            self.fault = str(fault)
            return None

    def close(self) -> None:
        """Let go of the cache."""
        self.cache.close()

    def _asked(self, question: str) -> Vectors:
        """float32[dimensions] of a question; one answer asks for it several times."""
        text, vector = self._last
        if text != question:
            vector = self._encoder.encode_queries((question,))[0]
            self._last = (question, vector)
        return vector


def _near(vectors: Vectors, asked: Vectors) -> list[float]:
    return [float(one) for one in np.round(vectors @ asked, 6)]


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
