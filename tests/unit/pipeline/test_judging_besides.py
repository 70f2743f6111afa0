"""HealthVer and SciFact, as they were published, are measured beside the judge set and decide nothing."""

import csv
import gzip
import json
from pathlib import Path

import pytest

from quoth.errors import BadFile
from quoth.llm import Budget, Judge
from quoth.pipeline.judging_besides import healthver_pairs, measure_besides, scifact_pairs

CLAIMS = (
    ("Tape eased pain in all of them.", "Tape eases pain.", "Supports"),
    ("Tape eased pain in none of them.", "Tape eases pain.", "Refutes"),
    ("Tape was blue.", "Tape eases pain, it seems.", "Neutral"),
)
CORPUS = (
    {"doc_id": 7, "title": "Tape", "abstract": ["We taped knees.", "Pain fell.", "Nobody fell."], "structured": False},
    {"doc_id": 8, "title": "Rest", "abstract": ["We rested."], "structured": False},
)
LABELLED = (
    {
        "id": 1,
        "claim": "Tape lowers pain.",
        "evidence": {"7": [{"sentences": [0, 1], "label": "SUPPORT"}]},
        "cited_doc_ids": [7],
    },
    {
        "id": 2,
        "claim": "Tape makes people fall.",
        "evidence": {"7": [{"sentences": [2], "label": "CONTRADICT"}]},
        "cited_doc_ids": [7],
    },
    {"id": 3, "claim": "Rest cures.", "evidence": {}, "cited_doc_ids": [8, 99]},
)


def healthver(folder: Path) -> Path:
    """A file of the published form."""
    file = folder / "healthver_dev.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(["id", "evidence", "claim", "label", "topic_ip", "question"])
        rows.writerows([n, *claim, 1, "does tape help?"] for n, claim in enumerate(CLAIMS))
    return file


def scifact(folder: Path) -> Path:
    """A folder of the published form, its corpus gzipped."""
    folder.mkdir()
    corpus = "\n".join(json.dumps(row) for row in CORPUS)
    (folder / "corpus.jsonl.gz").write_bytes(gzip.compress(corpus.encode()))
    (folder / "claims_dev.jsonl").write_text("\n".join(json.dumps(row) for row in LABELLED) + "\n", encoding="utf-8")
    return folder


class Sure:
    """A judge that is sure where the source speaks of pain."""

    name, identity = "sure of pain", "0" * 16

    def confidence(
        self, source: str, sentence: str, *, deadline_s: float, budget: Budget | None = None
    ) -> float | None:
        """As a judge has it."""
        return None if "blue" in source else 0.9 if "ain" in source else 0.2


def test_healthver_is_read_as_published_and_as_lines(tmp_path: Path) -> None:
    """Supports is borne; refutes and neutral are not, each under its kind."""
    found = healthver_pairs(healthver(tmp_path))
    assert [(True, ""), (False, "contradicted"), (False, "not borne")] == [(one.borne, one.kind) for one in found]
    assert ("Tape eased pain in all of them.", "Tape eases pain.") == (found[0].span, found[0].sentence)
    lines = tmp_path / "healthver.jsonl.gz"
    rows = (dict(zip(("evidence", "claim", "label"), claim, strict=True)) for claim in CLAIMS)
    lines.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    assert [one.borne for one in found] == [one.borne for one in healthver_pairs(lines)]


def test_scifact_is_read_as_published(tmp_path: Path) -> None:
    """Sentences that bear or contradict a claim, or the whole of a cited abstract that does neither."""
    one, other, third = scifact_pairs(scifact(tmp_path / "scifact"))
    assert ("We taped knees. Pain fell.", True) == (one.span, one.borne)
    assert ("Nobody fell.", "contradicted") == (other.span, other.kind)
    assert ("We rested.", "not borne", False) == (third.span, third.kind, third.borne)


@pytest.mark.parametrize(
    "text",
    ["", "id,claim\n1,x\n", "id,evidence,claim,label\n1,a,b,Maybe\n", "\x00\x01", "id,evidence,claim,label\n1\n"],
)
def test_a_file_that_is_no_healthver_is_refused(tmp_path: Path, text: str) -> None:
    """With the row, and what was expected; an empty file has no pairs."""
    file = tmp_path / "claims.csv"
    file.write_text(text, encoding="utf-8")
    if len(text.splitlines()) < 2:
        assert () == healthver_pairs(file)
        return
    with pytest.raises(BadFile, match="Row 1 is none of HealthVer's"):
        healthver_pairs(file)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("claims_dev.jsonl", '{"claim": "x", "evidence": {"9": [{"sentences": [0], "label": "SUPPORT"}]}}'),
        ("claims_dev.jsonl", '{"claim": "x", "evidence": {"7": [{"sentences": [90], "label": "SUPPORT"}]}}'),
        ("claims_dev.jsonl", '{"claim": "x", "evidence": {"7": [{"sentences": [0], "label": "PERHAPS"}]}}'),
        ("claims_dev.jsonl", '{"claim": "x", "evidence": [1]}'),
        ("claims_dev.jsonl", "[]"),
        ("claims_dev.jsonl", "no JSON"),
        ("corpus.jsonl.gz", "not gzipped"),
    ],
)
def test_a_folder_that_is_no_scifact_is_refused(tmp_path: Path, name: str, text: str) -> None:
    """Files of another form, broken or hostile, end in a message."""
    folder = scifact(tmp_path / "scifact")
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(BadFile):
        scifact_pairs(folder)
    with pytest.raises(BadFile, match=r"holds no corpus\.jsonl"):
        scifact_pairs(tmp_path)


def test_what_is_let_in_is_counted_at_the_given_threshold(tmp_path: Path) -> None:
    """Rightly and wrongly; what is not answered is refused; a draw is the same each time."""
    judge: Judge = Sure()
    pairs = healthver_pairs(healthver(tmp_path))
    found = measure_besides(judge, "HealthVer", pairs, threshold=0.9, most=300, seconds_each=1)
    assert (3, 1, 2, 1, 1) == (found.pairs, found.borne, found.let_in, found.rightly, found.unanswered)
    assert (1.0, 0.5) == (found.recall, found.precision)
    assert found.precision_low < 0.5
    drawn = [measure_besides(judge, "HealthVer", pairs, threshold=0.9, most=2, seconds_each=1) for _ in range(2)]
    assert 2 == drawn[0].pairs
    assert drawn[0] == drawn[1]
