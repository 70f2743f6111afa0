"""Documents that published lists of retractions name are never cited unmarked, once the lists are taken in."""

import csv
import gzip
import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from quoth.library import keep, standings
from quoth.model import (
    Abstention,
    Answer,
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
from quoth.pipeline import Parts, ask, ingest, rebuild_index, source
from tests.acceptance.conftest import RealLibrary, left_out
from tests.kept import library_on_disk

BLOCKING = {MarkKind.RETRACTED, MarkKind.CONCERN, MarkKind.WITHDRAWN}


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
    with library_on_disk(tmp_path_factory.mktemp("listed"), keep_answers="no") as parts:
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
        assert (record_id, "retracted") in left_out(page)
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


def records_of(page: Answer | Abstention) -> set[str]:
    """Records that the page cites."""
    return {reference.record_id for reference in page.references} if isinstance(page, Answer) else set()


def standing_of(ids: object, parts: Parts) -> dict[RecordId, Standing]:
    """The standing of these records."""
    return standings(tuple(parts.store.records_by_id(list(ids)).values()), parts.store)  # type: ignore[call-overload]
