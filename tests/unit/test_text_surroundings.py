"""Where the lines stand that layout ties to a sentence."""

import pytest

from quoth.text.surroundings import closing_line_of, heading_extents, lead_ins_of, notes_of, same_paragraph

LIST = "Drugs\n\nDo not offer any of these:\n• Codeine. It is not safe.\n• Aspirin.\n\nOffer paracetamol."


def shown(text: str, extents: tuple[tuple[int, int], ...]) -> list[str]:
    """The words at these places."""
    return [text[start:end] for start, end in extents]


@pytest.mark.parametrize("item", ["Codeine", "It is", "• Aspirin", "Aspirin"])
def test_every_item_of_a_list_knows_the_line_above_it(item: str) -> None:
    """An item of "Do not offer" reads as advice without that line."""
    assert ["Do not offer any of these:"] == shown(LIST, lead_ins_of(LIST, LIST.index(item), 7))


@pytest.mark.parametrize("place", ["Do not", "Offer par", "Drugs"])
def test_what_is_in_no_list_has_no_line_above_it(place: str) -> None:
    """The line itself, and what stands after a blank one, stand alone."""
    assert () == lead_ins_of(LIST, LIST.index(place), 0)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("In children:\n• If shock is present:\n• Call.\n• Give 20 ml.", ["In children:", "If shock is present:"]),
        ("In people with one kidney:\n\n• Give 20 ml.", ["In people with one kidney:"]),
        ("Avoid in women of childbearing age\n\n• Give 20 ml.", ["Avoid in women of childbearing age"]),
        ("Dates differ. Stop the following.\n• Give 20 ml.", ["Stop the following."]),
        ("The ward is open all day.\n\n• Give 20 ml.", []),
        ("• Ask the parents of\nall children\n• Give 20 ml.", []),
    ],
)
def test_a_list_is_led_in_with_or_without_a_colon_or_a_blank_line(text: str, heads: list[str]) -> None:
    """An item that ends with a colon leads in those after it; a sentence that points at nothing does not."""
    assert heads == shown(text, lead_ins_of(text, text.index("Give"), 0))


@pytest.mark.parametrize(
    ("after", "closing"),
    [
        ("\nNone of these for more than a week.", ["None of these for more than a week."]),
        ("\n\nThe face is excepted from the above.", ["The face is excepted from the above."]),
        ("\n\nOffer a visit.", []),
        ("", []),
    ],
)
def test_the_line_that_closes_a_list_is_found_where_it_speaks_of_it(after: str, closing: list[str]) -> None:
    """What comes next in the text is none."""
    text = f"For sleep:\n• Zopiclone.\n• Temazepam.{after}"
    found = closing_line_of(text, text.index("Zopiclone.") + 10, len(text))

    assert closing == shown(text, (found,) if found else ())
    assert closing_line_of("Give this.\nNone of these.", 5, 25) is None


@pytest.mark.parametrize(
    ("advice", "note"),
    [
        ("Offer 40 mg once a day.*", "* 20 mg in people over 70."),
        ("Offer 40 mg† once a day.", "†Not in pregnancy."),
        ("Start an ACE inhibitor in adults.1", "1 Except in women who may become pregnant."),
        ("Offer bupropion to smokers.b", "b Not with seizures."),
        ("Give ceftriaxone 2 g¹.", "¹ Not with calcium."),
        ("Give prednisolone 60 mg (a).", "(a) With loss of sight only."),
    ],
)
def test_a_mark_calls_for_the_line_that_opens_with_it(advice: str, note: str) -> None:
    """A note far below belongs to the sentence as its own clause does."""
    text = f"{advice}\n\nReview after a month.\n\n{note}\n\nMore."

    assert [note] == shown(text, notes_of(text, 0, len(advice), section_end=len(text)))


@pytest.mark.parametrize(
    ("advice", "line"),
    [
        ("Offer 40 mg once a day.", "* 20 mg in people over 70."),
        ("It helps many people.12", "12 Smith J, Jones K. A trial. Lancet 2004;3:1-9."),
        ("It helps many people.3", "3. Refer to a specialist."),
        ("Take 2 * 3 tablets.", "* 20 mg in people over 70."),
    ],
)
def test_references_items_and_unmarked_sentences_call_for_no_note(advice: str, line: str) -> None:
    """What only looks like a note stays where it is."""
    text = f"{advice}\n\nReview after a month.\n\n{line}\n\nMore."

    assert () == notes_of(text, 0, len(advice), section_end=len(text))


def test_headings_are_found_as_lines_of_their_own_innermost_first() -> None:
    """A word within a sentence is no heading, and one that the text does not hold is passed over."""
    text = "Men\n\nTreatment of Men\n\nDose\n\nGive 40 mg."

    found = heading_extents(text, text.index("Give"), ["Not there", "Men", "Dose"])

    assert [("Dose", 23), ("Men", 0)] == [(text[start:end], start) for start, end in found]
    assert () == heading_extents("A table.\n\nGive 40 mg.", 10, ["Dose"])


def test_a_blank_line_parts_paragraphs() -> None:
    """A line break alone does not."""
    assert same_paragraph("One.\nTwo.", 4, 5)
    assert not same_paragraph("One.\n\nTwo.", 4, 6)


@pytest.mark.parametrize("noise", ["*" * 20_000, "• \n" * 9_000, "a.b" * 9_000, "\n" * 20_000, ":" * 20_000])
def test_hostile_texts_get_an_answer(noise: str) -> None:
    """Noise is read like anything else."""
    end = len(noise) // 2

    assert isinstance(notes_of(noise, 0, end, section_end=len(noise)), tuple)
    assert isinstance(lead_ins_of(noise, end, 0), tuple)
    closing_line_of(noise, end, len(noise))
    assert isinstance(heading_extents(noise, end, ["*", "a"]), tuple)


@pytest.mark.parametrize("start", [-1, 10**30])
def test_a_place_beyond_a_text_stands_in_no_list(start: int) -> None:
    """What a page claims of its places may be anything."""
    text = "Offer:\n- tape *\n\n* not if wet"
    assert lead_ins_of(text, start, 0) == ()
    assert notes_of(text, start, start + 1, section_end=len(text)) == ()
