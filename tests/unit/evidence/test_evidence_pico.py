"""Who was studied, what was done, against what and what was measured, as reports word it."""

import pytest

from quoth.evidence.study.pico import pico_of, ranked_interventions
from quoth.model import Extent, PicoKind
from quoth.text import sentences


def told(text: str) -> dict[PicoKind, str]:
    """The words of each part found."""
    cut = [Extent(start, end) for start, end in sentences(text)]
    return {one.kind: text[one.extent.start : one.extent.end] for one in pico_of(text, cut)}


def test_a_trials_abstract_tells_its_four_parts() -> None:
    """People, intervention, comparator and outcome come out as stretches of the text itself."""
    found = told(
        "We aimed to determine the effect of vitamin D on falls in older women. "
        "1,204 women with osteoporosis were randomised to vitamin D or placebo. "
        "The primary outcome was time to first fall."
    )

    assert "women with osteoporosis" in found[PicoKind.POPULATION]
    assert "vitamin D" == found[PicoKind.INTERVENTION]
    assert "placebo" in found[PicoKind.COMPARATOR]
    assert "time to first fall" == found[PicoKind.OUTCOME]


def test_a_number_is_never_cut_from_its_thousands() -> None:
    """Of "1,204 women" the words "204 women" would be a false quotation."""
    assert not told("In all, 1,204 women with asthma took part.")[PicoKind.POPULATION].startswith("204")


@pytest.mark.parametrize("text", ["Pain fell.", "", "The results of this study were as expected."])
def test_nothing_is_found_where_no_phrase_stands(text: str) -> None:
    """A part that a text does not tell is not guessed."""
    assert {} == told(text) or PicoKind.INTERVENTION not in told(text)


def test_interventions_of_a_title_come_first() -> None:
    """What the title compares is what the report is about, each once."""
    ranked = ranked_interventions("Taping versus exercise for kneecap pain: a randomised trial", "", ())

    assert {"Taping", "exercise"} <= set(ranked)


@pytest.mark.parametrize("noise", ["an " * 3000, "effect of " * 3000, "versus " * 4000, "((((" * 4000, "a" * 20000])
def test_hostile_text_is_read_in_bounded_time(noise: str) -> None:
    """Every pattern is bounded: noise gives at most a few spans of bounded length."""
    assert all(len(words) <= 160 for words in told(noise).values())


def test_people_are_not_cut_out_of_a_span_of_years() -> None:
    """Two years with "to" between them are one thing."""
    said = told("From 1998 to 2009, 79 patients with heel pain were randomised to insoles or rest.")

    assert not said.get(PicoKind.POPULATION, "").startswith("2009")
