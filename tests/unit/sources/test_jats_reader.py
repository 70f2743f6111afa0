"""Full texts give their front matter, their abstract and their body, section by section."""

from pathlib import Path

import pytest

from quoth.evidence import propose
from quoth.model import (
    Fidelity,
    Form,
    GradePlace,
    NoticeKind,
    PartialDate,
    Record,
    RecordId,
    Rendition,
    SectionRole,
)
from tests.unit.sources.source_factories import items, notices, only_report, refusals, reports

FRONT = """<front><journal-meta><journal-id journal-id-type="nlm-ta">J Knees</journal-id>
<journal-title-group><journal-title>Journal of Knees</journal-title></journal-title-group></journal-meta>
<article-meta><article-id pub-id-type="pmid">5</article-id><article-id pub-id-type="pmc">77</article-id>
<article-id pub-id-type="doi">10.1000/K</article-id><article-id pub-id-type="publisher-id">k-5</article-id>
<article-categories><subj-group><subject>Trial</subject></subj-group></article-categories>
<title-group><article-title>Knees <italic>and</italic> hips</article-title><subtitle>a trial</subtitle></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Ng</surname><given-names>Ann-Mary B</given-names></name>
</contrib><contrib contrib-type="author"><collab>The Group</collab></contrib>
<contrib contrib-type="editor"><name><surname>Ed</surname></name></contrib></contrib-group>
<pub-date pub-type="epub"><day>2</day><month>1</month><year>2020</year></pub-date>
<pub-date pub-type="ppub"><month>3</month><year>2020</year></pub-date>
<volume>5</volume><issue>2</issue><fpage>10</fpage><lpage>19</lpage>
<history><date date-type="accepted"><year>2019</year></date></history>
<permissions><license xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="http://cc/by"><license-p>Free.</license-p>
</license></permissions>%s
<abstract><sec><title>Aim:</title><p>To see.</p></sec><sec><title>Results</title><p>It fell.</p><p>Twice.</p></sec>
</abstract>
<abstract abstract-type="graphical"><p>A picture.</p></abstract>
<kwd-group><kwd>knee</kwd></kwd-group>
<funding-group><funding-statement>Paid by us.</funding-statement></funding-group></article-meta></front>"""
BODY = """<body><p>Opening words.</p>
<sec sec-type="methods"><title>1. Patients and methods</title><p>We treated 40
adults<xref ref-type="bibr"><sup>3</sup></xref>.
<list list-type="order"><list-item><label>a)</label><p>First.</p></list-item>
<list-item><p>Second.</p></list-item></list>
Then they went home [<xref ref-type="bibr">4</xref>,<xref ref-type="bibr">5</xref>].</p>
<sec><title>Odd heading</title><p>Inside.</p></sec></sec>
<sec><title>Results</title><p>Pain fell (<xref ref-type="table">Table 1</xref>).</p>
<table-wrap><label>Table 1</label><caption><title>Pain by group.</title></caption><table>
<thead><tr><th rowspan="2">Outcome</th><th colspan="2">Group</th></tr><tr><th>Exercise</th><th>Control</th></tr></thead>
<tbody><tr><td>Pain</td><td>3.2</td><td>4.5</td></tr><tr><td rowspan="2">Function</td><td>70</td><td>60</td></tr>
<tr><td>71</td><td>61</td></tr></tbody></table>
<table-wrap-foot><p>Lower is better.</p></table-wrap-foot></table-wrap>
<fig><label>Figure 1</label><caption><p>Flow of patients.</p></caption><graphic/></fig></sec>
<sec><title>Discussion</title><p>Others found more.</p></sec></body>"""
BACK = """<back><ack><p>Thanks.</p></ack><ref-list><ref><mixed-citation>Cited work.</mixed-citation></ref></ref-list>
<fn-group><fn fn-type="conflict"><p>None.</p></fn></fn-group>
<sec><title>Competing interests</title><p>None at all.</p></sec>
<app-group><app><title>Appendix</title><p>More.</p></app></app-group></back>"""


def article(links: str = "", body: str = BODY, kind: str = "research-article") -> str:
    """A JATS article."""
    return f'<article article-type="{kind}" xml:lang="en">{FRONT % links}{body}{BACK}</article>'


def full_text(found: list[object]) -> Rendition:
    """The full text of the one report."""
    return next(r for r in only_report(found).renditions if r.form is Form.FULL_TEXT)  # type: ignore[arg-type]


def test_the_front_becomes_the_record(tmp_path: Path) -> None:
    """Identifiers, dates, authors and licence are kept; editors are no authors."""
    record = only_report(items(tmp_path, article())).record

    assert (record.ids.pmid, record.ids.doi, record.ids.pmcid) == ("5", "10.1000/k", "PMC77")
    assert record.title == "Knees and hips: a trial"
    assert record.authors == ("Ng AMB", "The Group")
    assert (record.journal, record.journal_abbreviation) == ("Journal of Knees", "J Knees")
    assert (record.volume, record.issue, record.pages) == ("5", "2", "10-19")
    assert record.published == PartialDate(2020, 3)
    assert dict(record.dates)["electronic"] == PartialDate(2020, 1, 2)
    assert dict(record.dates)["accepted"] == PartialDate(2019)
    assert record.publication_types == ("Journal Article",)
    assert record.keywords == ("knee", "Trial")
    assert record.licence == "http://cc/by Free."
    assert record.funding is not None
    assert "Paid by us." in record.funding
    assert "Conflict of interest statement: None at all." in record.funding


def test_the_abstract_is_a_text_of_its_own(tmp_path: Path) -> None:
    """Headings lead their lines; pictures are left out."""
    abstract, body = only_report(items(tmp_path, article())).renditions

    assert abstract.text == "Aim: To see.\nResults: It fell. Twice."
    assert [s.role for s in abstract.sections] == [SectionRole.OBJECTIVE, SectionRole.RESULTS]
    assert (abstract.form, body.form, body.fidelity) == (Form.ABSTRACT, Form.FULL_TEXT, Fidelity.VERBATIM)


def test_the_body_is_cut_into_sections_with_their_roles(tmp_path: Path) -> None:
    """Each section keeps its heading and those above it; discussions and tables are nobody's findings."""
    text = full_text(items(tmp_path, article()))

    assert [(s.path, s.heading, s.role) for s in text.sections] == [
        ((), "", None),
        ((), "1. Patients and methods", SectionRole.METHODS),
        (("1. Patients and methods",), "Odd heading", SectionRole.METHODS),
        ((), "Results", SectionRole.RESULTS),
        (("Results",), "Table 1", SectionRole.OTHER),
        (("Results",), "Figure 1", SectionRole.OTHER),
        ((), "Discussion", SectionRole.OTHER),
        ((), "Appendix", SectionRole.OTHER),
    ]
    assert "\n\n".join(text.text[s.start : s.end] for s in text.sections) == text.text


def test_paragraphs_lists_and_reference_marks_stay_as_printed(tmp_path: Path) -> None:
    """Blocks stand apart by a blank line, and what follows a list is not lost."""
    text = full_text(items(tmp_path, article()))
    methods = text.sections[1]

    assert text.text[methods.start : methods.end].split("\n\n") == [
        "We treated 40 adults3.",
        "a) First.",
        "Second.",
        "Then they went home [4,5].",
    ]


def test_a_table_is_set_row_by_row_with_its_columns_heads(tmp_path: Path) -> None:
    """A row can be quoted alone, since each value says which column it stands in; spans count for each row."""
    text = full_text(items(tmp_path, article()))
    table = next(s for s in text.sections if s.heading == "Table 1")

    assert text.text[table.start : table.end].split("\n\n") == [
        "Pain by group.",
        "Pain | Group, Exercise: 3.2 | Group, Control: 4.5",
        "Function | Group, Exercise: 70 | Group, Control: 60",
        "Function | Group, Exercise: 71 | Group, Control: 61",
        "Lower is better.",
    ]


def test_an_absurd_span_is_cut(tmp_path: Path) -> None:
    """A table cell cannot ask for a billion columns."""
    body = BODY.replace('colspan="2"', 'colspan="999999999"').replace('rowspan="2"', 'rowspan="999999999"')

    assert len(full_text(items(tmp_path, article(body=body))).text) < 20_000


def test_an_article_without_body_gives_its_abstract_alone(tmp_path: Path) -> None:
    """Some publishers let PMC show no more."""
    text = article(body="<!-- The publisher does not allow it. -->").replace(BACK, "")

    assert [r.form for r in only_report(items(tmp_path, text)).renditions] == [Form.ABSTRACT]


@pytest.mark.parametrize("root", ["pmc-articleset", "articles"])
def test_a_set_of_articles_is_read_one_by_one(tmp_path: Path, root: str) -> None:
    """One that is broken costs itself."""
    found = items(tmp_path, f"<{root}>{article()}{article().replace('</surname>', '')}{article()}</{root}>")

    assert len(reports(found)) == 2
    assert refusals(found)[0].place == "article 2"


def test_default_namespaces_do_not_matter(tmp_path: Path) -> None:
    """PMC's own service binds JATS to a namespace."""
    text = article().replace("<article ", '<article xmlns="https://jats.nlm.nih.gov/ns/archiving/1.3/" ', 1)

    assert only_report(items(tmp_path, text)).record.ids.pmid == "5"


@pytest.mark.parametrize(
    ("kind", "about", "notice", "target"),
    [
        ("retraction", "retracted-article", NoticeKind.RETRACTION, "10.1000/old"),
        ("correction", "corrected-article", NoticeKind.CORRECTION, "10.1000/old"),
        ("expression-of-concern", "object-of-concern", NoticeKind.CONCERN, "10.1000/old"),
        ("research-article", "correction-forward", NoticeKind.CORRECTION, "10.1000/k"),
    ],
)
def test_related_articles_become_notices(
    tmp_path: Path, kind: str, about: str, notice: NoticeKind, target: str
) -> None:
    """A notice of retraction in PMC marks the report that it names."""
    link = (
        f'<related-article xmlns:xlink="http://www.w3.org/1999/xlink" related-article-type="{about}" '
        'ext-link-type="doi" xlink:href="10.1000/OLD"/>'
    )
    (found,) = notices(items(tmp_path, article(link, kind=kind)))

    assert (found.kind, found.target.doi) == (notice, target)


def test_an_article_without_identity_is_refused(tmp_path: Path) -> None:
    """It could not be cited."""
    found = items(tmp_path, "<article><front><article-meta></article-meta></front></article>")

    assert "neither a title nor an identifier" in refusals(found)[0].reason


GRADED = """<body><sec><title>Recommendations</title>
<sec><title>Strong recommendations</title><p>Clinicians should offer exercise to adults with knee pain.</p></sec>
<sec><title>For everybody</title><p>Rest is not needed for most people with knee pain.</p>
<boxed-text><caption><title>Recommendation 2 (weak recommendation, low-quality evidence)</title></caption>
<p>We suggest taping for runners with knee pain.</p></boxed-text></sec>
<sec><title>Research</title><sec><title>Grade B</title></sec><p>Trials of level walking are needed.</p></sec></sec>
</body>"""


def test_a_heading_that_may_be_a_grade_stands_before_its_section(tmp_path: Path) -> None:
    """It has to be quotable; other headings are no part of the text, and none stands over nothing."""
    text = full_text(items(tmp_path, article(body=GRADED)))
    shown = [(s.heading, text.text[s.start : s.end]) for s in text.sections]

    assert "Strong recommendations\n\nClinicians should offer" in text.text
    assert "low-quality evidence)\n\nWe suggest taping" in text.text
    assert ("Strong recommendations", "Clinicians should offer exercise to adults with knee pain.") in shown
    assert "For everybody" not in text.text
    assert "Grade B" not in text.text


def test_advice_under_a_heading_that_is_its_grade_has_that_grade(tmp_path: Path) -> None:
    """The strength of a JATS guideline's advice, in the issuer's own words."""
    text = full_text(items(tmp_path, article(body=GRADED)))
    proposed = propose(text, Record(RecordId("g"), "Guide", issuer="A Society"))
    graded = {
        text.text[p.annotation.statement.start : p.annotation.statement.end]: [
            text.text[e.start : e.end] if e else None for e in (p.annotation.strength, p.annotation.certainty)
        ]
        for p in proposed
    }

    assert ["Strong recommendations", None] == graded["Clinicians should offer exercise to adults with knee pain."]
    assert ["weak recommendation", "low-quality evidence"] == graded["We suggest taping for runners with knee pain."]
    assert all(p.place is GradePlace.HEADING for p in proposed if p.annotation.strength)
