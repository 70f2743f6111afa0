"""What the engine is given of a text is what the reference reads of it, however its pieces are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.search.analysis import analyse
from quoth.search.counting import numbers_of
from quoth.search.engine import lines
from quoth.search.engine.lines import BOUNDARY, line_and_numbers, list_and_numbers, listed_line, names_line

ODD = "aB1.,·'’-/µαé\u0301\u200b\u2060\x1c\x85\u00a0\n ²½;|中"


@given(st.text(st.sampled_from(ODD) | st.characters(exclude_categories=("Cs",)), max_size=60))
def test_a_line_and_its_numbers_are_the_terms_of_the_text(text: str) -> None:
    """In their order, one number a term."""
    terms = analyse(text)
    assert line_and_numbers(text) == ("".join(f"{term} " for term in terms), numbers_of(terms))


@given(st.text(st.sampled_from(ODD) | st.characters(exclude_categories=("Cs",)), max_size=60))
def test_a_list_is_read_as_the_text_that_it_is(text: str) -> None:
    """No term runs across a semicolon, so parts can be kept whole."""
    assert list_and_numbers(text) == line_and_numbers(text)
    assert names_line(text) == listed_line(text)


def test_giant_pieces_are_read_and_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key or a sequence would only fill the memory, and a full memory is emptied, not grown."""
    monkeypatch.setattr(lines, "_KEPT", 2)
    kept = lines._Pieces()
    monkeypatch.setattr(lines, "_PIECES", kept)
    assert line_and_numbers("knee " + "acgt-" * 400)[0].split()[:2] == ["knee", "acgt"]
    assert list(kept) == ["knee"]
    assert line_and_numbers("knee pain in women")[0].split() == analyse("knee pain in women")
    assert len(kept) <= 2


def test_no_phrase_runs_from_one_part_of_a_list_into_the_next() -> None:
    """Each semicolon of a list is a boundary, and one in a text is none."""
    for line_of in (listed_line, names_line):
        assert line_of("Smith J; Jones K;") == f"smith j {BOUNDARY}jone k {BOUNDARY}"
    assert line_and_numbers("pain ; knee")[0] == "pain knee "
