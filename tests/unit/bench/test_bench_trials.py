"""What a reader found is weighed by how many records each stands for, and doubtful records do not count."""

import pytest

from quoth.bench.trials import Judged, weighed

JUDGED = [
    Judged(sha256="a", typed_trial=True, weight=8.0, read="trial"),
    Judged(sha256="b", typed_trial=True, weight=2.0, read="trial"),
    Judged(sha256="c", typed_trial=False, weight=2.0, read="none"),
    Judged(sha256="d", typed_trial=True, weight=9.0, read="plan"),
    Judged(sha256="e", typed_trial=True, weight=9.0, read="about"),
    Judged(sha256="f", typed_trial=False, weight=9.0, read="unclear"),
]


def test_only_what_is_plainly_a_trial_or_none_counts() -> None:
    """Plans, reports about a trial and what cannot be told are neither right nor wrong."""
    precision, recall = weighed(JUDGED, {"a", "c", "d", "e", "f"})

    assert precision == pytest.approx(0.8)
    assert recall == pytest.approx(0.8)


def test_nothing_read_as_a_trial_gives_nothing_right() -> None:
    """An empty reading is no error."""
    assert weighed(JUDGED, set()) == (0.0, 0.0)
