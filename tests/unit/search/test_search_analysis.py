"""What the index sees of a text: the same terms however it is cut at white space."""

from hypothesis import given
from hypothesis import strategies as st

from quoth.search.analysis import analyse, term_of
from quoth.text.tokens import form_of, match_words

ODD = "aB1.,·'’ʼ-/µμαΩé\u0301\u00ad\u200b\u200d\u2060\ufeff\x1c\x1f\x85\u00a0\u2009\u3000\n\t ²½x٣中"


def whole(text: str) -> list[str]:
    """The terms of a text that is read in one go."""
    return [term for word in match_words(text) if (form := form_of(word)) and (term := term_of(form))]


@given(st.text(st.sampled_from(ODD) | st.characters(), max_size=60))
def test_a_text_read_piece_by_piece_gives_the_terms_of_the_text_read_whole(text: str) -> None:
    """White space never stands inside a word or a number, whatever else does."""
    assert analyse(text) == whole(text)


def test_a_long_run_without_white_space_is_read_whole() -> None:
    """A sequence or a key of many letters is cut into terms as before, and none of it is kept."""
    text = "knee pain " + "acgt-" * 400
    assert analyse(text) == whole(text)
    assert analyse(text)[:2] == ["knee", "pain"]


def test_stop_words_leave_no_gap() -> None:
    """What stands beside a stop word moves up to it."""
    assert analyse("risk of bias") == analyse("risk bias")
    assert analyse("") == analyse(" \n ") == []
