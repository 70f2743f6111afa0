"""`quoth model measure-judge` asks a server about every pair, prints the outcome and keeps it."""

import json
import subprocess
import sys
from pathlib import Path

from quoth.pipeline.judging import judge_set, judge_set_hash
from tests.standins.language_model import language_model

TRUTH = {(pair.span, pair.sentence): pair.borne for pair in judge_set()}


def answer(body: dict[str, object]) -> str:
    """The truth, with a confidence."""
    asked = json.loads(body["messages"][1]["content"])  # type: ignore[index]
    return json.dumps({"borne": TRUTH[asked["source"], asked["sentence"]], "confidence": 0.8})


def test_the_outcome_is_printed_and_kept_with_the_sets_hash(tmp_path: Path) -> None:
    """A server that tells the truth passes; without one, the command says what is missing."""
    with language_model(answer) as server:
        given = ["--set", f"model_url={server.address}", "--set", "model_name=small", "--set", f"home={tmp_path}"]
        command = [sys.executable, "-m", "quoth.cli", *given, "model", "measure-judge"]
        done = subprocess.run([*command, "--json"], capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stderr
        assert len(server.asked) == len(TRUTH)
    kept = json.loads((tmp_path / "judge.json").read_text(encoding="utf-8"))
    assert json.loads(done.stdout) == kept
    assert (True, 1.0, 1.0) == (kept["passed"], kept["recall"], kept["precision"])
    assert ("small", judge_set_hash(), 0) == (kept["judge"], kept["judge_set"], kept["unanswered"])

    bare = [sys.executable, "-m", "quoth.cli", "--set", f"home={tmp_path}", "model", "measure-judge"]
    refused = subprocess.run(bare, capture_output=True, text=True, timeout=60, check=False)
    assert refused.returncode != 0
    assert "model_url" in refused.stderr
