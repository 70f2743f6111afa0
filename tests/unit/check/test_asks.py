"""What advice asks for is borne by its words."""

import pytest

from quoth.check.asks import why_not_asked
from quoth.model import Action


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (Action.DO, "Do not offer zinc for colds."),
        (Action.CONSIDER, "We recommend against zinc for colds."),
        (Action.DO, "Zinc should not be used for colds."),
        (Action.DO, "Avoid zinc in pregnancy."),
        (Action.DO, "No child should be given zinc."),
        (Action.DO, "Neither zinc nor honey should be given to infants."),
        (Action.CONSIDER, "Zinc should no longer be offered, though honey may be considered."),
        (Action.DO, "There is no evidence for or against zinc."),
        (Action.DO, "Consider zinc for colds that last."),
        (Action.DO, "Zinc may be considered for colds."),
        (Action.DO, "Zinc should not be used for colds. It is recommended for warts."),
        (Action.DO_NOT, "Offer zinc for colds."),
        (Action.DO, "The evidence is insufficient to assess zinc."),
    ],
)
def test_an_action_that_the_words_do_not_ask_for_is_found(action: Action, words: str) -> None:
    """Advice against is no advice for, and "consider" is no "do"."""
    assert why_not_asked(action, words)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (Action.DO, "Offer zinc for colds."),
        (Action.DO, "Zinc should be offered, and rest may be considered."),
        (Action.CONSIDER, "Consider zinc for colds."),
        (Action.DO, "No child should be denied zinc."),
        (Action.DO, "Zinc should be given if there is no response."),
        (Action.DO, "We recommend oxygen at home. It should not be stopped while it is needed."),
        (Action.DO, "The clinician should:\n- Ask about work.\n- Name centres that can offer lower rates."),
        (Action.DO_NOT, "Zinc should not be used for colds."),
        (Action.DO_NOT, "Stop zinc after ten days."),
        (Action.UNCERTAIN, "Zinc is a metal."),
        (Action.UNCERTAIN, "Do not offer zinc, but offer rest."),
    ],
)
def test_an_action_that_the_words_bear_passes(action: Action, words: str) -> None:
    """Nothing is asked of what is shown as undecided."""
    assert why_not_asked(action, words) is None
