"""Search on collections with judgements: nDCG@10, MRR@10 and R@10, as trec_eval computes them.

Every question goes the way that a user's question goes (understand, plan, retrieve), with an empty lexicon: collections
speak of everything, and words for eleven topics would measure luck. Beside it stands the same index asked with the
question's words alone, so that what understanding adds or costs can be seen.
"""

import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from quoth.bench import collections
from quoth.bench.collections import Collection, Document
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.statistics import mean_with_interval, percentile
from quoth.errors import MissingExtra
from quoth.lexicon import Lexicon
from quoth.model import Query, QueryClause, RecordId, RenditionId, Run, Unit
from quoth.search import Index, open_index, retrieve, understand
from quoth.text import match_tokens

__all__ = ["COLLECTIONS", "Parameters", "measure", "scores", "unit_of"]

COLLECTIONS: dict[str, Callable[[Path], Collection]] = {
    "scifact": collections.scifact,
    "nfcorpus": collections.nfcorpus,
    "bioasq": collections.bioasq,
    "pubmedqa": collections.pubmedqa,
}
_K = 10
# trec_eval's name -> ours. Runs hold ten hits, so its reciprocal rank is that of ten.
_MEASURES = {"ndcg_cut_10": "ndcg_10", "recip_rank": "mrr_10", "recall_10": "r_10"}


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which collection, by its name in `COLLECTIONS`, and which index."""

    collection: str
    index: str = "tantivy"


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Index the collection, ask all its questions both ways, and hold the ranks against the judgements."""
    collection = COLLECTIONS[parameters.collection](bench.places.data)
    asked: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        index = open_index(parameters.index, Path(folder) / "index")
        index.add(map(unit_of, collection.documents))
        bench.say(f"{len(index):,} units, {len(collection.questions):,} questions")
        runs = {"": _ranks(collection, lambda text: _as_asked(text, index), asked)}
        bench.say("asked as a user's question; now the words alone")
        runs["_words"] = _ranks(collection, lambda text: index.search(_words(text), k=_K), [])
        index.close()
    figures = [
        mean_with_interval(f"{name}{suffix}", values, seed=bench.seed)
        for suffix, ranks in runs.items()
        for name, values in scores(collection.qrels, ranks).items()
    ]
    figures += [
        Measurement("p50_ms", percentile(asked, 50) * 1000),
        Measurement("p95_ms", percentile(asked, 95) * 1000),
    ]
    return Measured(tuple(figures), (f"{len(collection.documents):,} documents.", *collection.notes))


def unit_of(document: Document) -> Unit:
    """A text of a collection as a unit of its own record."""
    end = len(document.text)
    name = document.id
    return Unit(f"{name}#0-{end}", RecordId(name), RenditionId(name), 0, end, document.title, document.text)


def _as_asked(text: str, index: Index) -> Run:
    question = understand(text, Lexicon.build(()), frequency=index.document_frequency, n_units=len(index))
    return retrieve(question, index, k=_K)


def _words(text: str) -> Query:
    forms = dict.fromkeys(token.form for token in match_tokens(text))
    return Query(tuple(QueryClause((form,)) for form in forms))


def _ranks(collection: Collection, search: Callable[[str], Run], seconds: list[float]) -> dict[str, tuple[str, ...]]:
    """Record ids by question, best first; the time of each search is added to `seconds`."""
    found: dict[str, tuple[str, ...]] = {}
    for qid, text in collection.questions.items():
        started = time.perf_counter()
        run = search(text)
        seconds.append(time.perf_counter() - started)
        found[qid] = tuple(hit.record_id for hit in run.hits[:_K])
    return found


def scores(qrels: Mapping[str, Mapping[str, int]], ranks: Mapping[str, tuple[str, ...]]) -> dict[str, list[float]]:
    """Values by measure, one a question in its order; a question that found nothing scores 0."""
    try:
        import pytrec_eval
    except ImportError as fault:
        raise MissingExtra("Measuring search", "bench") from fault
    evaluator = pytrec_eval.RelevanceEvaluator({q: dict(judged) for q, judged in qrels.items()}, set(_MEASURES))
    # Scores that fall with the rank: trec_eval orders by score and would break ties its own way.
    run = {qid: {name: float(_K - place) for place, name in enumerate(names)} for qid, names in ranks.items()}
    scored = evaluator.evaluate(run)
    return {ours: [scored.get(qid, {}).get(theirs, 0.0) for qid in ranks] for theirs, ours in _MEASURES.items()}
