"""A live world in a test: the stand-in server, and clients that do not dawdle."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from quoth.http import Door, Rules
from quoth.live import Live
from quoth.settings import Settings, load_settings
from tests.standins.server import StandIn, settings_for

__all__ = ["brisk", "live_at", "settings_at", "stand_in"]


@contextmanager
def stand_in(**given: object) -> Iterator[StandIn]:
    """The services, with a rate limit that tests do not meet unless they ask to."""
    with StandIn(**{"per_second": 10_000, "retry_after_s": 0, **given}) as service:  # type: ignore[arg-type]
        yield service


def settings_at(url: str, home: Path, **given: str) -> Settings:
    """Settings of a library in `home` whose sources are the stand-in."""
    return load_settings({}, {"home": str(home), "starter": "no", **settings_for(url), **given})


def live_at(url: str, home: Path, **given: str) -> Live:
    """Clients of the stand-in that wait milliseconds where real ones wait seconds."""
    return Live(settings_at(url, home, **given), make_door=brisk)


def brisk(rules: Rules) -> Door:
    """A door in a hurry: the same rules with short waits."""
    return Door(
        replace(rules, per_second=max(rules.per_second, 1_000.0), retry_wait_s=0.002, attempts=3, timeout_s=1.0)
    )
