"""A result tells what was found in a group; who makes a page and who checks it read that alike."""

import pytest

from quoth.check.found import why_nothing_found
from quoth.evidence.study.found import tells_nothing_found

NOTHING_FOUND = [
    "A retired teacher told us that she now sleeps through the night.",
    '"I have thrown my inhaler away," one participant said at the end.',
    "One woman, 44, believed that the cream had saved her marriage.",
    'In the words of a nurse, "they came back to life".',
    "A bus driver felt that his back had never been better.",
    '"My knees are twenty again!" wrote one man in his diary.',
    "The molecule occupies the dopamine receptor and thereby calms restlessness.",
    "Compression squeezes fluid out of the leg, so ulcers close.",
    "Fibre slows the uptake of sugar and in this way keeps glucose down.",
    "Because zinc binds to the virus, colds end sooner.",
    "Heat loosens muscle fibres, which takes away stiffness.",
    "The antibody mops up the inflammatory protein and hence protects the joint.",
    "Fig. 3. Fall in blood pressure by dose.",
    "Table S2. Odds of recovery with early treatment.",
    "Scheme 1: how the new drug shortens illness.",
    "Box 4. Benefits of early mobilisation.",
    "Flow chart of patients who improved.",
    "Image 2 shows the healed ulcer after six weeks.",
    "Nine papers on weight loss with the drug were included.",
    "Our search identified 22 studies reporting better sleep.",
    "Of 40 full texts, 12 described a benefit of yoga and were kept.",
    "Three conference abstracts on relapse prevention were added by experts.",
    "The included trials mostly studied relief of acute pain.",
    "The evidence for fewer falls was downgraded twice.",
    "We considered better sleep to be of critical importance.",
    "Certainty in the survival benefit was rated moderate.",
    "Trials with a benefit had more conflicts of interest.",
    "Publication bias could not be ruled out for pain relief.",
    "Studies reporting improvement were of poor quality.",
    "Treating everyone would avert 900 fractures a year.",
    "The simulation gives patients two more years without dialysis.",
    "Over ten years the programme is predicted to halve admissions.",
    "If the effect held in practice, one in six strokes could be avoided.",
    "Modelled survival was four months longer.",
    "A national roll-out could save 12,000 bed days.",
]
FOUND = [
    "A total of 12 patients reported less pain.",
    "One third of patients said that they slept better than before.",
    "Fewer falls were seen with exercise.",
    "Pain was rated lower in the exercise group.",
    "Exercise probably reduces pain.",
    "The drug beat placebo.",
    "Studies comparing taping with rest showed less pain with taping.",
    "Evidence of fusion was found in 19 patients.",
    "Table salt with iodine reduced goitre.",
    "The trial found that exercise prevents falls.",
    "Figure 2 shows that pain fell more with exercise (P = .02).",
    "Age predicted a poor outcome.",
    "Three studies found that vaccines prevented influenza.",
]
CONCLUDED = [
    "Consider early surgery.",
    "Exercise is an effective treatment of back pain.",
    "Surgery would be cost-saving.",
]


@pytest.mark.parametrize("sentence", NOTHING_FOUND)
def test_what_was_not_found_is_no_result(sentence: str) -> None:
    """One person's words, how it works, captions, searches, judgements and suppositions are no results."""
    assert tells_nothing_found(sentence, concludes=False)
    assert why_nothing_found(sentence, False)


@pytest.mark.parametrize("sentence", FOUND)
def test_what_was_found_is_a_result(sentence: str) -> None:
    """A figure, a past or words of reporting, told of a group."""
    assert not tells_nothing_found(sentence, concludes=False)
    assert why_nothing_found(sentence, False) is None


@pytest.mark.parametrize("sentence", CONCLUDED)
def test_a_conclusion_may_be_general_and_suppose(sentence: str) -> None:
    """It is shown as concluded, and not as measured."""
    assert not tells_nothing_found(sentence, concludes=True)
    assert why_nothing_found(sentence, True) is None


@pytest.mark.parametrize(
    "noise", ["trials that " * 3_000, '"I ' * 9_000, "one a " * 5_000, "would " * 5_000, "( " * 9_000]
)
def test_hostile_sentences_get_an_answer(noise: str) -> None:
    """Noise is read like anything else."""
    assert tells_nothing_found(noise, concludes=False) in (True, False)
    assert isinstance(why_nothing_found(noise, False), (str, type(None)))
