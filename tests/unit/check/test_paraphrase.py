"""A free paraphrase keeps what decides what a sentence says, whatever a judge thinks of it."""

import pytest

from quoth.bench.meanings import statement_of
from quoth.check import unheld
from quoth.model.paraphrase_rules import WORD_CLASSES
from quoth.pipeline.judging import judge_set

SOURCE = (
    "In women with knee pain, taping did not reduce pain more than placebo at 12 weeks (MD -1.47, "
    "95% CI -2.28 to -0.67)."
)
HONEST = (
    "Among women with knee pain, taping did not decrease pain more than placebo did at 12 weeks "
    "(MD -1.47, 95% CI -2.28 to -0.67)."
)
LIES = {
    "number": ("12 weeks", "21 weeks"),
    "number, unit": ("12 weeks", "12 months"),
    "number, sign": ("-1.47", "1.47"),
    "number, order": ("-2.28 to -0.67", "-0.67 to -2.28"),
    "interval": (", 95% CI -2.28 to -0.67", ""),
    "negation": ("did not decrease", "did decrease"),
    "direction": ("decrease pain", "increase pain"),
    "comparator": ("placebo", "usual care"),
    "comparator, gone": ("more than placebo did ", ""),
    "population": ("women", "men"),
    "population, gone": ("Among women with knee pain, taping", "Taping"),
    "doubt": ("did not decrease", "might not decrease"),
    "scope": ("Among women", "Among all women"),
    "name": ("taping", "naproxen"),
    "form": ("taping", "<b>taping</b>"),
    "form, hidden": ("taping", "tap\u200bing"),
}


def test_an_honest_paraphrase_holds() -> None:
    """Other words of the same classes, another order of small words."""
    assert () == unheld(HONEST, [statement_of(SOURCE)])


@pytest.mark.parametrize("lie", LIES)
def test_what_changes_a_meaning_does_not_hold(lie: str) -> None:
    """Each rule names what was lost or gained."""
    before, after = LIES[lie]
    assert before in HONEST
    assert lie.partition(",")[0] in unheld(HONEST.replace(before, after), [statement_of(SOURCE)])


def test_arms_that_changed_sides_do_not_hold() -> None:
    """More than, the other way round."""
    source = [statement_of("Exercise reduced pain more than rest.")]
    assert () == unheld("Exercise decreased pain more than rest did.", source)
    assert "comparator" in unheld("Rest reduced pain more than exercise.", source)


def test_a_bound_in_words_is_a_bound() -> None:
    """At or under, or less, up to: one thing; over, and no bound at all: others."""
    source = [statement_of("Keep total paracetamol at or under 4 g a day.")]
    for said in ("Keep total paracetamol at 4 g or less a day.", "Keep total paracetamol at up to 4 g a day."):
        assert () == unheld(said, source)
    for said in ("Keep total paracetamol over 4 g a day.", "Keep total paracetamol at 4 g a day."):
        assert "number" in unheld(said, source)


def test_a_measure_is_the_same_written_out_and_a_million_is_no_billion() -> None:
    """Mean difference and MD are one; what a number counts in is its unit."""
    source = [statement_of("NSAIDs vs placebo, disability: MD -0.85 (-1.30 to -0.40) on 0-24.")]
    assert () == unheld("NSAIDs versus placebo, disability: mean difference -0.85 (-1.30 to -0.40) on 0-24.", source)
    people = [statement_of("About 1.4 billion people have high blood pressure and 14% have it controlled.")]
    assert () == unheld("High blood pressure affects about 1.4 billion people.", people)
    assert "number" in unheld("High blood pressure affects about 1.4 million people.", people)


@pytest.mark.parametrize(
    ("cited", "honest", "lie"),
    [
        (
            "Nausea was 28% with topiramate and 24% with placebo.",
            "There was nausea in 28% with topiramate, in 24% with placebo.",
            "Nausea was 28% with placebo and 24% with topiramate.",
        ),
        (
            "Nausea: topiramate 28%, placebo 24%.",
            "With topiramate nausea was 28%, with placebo 24%.",
            "Nausea: placebo 28%, topiramate 24%.",
        ),
    ],
)
def test_numbers_that_changed_their_arms_do_not_hold(cited: str, honest: str, lie: str) -> None:
    """Each number in its place, and the treatments exchanged between them."""
    assert "comparator" in unheld(lie, [statement_of(cited)])
    assert () == unheld(honest, [statement_of(cited)])


@pytest.mark.parametrize(
    "near",
    [
        "Statins do not lower death from hypertension in adults who smoke, but lower the rate of heart attack.",
        "Statins do not lower death from hypotension in adults who smoke, but the rate of heart attack.",
        "Statins do not lower death in adults who smoke, but lower the rate of heart attack.",
        "Statins lower not death from hypertension in adults who smoke, but lower the rate of heart attack.",
        "Smoke does not lower death from hypertension in adults who statins, but lower the rate of heart attack.",
        "Statins do not raise survival from hypertension in adults who smoke, but lower the rate of heart attack.",
    ],
)
def test_what_is_nearly_the_quote_stands_as_the_quote(near: str) -> None:
    """A prefix, a word, a place of a negation, an agent: one change among many words that stayed."""
    source = "Statins do not lower death from hypertension in adults who smoke, but lower the rate of heart attack."
    assert (near != source) == ("near copy" in unheld(near, [statement_of(source)]))


@pytest.mark.parametrize("said", ["Surgery cures it.", "Honey is sweet.", "Children sleep badly in the night."])
def test_what_shares_no_words_with_its_quote_is_about_something_else(said: str) -> None:
    """A sentence that gains and loses none of the classes has still to speak of what it cites."""
    assert "something else" in unheld(said, [statement_of("Tape eases pain of the kneecap.")])


@pytest.mark.parametrize(
    "moved",
    [
        "In adults with asthma, tape lowered pain by 12 points.",
        "By 12 points tape lowered pain in adults with asthma.",
        "Tape decreased pain by 12 points in adults who have asthma.",
    ],
)
def test_a_phrase_may_move_and_a_word_of_its_class_may_stand_in(moved: str) -> None:
    """What is said of whom stays as it was."""
    assert () == unheld(moved, [statement_of("RESULTS: Tape lowered pain by 12 points in adults with asthma.")])


@pytest.mark.parametrize(
    ("before", "after", "group"),
    [
        ("the knee joint", "the hip joint", "place"),
        ("routinely use", "use", "scope"),
        ("a little", "a lot", "scope"),
        ("in institutions", "at home", "population"),
    ],
)
def test_places_routine_and_degree_are_held(before: str, after: str, group: str) -> None:
    """Words that a first set of near-misses did not have."""
    source = "For older people in institutions, do not routinely use braces of the knee joint: pain falls a little."
    assert before in source
    assert group in unheld(source.replace(before, after), [statement_of(source)])


def test_a_part_may_be_repeated_alone_where_the_rest_holds_no_limit() -> None:
    """What stands in another sentence of the same quote may be left out, but never its limits."""
    free = [statement_of("Exercise reduced pain. Forty trials measured it.")]
    bound = [statement_of("Exercise reduced pain. It should not be used in pregnancy.")]
    assert () == unheld("Exercise decreased pain.", free)
    assert unheld("Exercise decreased pain.", bound)


def test_the_rules_alone_refuse_the_near_misses_of_the_judge_set() -> None:
    """With a judge that says yes to everything, at most 1 in 100 sentences that are not borne gets in."""
    not_borne = [pair for pair in judge_set() if not pair.borne]
    let_in = [pair for pair in not_borne if not unheld(pair.sentence, [statement_of(pair.span)])]
    assert len(let_in) <= len(not_borne) / 100, let_in


def test_every_class_has_its_own_name_and_words() -> None:
    """The table is read by people."""
    assert len({each.name for each in WORD_CLASSES}) == len(WORD_CLASSES)
    assert all(each.words.split() for each in WORD_CLASSES)
