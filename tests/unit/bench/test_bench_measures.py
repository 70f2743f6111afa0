"""What the measures take their figures from: data read rightly, faults planted truly, scores as trec_eval's."""

import gzip
import json
import random
from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("numpy", reason="numpy comes with the bench extra")

from quoth.bench.boundaries import boundaries
from quoth.bench.child import in_child
from quoth.bench.collections import nfcorpus, scifact
from quoth.bench.planting import FAULTS, plant
from quoth.bench.replicate import replicate
from quoth.bench.roles import f1_by_role
from quoth.errors import BadInput
from quoth.model import (
    Answer,
    BottomLine,
    Design,
    Fidelity,
    FindingKind,
    Mark,
    MarkKind,
    Qualifier,
    QualifierKind,
    Question,
    Quote,
    RecordId,
    Reference,
    RenditionId,
    ResearchGroup,
    SectionRole,
    Span,
    Statement,
    hash_of_text,
    phrase,
)

CITATION = (
    '<PubmedArticle><MedlineCitation><PMID Version="1">{pmid}</PMID><Article><ArticleTitle>Title.</ArticleTitle>'
    "<Abstract><AbstractText>Words.</AbstractText></Abstract></Article></MedlineCitation><PubmedData><ArticleIdList>"
    '<ArticleId IdType="pubmed">{pmid}</ArticleId><ArticleId IdType="doi">10.1/a</ArticleId></ArticleIdList>'
    "</PubmedData></PubmedArticle>"
)


def _quote(text: str) -> Quote:
    return Quote(Span(RecordId("r1"), RenditionId("pack-1"), 10, 10 + len(text), hash_of_text(text)), text)


def _page() -> Answer:
    row = Statement(
        id="s1",
        kind=FindingKind.RESULT,
        quote=_quote("Taping lowered pain by two points at six weeks in adults."),
        fidelity=Fidelity.SUMMARY,
        citations=(1,),
        qualifiers=(Qualifier(QualifierKind.POPULATION, _quote("in adults")),),
        year=2012,
        marks=(Mark(MarkKind.SUPERSEDED, "superseded"), Mark(MarkKind.SUMMARY, "summary")),
    )
    references = tuple(
        Reference(number, f"r{number}", "t", Design.RCT, (Fidelity.SUMMARY,), year=2012) for number in (1, 2)
    )
    return Answer(
        id="a",
        question=Question("q"),
        bottom_line=BottomLine(phrase("lead.none")),
        newer=(row,),
        research=(ResearchGroup("taping", (row,)),),
        references=references,
    )


@pytest.mark.parametrize("kind", FAULTS)
def test_each_kind_of_fault_changes_the_page_in_one_place(kind: str) -> None:
    """What is planted is really there, and the same seed plants the same fault."""
    page = _page()

    planted = plant(page, kind, random.Random(3))

    assert planted is not None
    assert planted != page
    assert planted == plant(page, kind, random.Random(3))


def test_a_fault_is_not_planted_where_a_page_cannot_have_it() -> None:
    """A page without qualifiers does not count as one whose dropped qualifier was missed."""
    bare = Answer(
        id="a",
        question=Question("q"),
        bottom_line=BottomLine(phrase("lead.none")),
        research=(
            ResearchGroup(
                "x", (Statement("s1", FindingKind.RESULT, _quote("Words of it."), Fidelity.SUMMARY, citations=(1,)),)
            ),
        ),
        references=(Reference(1, "r1", "t", Design.RCT, (Fidelity.SUMMARY,)),),
    )

    for kind in ("qualifier", "mark", "citation", "year_of_row", "year_of_reference", "cut_short"):
        assert plant(bare, kind, random.Random(1)) is None


def test_a_rehashed_fault_fits_its_hash_and_a_plain_one_does_not() -> None:
    """Both ways in which words can go wrong are planted: the careless one and the careful one."""
    plain, careful = (plant(_page(), kind, random.Random(5)) for kind in ("character", "character_rehashed"))

    assert plain is not None
    assert careful is not None
    assert not _all_hashes_fit(plain)
    assert _all_hashes_fit(careful)


def _all_hashes_fit(page: Answer) -> bool:
    rows = (*page.newer, *(s for group in page.research for s in group.statements))
    quotes = [quote for row in rows for quote in (row.quote, *(q.quote for q in row.qualifiers))]
    return all(hash_of_text(quote.text) == quote.span.sha256 for quote in quotes)


def test_copies_of_a_citation_have_ids_and_words_of_their_own(tmp_path: Path) -> None:
    """A library would take equal ids or equal texts for one report, and a large file would be small."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.xml").write_text(CITATION.format(pmid=11) + CITATION.format(pmid=12))

    written = replicate(tmp_path / "in", tmp_path / "out.xml.gz", records_min=5)

    text = gzip.decompress((tmp_path / "out.xml.gz").read_bytes()).decode()
    assert written == 6
    assert text.count("<PubmedArticle>") == 6
    assert text.count('<PMID Version="1">11</PMID>') == 1
    assert text.count(">10.1/a<") == 2
    assert "<ArticleTitle>Copy 2. Title." in text
    assert "<AbstractText>Copy 1. Words." in text


def test_sentences_of_a_printed_array_are_read_as_they_are(tmp_path: Path) -> None:
    """Quotes of either kind, escapes and the lack of commas do not shift a sentence."""
    (tmp_path / "scifact").mkdir()
    (tmp_path / "splits").mkdir()
    row = {"doc_id": "7", "title": "T", "abstract_pylist": "['One.' \"Two isn't.\"\n 'Three \\'x\\'.']"}
    with gzip.open(tmp_path / "scifact" / "corpus.jsonl.gz", "wt") as out:
        out.write(json.dumps(row) + "\n")
    with gzip.open(tmp_path / "splits" / "scifact.jsonl.gz", "wt") as out:
        out.write(json.dumps({"claim_id": "1", "claim": "C", "cited_doc_ids": ["7"]}) + "\n")

    collection = scifact(tmp_path)

    assert collection.documents[0].text == "One. Two isn't. Three 'x'."
    assert collection.qrels == {"1": {"scifact-7": 1}}


def test_judgements_on_documents_that_are_not_there_are_left_out(tmp_path: Path) -> None:
    """No search can find what the file does not hold; the result says how many judgements went."""
    (tmp_path / "nfcorpus").mkdir()
    (tmp_path / "splits").mkdir()
    with gzip.open(tmp_path / "nfcorpus" / "docs_union.tsv.gz", "wt") as out:
        out.write("MED-1\tstatin cancer\n")
    with gzip.open(tmp_path / "splits" / "nfcorpus.jsonl.gz", "wt") as out:
        out.write(json.dumps({"qid": "P1", "query": "q", "qrels": {"MED-1": 2, "MED-9": 1}}) + "\n")
        out.write(json.dumps({"qid": "P2", "query": "q", "qrels": {"MED-9": 1}}) + "\n")

    collection = nfcorpus(tmp_path)

    assert collection.qrels == {"P1": {"MED-1": 2}}
    assert list(collection.questions) == ["P1"]
    assert collection.notes[0].startswith("2 judgements")


def test_the_end_of_a_text_is_no_boundary() -> None:
    """Every cutter finds it: counting it would only flatter."""
    assert boundaries(("One.", "Two. ", "Three.")) == {4, 9}


def test_f1_of_a_role_counts_what_was_missed_and_what_was_wrong() -> None:
    """Two results found, one missed, one method taken for a result."""
    results, methods = SectionRole.RESULTS, SectionRole.METHODS
    scored = f1_by_role(Counter({(results, results): 2, (results, methods): 1, (methods, results): 1}))

    assert scored[results] == (pytest.approx(4 / 6), 3)


def test_a_question_that_found_nothing_counts_as_nothing_found() -> None:
    """trec_eval leaves out questions without hits: a search that finds nothing would look better for it."""
    pytest.importorskip("pytrec_eval", reason="pytrec-eval-terrier comes with the bench extra")
    from quoth.bench.retrieval import scores as scores_of

    scores = scores_of({"q1": {"d1": 1}, "q2": {"d2": 1}}, {"q1": ("d0", "d1"), "q2": ()})

    assert scores["mrr_10"] == [0.5, 0.0]
    assert scores["r_10"] == [1.0, 0.0]
    assert scores["ndcg_10"][0] == pytest.approx(0.6309, abs=1e-4)


def test_a_child_gives_back_the_result_and_its_own_memory() -> None:
    """The memory of a measurement is that of its own process, not of whoever started it."""
    ballast = bytearray(150 * 2**20)

    child = in_child("quoth.model:hash_of_text", {"text": "words"}, one_core=True)

    assert child.result == hash_of_text("words")
    assert 5 < child.peak_mb < 120
    assert len(ballast)


def test_a_growing_library_goes_on_where_it_was_interrupted(tmp_path: Path) -> None:
    """A row for each file, the same citations never twice, and a second run that finds all done does nothing."""
    from quoth.bench.million import grow

    (tmp_path / "in" / "pubmed_xml").mkdir(parents=True)
    (tmp_path / "in" / "pubmed_xml" / "a.xml").write_text(_PUBMED, encoding="utf-8")
    call = {"data": str(tmp_path / "in"), "folder": str(tmp_path / "out"), "per_file": 3}
    first = grow(records=4, **call)  # type: ignore[arg-type]
    progress = tmp_path / "out" / "progress.json"
    progress.write_text(json.dumps(first[:-1]))  # killed after the last commit, before the row was written
    again = grow(records=8, **call)  # type: ignore[arg-type]

    assert [3, 6] == [row["held"] for row in first]
    assert [3, 9] == [row["held"] for row in again][0::2]
    assert [] == list((tmp_path / "out").glob("*.xml"))
    assert again == grow(records=8, **call)  # type: ignore[arg-type]


def test_what_all_of_pubmed_would_take_is_told_from_files_that_came_in_one_go() -> None:
    """A file that was begun by a killed run took less time than a whole one: its pace would promise too much."""
    from quoth.bench.million import PUBMED, _measured

    whole = {"citations": 1000, "written": 1000, "records": 1000, "seconds": 0.5, "cpu_seconds": 0.4}
    whole |= {"own_mb": 100.0, "peak_mb": 120.0, "held": 1000}
    begun = whole | {"citations": 10, "seconds": 0.001, "held": 2000}
    found = _measured([whole, begun], 2000 * 2**20, {"units": 1000, "seconds": 0.1})
    figures = {each.name: each.value for each in found.figures}

    assert figures["last_records_per_s"] == figures["records_per_s"] == 2000
    assert figures["pubmed_hours"] == pytest.approx(PUBMED / 2000 / 3600)
    assert figures["pubmed_gb"] == pytest.approx(PUBMED / 2**10)
    assert figures["pubmed_index_hours"] == pytest.approx(PUBMED / 2 / 10_000 / 3600)


def test_a_load_that_would_fill_the_disk_is_not_begun(tmp_path: Path) -> None:
    """An hour later is too late to be told."""
    from quoth.bench.million import _look_for_room

    _look_for_room(tmp_path, 1)
    with pytest.raises(BadInput, match="QUOTH_BENCH_FOLDER"):
        _look_for_room(tmp_path, 10**12)


_PUBMED = (
    "<PubmedArticleSet>"
    + "".join(
        f"<PubmedArticle><MedlineCitation><PMID>{n}</PMID><Article><ArticleTitle>Report {n} on the knees of runners"
        f"</ArticleTitle><Abstract><AbstractText>Pain fell in group {n}.</AbstractText></Abstract></Article>"
        "</MedlineCitation></PubmedArticle>"
        for n in range(1, 4)
    )
    + "</PubmedArticleSet>"
)
