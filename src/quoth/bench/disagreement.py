"""Whether two trials could be said to differ: what is read of both, against what annotators said of both.

No two articles of Evidence Inference's development half share a prompt (intervention, comparator and outcome), and
only a few the name of an outcome. So the pairs are made: every prompt of one article beside every prompt of another.
They differ in truth when the annotators found a significant difference for one and none for the other; they are said
to differ when what is read of the two says so. That measures the reading. That both are on one matter is another
question, which a page would have to answer besides, so a page's precision would be lower. Each prompt is read twice:
from the span that its annotators marked, and from the sentences of the abstract's results and conclusions that hold
all words of the outcome.
"""

import gzip
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from quoth.bench.full_text_spans import lines_of, stems_of, texts_of
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.evidence import Part
from quoth.evidence.study.direction import direction
from quoth.evidence.study.direction_significance import significance
from quoth.evidence.study.figures import figures
from quoth.model import Direction, SectionRole

__all__ = ["Parameters", "Reading", "measure"]

RESAMPLES = 1000
_NO_DIFFERENCE = "no significant difference"
_ELSE = re.compile(
    r"\b(?:associat|predict|correlat|regression|multivaria|trend|tended|marginal|subgroup|from baseline|pre-?treatment"
    r"|previous|defined|both groups|within[- ]group)\w*",
    re.IGNORECASE,
)
"""Of something else than how the groups compare in the end."""
_TELLING = (SectionRole.RESULTS, SectionRole.CONCLUSION)


@dataclass(frozen=True, slots=True)
class Parameters:
    """The prompts and the texts, below the data folder."""

    file: str = "splits/evidence_inference_v2.jsonl.gz"
    texts: str = "evidence_inference/txt_v2_annotated.tar.xz"


@dataclass(frozen=True, slots=True)
class Reading:
    """One prompt: whether a difference was found, by what is read and by its annotators."""

    article: str
    said: bool
    truth: bool


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Precision of "these two differ" on spans and on sentences chosen in abstracts, as shown and read strictly."""
    prompts = _prompts(bench.places.data / parameters.file)
    spans = [_read(prompt, (note["evidence"] for note in prompt["annotations"])) for prompt in prompts]
    abstracts = _abstracts(bench.places.data / parameters.texts, frozenset(str(p["PMCID"]) for p in prompts))
    own = [(prompt, _on(str(prompt["Outcome"]), abstracts.get(str(prompt["PMCID"]), ()))) for prompt in prompts]
    shown = [_read(prompt, lines) for prompt, lines in own]
    strict = [_read(prompt, lines, strict=True) for prompt, lines in own]
    figures_of = [
        *_precision("spans", spans, bench.seed),
        *_precision("abstract", shown, bench.seed),
        *_precision("strict", strict, bench.seed),
    ]
    return Measured(
        tuple(figures_of),
        (f"{len(prompts)} prompts whose annotators agree, of {len({p['PMCID'] for p in prompts})} articles.",),
    )


def _prompts(path: Path) -> list[dict[str, Any]]:
    """Prompts on which all annotators agree whether there was a difference."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        prompts = [json.loads(row) for row in rows]
    return [prompt for prompt in prompts if len({_truth(note) for note in prompt["annotations"]}) == 1]


def _truth(note: Mapping[str, str]) -> bool:
    return note["label"] != _NO_DIFFERENCE


def _abstracts(archive: Path, wanted: frozenset[str]) -> dict[str, tuple[str, ...]]:
    return {
        pmcid: tuple(
            line.text for line in lines_of(words).lines if line.part is Part.ABSTRACT and line.role in _TELLING
        )
        for pmcid, words in texts_of(archive, wanted)
    }


def _on(outcome: str, lines: Iterable[str]) -> tuple[str, ...]:
    wanted = stems_of(outcome)
    return tuple(line for line in lines if wanted and wanted <= stems_of(line))


def _read(prompt: Mapping[str, Any], texts: Iterable[str], *, strict: bool = False) -> Reading | None:
    """What the texts say where they say one thing; `None` where they say nothing or both."""
    read = _significance if strict else _shown
    said = {told for text in texts if (told := read(" ".join(text.split()))) is not None}
    truth = _truth(prompt["annotations"][0])
    return Reading(str(prompt["PMCID"]), said.pop(), truth) if len(said) == 1 else None


def _shown(text: str) -> bool | None:
    """As a page labels a row: "reports a difference" or "reports no significant difference"."""
    way = direction(text)
    return None if way is Direction.UNCLEAR else way is not Direction.NO_DIFFERENCE


def _significance(text: str) -> bool | None:
    """Only where words or figures tell significance, in a sentence on how the groups compare."""
    if _ELSE.search(text):
        return None
    found = significance(text, figures(text))
    return None if found is None or _shown(text) is None else found


def _precision(name: str, readings: Sequence[Reading | None], seed: int) -> list[Measurement]:
    """Over all pairs of different articles that are said to differ; the interval by drawing whole articles."""
    held = [reading for reading in readings if reading is not None]
    articles = sorted({reading.article for reading in held})
    counts = np.zeros((len(articles), 2, 2))
    for reading in held:
        counts[articles.index(reading.article), int(reading.said), int(reading.truth)] += 1
    whole = counts.sum(axis=0)
    same = sum(np.array([_pairs(one) for one in counts]))
    said, right = np.array(_pairs(whole)) - same
    rows = np.random.default_rng(seed).integers(0, len(articles), (RESAMPLES, len(articles)))
    drawn = [_pairs(counts[row].sum(axis=0)) for row in rows]
    low, high = np.percentile([r / s for s, r in drawn if s], (2.5, 97.5))
    return [
        Measurement(f"{name}_precision", float(right / said), float(low), float(high), int(said)),
        Measurement(f"{name}_read", len(held) / len(readings), n=len(readings)),
    ]


def _pairs(counts: np.ndarray) -> tuple[float, float]:
    """(pairs said to differ, those of them that do) among readings counted by what is said and what is true."""
    none, some = counts
    return float(none.sum() * some.sum()), float(none[0] * some[1] + none[1] * some[0])
