"""Running experiments one after the other: what is missing is said, what was measured is kept or held against."""

import os
import platform
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from quoth.bench.expectation import Judged, judge
from quoth.bench.experiment import Experiment
from quoth.bench.measures import MEASURES, Bench, measure
from quoth.bench.places import ENCODER_VARIABLE, Places
from quoth.bench.results import Result, keep_result, write_page
from quoth.errors import BadFile, MissingExtra

__all__ = ["Report", "check", "run"]

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one experiment. Skipped ones say why and have no result."""

    experiment: Experiment
    result: Result | None = None
    judged: tuple[Judged, ...] = ()
    skipped: str = ""

    @property
    def failed(self) -> tuple[Judged, ...]:
        """Figures that are not as expected."""
        return tuple(row for row in self.judged if row.status.failed)


def run(
    chosen: Sequence[Experiment],
    everything: Sequence[Experiment],
    places: Places,
    *,
    go_on: bool,
    say: Say,
    table: Mapping[str, str] = MEASURES,
) -> tuple[Report, ...]:
    """Run experiments, keep each result as it comes and make the page anew.

    Args:
        chosen: what to run, in order.
        everything: all experiments, for the page.
        places: where experiments, results and data lie.
        go_on: skip what cannot run here, with its reason, instead of stopping.
        say: told what is going on, a line at a time.
        table: name -> module of every measure.

    Raises:
        BadFile: data is missing (and not `go_on`).
        MissingExtra: a package is missing (and not `go_on`).
    """
    reports = []
    for experiment in chosen:
        report = _one(experiment, places, go_on, say, table)
        reports.append(report)
        if report.result is not None:
            keep_result(report.result, places.results)
            write_page(everything, places.results, places.page)
    return tuple(reports)


def check(
    chosen: Sequence[Experiment], places: Places, *, go_on: bool, say: Say, table: Mapping[str, str] = MEASURES
) -> tuple[Report, ...]:
    """Run experiments again and keep nothing: the caller looks at what failed. Raises as `run`."""
    return tuple(_one(experiment, places, go_on, say, table) for experiment in chosen)


def machine_in_words() -> str:
    """Processors that this process may use, other work, memory, Python: enough to read a figure by, and no host."""
    cpus = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = f" (load {os.getloadavg()[0]:.1f})" if hasattr(os, "getloadavg") else ""
    return f"{cpus} processor(s){load}, {memory:.0f} GB memory, {platform.system()}, Python {platform.python_version()}"


def commit_of(repository: Path) -> str:
    """Short id of the commit that was measured, with a word where the source differs from it."""

    def git(*arguments: str) -> str:
        command = ["git", "-C", str(repository), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout.strip()  # noqa: S603

    try:
        changed = git("status", "--porcelain", "--", "src", "tests/acceptance/answer_key")
        return git("rev-parse", "--short", "HEAD") + (" with changes" if changed else "")
    except (OSError, subprocess.SubprocessError):
        return "unknown"


def _one(experiment: Experiment, places: Places, go_on: bool, say: Say, table: Mapping[str, str]) -> Report:
    try:
        _require(experiment, places)
        say(f"{experiment.name}: {experiment.measure}")
        machine = machine_in_words()
        started = time.monotonic()
        measured = measure(experiment, _bench(experiment, places, say), table)
    except (MissingExtra, _MissingData) as fault:
        if not go_on:
            raise
        return Report(experiment, skipped=str(fault))
    result = Result(
        experiment.name,
        measured,
        time.monotonic() - started,
        commit_of(places.repository),
        datetime.now(UTC).date().isoformat(),
        machine,
        experiment.seed,
    )
    return Report(experiment, result, judge(experiment.figures, measured.figures))


def _bench(experiment: Experiment, places: Places, say: Say) -> Bench:
    return Bench(places, experiment.seed, lambda line: say(f"  {line}"), experiment.encoder)


class _MissingData(BadFile):
    """Files that an experiment needs are not there."""


def _require(experiment: Experiment, places: Places) -> None:
    missing = places.missing(experiment.needs)
    if missing:
        raise _MissingData(
            f"Experiment {experiment.name!r} needs data that is not there: {', '.join(missing)} ({places.data}). "
            "Set QUOTH_DATA to the folder that holds it."
        )
    if places.missing((), encoder=experiment.encoder):
        raise _MissingData(
            f"Experiment {experiment.name!r} needs an encoder, and {_named(places)}. "
            f"Set {ENCODER_VARIABLE} to an encoder's folder (docs/how-to/use-an-encoder.md says how to make one)."
        )


def _named(places: Places) -> str:
    return f"'{places.encoder}' is no folder" if places.encoder else "none is named"
