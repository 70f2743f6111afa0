"""Randomised trials told from title and abstract alone, against publication types and against what a reader found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import msgspec
import numpy as np
import numpy.typing as npt

from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.samples import hash_of, load_sample
from quoth.bench.training_scripts import training_script
from quoth.evidence.study.design import study_design
from quoth.model import Design, Record, RecordId

__all__ = ["Judged", "Parameters", "measure", "weighed", "with_interval"]

_RESAMPLES = 2000


@dataclass(frozen=True, slots=True)
class Parameters:
    """The three sets are named in `training/trial_eval.py`; which sample was read, below the bench folder."""

    sample: str = "samples/ovid-trials.yaml"


class Judged(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a reader found a record to be. `weight`: how many records of the file it stands for."""

    sha256: str
    """The first 16 digits of the hash of title, a line break, and abstract."""
    typed_trial: bool
    weight: float
    read: Literal["trial", "plan", "about", "none", "unclear"]


class _Reading(Protocol):
    @property
    def title(self) -> str: ...
    @property
    def abstract(self) -> str: ...


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Precision and recall on MEDLINE and Ovid, recall on Evidence Inference, plans counted and not; Ovid as read."""
    script = training_script(bench.places.repository, "trial_eval")
    figures: list[Measurement] = []
    for name in ("medline", "ovid", "evidence_inference"):
        found = script.measure_trials(getattr(script, name)(bench.places.data))
        if name != "evidence_inference":
            figures.append(Measurement(f"{name}_precision", found.precision, n=found.records))
        figures.append(Measurement(f"{name}_recall", found.recall, n=found.trials))
        figures.append(Measurement(f"{name}_recall_with_plans", found.recall_with_plans, n=found.trials))
    judged = load_sample(bench.places.bench / parameters.sample, Judged)
    said = _said(script.ovid(bench.places.data))
    plain = [item for item in judged if item.read in ("trial", "none")]
    told = [item for item in judged if item.read != "unclear"]
    precision, recall = with_interval(plain, said, seed=bench.seed)
    strict, _ = with_interval(told, said, seed=bench.seed)
    figures += [
        Measurement("ovid_read_precision", *precision, n=len(plain)),
        Measurement("ovid_read_recall", *recall, n=sum(item.read == "trial" for item in plain)),
        Measurement("ovid_read_strict_precision", *strict, n=len(told)),
        Measurement("ovid_type_right", _type_right(judged), n=sum(item.typed_trial for item in judged)),
    ]
    return Measured(tuple(figures), ("Publication types are hidden; where a record has them, quoth goes by them.",))


def weighed(judged: Sequence[Judged], said: set[str]) -> tuple[float, float]:
    """Precision and recall by the records' weights: a trial is one that reports its own comparison, all else is none.

    `said` holds the hashes of the records that are read as trials now.
    """
    right, wrong, missed = _outcomes(judged, said).sum(axis=0)
    return _shares(right, wrong, missed)


def with_interval(
    judged: Sequence[Judged], said: set[str], *, seed: int
) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """The same, each with its 95% interval by drawing anew within each stratum: those of one type and one weight."""
    random = np.random.default_rng(seed)
    strata: dict[tuple[bool, float], list[Judged]] = {}
    for item in judged:
        strata.setdefault((item.typed_trial, item.weight), []).append(item)
    sums = np.zeros((_RESAMPLES, 3))
    for items in strata.values():
        sums += _outcomes(items, said)[random.integers(0, len(items), size=(_RESAMPLES, len(items)))].sum(axis=1)
    drawn = np.array([_shares(*row) for row in sums])
    low, high = np.percentile(drawn, (2.5, 97.5), axis=0)
    precision, recall = zip(weighed(judged, said), map(float, low), map(float, high), strict=True)
    return precision, recall


def _outcomes(judged: Sequence[Judged], said: set[str]) -> npt.NDArray[np.float64]:
    """float64[n, 3]: each record's weight under right, wrong or missed; nothing where it is rightly left out."""
    table = np.zeros((len(judged), 3))
    for row, item in enumerate(judged):
        if item.sha256 in said:
            table[row, 0 if item.read == "trial" else 1] = item.weight
        elif item.read == "trial":
            table[row, 2] = item.weight
    return table


def _shares(right: float, wrong: float, missed: float) -> tuple[float, float]:
    return float(right / max(1.0, right + wrong)), float(right / max(1.0, right + missed))


def _type_right(judged: Sequence[Judged]) -> float:
    """Of the records that the type calls a trial, the share that report one, by their weights."""
    typed = [item for item in judged if item.typed_trial]
    return sum(i.weight for i in typed if i.read == "trial") / max(1.0, sum(i.weight for i in typed))


def _said(readings: Iterable[_Reading]) -> set[str]:
    """Hashes of what is read as a trial now."""
    return {
        hash_of(f"{reading.title}\n{reading.abstract}")
        for reading in readings
        if study_design(Record(id=RecordId("r"), title=reading.title), reading.abstract).design is Design.RCT
    }
