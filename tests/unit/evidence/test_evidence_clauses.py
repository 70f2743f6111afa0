"""For whom and when advice holds: whole, and no more than that."""

import pytest

from quoth.evidence.guideline.clauses import condition_in, population_in

POPULATIONS = [
    ("We recommend tape, except in patients who cannot stand.", None),
    ("Offer tape to runners, but not to children under five.", None),
    ("In adults with an eGFR <60 ml/min per 1.73 m2, offer tape.", "adults with an eGFR <60 ml/min per 1.73 m2"),
    ("Offer tape to patients with sprains and any of the following: pain, swelling.", "patients with sprains"),
    ("Offer tape to people with any of the following: pain, swelling.", "people with any of the following"),
    ("Offer tape to adults who are unable to stand.", "adults who are unable to stand"),
    ("Women of childbearing age should be asked.", "Women of childbearing age"),
    ("We recommend that pregnant women continue taping.", "pregnant women"),
    ("We suggest that adults with sprains be taped.", "adults with sprains"),
    ("Refer children and adults with bone pain to a specialist for imaging.", "children and adults with bone pain"),
    ("A nurse should tell people with a sprain about the risk.", "people with a sprain"),
    ("For adults suspected of having a fracture, we suggest imaging.", "adults suspected of having a fracture"),
    ("Screen all inpatients aged 65 years or older with the new scale.", "inpatients aged 65 years or older"),
    ("We recommend tape for all outpatients.", "all outpatients"),
    ("We recommend treating adults with sprains with a brace.", "adults with sprains"),
    ("We suggest tape in patients with pain of the knee.", "patients with pain of the knee"),
    ("Nobody knows. No patient should be taped.", None),
]
CONDITIONS = [
    ("A brace is an option where tape is poorly tolerated.", "where tape is poorly tolerated"),
    ("A block before surgery is recommended.", "before surgery"),
    ("This may be repeated once or twice.", None),
    ("Use the scale to decide when to tape.", None),
    ("Stop at 1.5 mg if pain exceeds 2.5 points, or earlier.", "if pain exceeds 2.5 points"),
    ("Tape is given in the clinic where a nurse is present.", None),
    ("Offer tape before discharge • in writing.", "before discharge"),
]


@pytest.mark.parametrize(("sentence", "population"), POPULATIONS)
def test_a_population_is_whole_and_is_no_exception(sentence: str, population: str | None) -> None:
    """A figure does not cut it, and neither the treatment nor the place to go belongs to it."""
    extent = population_in(sentence, 0, len(sentence))

    assert population == (sentence[extent.start : extent.end] if extent else None)


@pytest.mark.parametrize(("sentence", "condition"), CONDITIONS)
def test_a_condition_ends_where_the_advice_goes_on(sentence: str, condition: str | None) -> None:
    """What is advised is no part of when it is."""
    extent = condition_in(sentence, 0, len(sentence))

    assert condition == (sentence[extent.start : extent.end] if extent else None)
