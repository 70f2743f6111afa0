"""`quoth model check` says in plain words what is wrong, and what to do now."""

import json
from pathlib import Path

import pytest

from tests.standins.language_model import language_model
from tests.unit.cli.test_cli import home, quoth

__all__ = ["home"]


def checked(home: Path, address: str, *more: str, name: str = "small") -> tuple[int, str]:
    """The exit code and everything that was printed."""
    given = ("--set", f"model_url={address}", "--set", f"model_name={name}", *more)
    done = quoth(home, *given, "model", "check")
    return done.returncode, done.stdout + done.stderr


def test_a_model_that_can_take_part_is_told_to(home: Path) -> None:
    """Server, model, reply and judge, a line each; as data where asked for."""
    with language_model() as server:
        code, said = checked(home, server.address)
        assert (0, True) == (code, "Model: small, among its models" in said)
        assert "Judge: no judge is set" in said
        given = ("--set", f"model_url={server.address}", "--set", "model_name=small")
        steps = json.loads(quoth(home, *given, "model", "check", "--json").stdout)
    assert ["What it may do", "Server", "Model", "Reply", "JSON", "Judge"] == [step["step"] for step in steps]


@pytest.mark.parametrize(
    ("behaviour", "says"),
    [
        ("knows no such model", "its server does not know it"),
        ("says nothing", "it gave no answer"),
        ("declines", "it declined to answer"),
        ("sends rubbish", "what it said could not be read"),
        ("hangs", "it did not answer in time"),
        ("stops half way", "it did not answer in time"),
    ],
)
def test_a_model_that_cannot_is_told_why(home: Path, behaviour: str, says: str) -> None:
    """An exit code for scripts, words for people, no traceback."""
    with language_model() as server:
        server.behaviour = behaviour
        code, said = checked(home, server.address, "--set", "model_timeout_s=1")
    assert 13 == code
    assert says in said
    assert "Traceback" not in said


def test_other_models_are_named_and_prose_is_no_json(home: Path) -> None:
    """A slip in the name is seen at once; a model that chats takes no part."""
    with language_model(lambda _: "I am ready!") as server:
        _, said = checked(home, server.address, name="smal")
    assert "not among the models that it names: small" in said
    assert "JSON: no" in said


@pytest.mark.parametrize(
    ("address", "code", "says"),
    [
        ("http://127.0.0.1:9/v1", 12, "Start it, see its own log, or correct setting model_url."),
        ("https://models.example.org/v1", 2, "setting model_outside is no"),
        ("", 2, "Name a server and one of its models"),
    ],
)
def test_a_server_that_cannot_be_asked_is_told_why(home: Path, address: str, code: int, says: str) -> None:
    """Nobody there, elsewhere, none named."""
    found, said = checked(home, address)
    assert code == found
    assert says in said
