"""A load of PubMed's files that is killed at any moment loses nothing, and run again ends with the same library."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quoth.live import Live
from quoth.pipeline import load_pubmed
from quoth.wiring import open_parts
from tests.standins.server import StandIn, settings_for
from tests.unit.live.live_factories import brisk, settings_at, stand_in


def loaded(service: StandIn, home: Path) -> str:
    """Run a load to its end. Returns the snapshot."""
    settings = settings_at(service.url, home)
    with open_parts(settings) as parts:
        parts.live = Live(settings, make_door=brisk)
        assert load_pubmed(parts).complete
        assert parts.index.stamp() == parts.store.snapshot()
        return parts.store.snapshot()


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_a_killed_load_ends_with_the_same_snapshot(tmp_path: Path, seed: int) -> None:
    """`kill -9` while files are fetched, read, written and indexed; then one run to the end."""
    with stand_in(delay_s=0.02) as service:
        wanted = loaded(service, tmp_path / "whole")
        home, chance = tmp_path / "killed", random.Random(seed)
        given = {"home": str(home), "starter": "no", **settings_for(service.url)}
        child = subprocess.Popen(
            [sys.executable, "-m", "quoth.cli", "fetch", "pubmed"],
            env=os.environ
            | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
            | {f"QUOTH_{name.upper()}": value for name, value in given.items()},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(600):  # until it has begun to fetch: what comes before is no load
            if service.asked and any(each.path.endswith(".xml.gz") for each in service.asked[-50:]):
                break
            time.sleep(0.02)
        time.sleep(chance.uniform(0.0, 1.5))
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert wanted == loaded(service, home)
