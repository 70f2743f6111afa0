"""From a question to the units that are read: search, a second reading where there is an encoder, then the evidence."""

from dataclasses import replace

from quoth.evidence import COMPARED
from quoth.model import Question, RankFactor, RecordId, Run, Topic, stated_design
from quoth.pipeline.nearest_guidance import text_of
from quoth.pipeline.parts import Parts
from quoth.pipeline.two_readings import early_guidance, hints_used, names_used
from quoth.search import EvidenceFacts, by_evidence, retrieve, tags_asked
from quoth.search.evidence_order import FACTORS, GUIDANCE_FIRST, GUIDANCE_SPREAD, RELEVANCE

__all__ = ["how_ranked", "ranked", "topics_near"]

_FIRST = 5
"""Texts among which places are kept for guidance."""
_NEAR = 0.3
"""Of the first texts, those with so much of the best one's score say what a question may be about."""
_COMPARES = f"of a guideline's advice the {COMPARED} best by words are weighed with how near it says that they are"
WIDER = 2
"""So many times what is read is looked at, for the evidence to choose from."""


def ranked(question: Question, parts: Parts) -> Run:
    """The units to read for a question, best first; at most `units_k`."""
    k = parts.settings.units_k
    reader = parts.reader
    run = retrieve(question, parts.index, k=max(WIDER * k, reader.k if reader else 0))
    guidance = early_guidance(question, run, parts)
    run = _joined(run, guidance.found)
    if reader is not None:
        run = reader.read(question.as_read, run, _texts(run, parts, first=reader.k))
    early = [hit.unit_id for hit in guidance.early]
    return by_evidence(run, _facts(question, run, parts), k=k, early=early, places=guidance.places)


def how_ranked(question: Question, parts: Parts) -> tuple[str, tuple[RankFactor, ...]]:
    """What a page says of how its sources were ranked: a line, and the table of factors."""
    reader = parts.reader
    if reader is None:
        line = parts.reader_note
    elif reader.fault:
        line = f"by words alone: the encoder cannot be used ({reader.fault})"
    else:
        near = parts.near_guidance(reader).note
        line = f"by words, then the best {reader.k} read again by an encoder; {near}; {_COMPARES}"
    early = (
        f"guidelines are looked for by themselves too, and of the first five texts {GUIDANCE_FIRST} are kept for them, "
        f"{GUIDANCE_SPREAD} on different conditions where the question names none, all where everyday words name it or "
        "hint at it"
    )
    names = "".join(f"; “{term.words}” also as {', '.join(term.synonyms)}" for term in names_used(question, parts))
    hinted = ", ".join(hint.names[0] for hint in hints_used(question, parts))
    hints = f"; and weakly by what its words hint at: {hinted}" if hinted else ""
    return f"{line}; {early}{names}{hints}", (RELEVANCE, *FACTORS)


def topics_near(question: Question, run: Run, parts: Parts) -> list[Topic]:
    """The library's topics that the first texts are on; all of them where these are on none.

    What a refused question may go on to: somebody whose words nobody lists is shown what they may have meant, and
    nobody who asks about an antibiotic is shown kneecaps.
    """
    topics = list(parts.vocabulary().topics)
    if question.conditions:
        return topics
    best = run.hits[0].score if run.hits else 0.0
    first = [hit.record_id for hit in run.hits[:_FIRST] if hit.score >= _NEAR * best]
    records = parts.recall().records_by_id(first)
    near = dict.fromkeys(name for record_id in first if record_id in records for name in records[record_id].conditions)
    places = {name: place for place, name in enumerate(near)}
    on_them = [topic for topic in topics if topic.condition in places]
    return sorted(on_them, key=lambda topic: places[topic.condition]) or topics


def _joined(run: Run, guidance: Run) -> Run:
    """The run with guidance that it lacks, by score; guidance found by other names is scored with these."""
    every = {hit.unit_id: hit for hit in (*run.hits, *guidance.hits)}
    hits = sorted(every.values(), key=lambda hit: (-hit.score, hit.unit_id))
    return replace(run, hits=tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits, 1)))


def _facts(question: Question, run: Run, parts: Parts) -> dict[RecordId, EvidenceFacts]:
    tags = tags_asked(question)
    records = parts.recall().records_by_id(list(dict.fromkeys(hit.record_id for hit in run.hits)))
    return {
        name: EvidenceFacts(
            stated_design(record),
            record.published.year,
            record.indirect is not None,
            record.n_participants,
            any(heading.descriptor in tags for heading in record.mesh),
        )
        for name, record in records.items()
    }


def _texts(run: Run, parts: Parts, *, first: int) -> dict[str, str]:
    """Title and text of the first hits."""
    recall = parts.recall()
    hits = run.hits[:first]
    stored = recall.renditions_by_id([hit.rendition_id for hit in hits])
    records = recall.records_by_id([hit.record_id for hit in hits])
    return {
        hit.unit_id: text_of(records[hit.record_id].title, stored[hit.rendition_id].rendition.text[hit.start : hit.end])
        for hit in hits
        if hit.rendition_id in stored and hit.record_id in records
    }
