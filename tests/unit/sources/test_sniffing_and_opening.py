"""The content decides the format, whatever the name; the door to bytes is bounded and honest."""

import gzip
import hashlib
from pathlib import Path

import pytest

from quoth.errors import BadFile, BadInput, HostileFile
from quoth.sources import READERS, Limits, file_sha256, read, sniff
from quoth.sources.opening import iter_lines
from quoth.sources.sniffing import FORMATS
from quoth.sources.unpacking import CutShort, unpack
from tests.unit.sources.source_factories import citation, pack, pubmed

CONTENTS = {
    "pubmed-xml": pubmed(citation(), root="RAW_DATA"),
    "jats": "<!-- x --><!DOCTYPE article PUBLIC 'a' 'b'>\n<article xml:lang='en'><front/></article>",
    "medline": "\nPMID- 1\nOWN - NLM\nTI  - T\n",
    "ris": "\ufeff1.\r\nTY  - JOUR\r\nTI  - T\r\nER  - \r\n",
    "bibtex": "% a comment\n@Article{a, title={T}}",
    "pack": pack(),
    "retractions": "doi,retractionwatch\n10.1000/x,Retraction\n",
    "mesh": "mesh_id\tmesh_name\tmesh_tree_number\nD1\tX\tC01\n",
    "html": "\n<!DOCTYPE html>\n<html><body><p>TY  - JOUR</p></body></html>",
    "docx": "PK\x03\x04....[Content_Types].xml",
    "pdf": "%PDF-1.7\n",
}


@pytest.mark.parametrize("name", CONTENTS)
@pytest.mark.parametrize("packed", [False, True])
def test_the_content_decides(tmp_path: Path, name: str, packed: bool) -> None:
    """A misleading extension misleads nobody."""
    path = tmp_path / "download.md"
    data = CONTENTS[name].encode()
    path.write_bytes(gzip.compress(data) if packed else data)

    assert sniff(path) == name


def test_running_text_is_known_by_its_name_alone(tmp_path: Path) -> None:
    """Nothing in Markdown says that it is Markdown."""
    path = tmp_path / "guide.md"
    path.write_text("# Care")

    assert "markdown" == sniff(path)


@pytest.mark.parametrize("name", ["ward.yaml", "ward.yml"])
def test_a_pack_without_its_first_line_is_still_a_pack(tmp_path: Path, name: str) -> None:
    """So that its writer is told what is missing, and where."""
    path = tmp_path / name
    path.write_text("pack: ward\n\ttitle: x\n")

    assert "pack" == sniff(path)


def test_an_export_of_a_library_is_told_from_a_strange_file(tmp_path: Path) -> None:
    """It comes in by another command, which is named."""
    path = tmp_path / "literature.quoth"
    path.write_bytes(b"PK\x03\x04....manifest.json")

    with pytest.raises(BadFile, match="quoth library import"):
        sniff(path)


def test_every_format_that_is_sniffed_has_a_reader() -> None:
    """The two tables agree."""
    assert tuple(READERS) == FORMATS


@pytest.mark.parametrize("content", [b"%!PS-Adobe", b"\x00\x01\x02", b"a;b\n1;2\n", b"<svg><g/></svg>"])
def test_an_unknown_format_lists_the_known_ones(tmp_path: Path, content: bytes) -> None:
    """The message says what could be read."""
    path = tmp_path / "x"
    path.write_bytes(content)

    with pytest.raises(BadFile, match="Known formats: pubmed-xml, jats, medline, ris, bibtex, pack, retractions, mesh"):
        sniff(path)


@pytest.mark.parametrize("filler", [b"\n", b" ", b"<?", b"<!--", b"]", b"@", b"<a>", b"{"])
def test_sniffing_takes_no_time_on_hostile_filler(tmp_path: Path, filler: bytes) -> None:
    """No pattern runs away: the test's own time limit is the patience of a person."""
    path = tmp_path / "x"
    path.write_bytes(filler * (200_000 // len(filler)))

    with pytest.raises(BadFile):
        sniff(path)


def test_an_unknown_format_name_lists_the_known_ones(tmp_path: Path) -> None:
    """A typing mistake is answered with what exists."""
    with pytest.raises(BadInput, match="Known: pubmed-xml, jats"):
        read(tmp_path / "x", format="pubmed")


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    """With its name."""
    with pytest.raises(BadFile, match=r"nowhere.*cannot be opened"):
        sniff(tmp_path / "nowhere")


def test_the_hash_is_of_the_bytes_on_disk(tmp_path: Path) -> None:
    """Packed or not, the same file has the same hash."""
    path = tmp_path / "x.gz"
    path.write_bytes(gzip.compress(b"hello"))

    assert file_sha256(path) == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines_are_the_same_in_every_encoding_and_ending(tmp_path: Path, ending: str, encoding: str) -> None:
    """Macintosh, Windows and Unix agree here."""
    path = tmp_path / "x"
    path.write_bytes(ending.join(["one", "zw\u00f6lf", "", "last"]).encode(encoding))

    assert list(iter_lines(path, Limits())) == ["one", "zw\u00f6lf", "", "last"]


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    """A line is no way to fill the memory."""
    path = tmp_path / "x"
    path.write_bytes(b"x" * 2_000_000)

    with pytest.raises(HostileFile, match="line of more than"):
        list(iter_lines(path, Limits(record_bytes=1_000_000)))


def members(*contents: bytes, name: bool = False) -> bytes:
    """A gzip file of several members; with `name`, of one that carries a file name."""
    if name:
        plain = gzip.compress(contents[0], mtime=0)
        return plain[:3] + b"\x08" + plain[4:10] + b"a name\0" + plain[10:]
    return b"".join(map(gzip.compress, contents))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (members(b"one", b"two"), b"onetwo"),
        (members(b"one") + bytes(600), b"one"),
        (members(b"one", name=True), b"one"),
        (members(b""), b""),
    ],
    ids=["two members", "padded", "named", "empty"],
)
@pytest.mark.parametrize("step", [1, 7, 10_000])
def test_gzip_is_unpacked_however_its_bytes_arrive(data: bytes, text: bytes, step: int) -> None:
    """Joined members, padding and names are all part of the format."""
    pieces = (data[at : at + step] for at in range(0, len(data), step))

    assert b"".join(piece for _, piece in unpack(pieces)) == text


@pytest.mark.parametrize("end", [1, 5, 12, -9, -1])
def test_gzip_that_ends_early_is_told(end: int) -> None:
    """Wherever it was cut."""
    data = gzip.compress(b"one two three")[:end]

    with pytest.raises(CutShort, match="damaged"):
        list(unpack(iter([data])))


def test_garbage_behind_gzip_is_told_after_what_is_good() -> None:
    """The good part stands."""
    stream = unpack(iter([gzip.compress(b"one") + b"garbage and more"]))
    assert next(stream)[1] == b"one"
    with pytest.raises(CutShort, match="something else follows"):
        next(stream)
