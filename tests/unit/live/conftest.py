"""One stand-in server for all tests of a file; its faults and memory are cleared before each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.live import Live
from tests.standins.server import StandIn
from tests.unit.live.live_factories import live_at, stand_in


@pytest.fixture(scope="module")
def running() -> Iterator[StandIn]:
    """The server."""
    with stand_in() as service:
        yield service


@pytest.fixture
def service(running: StandIn) -> StandIn:
    """The server, behaving, with nothing remembered."""
    running.faults.clear()
    running.asked.clear()
    return running


@pytest.fixture
def live(service: StandIn, tmp_path: Path) -> Iterator[Live]:
    """Clients whose answers are kept nowhere yet."""
    made = live_at(service.url, tmp_path)
    yield made
    made.close()
