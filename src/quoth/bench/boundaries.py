"""Sentence boundaries: the sentences of SciFact's abstracts, joined by a space and cut again."""

import time
from dataclasses import dataclass

from quoth.bench.collections import scifact_abstracts
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.statistics import f1_with_interval
from quoth.text import sentences

__all__ = ["Parameters", "boundaries", "measure"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """How often all texts are cut for the time; the fastest round counts, as the others were disturbed."""

    rounds: int = 3


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """F1 of inner boundaries, and sentences a second on one processor."""
    abstracts = [parts for _, _, parts in scifact_abstracts(bench.places.data)]
    texts = [" ".join(parts) for parts in abstracts]
    seconds = []
    for _ in range(max(1, parameters.rounds)):
        started = time.perf_counter()
        cut = [sentences(text) for text in texts]
        seconds.append(time.perf_counter() - started)
    counts = [
        _counts(boundaries(parts), {end for _, end in found[:-1]}) for parts, found in zip(abstracts, cut, strict=True)
    ]
    total = sum(map(len, cut))
    wrong = sum(1 for _, extra, missed in counts if extra or missed)
    return Measured(
        (
            f1_with_interval("f1", counts, seed=bench.seed),
            Measurement("texts_all_right", 1 - wrong / len(texts), n=len(texts)),
            Measurement("sentences_per_s", total / min(seconds)),
        ),
        (f"{total:,} sentences in {len(texts):,} abstracts; the set's own cut is a machine's and has faults.",),
    )


def boundaries(parts: tuple[str, ...]) -> set[int]:
    """Where each part but the last ends, in characters of the parts joined by one space."""
    ends, at = set(), 0
    for part in parts:
        ends.add(at + len(part.rstrip()))
        at += len(part) + 1
    return ends - {max(ends)} if ends else ends


def _counts(truth: set[int], found: set[int]) -> tuple[int, int, int]:
    return len(truth & found), len(found - truth), len(truth - found)
