# ruff: noqa: T201 - a script prints its figures
"""Fit the weights of `quoth.evidence.fitting.bearing`: `python training/bearing.py DATA`. See README.md here.

Three sets of questions are each asked in two libraries, one of which lacks what answers them: titles of SciFact's
abstracts and of open trials, whose abstracts are there without their titles or not; and "Does I help D?" of a treatment
and a disease of MeSH that one title names, among abstracts on the diseases, with and without those that name the
treatments. Which text of the first library answers is not told: the best one does, by the weights so far (as in
learning from bags). Few words and more are fitted apart. The offset of up to two words, and of three and four, is where
most is left of what is kept when 1.7 is taken off for each false answer; of more it is where 7% are answered from the
second library: SciFact is one narrow field, in which other abstracts come nearer than in a library of many. A question
that a word refuses which nobody knows counts as refused. PubMedQA's questions and the
pairs of headings that `quoth bench run abstention` asks are not looked at.
"""

import argparse
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from quoth.bench.abstaining import headings, naming_reports, said
from quoth.bench.bulk import report_of
from quoth.bench.collections import Document, json_lines, scifact
from quoth.bench.libraries import opened_library
from quoth.evidence.fitting.bearing import ENOUGH, bearing_of
from quoth.evidence.fitting.question_terms import asked
from quoth.evidence.fitting.terms import join
from quoth.library import keep
from quoth.model import Question, Report
from quoth.pipeline import Parts, rebuild_index
from quoth.pipeline.composing import understood
from quoth.pipeline.ranking import ranked
from quoth.pipeline.reading import candidates, texts_with
from quoth.search import explained

__all__ = ["features", "fit"]

Floats = NDArray[np.float64]
SEED = 20261126
_TITLES, _ABSTRACTS = 500, 1_000
_ROUNDS_OF_PAIRS, _PAIRS, _OTHERS = 6, 50, 3
_LETTERS, _WORDS, _NAME_LETTERS, _NAME_WORDS, _OPENING = 400, 4, 4, 5, 600
_FREE = ("cc-by", "cc0")
_L2, _ROUNDS, _FALSE = 1.0, 8, (0.05, 0.06, 0.07)
_PRICE = ENOUGH / (1 - ENOUGH)
"""So many needless refusals a false answer counts for: what `ENOUGH` says."""
_PAIR, _FEW, _SEVERAL = 2, 4, 6
_WORD = re.compile(r"[a-z0-9][a-z0-9'-]*")


@dataclass(frozen=True, slots=True)
class Bag:
    """One question in one library: what speaks for each text, and whether one of its words is known nowhere."""

    rows: Floats
    """float64[n_texts, 6]: what is weighed, and a one for the offset."""
    n_words: int
    strange: bool


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with scifact/, evidence_inference/ and mesh/")
    data = parser.parse_args().data
    texts = {"scifact": _long(scifact(data).documents), "trials": _long(_trials(data))}
    asked_of = [pair for documents in texts.values() for pair in _titles(documents)]
    asked_of += _pairs([one for documents in texts.values() for one in documents], data)
    print(f"{len(asked_of)} questions")
    for name, low, high, headed in (("few", 1, _FEW, True), ("more", _FEW + 1, 999, False)):
        own = [(rich, poor) for rich, poor in asked_of if low <= rich.n_words <= high]
        used = slice(None) if headed else [0, 1, 2, 3, 5]
        weights = fit([rich.rows[:, used] for rich, _ in own], [poor.rows[:, used] for _, poor in own])
        print(name, len(own), "weights", np.round(weights[:-1], 2), "offset as fitted", round(float(weights[-1]), 2))
        for least, most in ((low, _PAIR), (_PAIR + 1, _FEW)) if headed else ((low, high),):
            print(f" of {least} to {most} words")
            _print_offset([pair for pair in own if least <= pair[0].n_words <= most], weights, used)


def features(text: str, parts: Parts) -> Bag:
    """What speaks for each text that a page would be made of."""
    recall = parts.recall()
    question: Question = understood(text, parts)
    question = explained(question, lambda word: texts_with(word, parts.index, recall), parts.index.document_frequency)
    asking = asked(question, parts.vocabulary().lexicon)
    if asking.worded is None:
        return Bag(np.zeros((0, 6)), 0, strange=True)
    rows = []
    for candidate in candidates(ranked(question, parts), recall):
        head = "\n".join((candidate.record.title, " ; ".join(h.descriptor for h in candidate.record.mesh)))
        body = asking.terms.read(candidate.rendition.text[candidate.start : candidate.end])
        seen = join(asking.terms.read(head), body, len(head) + 1)
        bearing = bearing_of(asking.worded, seen, candidate.match_0_1, head_chars=len(head))
        rows.append((*bearing.weighed, 1.0))
    n_words = len(asking.worded.words)
    return Bag(np.array(rows).reshape(-1, 6), n_words, strange=bool(question.unknown) and n_words <= _SEVERAL)


def fit(rich: Sequence[Floats], poor: Sequence[Floats]) -> Floats:
    """The weights, and the offset last, with a small penalty, the best text of each bag chosen anew each round."""
    bags = [bag for bag in (*rich, *poor) if len(bag)]
    truth = np.array([float(len(bag) > 0) for bag in rich if len(bag)] + [0.0 for bag in poor if len(bag)])
    penalty = np.array([_L2] * (bags[0].shape[1] - 1) + [1e-6])
    weights = np.array([5.0] + [0.0] * (len(penalty) - 1))
    for _ in range(_ROUNDS):
        rows = np.array([bag[np.argmax(bag @ weights)] for bag in bags])

        def loss(w: Floats, rows: Floats = rows) -> tuple[float, Floats]:
            total = rows @ w
            slope = rows.T @ (1 / (1 + np.exp(-total)) - truth) + penalty * w
            return float(np.sum(np.logaddexp(0, total) - truth * total) + 0.5 * np.sum(penalty * w * w)), slope

        weights = minimize(loss, weights, jac=True, method="L-BFGS-B").x
    return weights


def _print_offset(own: Sequence[tuple[Bag, Bag]], weights: Floats, used: object) -> None:
    """The offsets that let such shares of false answers through, what they keep, and the one worth most."""
    rich, poor = (np.array([_best(bag, weights, used) for bag in side]) for side in zip(*own, strict=True))
    at = float(np.log(ENOUGH / (1 - ENOUGH)))
    for share in _FALSE:
        allowed = np.sort(poor)[::-1][int(share * len(poor))]
        print(f"  {share:.0%} false: offset {weights[-1] - allowed + at:.2f} keeps {(rich > allowed).mean():.3f}")
    best = max(np.unique(rich), key=lambda least: (rich >= least).mean() - _PRICE * (poor >= least).mean())
    kept, false = (rich >= best).mean(), (poor >= best).mean()
    print(f"  worth most: offset {weights[-1] - best + at:.2f} keeps {kept:.3f}, {false:.1%} false")


def _best(bag: Bag, weights: Floats, used: object) -> float:
    return -99.0 if bag.strange or not len(bag.rows) else float((bag.rows[:, used] @ weights).max())  # type: ignore[call-overload]


def _trials(data: Path) -> Iterator[Document]:
    """Abstracts of open trials with their titles."""
    folder = data / "evidence_inference"
    rows = [line.split("\t") for line in (folder / "articles.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    titles = {row[0].removeprefix("PMC"): row[7] for row in rows if row[5] in _FREE}
    for row in json_lines(folder / "structured_abstract_sections.jsonl.gz"):
        if title := titles.get(str(row["pmcid"])):
            yield Document(f"pmc-{row['pmcid']}", title, " ".join(section["text"] for section in row["sections"]))


def _long(documents: Sequence[Document] | Iterator[Document]) -> list[Document]:
    kept = (one for one in documents if len(one.text) > _LETTERS and len(one.title.split()) > _WORDS)
    return sorted(kept, key=lambda document: document.id)


def _titles(documents: Sequence[Document]) -> list[tuple[Bag, Bag]]:
    """Titles, asked among abstracts with and without their own."""
    shuffled = random.Random(SEED).sample(documents, len(documents))  # noqa: S311
    own, others = shuffled[:_TITLES], shuffled[_TITLES : _TITLES + _ABSTRACTS]
    shared = others[_TITLES:]
    untitled = [[Document(one.id, "", one.text) for one in held] for held in ([*own, *shared], others)]
    rich, poor = (_asked([document.title for document in own], _reports(held)) for held in untitled)
    return list(zip(rich, poor, strict=True))


def _pairs(documents: Sequence[Document], data: Path) -> Iterator[tuple[Bag, Bag]]:
    """A treatment and a disease that a title names, asked among what is on the diseases, all of it and a part."""
    diseases, treatments = headings(data / "mesh" / "mesh2021_terms_trees.tsv.gz")
    by_disease, by_treatment = _by_term(diseases), _by_term(treatments)
    reports = _reports(documents)
    on: dict[str, set[int]] = defaultdict(set)
    named: dict[tuple[str, str], tuple[str, str, int]] = {}
    for number, document in enumerate(documents):
        in_title = _found(document.title, by_disease)
        for disease in _found(f"{document.title} {document.text[:_OPENING]}", by_disease):
            on[disease].add(number)
        for treatment, t_words in _found(document.title, by_treatment).items():
            for disease, d_words in in_title.items():
                named.setdefault((treatment, disease), (t_words, d_words, number))
    order = sorted((key, value) for key, value in named.items() if key[0] != key[1] and len(on[key[1]]) > _OTHERS)
    order = random.Random(SEED).sample(order, _ROUNDS_OF_PAIRS * _PAIRS)  # noqa: S311
    for start in range(0, len(order), _PAIRS):
        drawn = order[start : start + _PAIRS]
        gone = set().union(*(naming_reports(treatments[treatment], reports) for (treatment, _), _ in drawn))
        held = sorted(set().union(*(on[disease] | {number} for (_, disease), (*_, number) in drawn)))
        drawn = [one for one in drawn if len(on[one[0][1]] - gone) >= _OTHERS]
        # Half in the words of the title, half by the headings.
        texts = [
            f"Does {said(key[0]) if n % 2 else t} help {said(key[1]) if n % 2 else d}?"
            for n, (key, (t, d, _)) in enumerate(drawn)
        ]
        rich, poor = (
            _asked(texts, [reports[number] for number in held if number not in without]) for without in (set(), gone)
        )
        yield from zip(rich, poor, strict=True)


def _by_term(table: Mapping[str, set[str]]) -> dict[str, str]:
    return {
        term: heading
        for heading, terms in table.items()
        for term in sorted(terms)
        if len(term) > _NAME_LETTERS and ", " not in term
    }


def _found(text: str, by_term: Mapping[str, str]) -> dict[str, str]:
    """Headings that a text names, with the words that it names them by."""
    words = _WORD.findall(text.lower())
    found: dict[str, str] = {}
    for start in range(len(words)):
        for size in range(_NAME_WORDS, 0, -1):
            phrase = " ".join(words[start : start + size])
            for form in (phrase, phrase.removesuffix("s")):
                if form in by_term:
                    found[by_term[form]] = form
    return found


def _reports(documents: Sequence[Document]) -> list[Report]:
    years = random.Random(SEED)  # noqa: S311
    return [report_of(document, number, years) for number, document in enumerate(documents)]


def _asked(texts: Sequence[str], reports: Sequence[Report]) -> list[Bag]:
    with tempfile.TemporaryDirectory() as folder, opened_library(Path(folder), starter=False) as parts:
        with parts.store.writing():
            for report in reports:
                keep(report, parts.store)
        rebuild_index(parts)
        return [features(text, parts) for text in texts]


if __name__ == "__main__":
    main()
