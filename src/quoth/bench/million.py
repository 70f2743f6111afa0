"""A library that grows file by file to a million records: how quick it stays, whether memory stays flat, its weight.

Files are of the size of PubMed's, made of the real citations under new ids, titles and texts, and taken away again. How
far it got is written down after each file, so that an interrupted run goes on, inside a file too.
"""

import json
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from quoth.bench.child import in_child, peak_mb
from quoth.bench.libraries import opened_library
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.replicate import citations, write_copies
from quoth.errors import BadInput
from quoth.pipeline import Progress, ingest

__all__ = ["Parameters", "grow", "measure"]

RECORDS_VARIABLE = "QUOTH_BENCH_RECORDS"
FOLDER_VARIABLE = "QUOTH_BENCH_FOLDER"
PUBMED = 38_000_000
"""Citations in PubMed's files, for the note on what all of them would take."""
_LONGEST_S = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Parameters:
    """Records in all (QUOTH_BENCH_RECORDS gives another number) and in one file."""

    records: int = 60_000
    per_file: int = 30_000


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Grow the library in one process of its own, and read the curve that it wrote down."""
    wanted = _wanted(parameters)
    kept = os.environ.get(FOLDER_VARIABLE, "")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(kept or made)
        call = {
            "data": str(bench.places.data),
            "folder": str(folder),
            "records": wanted,
            "per_file": parameters.per_file,
        }
        bench.say(f"{wanted:,} records, {parameters.per_file:,} a file; how far it is: {folder / 'progress.json'}")
        rows = in_child("quoth.bench.million:grow", call, timeout_s=_LONGEST_S).result
        disk = sum(file.stat().st_size for file in (folder / "library").rglob("*") if file.is_file())
    return _measured(rows, disk)


def grow(data: str, folder: str, records: int, per_file: int) -> list[dict[str, float]]:
    """Load files until so many records are held. Returns a row for each file, those of earlier runs included."""
    home, source = Path(folder), Path(data) / "pubmed_xml"
    progress = home / "progress.json"
    home.mkdir(parents=True, exist_ok=True)
    rows: list[dict[str, float]] = json.loads(progress.read_text()) if progress.exists() else []
    originals = citations(source)
    copies = max(1, per_file // len(originals))
    with opened_library(home / "library", starter=False) as parts:
        while parts.store.counts().records < records:
            number = len(rows)
            file = home / f"citations-{number:04d}.xml"
            written = write_copies(originals, file, range(number * copies, (number + 1) * copies))
            own = [_own_mb()]

            def note(_: Progress, own: list[float] = own) -> None:
                own.append(_own_mb())

            started, worked = time.perf_counter(), time.process_time()
            report = ingest([file], parts, progress=note).files[0]
            row = {
                "citations": written,
                "records": report.records_new,
                "seconds": time.perf_counter() - started,
                "cpu_seconds": time.process_time() - worked,
                "own_mb": max(own),
                "peak_mb": peak_mb(),
                "held": parts.store.counts().records,
            }
            rows.append(row)
            progress.write_text(json.dumps(rows))
            file.unlink()
    return rows


def _measured(rows: list[dict[str, float]], disk: int) -> Measured:
    held, read = rows[-1]["held"], sum(row["citations"] for row in rows)
    seconds = sum(row["seconds"] for row in rows)
    quarter = max(1, len(rows) // 4)
    first, last = (max(row["own_mb"] for row in part) for part in (rows[:quarter], rows[-quarter:]))
    per_s, last_per_s = read / seconds, rows[-1]["citations"] / rows[-1]["seconds"]
    hours, gigabytes = PUBMED / last_per_s / 3600, disk / held * PUBMED / 2**30
    return Measured(
        (
            Measurement("records", held, n=len(rows)),
            Measurement("records_per_s", per_s, n=int(read)),
            Measurement("last_records_per_s", last_per_s),
            Measurement("records_per_cpu_s", read / sum(row["cpu_seconds"] for row in rows), n=int(read)),
            Measurement("own_mb", max(row["own_mb"] for row in rows)),
            Measurement("peak_mb", max(row["peak_mb"] for row in rows)),
            Measurement("growth_mb", last - first),
            Measurement("bytes_per_record", disk / held),
        ),
        (
            f"{len(rows)} files, {read:,.0f} citations; store, search index and their files on disk. Readers work in a "
            "process of their own and are not in the memory.",
            f"At the pace of the last file and this weight, {PUBMED:,} citations: {hours:,.0f} hours, "
            f"{gigabytes:,.0f} GB. A larger library than was measured may be slower.",
        ),
    )


def _own_mb() -> float:
    """Memory of this process without the pages of files that the kernel keeps for it, in MB.

    The search index is mapped into memory: as it grows, more of it is at hand, which the kernel takes back when it is
    needed. Where there is no /proc, all of it.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) / 1024
    return peak_mb()


def _wanted(parameters: Parameters) -> int:
    given = os.environ.get(RECORDS_VARIABLE, "")
    if not given:
        return parameters.records
    if not given.isdigit() or int(given) < 1:
        raise BadInput(f"{RECORDS_VARIABLE} is {given!r}. Expected a whole number, such as 1000000.")
    return int(given)
