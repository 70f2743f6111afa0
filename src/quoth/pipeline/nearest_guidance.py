"""Guidance that means what a question says, in whatever words: a look at the vectors of all guidance of the library.

"Front of the knee hurts when I squat" shares no telling word with any guideline. It pays where nothing lists such words
(docs/decisions/0092). Finding is all that happens here: whether a page answers is decided by its words, as before, and
what is found by meaning alone counts as a match of nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quoth.library import units
from quoth.model import Form, Hit, RecordId, Unit
from quoth.pipeline.recall import Recall
from quoth.search import Index
from quoth.search.boolean.atoms import Kinds
from quoth.search.dense import Nearest, SecondReader
from quoth.search.evidence_order import GUIDANCE

__all__ = ["NearGuidance", "meanings", "near_guidance", "text_of"]

WAIT_FOR = 200
"""A question waits for no more vectors than these, some seconds and once: more are made ahead or not looked at."""
UNITS_MAX = 20_000
"""With two vectors a unit some 60 MB of memory and 10 ms a question."""
_LOOKS = "where no condition is named it looks through all {texts:,} texts of guidance"
_FAILED = "guidance is found by words: the encoder failed"
_WAITS = "guidance is found by words: {missing:,} of its vectors are not made yet (quoth index vectors)"
_TOO_MANY = f"guidance is found by words: there are more than {UNITS_MAX:,} texts of it"


@dataclass(frozen=True, slots=True)
class NearGuidance:
    """The vectors of a library's guidance as of one revision, or why they are not looked at."""

    revision: int
    nearest: Nearest | None
    note: str
    """In words, how guidance is looked for now."""
    failed: bool = False
    """The encoder failed: what it failed at can be tried again."""


def near_guidance(index: Index, recall: Recall, reader: SecondReader) -> NearGuidance:
    """The vectors of guidance as the library stood when `recall` began to read it."""
    guidance = list(_guidance(index, recall))
    if len(guidance) > UNITS_MAX:
        return NearGuidance(recall.revision, None, _TOO_MANY)
    texts = [(place, text) for place, unit in enumerate(guidance) for text in meanings(unit)]
    missing = len(reader.cache.missing(text for _, text in texts))
    if missing > WAIT_FOR:
        return NearGuidance(recall.revision, None, _WAITS.format(missing=missing))
    hits = [Hit(one.id, one.record_id, one.rendition_id, one.start, one.end, 0.0, 1, 0.0) for one in guidance]
    nearest = reader.among(hits, [place for place, _ in texts], [text for _, text in texts])
    if nearest is None:
        return NearGuidance(recall.revision, None, _FAILED, failed=True)
    return NearGuidance(recall.revision, nearest, _LOOKS.format(texts=len(hits)))


def text_of(title: str, text: str) -> str:
    """What an encoder is given of a unit."""
    return f"{title}\n{text}".strip()


def meanings(unit: Unit) -> tuple[str, ...]:
    """The texts by whose vectors a unit of guidance is found: its own, and the plain wording beside it."""
    own = (text_of(unit.title, unit.text),)
    return (*own, text_of(unit.title, unit.plain)) if unit.plain else own


def _guidance(index: Index, recall: Recall) -> Iterator[Unit]:
    """The units of guidance, by id."""
    named: list[RecordId] = sorted(index.names(index.matching(Kinds(tuple(GUIDANCE)))))
    records = recall.records_by_id(named)
    found = (
        unit
        for name in named
        if name in records
        for held in recall.renditions(name)
        if held.rendition.form is not Form.CITATION
        for unit in units(held, records[name])
    )
    yield from sorted(found, key=lambda unit: unit.id)
