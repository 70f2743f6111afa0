"""Nearly the same figure in two sentences in a row: what others had as well."""

import pytest

from quoth.text.alike import same_figure

SAME = [
    ("Pain fell by 30 mm in the taped arm.", "Those who were watched fell by 29 mm."),
    ("Pain eased in 70% of those who were needled.", "Pretended needling eased it in 70%."),
    ("Headache days went from nine to six with feverfew.", "They went from nine to six without."),
    ("The rash was gone within nine days.", "It took nine days without the cream."),
    ("Pain was gone in half of those with insoles.", "Half of those without were rid of it."),
]
APART = [
    ("Pain fell by 30 mm in the taped arm.", "Those who were watched fell by 12 mm."),
    ("Pain fell by 30 mm.", "Costs fell by 30 euros."),
    ("Pain was measured at 12 weeks.", "Function was measured at 12 weeks."),
    ("Pain fell more with tape than without (30 mm).", "Costs fell by 30 mm."),
    ("Pain fell by 30 mm.", "Function differed by 30 mm (P = .01)."),
    ("In 120 patients pain fell.", "In 118 patients function rose."),
    ("Rates were 1%, 2%, 3% and 4%.", "Rates were 4%, 5%, 6% and 7%."),
    ("Pain fell.", "Function rose."),
]


@pytest.mark.parametrize(("one", "following"), SAME)
def test_what_others_had_as_well_is_seen(one: str, following: str) -> None:
    """In figures or in words, a tenth more or less."""
    assert same_figure(one, following)


@pytest.mark.parametrize(("one", "following"), APART)
def test_a_figure_of_something_else_is_not_the_same(one: str, following: str) -> None:
    """Times, numbers of people, other units and sentences that compare by themselves are left alone."""
    assert not same_figure(one, following)
