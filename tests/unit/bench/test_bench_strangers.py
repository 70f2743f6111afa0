"""The written sample of strange treatments: what is asked names its treatment's topic, and no record speaks of it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

pytest.importorskip("numpy", reason="numpy comes with the bench extra")

from quoth.bench import Places
from quoth.bench.measures import Bench
from quoth.bench.strangers import Parameters, measure
from quoth.wiring import starter_packs

SAMPLES = Path(__file__).parents[3] / "bench" / "samples"
SAMPLE, THIRD = SAMPLES / "strangers.yaml", SAMPLES / "strangers-third.yaml"


def test_no_record_of_the_starter_library_speaks_of_a_written_stranger() -> None:
    """A treatment that a record speaks of may be answered, and would be counted as a fault."""
    topics = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    packs = _packs()
    said = _said(packs)
    listed = [each for topic in topics.values() for each in topic]

    assert set(topics) == {pack["pack"] for pack in packs if pack.get("condition")}
    assert len({each["question"] for each in listed}) == len(listed) == 60
    assert not [each["treatment"] for each in listed if each["treatment"].casefold() in said]


def test_no_record_of_the_starter_library_speaks_of_a_condition_of_the_third_sample() -> None:
    """There the conditions are the strangers, five a field, and many of the treatments are known."""
    fields = yaml.safe_load(THIRD.read_text(encoding="utf-8"))
    listed = [each for field in fields.values() for each in field]
    asked = {each["question"].casefold() for each in listed}
    earlier = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))

    assert {len(field) for field in fields.values()} == {5}
    assert len(asked) == len(listed) == 60
    assert asked.isdisjoint(each["question"].casefold() for topic in earlier.values() for each in topic)
    assert not [each["condition"] for each in listed if each["condition"].casefold() in _said(_packs())]
    assert not [
        one for one in listed for word in one["condition"].split() if word.casefold() not in one["question"].casefold()
    ]


def test_a_written_sample_is_asked_as_it_is_and_advice_on_something_else_is_counted(tmp_path: Path) -> None:
    """The page of a known treatment stands in for a stranger that was taken for another one."""
    (tmp_path / "some.yaml").write_text(
        "plantar-heel-pain:\n"
        "- {treatment: night splints, question: 'Should I wear a night splint for plantar heel pain?'}\n"
        "- {treatment: blorping, question: 'Does blorping help plantar heel pain?'}\n"
    )
    places = Places(tmp_path, tmp_path, tmp_path)

    measured = measure(Parameters(written="some.yaml"), Bench(places, 1, lambda _: None))

    assert {figure.name: figure.value for figure in measured.figures} == {"refused": 0.5, "led": 0.5}
    assert measured.notes == ("answered: Should I wear a night splint for plantar heel pain?",)


def _packs() -> list[dict[str, Any]]:
    return [yaml.safe_load(file.read_text(encoding="utf-8")) for file in starter_packs()]


def _said(packs: list[dict[str, Any]]) -> str:
    """All that their records say, as plain text."""
    return " ".join(str(pack.get("records", "")) for pack in packs).casefold()
