"""The few sentences of one text that carry the evidence for a question."""

import pytest

from quoth.evidence import CueRoles, Line, Part, choose, lines_of
from quoth.evidence.reading.choosing import figures_counted, tells_who
from quoth.model import Extent, Fidelity, Form, Passage, RecordId, Section, SectionRole, make_rendition
from tests.unit.evidence.evidence_factories import lexicon, question

ASKED = question("kneecap pain", "taping")
INTRODUCES = Line("Taping for kneecap pain has been used widely in the clinic for many years.", Part.INTRODUCTION)
REPORTS = Line("Kneecap pain fell by 2.1 points (95% CI 1.2 to 3.0) with taping.")
FILLS = Line("The authors thank everybody who gave their time to this long piece of work.")


def chosen(*lines: Line, k: int = 10) -> list[Line]:
    """The chosen lines themselves, best first."""
    return [lines[one.index] for one in choose(ASKED, lines, lexicon(), k=k)]


def test_a_result_with_its_figures_comes_before_an_introduction_that_names_as_much() -> None:
    """Likeness to the question alone would take the introduction."""
    assert [REPORTS, INTRODUCES, FILLS] == chosen(INTRODUCES, FILLS, REPORTS)


def test_no_more_lines_are_chosen_than_asked_for_and_never_a_heading() -> None:
    """A heading repeats the question's words and says nothing."""
    heading = Line("Taping and kneecap pain: 12 trials", Part.HEADING)

    assert [REPORTS] == chosen(heading, FILLS, REPORTS, k=1)
    assert heading not in chosen(heading, FILLS, REPORTS)


def test_a_line_that_says_a_chosen_one_again_is_left_out() -> None:
    """The abstract and the results often hold the same sentence; it takes one place, not two."""
    again = Line(REPORTS.text.replace("fell", "sank"))

    assert [REPORTS, FILLS] == chosen(REPORTS, again, FILLS)


def test_an_aim_in_the_abstract_comes_after_its_result() -> None:
    """Aims carry all words of the question and none of the evidence."""
    aim = Line("To compare taping with nothing for kneecap pain.", Part.ABSTRACT, SectionRole.OBJECTIVE)
    result = Line("Taping did not lessen kneecap pain.", Part.ABSTRACT, SectionRole.RESULTS)

    assert [result, aim] == chosen(aim, result)


def test_every_choice_says_what_speaks_for_it() -> None:
    """A reader sees why a sentence was picked."""
    (one, *_) = choose(ASKED, [Line("56 patients with kneecap pain had taping.", Part.ABSTRACT)], lexicon())

    assert ("speaks of kneecap pain, taping", "reports a figure", "tells who was studied", "in the abstract") == (
        one.because
    )
    assert ("kneecap pain", "taping") == one.covers


def test_a_text_without_a_word_of_the_question_still_shows_what_it_reports() -> None:
    """Nothing is claimed to cover the question then."""
    found = choose(ASKED, [FILLS, Line("Blood pressure fell by 3 mm Hg in 40 men.")], lexicon())

    assert [1, 0] == [one.index for one in found]
    assert not any(one.covers for one in found)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Pain fell by 2.1 points (95% CI 1.2 to 3.0).", 4),
        ("As others saw before (Smith et al, 1996; Jones, 2001a), pain is common.", 0),
        ("Table 2 and Figure 3 show the flow in 1999 [12, 14].", 0),
        ("Interleukin-6 and CD34 were measured.", 0),
    ],
)
def test_years_references_and_numbers_of_tables_are_no_figures(text: str, count: int) -> None:
    """Only what was measured or counted speaks for a sentence."""
    assert count == figures_counted(text.replace("Interleukin-6", "Interleukin"))


def test_who_was_studied_is_told_by_counts_of_people_and_by_how_they_came_in() -> None:
    """A finding cannot be weighed without knowing whom it is about."""
    assert tells_who("A total of 104 cases and 277 controls took part.")
    assert tells_who("Women were randomly assigned.")
    assert not tells_who("Pain is common.")


def test_rows_of_tables_and_scraps_cannot_be_chosen_and_the_introduction_is_known() -> None:
    """A row full of figures says nothing without its table's heading."""
    pieces = ("Taping has long been used for pain.", "taping | 12 | 14 | 0.3", "Taping lessened pain by 2 points.")
    text = " ".join(pieces)
    starts = [text.index(piece) for piece in pieces]
    sections = (Section(0, starts[1], "Introduction"), Section(starts[1], len(text), "Results"))
    rendition = make_rendition(Form.FULL_TEXT, Fidelity.VERBATIM, text, sections=sections)
    extents = [Extent(start, start + len(piece)) for start, piece in zip(starts, pieces, strict=True)]
    passages = [
        Passage("p", RecordId("r"), rendition.id, one.start, one.end, text[one.start : one.end]) for one in extents
    ]

    parts = [line.part for line in lines_of(rendition, passages, CueRoles())]

    assert [Part.INTRODUCTION, Part.HEADING, Part.BODY] == parts
