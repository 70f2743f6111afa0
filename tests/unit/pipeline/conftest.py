"""Libraries that several modules of this folder ask or carry."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from quoth.library import keep, keep_notices
from quoth.model import Ids, Notice, NoticeKind, ProposalStatus
from quoth.pipeline import (
    Options,
    Parts,
    export_library,
    ingest,
    rebuild_index,
    recommendations,
    rule,
    save_strategy,
)
from quoth.search.dense import SecondReader
from quoth.search.dense.vectors import VectorCache
from quoth.settings import load_settings
from quoth.sources import DocumentFacts
from quoth.wiring import open_parts
from tests.kept import library_in_memory, library_on_disk
from tests.unit.library.library_factories import report
from tests.unit.pipeline.carried import GUIDE, library
from tests.unit.pipeline.ranked import Opened, Shapes


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library on disk."""
    home = tmp_path_factory.mktemp("library")
    with library_on_disk(home) as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Parts]:
    """An empty library on disk."""
    with open_parts(load_settings({}, {"home": str(tmp_path / "home"), "starter": "no"})) as opened:
        yield opened


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of the starter library with a guideline that an editor ruled upon, a retraction and a saved search."""
    home = tmp_path_factory.mktemp("carried")
    (home / "guide.html").write_text(GUIDE, encoding="utf-8")
    with library(home / "a", starter="yes") as parts:
        facts = DocumentFacts(title="A guideline", issuer="Knee Society", year=2025, doi="10.1000/guide")
        ingest([home / "guide.html"], parts, options=Options(facts=facts))
        recommendations("10.1000/guide", parts)
        rule("10.1000/guide", ["r1"], ProposalStatus.ACCEPTED, parts, by="an editor", why="as printed")
        keep(report("RIS", pmid="77", doi="10.1000/seven", words=None), parts.store)
        keep(report(pmid="77", words="Pain fell by half. Function rose."), parts.store)
        keep_notices([Notice(NoticeKind.RETRACTION, Ids(pmid="77"), on="2026-01-01", source="a list")], parts.store)
        rebuild_index(parts)
        parts.store.put_strategy(replace(save_strategy("knees", "knee AND pain", parts), owner="an account"))
        export_library(home / "a.quoth", parts)
    return home / "a.quoth"


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Opens the starter library in memory, with an encoder and a folder for its vectors, or without."""

    @contextmanager
    def open_with(reads: Shapes | None = None, cache: Path | None = None, **given: str) -> Iterator[Parts]:
        with library_in_memory(tmp_path, **given) as parts:
            parts.new_id = lambda: "id"
            if reads is not None:
                parts.reader = SecondReader(reads, VectorCache(cache, reads), k=50, weight=0.5)
            yield parts

    return open_with
