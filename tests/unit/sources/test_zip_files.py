"""A zip archive gives the files that it holds, under names that lead nowhere else, and within limits."""

import io
import zipfile
from pathlib import Path

import pytest

from quoth.errors import BadFile, HostileFile
from quoth.sources import Limits, holds_files, unzip


def archive(folder: Path, entries: dict[str, bytes], name: str = "sent.zip") -> Path:
    """A zip archive of these files."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for entry, data in entries.items():
            made.writestr(entry, data)
    return path


def test_the_files_come_out_in_the_order_of_their_names(tmp_path: Path) -> None:
    """What an operating system or an editor hides is no file of the sender's."""
    path = archive(tmp_path, {"b/two.ris": b"2", "a.ris": b"1", ".hidden": b"x", "__MACOSX/a.ris": b"x", "b/": b""})

    found = unzip(path, tmp_path / "out", Limits())

    assert [("a.ris", b"1"), ("b/two.ris", b"2")] == [(name, file.read_bytes()) for name, file in found]


def test_facts_lie_beside_their_document_and_are_no_file_of_their_own(tmp_path: Path) -> None:
    """A guideline comes with what is known of it, as it does in a folder."""
    path = archive(tmp_path, {"x/guide.pdf": b"%PDF", "x/guide.pdf.quoth.yaml": b"year: 2020"})

    ((_, file),) = unzip(path, tmp_path / "out", Limits())

    assert file.with_name(file.name + ".quoth.yaml").read_bytes() == b"year: 2020"


@pytest.mark.parametrize(
    "name",
    ["../../up.ris", "/abs.ris", "..\\..\\up.ris", "C:\\up.ris", "a/../../up.ris", "x" * 400 + ".ris", "ü\n.ris"],
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    """Names in an archive are a sender's, and never paths of ours."""
    out = tmp_path / "deep" / "er" / "out"

    ((_, file),) = unzip(archive(tmp_path, {name: b"x"}), out, Limits())

    assert file.resolve().is_relative_to(out.resolve())
    assert file.name.endswith("ris")


def test_two_names_that_come_to_the_same_are_two_files(tmp_path: Path) -> None:
    """Nothing is written over."""
    found = unzip(archive(tmp_path, {"a?.ris": b"1", "a*.ris": b"2"}), tmp_path / "out", Limits())

    assert {b"1", b"2"} == {file.read_bytes() for _, file in found}


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    """A few kilobytes do not fill a disk."""
    path = archive(tmp_path, {"a.ris": bytes(4_000_000)})
    limits = Limits(ratio_free_bytes=1_000_000)

    with pytest.raises(HostileFile, match="times its size"):
        unzip(path, tmp_path / "out", limits)

    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda data: data[: len(data) // 2], "damaged"),
        (lambda data: data.replace(b"words of a trial", b"wordz of a trial"), "damaged"),
    ],
    ids=["cut short", "changed"],
)
def test_a_damaged_archive_is_refused_with_its_reason(tmp_path: Path, spoil: object, reason: str) -> None:
    """A file that was not fetched whole is to be fetched again."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr("a.ris", b"words of a trial" * 20)
    path = tmp_path / "x.zip"
    path.write_bytes(spoil(held.getvalue()))  # type: ignore[operator]

    assert holds_files(path)
    with pytest.raises(BadFile, match=reason):
        unzip(path, tmp_path / "out", Limits())


def test_an_archive_that_is_locked_is_refused(tmp_path: Path) -> None:
    """A password is not asked for."""
    path = archive(tmp_path, {"a.ris": b"x"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)

    with pytest.raises(BadFile, match="password"):
        unzip(path, tmp_path / "out", Limits())


def test_an_archive_without_files_is_refused(tmp_path: Path) -> None:
    """Nothing came of it, and it is said."""
    with pytest.raises(BadFile, match="holds no file"):
        unzip(archive(tmp_path, {"b/": b""}), tmp_path / "out", Limits())


@pytest.mark.parametrize("part", ["[Content_Types].xml", "mimetype", "manifest.json"])
def test_a_document_that_is_an_archive_is_one_file(tmp_path: Path, part: str) -> None:
    """Nobody who holds a Word document, a book or an export wants its insides read one by one."""
    assert not holds_files(archive(tmp_path, {part: b"x", "word/document.xml": b"x"}))
    assert holds_files(archive(tmp_path, {"a.ris": b"x"}))
    assert not holds_files(tmp_path / "none.zip")
