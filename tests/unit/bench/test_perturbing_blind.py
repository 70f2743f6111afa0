"""What the blind set of changed meanings makes of a sentence, and what it leaves alone. No checker is run here."""

from random import Random

import pytest

from quoth.bench.perturbing import BLIND, FRESH, KINDS, Source, cases, same_words
from quoth.bench.perturbing.blind import AREAS

DRUGS = ("atorvastatin", "naproxen")
MADE = {
    "share_as_the_wrong_fraction": (
        "Pain came back in 12% of the patients.",
        ["Pain came back in nearly half of the patients."],
    ),
    "rounded_boldly": ("Nausea was seen in 23.4% after a week.", ["Nausea was seen in about 30% after a week."]),
    "thousands_as_decimals": ("The cohort held 12,345 people in all.", ["The cohort held 12.345 people in all."]),
    "brackets_exchanged": (
        "It fell more with exercise (12%) than with advice (4%).",
        ["It fell more with exercise (4%) than with advice (12%)."],
    ),
    "spread_as_a_range": ("They were 45 ± 12 years old on average.", ["They were 33 to 57 years old on average."]),
    "range_as_its_middle": ("The knee hurt for 20 to 40 minutes.", ["The knee hurt for about 30 minutes."]),
    "relation_read_out_wrong": (
        "The knee hurt less with tape (P<0.05).",
        ["The knee hurt less with tape (P more than 0.05)."],
    ),
    "relation_made_an_equation": (
        "The knee hurt less with tape (P < 0.05).",
        ["The knee hurt less with tape (P = 0.05)."],
    ),
    "bound_opened_or_closed": ("We asked people aged ≥65 years.", ["We asked people aged > 65 years."]),
    "bound_in_words_turned": ("We asked people aged 65 years or older.", ["We asked people aged 65 years or younger."]),
    "minus_as_plus": ("Pain changed by -1.2 points within weeks.", ["Pain changed by +1.2 points within weeks."]),
    "unit_spelled_out_wrong": ("Each tablet held 5 mg of the drug.", ["Each tablet held 5 micrograms of the drug."]),
    "counted_by_nothing": ("They were given 5 mg/kg at night.", ["They were given 5 mg at night."]),
    "percent_as_per_thousand": ("A rash was seen in 12% of them.", ["A rash was seen in 12 per 1000 of them."]),
    "relative_as_points": (
        "It reduced falls by 20% within a year.",
        ["It reduced falls by 20 percentage points within a year."],
    ),
    "dose_bounded": (
        "They took naproxen 500 mg with food.",
        ["They took naproxen up to 500 mg with food.", "They took naproxen at least 500 mg with food."],
    ),
    "dose_more_or_less_often": (
        "They took the drug once daily with food.",
        ["They took the drug once weekly with food.", "They took the drug twice daily with food."],
    ),
    "doses_exchanged": (
        "They took naproxen 500 mg or ibuprofen 400 mg.",
        ["They took naproxen 400 mg or ibuprofen 500 mg."],
    ),
    "groups_exchanged": (
        "Pain fell by 3 in the exercise group and by 1 in the advice group.",
        ["Pain fell by 3 in the advice group and by 1 in the exercise group."],
    ),
    "both_groups_as_one": ("Pain fell in both groups within weeks.", ["Pain fell in only one group within weeks."]),
    "change_as_difference": (
        "Pain decreased from 6 points to 4 points.",
        ["Pain decreased more than in the control group from 6 points to 4 points."],
    ),
    "better_as_alike": (
        "Pain was lower with tape than with rest.",
        ["Pain was about the same with tape as with rest."],
    ),
    "alike_as_better": (
        "Relief by tape was similar to relief by rest.",
        ["Relief by tape was worse than relief by rest.", "Relief by tape was superior to relief by rest."],
    ),
    "comparator_made_everyone": (
        "Pain was lower, compared with placebo, at night.",
        [
            "Pain was lower, compared with all other groups, at night.",
            "Pain was lower, compared with everyone else, at night.",
            "Pain was lower, compared with any other treatment, at night.",
        ],
    ),
    "ratio_inverted": ("Fewer fell (odds ratio 0.50) with tape.", ["Fewer fell (odds ratio 2.00) with tape."]),
    "inverse_made_direct": (
        "Age was inversely associated with relief of pain.",
        ["Age was positively associated with relief of pain."],
    ),
    "outcome_turned": ("The drug lowered mortality within a year.", ["The drug lowered survival within a year."]),
    "extreme_turned": (
        "Relief was best in the highest third of age.",
        ["Relief was best in the lowest third of age.", "Relief was worst in the highest third of age."],
    ),
    "drug_as_its_class": (
        "Falls were rarer with simvastatin in this trial.",
        ["Falls were rarer with statins in this trial."],
    ),
    "drug_as_its_sister": (
        "Falls were rarer with simvastatin in this trial.",
        ["Falls were rarer with atorvastatin in this trial."],
    ),
    "second_drug_added": (
        "Falls were rarer with simvastatin in this trial.",
        [
            "Falls were rarer with simvastatin plus naproxen in this trial.",
            "Falls were rarer with simvastatin plus atorvastatin in this trial.",
        ],
    ),
    "action_turned": (
        "They took a calcium channel blocker at night.",
        ["They took a calcium channel activator at night."],
    ),
    "no_difference_as_proven_sameness": (
        "There was no significant difference in pain.",
        ["There was proven equivalence in pain."],
    ),
    "negative_prefix_added": ("The relief was adequate in most people.", ["The relief was inadequate in most people."]),
    "not_as_not_only": ("The pain was not relieved by tape.", ["The pain was not only relieved by tape."]),
    "negation_moved": (
        "Pain was relieved by tape, but function was not improved.",
        ["Pain was not relieved by tape, but function was improved."],
    ),
    "none_as_hardly_any": ("There were no deaths in this trial.", ["There were hardly any deaths in this trial."]),
    "either_as_both": ("They were given either tape or rest.", ["They were given both tape and rest."]),
    "both_as_either": ("They were given both tape and rest.", ["They were given either tape or rest."]),
    "or_as_rather_than": (
        "They were given tape or rest at will.",
        ["They were given tape but not rest at will.", "They were given tape rather than rest at will."],
    ),
    "together_as_instead": ("They were given tape combined with rest.", ["They were given tape instead of rest."]),
    "examples_as_all": (
        "Harms such as rash and nausea were seen.",
        ["Harms that is, rash and nausea were seen.", "Harms which are only rash and nausea were seen."],
    ),
    "may_as_does": ("Tape may reduce pain in the knee.", ["Tape reduces pain in the knee."]),
    "whether_as_that": ("We examined whether tape reduces pain.", ["We showed that tape reduces pain."]),
    "more_research_as_none": (
        "Further trials are needed in older people.",
        ["No further trials are needed in older people."],
    ),
    "when_in_another_sense": (
        "Pain was gone after 12 weeks of rest.",
        ["Pain was gone every 12 weeks of rest.", "Pain was gone for 12 weeks of rest."],
    ),
    "point_as_for_good": (
        "Pain was gone at 12 weeks in most.",
        [
            "Pain was gone at 12 weeks and for good in most.",
            "Pain was gone at 12 weeks and at every later visit in most.",
            "Pain was gone at 12 weeks and from then on in most.",
        ],
    ),
    "years_opened": (
        "We enrolled people from 1990 to 2000.",
        ["We enrolled people until 2000.", "We enrolled people since 1990."],
    ),
    "kind_of_people_as_people": ("Tape relieves pain in pregnant women.", ["Tape relieves pain in people."]),
    "condition_of_the_people_lost": (
        "Tape relieves pain in patients with severe arthritis.",
        ["Tape relieves pain in patients."],
    ),
    "age_lost": ("We enrolled forty women aged 65 years or older.", ["We enrolled forty women."]),
    "patients_as_everybody": (
        "Falls were rare in these patients over a year.",
        ["Falls were rare in the general population over a year."],
    ),
    "this_study_as_every_study": (
        "This study shows that tape relieves pain.",
        ["Every study shows that tape relieves pain."],
    ),
    "disease_as_all_such": ("They had breast cancer and were in pain.", ["They had cancer and were in pain."]),
    "outcome_as_all_such": (
        "It lowered cardiovascular mortality within a year.",
        ["It lowered mortality within a year."],
    ),
    "country_as_the_world": ("Tape is in common use in China.", ["Tape is in common use worldwide."]),
}
"""For each kind a sentence, and every change that chance can make of it."""
LEFT_ALONE = {
    "share_as_the_wrong_fraction": "Pain came back in more than 67% of the patients.",
    "brackets_exchanged": "We did (1) a survey of nurses, and (2) a trial of tape.",
    "relative_as_points": "The rate of falls was reduced by 20% within a year.",
    "groups_exchanged": "Pain did not differ between the exercise group and the advice group.",
    "both_groups_as_one": "There was a difference in pain between the two groups.",
    "change_as_difference": "Pain decreased from 6 points to 4 points compared with placebo.",
    "better_as_alike": "Pain was relieved in more than a third of them.",
    "ratio_inverted": "As many fell as before (odds ratio 1.01) with tape.",
    "drug_as_its_sister": "They were given lidocaine before the injection.",
    "negation_moved": "They did not have to come back.",
    "none_as_hardly_any": "There was almost no pain in this trial.",
    "either_as_both": "There was no relief by either tape or rest.",
    "may_as_does": "We asked whether tape may reduce pain.",
    "whether_as_that": "We examined whether or not tape reduces pain.",
    "age_lost": "They had been in pain for over 2 years.",
    "kind_of_people_as_people": "Tape relieves pain in men and women.",
    "country_as_the_world": "It cost from US$64 a year to more.",
}
"""Sentences that look like a case, where the change would leave the meaning as it is."""


@pytest.mark.parametrize("kind", BLIND)
def test_a_kind_makes_what_it_says(kind: str) -> None:
    """Each of the changes that chance can make, and no other one."""
    sentence, wanted = MADE[kind]
    made = {BLIND[kind](sentence, Source(Random(seed), DRUGS)) for seed in range(40)}
    assert made == set(wanted)
    assert not any(same_words(sentence, changed) for changed in wanted)


@pytest.mark.parametrize("kind", LEFT_ALONE)
def test_a_change_of_words_alone_is_no_case(kind: str) -> None:
    """A set that held sentences whose meaning is kept would blame a checker for letting them through."""
    source = Source(Random(1), ("lignocaine", "lidocaine"))
    assert BLIND[kind](LEFT_ALONE[kind], source) is None


def test_every_area_holds_two_kinds_or_more() -> None:
    """One way of erring would say little about an area."""
    assert min(map(len, AREAS.values())) > 1
    assert sum(map(len, AREAS.values())) == len(BLIND)
    assert not BLIND.keys() & (KINDS.keys() | FRESH.keys())


def test_the_same_seed_makes_the_same_cases() -> None:
    """Figures can be had again."""
    texts = [[sentence] for sentence, _ in MADE.values()]
    once, again = (list(cases("point_as_for_good", texts, Source(Random(7)), most=9, table=BLIND)) for _ in range(2))
    assert once == again
    assert once
