"""`quoth ingest` of a guideline document and `quoth recommendations`, as a person and a script use them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = """<!doctype html><html><body><main><h2>Care</h2><p>Offer exercise to adults. (Strong for)</p>
<p>Do not offer opioids. (Strong against)</p></main></body></html>"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with one guideline, added as a person does."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "guide.html").write_text(PAGE)
    done = quoth(
        folder, "ingest", str(folder / "guide.html"), "--issuer", "Knee Society", "--year", "2022",
        "--title", "Knee", "--doi", "10.1000/guide",
    )  # fmt: skip
    assert 0 == done.returncode, done.stderr
    return folder


def quoth(home: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    env = {**os.environ, "QUOTH_HOME": str(home), "PYTHONPATH": "src", "QUOTH_STARTER": "no"}
    env.pop("QUOTH_EDITOR", None)
    return subprocess.run(
        [sys.executable, "-m", "quoth.cli", *args], capture_output=True, text=True, timeout=120, env=env
    )


def test_a_reader_sees_what_a_guideline_recommends(home: Path) -> None:
    """Each with its grade under its heading, before any editor has looked; a script gets the same."""
    done = quoth(home, "show", "10.1000/guide", "--recommends")
    assert 0 == done.returncode, done.stderr
    assert "2 recommendations, found by rule." in done.stdout
    assert "Care\n  Do. Offer exercise to adults." in done.stdout
    assert "Strong against" in done.stdout

    told = json.loads(quoth(home, "show", "10.1000/guide", "--recommends", "--json").stdout)
    assert ["do", "do not"] == [one["action"] for one in told["recommends"]]


def test_recommendations_are_listed_with_their_grades(home: Path) -> None:
    """Each stands with its action, its statement and the issuer's own words for the strength."""
    done = quoth(home, "recommendations", "list", "10.1000/guide")

    assert 0 == done.returncode, done.stderr
    assert "2 recommendations, 2 with a stated grade." in done.stdout
    assert "Offer exercise to adults." in done.stdout
    assert "strength: Strong against" in done.stdout


def test_decisions_are_made_shown_and_taken_back_as_json(home: Path) -> None:
    """A script sees the words with their offsets, and the whole history."""
    accepted = quoth(home, "recommendations", "accept", "10.1000/guide", "r1", "--by", "A. Editor", "--json")
    undone = quoth(home, "recommendations", "undo", "10.1000/guide", "r1", "--by", "A. Editor", "--json")
    (first,) = json.loads(accepted.stdout)["texts"][0]["recommendations"]
    (again,) = json.loads(undone.stdout)["texts"][0]["recommendations"]

    assert ("accepted", "do", "Strong for") == (first["status"], first["action"], first["strength"]["text"])
    assert ["accepted", "proposed"] == [act["status"] for act in again["decisions"]]
    assert again["decisions"][1]["takes_back"]


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("accept", "10.1000/guide", "r1"), 2, "--by"),
        (("reject", "10.1000/guide", "r1", "--by", "E"), 2, "--why"),
        (("accept", "10.1000/guide", "r99", "--by", "E"), 4, "r99"),
        (("show", "10.1000/guide", "r99"), 4, "r99"),
        (("list", "10.1000/none"), 4, "No source"),
        (("correct", "10.1000/guide", "r1", "--strength", "Gold", "--by", "E"), 2, "letter for letter"),
    ],
)
def test_what_cannot_be_decided_says_why(home: Path, args: tuple[str, ...], code: int, said: str) -> None:
    """A wrong id, a missing name or reason, and words that the source does not hold each have their message."""
    done = quoth(home, "recommendations", *args)

    assert (code, True) == (done.returncode, said in done.stderr), done.stderr


def test_a_guideline_without_any_says_that_it_was_read(home: Path) -> None:
    """Nothing found is not the same as not looked, nor as nothing that fits what was asked for."""
    (home / "words.md").write_text("# Care\n\nKnees hurt. Many people have them.\n")
    quoth(home, "ingest", str(home / "words.md"), "--issuer", "Knee Society", "--title", "Words", "--doi", "10.1000/w")

    assert "was read; no recommendation was found" in " ".join(
        quoth(home, "recommendations", "list", "10.1000/w").stdout.split()
    )
    none_so = quoth(home, "recommendations", "list", "10.1000/guide", "--status", "rejected").stdout
    assert "None of the 2 that were found" in none_so
