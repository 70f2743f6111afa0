"""A process of its own to measure in: its memory is its own, and it can be held to one processor.

The high-water mark comes from the kernel's `VmHWM`: the maximum that `getrusage` gives is inherited from the parent
across exec, so that a small child of a large process looks large. Where there is no /proc, `getrusage` has to do.
"""

import importlib
import json
import os
import resource
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import quoth
from quoth.bench.places import ENCODER_VARIABLE

__all__ = ["Child", "forget_peak", "in_child", "own_mb", "peak_mb", "python_environment"]


@dataclass(frozen=True, slots=True)
class Child:
    """What came back from a child. `result` is JSON as its function returned it; MB are 2**20 bytes."""

    result: Any
    peak_mb: float


def in_child(function: str, arguments: dict[str, Any], *, one_core: bool = False, timeout_s: float = 3600) -> Child:
    """Call "module:function" with keyword arguments in a fresh process.

    Args:
        function: takes and returns what JSON can hold.
        arguments: for the function.
        one_core: hold the child, with all its threads, to one processor.
        timeout_s: a child that takes longer is ended, and that is a bug.
    """
    call = json.dumps({"function": function, "arguments": arguments, "one_core": one_core})
    done = subprocess.run(
        [sys.executable, "-m", "quoth.bench.child"],
        input=call,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env=python_environment(),
        timeout=timeout_s,
    )
    answer = json.loads(done.stdout)
    return Child(answer["result"], answer["peak_mb"])


_OF_BENCHES = ("QUOTH_DATA", "QUOTH_TEST_POSTGRES", ENCODER_VARIABLE)
"""Where data, a server and an encoder for measuring lie; a user's own settings are no part of a measurement."""


def python_environment() -> dict[str, str]:
    """The environment of this process without quoth's own settings, and with this very package to be found first."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_") or name in _OF_BENCHES}
    source = str(Path(quoth.__file__).resolve().parents[1])
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, (source, kept.get("PYTHONPATH"))))}


def peak_mb() -> float:
    """Most memory that this process has held so far, in MB."""
    known = _status_mb("VmHWM:")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit if known is None else known


def forget_peak() -> float:
    """Have `peak_mb` begin anew, where the kernel lets it. Returns what the process holds now, in MB."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    now = _status_mb("VmRSS:")
    return peak_mb() if now is None else now


def own_mb() -> float:
    """Memory of this process now, without the pages of files that the kernel keeps for it, in MB.

    The search index is mapped into memory: as it grows, more of it is at hand, which the kernel takes back when it is
    needed. Where there is no /proc, the most of all of it so far.
    """
    known = _status_mb("RssAnon:")
    return peak_mb() if known is None else known


def _status_mb(row: str) -> float | None:
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii", errors="replace").splitlines() if status.exists() else ()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(row)), None)


def _main() -> None:
    answer_to, sys.stdout = sys.stdout, sys.stderr
    call = json.load(sys.stdin)
    if call["one_core"] and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    module, _, name = call["function"].partition(":")
    result = getattr(importlib.import_module(module), name)(**call["arguments"])
    json.dump({"result": result, "peak_mb": peak_mb()}, answer_to)


if __name__ == "__main__":
    _main()
