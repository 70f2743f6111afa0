"""What was sent lies in a folder of its own, and is gone where it could not be taken on."""

from pathlib import Path

import pytest

from quoth.web.uploads import folder_of_uploads


def test_a_folder_whose_upload_failed_is_gone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A full disk leaves no half of a file behind."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def fails() -> None:
        with folder_of_uploads() as folder:
            (folder / "half").write_bytes(b"half of it")
            raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        fails()

    assert [] == list(tmp_path.iterdir())


def test_a_folder_that_was_taken_on_stays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The job removes it when it has read it."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    with folder_of_uploads() as folder:
        (folder / "whole").write_bytes(b"all of it")

    assert [folder] == list(tmp_path.iterdir())
