"""The checker's own reading of a grade takes every grade that the table of grading systems can read."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.check.asks import _GRADED
from quoth.check.beside import _GRADE
from quoth.evidence.guideline.grading_table import GRADE_ROWS, GradeRow

SYSTEMS = sorted({row.system for row in GRADE_ROWS})


@pytest.mark.parametrize("row", GRADE_ROWS, ids=lambda row: f"{row.system} {row.part.value}")
def test_every_way_of_writing_a_grade_is_a_grade_to_the_checker(row: GradeRow) -> None:
    """Else the page with that grade is refused."""

    @settings(max_examples=40, database=None)
    @given(st.from_regex(re.compile(row.pattern), fullmatch=True))
    def takes(words: str) -> None:
        assert _GRADE.search(words), words

    takes()


@pytest.mark.parametrize("system", SYSTEMS)
def test_an_action_from_the_grade_of_any_system_is_taken(system: str) -> None:
    """Names with brackets of their own included."""
    assert _GRADED.fullmatch(f"from its grade ({system})")


@pytest.mark.parametrize("words", ["in adults", "within two weeks of admission", "(see the table below)"])
def test_other_words_are_no_grade(words: str) -> None:
    """What merely holds a letter or the end of a word is none."""
    assert not _GRADE.search(words)
