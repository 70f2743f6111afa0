"""A passage opens in its paragraph, whatever the sections of its text look like."""

from hypothesis import given
from hypothesis import strategies as st

from quoth.interop.reading import Block, blocks_of
from quoth.model import Fidelity, Form, Rendition, Section, make_rendition


def rendition(text: str, *sections: Section) -> Rendition:
    """A verbatim text."""
    return make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, text, sections=sections)


def words(blocks: tuple[Block, ...], *, marked: bool | None = None) -> str:
    """The characters of the blocks, all or only the marked ones."""
    return "".join(
        stretch.text
        for block in blocks
        for paragraph in block.paragraphs
        for stretch in paragraph
        if marked is None or stretch.marked is marked
    )


def test_the_passage_is_marked_in_its_section_under_its_headings() -> None:
    """A reader sees where in the source the words stand."""
    text = "Intro.\nPain fell. Function rose."
    sections = (Section(0, 6, "BACKGROUND"), Section(7, 32, "RESULTS", path=("Main text",)))

    blocks = blocks_of(rendition(text, *sections), start=7, end=17)

    assert [block.title for block in blocks] == ["BACKGROUND", "Main text › RESULTS"]
    assert [block.marked for block in blocks] == [False, True]
    assert words(blocks, marked=True) == "Pain fell."


def test_a_passage_over_a_line_end_is_marked_on_both_sides() -> None:
    """Two paragraphs that belong together are both marked."""
    blocks = blocks_of(rendition("One.\nTwo.\nThree."), start=0, end=9)

    assert words(blocks, marked=True) == "One.Two."


def test_a_heading_in_the_text_is_the_title_of_its_section_and_no_block_of_its_own() -> None:
    """A document's heading stands before its section; other words between two sections stay."""
    text = "Part A\n\nTherapy\n\nRest helps.\n\nDrugs\n\nNone help."
    therapy, drugs = text.index("Rest"), text.index("None")
    sections = (Section(therapy, therapy + 11, "Therapy"), Section(drugs, len(text), "Drugs"))

    blocks = blocks_of(rendition(text, *sections))

    assert [block.title for block in blocks] == ["", "Therapy", "Drugs"]
    assert words(blocks) == "Part ATherapyRest helps.None help."


@given(
    st.text(alphabet="ab \n.é", max_size=60),
    st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=4),
    st.integers(-5, 70),
    st.integers(-5, 70),
)
def test_no_word_is_lost_or_shown_twice(text: str, extents: list[tuple[int, int]], start: int, end: int) -> None:
    """Overlapping, reversed or far-off sections never change what the source says."""
    made = rendition(text, *(Section(a, b, "H") for a, b in extents))

    blocks = blocks_of(made, start=start, end=end)

    assert "".join(words(blocks).split()) == "".join(text.split())
    inside = text[max(0, start) : max(0, end)] if end > start else ""
    assert "".join(words(blocks, marked=True).split()) == "".join(inside.split())
