"""A new index: drafted aside and put in its place, since the engine's Python face cannot set how units are stored.

What is kept of a unit lies in packed blocks, and a search unpacks one for each candidate. The engine's blocks of 16 kB
hold ten units or more, of which one is wanted; with small ones a search takes a quarter less time
(docs/decisions/0132).
"""

import json
import tempfile
from pathlib import Path

import tantivy

__all__ = ["make_index"]

BLOCK_BYTES = 2048
_META = "meta.json"
"""The engine's list of what it holds, with the settings that it reads when an index is opened."""


def make_index(path: Path, schema: tantivy.Schema) -> tantivy.Index:
    """An empty index in a folder without one, or the index that another process has just made there."""
    with tempfile.TemporaryDirectory(dir=path, prefix="making-") as folder:
        tantivy.Index(schema, path=folder)
        draft = Path(folder) / _META
        meta = json.loads(draft.read_text(encoding="utf-8"))
        meta["index_settings"]["docstore_blocksize"] = BLOCK_BYTES
        draft.write_text(json.dumps(meta), encoding="utf-8")
        _put(draft, path / _META)
    return tantivy.Index.open(str(path))


def _put(draft: Path, target: Path) -> None:
    """In one step, and never over a list that another process made meanwhile: it may name units by now."""
    try:
        target.hardlink_to(draft)
    except FileExistsError:
        return
    except OSError:  # a file system that knows no second names
        draft.replace(target)
