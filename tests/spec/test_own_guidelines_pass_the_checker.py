"""What guidelines of a shelf look like, taken in as they are: their pages are answered, and the checker agrees."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.model import Abstention, Answer
from quoth.pipeline import Parts, ask, ingest
from tests.kept import library_on_disk

LETTERS = """
# Care of quorbital syndrome

## Treatment

Offer plinamide to adults with quorbital syndrome. [A]

Consider a quorbital brace in adults with quorbital syndrome who cannot take plinamide. [C]

## Follow-up

Review adults with quorbital syndrome after six weeks. [EO]

Adults with quorbital syndrome and TGs above 500 mg/dL should eat a strict diet. [B]
"""
HEADED = """
# Tarsal ache medical treatment guideline

## Interventions

Clinicians should consider engineering controls for tarsal ache (a changed tool, say).

In addition, workers with tarsal ache should be counseled to vary tasks throughout the day.

## Evidence statements on glucosamine

## Good Evidence

Glucosamine does not lessen tarsal ache; therefore, it is not recommended for tarsal ache.

## General

As a general rule, the history of the patient should be asked before any of these agents is prescribed.
"""
TWIN = """
# Return to work with tarsal ache

## General

As a general rule, the history of the patient should be asked before any of these agents is prescribed.
"""
SCREENING = """
# Quorbital infection in nonpregnant adults: screening

The task force recommends screening for quorbital infection in persons at increased risk. (A recommendation)
"""
ELSEWHERE = """
# Preventing quorbital bleeding

Offer varenicline to adults at risk of quorbital bleeding. [A]
"""
OLDER = """
# Care of knee pain from osteoarthritis

In patients with knee osteoarthritis, plinamide gel should be considered for pain. [C]

There is good evidence that quorine lessens knee osteoarthritis pain in older adults; consider it in older adults. [C]
"""
SHELF = {
    "older.md": (OLDER, "Department of Veterans Affairs", "Care of knee pain from osteoarthritis"),
    "elsewhere.md": (ELSEWHERE, "Department of Veterans Affairs", "Preventing quorbital bleeding"),
    "letters.md": (LETTERS, "Department of Veterans Affairs", "Care of quorbital syndrome"),
    "headed.md": (HEADED, "A Division of Compensation", "Tarsal ache medical treatment guideline"),
    "twin.md": (TWIN, "A Division of Compensation", "Return to work with tarsal ache"),
    "screening.md": (SCREENING, "A task force", "Quorbital infection in nonpregnant adults: screening"),
}


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library with a shelf of made guidelines."""
    shelf = tmp_path_factory.mktemp("shelf")
    with library_on_disk(tmp_path_factory.mktemp("library"), keep_answers="no") as opened:
        ingest(_written(shelf), opened)
        yield opened


def _written(shelf: Path) -> list[Path]:
    pages = []
    for name, (text, issuer, title) in SHELF.items():
        page = shelf / name
        page.write_text(text, encoding="utf-8")
        facts = f"title: '{title}'\nissuer: {issuer}\nkind: guideline\nyear: 2019\n"
        page.with_name(f"{name}.quoth.yaml").write_text(facts, encoding="utf-8")
        pages.append(page)
    return pages


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("What is recommended for quorbital syndrome?", "[EO]", id="a letter of expert opinion"),
        pytest.param("plinamide for quorbital syndrome", "plinamide", id="a system of letters with a bracketed name"),
        pytest.param("strict diet in quorbital syndrome with TGs above 500", "TGs", id="a short acronym in the plural"),
        pytest.param("engineering controls for tarsal ache", "engineering", id="advice headed Interventions"),
        pytest.param("are workers with tarsal ache counseled?", "counseled", id="a descriptor as the treatment's name"),
        pytest.param("glucosamine for tarsal ache", "Glucosamine", id="a grade that heads a section"),
        pytest.param("tarsal ache: history asked before agents prescribed", "agents", id="said by two"),
        pytest.param("quorbital infection in nonpregnant adults: screening", "screening", id="people denied"),
    ],
)
def test_the_page_stands(question: str, said: str, parts: Parts) -> None:
    """The words stand on a page that the checker took."""
    page = ask(question, parts).page

    assert not isinstance(page, Abstention), page.explanation
    rows = [f"{row.quote.text} {' '.join(q.quote.text for q in row.qualifiers)}" for row in page.statements()]
    assert any(said in row for row in rows), rows


def test_people_before_a_treatment_are_no_kind_of_it(parts: Parts) -> None:
    """Exercise for the elderly is exercise, and magnetic braces are none of those known."""
    assert isinstance(ask("knee osteoarthritis elderly exercise", parts).page, Answer)
    assert isinstance(ask("knee osteoarthritis magnetic knee braces", parts).page, Abstention)


def test_a_treatment_that_the_shelf_knows_for_another_illness_names_none(parts: Parts) -> None:
    """The packs use varenicline for one condition only, and the library no longer does."""
    question = ask("varenicline in adults at risk", parts).page.question
    assert () == question.conditions

    named = ask("bupropion for quitting", parts).page.question
    assert ["smoking cessation"] == [mention.concept.name for mention in named.conditions]


def test_what_speaks_of_older_people_stands_first_and_adults_in_general_follow(parts: Parts) -> None:
    """Advice for adults in general stays, is told to be that, and does not lead."""
    page = ask("What works for knee osteoarthritis pain in someone over 80?", parts).page
    assert isinstance(page, Answer)

    rows = [row.statement.quote.text for row in (*page.actions, *page.more_actions)]
    assert "older adults" in rows[0]
    assert any("plinamide" in row for row in rows)
    assert any("people in general" in note for note in page.notes)
    assert not any("plinamide" in row.quote.text for row in page.bottom_line.statements)


def test_a_refusal_names_the_advice_that_comes_nearest_and_its_place(parts: Parts) -> None:
    """In words that the shelf does not hold: the guideline comes first, opened where its advice stands."""
    page = ask(
        "Our plumber's quorbital syndrome: would plinamide or zorbium tide her over till Michaelmas?", parts
    ).page

    assert isinstance(page, Abstention)
    first = page.nearest[0]
    assert first.title == "Care of quorbital syndrome"
    assert first.section == ("Care of quorbital syndrome", "Treatment")
    assert first.place is not None
    text = parts.store.renditions_by_id([first.rendition_id])[first.rendition_id].rendition.text
    assert "plinamide" in text[first.place.start : first.place.end]
    assert "plinamide" in page.advice[0].statement.quote.text
    assert "Michaelmas" in page.advice[0].lacks
    assert [one.number for one in page.references] == [1]
    assert parts.checker().verify(page).passed
