"""Where bodies differ, a page shows the words of each of them."""

from quoth.model import (
    Design,
    FindingKind,
)
from tests.unit.answer.factories import finding, page_of, result


def test_noted_difference_brings_the_words_of_each_source_it_names() -> None:
    """An editor's note on a difference never stands without the sides."""
    note = finding(
        "Taping: one body offers it, one does not.",
        record="note",
        kind=FindingKind.DIFFERENCE,
        design=Design.NOTE,
        sources=("p/a", "p/t"),
    )
    page = page_of(note, finding(record="a", pack="p/a"), result(record="t", pack="p/t"))

    difference = page.differences[0]
    assert difference.note is not None
    assert ["a", "t"] == [s.quote.span.record_id for s in difference.statements]
    assert set(difference.note.citations) >= {s.citations[0] for s in difference.statements}


def test_a_side_of_a_noted_difference_speaks_of_both_treatments_where_it_can() -> None:
    """Of a source with words on one of them and words on both, the latter tell what differs."""
    both = ("taping", "exercise")
    note = finding(
        "Taping: as good as exercise for one body.",
        record="note",
        kind=FindingKind.DIFFERENCE,
        design=Design.NOTE,
        interventions=both,
        sources=("p/a",),
    )
    page = page_of(
        note,
        finding("Offer exercise.", record="a", pack="p/a", interventions=("exercise",)),
        result("Exercise did as well as tape.", record="b", pack="p/a", interventions=("exercise", "taping")),
    )

    assert ["Exercise did as well as tape."] == [s.quote.text for s in page.differences[0].statements]


def test_a_note_on_no_treatment_brings_the_words_nearest_to_its_own() -> None:
    """A note on prognosis is not followed by the source's first advice on something else."""
    note = finding(
        "Prognosis: four in ten still had pain at one year.",
        record="note",
        kind=FindingKind.DIFFERENCE,
        design=Design.NOTE,
        interventions=(),
        sources=("p/a",),
    )
    page = page_of(
        note,
        finding("Offer taping.", record="a", pack="p/a"),
        result("Many had pain at one year.", record="b", pack="p/a", interventions=()),
    )

    assert ["Many had pain at one year."] == [s.quote.text for s in page.differences[0].statements]


def test_noted_differences_stand_under_headings_that_tell_them_apart() -> None:
    """Two notes on one treatment, and a note on none: a note's own first words are its heading, never its title."""
    told = {"kind": FindingKind.DIFFERENCE, "design": Design.NOTE, "sources": ("p/a", "p/t")}
    page = page_of(
        finding("Taping: one body offers it, one does not.", record="n1", **told),
        finding("Size of benefit: small in one trial, large in another.", record="n2", **told),
        finding("Prognosis: some recover.", record="n3", interventions=(), group="Where the sources differ", **told),
        finding(record="a", pack="p/a"),
        result(record="t", pack="p/t"),
    )

    assert ["taping", "Size of benefit", "Prognosis"] == [difference.about for difference in page.differences]
