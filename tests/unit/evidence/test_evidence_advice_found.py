"""Advice by its label, its place or its verb, and what only stands beside advice."""

import pytest

from quoth.evidence.guideline.recommendations import recommends
from quoth.evidence.guideline.whose import is_no_own_advice, is_of_another_guideline
from tests.unit.evidence.guideline_texts import found, text

ORDERS = [
    "Recommendation 7. Apply an ice pack.",
    "Recommendation 7: Switch tape for a brace when feasible.",
    "Practice Point 2.1: Continue taping for six weeks.",
    "1.2.3 Explain the risks to runners.",
    "Choose tape over braces.",
    "Reduce the dose in old age.",
    "Review all patients within two days.",
    "1.2.1 Before taping, explain that the skin may itch.",
    "If pain lasts, repeat the examination.",
    "Ultrasound is the imaging modality of choice in children.",
    "There is insufficient evidence to make a recommendation on ice.",
    "We make no recommendation on ice.",
]
NO_ORDERS = [
    "Review of the literature took a year.",
    "Test results were normal.",
    "Apply and recover are verbs.",
    "Measure of the effect.",
    "Before taping, check and balance sheets were kept.",
    "Support was given by two of the clinics.",
    "Repeat sprains are common.",
]


@pytest.mark.parametrize("sentence", ORDERS)
def test_what_is_to_be_done_is_advice_whatever_the_verb(sentence: str) -> None:
    """Behind a number or a label too, and after a clause that says when."""
    assert recommends(sentence)


@pytest.mark.parametrize("sentence", NO_ORDERS)
def test_nouns_that_look_like_verbs_order_nothing(sentence: str) -> None:
    """They need a word after them that a verb has."""
    assert not recommends(sentence)


def test_lines_under_a_heading_that_is_a_grade_are_advice() -> None:
    """The heading says what its lines are; a line that tells something stays none."""
    words = text("# Good practice points", "Elevate the limb.", "The limb was elevated in two trials.",
                 "# Conditional recommendations", "Splint the ankle at night.", "# Costs", "Splint the ankle at night.",
                 )  # fmt: skip

    assert [
        ("Elevate the limb.", "Good practice points", None),
        ("Splint the ankle at night.", "Conditional recommendations", None),
    ] == found(words)


@pytest.mark.parametrize(
    "heading",
    [
        "Why the committee made the recommendations",
        "3.2 Rationale",
        "Evidence base",
        "Terms used in this guideline",
        "What other guidelines say",
        "Recommendations for research",
        "Comparison with other guidelines",
        "Declarations of interest",
    ],
)
def test_parts_that_tell_why_or_what_others_say_advise_nothing(heading: str) -> None:
    """Their sentences are worded as advice, with a grade or without."""
    words = text(f"# {heading}", "The panel agreed that tape should be offered.", "Rest is recommended (grade B).",
                 "# Treatment", "Offer ice to runners.")  # fmt: skip

    assert ["Offer ice to runners."] == [said for said, *_ in found(words)]


@pytest.mark.parametrize("heading", ["Evidence of nerve injury", "Rationale use of tape", "Treatment and evidence"])
def test_a_heading_that_only_begins_alike_silences_nothing(heading: str) -> None:
    """A criterion may be headed by the same word."""
    assert ["Offer ice to runners."] == [said for said, *_ in found(text(f"# {heading}", "Offer ice to runners."))]


@pytest.mark.parametrize("opening", ["Rationale. ", "Justification: "])
def test_a_paragraph_that_says_that_it_is_the_reason_is_no_advice(opening: str) -> None:
    """A word that opens it, or stands alone in the line before, says what it is."""
    why = "Stopping should be discouraged, since pain comes back."

    assert [] == found(text(opening + why))
    assert ["We recommend tape"] == [said for said, *_ in found(text(opening.strip(" .:"), "We recommend tape (1B)."))]
    assert ["Offer tape to adults."] == [
        said for said, *_ in found(text(opening.strip(" .:"), why, "Offer tape to adults."))
    ]


OTHERS = [
    "The 2018 Dutch guideline recommends tape",
    "The 2019 physiotherapists' guideline suggested rest",
    "The Norwegian consensus statement recommends tape",
    "This differs from the French guideline, which recommends rest",
    "Our advice agrees with the Scottish one, which recommends tape",
]


@pytest.mark.parametrize("sentence", OTHERS)
def test_the_graded_advice_of_another_guideline_is_not_ours(sentence: str) -> None:
    """That it carries a grade says that its own issuer graded it."""
    assert is_of_another_guideline(sentence, "American College of Knee Surgeons")
    words = text(
        f"{sentence} (strong recommendation; low quality).", "The panel recommends ice (strong recommendation)."
    )
    assert ["The panel recommends ice"] == [said for said, *_ in found(words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The guideline panel recommends tape",
        "This guideline suggests rest",
        "The 2018 guideline of the American College of Knee Surgeons recommends tape",
        "We recommend tape, which agrees with practice elsewhere",
        "The European Society suggests tape",
    ],
)
def test_a_name_that_may_be_ours_keeps_its_graded_advice(sentence: str) -> None:
    """A graded sentence is the issuer's own far more often than not."""
    assert not is_of_another_guideline(sentence, "American College of Knee Surgeons")


@pytest.mark.parametrize(
    "sentence",
    [
        "Investigators recommended stopping the trial early.",
        "The data safety monitoring board recommended a lower dose.",
        "“We recommended plaster to everybody then,” one panel member recalled.",
        "The new brace should in principle be easier to wear.",
        "Tape has been recommended by others in the first week.",
        "Earlier documents recommended plaster.",
    ],
)
def test_what_was_said_of_a_trial_or_of_old_times_is_no_advice(sentence: str) -> None:
    """Who ran a trial, who remembers, and what ought to be so, advise nobody."""
    assert is_no_own_advice(sentence, "A Society")
    assert [] == found(text(sentence))


def test_an_entry_of_a_list_of_references_advises_nothing() -> None:
    """Whatever its title says, and whether or not a heading stands over the list."""
    assert [] == found(text("12. Holm B, Berg A. Tape should be offered to runners. Ankle Lett 2011;2:1-4."))
