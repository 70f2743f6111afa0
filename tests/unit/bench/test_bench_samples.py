"""Samples that a person read: each item of its kind, and a damaged file told by its name."""

from pathlib import Path

import pytest

from quoth.bench import minimal_differences, recommendations, time_points
from quoth.bench.samples import hash_of, load_sample
from quoth.errors import BadFile

BENCH = Path(__file__).parents[3] / "bench"


@pytest.mark.parametrize(
    ("parameters", "kind", "items"),
    [
        (recommendations.Parameters(), recommendations.SampleItem, 300),
        (time_points.Parameters(), time_points.TimedEffect, 66),
        (minimal_differences.Parameters(), minimal_differences.StatedDifference, 68),
    ],
    ids=["recommendations", "time-points", "minimal-differences"],
)
def test_every_sample_is_whole(parameters: object, kind: type[object], items: int) -> None:
    """As many as its head says were read."""
    assert items == len(load_sample(BENCH / parameters.sample, kind))  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", [None, "- {source: x}", "items: 3", "other: []", "[unclosed"])
def test_a_damaged_sample_is_told_by_its_name(tmp_path: Path, text: str | None) -> None:
    """Missing, of another kind, no list, no YAML: an operator reads which file it is and what to do."""
    file = tmp_path / "sample.yaml"
    if text is not None:
        file.write_text(text, encoding="utf-8")

    with pytest.raises(BadFile, match=r"sample\.yaml\)\. Restore it from the repository"):
        load_sample(file, time_points.TimedEffect)


def test_a_hash_stands_for_its_words_and_for_no_others() -> None:
    """Half a character, as old files hold them, has a hash as well."""
    assert "5a3aab7df4d8e44f" != hash_of("a sentence") == hash_of("a sentence")
    assert 16 == len(hash_of("\ud800"))
