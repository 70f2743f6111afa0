"""A file read in a process of its own ends as it would have in this one."""

import os
import signal
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from quoth.errors import BadFile, BadInput, HostileFile
from quoth.library import Prepared
from quoth.model import Ids, Record, RecordId, Refusal, Report, decode
from quoth.pipeline import Parts, ingest, ingesting
from quoth.pipeline.apart import frames
from quoth.pipeline.reading_ahead import ReadAhead
from quoth.pipeline.reading_frames import Reading, entry_of
from quoth.settings import load_settings
from quoth.wiring import open_parts

CITATION = """PMID- {number}
TI  - The trial of exercise number {number} in adults with pain
FAU - Berg, Anna
DP  - 2020
AB  - We studied {number} adults. Pain fell by {number} points (95% CI 1 to 9).
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A MEDLINE export of 120 citations, the last of them twice."""
    numbers = [*range(1, 121), 120]
    path = tmp_path / "export.nbib"
    path.write_text("\n".join(CITATION.format(number=number) for number in numbers), encoding="utf-8")
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Parts]:
    """An empty library on disk."""
    with open_parts(load_settings({}, {"home": str(tmp_path / "home"), "starter": "no"})) as opened:
        yield opened


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file is large enough for a process of its own."""
    monkeypatch.setattr(ingesting, "APART_BYTES", 0)


def test_the_items_are_the_same_wherever_they_are_read(file: Path) -> None:
    """Nothing is lost, added or reordered on the way between two processes."""
    here, there = (ReadAhead(Reading(str(file)), apart=apart) for apart in (False, True))

    assert list(here) == list(there)
    there.close()


def test_what_an_interrupted_run_kept_is_passed_over(file: Path) -> None:
    """The first items come unprepared, for the rules that need to have seen them; the others ready."""
    ahead = ReadAhead(Reading(str(file), skip=100), apart=True)
    items = list(ahead)
    ahead.close()

    assert [Report] * 100 + [Prepared] * 21 == [type(item) for item in items]


@pytest.mark.usefixtures("apart")
def test_an_ingest_reads_ahead_and_ends_the_same(file: Path, empty: Parts, tmp_path: Path) -> None:
    """Snapshot and report are those of an ingest in one process."""
    report = ingest([file, file], empty)
    with open_parts(load_settings({}, {"home": str(tmp_path / "other"), "starter": "no"})) as other:
        ingesting.APART_BYTES = 2**30
        expected = ingest([file, file], other)

    assert expected.snapshot == report.snapshot
    assert [(120, 1, "done"), (0, 0, "already in the library")] == [
        (each.records_new, each.records_known, each.status) for each in report.files
    ]
    assert 120 == len(empty.index)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"<PubmedArticleSet><PubmedArticle>", BadFile),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><PubmedArticleSet>&b;</PubmedArticleSet>', HostileFile),
        (b"\x00\x01 no format at all", BadFile),
    ],
)
def test_a_fault_comes_back_as_the_one_it_was(tmp_path: Path, content: bytes, fault: type[BadFile]) -> None:
    """A file that is refused says why in the same words, whichever process read it."""
    path = tmp_path / "bad.xml"
    path.write_bytes(content)
    said = []
    for where in (False, True):
        ahead = ReadAhead(Reading(str(path)), apart=where)
        try:
            said.append([str(item) for item in ahead])
        except fault as found:
            said.append([type(found).__name__, str(found)])
        finally:
            ahead.close()

    assert said[0] == said[1]
    assert said[0]


def test_an_unknown_format_is_bad_input_from_the_other_process_too(file: Path) -> None:
    """A wrong word on the command line is never reported as a broken file."""
    ahead = ReadAhead(Reading(str(file), format="scroll"), apart=True)
    with pytest.raises(BadInput, match="'scroll' is not known"):
        list(ahead)
    ahead.close()


@pytest.mark.usefixtures("apart")
def test_a_reader_that_is_killed_loses_nothing(file: Path, empty: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept stays, the fault names the file, and the next run ends where an undisturbed one would have."""
    monkeypatch.setattr(ingesting, "BATCH_ITEMS", 20)

    def kill_half_way(self: ReadAhead) -> Iterator[object]:
        assert self._child is not None
        yield from islice(self._from(self._child), 50)
        os.kill(self._child.pid, signal.SIGKILL)
        self._child.wait()
        raise BadFile(f"'{file.name}' was not read to its end")

    with monkeypatch.context() as disturbed:
        disturbed.setattr(ReadAhead, "__iter__", kill_half_way)
        report = ingest([file], empty)
    assert "was not read to its end" in report.files[0].refusals[0].reason
    assert 35 == empty.store.counts().records, "batches of 5, 10 and 20"

    assert 120 == ingest([file], empty).files[0].records_new + 35
    assert 120 == empty.store.counts().records == len(empty.index)


def test_a_stream_that_ends_too_early_is_no_whole_file(file: Path) -> None:
    """A reader that died looks like an end; only its own last word is one."""
    ahead = ReadAhead(Reading(str(file)), apart=True)
    assert ahead._child is not None
    ahead._child.kill()
    with pytest.raises(BadFile, match=r"'export.nbib' was not read to its end: the process .* too early \(-9\)"):
        list(ahead)
    ahead.close()


def test_a_cut_frame_is_an_early_end(tmp_path: Path) -> None:
    """Half a length and half a body end the reading in the same way as none."""
    for cut in (b"", b"\x00\x00", b"\x00\x00\x00\x09"):
        path = tmp_path / "frames"
        path.write_bytes(cut)
        with path.open("rb") as stream, pytest.raises(EOFError):
            list(frames(stream))


def test_half_a_character_is_refused_where_it_cannot_travel() -> None:
    """A report that no library can hold becomes a refusal with its title; the rest of the file goes on."""
    kind, data = entry_of(Report(Record(RecordId("x"), "A broken \ud800 title", Ids(pmid="1"))), "folder/export.ris")

    refusal = decode(data, Refusal)
    assert "Refusal" == kind
    assert ("export.ris", "'A broken \\ud800 title'", False) == (refusal.file, refusal.place, refusal.fatal)
    assert "lone surrogate" in refusal.reason
