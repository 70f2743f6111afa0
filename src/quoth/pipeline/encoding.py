"""The library encoded ahead, so that no question has to wait for vectors. Stopped, it goes on from where it was."""

from collections.abc import Callable, Iterator
from itertools import islice
from time import monotonic

from quoth.errors import BadInput
from quoth.library import units
from quoth.pipeline.ingesting import Progress
from quoth.pipeline.nearest_guidance import meanings, text_of
from quoth.pipeline.parts import Parts
from quoth.search.evidence_order import GUIDANCE

__all__ = ["build_vectors"]

_AT_ONCE = 64


def build_vectors(parts: Parts, progress: Callable[[Progress], None] = lambda _: None) -> tuple[int, int]:
    """Encode every unit of the library ahead. What is kept already is passed over, so a stopped run goes on.

    Returns:
        How many units there are, and how many were encoded now.

    Raises:
        BadInput: there is no usable encoder.
    """
    if parts.reader is None:
        raise BadInput(
            f"There is nothing to encode with: search goes {parts.reader_note}. "
            "Name an encoder's folder in the setting `encoder`; `quoth encoder export` makes one."
        )
    started, seen, made = monotonic(), 0, 0
    every = _all_texts(parts)
    while batch := list(islice(every, _AT_ONCE)):
        missing = [parts.reader.cache.missing(texts) for texts in batch]
        parts.reader.cache.vectors([text for texts in missing for text in texts])
        seen, made = seen + len(batch), made + sum(map(bool, missing))
        progress(Progress("vectors", seen, 0, monotonic() - started))
    parts.vectors_made()
    return seen, made


def _all_texts(parts: Parts) -> Iterator[tuple[str, ...]]:
    """For each unit the texts that it is encoded by."""
    stored = parts.store.iter_renditions()
    while batch := list(islice(stored, _AT_ONCE)):
        records = parts.store.records_by_id(list(dict.fromkeys(held.record_id for held in batch)))
        for unit in (one for held in batch for one in units(held, records[held.record_id])):
            yield meanings(unit) if unit.kind in GUIDANCE else (text_of(unit.title, unit.text),)
