"""The neighbourhood of the chosen point: each knob of the ranking moved alone, nDCG@10 on four collections.

What a knob is worth is read from the curve, not from one figure: where neighbours are alike, the choice hardly matters.
"""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from quoth.bench.collections import Collection
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.retrieval import COLLECTIONS, scores, unit_of
from quoth.lexicon import Lexicon
from quoth.search import Bm25, open_index, retrieve, understand

__all__ = ["Parameters", "measure", "points"]

_K = 10


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which knobs of `Bm25` take which values, and how many questions of each collection are asked."""

    knobs: dict[str, tuple[float, ...]] = field(default_factory=dict)
    questions: int = 200
    collections: tuple[str, ...] = tuple(COLLECTIONS)
    index: str = "tantivy"


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """The mean at the chosen point, and at each value of each knob with the others as chosen."""
    figures, notes = [], []
    with ExitStack() as stack:
        held = {name: COLLECTIONS[name](bench.places.data) for name in parameters.collections}
        folders = {name: Path(stack.enter_context(tempfile.TemporaryDirectory())) / "index" for name in held}
        for name, collection in held.items():
            open_index(parameters.index, folders[name]).replace(map(unit_of, collection.documents))
        bench.say(f"{len(held)} collections indexed")
        for label, bm25 in points(parameters.knobs):
            means = {name: _mean(collection, folders[name], bm25, parameters) for name, collection in held.items()}
            figures.append(Measurement(label, float(np.mean(list(means.values())))))
            shown = ", ".join(f"{name} {value:.4f}" for name, value in means.items())
            notes.append(f"{label}: {shown}.")
            bench.say(f"{label}: {figures[-1].value:.4f}")
    return Measured(tuple(figures), (f"The first {parameters.questions} questions of each.", *notes))


def points(knobs: Mapping[str, tuple[float, ...]]) -> Iterator[tuple[str, Bm25]]:
    """The chosen point, then each knob moved alone: (label, knobs)."""
    yield "chosen", Bm25()
    for name, values in knobs.items():
        for value in values:
            yield f"{name}_{value:g}".replace(".", "_"), replace(Bm25(), **{name: value})


def _mean(collection: Collection, folder: Path, bm25: Bm25, parameters: Parameters) -> float:
    index = open_index(parameters.index, folder, bm25=bm25)
    lexicon = Lexicon.build(())
    asked = dict(list(collection.questions.items())[: parameters.questions])
    ranks = {}
    for qid, text in asked.items():
        question = understand(text, lexicon, frequency=index.document_frequency, n_units=len(index))
        ranks[qid] = tuple(hit.record_id for hit in retrieve(question, index, k=_K).hits)
    index.close()
    return float(np.mean(scores(collection.qrels, ranks)["ndcg_10"]))
