"""How long a warm answer takes, checker included, on one processor: starter library alone, then with more texts."""

import gc
import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quoth.bench.answer_key import load_answer_key
from quoth.bench.bulk import fill
from quoth.bench.child import in_child
from quoth.bench.collections import json_lines
from quoth.bench.libraries import opened_library, opened_reader
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.places import find_places
from quoth.bench.statistics import percentile
from quoth.model import Abstention
from quoth.pipeline import Parts, ask

__all__ = ["Parameters", "answer_times", "measure"]

Thread = tuple[str | None, str]
"""(question before, question)."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """How much is added to the starter library, how many questions beside the key's are asked, and how often each."""

    abstracts: int = 20_000
    other_questions: int = 100
    rounds: int = 2
    key: str = "tests/acceptance/answer_key"


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """p50 and p95 over all questions and rounds, after one round that is not counted."""
    key = load_answer_key(bench.places.repository / parameters.key)
    threads: list[Thread] = [(keyed.context, keyed.question) for keyed in key]
    others: list[Thread] = [
        (None, row["QUESTION"]) for row in json_lines(bench.places.data / "splits/pubmedqa.jsonl.gz")
    ]
    others = random.Random(bench.seed).sample(others, min(parameters.other_questions, len(others)))  # noqa: S311 - a sample
    with tempfile.TemporaryDirectory() as folder:
        call = {
            "data": str(bench.places.data),
            "rounds": parameters.rounds,
            "seed": bench.seed,
            "encoder": bench.with_encoder,
        }
        small = _child({**call, "home": f"{folder}/small", "threads": threads, "others": [], "abstracts": 0})
        bench.say(f"starter library: p95 {percentile(small['key'], 95):.0f} ms; now with {parameters.abstracts:,} more")
        large = _child(
            {
                **call,
                "home": f"{folder}/large",
                "threads": threads,
                "others": others,
                "abstracts": parameters.abstracts,
            }
        )
    return Measured(
        (
            *_figures("starter", small["key"], small["key_cpu"]),
            *_figures("large", large["key"], large["key_cpu"]),
            *_figures("large_other", large["others"], large["others_cpu"]),
            Measurement("large_records", float(large["records"])),
        ),
        (
            f"Other questions (PubMedQA) on the large library: {large['answered']} of {len(others)} were answered.",
            "One processor, checker included, answers not kept; every question asked once before it is timed.",
        ),
    )


def answer_times(
    home: str,
    data: str,
    threads: list[Thread],
    others: list[Thread],
    abstracts: int,
    rounds: int,
    seed: int,
    encoder: bool = False,
) -> dict[str, Any]:
    """Milliseconds of every timed answer, of the key's questions and of the others."""
    with opened_library(Path(home)) as parts:
        if encoder:
            parts.reader = opened_reader(find_places())
        if abstracts:
            fill(parts, Path(data), abstracts, seed=seed)
        gc.collect()
        pages = [ask(question, parts).page for _, question in others]
        return {
            **_times("key", threads, rounds, parts),
            **_times("others", others, rounds, parts),
            "answered": sum(not isinstance(page, Abstention) for page in pages),
            "records": parts.store.counts().records,
        }


def _times(name: str, threads: list[Thread], rounds: int, parts: Parts) -> dict[str, list[float]]:
    """Milliseconds of wall time, and of processor time under "<name>_cpu"."""
    wall: list[float] = []
    cpu: list[float] = []
    for number in range(rounds + 1):
        for context, question in threads:
            previous = ask(context, parts).page.question if context else None
            started, worked = time.perf_counter(), time.process_time()
            ask(question, parts, previous=previous)
            if number:
                wall.append((time.perf_counter() - started) * 1000)
                cpu.append((time.process_time() - worked) * 1000)
    return {name: wall, f"{name}_cpu": cpu}


def _child(arguments: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = in_child("quoth.bench.latency:answer_times", arguments, one_core=True).result
    return found


def _figures(name: str, wall: list[float], cpu: list[float]) -> tuple[Measurement, ...]:
    """p50 and p95 of what a reader waits, and p95 of the processor's part of it, which other work does not lengthen."""
    return (
        Measurement(f"{name}_p50_ms", percentile(wall, 50), n=len(wall)),
        Measurement(f"{name}_p95_ms", percentile(wall, 95), n=len(wall)),
        Measurement(f"{name}_p95_cpu_ms", percentile(cpu, 95), n=len(cpu)),
    )
