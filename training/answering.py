# ruff: noqa: T201 - a script prints its figures
"""Fit the weights of what makes advice an answer: `python training/answering.py DATA KEY...`. README.md has more.

The questions of keys of open guidelines are asked of a library that holds the guidelines, and again without those that
answer them: then no answer is right. Of all advice that was weighed, and no answer, one is chosen: the weights are
those that make right choices likeliest, with a penalty (conditional logit). First without one key after the other,
to tell what unseen questions may expect, then on all. With `--encoder FOLDER` the best advice by words, by the weights
that ship, is weighed with how near it is as well. With `--nearest` all advice is weighed, by all that is known of it,
for how near it comes and not for whether it answers.
"""

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from quoth.bench.libraries import opened_library
from quoth.bench.open_guidelines import take_in
from quoth.bench.open_key import LEADING, OpenQuestion, is_told, load_open_key
from quoth.evidence.fitting.question_terms import asked
from quoth.evidence.guideline.recommendations import RECOMMENDING_DESIGNS
from quoth.evidence.study.design import study_design
from quoth.evidence.weighed import BESIDE, Weighing, is_on_it, weighings, with_nearness
from quoth.evidence.weighing.told import told_of
from quoth.evidence.weighing.weights import BY_WORDS, shares
from quoth.model import Candidate
from quoth.pipeline import Parts
from quoth.pipeline.composing import understood
from quoth.pipeline.ranking import ranked
from quoth.pipeline.reading import candidates, texts_with
from quoth.search import explained, other_names, plain_words
from quoth.search.dense import open_reader
from quoth.settings import load_settings

__all__ = ["Choice", "choices", "fit"]

Floats = NDArray[np.float64]
_L2, _LEVELS = 30.0, (-2.0, -1.7, -1.5, -1.4, -1.2, -1.0)
_ALSO = -1
_AMONG = (1, 3, 5)
_FILE = "ngc_guidelines/guidelines_open.jsonl.gz"


@dataclass(frozen=True, slots=True)
class Choice:
    """One question in one library: what speaks for each piece of advice, and which is right."""

    key: str
    names: tuple[str, ...]
    rows: Floats
    """float64[n_advice, n_features]."""
    right: NDArray[np.int8]
    """int8[n_advice]: 1 right, -1 may lead as well, 0 wrong."""
    source: NDArray[np.int32]
    """int32[n_advice]: which guideline it is of, by number."""
    whole: bool
    """Nothing was taken out of the library."""
    answerable: bool


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with ngc_guidelines/")
    parser.add_argument("keys", type=Path, nargs="+", help="keys in the form of tests/acceptance/open_key")
    parser.add_argument("--encoder", default="", help="folder of an encoder that tells what is near")
    parser.add_argument("--nearest", action="store_true", help="what comes near, whether it answers or not")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, opened_library(Path(folder) / "home") as parts:
        documents = take_in(given.data / _FILE, Path(folder), parts)
        settings = load_settings(environ={})
        parts.reader, parts.reader_note = open_reader(
            given.encoder, Path(folder), k=settings.encoder_k, weight=settings.encoder_weight
        )
        print(parts.reader.name if parts.reader else parts.reader_note)
        made = [
            one
            for key in given.keys
            for question in load_open_key(key)
            for one in choices(key.stem, question, parts, documents, nearest=given.nearest)
        ]
    report(made)
    weights = fit(made)
    names = next(one.names for one in made if one.names)
    print(round(float(weights[-1]), 2), {name: round(float(w), 2) for name, w in zip(names, weights, strict=False)})


def choices(
    key: str, question: OpenQuestion, parts: Parts, documents: Mapping[str, str], *, nearest: bool = False
) -> list[Choice]:
    """A question in the whole library and, where something answers it, without what does."""
    telling = {one.of for one in (*question.right, *question.also)}
    choice = partial(_choice, key, question, parts, documents, nearest=nearest)
    told = [choice(without=frozenset())]
    return [*told, choice(without=frozenset(telling))] if telling else told


def _choice(
    key: str,
    question: OpenQuestion,
    parts: Parts,
    documents: Mapping[str, str],
    *,
    without: frozenset[str],
    nearest: bool,
) -> Choice:
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
    told = told_of(
        asking, asked(asking, lexicon).saying, other_names(asking.as_read), plain_words(asking.as_read), lexicon
    )
    weighed: list[Weighing] = list(weighings(told, found, recommends=recommends, passages_of=recall.passages))
    if not nearest:
        names = BY_WORDS.of
        weighed = [
            replace(one, features={name: one.features[name] for name in names}) for one in weighed if is_on_it(one)
        ]
    if parts.reader and weighed:
        weighed = with_nearness(weighed, partial(parts.reader.nearness, asking.as_read)) or []
    features = tuple(weighed[0].features) if weighed else ()
    right = []
    for one in weighed:
        words = " ".join((one.one.text, *(grade.quote.text for grade in one.one.advice.grade)))
        of = guideline(one.candidate)
        is_right = any(told.of == of and is_told(told.words, words) for told in question.right)
        may = any(told.of == of and is_told(told.words, words) for told in question.also)
        right.append(1 if is_right else _ALSO if may else 0)
    texts = {text: number for number, text in enumerate(dict.fromkeys(one.candidate.rendition.id for one in weighed))}
    rows = np.array([list(one.features.values()) for one in weighed], dtype=float).reshape(len(weighed), len(features))
    source = np.array([texts[one.candidate.rendition.id] for one in weighed], np.int32)
    return Choice(key, features, rows, np.array(right, np.int8), source, not without, answerable=not question.refuse)


def fit(made: Sequence[Choice]) -> Floats:
    """The weights, and the offset last."""
    kept = [one for one in made if (one.right != _ALSO).any()]
    kept = [one for one in kept if not (one.whole and one.answerable and not (one.right == 1).any())]
    sides = [(one.rows[one.right != _ALSO], one.right[one.right != _ALSO] == 1) for one in kept]
    spread = np.append(np.vstack([rows for rows, _ in sides]).std(axis=0) + 1e-3, 1.0)
    rows = np.vstack([_with_none(rows) for rows, _ in sides]) / spread
    wanted = np.concatenate([np.append(right, not right.any()) for _, right in sides]).astype(float)
    sizes = np.array([len(right) + 1 for _, right in sides])
    starts, of = np.cumsum(sizes) - sizes, np.repeat(np.arange(len(sizes)), sizes)
    penalty = np.full(len(spread), _L2)
    penalty[-1] = 0.0

    def loss(w: Floats) -> tuple[float, Floats]:
        score = rows @ w
        weight = np.exp(score - np.maximum.reduceat(score, starts)[of])
        every, good = np.add.reduceat(weight, starts), np.add.reduceat(weight * wanted, starts) + 1e-300
        push = weight / every[of] - weight * wanted / good[of]
        return 0.5 * float(penalty * w @ w) - float(np.log(good / every).sum()), penalty * w + rows.T @ push

    found = minimize(loss, np.zeros(len(spread)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    weights: Floats = found.x / spread
    return weights


def _with_none(rows: Floats) -> Floats:
    """Every piece of advice with a 1 for the offset, and no answer, which has nothing."""
    return np.vstack([np.hstack([rows, np.ones((len(rows), 1))]), np.zeros((1, rows.shape[1] + 1))])


def report(made: Sequence[Choice]) -> None:
    """What unseen keys may expect: each by weights that were fitted on the others."""
    for key in dict.fromkeys(one.key for one in made):
        weights = fit([one for one in made if one.key != key])
        judged = [(one, *_led(one, weights)) for one in made if one.key == key]
        answered = [each for each in judged if each[0].answerable and each[0].whole]
        whole = [each for each in judged if each[0].whole]
        print(f"{key}: {len(answered)} answered, chosen rightly {np.mean([each[2] for each in answered]):.3f}")
        places = [_place(one, weights) for one, *_ in answered]
        among = ", ".join(f"{n}: {sum(place < n for place in places)}" for n in _AMONG)
        print(f"  weighed {sum(place < np.inf for place in places)}, right among the first {among}")
        for level in _LEVELS:
            leads = np.mean([score >= level and right for _, score, right, _ in answered])
            wrong = np.mean([score >= level and not right and not may for _, score, right, may in whole])
            beyond = sum(score >= level for one, score, _, _ in whole if not one.answerable)
            without = np.mean([score >= level for one, score, _, _ in judged if not one.whole])
            print(
                f"  bar {level}: leads {leads:.3f}, wrong {wrong:.3f}; beyond the library {beyond}, "
                f"without its guideline {without:.3f}"
            )


def _place(one: Choice, weights: Floats) -> float:
    """At which place the first right advice stands, from 0."""
    if not (one.right == 1).any():
        return np.inf
    order = np.argsort(-(one.rows @ weights[:-1]), kind="stable")
    return float(np.flatnonzero(one.right[order] == 1)[0])


def _led(one: Choice, weights: Floats) -> tuple[float, bool, bool]:
    """The log of the share of the best, if it may answer, and whether what leads then is right, or may lead."""
    if not len(one.rows):
        return -np.inf, False, False
    score = one.rows @ weights[:-1] + weights[-1]
    first = int(np.argmax(score))
    beside = (one.source == one.source[first]) & (score >= score[first] - BESIDE)
    led = sorted(np.flatnonzero(beside), key=lambda at: -score[at])[:LEADING]
    lacks = bool(one.rows[first, one.names.index("n_lacks")])
    return -np.inf if lacks else shares(score)[first], bool((one.right[led] == 1).any()), bool(one.right[led].any())


if __name__ == "__main__":
    main()
