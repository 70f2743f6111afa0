"""Whether questions that a library cannot answer are refused, and those that it can are not.

Each question is asked in two libraries that differ in what answers it. In the first pair the questions are PubMedQA's,
and a library holds the abstract behind a question or the same number of others. In the second the condition is in
both: questions "Does I help D?" are made of the main headings of PubMed records, and the poorer library lacks every
record that names any of the interventions asked about, but keeps what it has on the conditions.

The score of a page is how surely the source that comes nearest speaks to the question, one more where the page is an
answer: a threshold below one lets refusals through, one above it refuses answers as well.

Not all errors are errors. What a person read is measured once more as it was read: a false answer that is one after
all counts as none, and a question is left out that was rightly refused.
"""

import gzip
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import msgspec
import numpy as np

from quoth.bench.bulk import pubmed_reports, report_of
from quoth.bench.collections import pubmedqa
from quoth.bench.libraries import opened_library
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.samples import hash_of, load_sample
from quoth.bench.statistics import mean_with_interval
from quoth.library import keep
from quoth.model import Answer, Report
from quoth.pipeline import Parts, rebuild_index
from quoth.pipeline.composing import compose, understood
from quoth.pipeline.reading import texts_with
from quoth.search import explained

__all__ = ["Parameters", "ReadQuestion", "headings", "measure", "naming_reports", "said"]

_DISEASES, _TREATMENTS = ("C", "F03"), ("D02", "D03", "D04", "D06", "D12", "D20", "D26", "E02", "E04")
_BATCH = 1000
_RIGHTLY_REFUSED = ("animals or laboratory", "nobody could tell")


@dataclass(frozen=True, slots=True)
class Parameters:
    """Sizes of the first pair, and where the names come from."""

    questions: int = 500
    abstracts: int = 1000
    pairs: int = 400
    rounds: int = 8
    """So many poorer libraries, each without the interventions of its share of the pairs."""
    others_on_condition: int = 3
    """So many records on the condition stay in the poorer library, or the question is not asked."""
    names: str = "mesh/mesh2021_terms_trees.tsv.gz"
    sample: str = "samples/abstention.yaml"
    """What a person read, below the bench folder."""


class ReadQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question that was read by hand beside the text of one library that comes nearest, and what was found."""

    set: Literal["any", "same"]
    library: Literal["rich", "poor"]
    sha256: str
    found: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question in both libraries."""

    text: str
    rich: float
    poor: float


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Shares answered where an answer is there and where it is not, and what can be kept at 5% of the latter."""
    figures: list[Measurement] = []
    notes: list[str] = []
    sample = load_sample(bench.places.bench / parameters.sample, ReadQuestion)
    for name, asked in (("any", _any_other(parameters, bench)), ("same", _same_condition(parameters, bench))):
        figures += [
            mean_with_interval(f"{name}_kept", [float(one.rich >= 1) for one in asked], seed=bench.seed),
            mean_with_interval(f"{name}_false", [float(one.poor >= 1) for one in asked], seed=bench.seed),
            Measurement(f"{name}_kept_at_5", kept_at(asked, 0.05), n=len(asked)),
            Measurement(f"{name}_auc", area(asked), n=len(asked)),
        ]
        read = as_read(asked, [one for one in sample if one.set == name])
        figures += [
            mean_with_interval(f"{name}_kept_as_read", [float(one.rich >= 1) for one in read], seed=bench.seed),
            mean_with_interval(f"{name}_false_as_read", [float(one.poor >= 1) for one in read], seed=bench.seed),
            Measurement(f"{name}_kept_at_5_as_read", kept_at(read, 0.05), n=len(read)),
        ]
        notes += [f"{name}: answered all the same: {one.text}" for one in asked if one.poor >= 1][:8]
        notes += [f"{name}: refused: {one.text}" for one in asked if one.rich < 1][:8]
    return Measured(tuple(figures), tuple(notes))


def as_read(asked: Sequence[_Asked], sample: Sequence[ReadQuestion]) -> list[_Asked]:
    """The questions without those rightly refused; a false answer that a reader found to be one is none."""
    found = {(one.library, one.sha256): one.found for one in sample}
    kept = [one for one in asked if found.get(("rich", hash_of(one.text))) not in _RIGHTLY_REFUSED]
    return [replace(one, poor=0.0) if found.get(("poor", hash_of(one.text))) == "answered" else one for one in kept]


def kept_at(asked: Sequence[_Asked], false: float) -> float:
    """The largest share kept at a threshold that lets through at most this share of what has no answer."""
    poor = np.array([one.poor for one in asked])
    rich = np.array([one.rich for one in asked])
    thresholds = np.unique(np.concatenate((poor, rich, [3.0])))
    return float(max((rich >= t).mean() for t in thresholds if (poor >= t).mean() <= false))


def area(asked: Sequence[_Asked]) -> float:
    """Area under the curve of kept against falsely answered: the chance that a rich page scores above a poor one."""
    poor = np.array([one.poor for one in asked])
    rich = np.array([one.rich for one in asked])
    above = (rich[:, None] > poor[None, :]).mean() + 0.5 * (rich[:, None] == poor[None, :]).mean()
    return float(above)


def _any_other(parameters: Parameters, bench: Bench) -> list[_Asked]:
    source = random.Random(bench.seed)  # noqa: S311 - a sample
    collection = pubmedqa(bench.places.data)
    documents = {document.id: document for document in collection.documents}
    asked_of = {text: next(iter(collection.qrels[id])) for id, text in collection.questions.items()}
    texts = source.sample(sorted(asked_of), min(parameters.questions, len(asked_of)))
    own = [documents[asked_of[text]] for text in texts]
    mine = {document.id for document in own}
    others = [document for id, document in documents.items() if id not in mine and len(document.text) > 200]
    source.shuffle(others)
    shared = others[: parameters.abstracts - len(own)]
    instead = others[len(shared) : len(shared) + len(own)]
    years = random.Random(bench.seed)  # noqa: S311

    def made(chosen: Iterable[object]) -> list[Report]:
        return [report_of(document, number, years) for number, document in enumerate(chosen)]  # type: ignore[arg-type]

    return _in_both(texts, made([*own, *shared]), made([*instead, *shared]), bench)


def _same_condition(parameters: Parameters, bench: Bench) -> list[_Asked]:
    source = random.Random(bench.seed)  # noqa: S311 - a sample
    reports = list(pubmed_reports(bench.places.data / "pubmed_xml"))
    diseases, treatments = headings(bench.places.data / parameters.names)
    on: dict[str, set[int]] = defaultdict(set)
    pairs = set()
    for number, report in enumerate(reports):
        main = [h.descriptor.lower() for h in report.record.mesh if h.major or any(major for _, major in h.qualifiers)]
        for disease in diseases.keys() & {h.descriptor.lower() for h in report.record.mesh}:
            on[disease].add(number)
        pairs |= {(i, d) for i in main if i in treatments for d in main if d in diseases}
    naming = {i: naming_reports(treatments[i], reports) for i, _ in sorted(pairs)}
    order = sorted(pairs)
    source.shuffle(order)
    asked: list[_Asked] = []
    for start in range(0, parameters.pairs, parameters.pairs // parameters.rounds):
        drawn = order[start : start + parameters.pairs // parameters.rounds]
        gone = set().union(*(naming[i] for i, _ in drawn))
        drawn = [(i, d) for i, d in drawn if len(on[d] - gone) >= parameters.others_on_condition]
        texts = [f"Does {said(i)} help {said(d)}?" for i, d in drawn]
        poorer = [report for number, report in enumerate(reports) if number not in gone]
        asked += _in_both(texts, reports, poorer, bench)
    return asked


def _in_both(texts: Sequence[str], rich: Sequence[Report], poor: Sequence[Report], bench: Bench) -> list[_Asked]:
    scores = []
    for reports in (rich, poor):
        with tempfile.TemporaryDirectory() as folder, opened_library(Path(folder), starter=False, bench=bench) as parts:
            for start in range(0, len(reports), _BATCH):
                with parts.store.writing():
                    for report in reports[start : start + _BATCH]:
                        keep(report, parts.store)
            rebuild_index(parts)
            scores.append([_score(text, parts) for text in texts])
        bench.say(
            f"{len(texts)} questions asked of {len(reports):,} records, {sum(s >= 1 for s in scores[-1])} answered"
        )
    return [_Asked(*one) for one in zip(texts, *scores, strict=True)]


def _score(text: str, parts: Parts) -> float:
    """0 to 1 for a refusal, 1 to 2 for an answer."""
    question = understood(text, parts)
    question = explained(
        question, lambda word: texts_with(word, parts.index, parts.recall()), parts.index.document_frequency
    )
    composed = compose(question, parts)
    return composed.table.nearest_0_1 + isinstance(composed.outcome.page, Answer)


def headings(file: Path) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """Diseases and treatments: heading to its terms, folded."""
    diseases: dict[str, set[str]] = defaultdict(set)
    treatments: dict[str, set[str]] = defaultdict(set)
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            _, heading, term, place, _ = line.rstrip("\n").split("\t")
            if place.startswith(_DISEASES):
                diseases[heading].add(term.lower())
            elif place.startswith(_TREATMENTS):
                treatments[heading].add(term.lower())
    return diseases, treatments


def naming_reports(terms: set[str], reports: Sequence[Report]) -> set[int]:
    """Which reports name something in their headings, title or text."""
    words = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, terms))) + r")", re.IGNORECASE)
    found = set()
    for number, report in enumerate(reports):
        texts = (report.record.title, *(h.descriptor for h in report.record.mesh), *(r.text for r in report.renditions))
        if any(words.search(text) for text in texts):
            found.add(number)
    return found


def said(heading: str) -> str:
    """A heading as people say it: "Diabetes Mellitus, Type 2" is "type 2 diabetes mellitus"."""
    return " ".join(reversed(heading.split(", "))).lower()
