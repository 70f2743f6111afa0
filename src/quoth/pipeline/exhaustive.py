"""A search that would rather bring too much than miss something: ranked, deep, and widened by its own best hits.

For whoever starts a review from a question in plain words. What was added is shown with its count, so that it can go
into a strategy of one's own; a strategy guesses nothing, this does.
"""

from quoth.errors import BadInput
from quoth.model import Hit, RecordId, StrategyLine, StrategyRun
from quoth.pipeline.composing import understood
from quoth.pipeline.parts import Parts
from quoth.pipeline.reading import texts_with
from quoth.search import FEEDBACK_FROM, explained, plan, with_feedback

__all__ = ["EXHAUSTIVE_DEPTH", "run_exhaustive"]

EXHAUSTIVE_DEPTH = 1_000
"""So many units are looked at, and at most so many records found."""


def run_exhaustive(text: str, parts: Parts) -> StrategyRun:
    """Everything near a question, best first.

    Args:
        text: a question or words, as typed.
        parts: whose library is searched.

    Raises:
        BadInput: there is nothing to search for.
    """
    frequency = parts.index.document_frequency
    recall = parts.recall()
    question = explained(understood(text, parts), lambda word: texts_with(word, parts.index, recall), frequency)
    if not question.terms:
        raise BadInput(
            f"There is nothing to search for in {text[:80]!r}. Give a question, or words for what it is about."
        )
    query = plan(question)
    first = parts.index.search(query, k=EXHAUSTIVE_DEPTH)
    best = first.hits[:FEEDBACK_FROM]
    stored = recall.renditions_by_id([hit.rendition_id for hit in best])
    texts = [stored[hit.rendition_id].rendition.text[hit.start : hit.end] for hit in best if hit.rendition_id in stored]
    wider, words = with_feedback(query, texts, frequency, len(parts.index))
    hits = parts.index.search(wider, k=EXHAUSTIVE_DEPTH).hits if words else first.hits
    found = _records(hits)
    lines = [StrategyLine(1, " ".join(text.split()), len(_records(first.hits)))]
    if words:
        told = f"#1, and words of its best {len(texts)}: {', '.join(words)}"
        lines.append(StrategyLine(2, told, len(found)))
    return StrategyRun(
        text=text.strip(),
        lines=tuple(lines),
        found=found,
        snapshot=parts.store.snapshot(),
        in_library=parts.store.counts().records,
        ranked=True,
    )


def _records(hits: tuple[Hit, ...]) -> tuple[RecordId, ...]:
    """Records of units, each once, by its best unit."""
    return tuple(dict.fromkeys(hit.record_id for hit in hits))
