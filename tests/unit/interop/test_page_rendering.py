"""The page in HTML, Markdown and JSON: the same layers, nothing lost, nothing that a source could break."""

import itertools
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from quoth.interop.html import render_html
from quoth.interop.json_page import render_json
from quoth.interop.layout import effect_words
from quoth.interop.markdown import render_markdown
from quoth.interop.markdown_text import escape_markdown
from quoth.model import (
    CERTAINTY_RULES,
    LABEL_BY_MARK,
    Action,
    ActionRow,
    Answer,
    BottomLine,
    Certainty,
    CertaintyReason,
    Difference,
    Direction,
    Exclusion,
    Extent,
    Facet,
    FactKind,
    Fault,
    FaultKind,
    Fidelity,
    Figure,
    Mark,
    MarkKind,
    Method,
    ProvisionalCertainty,
    QualifierKind,
    Question,
    Reason,
    ResearchGroup,
    ReviewLine,
    ReviewStatus,
    Span,
    StudyFact,
    Suggestion,
    Verdict,
    phrase,
)
from tests.unit.interop.answer_factory import abstention, advice, answer, passed, qualifier, quote, reference, statement

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'


class Page(HTMLParser):
    """What a browser would see: ids, links, elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self.headings: list[int] = []
        self.layers: list[str] = []
        self._quoted = 0
        self._open = ""
        self.in_quotes = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        values = dict(attrs)
        self.tags.append(tag)
        self._quoted += tag == "q"
        self._open = tag
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if values.get("href"):
            self.hrefs.append(str(values["href"]))

    def handle_endtag(self, tag: str) -> None:
        """Leave a quotation."""
        self._quoted -= tag == "q"

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data
        if self._open == "h2":
            self.layers.append(data)
            self._open = ""
        if self._quoted:
            self.in_quotes += data


def alone(page: Answer) -> Page:
    """The page as a file."""
    return Page(render_html(page, passed(page), open_passage=None))


def open_passage(span: Span, statement_id: str) -> str:
    """As the web face does it."""
    return f"/passage/{span.rendition_id}/{span.start}-{span.end}?at={statement_id}"


def provisional(statement_id: str) -> ProvisionalCertainty:
    """A starting point that rests on one row."""
    rules = ("randomised", "imprecise", "not judged")
    reasons = tuple(
        CertaintyReason(CERTAINTY_RULES[r].domain, r, int(r == "imprecise"), phrase(CERTAINTY_RULES[r].phrase))
        for r in rules
    )
    return ProvisionalCertainty("exercise", "pain", Certainty.HIGH, Certainty.MODERATE, reasons, (statement_id,))


def full_page() -> Answer:
    """A page with every layer."""
    told, other = advice(), advice("Exercise should be offered.", id="s2", number=2, issuer="NICE")
    first = statement("Pain fell.", id="s3", number=3, n=1234, direction=Direction.FAVOURS_INTERVENTION)
    more = statement("Function rose.", id="s4", number=3, start=50)
    noted = statement("Guides speak of taping.", id="s5", number=4)
    against = advice("Do not tape.", id="s6", number=4, action=Action.DO_NOT)
    return answer(
        actions=(ActionRow("exercise", Action.DO, told, (other,)), ActionRow("taping", Action.DO_NOT, against)),
        more_actions=(ActionRow("heat", Action.CONSIDER, advice("Try heat.", id="s7", action=Action.CONSIDER)),),
        guideline_notes=(noted,),
        differences=(Difference("taping", (told, against), statement("They differ.", id="s8", number=1)),),
        newer=(first,),
        research=(ResearchGroup("exercise", (first,), (more,)),),
        certainties=(provisional("s3"),),
        not_found=(Facet.HARMS,),
        references=tuple(reference(n) for n in range(1, 5)),
        suggestions=(Suggestion("Harms", "Harms for knee pain"),),
        method=Method(counts=(("records in the library", 9),), exclusions=(Exclusion("rec-9", "Left", "a protocol"),)),
    )


def test_a_provisional_certainty_stands_apart_under_its_label() -> None:
    """A level that a rule gives is never shown without the words that say so, nor without its reasons."""
    page = full_page()

    for shown in (alone(page).text, render_markdown(page, passed(page))):
        told = " ".join(shown.split())
        assert phrase("certainty") in told
        assert phrase("certainty.level", level="moderate") in told
        assert phrase("rating.imprecise") in told


def test_one_statement_is_not_said_to_stand_side_by_side() -> None:
    """A note of which one source alone can be shown has that source beside it."""
    page = full_page()
    both = page.differences[0]
    alone_with_its_note = replace(page, differences=(replace(both, statements=both.statements[:1]),))

    assert "2 statements side by side" in alone(page).text
    assert "1 statement beside it" in alone(alone_with_its_note).text


def test_every_number_and_jump_of_the_html_page_resolves() -> None:
    """A number without its reference is a false citation, and an id stands once."""
    page = alone(full_page())

    assert len(page.ids) == len(set(page.ids))
    assert {href[1:] for href in page.hrefs if href.startswith("#")} <= set(page.ids)
    assert {f"ref-{n}" for n in range(1, 5)} <= set(page.ids)
    assert {f"s{n}" for n in range(1, 9)} <= set(page.ids)


def test_every_footnote_of_the_markdown_page_resolves() -> None:
    """Each number used has a definition, and each definition is used."""
    text = render_markdown(full_page(), passed(full_page()))

    defined = set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert defined == set(re.findall(r"\[\^(\d+)\](?!:)", text)) == {"1", "2", "3", "4"}


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_every_layer_and_statement_is_on_the_page(form: str) -> None:
    """Nothing of the typed page is lost in any form."""
    page = full_page()
    markdown = render_markdown(page, passed(page))
    text = alone(page).text if form == "html" else markdown
    layers = alone(page).layers if form == "html" else re.findall(r"^## (.*)$", markdown, re.MULTILINE)

    assert [layer for layer in layers if layer not in ("Advice at a glance", "The evidence in pictures")] == [
        "Bottom line",
        "Actions",
        "Also in the guidelines",
        "Where bodies differ",
        "Newer than these guidelines",
        "From the research",
        "Certainty, provisional",
        "Not found",
        "How this was found",
        "References",
        "Review",
    ]
    for said in page.statements():
        assert said.quote.text in text
    assert "2 bodies agree" in text
    assert "1\u202f234" in text
    assert "a protocol" in text


def test_headings_never_skip_a_level() -> None:
    """A screen reader moves through the page by its headings."""
    levels = alone(full_page()).headings

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_a_citation_opens_its_passage_in_the_web_face() -> None:
    """The first number of a statement leads to the very characters that it quotes."""
    html = render_html(answer(), passed(answer()), open_passage=open_passage, base="/kb")

    assert 'href="/passage/abstract-1/0-15?at=s1"' in html
    assert 'href="/kb/static/quoth.css"' in html


def test_the_file_that_stands_alone_has_styles_inside_and_asks_for_nothing() -> None:
    """An exported page makes no request and has no form or script."""
    html = render_html(full_page(), passed(full_page()), open_passage=None)
    page = Page(html)

    assert "<style>" in html
    assert not {"script", "form", "img", "iframe"} & set(page.tags)
    assert "link" not in page.tags
    assert not re.search(r"url\(|@import", html)


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


def hostile_page() -> Answer:
    """A page in which every text of a source or reader is an attack."""
    bad = Mark(MarkKind.INDIRECT, HOSTILE)
    said = statement(HOSTILE, id="s2", number=2, marks=(bad, Mark(MarkKind.DOUBT, HOSTILE)), plain=HOSTILE)
    return answer(
        question=Question(HOSTILE),
        notes=(HOSTILE,),
        signposts=(HOSTILE,),
        research=(ResearchGroup(HOSTILE, (said,)),),
        references=(reference(1, title=HOSTILE, authors=(HOSTILE,), journal=HOSTILE), reference(2, marks=(bad,))),
        method=Method(((HOSTILE, (HOSTILE,)),), HOSTILE, ((HOSTILE, 1),), (Exclusion(HOSTILE, HOSTILE, HOSTILE),)),
        suggestions=(Suggestion(HOSTILE, HOSTILE),),
        review=ReviewLine(ReviewStatus.APPROVED, (HOSTILE,), HOSTILE, (HOSTILE,)),
    )


@pytest.mark.parametrize("web", [True, False])
def test_hostile_text_stays_text_in_html(web: bool) -> None:
    """A title can hold any characters; none of them becomes an element or an attribute."""
    page = hostile_page()
    html = render_html(page, passed(page), open_passage=open_passage if web else None)

    assert "<script>alert" not in html
    assert "img" not in Page(html).tags
    assert Page(html).tags.count("script") == (1 if web else 0)


def test_hostile_text_stays_text_in_markdown() -> None:
    """No markup, HTML or address of a source survives as such."""
    text = render_markdown(hostile_page(), passed(hostile_page()))

    assert not re.search(r"(?<!\\)<(?!https)", text.replace("](<", ""))


@pytest.mark.parametrize(
    ("raw", "escaped"),
    [
        ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
        ("# head", r"\# head"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("a\n\n# b", r"a \# b"),
        ("[x](javascript:y)", r"\[x\](javascript\:y)"),
        ("see https://x.y", r"see https\://x.y"),
        ("95% CI -5.6 to -1.0, p = 0.04", "95% CI -5.6 to -1.0, p = 0.04"),
    ],
)
def test_markdown_escapes_markup_and_leaves_numbers_alone(raw: str, escaped: str) -> None:
    """What a source writes is read as it was written."""
    assert escape_markdown(raw) == escaped


def test_lone_surrogates_do_not_break_a_page() -> None:
    """A damaged character from a file or form never stops the page."""
    page = answer(question=Question("knee \ud800 pain"))

    assert render_html(page, passed(page), open_passage=None).encode("utf-8")
    assert render_markdown(page, passed(page)).encode("utf-8")


def test_the_banner_says_what_the_review_status_says() -> None:
    """The banner's words come from the status and from nothing else."""
    for status in ReviewStatus:
        page = answer(review=ReviewLine(status))
        assert f"<strong>{status.value}</strong>" in render_html(page, passed(page), open_passage=None)


def test_a_page_with_faults_is_withheld_in_every_form() -> None:
    """What fails the checker is not shown, neither as a page nor as data."""
    verdict = Verdict("a1", 2, (Fault(FaultKind.TEXT_CHANGED, "s2", "the store says otherwise"),))

    forms = [
        render_html(answer(), verdict, open_passage=open_passage),
        render_markdown(answer(), verdict),
        render_json(answer(), verdict).decode(),
    ]

    for text in forms:
        assert "Pain fell" not in text
        assert "Offer exercise" not in text
        assert "the store says otherwise" in text


def test_an_abstention_says_why_and_what_to_do_next() -> None:
    """Not knowing is an answer, with its reason above everything else."""
    page = abstention(suggestions=(Suggestion("Overview", "What helps knee pain?"),))
    seen = Page(render_html(page, passed(page), open_passage=open_passage))

    assert "the library does not know these words" in seen.text
    assert page.explanation in seen.text
    assert "Overview" in seen.text
    assert page.explanation in render_markdown(page, passed(page))


def test_a_refusal_by_the_checker_is_shown_with_its_faults() -> None:
    """The refusal that tells of faults is a page of its own."""
    page = abstention(reason=Reason.CHECK_FAILED, explanation="The independent checker found 1 fault(s).")
    verdict = Verdict(page.id, 3, (Fault(FaultKind.QUALIFIER_CUT, "s1", "cut"),))

    assert "The checker refused the page" in render_markdown(page, verdict)
    assert "Qualifier cut off (s1): cut" in render_html(page, verdict, open_passage=None)


def test_json_holds_the_page_and_the_verdict() -> None:
    """A program gets the same object."""
    data = json.loads(render_json(full_page(), passed(full_page())))

    assert data["kind"] == "answer"
    assert data["page"]["actions"][0]["statement"]["quote"]["text"] == "Offer exercise."
    assert data["verdict"]["checked"] == 8


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
