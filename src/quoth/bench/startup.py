"""Cold start: `quoth --help` and `quoth ask` as processes of their own, from nothing to the last byte.

Wall time is what a reader waits for; the processor time beside it tells how much of that was other work. Python's
compiled files are there, as pip leaves them after an installation: they are made before anything is measured.
"""

import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

from quoth.bench.child import python_environment
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.statistics import percentile
from quoth.errors import EXIT_ABSTAINED

__all__ = ["Parameters", "measure"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """How often each command is run (the median counts), and what is asked."""

    rounds: int = 5
    question: str = "Does taping the kneecap work?"
    take_in: str = ""
    """A file below the data folder that the library has taken in."""


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Seconds of wall time. The library is made before, by a first question that is not counted but reported."""
    with tempfile.TemporaryDirectory() as home:
        _seconds(f"{home}/before", "ask", parameters.question)
        first = _seconds(home, "ask", parameters.question)
        if parameters.take_in:
            _seconds(home, "ingest", str(bench.places.data / parameters.take_in))
            first = _seconds(home, "ask", parameters.question)
        bench.say("library made")
        worked = _worked()
        ask = [_seconds(home, "ask", parameters.question) for _ in range(parameters.rounds)]
        worked = (_worked() - worked) / max(1, parameters.rounds)
        help_ = [_seconds(home, "--help") for _ in range(parameters.rounds)]
    return Measured(
        (
            Measurement("help_s", percentile(help_, 50), min(help_), max(help_), len(help_)),
            Measurement("ask_s", percentile(ask, 50), min(ask), max(ask), len(ask)),
            Measurement("ask_cpu_s", worked, n=len(ask)),
            Measurement("first_ask_s", first),
        ),
        ("Medians with their lowest and highest round. The first question makes the starter library.",),
    )


def _worked() -> float:
    """Processor time of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _seconds(home: str, *arguments: str) -> float:
    command = [sys.executable, "-c", "from quoth.cli.main import main; main()", *arguments]
    environment = {**python_environment(), "QUOTH_HOME": home}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, timeout=600)  # noqa: S603 - this Python
    took = time.perf_counter() - started
    assert done.returncode in (0, EXIT_ABSTAINED), done.stderr.decode(errors="replace")
    return took
