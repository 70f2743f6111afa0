"""Sets that were written blind are in form, and ask for what the starter library holds. None is asked here."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml

from quoth.bench.answer_key import KeyedQuestion, load_answer_key
from quoth.wiring import starter_packs

HERE = Path(__file__).parent
NAMES = ("answer_key", "fresh_key", *(f"fresh_key_{n}" for n in range(2, 14)))
KEYS: Mapping[str, tuple[KeyedQuestion, ...]] = {name: load_answer_key(HERE / name) for name in NAMES}
LATER = pytest.mark.parametrize("name", [f"fresh_key_{n}" for n in range(6, 14)])


@LATER
def test_a_later_key_has_as_many_of_both_kinds_as_it_says(name: str) -> None:
    """100 to be answered, in every topic, and 40 to be refused."""
    answered = [one for one in KEYS[name] if one.expect == "answer"]

    assert len(answered) == 100
    assert len(KEYS[name]) - len(answered) == 40
    assert {one.pack for one in answered} == set(_records())


@LATER
def test_a_later_key_names_records_of_its_packs_and_lets_those_lead_that_recommend(name: str) -> None:
    """A record that is not there, or recommends nothing, could never hold."""
    for one in KEYS[name]:
        held = _records().get(one.pack, {})
        named = {*one.recommendation_from, *one.research_from, *one.must_not_cite, *one.must_not_use_unmarked}

        assert named <= held.keys(), one.question
        assert all(held[name] for name in (*one.recommendation_from, *one.bottom_line_from)), one.question
        assert set(one.recommendation_from) <= set(one.bottom_line_from), one.question


@LATER
def test_a_later_key_expects_something_of_every_page_and_nothing_of_a_refusal(name: str) -> None:
    """A page that need hold nothing would hold always."""
    for one in KEYS[name]:
        wanted = (*one.recommendation_from, *one.research_from)

        assert bool(wanted) == (one.expect == "answer"), one.question
        assert one.why


@LATER
def test_a_later_key_asks_no_question_that_another_key_asks(name: str) -> None:
    """A question that was mended for says nothing new."""
    others = {_plain(one) for other, key in KEYS.items() if other != name for one in key}

    assert len({_plain(one) for one in KEYS[name]}) == len(KEYS[name])
    assert others.isdisjoint(map(_plain, KEYS[name]))


@cache
def _records() -> Mapping[str, Mapping[str, bool]]:
    """Pack -> its records, and whether each recommends anything."""

    def packs() -> Iterator[dict[str, object]]:
        for file in starter_packs():
            pack = yaml.safe_load(file.read_text(encoding="utf-8"))
            if pack.get("condition"):
                yield pack

    return {
        str(pack["pack"]): {record["id"]: bool(record.get("recommendations")) for record in pack["records"]}  # type: ignore[attr-defined]
        for pack in packs()
    }


def _plain(one: KeyedQuestion) -> str:
    return " ".join(one.question.casefold().split())
