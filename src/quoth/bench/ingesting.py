"""First ingest into a fresh library: records a second, how many processors that kept busy, the most memory held.

And how long it takes to make the index anew from what was kept.
"""

import resource
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quoth.bench.child import in_child, peak_mb
from quoth.bench.libraries import opened_library
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.replicate import replicate
from quoth.errors import UserError
from quoth.pipeline import ingest, rebuild_index

__all__ = ["Parameters", "ingest_fresh", "measure"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Folders below the data folder, and the size of the one large file."""

    folders: tuple[str, ...] = ("pubmed_xml", "medline_ris")
    records_min: int = 30_000


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """All real files, then one large file, each into a library of its own and in a process of its own."""
    files = [
        str(file)
        for folder in parameters.folders
        for file in sorted((bench.places.data / folder).rglob("*"))
        if file.is_file()
    ]
    with tempfile.TemporaryDirectory() as folder:
        bench.say(f"{len(files)} files")
        real = _in_child(files, Path(folder) / "real")
        large_file = Path(folder) / "citations.xml"
        written = replicate(bench.places.data / "pubmed_xml", large_file, records_min=parameters.records_min)
        bench.say(f"one file of {written:,} citations")
        large = _in_child([str(large_file)], Path(folder) / "large")
    return Measured(
        (*_figures("files", real), *_figures("large", large)),
        (
            f"Real files: {real['records']:,} records new, {real['known']:,} known already, {real['refused']:,} items "
            f"refused, {real['units']:,} units to search.",
            f"Large file: {large['records']:,} records of {written:,} citations, {large['units']:,} units to search.",
            *(f"Not a file that quoth reads: {line}" for line in real["unread"]),
        ),
    )


def ingest_fresh(files: list[str], folder: str) -> dict[str, Any]:
    """Ingest files, one call a file, into a new library without the starter library."""
    found: dict[str, Any] = {"records": 0, "known": 0, "refused": 0, "unread": []}
    with opened_library(Path(folder), starter=False) as parts:
        started, worked = time.perf_counter(), time.process_time()
        for file in files:
            try:
                report = ingest([Path(file)], parts).files[0]
            except UserError as fault:
                found["unread"].append(f"{Path(file).name} ({type(fault).__name__})")
                continue
            found["records"] += report.records_new
            found["known"] += report.records_known
            found["refused"] += report.refused
        found["seconds"] = time.perf_counter() - started
        found["cpu_seconds"] = time.process_time() - worked
        found["readers_cpu_seconds"] = _of_children()
        found["peak_mb"] = peak_mb()
        found["units"] = len(parts.index)
        started = time.perf_counter()
        rebuild_index(parts)
        found["index_seconds"] = time.perf_counter() - started
    return found


def _of_children() -> float:
    """Processor time of the readers that have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def _in_child(files: list[str], folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = in_child(
        "quoth.bench.ingesting:ingest_fresh", {"files": files, "folder": str(folder)}
    ).result
    return found


def _figures(name: str, found: dict[str, Any]) -> tuple[Measurement, ...]:
    read = found["records"] + found["known"]
    return (
        Measurement(f"{name}_records_per_s", read / found["seconds"], n=read),
        Measurement(f"{name}_records_per_cpu_s", read / found["cpu_seconds"], n=read),
        Measurement(f"{name}_cores", (found["cpu_seconds"] + found["readers_cpu_seconds"]) / found["seconds"]),
        Measurement(f"{name}_index_per_s", found["units"] / found["index_seconds"], n=found["units"]),
        Measurement(f"{name}_peak_mb", found["peak_mb"]),
    )
