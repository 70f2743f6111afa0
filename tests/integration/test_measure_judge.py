"""`quoth model measure-judge` asks a server about every pair, prints the outcome and keeps it."""

import json
import subprocess
import sys
from pathlib import Path

from quoth.pipeline.judging import judge_set, judge_set_hash
from tests.standins.language_model import language_model

TRUTH = {(pair.span, pair.sentence): pair.borne for pair in judge_set()}


HEALTHVER = "id,evidence,claim,label,topic_ip,question\n1,Tape eased pain.,Tape eases pain.,Supports,1,does it?\n"
CLAIM = {"id": 1, "claim": "Tape lowers pain.", "evidence": {}, "cited_doc_ids": [7]}


def published(folder: Path) -> list[str]:
    """Options that name files of HealthVer and SciFact, of the published form."""
    (folder / "healthver_dev.csv").write_text(HEALTHVER, encoding="utf-8")
    document = {"doc_id": 7, "title": "Tape", "abstract": ["We taped knees."], "structured": False}
    (folder / "corpus.jsonl").write_text(json.dumps(document), encoding="utf-8")
    (folder / "claims_dev.jsonl").write_text(json.dumps(CLAIM), encoding="utf-8")
    return ["--healthver", str(folder / "healthver_dev.csv"), "--scifact", str(folder)]


def answer(body: dict[str, object]) -> str:
    """The truth, with a confidence."""
    asked = json.loads(body["messages"][1]["content"])  # type: ignore[index]
    borne = TRUTH.get((asked["source"], asked["sentence"]), "eased" in asked["source"])
    return json.dumps({"borne": borne, "confidence": 0.8})


def test_the_outcome_is_printed_and_kept_with_the_sets_hash(tmp_path: Path) -> None:
    """A server that tells the truth passes; without one, the command says what is missing."""
    with language_model(answer) as server:
        given = ["--set", f"model_url={server.address}", "--set", "model_name=small", "--set", f"home={tmp_path}"]
        command = [sys.executable, "-m", "quoth.cli", *given, "model", "measure-judge"]
        besides = published(tmp_path)
        done = subprocess.run([*command, *besides, "--json"], capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stderr
        assert len(server.asked) == len(TRUTH) + 2
        missing = subprocess.run([*command, "--scifact", "/nowhere"], capture_output=True, text=True, check=False)
        assert (3, len(TRUTH) + 2) == (missing.returncode, len(server.asked)), "read before anything is asked"
    kept = json.loads((tmp_path / "judge.json").read_text(encoding="utf-8"))
    assert json.loads(done.stdout) == kept
    assert (True, 1.0, 1.0) == (kept["passed"], kept["recall"], kept["precision"])
    told = [(one["name"], one["pairs"], one["let_in"], one["rightly"]) for one in kept["besides"]]
    assert [("HealthVer", 1, 1, 1), ("SciFact", 1, 0, 0)] == told
    assert ("small", judge_set_hash(), 0) == (kept["judge"], kept["judge_set"], kept["unanswered"])

    bare = [sys.executable, "-m", "quoth.cli", "--set", f"home={tmp_path}", "model", "measure-judge"]
    refused = subprocess.run(bare, capture_output=True, text=True, timeout=60, check=False)
    assert refused.returncode != 0
    assert "model_url" in refused.stderr
