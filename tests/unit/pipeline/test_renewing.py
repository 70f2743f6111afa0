"""A library with the starter library gets the words of a newer quoth; a site's own editions stay."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.pipeline import Options, Parts, ask, ingest
from quoth.pipeline.ingesting import writer_lock
from quoth.pipeline.renewing import pack_head, renew_if_free
from quoth.settings import load_settings
from quoth.wiring import open_parts, starter_packs
from tests.unit.pipeline.elbow import PACK


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    """An empty library."""
    with open_parts(load_settings(environ={}, given={"home": str(tmp_path), "starter": "no"})) as opened:
        yield opened


def pack(folder: Path, version: str, *, lay: str = "sore elbow", editor: str = "quoth starter library") -> Path:
    """An edition of a pack, with one word for its condition."""
    text = PACK.format(pack="elbow", version=version, editor=editor, words="A brace may help.")
    file = folder / f"elbow-{version}.yaml"
    file.write_text(text.replace("sore elbow", lay).lstrip(), encoding="utf-8")
    return file


def test_a_newer_edition_brings_its_words_into_a_library_that_has_the_pack(parts: Parts, tmp_path: Path) -> None:
    """New words reach those who asked yesterday, without a command."""
    ingest([pack(tmp_path, "2026.1")], parts)
    newer = pack(tmp_path, "2026.2", lay="gammy elbow joint")

    assert (newer,) == renew_if_free([newer], parts)
    assert ["elbow pain"] == [m.concept.name for m in ask("gammy elbow joint brace", parts).page.question.conditions]
    assert () == renew_if_free([newer], parts)


def test_an_older_or_a_sites_edition_is_left_as_it_is(parts: Parts, tmp_path: Path) -> None:
    """Decision 0006: the site's words go before the starter library's."""
    ingest([pack(tmp_path, "2026.2", editor="St Elsewhere")], parts, options=Options(as_site=True))

    assert () == renew_if_free([pack(tmp_path, "2026.3")], parts)
    assert "2026.2" == parts.store.pack_state("elbow").version  # type: ignore[union-attr]


def test_a_library_without_the_starter_library_gets_none(parts: Parts) -> None:
    """Whoever built a library of their own is not given 163 records by an update."""
    assert () == renew_if_free(starter_packs(), parts)
    assert 0 == parts.store.counts().records


def test_nothing_is_renewed_while_another_process_writes(parts: Parts, tmp_path: Path) -> None:
    """Opening a library never waits and never fails for an update."""
    ingest([pack(tmp_path, "2026.1")], parts)
    with writer_lock(parts):
        assert () == renew_if_free([pack(tmp_path, "2026.2")], parts)


def test_every_starter_pack_shows_its_name_and_version_in_its_first_lines() -> None:
    """The check reads no further."""
    assert all(pack_head(file) for file in starter_packs())
