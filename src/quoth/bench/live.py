"""Live literature against the stand-in of the services: how quick, and how it fares with faults, kills and retractions.

The stand-in runs in a process of its own, keeps to NCBI's three requests a second, and serves real files. What is
measured is this side: the way to the services and back is no part of it.
"""

import csv
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from quoth.bench.child import python_environment
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.http import Door, Request, Rules
from quoth.library import standings
from quoth.model import Abstention, NoticeKind, RetractionState
from quoth.pipeline import LiveReport, LiveStep, Parts, add_watch, ask, ask_live, ingest, load_pubmed, run_watches
from quoth.settings import load_settings
from quoth.wiring import open_parts

__all__ = ["Parameters", "measure"]

_KILLS_AT_ONCE = 2
FAULTS = (
    ("esearch", "rate-limit"), ("esearch", "rate-limit-200"), ("esearch", "error-json"), ("esearch", "error-html"),
    ("esearch", "empty"), ("esearch", "truncated"), ("esearch", "slow"), ("esearch", "fewer"),
    ("esearch", "counted-more"), ("esearch", "500"), ("efetch", "error-xml"), ("efetch", "empty"), ("efetch", "cut"),
    ("efetch", "truncated"), ("efetch", "slow"), ("efetch", "missing"), ("efetch", "bad-gzip"), ("efetch", "503"),
    ("search", "version-only"), ("search", "error-html"), ("search", "500"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parameters:
    """Questions that the library cannot answer and PubMed's files can, and how often a load is killed."""

    questions: tuple[str, ...]
    kills: int = 100
    files: int = 6


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """First answers, faults, kills and retractions, one after the other, each on libraries of its own."""
    with tempfile.TemporaryDirectory() as folder, _stand_in(bench) as url:
        home = Path(folder)
        first, whole, fetched, answered = _questions(parameters, home, url, bench)
        bench.say(f"{len(parameters.questions)} questions: first answers after {max(first):.1f} s at most")
        ended = _faults(parameters.questions[0], home, url, bench)
        same, tried = _kills(parameters, home, url, bench)
        marked, listed = _retractions(home, url, bench)
    return Measured(
        (
            Measurement("first_answer_s", max(first), n=len(first)),
            Measurement("last_answer_s", max(whole), n=len(whole)),
            Measurement("records_fetched", float(max(fetched)), n=len(fetched)),
            Measurement("answered_share", answered / len(first), n=len(first)),
            Measurement("faults_well_ended_share", ended / (2 * len(FAULTS)), n=2 * len(FAULTS)),
            Measurement("kills_same_snapshot_share", same / tried, n=tried),
            Measurement("retractions_marked_share", marked / listed, n=listed),
        ),
        (
            "Against the stand-in in tests/standins, at 3 requests a second; starter library; answers checked.",
            "A fault ends well when the page is whole, or when what is missing is told; each once and for good.",
            "A kill is SIGKILL at a random moment of a load; the load is then run again to its end.",
        ),
    )


# --- the stand-in ----------------------------------------------------------------------------------------------------
@contextmanager
def _stand_in(bench: Bench, *more: str) -> Iterator[str]:
    """The services in a process of their own. Yields their address."""
    command = [sys.executable, str(bench.places.repository / "tests/standins"), *more]
    child = subprocess.Popen(  # noqa: S603 - our own script
        [*command, "--data", str(bench.places.data)], stdout=subprocess.PIPE, text=True, env=python_environment()
    )
    assert child.stdout is not None
    try:
        found = re.search(r"https?://\S+", child.stdout.readline())
        assert found, "the stand-in did not start"
        yield found[0]
    finally:
        child.terminate()
        child.wait()


def _settings(url: str, home: Path, **more: str) -> dict[str, str]:
    switched = dict.fromkeys(("pubmed", "europepmc", "pubmed_files", "retraction_watch"), "yes")
    return {
        "home": str(home),
        "pubmed_url": f"{url}/entrez/eutils",
        "europepmc_url": f"{url}/europepmc/webservices/rest",
        "pubmed_files_url": f"{url}/pubmed",
        "retraction_watch_url": f"{url}/retraction_watch.csv",
        "private_hosts": urllib.parse.urlsplit(url).hostname or "",
        **switched,
        **more,
    }


def _variables(settings: dict[str, str]) -> dict[str, str]:
    return {f"QUOTH_{name.upper()}": value for name, value in settings.items()}


@contextmanager
def _library(url: str, home: Path, **more: str) -> Iterator[Parts]:
    with open_parts(load_settings({}, _settings(url, home, **more))) as parts:
        yield parts


def _plan_fault(url: str, path: str, kind: str, times: int) -> None:
    host = urllib.parse.urlsplit(url)
    rules = Rules(
        "stand-in", frozenset({host.hostname or ""}), private_hosts=frozenset({host.hostname or ""}),
        schemes=frozenset({"http"}), ports=frozenset({host.port or 80}), per_second=1000,
    )  # fmt: skip
    door = Door(rules)
    door.ask(Request(f"{url}/__faults", form={"clear": "1"}))
    if kind:
        door.ask(Request(f"{url}/__faults", form={"kind": kind, "path": path, "times": str(times)}))
    door.close()


# --- questions and faults --------------------------------------------------------------------------------------------
def _questions(
    parameters: Parameters, home: Path, url: str, bench: Bench
) -> tuple[list[float], list[float], list[int], int]:
    first: list[float] = []
    whole: list[float] = []
    fetched: list[int] = []
    answered = 0
    for number, question in enumerate(parameters.questions):
        with _library(url, home / f"question-{number}") as parts:
            assert isinstance(ask(question, parts).page, Abstention), f"the library answers {question!r} already"
            started = time.perf_counter()
            seen: list[float] = []

            def note(step: LiveStep, started: float = started, seen: list[float] = seen) -> None:
                if step.outcome is not None:
                    seen.append(time.perf_counter() - started)

            report = ask_live(question, parts, progress=note)
            first.append(seen[0])
            whole.append(time.perf_counter() - started)
            fetched.append(report.fetched)
            answered += report.outcome is not None and not isinstance(report.outcome.page, Abstention)
            bench.say(f"{report.fetched} records, first answer after {seen[0]:.1f} s")
    return first, whole, fetched, answered


def _faults(question: str, home: Path, url: str, bench: Bench) -> int:
    """How many faults end in a whole page, or in one that says what is missing."""
    with _library(url, home / "well") as parts:
        well = ask_live(question, parts)
    ended = 0
    for number, (path, kind) in enumerate(FAULTS):
        for times in (1, 1_000_000):
            _plan_fault(url, path, kind, times)
            with _library(url, home / f"fault-{number}-{times}", http_timeout_s="2", starter="no") as parts:
                assert parts.live is not None
                parts.live.make_door = _brisk
                report = ask_live(question, parts)
            good = _is_whole(report, well) or bool(report.shortfalls)
            ended += good and report.outcome is not None and report.outcome.verdict.passed
            if not good:
                bench.say(f"fault {kind} of {path}: something is missing and nobody says so")
    _plan_fault(url, "", "", 0)
    return ended


def _brisk(rules: Rules) -> Door:
    """A door with short waits: a fault that lasts is tried thrice, which tells as much as five times in a minute."""
    return Door(replace(rules, retry_wait_s=0.05, attempts=3))


def _is_whole(report: LiveReport, well: LiveReport) -> bool:
    return (report.fetched, report.full_texts) == (well.fetched, well.full_texts)


# --- kills -----------------------------------------------------------------------------------------------------------
def _kills(parameters: Parameters, home: Path, url: str, bench: Bench) -> tuple[int, int]:
    """How many loads that were killed end, run again, with the library of one that was not."""
    started = time.perf_counter()
    with _library(url, home / "whole", starter="no") as parts:
        assert load_pubmed(parts).complete
        wanted = parts.store.snapshot()
    took_s = time.perf_counter() - started
    chance = random.Random(bench.seed)  # noqa: S311 - moments
    moments = [chance.uniform(0.1, 1.5 * took_s + 1.0) for _ in range(parameters.kills)]  # two at once take longer
    same = 0
    with ThreadPoolExecutor(_KILLS_AT_ONCE) as pool:
        ended = pool.map(lambda pair: _killed(home / f"killed-{pair[0]}", url, pair[1]), enumerate(moments))
        for number, snapshot in enumerate(ended, start=1):
            same += snapshot == wanted
            if number % 20 == 0:
                bench.say(f"{number} kills: {same} ended the same")
    return same, parameters.kills


def _killed(folder: Path, url: str, after_s: float) -> str:
    """Begin a load, kill it, and run it to its end. Returns the snapshot of what is then there."""
    environment = {**python_environment(), **_variables(_settings(url, folder, starter="no"))}
    load = [sys.executable, "-m", "quoth.cli", "fetch", "pubmed"]
    child = subprocess.Popen(load, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    time.sleep(after_s)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    subprocess.run(load, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)  # noqa: S603
    with _library(url, folder, starter="no") as parts:
        snapshot = parts.store.snapshot()
    shutil.rmtree(folder)
    return snapshot


# --- retractions -----------------------------------------------------------------------------------------------------
def _retractions(home: Path, url: str, bench: Bench) -> tuple[int, int]:
    """How many of the loaded reports that the list names are marked after one run of a watch."""
    rows = list(
        csv.DictReader((bench.places.data / "retractions/retracted_in_staged_corpora.tsv").open(), delimiter="\t")
    )
    rows = [row for row in rows if row["doi"]]
    file = home / "reports.ris"
    file.write_text(
        "".join(f"TY  - JOUR\nTI  - {row['title']}\nDO  - {row['doi']}\nER  - \n\n" for row in rows), encoding="utf-8"
    )
    with _library(url, home / "retracted", starter="no") as parts:
        ingest([file], parts)
        add_watch("aneurysm", parts)
        run_watches(parts)
        records = [record for record in parts.store.iter_records() if record.ids.doi in {row["doi"] for row in rows}]
        states = standings(records, parts.store)
        marked = sum(
            one.retraction is RetractionState.YES or one.has(NoticeKind.CONCERN)
            for one in (states[record.id] for record in records)
        )
    return marked, len(records)
