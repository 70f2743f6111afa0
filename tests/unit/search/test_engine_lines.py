"""What the engine is given of a text is what the reference reads of it, however its pieces are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.search.analysis import analyse
from quoth.search.counting import number_of
from quoth.search.engine import lines
from quoth.search.engine.lines import (
    BOUNDARY,
    line_and_numbers,
    lines_and_numbers,
    list_and_numbers,
    listed_line,
    names_line,
)
from quoth.search.engine.pieces import pieces_of

ODD = "aB1.,·'’-/µαé\u0301\u200b\u2060\x1c\x85\u00a0\n ²½;|中"
ODDER = ODD + "MLU_μ٣٠\0\t()%&İıſKß"


@given(st.text(st.sampled_from(ODD) | st.characters(exclude_categories=("Cs",)), max_size=60))
def test_a_line_and_its_numbers_are_the_terms_of_the_text(text: str) -> None:
    """In their order, one number a term."""
    terms = analyse(text)
    assert line_and_numbers(text) == ("".join(f"{term} " for term in terms), b"".join(map(number_of, terms)))


@given(st.text(st.sampled_from(ODD) | st.characters(exclude_categories=("Cs",)), max_size=60))
def test_a_list_is_read_as_the_text_that_it_is(text: str) -> None:
    """No term runs across a semicolon, so parts can be kept whole."""
    assert list_and_numbers(text) == line_and_numbers(text)
    assert names_line(text) == listed_line(text)


@given(st.lists(st.text(st.sampled_from(ODDER) | st.characters(), max_size=40), max_size=8))
def test_many_texts_at_once_are_read_as_each_alone(texts: list[str]) -> None:
    """Whatever stands in the one before, and what has no UTF-8 (half a character pair) as well."""
    assert lines_and_numbers(texts) == [line_and_numbers(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Knee pain (OA), in 1,000 women.", "knee pain oa 1000 woman"),
        ("It rose to 0.71, not .5 or ..5; a.5 is none.", "rose 0.71 not 0.5 5 5 none"),
        ("Given 5 µM, 5 μL and 5 μU, or 5 μl, no μu.", "given 5 um 5 ul 5 uu 5 ul no mu u"),
        ("Crohn's disease, Sjögren's syndrome.", "crohn disease sjogren syndrome"),
        ("n_.5 and 12.٣", "n 5 12.3"),
        ("", ""),
        (" . , ", ""),
    ],
)
def test_a_text_loses_what_can_be_no_part_of_a_word(text: str, terms: str) -> None:
    """And nothing that tells a number from another one, or a unit."""
    assert terms.split() == analyse(text)
    assert terms.split() == lines_and_numbers(["Before: 5.", text, ".5"])[1][0].split()


def test_a_word_is_one_piece_however_it_is_set() -> None:
    """Brackets, commas and capitals would be a piece each to be looked up and kept."""
    (pieces,) = pieces_of(["Pain (pain), pain; [Pain]: pain/PAIN, pain."])
    assert {"pain"} == set(pieces)


def test_words_that_came_early_are_kept_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are the common ones: what comes late is mostly seen once."""
    monkeypatch.setattr(lines, "_KEPT", 4)
    kept = lines._Pieces()
    monkeypatch.setattr(lines, "_PIECES", kept)
    lines_and_numbers(["knee pain rare rarer", "rarest of all"])
    assert ["knee", "pain"] == list(kept)[:2]
    assert len(kept) <= 4


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
