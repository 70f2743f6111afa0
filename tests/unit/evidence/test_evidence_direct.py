"""Whose condition and people a source speaks of: direct, shown with a mark, or left out with its reason."""

from dataclasses import replace

import pytest

from quoth.evidence import CueRoles, assess
from quoth.model import (
    Candidate,
    Directness,
    Form,
    Ids,
    MeshHeading,
    RetractionState,
    SectionRole,
    Standing,
)
from tests.unit.evidence.assessed import advice, table, trial
from tests.unit.evidence.evidence_factories import (
    candidate,
    labelled,
    lexicon,
    passages,
    question,
    record,
    rendition,
)

CONDITIONS = [
    (("kneecap pain",), "kneecap pain", Directness.DIRECT),
    (("knee pain",), "kneecap pain", Directness.UNKNOWN),
    (("kneecap pain",), "knee pain", Directness.DIRECT),
]


@pytest.mark.parametrize(("of_record", "asked_for", "expected"), CONDITIONS)
def test_a_mapped_condition_is_direct_when_it_is_the_same_or_a_kind(
    of_record: tuple[str, ...], asked_for: str, expected: Directness
) -> None:
    """Evidence on a broader condition is not established for the narrower one."""
    found = table(question(asked_for), advice(conditions=of_record)).findings

    assert {expected} == {finding.directness for finding in found}


def test_another_condition_is_left_out_with_its_reason() -> None:
    """Evidence on blood pressure answers no question on kneecaps."""
    read = table(question("kneecap pain"), advice(of="hypertension"))

    assert () == read.findings
    assert "other condition: about hypertension" == read.exclusions[0].reason


def test_a_title_on_another_condition_is_left_out() -> None:
    """A trial in knee osteoarthritis that mentions kneecaps is about osteoarthritis."""
    read = table(question("kneecap pain"), trial("Taping for knee osteoarthritis: a randomised trial"))

    assert () == read.findings
    assert "knee osteoarthritis" in read.exclusions[0].reason


def test_what_was_filed_as_indirect_is_shown_but_never_direct() -> None:
    """The editor's words are the reason."""
    filed = advice(of="knee osteoarthritis", indirect="knee osteoarthritis", ids=Ids(pack="knees/x"))
    words = lexicon()
    asked = question("kneecap pain")
    mention = replace(asked.conditions[0], concept=replace(asked.conditions[0].concept, origin="pack knees"))
    asked = replace(asked, conditions=(mention,))
    found = assess(
        asked, [filed], type(words).build([mention.concept, *words.concepts()]), CueRoles(), passages_of=passages
    )

    assert [(Directness.OTHER_CONDITION, "knee osteoarthritis")] == [
        (finding.directness, finding.directness_because) for finding in found.findings
    ]


def test_animals_are_marked() -> None:
    """MeSH without humans is never direct evidence."""
    found = table(question("kneecap pain"), trial(mesh=(MeshHeading("Animals"),))).findings

    assert {Directness.ANIMAL} == {finding.directness for finding in found}


def test_silence_about_pregnancy_is_not_evidence_for_it() -> None:
    """A trial that does not name pregnant women is not direct evidence for them."""
    found = table(question("kneecap pain", "pregnant women"), trial()).findings

    assert {Directness.UNKNOWN} == {finding.directness for finding in found}


def test_adults_are_another_population_than_children() -> None:
    """A trial in adults is marked when the question is about children."""
    found = table(
        question("kneecap pain", "children"), trial(mesh=(MeshHeading("Adult"), MeshHeading("Humans")))
    ).findings

    assert {Directness.OTHER_POPULATION} == {finding.directness for finding in found}


REASONS = [
    (replace(trial(), standing=Standing(RetractionState.YES)), "retracted"),
    (trial("Tape for patellofemoral pain: study protocol"), "a protocol: it has no results yet"),
    (
        replace(trial(), rendition=rendition("Tape for patellofemoral pain", form=Form.CITATION), end=28),
        "title only: there is nothing to quote",
    ),
    (
        candidate(
            record("Tape for patellofemoral pain"),
            labelled((SectionRole.METHODS, "We randomised 60 adults to tape or no tape.")),
        ),
        "no result, conclusion or recommendation sentence that speaks to the question",
    ),
]


@pytest.mark.parametrize(("left_out", "reason"), REASONS)
def test_what_cannot_be_used_is_named_with_its_reason(left_out: Candidate, reason: str) -> None:
    """Every candidate is a finding or an exclusion."""
    read = table(question("kneecap pain"), left_out)

    assert () == read.findings
    assert [reason] == [exclusion.reason for exclusion in read.exclusions]
