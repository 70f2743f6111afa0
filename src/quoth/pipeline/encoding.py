"""The library encoded ahead, so that no question has to wait for vectors. Stopped, it goes on from where it was."""

from collections.abc import Callable, Iterator
from itertools import islice
from time import monotonic

from quoth.errors import BadInput
from quoth.library import units
from quoth.pipeline.ingesting import Progress
from quoth.pipeline.parts import Parts
from quoth.pipeline.ranking import text_of

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
    texts = _all_texts(parts)
    while batch := list(islice(texts, _AT_ONCE)):
        missing = parts.reader.cache.missing(batch)
        parts.reader.cache.vectors(missing)
        seen, made = seen + len(batch), made + len(missing)
        progress(Progress("vectors", seen, 0, monotonic() - started))
    return seen, made


def _all_texts(parts: Parts) -> Iterator[str]:
    stored = parts.store.iter_renditions()
    while batch := list(islice(stored, _AT_ONCE)):
        records = parts.store.records_by_id(list(dict.fromkeys(held.record_id for held in batch)))
        found = (text_of(unit.title, unit.text) for held in batch for unit in units(held, records[held.record_id]))
        yield from found
