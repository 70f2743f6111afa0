"""The text of PDF guidelines: what a page adds to it goes, what an author wrote stays, letter for letter."""

from pathlib import Path

import pytest

from tests.unit.sources.document_factories import LIGATURE, OWN_HYPHEN, Put, column, pdf, read_one

pytest.importorskip("pypdfium2")

BODY = "\n".join(["The panel looked at the trials in this area and judged the risk of bias of each."] * 8)


def text_of(path: Path) -> str:
    """What was read."""
    return read_one(path)[1].text


def of_lines(tmp_path: Path, *lines: str) -> str:
    """The text of a page of these lines."""
    return text_of(pdf(tmp_path / "guide.pdf", [column("\n".join(lines), x=50)]))


# --- running heads ---------------------------------------------------------------------------------------------------
def test_grades_and_headings_that_recur_at_the_top_of_pages_stay(tmp_path: Path) -> None:
    """A page for each question, with its heading, its recommendation and its grade."""
    grades = [
        "Strong recommendation, high certainty of evidence",
        "Conditional recommendation, low certainty of evidence",
    ]
    pages = [
        [
            Put(f"Question {number}", 50, 800, 13),
            Put(f"We recommend drug {number * 'x'}.", 50, 782),
            Put(grades[number % 2], 50, 768),
            *column(BODY, x=50, top=740),
            Put(f"Heart guideline 2022, page {number}", 50, 20, 8),
        ]
        for number in range(1, 7)
    ]
    text = text_of(pdf(tmp_path / "guide.pdf", pages))

    assert [1] * 6 == [text.count(f"Question {number}\n") for number in range(1, 7)]
    assert (3, 3) == tuple(text.count(grade) for grade in grades)
    assert "Heart guideline" not in text


def test_a_grade_set_apart_in_the_margin_stays(tmp_path: Path) -> None:
    """Whatever its place and size: a grade that is lost is an ungraded recommendation."""
    pages = [
        [Put("Class IIa; Level of Evidence B-R", 50, 815, 8), *column(BODY, x=50), Put("Certainty: low", 50, 20, 8)]
        for _ in range(4)
    ]
    text = text_of(pdf(tmp_path / "guide.pdf", pages))

    assert (4, 4) == (text.count("Class IIa; Level of Evidence B-R"), text.count("Certainty: low"))


def test_the_last_line_of_a_column_stays_when_other_pages_end_alike(tmp_path: Path) -> None:
    """Text that goes on right above or below is text, however often it says the same."""
    pages = [[*column(BODY, x=50, top=790), *column(BODY, x=50, top=151), Put(str(n), 290, 25)] for n in range(1, 5)]
    text = text_of(pdf(tmp_path / "guide.pdf", pages))

    assert 4 * 16 == " ".join(text.split()).count("The panel looked at the trials")


def test_figures_at_the_edge_of_a_table_are_no_page_numbers(tmp_path: Path) -> None:
    """A number with text right above it belongs to that; the page's own number stands apart."""
    page = [*column(BODY, x=50), Put("Deaths", 50, 84), Put("12", 150, 84), Put("Falls", 50, 71), Put("7", 150, 71)]
    text = text_of(pdf(tmp_path / "guide.pdf", [[*page, Put("3", 290, 25)]]))

    assert ("12" in text, "7" in text, "3" in text) == (True, True, False)


@pytest.mark.parametrize("size", [8, 10])
def test_running_heads_of_two_lines_go(tmp_path: Path, size: float) -> None:
    """Where they stand apart from the text, or are set smaller, and say the same on each page."""
    pages = [
        [
            Put("Knee Society", 50, 822, size),
            Put(f"Guideline on knees {number}", 50, 810, size),
            *column(BODY, x=50, top=786),
            Put(f"{number} of 4", 500, 20, size),
            Put("All rights reserved.", 50, 20, size),
        ]
        for number in range(1, 5)
    ]
    text = text_of(pdf(tmp_path / "guide.pdf", pages))

    assert not [words for words in ("Knee Society", "Guideline on", "of 4", "rights") if words in text]
    assert 4 * 8 == " ".join(text.split()).count("The panel looked at the trials")


# --- letters and lines -----------------------------------------------------------------------------------------------
def test_a_ligature_parts_no_word(tmp_path: Path) -> None:
    """One sign for several letters is one place for all of them."""
    words = f"Aspirin is e{LIGATURE}ective and its e{LIGATURE}ect lasts."
    enlarged = [Put(words, 50, 700, 1, scale=10), *[Put("It is given once a day.", 50, 688, 1, scale=10)]]
    text = text_of(pdf(tmp_path / "guide.pdf", [enlarged]))

    assert "Aspirin is effective and its effect lasts. It is given once a day." == text


def test_sizes_are_those_that_a_reader_sees(tmp_path: Path) -> None:
    """Programs that set every font at 1 and enlarge it have headings too, and cells as wide apart."""
    page = [
        Put("Drugs", 50, 740, 1, scale=16),
        *(Put(p.words, p.x, p.y, 1, scale=10) for p in column(BODY, x=50, top=720)),
    ]
    _, text = read_one(pdf(tmp_path / "guide.pdf", [page]))

    assert ["Drugs"] == [section.heading for section in text.sections]


def test_a_browsers_own_hyphens_go_and_the_authors_stay(tmp_path: Path) -> None:
    """The page shows which is which: only one of both ever stands within a line."""
    text = of_lines(
        tmp_path,
        f"Aspirin is recommen{OWN_HYPHEN}",
        f"ded in most pa{OWN_HYPHEN}",
        "tients; we recommend re-",
        f"evaluating it, and hyper{OWN_HYPHEN}",
        "tension is treated first-",
        "line after that.",
    )

    assert (
        "Aspirin is recommended in most patients; we recommend re-evaluating it, and hypertension is treated"
        " first-line after that." == text
    )


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("Adults need re-", "evaluating often."), "Adults need re-evaluating often."),
        (("It is re-", "commended now."), "It is recommended now."),
        (("Adults ex-", "ercise more."), "Adults exercise more."),
        (("Offer non-", "opioid drugs."), "Offer non-opioid drugs."),
        (("Offer self-", "care first."), "Offer self-care first."),
        (("Use an inter-", "vention now."), "Use an intervention now."),
        (("Offer anti-", "inflammatory drugs."), "Offer anti-inflammatory drugs."),
        (("Offer anti-", "hypertensive drugs."), "Offer antihypertensive drugs."),
        (("The follow-", "ing holds."), "The following holds."),
        (("At each stage, or at the end-", "stage."), "At each stage, or at the end-stage."),
        (("A pre-term baby is not a pre-", "term one."), "A pre-term baby is not a pre-term one."),
        (("For short-", "and long-term care."), "For short- and long-term care."),
        (("Give it over a 24-", "hour period."), "Give it over a 24-hour period."),
        (("After COVID-", "19 wait."), "After COVID-19 wait."),
        (("A score of 0–", "5 is mild."), "A score of 0–5 is mild."),
    ],
)
def test_a_hyphen_at_a_lines_end_stays_where_it_belongs_to_the_word(
    tmp_path: Path, lines: tuple[str, ...], whole: str
) -> None:
    """By how the document writes its words, else by what usually keeps it."""
    assert whole == of_lines(tmp_path, *lines)


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("Glucose (when it is below 3.3 mmol/", "l) should be treated at once (Class I)."),
         "Glucose (when it is below 3.3 mmol/l) should be treated at once (Class I)."),
        (("Alteplase is recommended for adults within 3 and", "4.5 hours of the onset of symptoms, at the latest."),
         "Alteplase is recommended for adults within 3 and 4.5 hours of the onset of symptoms, at the latest."),
        (("Alteplase is recommended for adults.", "4.5 Offer aspirin to adults at the latest."),
         "Alteplase is recommended for adults.\n\n4.5 Offer aspirin to adults at the latest."),
        (("Offer one of these for adults with stroke", "a) aspirin", "b) heparin"),
         "Offer one of these for adults with stroke\n\na) aspirin\n\nb) heparin"),
    ],
)  # fmt: skip
def test_a_line_that_only_looks_like_an_item_goes_on(tmp_path: Path, lines: tuple[str, ...], whole: str) -> None:
    """The line before says whether it was at an end."""
    assert whole == of_lines(tmp_path, *lines)
