"""Zip archives are taken in file by file and told of as one."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.pipeline import Options, Parts, ingest
from quoth.settings import load_settings
from quoth.sources import DocumentFacts
from quoth.wiring import open_parts

TRIAL = "TY  - JOUR\nTI  - Taping of the elbow\nAU  - Doe J\nPY  - 2020\nER  - \n"
OTHER = "TY  - JOUR\nTI  - Braces for the elbow\nAU  - Roe J\nPY  - 2021\nER  - \nTY  - JOUR\nER  - \n"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Parts]:
    """A library without sources."""
    with open_parts(load_settings({}, {"home": str(tmp_path / "home"), "starter": "no"})) as opened:
        yield opened


def zipped(folder: Path, entries: dict[str, str]) -> Path:
    """A zip archive of these texts."""
    path = folder / "sent.zip"
    with zipfile.ZipFile(path, "w") as made:
        for name, text in entries.items():
            made.writestr(name, text)
    return path


def test_the_files_of_an_archive_are_taken_in_and_told_of_as_one(
    tmp_path: Path, empty: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each refusal names the file in the archive, and nothing that was unpacked is left behind."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    alone = tmp_path / "alone.ris"
    alone.write_text(TRIAL.replace("elbow", "wrist"))
    path = zipped(tmp_path, {"a.ris": TRIAL, "more/b.ris": OTHER, "notes.bin": "\x00"})

    before, report, after = ingest([alone, path, alone], empty).files

    assert (1, 2, 0) == (before.records_new, report.records_new, after.records_new)
    assert ["more/b.ris, record 2, line 6", "notes.bin, the whole file"] == [one.place for one in report.refusals]
    assert "stopped" == report.status
    assert [] == list((tmp_path / "tmp").iterdir())


def test_the_same_archive_again_changes_nothing(tmp_path: Path, empty: Parts) -> None:
    """Its files are known by what they hold, in an archive or out of it."""
    path = zipped(tmp_path, {"a.ris": TRIAL})
    (first,) = ingest([path], empty).files
    (again,) = ingest([path], empty).files

    assert ("done", "already in the library") == (first.status, again.status)


def test_an_archive_that_cannot_be_opened_is_refused_and_the_next_file_read(tmp_path: Path, empty: Parts) -> None:
    """One bad file costs no other."""
    cut = tmp_path / "cut.zip"
    cut.write_bytes(zipped(tmp_path, {"a.ris": TRIAL}).read_bytes()[:40])
    alone = tmp_path / "alone.ris"
    alone.write_text(TRIAL)

    refused, taken = ingest([cut, alone], empty).files

    assert ("refused", "done") == (refused.status, taken.status)
    assert "damaged zip archive" in refused.refusals[0].reason


def test_one_title_does_not_fit_several_documents(tmp_path: Path, empty: Parts) -> None:
    """Two guidelines never get the name of one."""
    path = zipped(tmp_path, {"a.md": "# One\n\nOffer rest.", "b.md": "# Two\n\nOffer tape."})

    (report,) = ingest([path], empty, options=Options(facts=DocumentFacts(title="A guide"))).files

    assert "refused" == report.status
    assert "One title" in report.refusals[0].reason
