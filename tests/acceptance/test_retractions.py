"""Retracted work is never cited unmarked, whoever says that it is retracted and whenever it is said.

The first part plants every kind of notice in a library of one trial. The second takes lists of retractions as they are
published, and asks about documents that they name.
"""

import csv
import gzip
import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from quoth.bench.libraries import opened_library
from quoth.library import keep, standings
from quoth.model import (
    Abstention,
    Answer,
    FaultKind,
    Fidelity,
    Form,
    Ids,
    MarkKind,
    NoticeKind,
    Record,
    RecordId,
    Report,
    RetractionState,
    Section,
    SectionRole,
    Standing,
    make_rendition,
)
from quoth.pipeline import Parts, ask, check_stored, ingest, rebuild_index, source
from tests.acceptance.conftest import RealLibrary

QUESTION = "valerian tea for restless sleep"
PMID = "90000001"
BLOCKING = {MarkKind.RETRACTED, MarkKind.CONCERN, MarkKind.WITHDRAWN}


# --- planted notices -------------------------------------------------------------------------------------------------
@dataclass(slots=True)
class Desk:
    """A library of its own and a folder to put files into."""

    parts: Parts
    folder: Path
    n_files: int = 0

    def give(self, content: str, suffix: str = "xml") -> None:
        """Ingest this text as a file."""
        self.n_files += 1
        path = self.folder / f"given-{self.n_files}.{suffix}"
        path.write_text(content, encoding="utf-8")
        assert 0 == ingest([path], self.parts).refused

    def page(self) -> Answer | Abstention:
        """The page of the one question."""
        return ask(QUESTION, self.parts).page


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty library that keeps its answers."""
    with opened_library(tmp_path / "library", starter=False, keep_answers=True) as parts:
        yield Desk(parts, tmp_path)


def citation(pmid: str = PMID, *, link: str = "", other: str = "", kind: str = "Randomized Controlled Trial") -> str:
    """One PubMed citation of a trial on the question, with at most one link to another."""
    links = (
        f'<CommentsCorrectionsList><CommentsCorrections RefType="{link}"><RefSource>J Sleep. 2021 May 3;1(1):2'
        f'</RefSource><PMID Version="1">{other}</PMID></CommentsCorrections></CommentsCorrectionsList>'
    )
    return (
        f'<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">{pmid}</PMID>'
        "<Article><Journal><JournalIssue><PubDate><Year>2019</Year></PubDate></JournalIssue><Title>J Sleep</Title>"
        f"</Journal><ArticleTitle>Valerian tea for restless sleep, report {pmid}.</ArticleTitle><Abstract>"
        '<AbstractText Label="METHODS" NlmCategory="METHODS">Sixty adults drank tea.</AbstractText>'
        '<AbstractText Label="RESULTS" NlmCategory="RESULTS">Valerian tea made restless sleep calmer than water '
        "did, by 12 minutes (P = 0.01).</AbstractText></Abstract><AuthorList><Author><LastName>Moe</LastName>"
        "<Initials>B</Initials></Author></AuthorList><PublicationTypeList>"
        f'<PublicationType UI="D0">{kind}</PublicationType></PublicationTypeList></Article>'
        f"{links if link else ''}</MedlineCitation></PubmedArticle>"
    )


def pubmed(*items: str) -> str:
    """A PubMed file."""
    return f'<?xml version="1.0" encoding="UTF-8"?><PubmedArticleSet>{"".join(items)}</PubmedArticleSet>'


NOTICE = {"kind": "Retraction of Publication", "link": "RetractionOf", "other": PMID}


def test_the_trial_is_cited_while_nothing_is_said_against_it(desk: Desk) -> None:
    """What the other tests take away is there to be taken away."""
    desk.give(pubmed(citation()))

    assert [PMID] == cited(desk.page())


@pytest.mark.parametrize("first", ["trial", "notice"])
def test_a_trial_that_a_notice_retracts_is_left_out_and_named(desk: Desk, first: str) -> None:
    """RetractionOf stands in the notice's citation; the notice may come before the trial it is against."""
    files = {"trial": pubmed(citation()), "notice": pubmed(citation("90000002", **NOTICE))}
    desk.give(files.pop(first))
    desk.give(*files.values())

    assert PMID not in cited(desk.page())
    assert ("pmid-90000001", "retracted") in reasons(desk.page())


def test_a_trial_whose_own_citation_says_retracted_is_left_out_and_named(desk: Desk) -> None:
    """RetractionIn came with a revised citation of a trial that had been cited before."""
    desk.give(pubmed(citation()))
    desk.give(pubmed(citation(link="RetractionIn", other="90000002")))

    assert isinstance(desk.page(), Abstention)
    assert ("pmid-90000001", "retracted") in reasons(desk.page())


def test_a_deleted_citation_is_gone_and_stays_gone(desk: Desk) -> None:
    """DeleteCitation takes the citation back, and an older file does not bring it again."""
    desk.give(pubmed(citation()))
    desk.give(pubmed(f'<DeleteCitation><PMID Version="1">{PMID}</PMID></DeleteCitation>'))

    assert isinstance(desk.page(), Abstention)
    desk.give(pubmed(citation(), citation("90000009", kind="Editorial")))
    assert PMID not in cited(desk.page())


def test_an_expression_of_concern_is_shown_on_row_and_reference(desk: Desk) -> None:
    """A report under concern may be shown, never without saying so."""
    desk.give(pubmed(citation(link="ExpressionOfConcernIn", other="90000003")))
    page = desk.page()

    assert isinstance(page, Answer)
    assert [PMID] == cited(page)
    assert all(MarkKind.CONCERN in {mark.kind for mark in s.marks} for s in page.statements())
    assert all(MarkKind.CONCERN in {mark.kind for mark in r.marks} for r in page.references)


def test_a_reinstated_report_is_cited_again(desk: Desk) -> None:
    """A reinstatement that is younger than the retraction takes it back; an older one does not."""
    header = "OriginalPaperPubMedID,RetractionNature,RetractionDate\n"
    desk.give(pubmed(citation()))
    desk.give(f"{header}{PMID},Reinstatement,1/5/2019\n{PMID},Retraction,3/9/2020\n", "csv")
    assert PMID not in cited(desk.page())

    desk.give(f"{header}{PMID},Reinstatement,2/1/2021\n", "csv")
    assert [PMID] == cited(desk.page())


def test_a_kept_answer_fails_the_check_once_its_source_is_retracted(desk: Desk) -> None:
    """An answer is checked against the library as it is now, not as it was."""
    desk.give(pubmed(citation()))
    kept = desk.page()
    assert [True] == [verdict.passed for verdict in check_stored(desk.parts, [kept.id])]

    desk.give(pubmed(citation("90000002", **NOTICE)))
    (verdict,) = check_stored(desk.parts, [kept.id])

    assert not verdict.passed
    assert FaultKind.UNMARKED_RETRACTION in {fault.kind for fault in verdict.faults}


def test_a_kept_answer_fails_the_check_once_its_source_is_deleted(desk: Desk) -> None:
    """What is quoted is no longer in the library."""
    desk.give(pubmed(citation()))
    kept = desk.page()
    desk.give(pubmed(f'<DeleteCitation><PMID Version="1">{PMID}</PMID></DeleteCitation>'))
    (verdict,) = check_stored(desk.parts, [kept.id])

    assert FaultKind.SOURCE_MISSING in {fault.kind for fault in verdict.faults}


# --- published lists -------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Listed:
    """One document of the list of what has been retracted among the data sets here."""

    corpus: str
    id: str
    ids: Ids
    title: str
    retracted: bool
    """Else under concern."""


# Of the documents that the list names, these have text here. Each is asked about as its readers would.
TOPICS = {
    "PMC3139306": "dexmedetomidine infusion after uvulopalatopharyngoplasty",
    "PMC3267522": "green coffee extract overweight",
    "PMC3532036": "sorafenib after liver transplantation hepatic carcinoma",
    "PMC3893439": "environmental enrichment mild traumatic brain injury",
    "PMC4760045": "dexmedetomidine or clonidine in axillary brachial plexus block",
    "PMC5801479": "vitamin D diabetic hemodialysis",
    "37762088": "metatranscriptomics microbiome cancer",
    "37733134": "metagenomic approaches applications",
    "37658057": "metagenomics taxonomy profiling false positives",
    "37621874": "microbiota metabolites acute pancreatitis",
}
CITED_BEFORE = ("PMC3139306", "PMC3267522", "PMC3532036", "PMC4760045", "PMC5801479")
"""Those that answer their question as long as nothing is known against them."""


@dataclass(frozen=True, slots=True)
class ListedLibrary:
    """A library with the listed documents, its pages from before the lists were ingested and from after."""

    parts: Parts
    documents: dict[str, Listed]
    before: dict[str, Answer | Abstention]
    after: dict[str, Answer | Abstention]


@pytest.fixture(scope="module")
def listed(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ListedLibrary]:
    """The documents first, the lists after them, as in a library that has grown."""
    documents = {one.id: one for one in listed_documents(data)}
    with opened_library(tmp_path_factory.mktemp("listed")) as parts:
        ingest(sorted((data / "pubmed_xml").iterdir()), parts)
        ingest(articles(data, tmp_path_factory.mktemp("articles")), parts)
        for report in abstracts(data, documents):
            keep(report, parts.store)
        rebuild_index(parts)
        before = {name: ask(topic, parts).page for name, topic in TOPICS.items()}
        ingest(sorted((data / "retractions").iterdir()), parts)
        yield ListedLibrary(parts, documents, before, {name: ask(topic, parts).page for name, topic in TOPICS.items()})


@pytest.mark.data
def test_every_document_that_the_lists_name_is_marked(listed: ListedLibrary) -> None:
    """Of the 534 listed documents, every one that the library holds is known as retracted or under concern."""
    assert 534 == len(listed.documents)
    held = {
        name: record_id
        for name, one in listed.documents.items()
        if (record_id := listed.parts.store.find(one.ids)) is not None
    }
    standing = standing_of(held.values(), listed.parts)

    assert set(TOPICS) <= set(held)
    for name, record_id in held.items():
        wanted = NoticeKind.RETRACTION if listed.documents[name].retracted else NoticeKind.CONCERN
        assert standing[record_id].has(wanted), name
        assert not standing[record_id].usable, name


@pytest.mark.data
def test_what_the_lists_do_not_name_is_known_not_to_be_retracted(listed: ListedLibrary) -> None:
    """A record with a DOI was looked up in lists that go by DOI; one without was not looked up."""
    records = tuple(listed.parts.store.iter_records())
    standing = standings(records, listed.parts.store)
    states = {(record.ids.doi is not None, standing[record.id].retraction) for record in records}

    assert (True, RetractionState.NO) in states
    assert (True, RetractionState.NOT_CHECKED) not in states
    assert 20 >= sum(standing[record.id].retraction is RetractionState.YES for record in records)


@pytest.mark.data
@pytest.mark.parametrize("name", CITED_BEFORE)
def test_listed_document_was_cited_before_the_lists_came(name: str, listed: ListedLibrary) -> None:
    """Otherwise its absence afterwards would show nothing."""
    assert listed.parts.store.find(listed.documents[name].ids) in records_of(listed.before[name])


@pytest.mark.data
@pytest.mark.parametrize("name", TOPICS)
def test_listed_document_is_never_cited_unmarked(name: str, listed: ListedLibrary) -> None:
    """A retracted one is left out with that reason; one under concern is marked on its rows and its reference."""
    page, document = listed.after[name], listed.documents[name]
    record_id = listed.parts.store.find(document.ids)
    if document.retracted:
        assert record_id not in records_of(page)
        assert (record_id, "retracted") in reasons(page)
    for used in (page.statements(), page.references) if isinstance(page, Answer) else ():
        for one in used:
            own = one.record_id if hasattr(one, "record_id") else one.quote.span.record_id
            assert own != record_id or BLOCKING & {mark.kind for mark in one.marks}


@pytest.mark.data
def test_no_page_cites_any_listed_document_unmarked(listed: ListedLibrary) -> None:
    """A page on one listed document does not slip in another."""
    held = {listed.parts.store.find(one.ids) for one in listed.documents.values()} - {None}
    for page in listed.after.values():
        for reference in page.references if isinstance(page, Answer) else ():
            assert reference.record_id not in held or BLOCKING & {mark.kind for mark in reference.marks}


@pytest.mark.data
def test_a_real_citation_that_pubmed_calls_retracted_is_known_as_such(real: RealLibrary) -> None:
    """An article of 1975, retracted in 1977, as PubMed gives it; and all 1,621 notices of a MEDLINE file are kept."""
    view = source("993", real.parts)

    assert RetractionState.YES is view.standing.retraction
    assert "195582" in {notice.by.pmid for notice in view.standing.notices if notice.by}
    assert 1600 <= real.reports["neilfws_retraction_notices.medline.txt"].notices_new


# --- documents from where their text is ------------------------------------------------------------------------------
def listed_documents(data: Path) -> Iterator[Listed]:
    """The rows of the list."""
    with (data / "retractions" / "retracted_in_staged_corpora.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            pmcid = row["id"] if row["id"].startswith("PMC") else None
            ids = Ids(pmid=row["pmid"] or None, doi=row["doi"] or None, pmcid=pmcid)
            yield Listed(row["corpus"], row["id"], ids, row["title"], row["status"] == "retraction")


def articles(data: Path, folder: Path) -> list[Path]:
    """Full texts of listed documents, unpacked."""
    found = []
    with tarfile.open(data / "evidence_inference" / "nxml_cc-by_cc0.tar.xz") as packed:
        for member in packed:
            if Path(member.name).stem in TOPICS and (content := packed.extractfile(member)) is not None:
                path = folder / Path(member.name).name
                path.write_bytes(content.read())
                found.append(path)
    return found


def abstracts(data: Path, documents: dict[str, Listed]) -> Iterator[Report]:
    """Abstracts of listed documents, out of a collection of labelled sections that no reader is for."""
    path = data / "evidence_inference" / "structured_abstract_sections.jsonl.gz"
    roles = {"CONCLUSIONS": SectionRole.CONCLUSION}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            document = documents.get(f"PMC{entry['pmcid']}")
            if document is None:
                continue
            text, sections = "", []
            for part in entry["sections"]:
                role = roles.get(part["role"]) or SectionRole(part["role"].lower())
                sections.append(Section(len(text), len(text) + len(part["text"]), part["heading"], role))
                text += part["text"] + "\n"
            rendition = make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, text.rstrip("\n"), sections=tuple(sections))
            yield Report(Record(RecordId(document.id), document.title, document.ids), (rendition,))


# --- what the tests above share --------------------------------------------------------------------------------------
def cited(page: Answer | Abstention) -> list[str]:
    """PMIDs of the references, in their order."""
    return [reference.ids.pmid or "" for reference in page.references] if isinstance(page, Answer) else []


def records_of(page: Answer | Abstention) -> set[str]:
    """Records that the page cites."""
    return {reference.record_id for reference in page.references} if isinstance(page, Answer) else set()


def reasons(page: Answer | Abstention) -> set[tuple[str, str]]:
    """(record, reason) of what was found and left out."""
    return {(exclusion.record_id, exclusion.reason) for exclusion in page.method.exclusions}


def standing_of(ids: object, parts: Parts) -> dict[RecordId, Standing]:
    """The standing of these records."""
    return standings(tuple(parts.store.records_by_id(list(ids)).values()), parts.store)  # type: ignore[call-overload]
