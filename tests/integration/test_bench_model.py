"""`quoth bench model` measures whatever server it is pointed to: what stands, what is refused and why, the costs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from quoth.bench.reading_grade import reading_grade
from tests.standins.language_model import language_model


def says(body: dict[str, object]) -> str:
    """One honest sentence, one lie, one that cites nothing; or a choice of rows."""
    asked = json.loads(body["messages"][1]["content"])  # type: ignore[index]
    if "You write no words" in body["messages"][0]["content"]:  # type: ignore[index]
        return '{"statements": [1]}'
    first = asked["statements"][0]
    sentences = [
        {"text": first["text"], "statements": [1]},
        {"text": "Surgery cures everyone.", "statements": [1]},
        {"text": first["text"], "statements": [9999]},
    ]
    return json.dumps({"sentences": sentences})


def test_a_server_is_measured_in_both_modes_and_as_data(tmp_path: Path) -> None:
    """A third of its sentences stand, each of the others has its reason, and time and tokens are counted."""
    question = "What are the interventions for patellofemoral (kneecap) pain?"
    with language_model(says) as server:
        given = ["--set", f"model_url={server.address}", "--set", "model_name=small", "--set", f"home={tmp_path}"]
        given += ["--set", "model_cost_in=1"]
        command = [sys.executable, "-m", "quoth.cli", *given, "bench", "model", "--question", question]
        done = subprocess.run([*command, "--json"], capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stderr
        told = subprocess.run([*command, "--mode", "prose"], capture_output=True, text=True, timeout=300, check=False)
    select, prose = json.loads(done.stdout)
    assert ("select", 1, 1, 1, 1) == tuple(select[name] for name in ("mode", "pages", "took_part", "written", "shown"))
    assert ("prose", 1, 1, 3, 1) == tuple(prose[name] for name in ("mode", "pages", "took_part", "written", "shown"))
    assert sum(prose["refused"].values()) == 2
    assert "cites what was not shown, or nothing" in prose["refused"]
    assert prose["citation_recall"] == pytest.approx(1 / 3)
    assert prose["citation_precision"] == pytest.approx(1 / 3)
    assert prose["tokens_in"] == 11
    assert prose["cost"] == pytest.approx(11e-6)
    assert prose["grade_written"] != 0
    assert "sentences: 3, shown 1" in told.stdout


def test_a_hard_text_has_a_higher_grade() -> None:
    """Long words and long sentences ask for more schooling; no words ask for none."""
    easy = "Tape the knee. It may help for a short time."
    hard = "Multimodal physiotherapeutic intervention demonstrates superiority over pharmacological monotherapy."
    assert reading_grade(easy) < 4 < 12 < reading_grade(hard)
    assert 0.0 == reading_grade("")
