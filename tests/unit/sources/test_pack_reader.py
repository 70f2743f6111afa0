"""Packs give words, records with quotable text, and notices."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.model import Action, AnnotationKind, Design, DoubtKind, Extent, Fidelity, Form, NoticeKind, SectionRole
from quoth.sources.pack_schema import Pack
from quoth.sources.pack_text import compose_record
from tests.unit.sources.source_factories import items, notices, only_report, pack, reports, words

RECORD = """\
  - id: smith-2020
    type: guideline
    issuer: College of Knees
    title: Knees
    year: 2020
    doi: https://doi.org/10.1000/ABC.1
    pmid: 123
    seen: full text
    key_results:
      - {text: Pain fell by 2 points., interventions: [exercise], followup: 3 months}
    conclusion: {text: Exercise helps.}
    recommendations:
      - text: Offer exercise.
        strength: strong
        certainty: low
        population: adults
        condition: after a fall
        interventions: [exercise]
        action: do
        action_by: Ward 3, from 'offer'
        plain: Do exercises.
      - {text: Tape the knee., strength: not stated, certainty: Not Stated}
"""


def text_at(text: str, extent: Extent | None) -> str | None:
    """The words of an extent."""
    return text[extent.start : extent.end] if extent else None


def test_each_statement_stands_on_a_line_with_its_qualifiers_in_brackets(tmp_path: Path) -> None:
    """Strength, certainty, population and condition are words of the text, so that they can be quoted and checked."""
    (rendition,) = only_report(items(tmp_path, pack(RECORD))).renditions

    assert rendition.text.split("\n") == [
        "Pain fell by 2 points. (follow-up: 3 months)",
        "Exercise helps.",
        "Offer exercise. (strength: strong; certainty: low; for: adults; when: after a fall)",
        "Tape the knee.",
    ]
    assert (Form.PACK, Fidelity.SUMMARY) == (rendition.form, rendition.fidelity)
    assert [(s.heading, s.role) for s in rendition.sections] == [
        ("Key results", SectionRole.RESULTS),
        ("Conclusion", SectionRole.CONCLUSION),
        ("Recommendations", SectionRole.RECOMMENDATIONS),
    ]


def test_an_annotation_points_at_the_very_words(tmp_path: Path) -> None:
    """The extents of a recommendation slice out its statement, its qualifiers and its whole line."""
    (rendition,) = only_report(items(tmp_path, pack(RECORD))).renditions
    offer = next(a for a in rendition.annotations if a.id == "r1")

    assert text_at(rendition.text, offer.statement) == "Offer exercise."
    assert text_at(rendition.text, offer.strength) == "strong"
    assert text_at(rendition.text, offer.certainty) == "low"
    assert text_at(rendition.text, offer.population) == "adults"
    assert text_at(rendition.text, offer.condition) == "after a fall"
    assert text_at(rendition.text, offer.whole) == rendition.text.split("\n")[2]
    assert (offer.kind, offer.action, offer.action_by) == (
        AnnotationKind.RECOMMENDATION,
        Action.DO,
        "Ward 3, from 'offer'",
    )
    assert (offer.plain, offer.plain_by) == ("Do exercises.", "Ward 3")


def test_a_strength_that_is_not_stated_is_not_set_as_words_of_the_source(tmp_path: Path) -> None:
    """That nothing is stated is our remark, not the source's grade."""
    (rendition,) = only_report(items(tmp_path, pack(RECORD))).renditions

    assert [a.strength for a in rendition.annotations if a.id == "r2"] == [None]


def test_the_record_carries_what_the_pack_says(tmp_path: Path) -> None:
    """Identifiers are cleaned, the design and, unless it names its own, the condition are the pack's."""
    record = only_report(items(tmp_path, pack(RECORD))).record

    assert (record.id, record.ids.pack) == ("pack-knee-smith-2020", "knee/smith-2020")
    assert (record.ids.pmid, record.ids.doi) == ("123", "10.1000/abc.1")
    assert (record.design, record.issuer, record.published.year) == (Design.GUIDELINE, "College of Knees", 2020)
    assert record.conditions == ("knee pain",)
    assert record.doubts == ()


def test_a_version_and_a_bare_no_are_read_as_they_are_written(tmp_path: Path) -> None:
    """2026.10 is not the number 2026.1, and `retraction: no` is not false."""
    record = "  - {id: a, type: rct, title: T, retraction: no, conclusion: {text: No effect.}}\n"

    found = items(tmp_path, pack(record))

    assert words(found).version == "2026.10"
    assert notices(found) == []


@pytest.mark.parametrize(
    ("result", "kept"),
    [
        ("Pain fell by 2 points.", False),
        ("Pain was halved.", False),
        ("Two of five people improved.", False),
        ("A third of patients improved.", False),
        ("Risk rose twofold.", False),
        ("Most felt better, about fifty per cent.", False),
        ("RR0.8 for falls.", False),
        ("Better than SGLT2 inhibitors in type 2 diabetes.", True),
        ("No one improved another way.", True),
        ("Pain fell more with exercise.", True),
    ],
)
def test_results_with_figures_are_withheld_when_figures_are_not_usable(tmp_path: Path, result: str, kept: bool) -> None:
    """A figure that nobody verified is not shown, however it is written; the record says how many are missing."""
    record = (
        "  - id: a\n    type: rct\n    title: T\n    figures_usable: false\n"
        f'    key_results: [{{text: "{result}"}}]\n    conclusion: {{text: "It helped 9 of 10."}}\n'
    )

    report = only_report(items(tmp_path, pack(record)))

    assert (result in report.renditions[0].text) is kept
    assert "It helped 9 of 10." in report.renditions[0].text
    withheld = [d.text for d in report.record.doubts if d.kind is DoubtKind.FIGURES_WITHHELD]
    assert withheld == (
        [] if kept else ["1 key result with figures is withheld: the figures were not verified in the source."]
    )


def test_every_doubt_of_a_pack_becomes_a_doubt_of_the_record(tmp_path: Path) -> None:
    """What the editor was not sure of is kept, with its kind."""
    record = """\
  - id: a
    type: rct
    title: T
    title_verified: false
    seen: abstract in part
    conclusion: {text: X helps., doubts: [Read in a secondary summary.]}
    doubts: [Seen through a secondary summary., The year is inferred., The page range is odd.]
"""
    report = only_report(items(tmp_path, pack(record)))

    assert [d.kind for d in report.record.doubts] == [
        DoubtKind.TITLE_UNVERIFIED,
        DoubtKind.PARTLY_READ,
        DoubtKind.SECONDARY,
        DoubtKind.INFERRED,
        DoubtKind.NOTE,
    ]
    assert [d.kind for d in report.renditions[0].annotations[0].doubts] == [DoubtKind.SECONDARY]
    assert not report.record.title_verified


def test_successors_withdrawals_and_retractions_become_notices(tmp_path: Path) -> None:
    """A superseded record names its successor's identifiers, so that it is found whatever file it came from."""
    records = """\
  - {id: old, type: systematic-review, title: Old, pmid: 1, superseded_by: new, withdrawn: 2019 by its authors}
  - {id: new, type: systematic-review, title: New, doi: 10.1000/new, retraction: yes}
"""
    found = notices(items(tmp_path, pack(records)))

    assert [(n.kind, n.target.pack, n.by.doi if n.by else None) for n in found] == [
        (NoticeKind.SUPERSEDED, "knee/old", "10.1000/new"),
        (NoticeKind.WITHDRAWN, "knee/old", None),
        (NoticeKind.RETRACTION, "knee/new", None),
    ]
    assert found[0].target.pmid == "1"


def test_differences_become_a_note_of_the_editor(tmp_path: Path) -> None:
    """Where sources differ is the editor's summary even in a pack of verbatim texts, with the records that differ."""
    more = "rendition: verbatim\ndifferences:\n  - {point: They differ., interventions: [taping], records: [a, b]}\n"
    records = "  - {id: a, type: rct, title: A}\n  - {id: b, type: rct, title: B}\n"

    note = reports(items(tmp_path, pack(records, more=more)))[-1]

    assert (note.record.id, note.record.design) == ("pack-knee-differences", Design.NOTE)
    assert (note.record.title, note.record.published.year) == ("Where the sources differ: Knee pain", 2026)
    (rendition,) = note.renditions
    assert (rendition.fidelity, rendition.text) == (Fidelity.SUMMARY, "They differ.")
    assert rendition.annotations[0].sources == ("knee/a", "knee/b")


def test_a_record_with_nothing_to_quote_has_no_text(tmp_path: Path) -> None:
    """An empty text is not a text."""
    assert only_report(items(tmp_path, pack("  - {id: a, type: rct, title: A}\n"))).renditions == ()


def test_a_pack_of_words_alone_has_no_topic(tmp_path: Path) -> None:
    """A glossary is a pack without records."""
    found = items(
        tmp_path,
        "quoth_pack: 1\npack: glossary\nversion: 1\ntitle: G\neditor: E\n"
        "glossary:\n  - {term: odds ratio, definition: Odds divided by odds., also: [OR]}\n",
    )

    assert words(found).topic is None
    assert [(g.term, g.also) for g in words(found).glossary] == [("odds ratio", ("OR",))]
    assert len(found) == 1


LINES = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)


@given(text=LINES, strength=st.none() | LINES, condition=st.none() | LINES, results=st.lists(LINES, max_size=3))
def test_extents_slice_the_text_whatever_the_words(
    text: str, strength: str | None, condition: str | None, results: list[str]
) -> None:
    """Offsets are exact for all of Unicode: every section and annotation lies on whole lines."""
    record = {
        "id": "a",
        "type": "rct",
        "title": "T",
        "key_results": [{"text": words} for words in results],
        "recommendations": [{"text": text, "strength": strength, "condition": condition}],
    }
    made = Pack.model_validate(
        {"quoth_pack": 1, "pack": "p", "version": "1", "title": "T", "editor": "E", "records": [record]}
    )

    rendition = compose_record(made, made.records[0])

    assert rendition is not None
    lines = rendition.text.split("\n")
    assert [rendition.text[a.whole.start : a.whole.end] for a in rendition.annotations] == lines
    assert "\n".join(rendition.text[s.start : s.end] for s in rendition.sections) == rendition.text
    item = made.records[0].recommendations[0]
    note = rendition.annotations[-1]
    assert text_at(rendition.text, note.statement) == item.text
    if note.strength:
        assert text_at(rendition.text, note.strength) == item.strength
    if note.condition:
        assert text_at(rendition.text, note.condition) == item.condition
