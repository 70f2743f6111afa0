"""Every field of a PubMed citation reaches its record, its text or a notice."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.model import Ids, MeshHeading, NoticeKind, PartialDate, SectionRole
from quoth.sources import pubmed_xml
from quoth.sources.abstracts import abstract_text
from quoth.sources.pubmed_citation import read_citation
from quoth.sources.pubmed_lift import Lifted, lift
from quoth.sources.xml_guard import new_parser, parse_element
from tests.unit.sources.source_factories import citation, items, notices, only_report, pubmed, refusals, reports

ARTICLE = """
<Journal><ISSN>1</ISSN><JournalIssue CitedMedium="Print"><Volume>5</Volume><Issue>2 Suppl</Issue>
<PubDate><Year>2020</Year><Month>Mar</Month><Day>07</Day></PubDate></JournalIssue>
<Title>Journal of Knees</Title><ISOAbbreviation>J Knees</ISOAbbreviation></Journal>
<Pagination><StartPage>10</StartPage><EndPage>19</EndPage><MedlinePgn>10-9</MedlinePgn></Pagination>
<ELocationID EIdType="pii" ValidYN="Y">S1</ELocationID><ELocationID EIdType="doi" ValidYN="Y">10.1000/ABC</ELocationID>
<Abstract><AbstractText Label="AIM" NlmCategory="OBJECTIVE">To see.</AbstractText>
<AbstractText Label="RECOMMENDATIONS" NlmCategory="CONCLUSIONS">Do it.</AbstractText>
<CopyrightInformation>(c) 2020 Us.</CopyrightInformation></Abstract>
<AuthorList CompleteYN="N"><Author ValidYN="Y"><LastName>Ng</LastName><ForeName>Ann B</ForeName><Initials>AB</Initials>
<Suffix>Jr</Suffix><AffiliationInfo><Affiliation>Here.</Affiliation></AffiliationInfo></Author>
<Author ValidYN="Y"><CollectiveName>The Knee Group</CollectiveName></Author></AuthorList>
<Language>eng</Language><Language>fre</Language>
<DataBankList CompleteYN="Y"><DataBank><DataBankName>ClinicalTrials.gov</DataBankName>
<AccessionNumberList><AccessionNumber>NCT00000001</AccessionNumber></AccessionNumberList></DataBank></DataBankList>
<GrantList><Grant><GrantID>G1</GrantID><Agency>Fund</Agency><Country>Chile</Country></Grant></GrantList>
<PublicationTypeList><PublicationType UI="D1">Journal Article</PublicationType>
<PublicationType UI="D2">Randomized Controlled Trial</PublicationType></PublicationTypeList>
<VernacularTitle>Un essai.</VernacularTitle>
<ArticleDate DateType="Electronic"><Year>2020</Year><Month>01</Month><Day>31</Day></ArticleDate>
"""
MORE = """
<MedlineJournalInfo><MedlineTA>J Knees</MedlineTA></MedlineJournalInfo>
<SupplMeshList><SupplMeshName Type="Disease" UI="C1">Odd knee</SupplMeshName></SupplMeshList>
<MeshHeadingList><MeshHeading><DescriptorName UI="D7" MajorTopicYN="N">Knee</DescriptorName>
<QualifierName UI="Q1" MajorTopicYN="Y">surgery</QualifierName></MeshHeading></MeshHeadingList>
<OtherAbstract Type="plain-language-summary" Language="eng"><AbstractText>In short.</AbstractText></OtherAbstract>
<KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="N">knee <i>pain</i></Keyword></KeywordList>
<CoiStatement>None.</CoiStatement>
"""
DATA = """
<History><PubMedPubDate PubStatus="received"><Year>2019</Year><Month>5</Month><Day>1</Day></PubMedPubDate>
<PubMedPubDate PubStatus="revised"><Year>2019</Year><Month>6</Month><Day>1</Day><Hour>6</Hour></PubMedPubDate></History>
<ArticleIdList><ArticleId IdType="pubmed">1</ArticleId><ArticleId IdType="pmc">PMC77</ArticleId>
<ArticleId IdType="doi">10.1000/other</ArticleId><ArticleId IdType="mid">NIHMS1</ArticleId></ArticleIdList>
<ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.9/cited</ArticleId></ArticleIdList></Reference>
</ReferenceList>
"""
COMPLETE = citation("1", article=ARTICLE, more=MORE, data=DATA)


def test_every_field_of_a_citation_is_kept(tmp_path: Path) -> None:
    """Nothing that a reference, a filter or a flag needs is lost; identifiers of cited works are not its own."""
    record = only_report(items(tmp_path, pubmed(COMPLETE))).record

    assert record.ids.pmid == "1"
    assert (record.ids.doi, record.ids.pmcid) == ("10.1000/abc", "PMC77")
    assert set(record.ids.other) == {("pii", "S1"), ("ClinicalTrials.gov", "NCT00000001"), ("mid", "NIHMS1")}
    assert (record.title, record.vernacular_title) == ("A trial.", "Un essai.")
    assert record.authors == ("Ng AB Jr", "The Knee Group", "et al.")
    assert (record.journal, record.journal_abbreviation) == ("Journal of Knees", "J Knees")
    assert (record.volume, record.issue, record.pages) == ("5", "2 Suppl", "10-9")
    assert record.published == PartialDate(2020, 3, 7)
    assert dict(record.dates) == {
        "electronic": PartialDate(2020, 1, 31),
        "received": PartialDate(2019, 5, 1),
        "revised by authors": PartialDate(2019, 6, 1),
    }
    assert record.language == "eng, fre"
    assert record.publication_types == ("Journal Article", "Randomized Controlled Trial")
    assert record.mesh == (
        MeshHeading("Knee", False, (("surgery", True),), "D7"),
        MeshHeading("Odd knee", ui="C1"),
    )
    assert record.keywords == ("knee pain",)
    assert record.funding == "Fund G1 Chile; Conflict of interest statement: None."
    assert record.licence == "(c) 2020 Us."
    assert record.design is None


def test_a_structured_abstract_keeps_labels_roles_and_exact_offsets(tmp_path: Path) -> None:
    """Each part stands on its line, and recommendations are told from conclusions, which NLM files them under."""
    first, plain = only_report(items(tmp_path, pubmed(COMPLETE))).renditions

    assert first.text == "AIM: To see.\nRECOMMENDATIONS: Do it."
    assert [(s.heading, s.role, first.text[s.start : s.end]) for s in first.sections] == [
        ("AIM", SectionRole.OBJECTIVE, "AIM: To see."),
        ("RECOMMENDATIONS", SectionRole.RECOMMENDATIONS, "RECOMMENDATIONS: Do it."),
    ]
    assert (plain.text, plain.origin) == ("In short.", "PubMed XML (plain-language-summary)")


@pytest.mark.parametrize(
    "changed",
    [
        COMPLETE,
        COMPLETE.replace("<Suffix>Jr</Suffix>", "").replace('CompleteYN="N"', 'CompleteYN="Y"'),
        COMPLETE.replace(
            "<CollectiveName>The Knee Group</CollectiveName>", "<LastName>O&amp;X</LastName><Initials>Q</Initials>"
        ),
        COMPLETE.replace("<Month>5</Month>", "<!-- May --><Month>5</Month>"),
        COMPLETE.replace("<Title>Journal", "<Title><![CDATA[The <b>]]> Journal"),
        COMPLETE.replace('<PubMedPubDate PubStatus="received">', '<PubMedPubDate  PubStatus = "received">'),
        COMPLETE.replace("Knee</DescriptorName>", "Knee &amp; leg</DescriptorName>"),
        COMPLETE.replace("\n", "\r\n\t  "),
    ],
)
def test_lifting_never_changes_what_is_read(tmp_path: Path, changed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read from the bytes is what the parser would have read; only the speed differs."""
    quick = items(tmp_path, pubmed(changed))
    monkeypatch.setattr(pubmed_xml, "lift", Lifted)

    assert quick == items(tmp_path, pubmed(changed))
    assert reports(quick)


_NG = "<LastName>Ng</LastName><ForeName>Ann B</ForeName><Initials>AB</Initials>"
_AUTHORS = (
    f'<Author ValidYN="Y">{_NG}</Author>',
    f'<Author EqualContrib="Y" ValidYN="Y">{_NG}<AffiliationInfo>At X</AffiliationInfo></Author>',
    f'<Author ValidYN="N">{_NG}</Author>',
    f"<Author>{_NG}<Suffix>Jr</Suffix></Author>",
    "<Author><LastName>Ng</LastName><Suffix>3rd</Suffix><Initials>A</Initials></Author>",
    "<Author><LastName>Ng</LastName><ForeName>Ann B</ForeName></Author>",
    "<Author><LastName>Ng</LastName><Initials></Initials></Author>",
    "<Author><LastName></LastName><Initials>AB</Initials></Author>",
    "<Author><LastName>Ng</LastName><LastName>Oz</LastName><Initials>AB</Initials></Author>",
    "<Author><ForeName>Ann</ForeName></Author>",
    "<Author><LastName>O&amp;X</LastName><Initials>Q</Initials></Author>",
    "<Author><LastName>O<sup>1</sup></LastName><Initials>Q</Initials></Author>",
    "<Author>\n <LastName>van  der\nNg</LastName>\n <Initials> A\tB </Initials>\n</Author>",
    f'<Author>{_NG}<Identifier Source="ORCID">0000</Identifier></Author>',
    "<Author><CollectiveName>The Knee Group</CollectiveName></Author>",
)


@given(st.lists(st.sampled_from(_AUTHORS), min_size=1, max_size=4), st.sampled_from(["", "\n", " stray "]))
def test_lifting_never_changes_who_wrote_it(people: list[str], between: str) -> None:
    """Whole lists and odd ones name the authors that the parser would have named, in its order."""
    listed = between.join(people)
    data = (
        "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>T.</ArticleTitle>"
        f'<AuthorList CompleteYN="Y">{listed}{between}</AuthorList></Article></MedlineCitation></PubmedArticle>'
    ).encode()
    lifted = lift(data)
    quick, _ = read_citation(parse_element(lifted.data, new_parser()), lifted)
    plain, _ = read_citation(parse_element(data, new_parser()))

    assert plain.record.authors == quick.record.authors


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>", PartialDate(1998, 12)),
        ("<MedlineDate>Spring 2001</MedlineDate>", PartialDate(2001)),
        ("<Year>2001</Year><Season>Summer</Season>", PartialDate(2001)),
        ("<Year>2001</Year><Month>13</Month>", PartialDate(2001)),
        ("<Year>2001</Year><Month>Feb</Month><Day>40</Day>", PartialDate(2001, 2)),
        ("<MedlineDate>unknown</MedlineDate>", PartialDate()),
    ],
)
def test_a_date_is_known_as_far_as_it_is_stated(tmp_path: Path, date: str, expected: PartialDate) -> None:
    """Of a range its beginning counts; what cannot be read is not stated."""
    journal = f"<Journal><JournalIssue><PubDate>{date}</PubDate></JournalIssue></Journal>"

    assert only_report(items(tmp_path, pubmed(citation(article=journal)))).record.published == expected


def link(kind: str, pmid: str = "<PMID>9</PMID>", source: str = "J Knees. 2021 Mar 4;5(2):1") -> str:
    """A list with one comment or correction."""
    return (
        f'<CommentsCorrectionsList><CommentsCorrections RefType="{kind}"><RefSource>{source}</RefSource>{pmid}'
        "</CommentsCorrections></CommentsCorrectionsList>"
    )


@pytest.mark.parametrize(
    ("kind", "notice", "target", "by"),
    [
        ("RetractionIn", NoticeKind.RETRACTION, "1", "9"),
        ("RetractionOf", NoticeKind.RETRACTION, "9", "1"),
        ("PartialRetractionIn", NoticeKind.RETRACTION, "1", "9"),
        ("RetractedandRepublishedIn", NoticeKind.RETRACTION, "1", "9"),
        ("CorrectedandRepublishedIn", NoticeKind.SUPERSEDED, "1", "9"),
        ("ErratumIn", NoticeKind.CORRECTION, "1", "9"),
        ("ErratumFor", NoticeKind.CORRECTION, "9", "1"),
        ("ExpressionOfConcernIn", NoticeKind.CONCERN, "1", "9"),
        ("UpdateIn", NoticeKind.SUPERSEDED, "1", "9"),
        ("UpdateOf", NoticeKind.SUPERSEDED, "9", "1"),
    ],
)
def test_a_link_to_a_notice_becomes_a_notice(
    tmp_path: Path, kind: str, notice: NoticeKind, target: str, by: str
) -> None:
    """Both ends of a link tell the same: which report the notice is against, and which one brings it."""
    (found,) = notices(items(tmp_path, pubmed(citation("1", more=link(kind)))))

    assert (found.kind, found.target.pmid, found.by.pmid if found.by else None) == (notice, target, by)
    assert found.on == ("2021 Mar 4" if target == "1" else None)


def test_comments_and_citations_are_no_notices(tmp_path: Path) -> None:
    """A comment says nothing about whether a report may be used."""
    more = link("CommentIn") + link("Cites")

    assert notices(items(tmp_path, pubmed(citation(more=more)))) == []


def test_a_notice_against_a_report_without_identifier_is_reported(tmp_path: Path) -> None:
    """A retraction that cannot be linked is for a librarian to look at, not to be dropped."""
    found = items(tmp_path, pubmed(citation(more=link("RetractionOf", pmid=""))))

    assert notices(found) == []
    assert "which has no identifier" in refusals(found)[0].reason


@pytest.mark.parametrize(
    ("article", "title"),
    [
        (
            "<PublicationTypeList><PublicationType>Retracted Publication</PublicationType></PublicationTypeList>",
            "Knees.",
        ),
        ("", "RETRACTED ARTICLE: Knees."),
        ("", "Retracted: Knees."),
    ],
)
def test_a_report_that_says_it_is_retracted_gets_a_notice(tmp_path: Path, article: str, title: str) -> None:
    """The publication type or the title is enough, without a link to the notice."""
    (found,) = notices(items(tmp_path, pubmed(citation(article=article, title=title))))

    assert (found.kind, found.target.pmid) == (NoticeKind.RETRACTION, "1")


@pytest.mark.parametrize("title", ["Retracted patella: a sign.", "Retraction of the tongue."])
def test_a_retracted_organ_is_no_retraction(tmp_path: Path, title: str) -> None:
    """The word alone is not the mark that publishers set."""
    assert notices(items(tmp_path, pubmed(citation(title=title)))) == []


def test_deleted_citations_become_notices(tmp_path: Path) -> None:
    """An update file takes citations back."""
    found = items(tmp_path, pubmed(citation("1"), "<DeleteCitation><PMID>5</PMID><PMID>6</PMID></DeleteCitation>"))

    assert [(n.kind, n.target) for n in notices(found)] == [
        (NoticeKind.DELETED, Ids(pmid="5")),
        (NoticeKind.DELETED, Ids(pmid="6")),
    ]


def test_versions_of_a_citation_are_told_apart(tmp_path: Path) -> None:
    """A later version says so among its identifiers."""
    text = pubmed(citation().replace('Version="1"', 'Version="2"'))

    assert ("pmid version", "2") in only_report(items(tmp_path, text)).record.ids.other


@pytest.mark.parametrize("root", ["RAW_DATA", "PubmedArticleSet", "eFetchResult"])
def test_the_root_does_not_matter(tmp_path: Path, root: str) -> None:
    """Exports wrap citations in roots of their own."""
    assert len(reports(items(tmp_path, pubmed(citation("1"), citation("2"), root=root)))) == 2


def test_a_bare_medline_citation_is_read(tmp_path: Path) -> None:
    """Old distributions have no PubmedArticle around the citation."""
    text = "<MedlineCitationSet><MedlineCitation><PMID>4</PMID><Article><ArticleTitle>T</ArticleTitle></Article>"
    found = items(tmp_path, text + "</MedlineCitation></MedlineCitationSet>")

    assert only_report(found).record.ids.pmid == "4"


BOOK = """<PubmedBookArticle><BookDocument><PMID Version="3">8</PMID>
<ArticleIdList><ArticleId IdType="bookaccession">NBK1</ArticleId></ArticleIdList>
<Book><BookTitle>Book of Knees</BookTitle><PubDate><Year>2002</Year></PubDate><Isbn>978</Isbn></Book>
<ArticleTitle>Taping</ArticleTitle><Language>eng</Language>
<AuthorList Type="authors"><Author><CollectiveName>Board</CollectiveName></Author></AuthorList>
<PublicationType>Review</PublicationType><Abstract><AbstractText>It helps.</AbstractText></Abstract>
<ContributionDate><Year>2018</Year><Month>9</Month><Day>14</Day></ContributionDate></BookDocument>
<PubmedBookData><History><PubMedPubDate PubStatus="pubmed"><Year>2018</Year><Month>9</Month><Day>19</Day>
</PubMedPubDate></History></PubmedBookData></PubmedBookArticle>"""


def test_a_book_chapter_is_as_old_as_its_own_contribution(tmp_path: Path) -> None:
    """The first edition's year would make a living summary look two decades old."""
    report = only_report(items(tmp_path, pubmed(BOOK)))

    assert (report.record.title, report.record.journal) == ("Taping", "Book of Knees")
    assert report.record.published == PartialDate(2018, 9, 14)
    assert ("pubmed", PartialDate(2018, 9, 19)) in report.record.dates
    assert set(report.record.ids.other) == {("bookaccession", "NBK1"), ("pmid version", "3"), ("isbn", "978")}
    assert report.record.authors == ("Board",)
    assert report.renditions[0].text == "It helps."


def test_white_space_between_inline_elements_parts_words(tmp_path: Path) -> None:
    """A title that begins with markup does not run its words together."""
    text = pubmed(citation(title="<i>Knee</i> <b>pain</b>"))

    assert only_report(items(tmp_path, text)).record.title == "Knee pain"


PARTS = st.lists(
    st.tuples(
        st.none() | st.sampled_from(["AIM", "RESULTS", "Findings\u00e9"]),
        st.none() | st.sampled_from(["OBJECTIVE", "RESULTS"]),
        st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=40).map(lambda t: " ".join(t.split())),
    ),
    max_size=6,
)


@given(PARTS)
def test_sections_of_an_abstract_slice_their_lines(parts: list[tuple[str | None, str | None, str]]) -> None:
    """Sections lie in order, do not overlap, and together are the whole text, for all of Unicode."""
    text, sections = abstract_text(parts)

    if sections and len(parts) > 1:
        assert "\n".join(text[s.start : s.end] for s in sections) == text
    for part in parts:
        assert part[2] in text


def test_labels_run_into_one_paragraph_are_found(tmp_path: Path) -> None:
    """Exports that drop the parts of an abstract still show its labels."""
    abstract = (
        "<Abstract><AbstractText>AIM: To see. METHODS:We looked. RATIO: 3. RESULTS: It fell.</AbstractText></Abstract>"
    )

    (rendition,) = only_report(items(tmp_path, pubmed(citation(article=abstract)))).renditions

    assert [(s.role, rendition.text[s.start : s.end]) for s in rendition.sections] == [
        (SectionRole.OBJECTIVE, "AIM: To see."),
        (SectionRole.METHODS, "METHODS:We looked. RATIO: 3."),
        (SectionRole.RESULTS, "RESULTS: It fell."),
    ]
