"""Retracted work is never cited unmarked, whoever says that it is retracted and whenever it is said.

Every kind of notice is planted in a library of one trial. `test_listed_retractions` takes lists as they are published.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from quoth.bench.libraries import opened_library
from quoth.model import (
    Abstention,
    Answer,
    FaultKind,
    MarkKind,
)
from quoth.pipeline import Parts, ask, check_stored, ingest
from tests.acceptance.conftest import left_out

QUESTION = "valerian tea for restless sleep"
PMID = "90000001"


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
    assert ("pmid-90000001", "retracted") in left_out(desk.page())


def test_a_trial_whose_own_citation_says_retracted_is_left_out_and_named(desk: Desk) -> None:
    """RetractionIn came with a revised citation of a trial that had been cited before."""
    desk.give(pubmed(citation()))
    desk.give(pubmed(citation(link="RetractionIn", other="90000002")))

    assert isinstance(desk.page(), Abstention)
    assert ("pmid-90000001", "retracted") in left_out(desk.page())


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


# --- what the tests above share --------------------------------------------------------------------------------------
def cited(page: Answer | Abstention) -> list[str]:
    """PMIDs of the references, in their order."""
    return [reference.ids.pmid or "" for reference in page.references] if isinstance(page, Answer) else []
