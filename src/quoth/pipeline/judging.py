"""How good a judge of written sentences a model is: asked about every pair of the shipped judge set, and counted.

Precision is what counts: of the sentences that it calls borne, the share that are. A judge is good enough where some
threshold of its confidence has a lower bound of precision of 0.95 and still finds 0.30 of the borne sentences.
"""

import hashlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import msgspec
import yaml

from quoth.errors import GuestFailed
from quoth.llm import Judge
from quoth.model import JudgeMark

__all__ = [
    "PRECISION_BAR",
    "RECALL_BAR",
    "Besides",
    "JudgeReport",
    "MeasuredJudge",
    "Pair",
    "judge_set",
    "judge_set_hash",
    "keep_report",
    "lower_bound",
    "measure_judge",
    "measured",
]

RECALL_BAR = 0.30
PRECISION_BAR = 0.95
"""For the lower bound of a one-sided interval, not for the share itself."""
_Z = 1.6448536269514722
"""95%, one-sided."""
_FILES = ("pairs-1.yaml", "pairs-2.yaml", "pairs-3.yaml")
_REPORT = "judge.json"


@dataclass(frozen=True, slots=True)
class Pair:
    """A source's words, a sentence about them, and whether they bear it. `kind` says how they do not."""

    record: str
    span: str
    sentence: str
    borne: bool
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Besides:
    """What a judge let in of a published set, at the threshold of the report that it belongs to. Decides nothing."""

    name: str
    pairs: int
    borne: int
    let_in: int
    rightly: int
    unanswered: int
    recall: float
    recall_low: float
    precision: float
    precision_low: float


@dataclass(frozen=True, slots=True)
class JudgeReport:
    """What a judge said to the whole set, at the threshold that is best for it."""

    judge: str
    identity: str
    """Which judge exactly: the report counts for no other."""
    judge_set: str
    """Hash of the set, 16 hex digits: a figure is worth nothing for another set."""
    measured_on: str
    """ISO date."""
    threshold: float
    """Sentences that it calls borne with at least this confidence count as let in."""
    let_in: int
    rightly: int
    borne: int
    pairs: int
    unanswered: int
    """Pairs to which nothing came that could be read; they count as refused."""
    recall: float
    recall_low: float
    precision: float
    precision_low: float
    passed: bool
    wrongly: dict[str, int]
    """How many sentences that are not borne were let in, by kind."""
    besides: tuple[Besides, ...] = ()
    """Published sets that were measured as well."""


@dataclass(frozen=True, slots=True)
class MeasuredJudge:
    """A judge with a report that is its own and good enough: the only kind that lets anything onto a page."""

    judge: Judge
    mark: JudgeMark


def judge_set() -> tuple[Pair, ...]:
    """All pairs, in the order of the files."""
    return tuple(pair for name in _FILES for entry in yaml.safe_load(_file(name)) for pair in _pairs(entry))


def judge_set_hash() -> str:
    """A name for exactly these pairs."""
    whole = hashlib.sha256()
    for name in _FILES:
        whole.update(_file(name))
    return whole.hexdigest()[:16]


def measure_judge(
    judge: Judge,
    *,
    pairs: Sequence[Pair],
    today: str,
    seconds_each: float,
    say: Callable[[int], None] = lambda _: None,
) -> JudgeReport:
    """Ask the judge about every pair and count.

    Args:
        judge: as it will judge.
        pairs: of `judge_set`.
        today: ISO date, for the report.
        seconds_each: for one pair.
        say: told how many pairs are done.

    Raises:
        GuestFailed: nothing could be read of the first ten pairs: no judge.
    """
    scored: list[tuple[Pair, float | None]] = []
    for number, pair in enumerate(pairs, start=1):
        scored.append((pair, judge.confidence(pair.span, pair.sentence, deadline_s=seconds_each)))
        if number == 10 and all(score is None for _, score in scored):
            raise GuestFailed("unreadable", "Nothing could be read of what it said to the first ten pairs.")
        say(number)
    return _report(judge, scored, today)


def keep_report(report: JudgeReport, folder: Path) -> Path:
    """Write the report into the library's folder, in the place of an earlier one, and name its file."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / _REPORT
    kept.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=2))
    return kept


def measured(judge: Judge, folder: Path) -> MeasuredJudge | str:
    """The judge with its mark, or why it lets nothing in, in words.

    The report's own word that it passed is not believed: its counts are, and the bounds are worked out again.

    Args:
        judge: the one that is plugged in.
        folder: of the library, where the report lies.
    """
    try:
        report = msgspec.json.decode((folder / _REPORT).read_bytes(), type=JudgeReport)
    except OSError:
        return f"{judge.name} was not measured: run `quoth model measure-judge`"
    except (msgspec.DecodeError, msgspec.ValidationError):
        return f"the kept measurement cannot be read ({_REPORT}): run `quoth model measure-judge` again"
    if (report.identity, report.judge_set) != (judge.identity, judge_set_hash()):
        return f"what was measured is another judge or another set than {judge.name} now: measure it again"
    if not (0 <= report.rightly <= report.let_in and report.rightly <= report.borne and 0 < report.threshold <= 1):
        return f"the kept measurement holds figures that cannot be ({_REPORT}): run `quoth model measure-judge` again"
    recall_low, precision_low = lower_bound(report.rightly, report.borne), lower_bound(report.rightly, report.let_in)
    if recall_low < RECALL_BAR or precision_low < PRECISION_BAR:
        return (
            f"{judge.name} was measured and is not good enough: precision at least {precision_low:.3f} of "
            f"{PRECISION_BAR}, recall at least {recall_low:.3f} of {RECALL_BAR}"
        )
    set_, day = report.judge_set, report.measured_on
    return MeasuredJudge(
        judge, JudgeMark(judge.name, judge.identity, set_, day, report.threshold, precision_low, recall_low)
    )


def lower_bound(hits: int, count: int) -> float:
    """The lower bound of a share, one-sided at 95%. Source: Wilson, J Am Stat Assoc 1927;22:209-212."""
    if count == 0:
        return 0.0
    share, square = hits / count, _Z * _Z
    middle = share + square / (2 * count)
    spread = _Z * math.sqrt(share * (1 - share) / count + square / (4 * count * count))
    return max(0.0, (middle - spread) / (1 + square / count))


def _report(judge: Judge, scored: Sequence[tuple[Pair, float | None]], today: str) -> JudgeReport:
    """The report at the threshold that finds most borne sentences among those that pass, else the most precise one."""
    levels = sorted({score for _, score in scored if score}) or [1.0]
    reports = [_at(level, judge, scored, today) for level in levels]
    good = [report for report in reports if report.passed]
    return (
        max(good, key=lambda one: one.recall) if good else max(reports, key=lambda one: (one.precision_low, one.recall))
    )


def _at(level: float, judge: Judge, scored: Sequence[tuple[Pair, float | None]], today: str) -> JudgeReport:
    let_in = [pair for pair, score in scored if score is not None and score >= level]
    borne = sum(pair.borne for pair, _ in scored)
    rightly = sum(pair.borne for pair in let_in)
    wrongly: dict[str, int] = {}
    for pair in let_in:
        if not pair.borne:
            wrongly[pair.kind] = wrongly.get(pair.kind, 0) + 1
    recall_low, precision_low = lower_bound(rightly, borne), lower_bound(rightly, len(let_in))
    return JudgeReport(
        judge=judge.name,
        identity=judge.identity,
        judge_set=judge_set_hash(),
        measured_on=today,
        threshold=level,
        let_in=len(let_in),
        rightly=rightly,
        borne=borne,
        pairs=len(scored),
        unanswered=sum(score is None for _, score in scored),
        recall=rightly / borne if borne else 0.0,
        recall_low=recall_low,
        precision=rightly / len(let_in) if let_in else 0.0,
        precision_low=precision_low,
        passed=recall_low >= RECALL_BAR and precision_low >= PRECISION_BAR,
        wrongly=dict(sorted(wrongly.items())),
    )


def _pairs(entry: dict[str, object]) -> list[Pair]:
    record, span = str(entry["record"]), str(entry["span"])
    borne, other = entry["borne"], entry["not_borne"]
    if not isinstance(borne, list) or not isinstance(other, dict):
        raise TypeError(f"The judge set's entry about {record} has another form.")
    return [
        *(Pair(record, span, str(sentence), True) for sentence in borne),
        *(
            Pair(record, span, str(sentence), False, str(kind))
            for kind, said in other.items()
            for sentence in _each(said)
        ),
    ]


def _each(said: object) -> list[object]:
    """The sentences of one kind: one, or a list of them."""
    return said if isinstance(said, list) else [said]


def _file(name: str) -> bytes:
    return (resources.files("quoth") / "data" / "judge" / name).read_bytes()
