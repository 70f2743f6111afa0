"""An archive that is not as a library wrote it is refused, and nothing of it is taken in."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from quoth.errors import BadFile, HostileFile
from quoth.model import Holding, encode
from quoth.pipeline import (
    import_library,
)
from tests.unit.pipeline.carried import library, manifest


def spoiled(
    archive: Path, to: Path, change: Callable[[str, bytes], bytes], *, extra: tuple[str, bytes] | None = None
) -> Path:
    """The archive with changed members, its manifest as it was unless that is changed too."""
    with zipfile.ZipFile(archive) as packed, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as made:
        for name in packed.namelist():
            made.writestr(name, change(name, packed.read(name)))
        if extra:
            made.writestr(*extra)
    return to


# --- hostile archives ------------------------------------------------------------------------------------------------
def refused(path: Path, home: Path, kind: type[BadFile], words: str) -> None:
    """The archive is refused with these words, and nothing of it is in the library."""
    with library(home) as parts:
        before = parts.store.snapshot()
        with pytest.raises(kind, match=words):
            import_library(path, parts)
        assert before == parts.store.snapshot()
        assert () == parts.store.pack_states()


def test_a_changed_word_is_found_by_the_hash_of_its_member(archive: Path, tmp_path: Path) -> None:
    """One letter in one text is enough."""
    bad = spoiled(
        archive, tmp_path / "bad", lambda name, data: data.replace(b"Pain fell by half", b"Pain rose by half")
    )

    refused(bad, tmp_path / "b", BadFile, "its hash is another one")


def test_a_changed_word_with_a_forged_manifest_is_found_by_the_id_of_its_text(archive: Path, tmp_path: Path) -> None:
    """Whoever mends the manifest as well would have to find a text of the same hash."""
    import hashlib

    held = manifest(archive)

    def change(name: str, data: bytes) -> bytes:
        if name.startswith("records/"):
            data = data.replace(b"Pain fell by half", b"Pain rose by half")
            for member in held["members"]:  # type: ignore[attr-defined]
                if member["name"] == name:
                    member["sha256"] = hashlib.sha256(data).hexdigest()
        return encode(held) if name == "manifest.json" else data

    bad = spoiled(archive, tmp_path / "bad", change)

    refused(bad, tmp_path / "b", BadFile, "not the text that its id is the hash of")


@pytest.mark.parametrize(
    "name", ["../../evil", "/etc/passwd", "records/1.jsonl/../../x", "records\\000001.jsonl", "a/b/c"]
)
def test_a_name_that_no_archive_of_ours_has_is_refused(archive: Path, tmp_path: Path, name: str) -> None:
    """Nothing is unpacked to disk, and a name that tries is enough to refuse the whole."""
    bad = spoiled(archive, tmp_path / "bad", lambda _, data: data, extra=(name, b"x"))

    refused(bad, tmp_path / "b", HostileFile, "which no library's archive has")


def test_a_bomb_is_refused_before_it_is_unpacked(archive: Path, tmp_path: Path) -> None:
    """A member that shrinks to a thousandth, and a whole that is larger than the setting allows."""
    bomb = spoiled(archive, tmp_path / "bomb", lambda _, data: data, extra=("records/000099.jsonl", b"0" * 50_000_000))

    refused(bomb, tmp_path / "b", HostileFile, "would unpack to 50,000,000 bytes")
    with library(tmp_path / "c", upload_max_mb="0") as parts, pytest.raises(HostileFile, match="upload_max_mb"):
        import_library(archive, parts)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "no archive"), (b"PK\x03\x04 junk", "no archive"), (b"not a zip at all" * 99, "no archive")],
)
def test_what_is_no_archive_is_told_so(tmp_path: Path, content: bytes, words: str) -> None:
    """An empty file, a broken one, another kind of file."""
    (tmp_path / "bad").write_bytes(content)

    refused(tmp_path / "bad", tmp_path / "b", BadFile, words)


def test_a_cut_or_damaged_archive_is_refused(archive: Path, tmp_path: Path) -> None:
    """Half of a download, and a byte that flipped on the way."""
    whole = archive.read_bytes()
    (tmp_path / "half").write_bytes(whole[: len(whole) // 2])
    middle = whole.index(b"records/000001.jsonl") + 2000
    (tmp_path / "flipped").write_bytes(whole[:middle] + bytes([whole[middle] ^ 0xFF]) + whole[middle + 1 :])

    refused(tmp_path / "half", tmp_path / "b", BadFile, "cut off or damaged")
    refused(tmp_path / "flipped", tmp_path / "c", BadFile, "damaged")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"format": "quoth archive 99"}, "has the format"),
        ({"members": []}, "does not hold the members"),
        ({"kind": "something"}, "cannot be read"),
        ({"snapshot": 7}, "cannot be read"),
    ],
)
def test_a_manifest_that_does_not_fit_is_refused(
    archive: Path, tmp_path: Path, change: dict[str, object], words: str
) -> None:
    """Another format, members left out, a wrong type."""
    forged = encode({**manifest(archive), **change})
    bad = spoiled(archive, tmp_path / "bad", lambda name, data: forged if name == "manifest.json" else data)

    refused(bad, tmp_path / "b", BadFile, words)


def test_a_place_outside_its_text_is_refused(archive: Path, tmp_path: Path) -> None:
    """A sentence that ends behind its text would make a false quotation."""
    import hashlib

    from quoth.model import decode

    held = manifest(archive)

    def change(name: str, data: bytes) -> bytes:
        if name == "records/000001.jsonl":
            lines = data.splitlines()
            noun = json.loads(lines[0])
            noun["texts"][0]["rendition"]["sentences"][0]["end"] = 10**6
            decode(json.dumps(noun).encode(), Holding)
            lines[0] = json.dumps(noun).encode()
            data = b"\n".join([*lines, b""])
            for member in held["members"]:  # type: ignore[attr-defined]
                if member["name"] == name:
                    member |= {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        return encode(held) if name == "manifest.json" else data

    bad = spoiled(archive, tmp_path / "bad", change)

    refused(bad, tmp_path / "b", BadFile, "outside its words")
