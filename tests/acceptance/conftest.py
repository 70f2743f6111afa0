"""The library that real files make: built once, next to the starter library, for the tests that ask it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from quoth.bench.places import find_places
from quoth.errors import BadFile
from quoth.model import Abstention, Answer
from quoth.pipeline import Parts, ingest
from quoth.pipeline.ingesting import FileReport
from tests.kept import library_on_disk

FOLDERS = ("pubmed_xml", "medline_ris", "jats_samples")


@dataclass(slots=True)
class RealLibrary:
    """An open library, and what became of every file that was offered to it."""

    parts: Parts
    files: tuple[Path, ...]
    reports: dict[str, FileReport] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    """Files of no known format, each with what was said about it."""


@pytest.fixture(scope="session")
def parts(starter: Parts) -> Parts:
    """The starter library, for questions alone."""
    return starter


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real files; skips where it is not, fails where nothing may skip."""
    folder = find_places().data
    if all((folder / name).is_dir() for name in (*FOLDERS, "patellofemoral", "retractions")):
        return folder
    why = f"No real files at {folder}. Set QUOTH_DATA to the folder that holds pubmed_xml, medline_ris and the others."
    if os.environ.get("QUOTH_TEST_NO_SKIP") == "1":
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def real(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealLibrary]:
    """All real files beside the starter library."""
    files = real_files(data)
    with library_on_disk(tmp_path_factory.mktemp("real"), keep_answers="no") as parts:
        library = RealLibrary(parts, files)
        offer(library)
        yield library


def real_files(data: Path) -> tuple[Path, ...]:
    """Every file of the folders that hold records, whatever it is."""
    found = [path for name in FOLDERS for path in sorted((data / name).rglob("*")) if path.is_file()]
    knee = data / "patellofemoral"
    return (*found, *sorted(knee.glob("*.nxml")), knee / "medline_records.txt")


def offer(library: RealLibrary) -> None:
    """Ingest file by file: one that cannot be read does not keep the others out."""
    for path in library.files:
        try:
            library.reports[path.name] = ingest([path], library.parts).files[0]
        except BadFile as fault:
            library.unread[path.name] = str(fault)


def left_out(page: Answer | Abstention) -> set[tuple[str, str]]:
    """(record, reason) of what was found and left out."""
    return {(exclusion.record_id, exclusion.reason) for exclusion in page.method.exclusions}
