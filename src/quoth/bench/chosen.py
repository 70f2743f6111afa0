"""Which sentences of a paper are chosen for a hypothesis, against what readers marked (EvidenceBench, COLM 2025)."""

import gzip
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from quoth.bench.measurement import Measured
from quoth.bench.measures import Bench
from quoth.bench.statistics import mean_with_interval
from quoth.evidence import Line, Part, RoleModel, choose, load_roles
from quoth.evidence.role_model.role_headings import role_of_heading
from quoth.lexicon import Lexicon
from quoth.model import SectionRole
from quoth.search import understand
from quoth.text import match_tokens, stem

__all__ = ["Paper", "Parameters", "aspect_recall", "measure", "papers"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which file below the data folder, and how many sentences may be chosen."""

    file: str = "evidencebench/evidencebench_train_set.json.gz"
    chosen: int = 10


@dataclass(frozen=True, slots=True)
class Paper:
    """A hypothesis, a paper's lines, and which aspects of the evidence each line carries."""

    hypothesis: str
    lines: tuple[Line, ...]
    carries: tuple[frozenset[str], ...]
    aspects: frozenset[str]
    results: frozenset[str]
    """Those aspects that are results."""


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Recall of aspects by the sentences chosen, as a mean over papers. Nothing is trained on them."""
    model, lexicon = load_roles(), Lexicon.build(())
    every, results, half = [], [], []
    for paper in papers(bench.places.data / parameters.file, model):
        question = understand(paper.hypothesis, lexicon, frequency=_counted(paper.lines), n_units=len(paper.lines))
        chosen = [one.index for one in choose(question, paper.lines, lexicon, k=parameters.chosen)]
        every.append(aspect_recall(paper, chosen, paper.aspects))
        half.append(aspect_recall(paper, chosen[: parameters.chosen // 2], paper.aspects))
        if paper.results:
            results.append(aspect_recall(paper, chosen, paper.results))
    return Measured(
        (
            mean_with_interval("aspect_recall_at_10", every, seed=bench.seed),
            mean_with_interval("aspect_recall_at_5", half, seed=bench.seed),
            mean_with_interval("result_aspect_recall_at_10", results, seed=bench.seed),
        ),
        ("No encoder, no language model, no vocabulary beyond the words of the hypothesis.",),
    )


def papers(file: Path, model: RoleModel) -> tuple[Paper, ...]:
    """The papers of the set; the abstract's sentences with the roles that the model reads in them."""
    with gzip.open(file, "rt", encoding="utf-8") as text:
        return tuple(_paper(item, model) for item in json.load(text).values())


def aspect_recall(paper: Paper, chosen: Sequence[int], wanted: frozenset[str]) -> float:
    """The share of the wanted aspects that at least one chosen line carries."""
    covered = frozenset[str]().union(*(paper.carries[index] for index in chosen))
    return len(covered & wanted) / len(wanted)


def _paper(item: dict[str, Any], model: RoleModel) -> Paper:
    texts = item["paper_as_candidate_pool"]
    carries = item["sentence_index2aspects"]
    return Paper(
        item["hypothesis"],
        _with_roles(_lines(texts, item["sentence_types_in_candidate_pool"]), model),
        tuple(frozenset(carries[str(index)]) for index in range(len(texts))),
        frozenset(item["aspect_list_ids"]),
        frozenset(item["results_aspect_list_ids"] or ()),
    )


def _lines(texts: Sequence[str], kinds: Sequence[str]) -> list[Line]:
    lines: list[Line] = []
    heading: SectionRole | None = None
    for text, kind in zip(texts, kinds, strict=True):
        if kind == "section_name":
            heading = role_of_heading(text)
            lines.append(Line(text, Part.HEADING))
        elif kind == "abstract":
            lines.append(Line(text, Part.ABSTRACT))
        else:
            opening = heading in (SectionRole.BACKGROUND, SectionRole.OBJECTIVE)
            lines.append(Line(text, Part.INTRODUCTION if opening else Part.BODY))
    return lines


def _with_roles(lines: list[Line], model: RoleModel) -> tuple[Line, ...]:
    places = [index for index, line in enumerate(lines) if line.part is Part.ABSTRACT]
    for index, label in zip(places, model.label([lines[i].text for i in places]), strict=True):
        lines[index] = replace(lines[index], role=label.role)
    return tuple(lines)


def _counted(lines: Sequence[Line]) -> Callable[[Sequence[str]], tuple[int, ...]]:
    """In how many lines of the paper each word stands: the paper is all there is to tell rare words by."""
    stems = [frozenset(stem(token.form) for token in match_tokens(line.text)) for line in lines]
    return lambda words: tuple(sum(stem(word) in own for own in stems) for word in words)
