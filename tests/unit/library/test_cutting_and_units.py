"""Passages and units are exact slices of the stored text, whatever the text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.library import cut, keep, passages, units
from quoth.model import (
    Annotation,
    AnnotationKind,
    Design,
    Extent,
    Fidelity,
    Form,
    MeshHeading,
    RecordId,
    Rendition,
    Report,
    Section,
)
from quoth.model.rendition import make_rendition
from quoth.store import MemoryStore, StoredRendition
from tests.unit.library.library_factories import TITLE, abstract, pack_text, record, report

HOSTILE = st.text(st.characters(exclude_categories=("Cs",)), max_size=400) | st.lists(
    st.sampled_from(
        ["Pain fell.", " P<.05", " vs. 3.5 mg", "RESULTS:We", "\n", "\n\n", ".1,2 ", "  ", "e.g. x", "\u2028"]
    ),
    max_size=40,
).map("".join)


def stored(rendition: Rendition) -> StoredRendition:
    """As the store gives it back."""
    return StoredRendition(RecordId("pmid-1"), cut(rendition), current=True, version=1)


def full_text(*parts: tuple[str, str], path: tuple[str, ...] = ()) -> Rendition:
    """A full text of (heading, text) sections, each heading standing before its text."""
    text, sections = "", []
    for heading, words in parts:
        text += f"{heading}\n"
        sections.append(Section(len(text), len(text) + len(words), heading, path=path))
        text += f"{words}\n\n"
    return make_rendition(Form.FULL_TEXT, Fidelity.VERBATIM, text, sections=sections, origin="JATS")


@given(text=HOSTILE, cuts=st.lists(st.integers(-5, 450), max_size=12), lines=st.lists(st.integers(0, 420), max_size=6))
@settings(max_examples=250)
def test_every_passage_is_the_slice_that_it_names(text: str, cuts: list[int], lines: list[int]) -> None:
    """For any text and any sections and annotations, true or faulty: exact, in order, not overlapping, never blank."""
    sections = [Section(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    notes = [
        Annotation(str(i), AnnotationKind.RESULT, Extent(a, a + 30), Extent(a, a + 30)) for i, a in enumerate(lines)
    ]
    whole = make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, text, sections=sections, annotations=notes, origin="RIS")
    store = MemoryStore()
    kept = keep(Report(record(pmid="1"), (whole,)), store)
    held = store.renditions(kept.record_id)[0]

    assert text == held.rendition.text
    found = passages(held)
    for passage in found:
        assert passage.text == held.rendition.text[passage.start : passage.end]
        assert passage.text.strip()
        assert passage.id == f"{held.rendition.id}:{passage.start}-{passage.end}"
    assert all(one.end <= other.start for one, other in pairwise(found))
    for unit in units(held, store.record(kept.record_id)):
        assert unit.text == text[unit.start : unit.end]


@given(st.lists(st.text(st.characters(categories=("Ll", "Zs", "Po")), min_size=1, max_size=80), min_size=1, max_size=8))
@settings(max_examples=100)
def test_no_sentence_crosses_a_section(parts: list[str]) -> None:
    """The end of the methods is never quoted together with the beginning of the results."""
    rendition = full_text(*((f"Part {number}", words) for number, words in enumerate(parts)))
    sections = [(section.start, section.end) for section in rendition.sections]

    for sentence in cut(rendition).sentences:
        assert any(start <= sentence.start and sentence.end <= end for start, end in sections)


def test_a_line_that_an_editor_annotated_is_one_passage() -> None:
    """A recommendation is never cut from its strength, even where a full stop stands between them."""
    rendition = pack_text("Offer exercise. (strength: strong)\nConsider tape. Not alone.", "pack knee 1")

    assert ["Offer exercise. (strength: strong)", "Consider tape. Not alone."] == [
        passage.text for passage in passages(stored(rendition))
    ]


def test_a_citation_has_no_passages_and_one_unit_with_its_title() -> None:
    """A title can be found and is never quoted."""
    held = stored(make_rendition(Form.CITATION, Fidelity.VERBATIM, TITLE, origin="RIS"))

    assert () == passages(held)
    assert [(TITLE, "")] == [(unit.title, unit.text) for unit in units(held, record())]


def test_an_abstract_is_one_unit_with_what_its_record_says() -> None:
    """Search weighs title, MeSH, keywords and interventions apart, and filters by kind, year and population."""
    mesh = (MeshHeading("Knee", qualifiers=(("injuries", False),)), MeshHeading("Adolescent"), MeshHeading("Humans"))
    facts = {
        "design": Design.RCT,
        "mesh": mesh,
        "keywords": ("tape",),
        "interventions": ("taping",),
        "population": "Girls",
    }
    (unit,) = units(stored(abstract("Pain fell.")), record(pmid="1", **facts))

    assert ("Pain fell.", "Knee / injuries; Adolescent; Humans", "tape") == (unit.text, unit.mesh, unit.keywords)
    assert ("taping", "rct", 2020) == (unit.interventions, unit.kind, unit.year)
    assert ("Girls", "adolescent", "humans") == unit.populations


def test_a_packs_record_is_one_unit_with_the_interventions_of_its_lines() -> None:
    """All that an editor wrote of one source is found together."""
    (unit,) = units(
        stored(pack_text("Offer exercise.\nConsider tape.", "pack knee 1")), record(interventions=("rest",))
    )

    assert ("Offer exercise.\nConsider tape.", "rest; intervention 0; intervention 1") == (
        unit.text,
        unit.interventions,
    )


def test_each_difference_that_an_editor_noted_is_a_unit() -> None:
    """A question on tape finds the point on tape, with its interventions alone."""
    rendition = pack_text("On tape they differ.\nOn rest too.", "pack knee 1", AnnotationKind.DIFFERENCE)
    found = units(stored(rendition), record(interventions=("tape", "rest")))

    assert [("On tape they differ.", "intervention 0"), ("On rest too.", "intervention 1")] == [
        (unit.text, unit.interventions) for unit in found
    ]


def test_sections_of_a_full_text_are_units_and_references_are_not() -> None:
    """An article is not about all that it cites."""
    long = "Pain fell by half in both groups. " * 10
    rendition = full_text(("Methods", long), ("Results", long), ("References", long), ("List of References:", long))

    assert [long, long] == [unit.text for unit in units(stored(rendition), record())]


def test_short_neighbours_of_one_chapter_are_one_unit() -> None:
    """A heading with one line below it is found with what follows; a new chapter begins a new unit."""
    inner = full_text(("Pain", "It fell."), ("Function", "It rose."), path=("Results",))
    apart = full_text(("Results", "It fell."), ("Discussion", "It may."))

    assert ["It fell.\n\nFunction\nIt rose."] == [unit.text for unit in units(stored(inner), record())]
    assert ["It fell.", "It may."] == [unit.text for unit in units(stored(apart), record())]


def test_a_long_section_is_split_between_sentences() -> None:
    """Units stay between a paragraph and a page, and together they are the section."""
    words = "".join(f"In group {number} the pain fell by half within six weeks. " for number in range(200))
    found = units(stored(full_text(("Results", words))), record())

    assert words == "".join(unit.text for unit in found)
    assert all(1000 < len(unit.text) <= 2500 for unit in found)
    assert all(unit.text.startswith("In group") for unit in found)


def test_one_endless_sentence_is_still_found() -> None:
    """Nothing to cut at is no reason to lose it."""
    (unit,) = units(stored(full_text(("Results", "pain " * 2000))), record())
    assert 10_000 == len(unit.text)


def test_a_full_text_without_sections_is_split_all_the_same() -> None:
    """A converted file that lost its headings is searched in parts."""
    text = "The pain fell by half within six weeks of training. " * 100
    found = units(stored(make_rendition(Form.FULL_TEXT, Fidelity.VERBATIM, text, origin="PDF")), record())

    assert len(found) > 1
    assert text == "".join(unit.text for unit in found)


def test_unit_ids_are_unique_within_a_record() -> None:
    """The index replaces a unit by its id."""
    store = MemoryStore()
    kept = keep(report(pmid="1"), store)
    ids = [unit.id for one in store.renditions(kept.record_id) for unit in units(one, store.record(kept.record_id))]
    assert len(ids) == len(set(ids)) == 1
