"""A study speaks of an illness where its abstract does, a recommendation where it stands."""

from dataclasses import replace

import pytest

from quoth.answer.which_illness import is_on_another_illness
from quoth.model import Fidelity, Finding, Form, make_rendition
from tests.unit.answer.factories import finding, question, result

ASKED = replace(question("Does taping help asthma?"), conditions=(), terms=())


def out_of(abstract: str, one: Finding) -> Finding:
    """The finding as one out of an abstract."""
    text = make_rendition(fidelity=Fidelity.VERBATIM, form=Form.ABSTRACT, text=f"{abstract} {one.quote.text}")
    return replace(one, rendition=text)


@pytest.mark.parametrize(
    ("abstract", "on_another"),
    [
        ("We studied taping in asthma.", False),
        ("We studied taping in chronic bronchitis.", True),
        ("We studied taping in bronchitis without asthma.", True),
    ],
)
def test_the_results_of_a_study_are_on_the_illness_that_its_abstract_names(abstract: str, on_another: bool) -> None:
    """Whom it leaves out it does not speak of."""
    assert is_on_another_illness(ASKED, out_of(abstract, result("Breathing got easier."))) is on_another


def test_advice_is_on_the_illness_that_is_named_where_it_stands() -> None:
    """A text may speak of many; and a question that names none asks for none."""
    advice = out_of("Asthma is common.", finding("Offer taping."))

    assert is_on_another_illness(ASKED, advice)
    assert not is_on_another_illness(replace(ASKED, text="Does taping help?"), advice)
