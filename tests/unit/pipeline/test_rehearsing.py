"""A rehearsal says what an ingest would do, and leaves nothing behind."""

import sys
from pathlib import Path

import pytest

from quoth.cli.main import main
from quoth.pipeline import Options, ingest, rehearse
from tests.kept import library_in_memory, library_on_disk

PACK = """
quoth_pack: 1
pack: elbow
version: '1.0'
title: Elbow pain
rendition: summary
editor: a hospital
as_of: 2026-11-23
licence: CC-BY-4.0
condition: elbow pain
question: What helps elbow pain?
common_questions: []
concepts: []
differences: []
records: []
"""
RIS = "TY  - JOUR\nTI  - A brace for the elbow\nPY  - 2020\nDO  - 10.1000/brace\nAB  - Pain fell by half.\nER  - \n"


@pytest.mark.parametrize("kind", [library_on_disk, library_in_memory])
def test_a_rehearsal_says_what_comes_and_changes_nothing(kind: type, tmp_path: Path) -> None:
    """Files that come in, that are refused and that are there already are told as an ingest tells them."""
    good, bad = tmp_path / "brace.ris", tmp_path / "elbow.yaml"
    good.write_text(RIS, encoding="utf-8")
    bad.write_text(PACK.replace("version: '1.0'", "version: ''"), encoding="utf-8")
    with kind(tmp_path / "home") as parts:
        before = (parts.store.snapshot(), parts.store.counts(), parts.store.file_states(), len(parts.index))
        said = rehearse([good, bad], parts)

        assert before == (parts.store.snapshot(), parts.store.counts(), parts.store.file_states(), len(parts.index))
        assert parts.index.stamp() == parts.store.snapshot()
        done = ingest([good, bad], parts)
        assert said.files == done.files
        assert said.snapshot == done.snapshot != before[0]
        assert [("done", 1), ("refused", 0)] == [(file.status, file.records_new) for file in said.files]
        assert "already in the library" == rehearse([good], parts, options=Options()).files[0].status


def test_a_dry_run_says_that_nothing_was_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same lines as an ingest, the same exit code, and no source afterwards."""
    (tmp_path / "brace.ris").write_text(RIS, encoding="utf-8")
    given = ["quoth", "--home", str(tmp_path / "home"), "--set", "starter=no"]
    for words in (["ingest", "--dry-run", str(tmp_path / "brace.ris")], ["library", "--json"]):
        monkeypatch.setattr(sys, "argv", given + words)
        with pytest.raises(SystemExit) as end:
            main()
        assert not end.value.code

    out, err = capsys.readouterr()
    assert "brace.ris: 1 new record" in out
    assert "Nothing was taken in" in err
    assert '"records": 0' in out
