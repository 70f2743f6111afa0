"""Search on one machine as a library grows: build, size, memory, opening, asking, updating.

Units are real abstracts first, then new ones: titles and sentences of real abstracts drawn anew under ids of their own,
so that words are as common as they are and no two texts are alike. They are drawn in a process of their own; each size
is built in another and asked in a third, held to one processor, so that memory and a cold opening are their own.
"""

import os
import random
import shutil
import struct
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from quoth.bench.child import in_child, own_mb
from quoth.bench.collections import abstracts, bioasq, pubmedqa, pubmedqa_abstracts
from quoth.bench.libraries import opened_reader
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.places import find_places
from quoth.bench.statistics import percentile
from quoth.errors import BadInput
from quoth.lexicon import Lexicon
from quoth.model import Query, RecordId, RenditionId, Unit
from quoth.pipeline.collecting import collecting_rarely
from quoth.search import open_index, plan, understand
from quoth.text import sentences

__all__ = ["Parameters", "build", "measure", "resampled", "search_times", "write_units"]

SIZES_VARIABLE = "QUOTH_BENCH_UNITS"
_K_LIST, _K_READ = 10, 60
_SENTENCES = (6, 11)
_AT_ONCE = 500
_LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Parameters:
    """Sizes in units (QUOTH_BENCH_UNITS gives other ones, with commas between), questions, and which index."""

    units: tuple[int, ...] = (50_000, 200_000)
    questions: int = 400
    index: str = "tantivy"


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Figures for the size that bars are set for (200,000, or the largest), and the curve over all sizes as notes."""
    sizes = _sizes(parameters)
    asked = _questions(bench.places.data, parameters.questions, bench.seed)
    rows: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as place:
        texts = f"{place}/units"
        drawn = {"file": texts, "data": str(bench.places.data), "size": max(sizes), "seed": bench.seed}
        in_child("quoth.bench.scaling:write_units", drawn)
        for size in sizes:
            call = {"folder": f"{place}/{size}", "kind": parameters.index}
            built = in_child("quoth.bench.scaling:build", {**call, "file": texts, "size": size})
            bench.say(f"{size:,} units: {built.result['per_s']:,.0f} a second")
            asking = {**call, "asked": asked, "encoder": bench.with_encoder}
            found = in_child("quoth.bench.scaling:search_times", asking, one_core=True)
            rows[size] = {**built.result, **found.result, "mapped_mb": found.peak_mb}
            bench.say(f"  p50 {rows[size]['p50_ms']:.1f} ms, p95 {rows[size]['p95_ms']:.1f} ms")
            shutil.rmtree(f"{place}/{size}")
    at = 200_000 if 200_000 in rows else sizes[-1]
    figures = [Measurement(name, value) for name, value in rows[at].items()]
    return Measured((Measurement("units", float(at)), *figures), tuple(_notes(rows)))


def write_units(file: str, data: str, size: int, seed: int) -> None:
    """Draw the units once, for all sizes, so that their making is in no figure: neither in a time nor in memory."""
    drawn = resampled(Path(data), size, seed=seed)
    with Path(file).open("wb") as out:
        while batch := list(islice(drawn, _AT_ONCE)):
            packed = msgspec.msgpack.encode(batch)
            out.write(_LENGTH.pack(len(packed)) + packed)


def build(folder: str, file: str, size: int, kind: str) -> dict[str, float]:
    """Build an index of the first so many units of a file in one step, as a library's is, the reading included."""
    index = open_index(kind, Path(folder))
    own: list[float] = []
    started = time.perf_counter()
    with collecting_rarely():
        count = index.replace(islice(_read_units(Path(file), own), size))
    seconds = time.perf_counter() - started
    index.close()
    disk = sum(each.stat().st_size for each in Path(folder).rglob("*") if each.is_file())
    return {
        "per_s": count / seconds,
        "build_s": seconds,
        "disk_mb": disk / 2**20,
        "bytes_per_unit": disk / count,
        "build_mb": max([*own, own_mb()]),
    }


def _read_units(file: Path, own: list[float]) -> Iterator[Unit]:
    """The units of a file, as they come from a library that another process reads; memory is looked at on the way."""
    with file.open("rb") as held:
        while head := held.read(_LENGTH.size):
            yield from msgspec.msgpack.decode(held.read(_LENGTH.unpack(head)[0]), type=list[Unit])
            own.append(own_mb())


def search_times(folder: str, asked: list[str], kind: str, encoder: bool = False) -> dict[str, float]:
    """Open cold, ask each question twice (the second time counts), add one unit and wait until it is found."""
    started = time.perf_counter()
    index = open_index(kind, Path(folder))
    len(index)
    opened = time.perf_counter() - started
    lexicon = Lexicon.build(())
    queries = [
        plan(understand(text, lexicon, frequency=index.document_frequency, n_units=len(index))) for text in asked
    ]
    found: dict[str, float] = {"open_ms": opened * 1000}
    own = []
    for k, name in ((_K_LIST, ""), (_K_READ, "read_")):
        wall = [_seconds(lambda query=query, k=k: index.search(query, k=k)) for query in queries * 2][len(queries) :]
        found |= {f"{name}p50_ms": percentile(wall, 50) * 1000, f"{name}p95_ms": percentile(wall, 95) * 1000}
        own.append(own_mb())
    if encoder:
        found |= _reading_again(index, asked, queries)
    started = time.perf_counter()
    index.add([_unit("new-unit", "A new unit", "zyxwvut appears nowhere else.")])
    while not index.search(
        plan(understand("zyxwvut", lexicon, frequency=index.document_frequency, n_units=1)), k=1
    ).hits:
        time.sleep(0.001)
    found["update_ms"] = (time.perf_counter() - started) * 1000
    return {**found, "memory_mb": max(own)}


def resampled(data: Path, size: int, *, seed: int) -> Iterator[Unit]:
    """So many units: real abstracts, then sentences and titles of real ones drawn anew. The same seed, the same."""
    source = random.Random(seed)  # noqa: S311 - texts, no secret
    documents = [d for d in (*pubmedqa_abstracts(data), *abstracts(data)) if len(d.text) > 200]
    for document in documents[:size]:
        yield _unit(document.id, document.title, document.text)
    pool = [document.text[start:end] for document in documents for start, end in sentences(document.text)]
    for number in range(len(documents), size):
        title = source.choice(pool)[:200]
        text = " ".join(source.choice(pool) for _ in range(source.randint(*_SENTENCES)))
        yield _unit(f"drawn-{number}", title, text)


def _reading_again(index: Any, asked: list[str], queries: list[Query]) -> dict[str, float]:  # noqa: ANN401 - an Index
    """p50 and p95 of searching and reading the first hits again: the question is encoded, the texts were before."""
    reader = opened_reader(find_places())
    pairs = list(zip(asked, queries, strict=True))[:100]

    def again(text: str, query: Query) -> None:
        run = index.search(query, k=_K_READ)
        reader.read(text, run, {hit.unit_id: hit.unit_id for hit in run.hits})  # what a text says changes no time

    for pair in pairs:
        again(*pair)
    wall = [_seconds(lambda pair=pair: again(*pair)) for pair in pairs]
    return {"encoder_p50_ms": percentile(wall, 50) * 1000, "encoder_p95_ms": percentile(wall, 95) * 1000}


def _questions(data: Path, count: int, seed: int) -> list[str]:
    every = [*pubmedqa(data).questions.values(), *bioasq(data).questions.values()]
    return random.Random(seed).sample(every, min(count, len(every)))  # noqa: S311 - a sample


def _seconds(work: Any) -> float:  # noqa: ANN401 - a call
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _unit(name: str, title: str, text: str) -> Unit:
    return Unit(f"{name}#0-{len(text)}", RecordId(name), RenditionId(name), 0, len(text), title, text)


def _sizes(parameters: Parameters) -> tuple[int, ...]:
    given = os.environ.get(SIZES_VARIABLE, "")
    try:
        return tuple(int(part) for part in given.split(",")) if given else parameters.units
    except ValueError as fault:
        raise BadInput(f"{SIZES_VARIABLE} is {given!r}. Expected whole numbers with commas between.") from fault


def _notes(rows: dict[int, dict[str, float]]) -> Iterator[str]:
    for size, row in rows.items():
        millions = size / 1e6
        yield (
            f"{size:,} units: {row['per_s']:,.0f} a second, {row['disk_mb']:,.0f} MB on disk, "
            f"p50/p95 {row['p50_ms']:.1f}/{row['p95_ms']:.1f} ms for {_K_LIST} hits, "
            f"{row['read_p50_ms']:.1f}/{row['read_p95_ms']:.1f} ms for {_K_READ}, {row['memory_mb']:.0f} MB to ask "
            f"({row['mapped_mb']:.0f} with the pages of the index). "
            f"A million so: {row['build_s'] / millions / 60:.1f} min, {row['disk_mb'] / millions / 1024:.2f} GB."
        )
    yield "Titles and sentences of real abstracts drawn anew beyond the real ones; asking held to one processor."
