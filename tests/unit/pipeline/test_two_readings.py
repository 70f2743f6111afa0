"""What was read out of everyday words leads, and does not hide what the same words find as they stand."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from quoth.model import RecordId, RenditionId, Unit
from quoth.pipeline import Parts
from quoth.pipeline.composing import understood
from quoth.pipeline.guidance import guidance, names_condition
from quoth.pipeline.ranking import how_ranked, ranked
from quoth.pipeline.two_readings import early_guidance, is_guessed, names_used
from quoth.search import retrieve
from tests.kept import library_in_memory


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library in memory."""
    with library_in_memory(tmp_path_factory.mktemp("home")) as opened:
        yield opened


def first_five(asked: str, parts: Parts) -> set[str]:
    """The conditions of the guidance among the first five texts."""
    held = parts.recall().records_by_id([hit.record_id for hit in ranked(understood(asked, parts), parts).hits[:5]])
    return {name for record in held.values() for name in record.conditions}


@pytest.mark.parametrize(
    ("asked", "read", "meant"),
    [
        ("teenager with sore knees from sport", "knee osteoarthritis", "patellofemoral pain"),
        ("low mood pill at night so the headaches stay away", "depression", "migraine"),
        (
            "knees paining while climbing and squatting, age 60, gap is reduced in xray",
            "patellofemoral pain",
            "knee osteoarthritis",
        ),
    ],
)
def test_a_condition_read_out_of_everyday_words_does_not_hide_the_one_that_was_meant(
    asked: str, read: str, meant: str, parts: Parts
) -> None:
    """The reading stays, and the guidance that the words find by themselves stands beside its own."""
    question = understood(asked, parts)

    assert [read] == [mention.concept.name for mention in question.conditions]
    assert is_guessed(question, parts)
    assert {read, meant} <= first_five(asked, parts)


def test_a_treatment_read_out_of_everyday_words_does_not_hide_what_else_is_told(parts: Parts) -> None:
    """The gym is where the cuff hangs; exercise, which it is read as, is advised on for four other conditions."""
    asked = "the cuff at the gym said 158 over something"

    assert not names_condition(understood(asked, parts))
    assert "hypertension" in first_five(asked, parts)


@pytest.mark.parametrize(
    "asked",
    [
        "Does taping help patellofemoral pain?",
        "Do water tablets help hypertension?",
        "metformin for T2DM",
    ],
)
def test_what_is_called_by_its_name_is_looked_for_once(asked: str, parts: Parts) -> None:
    """A name or another word of medicine for the condition is no guess, whatever the treatment is called."""
    question = understood(asked, parts)
    run = retrieve(question, parts.index, k=20)

    assert not is_guessed(question, parts)
    assert early_guidance(question, run, parts).places < 5


def test_what_a_thread_told_is_no_guess(parts: Parts) -> None:
    """Who said kneecap pain once and asks on does not want other topics at each question."""
    first = understood("my kneecaps ache on the stairs", parts)
    follow_up = understood("does tape help?", parts, previous=first)

    assert is_guessed(first, parts)
    assert follow_up.carried_over
    assert not is_guessed(follow_up, parts)


def test_a_page_says_which_words_were_looked_up_beside_the_reading(parts: Parts) -> None:
    """And a reader who takes the words as they stand has them looked up no longer."""
    question = understood("low mood pill at night so the headaches stay away", parts)
    literal = understood(question.text, parts, literal=("headaches … stay away",))

    assert "“headaches … stay away” also as migraine" in how_ranked(question, parts)[0]
    assert "headaches … stay away" in [term.words for term in names_used(question, parts)]
    assert "headaches … stay away" not in [term.words for term in names_used(literal, parts)]


def test_where_no_guidance_names_a_condition_that_of_the_wider_one_comes_first(parts: Parts) -> None:
    """No guideline here names an acute attack; those on migraine come before one on another acute thing."""
    assert ["acute migraine attack"] == [m.concept.name for m in understood("acute migraine attack", parts).conditions]
    assert "migraine" in first_five("migraine attack medicine", parts)


@pytest.mark.parametrize(
    ("asked", "condition"),
    [
        ("do I take my ramipril morning or night", "hypertension"),
        ("how long do I stay on citalopram after I feel better", "depression"),
        ("ankle swelling from amlodipine", "hypertension"),
    ],
)
def test_guidance_is_found_by_the_class_of_a_medicine_that_none_names(asked: str, condition: str, parts: Parts) -> None:
    """Guidelines speak of ACE inhibitors where people ask about the one that they take, and trials have its name."""
    trial = Unit("x#0-9", RecordId("x"), RenditionId("x"), 0, 9, "", "Ramipril, citalopram or amlodipine in dogs.")
    parts.index.add([trial])

    assert not understood(asked, parts).conditions
    assert condition in first_five(asked, parts)
    assert "also as" in how_ranked(understood(asked, parts), parts)[0]


def test_a_treatment_is_not_looked_up_under_the_illness_that_a_pack_uses_it_for(parts: Parts) -> None:
    """Where other guidelines lie that illness would hide what was asked: opioids are given for more than backs."""
    names = {
        name
        for term in names_used(understood("opioids for acute pain after a tooth", parts), parts)
        for name in term.synonyms
    }

    assert "chronic low back pain" not in names


@pytest.mark.parametrize(
    ("asked", "conditions"),
    [
        ("heart failure water tablets", []),
        ("water tablets for heart failure", []),
        ("nicotine patches for people with heart disease", ["smoking cessation"]),
        ("water tablets twice a day", ["hypertension"]),
    ],
)
def test_an_illness_that_a_treatment_is_asked_for_leaves_no_other_to_be_inferred(
    asked: str, conditions: list[str], parts: Parts
) -> None:
    """Who has an illness besides is told from what the treatment is taken for."""
    assert conditions == [mention.concept.name for mention in understood(asked, parts).conditions]


def test_a_sound_in_the_ears_is_a_symptom_and_no_plain_word(parts: Parts) -> None:
    """What nobody here treats is not passed over as talk."""
    assert ("ringing",) == understood("ringing in my ears all the time", parts).unknown


def test_what_single_words_hint_at_is_read_early_and_takes_no_place_of_what_words_found(parts: Parts) -> None:
    """Nobody says what of; a honeymoon is spoken of with one thing. Nothing else about the finds changes."""
    question = understood("every honeymoon I've had it, every single time", parts)
    run = retrieve(question, parts.index, k=20)
    taken_back = replace(question, literal=("*",))
    with_hints, without = guidance(question, run, parts), guidance(taken_back, run, parts)
    scores = {hit.unit_id: hit.score for hit in without.hits}

    assert "urinary tract infection" in first_five(question.text, parts)
    assert "weakly by what its words hint at: " in how_ranked(question, parts)[0]
    assert "weakly" not in how_ranked(taken_back, parts)[0]
    assert {hit.unit_id for hit in with_hints.hits} > set(scores)
    assert all(hit.score == scores.get(hit.unit_id, 0.0) for hit in with_hints.hits)
    assert all(not hit.match_0_1 for hit in with_hints.hits if hit.unit_id not in scores)


def test_a_named_condition_leaves_nothing_to_hint_at(parts: Parts) -> None:
    """Who names migraine is not asked what a boyfriend may mean."""
    assert "weakly" not in how_ranked(understood("migraine, and my boyfriend snores", parts), parts)[0]
