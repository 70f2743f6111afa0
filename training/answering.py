# ruff: noqa: T201 - a script prints its figures
"""Fit the weights of `quoth.evidence.answering`: `python training/answering.py DATA KEY...`. README.md has more.

The questions of keys of open guidelines are asked of a library that holds the guidelines, and again without those that
answer them: then no answer is right. Of all advice that was weighed, and no answer, one is chosen: the weights are
those that make right choices likeliest, with a small penalty (conditional logit). First five times on four fifths of
the guidelines, to tell what unseen ones may expect, then on all.
"""

import argparse
import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from quoth.bench.libraries import opened_library
from quoth.bench.open_guidelines import take_in
from quoth.bench.open_key import OpenQuestion, is_told, load_open_key
from quoth.evidence.answering import told_of
from quoth.evidence.design import study_design
from quoth.evidence.question_terms import asked
from quoth.evidence.recommendations import RECOMMENDING_DESIGNS
from quoth.evidence.weighed import weighings
from quoth.model import Candidate
from quoth.pipeline import Parts
from quoth.pipeline.composing import understood
from quoth.pipeline.ranking import ranked
from quoth.pipeline.reading import candidates, texts_with
from quoth.search import explained, other_names, plain_words

__all__ = ["Choice", "choices", "fit"]

Floats = NDArray[np.float64]
_FOLDS, _L2, _LEVELS = 5, 3.0, (-1.0, -0.5, 0.0, 0.5, 1.0)
_ALSO = -1
_FILE = "ngc_guidelines/guidelines_open.jsonl.gz"


@dataclass(frozen=True, slots=True)
class Choice:
    """One question in one library: what speaks for each piece of advice, and which is right."""

    question: str
    fold: int
    names: tuple[str, ...]
    rows: Floats
    """float64[n_advice, n_features]."""
    right: NDArray[np.int8]
    """int8[n_advice]: 1 right, -1 may lead as well, 0 wrong."""
    whole: bool
    """Nothing was taken out of the library."""
    answerable: bool


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with ngc_guidelines/")
    parser.add_argument("keys", type=Path, nargs="+", help="keys in the form of tests/acceptance/open_key")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, opened_library(Path(folder) / "home") as parts:
        documents = take_in(given.data / _FILE, Path(folder), parts)
        made = [
            one for key in given.keys for question in load_open_key(key) for one in choices(question, parts, documents)
        ]
    report(made)
    weights = fit(made)
    names = next(one.names for one in made if one.names)
    print("_OFFSET =", round(float(weights[-1]), 2))
    print("_WEIGHTS =", {name: round(float(w), 2) for name, w in zip(names, weights, strict=False)})


def choices(question: OpenQuestion, parts: Parts, documents: Mapping[str, str]) -> list[Choice]:
    """A question in the whole library and, where something answers it, without what does."""
    telling = {one.of for one in (*question.right, *question.also)}
    told = [_choice(question, parts, documents, without=frozenset())]
    return [*told, _choice(question, parts, documents, without=frozenset(telling))] if telling else told


def _choice(question: OpenQuestion, parts: Parts, documents: Mapping[str, str], *, without: frozenset[str]) -> Choice:
    recall, lexicon = parts.recall(), parts.vocabulary().lexicon
    asking = understood(question.question, parts)
    asking = explained(asking, lambda word: texts_with(word, parts.index, recall), parts.index.document_frequency)

    def guideline(one: Candidate) -> str:
        names = (one.record.ids.pack, *(value for kind, value in one.record.ids.other if kind == "pack"))
        return next((documents[name] for name in names if name in documents), "")

    def recommends(one: Candidate) -> bool:
        return study_design(one.record, one.rendition.text[one.start : one.end]).design in RECOMMENDING_DESIGNS

    found = [
        one for one in candidates(ranked(asking, parts), recall) if guideline(one) not in without or not guideline(one)
    ]
    names, plain = other_names(asking.text), plain_words(asking.text)
    weighed = list(
        weighings(
            told_of(asking, asked(asking, lexicon).saying, names, plain, lexicon),
            found,
            recommends=recommends,
            passages_of=recall.passages,
        )
    )
    features = tuple(weighed[0].features) if weighed else ()
    right = []
    for one in weighed:
        words = " ".join((one.one.text, *(grade.quote.text for grade in one.one.advice.grade)))
        of = guideline(one.candidate)
        is_right = any(told.of == of and is_told(told.words, words) for told in question.right)
        may = any(told.of == of and is_told(told.words, words) for told in question.also)
        right.append(1 if is_right else _ALSO if may else 0)
    group = question.right[0].of if question.right else question.question
    fold = int(hashlib.sha256(group.encode()).hexdigest(), 16) % _FOLDS
    rows = np.array([list(one.features.values()) for one in weighed], dtype=float).reshape(len(weighed), len(features))
    return Choice(
        question.question, fold, features, rows, np.array(right, np.int8), not without, answerable=not question.refuse
    )


def fit(made: Sequence[Choice]) -> Floats:
    """The weights, and the offset last."""
    sides = [(one.rows[one.right != _ALSO], one.right[one.right != _ALSO] == 1) for one in made if len(one.rows)]
    missed = [bool(one.whole and one.answerable and not (one.right == 1).any()) for one in made if len(one.rows)]
    sides = [side for side, miss in zip(sides, missed, strict=True) if not miss and len(side[0])]
    spread = np.vstack([rows for rows, _ in sides]).std(axis=0) + 1e-3
    scaled = [(rows / spread, right) for rows, right in sides]

    def loss(w: Floats) -> tuple[float, Floats]:
        total, slope = 0.5 * _L2 * float(w[:-1] @ w[:-1]), np.append(_L2 * w[:-1], 0.0)
        for rows, right in scaled:
            score = np.append(rows @ w[:-1] + w[-1], 0.0)
            wanted = np.append(right, not right.any())
            weight = np.exp(score - score.max())
            every, good = weight / weight.sum(), weight * wanted / (weight * wanted).sum()
            total -= float(np.log((weight * wanted).sum() / weight.sum()))
            push = (every - good)[:-1]
            slope[:-1] += rows.T @ push
            slope[-1] += push.sum()
        return total, slope

    found = minimize(loss, np.zeros(len(spread) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    weights: Floats = np.append(found.x[:-1] / spread, found.x[-1])
    return weights


def report(made: Sequence[Choice]) -> None:
    """What unseen guidelines may expect: each fifth by the weights of the others."""
    scored: list[tuple[Choice, float, bool, bool]] = []
    for fold in range(_FOLDS):
        weights = fit([one for one in made if one.fold != fold])
        for one in (one for one in made if one.fold == fold):
            score = one.rows @ weights[:-1] + weights[-1] if len(one.rows) else np.array([-9.0])
            right = one.right if len(one.rows) else np.array([0], np.int8)
            order = np.argsort(-score)
            scored.append(
                (one, float(score[order[0]]), bool(right[order[0]] == 1), bool((right[order[:3]] == 1).any()))
            )
    asked_for = [each for each in scored if each[0].answerable and each[0].whole]
    best, among = (sum(bool(each[at]) for each in asked_for) for at in (2, 3))
    print(f"{len(asked_for)} answered: best {best}, in three {among}")
    beyond = [each for each in scored if not (each[0].answerable and each[0].whole)]
    for level in _LEVELS:
        first = np.mean([score > level and right for _, score, right, _ in asked_for])
        three = np.mean([score > level and three for _, score, _, three in asked_for])
        wrong = np.mean([score > level and not right for _, score, right, _ in asked_for])
        refused = [score <= level for one, score, _, _ in beyond if one.whole]
        taken_out = [score <= level for one, score, _, _ in beyond if not one.whole]
        print(
            f"level {level}: best {first:.3f}, in three {three:.3f}, other {wrong:.3f}; refused {np.mean(refused):.3f}"
            f" of {len(refused)}, without its guideline {np.mean(taken_out):.3f} of {len(taken_out)}"
        )


if __name__ == "__main__":
    main()
