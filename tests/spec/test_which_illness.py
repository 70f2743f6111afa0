"""An illness that no pack knows is an illness all the same: advice on another one neither leads nor stands for it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quoth.model import Answer, Reason, phrase
from quoth.pipeline import Parts, ask, ingest
from tests.kept import library_on_disk

LUNGS = """
# Care of adults with chronic bronchitis

Asthma and chronic bronchitis are told apart by their course.

## Medicines

Offer the plinamide inhaler first to adults with regular symptoms. [A]

Consider the quorine inhaler in adults who cough at night. [B]

## Devices

Few people have plastic bronchitis (PB), in which casts are coughed up. Some ask for devices that shake the chest.

Consider the zorbium vest at night in adults with PB. [B]
"""


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library with a guideline on one illness that speaks of another in passing."""
    folder: Path = tmp_path_factory.mktemp("library")
    with library_on_disk(folder / "home", keep_answers="no") as opened:
        page = folder / "lungs.md"
        page.write_text(LUNGS, encoding="utf-8")
        facts = "title: Care of adults with chronic bronchitis\nissuer: A lung society\nkind: guideline\nyear: 2019\n"
        page.with_name("lungs.md.quoth.yaml").write_text(facts, encoding="utf-8")
        report = ingest([page], opened)
        assert report.files[0].status == "done"
        yield opened


def test_advice_on_one_illness_is_no_answer_on_another(parts: Parts) -> None:
    """The guideline names asthma, so the library knows the word; its advice is on bronchitis."""
    own = ask("plinamide inhaler first in chronic bronchitis?", parts).page
    other = ask("plinamide inhaler first in asthma?", parts).page

    assert isinstance(own, Answer), own.explanation
    assert own.bottom_line.statements[0].quote.text.startswith("Offer the plinamide inhaler")
    assert not isinstance(other, Answer)
    assert other.reason in (Reason.NO_DIRECT_EVIDENCE, Reason.UNKNOWN_WORDS)


def test_an_illness_that_is_told_and_named_is_one(parts: Parts) -> None:
    """The name says again what the words before it told: nothing is left open."""
    page = ask("I'm pregnant and it burns when I wee. Do I need antibiotics for a UTI straight away?", parts).page

    assert isinstance(page, Answer)
    assert page.bottom_line.statements[0].quote.text.startswith("Treat at once")


def test_a_short_form_that_a_text_spells_out_names_an_illness(parts: Parts) -> None:
    """Advice on "PB" leads who asks about plastic bronchitis: who checks reads what PB stands for as well."""
    page = ask("zorbium vest at night in plastic bronchitis?", parts).page

    assert isinstance(page, Answer), page.explanation
    assert page.bottom_line.statements[0].quote.text.startswith("Consider the zorbium vest")


def test_what_somebody_has_besides_must_be_told_by_what_leads(parts: Parts) -> None:
    """Advice to use topiramate is no answer for whoever has kidney stones, though a source on the page names them."""
    alone = ask("topiramate for migraine prevention", parts).page
    with_stones = ask("topiramate for migraine prevention with kidney stones", parts).page

    assert isinstance(alone, Answer)
    assert alone.bottom_line.statements
    assert isinstance(with_stones, Answer)
    assert not with_stones.bottom_line.statements
    assert with_stones.bottom_line.lead == phrase("lead.beside")


@pytest.mark.parametrize("question", ["concussion return to play", "a fracture, when back to sport?"])
def test_an_injury_is_not_read_as_what_its_treatment_is_used_for_here(question: str, parts: Parts) -> None:
    """No page on kneecaps for a blow to the head."""
    page = ask(question, parts).page

    assert not page.question.conditions
    assert not isinstance(page, Answer)


def test_the_checker_sees_it_by_itself(parts: Parts) -> None:
    """A page of the one illness offered for a question on the other is refused."""
    own = ask("plinamide inhaler first in chronic bronchitis?", parts).page
    assert isinstance(own, Answer)
    moved = replace(own, question=replace(own.question, text="plinamide inhaler first in asthma?"))
    checker = parts.checker()

    assert checker.verify(own).passed
    assert any("illness" in fault.detail for fault in checker.verify(moved).faults)
