"""Whether reports on the people who are asked about should go before others: known items, with and without.

PubMedQA's questions are the titles of articles and the articles carry MeSH headings, so who was studied is known from
indexers and what is to be found from the question. Only articles with headings take part: else a heading alone would
give the right one away. Whole questions find their article nearly always; so each is also asked short, as people ask:
some of its words, drawn once, and the people.
"""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from quoth.bench.collections import Document, json_lines, pubmedqa_abstracts
from quoth.bench.measurement import Measured
from quoth.bench.measures import Bench
from quoth.bench.retrieval import scores, unit_of
from quoth.bench.statistics import mean_with_interval
from quoth.lexicon import Lexicon
from quoth.model import Question, RecordId, Report, Run
from quoth.search import EvidenceFacts, Index, by_evidence, open_index, retrieve, tags_asked, understand
from quoth.sources import read

__all__ = ["Parameters", "measure", "shortened"]

_FILES = ("pubmed_xml/*.xml", "medline_ris/robotsearch_pubmed_1000.medline.txt", "medline_ris/p1m_citations.nbib")
_K, _WIDER = 10, 60
_WHOLE = 0


@dataclass(frozen=True, slots=True)
class Parameters:
    """How many words of a question are asked beside its people; the whole question is asked in any case."""

    words: tuple[int, ...] = (3, 2, 1)


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """NDCG@10 of the article behind each question that names people, with the factor and without, and the gain."""
    rows = {f"pmid-{row['pmid']}": row for row in json_lines(bench.places.data / "splits" / "pubmedqa.jsonl.gz")}
    documents = list(pubmedqa_abstracts(bench.places.data))
    tags = {name: frozenset(row["MESHES"]) for name, row in rows.items()}
    for document, headings in _others(bench.places.data):
        if document.id not in tags:
            tags[document.id] = headings
            documents.append(document)
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        index = open_index("tantivy", Path(folder) / "index")
        index.add(map(unit_of, documents))
        whole = {name: _understood(row["QUESTION"], index) for name, row in rows.items()}
        asked = {name: question for name, question in whole.items() if tags_asked(question)}
        qrels = {name: {name: 1} for name in asked}
        bench.say(f"{len(index):,} articles with headings, {len(asked)} questions that name people")
        for words in (_WHOLE, *parameters.words):
            typed = {
                name: _understood(shortened(question, words, seed=bench.seed), index) if words else question
                for name, question in asked.items()
            }
            runs = {name: retrieve(question, index, k=_WIDER) for name, question in typed.items()}
            without = _ndcg(qrels, {name: _first(run, {}) for name, run in runs.items()})
            with_people = _ndcg(
                qrels, {name: _first(run, _facts(run, asked[name], tags)) for name, run in runs.items()}
            )
            gains = [new - old for new, old in zip(with_people, without, strict=True)]
            for name, values in (("without", without), ("with", with_people), ("gain", gains)):
                figures.append(mean_with_interval(f"{name}_{words or 'whole'}", values, seed=bench.seed))
        index.close()
    return Measured(tuple(figures), (f"{len(documents):,} articles with MeSH headings.",))


def shortened(question: Question, words: int, *, seed: int) -> str:
    """So many of a question's other words, drawn by the seed and the question, and its words for people."""
    others = [term.words for term in question.terms if term.concept is None]
    Random(f"{seed} {question.text}").shuffle(others)  # noqa: S311 - a sample, no secret
    return " ".join([*others[:words], *(mention.words for mention in question.populations)])


def _understood(text: str, index: Index) -> Question:
    return understand(text, Lexicon.build(()), frequency=index.document_frequency, n_units=len(index))


def _facts(run: Run, asked: Question, tags: Mapping[str, frozenset[str]]) -> dict[RecordId, EvidenceFacts]:
    """Of each hit nothing but whether it is on the people asked about."""
    wanted = tags_asked(asked)
    return {hit.record_id: EvidenceFacts(people=not wanted.isdisjoint(tags[hit.record_id])) for hit in run.hits}


def _first(run: Run, facts: Mapping[RecordId, EvidenceFacts]) -> tuple[str, ...]:
    return tuple(hit.record_id for hit in by_evidence(run, facts, k=_K).hits)


def _ndcg(qrels: Mapping[str, Mapping[str, int]], ranks: Mapping[str, tuple[str, ...]]) -> list[float]:
    return scores(qrels, ranks)["ndcg_10"]


def _others(data: Path) -> Iterator[tuple[Document, frozenset[str]]]:
    """Other articles with MeSH headings, in the order of their files."""
    for pattern in _FILES:
        for file in sorted(data.glob(pattern)):
            for item in read(file):
                if isinstance(item, Report) and item.record.mesh and item.record.ids.pmid:
                    text = " ".join(rendition.text for rendition in item.renditions)
                    headings = frozenset(heading.descriptor for heading in item.record.mesh)
                    yield Document(f"pmid-{item.record.ids.pmid}", item.record.title, text), headings
