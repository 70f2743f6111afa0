"""What editors change about a page: rows left out, rows brought from the library. Never a word of a row."""

from dataclasses import dataclass, replace

from quoth.library import units
from quoth.model import Candidate, EvidenceTable, Span
from quoth.pipeline.parts import Parts

__all__ = ["NO_EDITS", "Edits", "added_candidates", "edited"]


@dataclass(frozen=True, slots=True)
class Edits:
    """Rows by the spans of their quotes."""

    left_out: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()


NO_EDITS = Edits()


def added_candidates(edits: Edits, parts: Parts) -> tuple[Candidate, ...]:
    """What must be read so that the rows brought in can be found, before what the search found."""
    if not edits.added:
        return ()
    recall = parts.recall()
    held = recall.renditions_by_id([span.rendition_id for span in edits.added])
    records = recall.records_by_id(list(dict.fromkeys(one.record_id for one in held.values())))
    standing = recall.standings(records.values())
    found: dict[tuple[str, int], Candidate] = {}
    for span in edits.added:
        one = held.get(span.rendition_id)
        if one is None or not one.current or one.record_id not in records:
            continue
        for unit in units(one, records[one.record_id]):
            if unit.start <= span.start < unit.end:
                found[unit.id, unit.start] = Candidate(
                    records[one.record_id], one.rendition, standing[one.record_id], unit.start, unit.end, 0.0, 1
                )
    return tuple(found.values())


def edited(table: EvidenceTable, edits: Edits) -> EvidenceTable:
    """The table without the rows left out, and with the rows brought in held to be fully relevant."""
    if edits == NO_EDITS:
        return table
    gone, come = set(edits.left_out), set(edits.added)
    kept = [finding for finding in table.findings if finding.quote.span not in gone]
    lifted = [replace(f, relevance=1.0) if f.quote.span in come else f for f in kept]
    return replace(table, findings=tuple(sorted(lifted, key=lambda finding: -finding.relevance)))
