"""What words of a question say only beside one another."""

from importlib.resources import files

import pytest

from quoth.search import said_together


def _rows(sign: str) -> list[tuple[str, str]]:
    text = (files("quoth") / "data" / "said_together.txt").read_text(encoding="utf-8")
    rows = [line.partition(sign) for line in text.splitlines() if line and line[0] not in "#["]
    return [(left, right) for left, found, right in rows if found and (sign == " = " or " = " not in left)]


def _names(text: str) -> set[str]:
    return {name for term in said_together(text) for name in term.synonyms}


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("My temples have been hammering since Easter", "headache"),
        ("it hammers right behind my eyes", "headache"),
        ("the gunk that came from Tom's lug", "otorrhoea"),
        ("I cannot hold my wee", "urinary incontinence"),
        ("151 on the cuff", "blood pressure"),
        ("one fifty over ninety five, the doctor says", "hypertension"),
        ("nothing gives me pleasure", "anhedonia"),
    ],
)
def test_words_of_two_families_say_a_thing_in_any_order(asked: str, name: str) -> None:
    """Nobody wrote these sentences down; what they hold are a part of the body and what is wrong with it."""
    assert name in _names(asked)


@pytest.mark.parametrize("asked", ["head of the department", "a drum", "151 patients", "", "?!", "zzz " * 300])
def test_one_family_alone_says_nothing(asked: str) -> None:
    """A head is no headache, and a number no pressure."""
    assert () == said_together(asked)


@pytest.mark.parametrize(
    ("asked", "name", "says"),
    [
        ("I have been so down for weeks", "depression", True),
        ("cut down on the tablets for a week", "depression", False),
        ("can I get it down in a month", "depression", False),
        ("the pain runs down my leg all week", "depression", False),
        ("she keeps going low in the week", "depression", False),
        ("get my pressure down", "blood pressure", True),
        ("the pressure when I stand up", "hypertension", False),
        ("my pressure is up", "hypertension", True),
    ],
)
def test_a_small_word_of_a_verb_tells_of_no_mood_and_of_no_reading(asked: str, name: str, says: bool) -> None:
    """What is cut down is not sad; what is high can be brought down."""
    assert says is (name in _names(asked))


def test_words_far_apart_say_nothing_together() -> None:
    """What stands in another sentence is another matter."""
    near, far = "my head is pounding", "my head " + "and then " * 20 + "pounding"

    assert "headache" in _names(near)
    assert "headache" not in _names(far)


def test_one_word_is_not_two_parts() -> None:
    """A back is a part of the body; it does not hurt for being one."""
    assert "low back pain" not in _names("when can I come back")


def test_a_term_is_what_was_typed() -> None:
    """A page says what was read, so that the reader can see it; the same words come once, with all their names."""
    terms = said_together("There is goo on the pillow under her LUG")

    assert ["goo … LUG"] == sorted({term.words for term in terms if "otorrhoea" in term.synonyms})
    assert len({term.words for term in terms}) == len(terms)


def test_every_line_can_be_found_and_read() -> None:
    """Families have members, lines have two parts and names, and nothing stands twice."""
    families = [left for left, _ in _rows(" = ")]
    lines = _rows(": ")

    assert len(families) == len(set(families))
    assert len(lines) == len({left for left, _ in lines})
    for left, right in (*lines, *_rows(" = ")):
        words = right.split(", ")
        assert all(word and word == word.strip() for word in words), left
        assert len(words) == len(set(words)), left
    for left, _ in lines:
        assert " + " in left, left
