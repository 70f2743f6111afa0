"""A new index lies on disk as a search wants it, whoever makes it and wherever."""

import json
from pathlib import Path

import pytest

from quoth.model import RecordId, RenditionId, Unit
from quoth.search.engine.index import TantivyIndex
from quoth.search.engine.making import BLOCK_BYTES, make_index
from quoth.search.engine.schema import schema


def _units(count: int) -> list[Unit]:
    return [Unit(f"u{n}", RecordId(f"r{n}"), RenditionId(f"t{n}"), 0, 9, "", f"text {n}") for n in range(count)]


def _block_bytes(path: Path) -> int:
    return int(json.loads((path / "meta.json").read_text())["index_settings"]["docstore_blocksize"])


def test_units_are_stored_in_small_blocks_for_good(tmp_path: Path) -> None:
    """The engine writes its settings anew with each commit: what was set stays, also when all is made anew."""
    index = TantivyIndex(tmp_path / "index")
    assert BLOCK_BYTES == _block_bytes(tmp_path / "index")

    index.add(_units(3))
    index.replace(_units(2))

    assert BLOCK_BYTES == _block_bytes(tmp_path / "index")
    assert 2 == len(TantivyIndex(tmp_path / "index"))


def test_whoever_comes_second_takes_the_index_that_is_there(tmp_path: Path) -> None:
    """Two processes may find the same folder empty; by the time that one is done, the other may have filled it."""
    path = tmp_path / "index"
    TantivyIndex(path).add(_units(3))

    assert 3 == make_index(path, schema()).searcher().num_docs


def test_an_index_is_made_where_a_file_has_one_name_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory sticks and some shared folders know no hard links."""

    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(self, target)

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    index = TantivyIndex(tmp_path / "index")
    index.add(_units(1))

    assert 1 == len(index)
    assert BLOCK_BYTES == _block_bytes(tmp_path / "index")
