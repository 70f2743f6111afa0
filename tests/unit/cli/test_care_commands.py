"""`quoth library` and its care, as a person or a script uses it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kept import filled_home
from tests.unit.cli.test_cli import quoth


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A starter library, made once."""
    return filled_home(tmp_path_factory.mktemp("home"))


def test_a_library_goes_out_and_comes_in_by_two_commands(home: Path, tmp_path: Path) -> None:
    """What export says of the snapshot, import says as well, in words and as data."""
    out = quoth(home, "library", "export", str(tmp_path / "x.quoth"), "--json")
    into = quoth(tmp_path / "new", "library", "import", str(tmp_path / "x.quoth"), "--json")
    again = quoth(tmp_path / "new", "library", "import", str(tmp_path / "x.quoth"))

    assert json.loads(out.stdout)["snapshot"] == json.loads(into.stdout)["snapshot"]
    assert "0 new records" in again.stdout
    assert "the one of the archive" in again.stderr


@pytest.mark.parametrize(("out", "into"), [("export", "import"), ("backup", "restore")])
def test_a_library_goes_through_a_pipe(home: Path, tmp_path: Path, out: str, into: str) -> None:
    """An archive named - is standard output or input, beside which nothing else goes out."""
    command = f'"{sys.executable}" -m quoth.cli'
    shell = f'{command} --home "{home}" library {out} - | {command} --home "{tmp_path}" library {into} - --json'
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", shell],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": "src"},
    )
    twice = quoth(home, "library", out, "-", "--json")

    assert 0 == done.returncode, done.stderr
    assert "-" == json.loads(done.stdout)["file"]
    assert "-: 13 words" in done.stderr
    assert not Path("-").exists()
    assert (2, "") == (twice.returncode, twice.stdout)


def test_a_restore_over_a_library_asks_first(home: Path, tmp_path: Path) -> None:
    """No is the answer of a script that was not told; nothing is lost by it."""
    file = str(tmp_path / "x.bak")
    assert 0 == quoth(home, "library", "backup", file).returncode
    refused = quoth(home, "library", "restore", file)
    asked = quoth(home, "library", "restore", "--replace", file, stdin="n\n")
    done = quoth(home, "library", "restore", "--replace", "--yes", file)
    mute = quoth(home, "library", "restore", "--replace", "-")
    nobody = quoth(home, "library", "restore", "--replace", file, stdin="")

    assert (2, True) == (nobody.returncode, "Say --yes to go on" in nobody.stderr)
    assert "Nothing was changed." in asked.stderr
    assert (2, "Say --yes" in mute.stderr) == (mute.returncode, True)
    assert (2, 130, 0) == (refused.returncode, asked.returncode, done.returncode)
    assert "not empty" in refused.stderr
    assert "Go on?" in asked.stderr
    assert "sound" in done.stdout


def test_verify_ends_with_an_exit_code_of_its_own(home: Path, tmp_path: Path) -> None:
    """Zero for a sound library, seven and a list for another one."""
    import shutil
    import sqlite3

    shutil.copytree(home, tmp_path / "home")
    sound = quoth(tmp_path / "home", "library", "verify")
    with sqlite3.connect(tmp_path / "home" / "library.db") as connection:
        connection.execute("DELETE FROM identifiers")
    broken = quoth(tmp_path / "home", "library", "verify", "--json")

    assert 0 == sound.returncode
    assert sound.stdout.count("sound") == 5
    assert 7 == broken.returncode
    assert any("identifiers do not lead to it" in fault for fault in json.loads(broken.stdout)["looked"][0]["faults"])


def test_the_overview_and_its_options_are_where_they_were(home: Path) -> None:
    """`quoth library --list` lists; an option of the overview before a command is not passed over in silence."""
    assert "pmid-" in quoth(home, "library", "--list").stdout
    misplaced = quoth(home, "library", "--json", "verify")

    assert 2 == misplaced.returncode
    assert "behind 'verify'" in misplaced.stderr
