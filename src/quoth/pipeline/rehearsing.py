"""What an ingest would do: done for real in one transaction, which is then taken back. Nothing is left of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from quoth.pipeline.indexing import Progress
from quoth.pipeline.ingesting import IngestReport, Options, ingest
from quoth.pipeline.parts import Parts
from quoth.search import MemoryIndex

__all__ = ["rehearse"]


class _TakenBack(Exception):
    """Ends the transaction without a commit."""


def rehearse(
    files: Sequence[Path],
    parts: Parts,
    *,
    options: Options | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
) -> IngestReport:
    """What `ingest` would say of these files, now. Neither the library nor its index or keys are changed.

    Nobody else can write meanwhile; readers do not wait. What comes is held in memory until the end.

    Raises:
        LibraryBusy: another process is writing.
    """
    index = MemoryIndex()
    aside = replace(parts, index=index, anchor_file=None, words_file=None, reader=None)
    try:
        with parts.store.writing():
            index.set_stamp(parts.store.snapshot(), parts.store.bookmark())
            report = ingest(files, aside, options=options, progress=progress)
            raise _TakenBack
    except _TakenBack:
        return report
