"""The test collections among the real data, each as documents, questions and judgements."""

import ast
import gzip
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = [
    "Collection",
    "Document",
    "abstracts",
    "bioasq",
    "json_lines",
    "nfcorpus",
    "nicta",
    "pubmedqa",
    "pubmedqa_abstracts",
    "scifact",
    "scifact_abstracts",
    "structured_abstracts",
]


@dataclass(frozen=True, slots=True)
class Document:
    """One text to be found."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents, test questions, and which documents answer which (grade by document id, 1 or more)."""

    documents: tuple[Document, ...]
    questions: Mapping[str, str]
    qrels: Mapping[str, Mapping[str, int]]
    notes: tuple[str, ...] = ()


def scifact(data: Path) -> Collection:
    """Claims and the abstracts that they cite; the cited documents are the relevant ones."""
    documents = tuple(
        Document(f"scifact-{id}", title, " ".join(sentences)) for id, title, sentences in scifact_abstracts(data)
    )
    rows = list(json_lines(data / "splits" / "scifact.jsonl.gz"))
    return Collection(
        documents,
        {row["claim_id"]: row["claim"] for row in rows},
        {row["claim_id"]: {f"scifact-{id}": 1 for id in row["cited_doc_ids"]} for row in rows},
        ("Claims are statements, not questions; the cited abstracts count as relevant.",),
    )


def scifact_abstracts(data: Path) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(id, title, sentences) of each abstract."""
    for row in json_lines(data / "scifact" / "corpus.jsonl.gz"):
        yield row["doc_id"], row["title"], _strings(row["abstract_pylist"])


def nfcorpus(data: Path) -> Collection:
    """Consumer questions with graded judgements over texts whose stop words and numbers were taken out."""
    with gzip.open(data / "nfcorpus" / "docs_union.tsv.gz", "rt", encoding="utf-8") as lines:
        documents = tuple(_tsv_document(line) for line in lines if line.strip())
    held = {document.id for document in documents}
    rows = list(json_lines(data / "splits" / "nfcorpus.jsonl.gz"))
    qrels = {row["qid"]: {id: grade for id, grade in row["qrels"].items() if id in held} for row in rows}
    lost = sum(len(row["qrels"]) for row in rows) - sum(map(len, qrels.values()))
    kept = {qid: judged for qid, judged in qrels.items() if judged}
    return Collection(
        documents,
        {row["qid"]: row["query"] for row in rows if row["qid"] in kept},
        kept,
        (f"{lost} judgements name documents that are not in the file and are left out.",),
    )


def bioasq(data: Path) -> Collection:
    """Questions and the snippets that experts cut out; a document holds all snippets of one PubMed record."""
    rows = list(json_lines(data / "splits" / "bioasq.jsonl.gz"))
    snippets: dict[str, dict[str, None]] = {}
    qrels: dict[str, dict[str, int]] = {}
    for row in rows:
        for snippet in row["snippets"]:
            pmid, text = str(snippet["pmid"]), " ".join(snippet["text"].split())
            if text:
                snippets.setdefault(pmid, {})[text] = None
                qrels.setdefault(row["qid"], {})[pmid] = 1
    return Collection(
        tuple(Document(pmid, "", " ".join(texts)) for pmid, texts in snippets.items()),
        {row["qid"]: row["question"] for row in rows if row["qid"] in qrels},
        qrels,
        ("Documents are made of snippets alone, so distractors are snippets that answer other questions.",),
    )


def pubmedqa(data: Path) -> Collection:
    """A question made from an abstract's title, to find that abstract among some fifteen thousand others."""
    rows = list(json_lines(data / "splits" / "pubmedqa.jsonl.gz"))
    targets = {document.id: document for document in pubmedqa_abstracts(data)}
    others = {d.id: d for d in abstracts(data) if d.id not in targets}
    return Collection(
        (*targets.values(), *others.values()),
        {row["pmid"]: row["QUESTION"] for row in rows},
        {row["pmid"]: {f"pmid-{row['pmid']}": 1} for row in rows},
        (
            f"{len(targets):,} abstracts without titles (the question is the title) and without conclusions, "
            f"among {len(others):,} other abstracts.",
        ),
    )


def pubmedqa_abstracts(data: Path) -> Iterator[Document]:
    """The abstracts behind PubMedQA's questions, without title and conclusion."""
    for row in json_lines(data / "splits" / "pubmedqa.jsonl.gz"):
        yield Document(f"pmid-{row['pmid']}", "", " ".join(row["CONTEXTS"]))


def abstracts(data: Path) -> Iterator[Document]:
    """Abstracts of every set that has them whole, with their titles where these are known."""
    yield from scifact(data).documents
    yield from structured_abstracts(data)
    yield from nicta(data)
    for name in ("copd", "micro_nutrients"):
        for number, row in enumerate(json_lines(data / "citation_screening" / f"{name}.jsonl.gz"), start=1):
            if row.get("abstract"):
                yield Document(f"screened-{name}-{number}", row.get("title") or "", row["abstract"])


def structured_abstracts(data: Path) -> Iterator[Document]:
    """Abstracts of open trials, their sections joined by a space."""
    for row in json_lines(data / "evidence_inference" / "structured_abstract_sections.jsonl.gz"):
        name = f"pmid-{row['pmid']}" if row.get("pmid") else f"pmc-{row['pmcid']}"
        yield Document(name, "", " ".join(section["text"] for section in row["sections"]))


def nicta(data: Path) -> Iterator[Document]:
    """Abstracts of NICTA-PIBOSO, their sentences joined by a space."""
    for name in ("train", "dev", "test"):
        text = (data / "nicta_piboso" / f"{name}_clean.txt").read_text(encoding="utf-8-sig")
        for block in re.split(r"^###", text, flags=re.MULTILINE)[1:]:
            id, *lines = block.strip().splitlines()
            sentences = [line.split("\t", 1)[1] for line in lines if "\t" in line]
            if sentences:
                yield Document(f"nicta-{id.strip()}", "", " ".join(sentences))


def json_lines(file: Path) -> Iterator[dict[str, Any]]:
    """The objects of a gzipped file of JSON lines."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


_STRING = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\"""")


def _strings(array: str) -> tuple[str, ...]:
    """The strings of a printed NumPy array: Python literals with white space between them."""
    return tuple(str(ast.literal_eval(literal)) for literal in _STRING.findall(array))


def _tsv_document(line: str) -> Document:
    id, text = line.rstrip("\n").split("\t", 1)
    return Document(id, "", text)
