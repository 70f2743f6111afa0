"""What wiring picks."""

import secrets
import stat
from pathlib import Path

import pytest

from quoth.pipeline import examine
from quoth.settings import load_settings
from quoth.wiring import open_parts


def test_an_answer_id_is_never_taken_for_an_option(monkeypatch: pytest.MonkeyPatch) -> None:
    """`quoth check ANSWER-ID` works for every answer: an id that begins with a dash is drawn again."""
    drawn = iter(["-WnK3v", "-_x", "Wn-K3v"])
    monkeypatch.setattr(secrets, "token_urlsafe", lambda _: next(drawn))
    with open_parts(load_settings({}, {"store": "memory:", "index": "memory", "starter": "no"})) as parts:
        assert "Wn-K3v" == parts.new_id()


def test_a_new_library_is_for_its_owner_alone(tmp_path: Path) -> None:
    """It holds questions, sessions and password hashes; an older one that others can read is told of."""
    home = tmp_path / "home"
    with open_parts(load_settings({}, {"home": str(home), "starter": "no"})) as parts:
        assert 0o700 == stat.S_IMODE(home.stat().st_mode)
        assert 0o600 == stat.S_IMODE((home / "library.db").stat().st_mode)
        assert "alone" in dict(examine(parts))["who can read it"]

        home.chmod(0o755)

        assert f"chmod 700 {home}" in dict(examine(parts))["who can read it"]


def test_the_rights_of_a_folder_that_was_there_are_left_as_they_are(tmp_path: Path) -> None:
    """An operator who shares it has a reason."""
    tmp_path.chmod(0o750)
    with open_parts(load_settings({}, {"home": str(tmp_path), "starter": "no"})):
        assert 0o750 == stat.S_IMODE(tmp_path.stat().st_mode)
