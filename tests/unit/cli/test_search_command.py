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


def test_an_exhaustive_search_comes_ranked_in_every_form(home: Path) -> None:
    """A question in plain words; the words that were added are shown with their count, and it cannot be saved."""
    asked = ("search", "--exhaustive", "Does taping help sore kneecaps?")
    shown = quoth(home, *asked)
    run = json.loads(quoth(home, *asked, "--json").stdout)["run"]

    assert 0 == shown.returncode, shown.stderr
    assert run["ranked"]
    assert "#2" in shown.stdout
    assert "words of its best 20" in shown.stdout
    assert len(run["found"]) == quoth(home, *asked, "--as", "ris").stdout.count("TY  - ")
    assert 2 == quoth(home, *asked, "--save", "x").returncode
    assert 2 == quoth(home, "search", "--exhaustive", "--list").returncode


def test_abstracts_go_out_unless_they_are_left_out(home: Path, tmp_path: Path) -> None:
    """For screening they are needed; a list of what was found can do without."""
    file = tmp_path / "one.nbib"
    file.write_text("PMID- 17\nTI  - Zebra.\nAB  - Stripes eased it.\n\n", encoding="utf-8")
    assert 0 == quoth(home, "ingest", str(file)).returncode
    asked = ("search", "zebra", "--as", "ris")

    assert "AB  - " in quoth(home, *asked).stdout
    assert "AB  - " not in quoth(home, *asked, "--without-abstracts").stdout
    records = json.loads(quoth(home, "search", "zebra", "--json").stdout)["records"]
    assert ["Stripes eased it."] == [one["abstract"] for one in records]


def test_a_note_stands_under_its_line(home: Path) -> None:
    """What was read in a way that may not be expected, beside the count."""
    shown = quoth(home, "search", "taping.ti,ab.").stdout

    assert "(.ti,ab. was read as [ti,ab])" in shown.splitlines()[1]
