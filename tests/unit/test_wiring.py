"""What wiring picks."""

import secrets

import pytest

from quoth.settings import load_settings
from quoth.wiring import open_parts


def test_an_answer_id_is_never_taken_for_an_option(monkeypatch: pytest.MonkeyPatch) -> None:
    """`quoth check ANSWER-ID` works for every answer: an id that begins with a dash is drawn again."""
    drawn = iter(["-WnK3v", "-_x", "Wn-K3v"])
    monkeypatch.setattr(secrets, "token_urlsafe", lambda _: next(drawn))
    with open_parts(load_settings({}, {"store": "memory:", "index": "memory", "starter": "no"})) as parts:
        assert "Wn-K3v" == parts.new_id()
