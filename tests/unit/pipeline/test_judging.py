"""A judge of written sentences is measured on the shipped pairs, and passes only where the lower bounds hold."""

import json
from collections import Counter
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import msgspec
import pytest
import yaml

from quoth.errors import GuestFailed
from quoth.llm import Ask, ModelJudge, Scripted
from quoth.pipeline.judging import (
    JudgeReport,
    MeasuredJudge,
    judge_set,
    keep_report,
    lower_bound,
    measure_judge,
)
from quoth.pipeline.judging import measured as trusted

PAIRS = judge_set()
TRUTH = {(pair.span, pair.sentence): pair for pair in PAIRS}


def measured(says: Callable[[Ask], str], count: int = len(PAIRS)) -> JudgeReport:
    """The report about a judge that answers so."""
    judge = Scripted([says] * count * 2, name="a judge")
    return measure_judge(ModelJudge(judge), pairs=PAIRS, today="2026-11-26", seconds_each=5)


def pair_of(ask: Ask) -> tuple[str, str]:
    """What was asked about."""
    material = json.loads(ask.messages[1].text)
    return material["source"], material["sentence"]


def reply(borne: bool, confidence: float) -> str:
    """A judge's reply."""
    return json.dumps({"borne": borne, "confidence": confidence})


def test_the_judge_set_is_large_and_its_spans_stand_in_the_packs() -> None:
    """At least 200 borne and 300 not borne, twelve of each kind, none twice, every span in the record that it names."""
    counts = Counter(pair.borne for pair in PAIRS)
    assert counts[True] >= 200
    assert counts[False] >= 300
    kinds = Counter(pair.kind for pair in PAIRS if not pair.borne)
    assert min(kinds.values()) >= 12, kinds
    assert len(TRUTH) == len(PAIRS)
    records: dict[str, str] = {}
    for file in (resources.files("quoth") / "data" / "packs").iterdir():
        pack = yaml.safe_load(file.read_text(encoding="utf-8")) if file.name.endswith(".yaml") else {}
        for record in pack.get("records", []):
            records[record["id"]] = json.dumps(record, ensure_ascii=False, default=str).replace('\\"', '"')
    for pair in PAIRS:
        assert pair.span.rstrip(".") in records[pair.record], pair.span
        assert pair.kind or pair.borne


def test_a_judge_that_is_always_right_passes() -> None:
    """Everything borne is let in, nothing else."""
    report = measured(lambda ask: reply(TRUTH[pair_of(ask)].borne, 0.9))
    assert report.passed
    assert (1.0, 1.0) == (report.recall, report.precision)
    assert report.precision_low < 1.0


def test_a_judge_that_says_yes_to_all_does_not_pass() -> None:
    """Its precision is the share of borne pairs."""
    report = measured(lambda ask: reply(True, 1.0))
    assert not report.passed
    assert report.precision < 0.5
    assert sum(report.wrongly.values()) == report.let_in - report.rightly


def test_a_threshold_is_found_where_confidence_tells() -> None:
    """A judge that is wrong when it is unsure passes at the confidence where it is right."""
    report = measured(lambda ask: reply(True, 0.95 if TRUTH[pair_of(ask)].borne else 0.4))
    assert report.passed
    assert report.threshold == 0.95


def test_a_few_right_answers_are_no_proof() -> None:
    """Right in all of the 50 that it lets in, which is less than 30% of what is borne."""
    seen: list[int] = []

    def timid(ask: Ask) -> str:
        borne = TRUTH[pair_of(ask)].borne and len(seen) < 50
        seen.extend([1] if borne else [])
        return reply(borne, 1.0)

    report = measured(timid)
    assert report.precision == 1.0
    assert not report.passed


def test_what_cannot_be_read_is_refused_and_a_judge_that_says_nothing_is_none() -> None:
    """Confidence beyond its range, other forms and prose count as no answer."""
    with pytest.raises(GuestFailed):
        measured(lambda _: "I would say yes.")
    odd = measured(lambda ask: reply(True, 7.0) if TRUTH[pair_of(ask)].borne else reply(False, 0.5))
    assert odd.let_in == 0
    assert odd.unanswered > 200
    assert not odd.passed


@pytest.mark.parametrize(
    ("hits", "count", "bound"), [(0, 0, 0.0), (100, 100, 0.9737), (95, 100, 0.9008), (60, 60, 0.9569)]
)
def test_lower_bounds_are_wilsons(hits: int, count: int, bound: float) -> None:
    """One-sided, 95%."""
    assert lower_bound(hits, count) == pytest.approx(bound, abs=2e-3)


def test_a_kept_measurement_counts_for_its_own_judge_alone(tmp_path: Path) -> None:
    """Another name, another server, another set, figures that cannot be or a file that is none: nothing is let in."""
    report = measured(lambda ask: reply(TRUTH[pair_of(ask)].borne, 0.9))
    judge = ModelJudge(Scripted([], name="a judge"))
    assert "was not measured" in str(trusted(judge, tmp_path))

    kept = keep_report(report, tmp_path)
    found = trusted(judge, tmp_path)
    assert isinstance(found, MeasuredJudge)
    assert (judge.identity, 0.9) == (found.mark.identity, found.mark.threshold)
    for other in (ModelJudge(Scripted([], name="another")), ModelJudge(Scripted([], name="a judge"), "http://else/v1")):
        assert "another judge" in str(trusted(other, tmp_path))
    for changed, says in (
        ({"judge_set": "0" * 16}, "another set"),
        ({"rightly": 9999}, "cannot be"),
        ({"threshold": 0.0}, "cannot be"),
        ({"rightly": 20, "let_in": 40, "passed": True}, "not good enough"),
    ):
        kept.write_text(json.dumps(json.loads(msgspec.json.encode(report)) | changed), encoding="utf-8")
        assert says in str(trusted(judge, tmp_path)), changed
    kept.write_text("{", encoding="utf-8")
    assert "cannot be read" in str(trusted(judge, tmp_path))
