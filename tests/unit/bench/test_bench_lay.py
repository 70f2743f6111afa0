"""The lay bench asks what the packs list and what was written blind, and counts a guideline of the right topic."""

from pathlib import Path

import pytest
import yaml

pytest.importorskip("numpy", reason="numpy comes with the bench extra")

from quoth.bench.lay import asked_sets, bare
from quoth.model import Concept, ConceptKind

SAMPLES = Path(__file__).parents[3] / "bench" / "samples"
SETS = ("", "-second", "-third", "-fourth", "-fifth", "-sixth", "-seventh")
PARAPHRASES = tuple(SAMPLES / f"lay-paraphrases{which}.yaml" for which in SETS)


@pytest.mark.parametrize("paraphrases", PARAPHRASES, ids=lambda file: file.stem)
def test_every_topic_is_asked_in_every_set(paraphrases: Path) -> None:
    """No topic is left out, and a word that two packs list may find either's guideline."""
    sets = asked_sets(paraphrases)
    topics = set(yaml.safe_load(paraphrases.read_text(encoding="utf-8")))

    assert ["conditions", "treatments", "common", "paraphrases"] == list(sets)
    assert all(topics == {pack for one in asked for pack in one.packs} for asked in sets.values())
    assert len(sets["paraphrases"]) >= 100
    assert any(len(one.packs) > 1 for one in sets["treatments"])
    assert all(len({one.text for one in asked}) == len(asked) for asked in sets.values())


def test_no_paraphrase_stands_in_two_sets() -> None:
    """A question that was mended for says nothing new."""
    sets = [{one.text for one in asked_sets(file)["paraphrases"]} for file in PARAPHRASES]

    assert len(set.union(*sets)) == sum(map(len, sets))


def test_switching_the_lists_off_leaves_the_name_alone() -> None:
    """Nothing that a pack lists as other words may help then."""
    whole = Concept("pain", ConceptKind.OUTCOME, "g", ("ache",), ("algia",), ("symptom",), "Pain", "p", ("it hurts",))

    assert Concept("pain", ConceptKind.OUTCOME, "g", broader=("symptom",), origin="p") == bare(whole)
