# ruff: noqa: T201 - a script prints its figures
"""Fit the weights of `quoth.evidence.bearing`: `python training/bearing.py DATA`. See README.md here.

The questions are titles of SciFact's abstracts, each asked in two libraries: one holds the abstract behind the title,
without the title, among a thousand others, one holds a thousand others alone. Which text of the first library stands
for a title is not told: the best one does, by the weights so far (as in learning from bags). PubMedQA's questions and
the pairs of headings that `quoth bench run abstention` asks are not looked at.
"""

import argparse
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from quoth.bench.bulk import report_of
from quoth.bench.collections import Document, scifact
from quoth.bench.libraries import opened_library
from quoth.evidence.bearing import bearing_of
from quoth.evidence.question_terms import asked
from quoth.evidence.terms import join
from quoth.library import keep
from quoth.model import Candidate
from quoth.pipeline import Parts, rebuild_index
from quoth.pipeline.composing import understood
from quoth.pipeline.ranking import ranked
from quoth.pipeline.reading import candidates, texts_with
from quoth.search import explained

__all__ = ["features", "fit", "texts_of"]

Floats = NDArray[np.float64]
SEED = 20261126
_TITLES, _ABSTRACTS = 700, 1_000
_READ = 15
_L2 = 1.0
_ROUNDS, _STEPS = 8, 30
_LETTERS, _WORDS = 400, 4


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with scifact/ and splits/")
    rich, poor = _bags(parser.parse_args().data)
    weights = fit(rich, poor)
    print("weights", np.round(weights[:-1], 2), "offset", round(float(weights[-1]), 2))
    scores = [[_best(bag, weights) for bag in side] for side in (rich, poor)]
    for enough in (0.5, 0.6, 0.63, 0.7):
        kept, false = (np.mean([1 / (1 + np.exp(-score)) >= enough for score in side]) for side in scores)
        print(f"enough {enough}: {kept:.3f} kept, {false:.3f} answered without their abstract")


def texts_of(text: str, parts: Parts) -> tuple[object, tuple[Candidate, ...]]:
    """A question as it is understood, and the texts that a page would be made of."""
    question = understood(text, parts)
    recall = parts.recall()
    question = explained(question, lambda word: texts_with(word, parts.index, recall), parts.index.document_frequency)
    return question, candidates(ranked(question, parts), recall)[:_READ]


def features(text: str, parts: Parts) -> Floats:
    """float64[n_texts, 6]: what speaks for each text that is found for a question, and a one for the offset."""
    question, found = texts_of(text, parts)
    asking = asked(question, parts.vocabulary().lexicon)  # type: ignore[arg-type]
    rows = []
    for candidate in found:
        record = candidate.record
        head = "\n".join((record.title, " ; ".join(heading.descriptor for heading in record.mesh)))
        body = asking.terms.read(candidate.rendition.text[candidate.start : candidate.end])
        seen = join(asking.terms.read(head), body, len(head) + 1)
        if asking.worded is not None:
            rows.append((*bearing_of(asking.worded, seen, candidate.match_0_1).weighed, 1.0))
    return np.array(rows or [(0.0,) * 5 + (1.0,)])


def fit(rich: Sequence[Floats], poor: Sequence[Floats]) -> Floats:
    """The weights and the offset, by Newton's method with a small penalty, the best text of each bag chosen anew."""
    bags = [*rich, *poor]
    truth = np.array([1.0] * len(rich) + [0.0] * len(poor))
    weights = np.array([5.0] + [0.0] * 5)
    penalty = np.array([_L2] * 5 + [1e-6])
    for _ in range(_ROUNDS):
        rows = np.array([bag[np.argmax(bag @ weights)] for bag in bags])
        for _ in range(_STEPS):
            told = 1 / (1 + np.exp(-rows @ weights))
            slope = rows.T @ (truth - told) - penalty * np.append(weights[:-1], 0)
            weights = weights + np.linalg.solve((rows.T * (told * (1 - told))) @ rows + np.diag(penalty), slope)
    return weights


def _best(bag: Floats, weights: Floats) -> float:
    return float((bag @ weights).max())


def _bags(data: Path) -> tuple[list[Floats], list[Floats]]:
    source = random.Random(SEED)  # noqa: S311 - a sample
    documents = [
        d for d in scifact(data).documents if len(d.text) > _LETTERS and d.title and len(d.title.split()) > _WORDS
    ]
    documents.sort(key=lambda document: document.id)
    source.shuffle(documents)
    own, others = documents[:_TITLES], documents[_TITLES : _TITLES + _ABSTRACTS]
    shared = others[: _ABSTRACTS - _TITLES]
    return tuple(  # type: ignore[return-value]
        _in_library([document.title for document in own], held) for held in ([*own, *shared], others)
    )


def _in_library(titles: Sequence[str], held: Sequence[Document]) -> list[Floats]:
    years = random.Random(SEED)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder, opened_library(Path(folder), starter=False) as parts:
        with parts.store.writing():
            for number, document in enumerate(held):
                keep(report_of(Document(document.id, "", document.text), number, years), parts.store)
        rebuild_index(parts)
        return [features(title, parts) for title in titles]


if __name__ == "__main__":
    main()
