"""What the engine is given of a text is what the reference reads of it, however its pieces are kept."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quoth.search.analysis import analyse, every_term
from quoth.search.counting import number_of
from quoth.search.engine import lines
from quoth.search.engine.lines import BOUNDARY, lines_and_numbers, listed_line, names_line
from quoth.search.engine.pieces import page_of
from quoth.search.engine.words import Words

ODD = "aB1.,·'’-/µαé\u0301\u200b\u2060\x1c\x85\u00a0\n ²½;|中" + "MLU_μ٣٠\0\t()%&İıſKß"


TEXTS = st.text(st.sampled_from(ODD) | st.characters(), max_size=60)


@given(st.lists(TEXTS, max_size=8))
def test_lines_and_their_numbers_are_the_terms_of_the_texts(texts: list[str]) -> None:
    """In their order, one number a term, whatever stands in the text before, half a character pair as well."""
    read = [analyse(text) for text in texts]
    lines, numbers, whole = lines_and_numbers(texts)
    assert lines == ["".join(f"{term} " for term in terms) for terms in read]
    assert whole == ["".join(f"{term} " for term in every_term(text)) for text in texts]
    assert numbers.tobytes() == b"".join(b"".join([*map(number_of, terms), bytes(8)]) for terms in read)


@given(st.text(st.sampled_from("abcµ-9"), min_size=1, max_size=40).map(lambda word: f"{word}abcdefghijklmnopq"))
def test_words_that_begin_alike_are_told_apart(word: str) -> None:
    """However long they are, and wherever a number of theirs could be cut."""
    texts = [word[:size] for size in range(len(word) + 1)]
    assert lines_and_numbers(texts)[0] == ["".join(f"{term} " for term in analyse(text)) for text in texts]


@given(TEXTS)
@example("\u1ffd")  # a Greek accent that stands alone
@example("α\u0385β")
def test_a_list_is_read_as_the_text_that_it_is(text: str) -> None:
    """No term runs across a semicolon, so parts can be kept whole; stop words stand in them, for strategies."""
    assert listed_line(text).replace(BOUNDARY, "") == lines_and_numbers([text])[2][0]
    assert names_line(text) == listed_line(text)


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
    assert terms.split() == lines_and_numbers(["Before: 5.", text, ".5"])[0][1].split()


def test_a_word_is_one_piece_however_it_is_set() -> None:
    """Brackets, commas and capitals would be a piece each to be looked up and kept."""
    page = page_of(["Pain (pain), pain; [Pain]: pain/PAIN, pain."])
    assert {b"pain", b"\0"} == set(bytes(page).split())


def read_of(words: Words, *texts: str) -> list[str]:
    """The terms of texts by words of their own."""
    return words.read(page_of(texts))[0].split()


def test_words_that_came_early_are_kept_when_there_are_too_many() -> None:
    """They are the common ones: what comes late is mostly seen once. None is mistaken for another afterwards."""
    asked: list[str] = []

    def made(piece: str) -> tuple[str, bytes]:
        asked.append(piece)
        return lines.made(piece)

    words = Words(made, kept=6)
    for text in ("knee pain", "rare rarer", "rarest of all", "knee pain once", "twice rarest pain"):
        assert read_of(words, text)[:-1] == analyse(text)
        assert len(words) <= 6 + 3
    assert [1, 1, 2] == [asked.count(piece) for piece in ("knee", "pain", "rarest")]


def test_giant_pieces_are_read_and_not_kept() -> None:
    """A key or a sequence would only fill the memory."""
    words = Words(lines.made, kept=100)
    giant = "acgt" * 100
    assert read_of(words, f"knee {giant}")[:-1] == analyse(f"knee {giant}")
    assert read_of(words, f"{giant} in women")[:-1] == analyse(f"{giant} in women")
    assert len(words) == 4  # "knee", "in", "women", and the end of a text


def test_more_words_than_there_was_room_for_are_all_told_apart() -> None:
    """Also those whose places among the others are taken."""
    made = [f"w{number}x" for number in range(9_000)]
    words = Words(lines.made, kept=100_000)
    words._slots = words._slots[:1].repeat(words._slots.size)
    for _ in range(2):
        assert read_of(words, " ".join(made))[:-1] == analyse(" ".join(made))


def test_no_phrase_runs_from_one_part_of_a_list_into_the_next() -> None:
    """Each semicolon of a list is a boundary, and one in a text is none."""
    for line_of in (listed_line, names_line):
        assert line_of("Smith J; Jones K;") == f"smith j {BOUNDARY}jone k {BOUNDARY}"
    assert lines_and_numbers(["pain ; knee"])[0] == ["pain knee "]
