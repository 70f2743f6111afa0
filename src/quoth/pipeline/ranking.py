"""From a question to the units that are read: search, a second reading where there is an encoder, then the evidence."""

from dataclasses import replace

from quoth.model import Filters, Hit, Question, RankFactor, RecordId, Run, Topic, stated_design
from quoth.pipeline.nearest_guidance import near_guidance, text_of
from quoth.pipeline.parts import Parts
from quoth.search import EvidenceFacts, by_evidence, retrieve
from quoth.search.evidence_order import FACTORS, GUIDANCE, GUIDANCE_FIRST, GUIDANCE_NEAR, GUIDANCE_SPREAD, RELEVANCE

__all__ = ["how_ranked", "ranked", "topics_near"]

_FIRST = 5
"""Texts among which places are kept for guidance."""
WIDER = 2
"""So many times what is read is looked at, for the evidence to choose from."""
GUIDANCE_K = 12
"""So many guidelines and consensus statements are looked for by themselves.

In a large library hundreds of trials name a condition as often as its guideline does; by relevance it is not found.
"""


def ranked(question: Question, parts: Parts) -> Run:
    """The units to read for a question, best first; at most `units_k`."""
    k = parts.settings.units_k
    reader = parts.reader
    run = retrieve(question, parts.index, k=max(WIDER * k, reader.k if reader else 0))
    guidance = _guidance(question, run, parts)
    run = _joined(run, guidance)
    if reader is not None:
        run = reader.read(question.text, run, _texts(run, parts, first=reader.k))
    early, places = list(guidance.hits), GUIDANCE_FIRST
    if not question.conditions:
        spread = _spread(question, guidance, parts)
        early, places = (spread, GUIDANCE_SPREAD) if reader is None else (spread[:GUIDANCE_NEAR], GUIDANCE_NEAR)
    return by_evidence(run, _facts(run, parts), k=k, early=[hit.unit_id for hit in early], places=places)


def how_ranked(parts: Parts) -> tuple[str, tuple[RankFactor, ...]]:
    """What a page says of how its sources were ranked: a line, and the table of factors."""
    reader = parts.reader
    if reader is None:
        line = parts.reader_note
    elif reader.fault:
        line = f"by words alone: the encoder cannot be used ({reader.fault})"
    else:
        line = f"by words, then the best {reader.k} read again by an encoder; {near_guidance(parts, reader).note}"
    early = (
        f"guidelines are looked for by themselves too, and of the first five texts {GUIDANCE_FIRST} are kept for them, "
        f"{GUIDANCE_NEAR if reader else GUIDANCE_SPREAD} on different conditions where the question names none"
    )
    return f"{line}; {early}", (RELEVANCE, *FACTORS)


def topics_near(run: Run, parts: Parts) -> list[Topic]:
    """The library's topics; where an encoder looked for guidance by its meaning, those of the first texts come first.

    What a refused question may go on to: somebody whose words nobody lists is shown what they may have meant.
    """
    topics = list(parts.vocabulary().topics)
    if parts.reader is None or near_guidance(parts, parts.reader).nearest is None:
        return topics
    first = [hit.record_id for hit in run.hits[:_FIRST]]
    records = parts.recall().records_by_id(first)
    near = dict.fromkeys(name for record_id in first if record_id in records for name in records[record_id].conditions)
    places = {name: place for place, name in enumerate(near)}
    return sorted(topics, key=lambda topic: places.get(topic.condition, len(places)))


def _guidance(question: Question, run: Run, parts: Parts) -> Run:
    """Guidance on the condition asked about; where there is none, whatever guidance fits, by its meaning too."""
    walls = Filters(kinds=GUIDANCE)
    found = retrieve(question, parts.index, k=GUIDANCE_K, filters=walls, on_condition=True)
    if found.hits and question.conditions:
        return found
    found = found if found.hits else retrieve(question, parts.index, k=GUIDANCE_K, filters=walls)
    reader = parts.reader
    nearest = near_guidance(parts, reader).nearest if reader else None
    return reader.joined(question.text, found, nearest, k=GUIDANCE_K, found=run.hits) if reader and nearest else found


def _spread(question: Question, guidance: Run, parts: Parts) -> list[Hit]:
    """Of guidance for a question without a condition, what fits best on each; on those that its treatment is used for.

    Which condition is meant is not known: two guidelines on the one that is spoken of most would hide all others.
    """
    records = parts.recall().records_by_id(list(dict.fromkeys(hit.record_id for hit in guidance.hits)))
    named = [mention.concept.name for mention in (*question.interventions, *question.comparators)]
    treated = frozenset().union(*(parts.vocabulary().treats.get(name, frozenset()) for name in named))
    about = {hit.unit_id: records[hit.record_id].conditions for hit in guidance.hits if hit.record_id in records}
    fitting = [hit for hit in guidance.hits if not treated.isdisjoint(about.get(hit.unit_id, ()))]
    first: dict[tuple[str, ...], Hit] = {}
    for hit in fitting or guidance.hits:
        first.setdefault(about.get(hit.unit_id) or (hit.record_id,), hit)
    return list(first.values())


def _joined(run: Run, guidance: Run) -> Run:
    """The run with guidance that it lacks, by score; both were scored alike."""
    every = {hit.unit_id: hit for hit in (*run.hits, *guidance.hits)}
    hits = sorted(every.values(), key=lambda hit: (-hit.score, hit.unit_id))
    return replace(run, hits=tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits, 1)))


def _facts(run: Run, parts: Parts) -> dict[RecordId, EvidenceFacts]:
    records = parts.recall().records_by_id(list(dict.fromkeys(hit.record_id for hit in run.hits)))
    return {
        name: EvidenceFacts(
            stated_design(record), record.published.year, record.indirect is not None, record.n_participants
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
