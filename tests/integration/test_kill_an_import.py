"""An import or a restore that is killed at any moment: run again it ends the same, a restore leaves what was there."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quoth.library import keep
from quoth.pipeline import Parts, back_up, export_library, import_library, rebuild_index, restore, verify_library
from tests.unit.library.library_factories import report
from tests.unit.pipeline.carried import library

RECORDS = 1500


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export and a backup of a library that takes a moment to bring in."""
    home = tmp_path_factory.mktemp("killed")
    with library(home / "a", starter="yes") as parts, parts.store.writing():
        for number in range(RECORDS):
            found = report(
                pmid=str(number + 1),
                title=f"Report {number} on the exercise of adults with sore knees",
                words=f"In {number} adults pain fell by {number} points. " * 8,
            )
            keep(found, parts.store)
    with library(home / "a") as parts:
        rebuild_index(parts)
        export_library(home / "a.quoth", parts)
        back_up(home / "a.bak", parts)
    return home


def killed(home: Path, after_s: float, *words: str) -> None:
    """Run a command of `quoth library`, and kill it."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-m", "quoth.cli", "--home", str(home), "library", *words]
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after_s)
    child.send_signal(signal.SIGKILL)
    child.wait()


def sound(parts: Parts) -> str:
    """The snapshot of a library in which nothing is wrong."""
    assert verify_library(parts).passed
    return parts.store.snapshot()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_killed_import_is_gone_on_with(archives: Path, tmp_path: Path, seed: int) -> None:
    """Whatever had come stays, nothing comes twice, and the snapshot is that of the archive."""
    chance = random.Random(seed)
    for _ in range(2):
        killed(tmp_path, chance.uniform(0.3, 2.5), "import", str(archives / "a.quoth"))
    with library(tmp_path, index="tantivy") as parts:
        done = import_library(archives / "a.quoth", parts)

        assert done.archive_snapshot == sound(parts)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_killed_restore_leaves_the_one_or_the_other(archives: Path, tmp_path: Path, seed: int) -> None:
    """One transaction: the library that was there, or the one of the backup, never a mixture."""
    with library(tmp_path, index="tantivy") as parts:
        keep(report(pmid="77", title="What was here before the backup came"), parts.store)
        rebuild_index(parts)
        before = parts.store.snapshot()
    chance = random.Random(seed)
    killed(tmp_path, chance.uniform(0.3, 2.5), "restore", "--replace", "--yes", str(archives / "a.bak"))
    with library(tmp_path, index="tantivy") as parts:
        left = sound(parts)
        done = restore(archives / "a.bak", parts, replace=True)

        assert left in (before, done.snapshot)
        assert done.verified.passed
