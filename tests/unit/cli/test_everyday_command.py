"""`quoth everyday`, as a reviewer and a script use it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PACK = """\
quoth_pack: 1
pack: elbow
version: 1
title: Elbow pain
rendition: summary
editor: W. Writer
as_of: 2026-11-01
licence: internal use
condition: elbow pain
question: How is elbow pain treated?
concepts:
  - {name: elbow pain, kind: condition}
  - {name: brace, kind: intervention, group: braces}
records:
  - id: guide-2024
    type: guideline
    title: Care of elbow pain
    issuer: Elbow Society
    year: 2024
    retraction: "no"
    conditions: [elbow pain]
    interventions: [brace]
    recommendations:
      - text: Offer a brace to adults with elbow pain for six weeks.
        plain: If your elbow hurts, a brace can be worn for six weeks.
        strength: may
        interventions: [brace]
        action: consider
        action_by: W. Writer, from 'offer'
        facets: [benefit]
      - text: Do not brace children.
        plain: Children do not wear a brace.
        strength: must not
        interventions: [brace]
        action: do not
        action_by: W. Writer, from 'do not'
        facets: [benefit]
"""
PASSWORD = "seven green lamps dance"


def quoth(home: Path, *args: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    env = {**os.environ, "QUOTH_HOME": str(home), "PYTHONPATH": "src", "QUOTH_STARTER": "no"}
    env.pop("QUOTH_USER", None)
    return subprocess.run(
        [sys.executable, "-m", "quoth.cli", *args], capture_output=True, text=True, timeout=120, env=env, input=typed
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of one pack, a reviewer and an editor."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "elbow.yaml").write_text(PACK)
    commands = [("ingest", str(folder / "elbow.yaml"))]
    commands += [
        ("user", "add", name, "--shown-name", shown, "--office", office)
        for name, shown, office in (
            ("rev", "Dr Rev", "reviewer"),
            ("ed", "Ed", "editor"),
            ("w", "w. writer", "reviewer"),
        )
    ]
    for command in commands:
        done = quoth(folder, *command, typed=f"{PASSWORD}\n")
        assert 0 == done.returncode, (command, done.stdout, done.stderr)
    return folder


def test_words_are_listed_signed_seen_signed_and_taken_back(home: Path) -> None:
    """The whole way of one wording, by the first digits of its id."""
    assert "elbow: 0 of 2 signed (Elbow pain)" in quoth(home, "everyday", "list").stdout
    first, second = json.loads(quoth(home, "everyday", "list", "elbow", "--json").stdout)
    assert first["words"].startswith("If your elbow hurts")
    assert first["statement"].startswith("Offer a brace")
    assert (None, None, "W. Writer") == (first["signed_by"], first["signed_at"], first["written_by"])

    signed = quoth(home, "everyday", "sign", first["id"][:12], "--as", "rev")
    assert (0, f"Dr Rev signed {first['id'][:16]}.\n") == (signed.returncode, signed.stdout), signed.stderr
    assert [second["id"]] == [
        one["id"] for one in json.loads(quoth(home, "everyday", "list", "elbow", "--open", "--json").stdout)
    ]
    assert "signed by Dr Rev on 2" in quoth(home, "everyday", "list", "elbow").stdout
    assert json.loads(quoth(home, "everyday", "list", "--json").stdout)[0]["signed"] == 1

    back = quoth(home, "everyday", "take-back", first["id"], "--as", "ed", "--json")
    assert {"id": first["id"], "signed": False} == json.loads(back.stdout)
    assert "elbow: 0 of 2 signed" in quoth(home, "everyday", "list").stdout
    assert 0 == quoth(home, "audit", "verify").returncode


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("list", "none"), 4, "Topics: elbow"),
        (("sign", "0123"), 2, "--as"),
        (("sign", "0123", "--as", "rev"), 2, "too short"),
        (("sign", "0" * 20, "--as", "rev"), 4, "everyday list"),
    ],
)
def test_what_cannot_be_signed_says_why(home: Path, args: tuple[str, ...], code: int, said: str) -> None:
    """Each refusal has the cause, the way on and its exit code."""
    done = quoth(home, "everyday", *args)
    assert (code, True) == (done.returncode, said in done.stderr), done.stderr


@pytest.mark.parametrize(("who", "said"), [("ed", "signed by reviewers"), ("w", "wrote these words yourself")])
def test_an_editor_and_the_author_do_not_sign(home: Path, who: str, said: str) -> None:
    """The office and the author are looked at on the command line too."""
    words = json.loads(quoth(home, "everyday", "list", "elbow", "--json").stdout)[1]["id"]
    done = quoth(home, "everyday", "sign", words, "--as", who)
    assert done.returncode > 1
    assert said in done.stderr
