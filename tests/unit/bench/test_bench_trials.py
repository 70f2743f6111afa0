"""What a reader found is weighed by how many records each stands for, and doubtful records do not count."""

import pytest

from quoth.bench.trials import Judged, weighed, with_interval

JUDGED = [
    Judged(sha256="a", typed_trial=True, weight=8.0, read="trial"),
    Judged(sha256="b", typed_trial=True, weight=2.0, read="trial"),
    Judged(sha256="c", typed_trial=False, weight=2.0, read="none"),
    Judged(sha256="d", typed_trial=True, weight=9.0, read="plan"),
    Judged(sha256="e", typed_trial=True, weight=9.0, read="about"),
    Judged(sha256="f", typed_trial=False, weight=9.0, read="unclear"),
]


PLAIN = [item for item in JUDGED if item.read in ("trial", "none")]


def test_each_record_counts_as_often_as_it_stands_for() -> None:
    """Eight of ten trials are found, and two that are none besides."""
    precision, recall = weighed(PLAIN, {"a", "c"})

    assert precision == pytest.approx(0.8)
    assert recall == pytest.approx(0.8)


def test_a_plan_and_a_report_about_a_trial_are_no_trials() -> None:
    """Where they are left in, calling them trials is wrong."""
    precision, recall = weighed(JUDGED, {"a", "d", "e"})

    assert precision == pytest.approx(8 / 26)
    assert recall == pytest.approx(0.8)


def test_an_interval_narrows_with_what_was_read() -> None:
    """Records are drawn anew within their stratum; ten times as many tell the figure more narrowly."""
    found, missed = (Judged(sha256=name, typed_trial=True, weight=2.0, read="trial") for name in "ab")
    few, many = [found] * 8 + [missed] * 2, [found] * 80 + [missed] * 20
    wide, narrow = (with_interval(items, {"a"}, seed=1)[1] for items in (few, many))

    assert wide[1] < narrow[1] < narrow[0] < narrow[2] < wide[2]
    assert narrow[0] == pytest.approx(0.8)


def test_nothing_read_as_a_trial_gives_nothing_right() -> None:
    """An empty reading is no error."""
    assert weighed(JUDGED, set()) == (0.0, 0.0)
