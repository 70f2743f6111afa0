"""Where the lines stand that layout ties to a sentence."""

import pytest

from quoth.text.surroundings import heading_extents, lead_in_of, notes_of, same_paragraph

LIST = "Drugs\n\nDo not offer any of these:\n• Codeine. It is not safe.\n• Aspirin.\n\nOffer paracetamol."


def shown(text: str, extents: tuple[tuple[int, int], ...]) -> list[str]:
    """The words at these places."""
    return [text[start:end] for start, end in extents]


@pytest.mark.parametrize("item", ["Codeine", "It is", "• Aspirin", "Aspirin"])
def test_every_item_of_a_list_knows_the_line_above_it(item: str) -> None:
    """An item of "Do not offer" reads as advice without that line."""
    lead = lead_in_of(LIST, LIST.index(item))

    assert lead is not None
    assert "Do not offer any of these:" == LIST[slice(*lead)]


@pytest.mark.parametrize("place", ["Do not", "Offer par", "Drugs"])
def test_what_is_in_no_list_has_no_line_above_it(place: str) -> None:
    """The line itself, and what stands after a blank one, stand alone."""
    assert lead_in_of(LIST, LIST.index(place)) is None


@pytest.mark.parametrize(
    ("advice", "note"),
    [
        ("Offer 40 mg once a day.*", "* 20 mg in people over 70."),
        ("Offer 40 mg† once a day.", "†Not in pregnancy."),
        ("Start an ACE inhibitor in adults.1", "1 Except in women who may become pregnant."),
        ("Offer bupropion to smokers.b", "b Not with seizures."),
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
    lead_in_of(noise, end)
    assert isinstance(heading_extents(noise, end, ["*", "a"]), tuple)
