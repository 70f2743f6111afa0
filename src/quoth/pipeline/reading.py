"""From hits to candidates: what the library holds about what the search found, in a few batched reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from quoth.model import (
    AnnotationKind,
    Candidate,
    Extent,
    Form,
    Hit,
    Query,
    QueryClause,
    Record,
    RecordId,
    Run,
    Standing,
)
from quoth.pipeline.recall import Recall
from quoth.search import Index
from quoth.store import StoredRendition

__all__ = ["candidates", "texts_with"]

EXPLAINING_TEXTS = 30
"""How many texts are asked what a short form stands for."""


def candidates(run: Run, recall: Recall, *, packs: Sequence[str] = ()) -> tuple[Candidate, ...]:
    """The hits of a run as candidates, best first, with the differences noted by `packs` and the sources they compare.

    A rendition that was hit in several units comes once for each unit. What the index knows and the store no longer
    holds is left out. What the search did not bring comes last, with score 0: the packs' notes on where sources differ,
    and the sources that any note compares.
    """
    stored = recall.renditions_by_id([hit.rendition_id for hit in run.hits])
    found = [
        (hit, stored[hit.rendition_id])
        for hit in run.hits
        if hit.rendition_id in stored and stored[hit.rendition_id].current
    ]
    found += _notes(packs, found, recall)
    found += _compared(found, recall)
    records = recall.records_by_id(list(dict.fromkeys(held.record_id for _, held in found)))
    standing = recall.standings(records.values())
    return tuple(
        _candidate(rank, hit, held, records, standing)
        for rank, (hit, held) in enumerate(found, start=1)
        if held.record_id in records and held.rendition.form is not Form.CITATION
    )


def texts_with(word: str, index: Index, recall: Recall) -> Iterator[str]:
    """The texts that speak most of a word, best first."""
    run = index.search(Query((QueryClause((word,)),)), k=EXPLAINING_TEXTS)
    stored = recall.renditions_by_id([hit.rendition_id for hit in run.hits])
    for hit in run.hits:
        if held := stored.get(hit.rendition_id):
            yield held.rendition.text[hit.start : hit.end]


def _candidate(
    rank: int,
    hit: Hit,
    held: StoredRendition,
    records: Mapping[RecordId, Record],
    standing: Mapping[RecordId, Standing],
) -> Candidate:
    end = min(hit.end, len(held.rendition.text)) or len(held.rendition.text)
    return Candidate(
        record=records[held.record_id],
        rendition=held.rendition,
        standing=standing[held.record_id],
        start=hit.start,
        end=end,
        score=hit.score,
        rank=rank,
        match_0_1=hit.match_0_1,
    )


def _notes(
    packs: Sequence[str], found: Sequence[tuple[Hit, StoredRendition]], recall: Recall
) -> list[tuple[Hit, StoredRendition]]:
    """The packs' notes on differences, each note that was not hit."""
    hit = {(held.rendition.id, hit.start) for hit, held in found}
    extra: list[tuple[Hit, StoredRendition]] = []
    for pack in packs:
        record_id = recall.pack_record(f"{pack}/differences")
        for held in recall.renditions(record_id) if record_id else ():
            extra += [
                (_hit_of(held, note.whole), held)
                for note in held.rendition.annotations
                if (held.rendition.id, note.whole.start) not in hit
            ]
    return extra


def _compared(found: Iterable[tuple[Hit, StoredRendition]], recall: Recall) -> list[tuple[Hit, StoredRendition]]:
    """Texts of the records that found differences name, where the search did not bring them."""
    held_ids = {held.rendition.id for _, held in found}
    names: dict[str, None] = {}
    for hit, held in found:
        for note in held.rendition.annotations:
            if note.kind is AnnotationKind.DIFFERENCE and hit.start <= note.statement.start < hit.end:
                names.update(dict.fromkeys(note.sources))
    extra: list[tuple[Hit, StoredRendition]] = []
    for name in names:
        record_id = recall.pack_record(name)
        if record_id is None:
            continue
        for held in recall.renditions(record_id):
            if held.rendition.form is Form.PACK and held.rendition.id not in held_ids:
                held_ids.add(held.rendition.id)
                extra.append((_hit_of(held, Extent(0, len(held.rendition.text))), held))
    return extra


def _hit_of(held: StoredRendition, extent: Extent) -> Hit:
    unit_id = f"{held.rendition.id}#{extent.start}-{extent.end}"
    return Hit(unit_id, held.record_id, held.rendition.id, extent.start, extent.end, 0.0, 0)
