# ruff: noqa: T201 - a script prints its figures
"""How far the side of a result can be learned: `python training/direction.py DATA`. For measuring only (decision 0100).

Five folds of articles by the hash of their ids; trained on open articles (CC BY, CC0) alone, each example a second time
with its arms exchanged; nothing is drawn at random. Two figures: over pairs of prompt and span, and over prompts whose
annotators agree, all their spans together.
"""

import csv
import gzip
import hashlib
import json
import sys
import tarfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from direction_arms import Prompt
from direction_features import features_of
from numpy.typing import NDArray
from scipy import optimize, sparse

__all__ = ["Example", "LearnedFigures", "examples", "measure_learned"]

Floats = NDArray[np.float64]

LABELS = ("significantly increased", "significantly decreased", "no significant difference")
_WORDINGS = {"significantly increase": LABELS[0], "significantly decrease": LABELS[1]}
_EXCHANGED = [1, 0, 2]
_OPEN = ("cc-by", "cc0")
_FOLDS = 5
_L2 = 5.0
_ITERATIONS = 150
_OFTEN = 3
_NONE_IS_DOUBTED = 0.4
"""No difference is read only where it is half as likely again as what comes next (a factor of 1.5)."""


@dataclass(frozen=True, slots=True)
class Example:
    """A span that annotators marked for a prompt: its features, those with the arms exchanged, and what they said."""

    prompt: str
    fold: int
    may_teach: bool
    features: frozenset[str]
    exchanged: frozenset[str]
    label: int


@dataclass(frozen=True, slots=True)
class LearnedFigures:
    """Cross-validated. `none_precision`: of what is read as no difference, over the prompts."""

    pairs: int
    pairs_macro_f1: float
    side_right: float
    """Of the pairs whose annotators saw a difference."""
    prompts: int
    prompts_macro_f1: float
    none_precision: float


def measure_learned(data: Path) -> LearnedFigures:
    """Each fold read by a model of the open articles of the other four."""
    all_of_them = examples(data)
    scores = np.zeros((len(all_of_them), len(LABELS)))
    for fold in range(_FOLDS):
        taught = [one for one in all_of_them if one.fold != fold and one.may_teach]
        here = [i for i, one in enumerate(all_of_them) if one.fold == fold]
        scores[here] = _read(_train(taught), [all_of_them[i] for i in here]) - [0.0, 0.0, _NONE_IS_DOUBTED]
    truth = np.array([one.label for one in all_of_them])
    differs = truth != LABELS.index("no significant difference")
    together: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(all_of_them):
        together[one.prompt].append(i)
    agreed = [rows for rows in together.values() if len({truth[i] for i in rows}) == 1]
    said, right = np.array([scores[rows].sum(axis=0).argmax() for rows in agreed]), truth[[rows[0] for rows in agreed]]
    return LearnedFigures(
        len(truth),
        _macro_f1(truth, scores.argmax(axis=1)),
        float((scores[differs, :2].argmax(axis=1) == truth[differs]).mean()),
        len(agreed),
        _macro_f1(right, said),
        float((right[said == len(LABELS) - 1] == len(LABELS) - 1).mean()),
    )


def examples(data: Path) -> list[Example]:
    """Every distinct pair of label and span of every prompt, in the order of the file."""
    folder = data / "evidence_inference"
    with (folder / "articles.tsv").open(encoding="utf-8") as rows:
        open_ones = {row["pmcid"] for row in csv.DictReader(rows, delimiter="\t") if row["licence_class"] in _OPEN}
    reports = _reports(folder / "txt_v2_annotated.tar.xz")
    found: list[Example] = []
    with gzip.open(data / "splits" / "evidence_inference_v2.jsonl.gz", "rt", encoding="utf-8") as lines:
        for asked in map(json.loads, lines):
            article = f"PMC{asked['PMCID']}"
            prompt = Prompt(
                *(asked[part] for part in ("Intervention", "Comparator", "Outcome")), reports.get(article, "")
            )
            spans = {
                (_WORDINGS.get(n["label"], n["label"]), " ".join(n["evidence"].split())) for n in asked["annotations"]
            }
            for label, span in sorted(pair for pair in spans if pair[0] in LABELS and pair[1]):
                marks = prompt.marks(span)
                turned = [(start, end, {"I": "C", "C": "I"}.get(kind, kind)) for start, end, kind in marks]
                found.append(
                    Example(
                        asked["PromptID"],
                        int.from_bytes(hashlib.sha256(asked["PMCID"].encode()).digest()[:4], "big") % _FOLDS,
                        article in open_ones,
                        features_of(span, marks, prompt.outcome),
                        features_of(span, turned, prompt.outcome),
                        LABELS.index(label),
                    )
                )
    return found


def _reports(archive: Path) -> dict[str, str]:
    with tarfile.open(archive) as files:
        return {
            Path(member.name).stem: held.read().decode("utf-8", "replace")
            for member in files
            if (held := files.extractfile(member)) is not None
        }


@dataclass(frozen=True, slots=True)
class _Model:
    place: dict[str, int]
    weights: Floats


def _train(taught: Sequence[Example]) -> _Model:
    rows = [one.features for one in taught]
    truth = [one.label for one in taught]
    for one in taught:
        if one.exchanged != one.features:
            rows.append(one.exchanged)
            truth.append(_EXCHANGED[one.label])
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        for name in row:
            counts[name] += 1
    place = {name: i for i, name in enumerate(sorted(name for name, n in counts.items() if n >= _OFTEN))}
    matrix, wanted = _matrix(rows, place), np.eye(len(LABELS))[truth]
    turned = matrix.T.tocsr()

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(-1, len(LABELS))
        scores = _log_shares(matrix @ weights)
        gradient = turned @ (np.exp(scores) - wanted) + 2 * _L2 * weights
        return float(-(scores * wanted).sum() + _L2 * (weights**2).sum()), gradient.ravel()

    start = np.zeros((len(place) + 1) * len(LABELS))
    best = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _ITERATIONS})
    return _Model(place, best.x.reshape(-1, len(LABELS)))


def _read(model: _Model, here: Sequence[Example]) -> Floats:
    """Logarithms of the shares, read both ways round."""
    as_asked = _log_shares(_matrix([one.features for one in here], model.place) @ model.weights)
    turned = _log_shares(_matrix([one.exchanged for one in here], model.place) @ model.weights)[:, _EXCHANGED]
    both = np.array([one.exchanged != one.features for one in here])[:, None]
    return np.where(both, (as_asked + turned) / 2, as_asked)


def _matrix(rows: Sequence[frozenset[str]], place: dict[str, int]) -> sparse.csr_matrix:
    columns = [[len(place), *sorted(place[name] for name in row if name in place)] for row in rows]
    pointers = np.cumsum([0, *map(len, columns)])
    flat = np.array([column for row in columns for column in row])
    return sparse.csr_matrix((np.ones(len(flat)), flat, pointers), shape=(len(rows), len(place) + 1))


def _log_shares(scores: Floats) -> Floats:
    scores = scores - scores.max(axis=1, keepdims=True)
    return scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))


def _macro_f1(truth: NDArray[np.int64], said: NDArray[np.int64]) -> float:
    shares = [
        2 * ((truth == label) & (said == label)).sum() / max(1, (truth == label).sum() + (said == label).sum())
        for label in range(len(LABELS))
    ]
    return float(np.mean(shares))


if __name__ == "__main__":
    print(measure_learned(Path(sys.argv[1])))
