"""Whether effects are given the time at which they were measured: a sample that a person read.

The sample holds places and hashes of sentences, never their words. What was read as wrong and is no longer said does
not count: the precision is that of what is said now, on the effects that were drawn.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.samples import hash_of, load_sample
from quoth.bench.statistics import mean_with_interval
from quoth.evidence.study.figures import figures
from quoth.evidence.study.time_points import time_points, with_times
from quoth.model import Extent, Figure
from quoth.text import sentences

__all__ = ["Parameters", "TimedEffect", "measure"]

_ROLES = ("RESULTS", "CONCLUSIONS", "CONCLUSION")


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which abstracts, below the data folder, and which sample, below the bench folder."""

    file: str = "evidence_inference/structured_abstract_sections.jsonl.gz"
    sample: str = "samples/time-points.yaml"


class TimedEffect(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One effect with its time that a person read: places in the sentence with this hash, in characters."""

    source: str
    sha256: str
    figure: tuple[int, int]
    when: tuple[int, int]
    right: bool


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """The share of times that are right among the sampled effects, and how many effects are given one at all."""
    items = load_sample(bench.places.bench / parameters.sample, TimedEffect)
    wanted = {item.sha256 for item in items}
    held: dict[str, str] = {}
    timed = effects = 0
    for sentence in _sentences(bench.places.data / parameters.file):
        found = with_times(figures(sentence), sentence)
        if time_points(sentence):
            timed += sum(figure.when is not None for figure in found)
            effects += sum(figure.p is not None or figure.low is not None for figure in found)
        name = hash_of(sentence)
        if name in wanted:
            held[name] = sentence
    said = [(item, when) for item in items if (when := _said(held[item.sha256], item.figure)) is not None]
    right = [float(item.right and Extent(*item.when) == when) for item, when in said]
    return Measured(
        (
            mean_with_interval("precision", right, seed=bench.seed),
            Measurement("effects_with_a_time", timed / max(1, effects), n=effects),
        ),
        (f"{len(items)} effects were drawn and read; {len(items) - len(said)} of them are given no time now.",),
    )


def _said(sentence: str, place: tuple[int, int]) -> Extent | None:
    found: tuple[Figure, ...] = with_times(figures(sentence), sentence)
    return next((figure.when for figure in found if (figure.start, figure.end) == place), None)


def _sentences(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for section in json.loads(line)["sections"]:
                if section["role"] in _ROLES:
                    text = section["text"]
                    yield from (text[start:end] for start, end in sentences(text))
