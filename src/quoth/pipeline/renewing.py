"""A library that has the starter library takes in what a newer quoth brings of it."""

import re
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from quoth.errors import LibraryBusy
from quoth.library import pack_rank
from quoth.pipeline.parts import Parts

__all__ = ["renew_if_free"]

_HEAD_LINES = 20
_NAME = re.compile(r"^pack: *(\S+)", re.MULTILINE)
_VERSION = re.compile(r"^version: *(\S+)", re.MULTILINE)


def renew_if_free(files: Sequence[Path], parts: Parts) -> tuple[Path, ...]:
    """Take in the starter packs that are newer than the library's, where it has the starter library.

    A site's own edition of a pack stays (decision 0006). Nothing is done while another process is writing: the next
    start will do it.

    Returns:
        The packs that were newer.
    """
    heads = {file: head for file in files if (head := pack_head(file))}
    held = {file: parts.store.pack_state(name) for file, (name, _) in heads.items()}
    if not any(state is not None and not state.site for state in held.values()):
        return ()
    newer = tuple(
        file
        for file, (_, version) in heads.items()
        if (state := held[file]) is None
        or (not state.site and pack_rank(state.version, site=False) < pack_rank(version, site=False))
    )
    if newer:
        from quoth.pipeline.ingesting import ingest  # late: most starts take nothing in

        try:
            ingest(newer, parts)
        except LibraryBusy:
            return ()
    return newer


def pack_head(file: Path) -> tuple[str, str] | None:
    """Name and version of a pack, from its first lines: opening a library must not read all packs."""
    with file.open(encoding="utf-8") as lines:
        head = "".join(islice(lines, _HEAD_LINES))
    name, version = _NAME.search(head), _VERSION.search(head)
    return (name[1], version[1]) if name and version else None
