"""A record's design comes from what its source states, and only then from its words."""

import os
import sys
import time
from pathlib import Path

import pytest

from quoth.evidence.study.design import sample_size, study_design
from quoth.model import Design, MeshHeading
from tests.unit.evidence.evidence_factories import record

ROOT = Path(__file__).parents[3]
DATA = Path(os.environ.get("QUOTH_DATA", ROOT.parent / "shared" / "data"))

CHANCE = [
    ("Sixty adults walked and swam in random order.", Design.RCT),
    ("Sixty women were allocated into three groups in a randomized blinded fashion.", Design.RCT),
    ("This 12-month open-label study randomized (1:1) 122 adults to gel or tape.", Design.RCT),
    ("Adults were divided into two groups by randomization.", Design.RCT),
    ("Sixty adults were prospectively, randomly placed in tape or gel.", Design.RCT),
    ("A sample was drawn at random from the register.", Design.OTHER),
]


@pytest.mark.parametrize(("text", "design"), CHANCE)
def test_chance_allocation_is_told_in_many_words(text: str, design: Design) -> None:
    """A trial may never call itself one; a random sample is none."""
    assert study_design(record("Something"), text).design is design


def test_a_prospective_study_whose_methods_allot_by_chance_is_a_trial() -> None:
    """Its title says less than its methods; a cohort by name stays one."""
    text = "Sixty adults were randomly assigned to tape or gel."

    assert Design.RCT is study_design(record("Tape revisited: a prospective study"), text).design
    assert Design.COHORT is study_design(record("Tape: a prospective cohort study"), text).design


STATED = [
    (("Journal Article", "Randomized Controlled Trial"), Design.RCT, 2),
    (("Meta-Analysis", "Review", "Journal Article"), Design.META_ANALYSIS, 1),
    (("Systematic Review", "Journal Article"), Design.SYSTEMATIC_REVIEW, 1),
    (("Network Meta-Analysis", "Systematic Review"), Design.NETWORK_META_ANALYSIS, 1),
    (("Practice Guideline",), Design.GUIDELINE, None),
    (("Guideline", "Review"), Design.GUIDELINE, None),
    (("Consensus Development Conference",), Design.CONSENSUS, None),
    (("Clinical Trial Protocol", "Journal Article"), Design.PROTOCOL, None),
    (("Case Reports", "Journal Article"), Design.CASE_REPORT, 4),
    (("Review", "Journal Article"), Design.NARRATIVE_REVIEW, None),
    (("Editorial",), Design.EDITORIAL, None),
    (("Letter", "Comment"), Design.EDITORIAL, None),
]


@pytest.mark.parametrize(("types", "design", "level"), STATED)
def test_publication_types_state_the_design(types: tuple[str, ...], design: Design, level: int | None) -> None:
    """The telling type wins over "Review" and "Journal Article", and its OCEBM 2011 level comes with it."""
    read = study_design(record("Something", publication_types=types))

    assert (design, level, False) == (read.design, read.level, read.inferred)


TITLES = [
    ("Exercise for knee pain: a randomised controlled trial", Design.RCT),
    ("Exercise for knee pain: study protocol for a randomised controlled trial", Design.PROTOCOL),
    ("Protocol for a systematic review of taping", Design.PROTOCOL),
    ("Taping: a systematic review and meta-analysis", Design.META_ANALYSIS),
    ("Drugs for migraine: a network meta-analysis", Design.NETWORK_META_ANALYSIS),
    ("Exercise for pain: systematic review", Design.SYSTEMATIC_REVIEW),
    ("Clinical practice guideline for plantar pain", Design.GUIDELINE),
    ("Screening for anaemia: recommendation statement", Design.GUIDELINE),
    ("Consensus statement on knee pain", Design.CONSENSUS),
    ("Running and knee pain: a prospective cohort study", Design.COHORT),
    ("Risk factors: a case-control study", Design.CASE_CONTROL),
    ("A cross-sectional survey of runners", Design.CROSS_SECTIONAL),
    ("Knee pain after surgery: a case report", Design.CASE_REPORT),
    ("A placebo-controlled trial of gel for knee pain", Design.RCT),
    ("Effects of running in rats", Design.ANIMAL),
    ("Adherence to a practice guideline for heel pain: a cluster randomised controlled trial", Design.RCT),
    ("Drugs for high blood pressure: what is new. [Review] [28 refs]", Design.NARRATIVE_REVIEW),
    ("Cartilage repair in vitro", Design.ANIMAL),
    ("Canine retraction with a laser: a randomised controlled trial", Design.RCT),
    ("Canine hips: a randomised controlled trial", Design.ANIMAL),
    ("A first-in-human study of cells treated ex vivo: randomised, placebo-controlled", Design.RCT),
]


@pytest.mark.parametrize(("title", "design"), TITLES)
def test_a_title_names_the_design_where_no_type_does(title: str, design: Design) -> None:
    """What is read from words is marked as inferred."""
    read = study_design(record(title, publication_types=("Journal Article",)))

    assert (design, True) == (read.design, read.inferred)


TEXTS = [
    ("Sixty women were randomly assigned to tape or sham tape.", Design.RCT),
    ("Women who were randomly allotted to tape ran further.", Design.RCT),
    ("Runners were assigned at random to tape or a brace.", Design.RCT),
    ("This was a prospective, randomised, two-group study.", Design.RCT),
    ("Tape was compared with sham tape in a single-blind design.", Design.RCT),
    ("Women previously randomised to tape were asked about their sleep.", Design.OTHER),
    ("A list of schools was randomly selected.", Design.OTHER),
    ("We searched MEDLINE and included 12 trials.", Design.SYSTEMATIC_REVIEW),
    ("This trial will recruit 200 adults.", Design.PROTOCOL),
    ("In this prospective cohort of 300 runners, pain was common.", Design.COHORT),
    ("Knee pain is common.", Design.OTHER),
]


@pytest.mark.parametrize(("text", "design"), TEXTS)
def test_an_abstract_names_the_design_last(text: str, design: Design) -> None:
    """Authors' phrases about their own work decide when nothing else does."""
    assert design is study_design(record("Knee pain"), text).design


def test_an_editors_design_is_never_overruled() -> None:
    """A pack's type stands whatever the title says."""
    read = study_design(record("A randomised controlled trial", design=Design.COHORT))

    assert (Design.COHORT, 3, False) == (read.design, read.level, read.inferred)


def test_animals_without_humans_in_mesh_are_an_animal_study() -> None:
    """MeSH check tags tell animal work from work on people."""
    animals, humans = MeshHeading("Animals"), MeshHeading("Humans")

    assert Design.ANIMAL is study_design(record("Repair", mesh=(animals,))).design
    assert Design.ANIMAL is not study_design(record("Repair", mesh=(animals, humans))).design


def test_mice_beside_patients_in_a_title_are_not_an_animal_study() -> None:
    """A title that also names people is about people until MeSH says otherwise."""
    assert Design.ANIMAL is not study_design(record("From mice to patients")).design


SIZES = [
    ("In total 123 patients were randomised.", 123),
    ("A total of 3,796 participants took part.", 3796),
    ("We enrolled 45 women with knee pain.", 45),
    ("Patients (n = 88) were followed.", 88),
    ("Sixty-one patients were seen.", None),
    ("Of 1,200 adults recruited, 30 patients dropped out.", 1200),
    ("No count is given.", None),
]


@pytest.mark.parametrize(("text", "expected"), SIZES)
def test_the_sample_size_is_read_from_the_first_telling_phrase(text: str, expected: int | None) -> None:
    """A count of people, not of drop-outs or years."""
    assert expected == sample_size(record(), text)


def test_a_stated_sample_size_is_kept() -> None:
    """The record's own count is not worked out again."""
    assert 7 == sample_size(record(n_participants=7), "In total 123 patients were randomised.")


@pytest.mark.parametrize("noise", ["a " * 50_000, "1 patients " * 20_000, "\x00" * 50_000, "were randomly " * 20_000])
def test_hostile_texts_are_read_in_no_time(noise: str) -> None:
    """Only the opening of a text is read, by patterns that cannot run wild."""
    began = time.process_time()

    study_design(record(noise[:100_000]), noise)
    sample_size(record(), noise)

    assert time.process_time() - began < 1.0


@pytest.mark.parametrize(
    ("title", "text", "design"),
    [
        ("A diet after heart failure", "METHODS: Sixty will be randomized. CONCLUSION: It will test.", Design.PROTOCOL),
        ("Meals: design and rationale of a trial", "CONCLUSION: It is under way.", Design.PROTOCOL),
        ("A multiple-dose protocol of an inhaled drug", "RESULTS: Admissions fell (P = .01).", Design.RCT),
        ("A diet", "RESULTS: It helped. Further patients will be randomized.", Design.RCT),
        ("A meal plan", "METHODS/DESIGN: Sixty adults were randomly assigned. DISCUSSION: It is new.", Design.PROTOCOL),
    ],
)
def test_a_trial_that_tells_what_it_will_do_is_a_plan(title: str, text: str, design: Design) -> None:
    """PubMed files the plans of trials under "Randomized Controlled Trial"; a plan has no results to offer."""
    read = study_design(record(title, publication_types=("Randomized Controlled Trial",)), text)

    assert design is read.design


@pytest.mark.parametrize(
    ("title", "text", "design"),
    [
        ("Meals: a randomised trial", "The trial will include 60 adults, randomly assigned to meals.", Design.PROTOCOL),
        ("Meals: a randomised trial", "EXPECTED RESULTS: Sixty adults, randomly assigned, lose 3 kg.", Design.PROTOCOL),
        ("Meals after stroke: design of a randomised trial", "Sixty adults will eat.", Design.PROTOCOL),
        ("Meals", "We propose a cluster randomised trial of meals.", Design.PROTOCOL),
        ("Meals", "Adults were randomly assigned. RESULTS: They lost 3 kg. This trial will change care.", Design.RCT),
        ("A protocol-based strategy for gout", "Adults were randomly assigned to it or to usual care.", Design.RCT),
        ("Design and results of a randomised trial of meals", "RESULTS: Adults lost 3 kg.", Design.RCT),
    ],
)
def test_a_plan_is_told_from_a_report_where_no_type_says_trial(title: str, text: str, design: Design) -> None:
    """A plan that calls itself a trial has no results to offer; a report that looks ahead has."""
    read = study_design(record(title), text)

    assert (design, True) == (read.design, read.inferred)


@pytest.mark.parametrize(
    "words",
    [
        "DESIGN: Cross-sectional analysis of baseline data from a randomized controlled trial.",
        "We used data from the GEL study, a multicentre randomised trial, to see who wore tape.",
        "Baseline data were obtained from 300 runners of a randomized, placebo-controlled trial.",
        "This secondary analysis of the GEL randomised trial asked who kept wearing tape.",
    ],
)
def test_data_of_a_trial_looked_at_for_something_else_are_observational(words: str) -> None:
    """What its people did by themselves was not allotted by chance."""
    read = study_design(record("Who wears tape"), words)

    assert (Design.COHORT, True) == (read.design, read.inferred)


@pytest.mark.data
def test_trials_are_told_from_title_and_abstract_alone() -> None:
    """Where publication types are missing, a record read as a trial is one by MEDLINE's type in 94 of 100 cases."""
    if not (DATA / "medline_ris").is_dir():
        pytest.skip(f"no data in {DATA}: set QUOTH_DATA to the folder that holds medline_ris/")
    sys.path.insert(0, str(ROOT / "training"))
    try:
        from trial_eval import measure_trials, medline
    finally:
        sys.path.pop(0)

    found = measure_trials(medline(DATA))

    assert found.precision >= 0.94
    assert found.recall >= 0.89


@pytest.mark.parametrize(
    "words",
    [
        "Patients were allocated in three treatment groups randomly.",
        "The diets were eaten in a randomised order with a washout between.",
        "Participants were randomly categorised into two groups.",
        "DESIGN: Cluster randomized trial. SETTING: 28 pharmacies.",
        "All were randomized to receive gel or a placebo.",
        "Six weeks after randomization, pain was less with gel.",
        "Pain was less with gel in two randomised, double-blind trials.",
    ],
)
def test_a_report_that_drew_lots_is_a_trial_by_its_words(words: str) -> None:
    """Where publication types are missing the design is read from the methods, and says that it was inferred."""
    read = study_design(record("Gel for knee pain"), words)

    assert (Design.RCT, True) == (read.design, read.inferred)


@pytest.mark.parametrize(
    "words",
    [
        "This was a non-randomized controlled study of two wards.",
        "Reminders were tried in a nonrandomized controlled trial.",
        "A random sample of runners answered by post.",
        "Runners were selected at random from a register.",
        "Feet improved with gel. A larger randomised controlled trial is warranted.",
        "Gel is widely used, but no randomised controlled trials have been done.",
        "A randomised trial could examine gel further.",
        "Gel is cheap, and randomised, double-blind, placebo-controlled trials have shown that it works.",
        "This retrospective cohort study used people who had been randomly assigned to gel in an earlier trial.",
        "In this observational study of a trial's arms, runners had been randomly assigned to gel.",
    ],
)
def test_a_sample_or_a_comparison_without_lots_is_no_trial(words: str) -> None:
    """Random sampling is not random allocation."""
    assert Design.RCT is not study_design(record("Gel for knee pain"), words).design
