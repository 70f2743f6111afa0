"""The checker on real pages: the share of planted faults that it finds, and of clean pages that it refuses."""

import random
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from quoth.bench.answer_key import load_answer_key
from quoth.bench.libraries import ask_keyed, opened_library
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.planting import BYTE_LEVEL, FAULTS, plant
from quoth.bench.statistics import mean_with_interval, percentile
from quoth.check import Checker
from quoth.model import Abstention, Answer, Reason, Verdict

__all__ = ["Parameters", "measure"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """How many faults of each kind are planted in each page, and whose questions make the pages."""

    each: int = 2
    key: str = "tests/acceptance/answer_key"


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Plant, check, count. A kind's share is over all pages that can have it."""
    source = random.Random(bench.seed)  # noqa: S311 - faults, no secret
    key = load_answer_key(bench.places.repository / parameters.key)
    caught: dict[str, list[float]] = {kind: [] for kind in FAULTS}
    missed: Counter[str] = Counter()
    milliseconds: list[float] = []
    with tempfile.TemporaryDirectory() as folder, opened_library(Path(folder)) as parts:
        made = [ask_keyed(keyed, parts).page for keyed in key]
        pages = [page for page in made if isinstance(page, Answer)]
        refused = sum(isinstance(page, Abstention) and page.reason is Reason.CHECK_FAILED for page in made)
        bench.say(f"{len(pages)} pages, {len(FAULTS)} kinds of fault")
        checker = Checker(parts.store)
        for page in pages:
            started = time.perf_counter()
            clean = checker.verify(page)
            milliseconds.append((time.perf_counter() - started) * 1000)
            refused += not clean.passed
            for kind in FAULTS:
                for _ in range(parameters.each):
                    planted = plant(page, kind, source)
                    if planted is not None:
                        found = _finds_more(checker.verify(planted), clean)
                        caught[kind].append(float(found))
                        missed[kind] += not found
    bytes_found = [value for kind in BYTE_LEVEL for value in caught[kind]]
    return Measured(
        (
            mean_with_interval("byte_level", bytes_found, seed=bench.seed),
            *(mean_with_interval(kind, values, seed=bench.seed) for kind, values in caught.items()),
            Measurement("clean_refused", float(refused), n=len(made)),
            Measurement("check_p95_ms", percentile(milliseconds, 95), n=len(pages)),
        ),
        tuple(f"{count} planted fault(s) not found: {_words(kind)}" for kind, count in missed.items() if count),
    )


def _finds_more(verdict: Verdict, clean: Verdict) -> bool:
    """Whether the verdict names a fault that the clean page did not have."""
    return not set(verdict.faults) <= set(clean.faults)


def _words(kind: str) -> str:
    return (FAULTS[kind].__doc__ or kind).strip()
