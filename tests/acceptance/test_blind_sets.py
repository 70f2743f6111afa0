"""Sets that were written blind are in form, and ask for what the starter library holds. None is asked here."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from quoth.bench.answer_key import KeyedQuestion, load_answer_key
from quoth.wiring import starter_packs

HERE = Path(__file__).parent
SIXTH = load_answer_key(HERE / "fresh_key_6")
EARLIER = ("answer_key", "fresh_key", "fresh_key_2", "fresh_key_3", "fresh_key_4", "fresh_key_5")


def test_the_sixth_key_has_as_many_of_both_kinds_as_it_says() -> None:
    """100 to be answered, in every topic, and 40 to be refused."""
    answered = [one for one in SIXTH if one.expect == "answer"]

    assert len(answered) == 100
    assert len(SIXTH) - len(answered) == 40
    assert {one.pack for one in answered} == set(_records())


def test_the_sixth_key_names_records_of_its_packs_and_lets_those_lead_that_recommend() -> None:
    """A record that is not there, or recommends nothing, could never hold."""
    for one in SIXTH:
        held = _records().get(one.pack, {})
        named = {*one.recommendation_from, *one.research_from, *one.must_not_cite, *one.must_not_use_unmarked}

        assert named <= held.keys(), one.question
        assert all(held[name] for name in (*one.recommendation_from, *one.bottom_line_from)), one.question
        assert set(one.recommendation_from) <= set(one.bottom_line_from), one.question


def test_the_sixth_key_expects_something_of_every_page_and_nothing_of_a_refusal() -> None:
    """A page that need hold nothing would hold always."""
    for one in SIXTH:
        wanted = (*one.recommendation_from, *one.research_from)

        assert bool(wanted) == (one.expect == "answer"), one.question
        assert one.why


def test_the_sixth_key_asks_no_question_that_another_key_asks() -> None:
    """A question that was mended for says nothing new."""
    earlier = {_plain(one) for name in EARLIER for one in load_answer_key(HERE / name)}

    assert len({_plain(one) for one in SIXTH}) == len(SIXTH)
    assert earlier.isdisjoint(map(_plain, SIXTH))


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
