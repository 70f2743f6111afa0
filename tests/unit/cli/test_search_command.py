"""`quoth search` as a librarian's scripts use it."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.test_cli import home, quoth

__all__ = ["home"]


def test_lines_are_counted_and_the_last_one_is_listed(home: Path) -> None:
    """Each argument is a line."""
    done = quoth(home, "search", "taping", "guideline[pt]", "#1 AND #2")

    assert 0 == done.returncode, done.stderr
    assert ["#1", "#2", "#3"] == [line.split()[0] for line in done.stdout.splitlines() if line.startswith("#")]


def test_saved_searches_come_back_as_data(home: Path, tmp_path: Path) -> None:
    """A strategy from a file, saved, listed, run again as JSON, forgotten."""
    file = tmp_path / "strategy.txt"
    file.write_text("1. taping\n2. #1 AND 2015:[dp]\n", encoding="utf-8")
    assert 0 == quoth(home, "search", "--file", str(file), "--save", "tape").returncode

    run = json.loads(quoth(home, "search", "--saved", "tape", "--json").stdout)

    assert len(run["run"]["found"]) == len(run["records"]) > 0
    assert ["tape"] == [one["name"] for one in json.loads(quoth(home, "search", "--list", "--json").stdout)]
    assert 0 == quoth(home, "search", "--forget", "tape").returncode
    assert 4 == quoth(home, "search", "--saved", "tape").returncode


@pytest.mark.parametrize("arguments", [(), ("taping", "--list"), ("a OR b AND c",), ("--file", "/nowhere")])
def test_what_cannot_be_run_says_so(home: Path, arguments: tuple[str, ...]) -> None:
    """A clear message and no traceback."""
    done = quoth(home, "search", *arguments)

    assert done.returncode in (2, 3)
    assert done.stderr.startswith("quoth: ")
