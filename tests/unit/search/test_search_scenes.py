"""Words of the scene, signs of clinicians and whose advice it is refuse no question that names its matter."""

import pytest

from quoth.lexicon.plain import listed
from quoth.search.clinic_signs import clinic_signs_of
from quoth.search.scenes import is_scene, scenes_of
from quoth.search.wording import read
from quoth.text import match_tokens
from tests.unit.search.search_words import asked


def _said(text: str) -> set[str]:
    return {text[span.start : span.end] for span in scenes_of(read(text))}


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Our lodger fell off his ladder: does taping help kneecap pain?", {"lodger", "ladder"}),
        ("Taping for kneecap pain on the escalator of the subway station, any use?", {"subway", "station"}),
        ("Since the wedding my kneecap pain is worse. Is taping worth it?", {"wedding"}),
    ],
)
def test_a_word_of_the_scene_is_set_aside_and_told(text: str, beside: set[str]) -> None:
    """Where somebody was when it began is not what is asked for, and the page says that it was left out."""
    question = asked(text)

    assert beside <= set(question.aside)
    assert beside.isdisjoint(question.unknown)


def test_a_word_of_the_scene_is_unknown_where_nothing_is_named() -> None:
    """Alone it may be the very matter."""
    assert "ladder" in asked("Does a ladder help?").unknown


@pytest.mark.parametrize(
    "text",
    [
        "Would a builder's ladder help kneecap pain?",
        "ladder for kneecap pain",
        "Is a ladder any good for kneecap pain?",
    ],
)
def test_a_word_of_the_scene_that_is_pointed_at_is_what_is_asked_about(text: str) -> None:
    """Somebody may ask about any thing at all."""
    assert "ladder" in asked(text).unknown


@pytest.mark.parametrize("word", ["honey", "copper", "sauna", "pillow", "whisky", "iron", "desk", "cannabis"])
def test_what_can_be_taken_or_done_is_no_scene(word: str) -> None:
    """A question about it is refused where no source speaks of it."""
    assert not is_scene(word)
    assert word in asked(f"Does {word} help kneecap pain?").unknown


def test_the_list_is_folded_and_holds_each_word_once() -> None:
    """A word in another spelling than the tokens have would never match."""
    words = [word for _, row in listed("scenes.txt") for word in row.split()]

    assert len(words) == len(set(words))
    assert [] == [word for word in words if [word] != [token.form for token in match_tokens(word)]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("my niece plays lacrosse and her kneecap hurts", {"lacrosse"}),
        ("it feels like a dagger in the heel", {"dagger"}),
        ("he hands tablets out like confetti", {"confetti"}),
        ("the clinic in Truro wants to tape it", {"Truro"}),
        ("Aoife is 7 months old and her ear is red", {"Aoife"}),
    ],
)
def test_names_and_likenesses_are_told_by_how_they_stand(text: str, said: set[str]) -> None:
    """No list holds every town, child and game."""
    assert said == _said(text)


@pytest.mark.parametrize(
    "text",
    ["something like bromolax for the back", "is there any use in Bromolax", "Bromolax 12 weeks for the back"],
)
def test_a_medicine_is_no_likeness_no_town_and_no_child(text: str) -> None:
    """What stands where a medicine stands may be one."""
    assert set() == _said(text)


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("mod-sev low mood, dx made", {"mod-sev", "dx"}),
        ("nitrofurantoin x5/7 or x 3/7", {"x5/7", "x 3/7"}),
        ("amoxicillin mg/kg, T 39.6", {"mg/kg", "T 39.6"}),
        ("back pain 3/12, pain nil at night", {"3/12", "nil"}),
    ],
)
def test_signs_of_clinicians_say_nothing_that_a_source_must_hold(text: str, signs: set[str]) -> None:
    """They tell how long, how much and how ill."""
    assert signs == {text[span.start : span.end] for span in clinic_signs_of(read(text))}


@pytest.mark.parametrize("text", ["BP 150/95", "17/40", "a reading of 135/52x", "vitamin x", "maximum"])
def test_other_figures_are_no_such_signs(text: str) -> None:
    """A pressure and weeks of pregnancy are read by others."""
    assert () == clinic_signs_of(read(text))


def test_who_advises_names_no_patients_and_no_side() -> None:
    """The paediatric academy asks about no child, and a task force on prevention about no prevention."""
    academy = asked("Which taping does the American paediatric academy want for kneecap pain?")
    force = asked("Does the US preventive task force endorse taping for kneecap pain?")

    assert () == academy.populations
    assert "prevention" not in {facet.value for facet in force.facets}


@pytest.mark.parametrize(
    ("text", "older"),
    [("at 62 is taping any use for my kneecap pain", False), ("68M, kneecap pain: taping?", True),
     ("taping for kneecap pain in people over 60", True)],
)  # fmt: skip
def test_somebody_of_62_is_an_adult_and_those_over_60_are_older_people(text: str, older: bool) -> None:
    """Most advice on older people begins at 65; "over 60" means the older ones."""
    assert older == ("older people" in {mention.concept.name for mention in asked(text).populations})


def test_a_lad_of_19_and_a_daughter_who_is_visited_are_no_children_asked_about() -> None:
    """Advice for children does not answer a grown-up, nor somebody who goes to see one."""
    grown_up = asked("A lad of 19 with kneecap pain: taping?")
    visited = asked("Off to my daughter for five weeks with kneecap pain, is taping worth it?")

    assert () == grown_up.populations
    assert () == visited.populations
    assert "children" in {m.concept.name for m in asked("A lad of 9 with kneecap pain: taping?").populations}
