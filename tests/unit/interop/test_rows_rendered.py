"""How a row stands on the page: its quote, its marks, what travels with it, its effects, its study."""

import json
import re
from dataclasses import replace

import pytest

from quoth.interop.html import render_html
from quoth.interop.json_page import render_json
from quoth.interop.layout import effect_words
from quoth.interop.markdown import render_markdown
from quoth.model import (
    LABEL_BY_MARK,
    Action,
    ActionRow,
    Answer,
    BottomLine,
    Extent,
    FactKind,
    Fidelity,
    Figure,
    Mark,
    MarkKind,
    QualifierKind,
    ResearchGroup,
    StudyFact,
)
from tests.unit.interop.answer_factory import advice, answer, passed, qualifier, quote, reference, statement
from tests.unit.interop.rendered_page import alone


def test_a_verbatim_quote_stands_in_quotation_marks_and_a_summary_never_does() -> None:
    """Our own words about a source are not offered as its words."""
    mine = statement("We read that pain fell.", id="s2", number=2, fidelity=Fidelity.SUMMARY)
    page = answer(research=(ResearchGroup("exercise", (mine,)),))

    seen = alone(page)
    markdown = render_markdown(page, passed(page))

    assert seen.in_quotes == "Offer exercise." * 2
    assert "Summary of Source 2" in seen.text
    assert "> “Offer exercise.”" in markdown
    assert "\nWe read that pain fell.\n" in markdown
    assert "Summary of Source 2" in markdown


@pytest.mark.parametrize("kind", [kind for kind in MarkKind if kind not in (MarkKind.SUMMARY, MarkKind.DOUBT)])
def test_every_mark_is_told_in_words(kind: MarkKind) -> None:
    """No warning is a colour alone, on a row or on a reference."""
    mark = Mark(kind, "because of this")
    page = answer(
        research=(ResearchGroup("exercise", (statement(id="s2", number=2, marks=(mark,)),)),),
        references=(reference(1), reference(2, marks=(mark,))),
    )

    expected = f"{LABEL_BY_MARK[kind.value]}: because of this"
    assert alone(page).text.count(expected) == 2
    assert render_markdown(page, passed(page)).count(expected) == 2


def test_doubts_are_shown_beside_the_row_and_folded_when_many() -> None:
    """One doubt stands open; several are counted and open on request."""
    one = statement(id="s2", number=2, marks=(Mark(MarkKind.DOUBT, "Read in part."),))
    many = statement(
        id="s3", number=2, start=90, marks=(Mark(MarkKind.DOUBT, "First doubt."), Mark(MarkKind.DOUBT, "Second doubt."))
    )
    page = answer(research=(ResearchGroup("exercise", (one, many)),))

    html = render_html(page, passed(page), open_passage=None)

    assert '<p class="doubt"><b>Doubt</b> Read in part.</p>' in html
    assert "<summary>2 doubts</summary>" in html
    assert "First doubt." in html
    assert "Second doubt." in html


def test_qualifiers_travel_with_a_recommendation() -> None:
    """Strength, population and condition stand beside the words they limit."""
    told = advice(
        qualifiers=(
            qualifier(QualifierKind.STRENGTH, "conditional", start=20),
            qualifier(QualifierKind.CONDITION, "after a fall", start=40),
            qualifier(QualifierKind.POPULATION, "adults", start=60),
        )
    )
    page = answer(bottom_line=BottomLine("Current recommendation", (told,)), actions=(ActionRow("x", Action.DO, told),))

    for text in (alone(page).text, render_markdown(page, passed(page))):
        assert all(words in text for words in ("conditional", "after a fall", "adults"))
        assert "Certainty" in text
        assert "not stated" in text


def test_context_stands_where_the_source_has_it_and_gaps_are_shown() -> None:
    """A sentence that travels along keeps its place; what is left out between is marked."""
    said = statement(
        "It fell by half.",
        id="s2",
        number=2,
        start=30,
        qualifiers=(
            qualifier(QualifierKind.CONTEXT, "Pain was measured weekly.", start=0),
            qualifier(QualifierKind.CONTEXT, "However, not in men.", start=47),
        ),
    )
    page = answer(research=(ResearchGroup("exercise", (said,)),))

    assert "Pain was measured weekly. […] It fell by half. However, not in men." in alone(page).in_quotes


def test_figures_with_hostile_extents_never_lose_words() -> None:
    """Whatever an extractor says about numbers, the quote stays whole."""
    figures = (Figure(5, 3, "RR"), Figure(-4, 2, "RR"), Figure(0, 99, "RR"), Figure(2, 6, "RR"), Figure(3, 5, "OR"))
    said = statement("RR 0.5 fell.", id="s2", number=2, figures=figures)

    assert "RR 0.5 fell." in alone(answer(research=(ResearchGroup("exercise", (said,)),))).text


def test_effects_stand_out_and_bare_numbers_do_not() -> None:
    """An effect with its interval is what a reader looks for; a share or a p-value is not."""
    figures = (Figure(0, 23, "RR", 0.5, 0.2, 0.9), Figure(25, 28, "%", 95.0), Figure(30, 36, "p", p="<0.01"))
    said = statement("RR 0.5 (95% CI 0.2-0.9), 95%, p<0.01", id="s2", number=2, figures=figures)
    page = answer(research=(ResearchGroup("exercise", (said,)),))

    html = render_html(page, passed(page), open_passage=None)

    assert re.findall('<b class="figure">(.*?)</b>', html) == ["RR 0.5 (95% CI 0.2-0.9)"]


def _of_study() -> Answer:
    """A page whose trial says of itself what a text and its catalogue entry hold."""
    facts = (
        StudyFact(FactKind.SIZE, "56 adults", quote("56 adults", start=11, record="rec-2")),
        StudyFact(FactKind.FUNDING, "Grant 7"),
    )
    research = ResearchGroup("exercise", tuple(statement(id=f"s{n}", number=2, start=n * 40) for n in (2, 3)))
    return answer(research=(research,), references=(reference(1), reference(2, level=2, facts=facts)))


def test_what_a_study_says_of_itself_stands_once_and_opens_its_passage() -> None:
    """Two rows of one trial do not tell twice how many were studied."""
    html = render_html(
        _of_study(), passed(_of_study()), open_passage=lambda span, name: f"/passage/{span.start}-{span.end}?at={name}"
    )

    assert 1 == html.count("About this study") == html.count("OCEBM 2011 level 2 for treatment")
    assert 1 == html.count("<q>56 adults</q>") == html.count('href="/passage/11-20?at=s2"')
    assert "Grant 7 (from the catalogue entry)" in html


def test_paper_leaves_out_what_a_study_says_of_itself() -> None:
    """What opens on request is not printed."""
    assert "56 adults" not in render_html(_of_study(), passed(_of_study()), open_passage=None, paper=True)


def test_markdown_and_json_tell_of_the_study_in_its_reference() -> None:
    """The same words in every form of the page."""
    markdown = render_markdown(_of_study(), passed(_of_study()))

    assert "randomised trial, OCEBM 2011 level 2 for treatment; " in markdown
    assert "people studied: “56 adults”; funding: Grant 7 (from the catalogue entry)" in markdown
    facts = json.loads(render_json(_of_study(), passed(_of_study())))["page"]["references"][1]["facts"]
    assert ["56 adults", "Grant 7"] == [fact["words"] for fact in facts]


def test_an_effect_beside_others_says_when_it_was_measured() -> None:
    """Six weeks and a year are not the same comparison; a time inside the effect is not said twice."""
    words = "At 6 weeks pain fell (MD -1.5, 95% CI -2.0 to -1.0)."
    elsewhere = Figure(22, 51, "MD", -1.5, -2.0, -1.0, when=Extent(0, 10))
    inside = Figure(0, 51, "MD", -1.5, -2.0, -1.0, when=Extent(0, 10))

    assert "MD -1.5, 95% CI -2.0 to -1.0); at 6 weeks" == effect_words(statement(words), replace(elsewhere, end=51))
    assert words[:51] == effect_words(statement(words), inside)
