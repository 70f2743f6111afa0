"""A library that grows file by file to a million records: how quick it stays, whether memory stays flat, its weight.

What all of PubMed would take is worked out from the last file's pace and the weight of a record.

Files are of the size of PubMed's, made of the real citations under new ids, titles and texts, and taken away again. How
far it got is written down after each file, so that an interrupted run goes on, inside a file too.
"""

import json
import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from quoth.bench.child import in_child, own_mb, peak_mb
from quoth.bench.libraries import opened_library
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.replicate import citations, write_copies
from quoth.errors import BadInput
from quoth.pipeline import Parts, ingest, rebuild_index
from quoth.pipeline.indexing import catch_up_if_free

__all__ = ["Parameters", "grow", "index_anew", "measure"]

RECORDS_VARIABLE = "QUOTH_BENCH_RECORDS"
FOLDER_VARIABLE = "QUOTH_BENCH_FOLDER"
PUBMED = 38_000_000
"""Citations in PubMed's files, for what all of them would take."""
_ROOM_BYTES = 14_000
"""A record's share of the disk while a library grows: store, index, and the pieces of it that are being merged."""
_LONGEST_S = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Parameters:
    """Records in all (QUOTH_BENCH_RECORDS gives another number) and in one file."""

    records: int = 60_000
    per_file: int = 30_000


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Grow the library in one process of its own, make its index anew in another, and read the curve written down."""
    wanted = _wanted(parameters)
    kept = os.environ.get(FOLDER_VARIABLE, "")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(kept or made)
        folder.mkdir(parents=True, exist_ok=True)
        _look_for_room(folder, wanted)
        call = {
            "data": str(bench.places.data),
            "folder": str(folder),
            "records": wanted,
            "per_file": parameters.per_file,
        }
        bench.say(f"{wanted:,} records, {parameters.per_file:,} a file; how far it is: {folder / 'progress.json'}")
        rows = in_child("quoth.bench.million:grow", call, timeout_s=_LONGEST_S).result
        disk = _bytes_in(folder / "library")
        bench.say("the index once more")
        anew = in_child("quoth.bench.million:index_anew", {"folder": str(folder)}, timeout_s=_LONGEST_S).result
    return _measured(rows, disk, anew)


def grow(data: str, folder: str, records: int, per_file: int) -> list[dict[str, float]]:
    """Load files until so many records are held. Returns a row for each file, those of earlier runs included.

    A line for each file goes to standard error.
    """
    home, source = Path(folder), Path(data) / "pubmed_xml"
    progress = home / "progress.json"
    home.mkdir(parents=True, exist_ok=True)
    rows: list[dict[str, float]] = json.loads(progress.read_text()) if progress.exists() else []
    originals = citations(source)
    copies = max(1, per_file // len(originals))
    with opened_library(home / "library", starter=False) as parts:
        catch_up_if_free(
            parts
        )  # a run that was killed may have left the index behind: that is no part of a file's time
        while parts.store.counts().records < records:
            number = len(rows)
            file = home / f"citations-{number:04d}.xml"
            written = write_copies(originals, file, range(number * copies, (number + 1) * copies))
            row = _load(file, parts, written)
            rows.append(row)
            _write(progress, rows)
            file.unlink()
            speed = row["citations"] / row["seconds"]
            sys.stderr.write(f"  file {number + 1}: {row['held']:,} of {records:,} records, {speed:,.0f} a second\n")
    return rows


def index_anew(folder: str) -> dict[str, float]:
    """Make the index of the grown library anew. Returns how many units, and how long it took."""
    with opened_library(Path(folder) / "library", starter=False) as parts:
        started = time.perf_counter()
        units = rebuild_index(parts)
        return {"units": units, "seconds": time.perf_counter() - started, "own_mb": own_mb()}


def _load(file: Path, parts: Parts, written: int) -> dict[str, float]:
    """One file into the library: what it took. A file that was begun by an earlier run is told by its count."""
    own = [own_mb()]
    started, worked = time.perf_counter(), time.process_time()
    report = ingest([file], parts, progress=lambda _: own.append(own_mb())).files[0]
    return {
        "citations": report.records_new + report.records_known,
        "written": written,
        "records": report.records_new,
        "seconds": time.perf_counter() - started,
        "cpu_seconds": time.process_time() - worked,
        "own_mb": max(own),
        "peak_mb": peak_mb(),
        "held": parts.store.counts().records,
    }


def _measured(rows: list[dict[str, float]], disk: int, anew: dict[str, float]) -> Measured:
    timed = [row for row in rows if row["citations"] == row["written"]] or rows  # those that came in one go
    held, read = rows[-1]["held"], sum(row["citations"] for row in timed)
    seconds = sum(row["seconds"] for row in timed)
    quarter = max(1, len(rows) // 4)
    first, last = (max(row["own_mb"] for row in part) for part in (rows[:quarter], rows[-quarter:]))
    last_per_s = timed[-1]["citations"] / timed[-1]["seconds"]
    anew_per_s = anew["units"] / anew["seconds"]
    return Measured(
        (
            Measurement("records", held, n=len(rows)),
            Measurement("records_per_s", read / seconds, n=int(read)),
            Measurement("last_records_per_s", last_per_s),
            Measurement("records_per_cpu_s", read / sum(row["cpu_seconds"] for row in timed), n=int(read)),
            Measurement("own_mb", max(row["own_mb"] for row in rows)),
            Measurement("peak_mb", max(row["peak_mb"] for row in rows)),
            Measurement("growth_mb", last - first),
            Measurement("bytes_per_record", disk / held),
            Measurement("index_per_s", anew_per_s, n=int(anew["units"])),
            Measurement("pubmed_hours", PUBMED / last_per_s / 3600),
            Measurement("pubmed_gb", disk / held * PUBMED / 2**30),
            Measurement("pubmed_index_hours", PUBMED * anew["units"] / held / anew_per_s / 3600),
        ),
        (
            f"{len(rows)} files, {sum(row['written'] for row in rows):,.0f} citations; store, search index and their "
            "files on disk. Readers work in a process of their own and are not in the memory.",
            f"All {PUBMED:,} citations of PubMed: at the pace of the last file, at this weight, and at the pace at "
            "which the index was made anew. A larger library than was measured may be slower.",
        ),
    )


def _look_for_room(folder: Path, records: int) -> None:
    """Raises BadInput where the disk would be full before the end."""
    needed = records * _ROOM_BYTES - _bytes_in(folder)
    free = shutil.disk_usage(folder).free
    if needed > free:
        needed_gb, free_gb = needed / 2**30, free / 2**30
        raise BadInput(
            f"{records:,} records need some {needed_gb:,.0f} GB more in {str(folder)!r}, where {free_gb:,.0f} "
            f"GB are free. Name another folder in {FOLDER_VARIABLE}, or fewer records in {RECORDS_VARIABLE}."
        )


def _bytes_in(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _write(progress: Path, rows: list[dict[str, float]]) -> None:
    """In one step: a kill leaves the rows of the file before, or those of this one."""
    fresh = progress.with_suffix(".new")
    fresh.write_text(json.dumps(rows))
    fresh.replace(progress)


def _wanted(parameters: Parameters) -> int:
    given = os.environ.get(RECORDS_VARIABLE, "")
    if not given:
        return parameters.records
    if not given.isdigit() or int(given) < 1:
        raise BadInput(f"{RECORDS_VARIABLE} is {given!r}. Expected a whole number, such as 1000000.")
    return int(given)
