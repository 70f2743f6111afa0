"""The client holds to its time and says in plain words what is wrong, whatever the server does."""

import time
from collections.abc import Iterator

import pytest

from quoth.errors import BadInput, GuestFailed, SourceFailed
from quoth.llm import Ask, Message, is_this_machine
from quoth.settings import load_settings
from quoth.wiring import open_guest
from tests.standins.language_model import Server, language_model

ASK = Ask([Message("system", "Be brief."), Message("user", "Are you ready?")], 50)


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that says that it is ready."""
    with language_model() as running:
        yield running


def client(server: Server, **given: str):  # noqa: ANN201
    """A client of that server."""
    return open_guest(load_settings({}, {"model_url": server.address, "model_name": "small"} | given))


@pytest.mark.parametrize("behaviour", ["streams", "answers whole"])
def test_what_the_model_says_comes_with_its_tokens(server: Server, behaviour: str) -> None:
    """Servers that stream and servers that do not are understood alike."""
    server.behaviour = behaviour
    said = client(server).say(ASK, deadline_s=5)

    assert ('{"ready": true}', 11, 5, True) == (said.text, said.tokens_in, said.tokens_out, said.whole)
    assert [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Are you ready?"}] == server.asked[
        0
    ]["messages"]
    assert ("small", 50, 0) == tuple(server.asked[0][name] for name in ("model", "max_tokens", "temperature"))


def test_the_models_of_a_server_are_named(server: Server) -> None:
    """An operator sees what could be asked."""
    assert ("small",) == client(server).models()


def test_a_server_that_names_no_models_is_told_in_words_that_help(server: Server) -> None:
    """Nobody there, the wrong path, a wrong key and a page of another kind: each says what to do now."""
    for address, says in (
        ("http://127.0.0.1:9/v1", "cannot be asked: the connection failed. Start it"),
        (server.address.removesuffix("/v1"), "usually ends in /v1"),
    ):
        with pytest.raises(SourceFailed, match=says):
            open_guest(load_settings({}, {"model_url": address, "model_name": "small"})).models()
    server.key = "right"
    with pytest.raises(SourceFailed, match="refused the key") as fault:
        client(server, model_key="wrong-key-word").models()
    assert "wrong-key-word" not in str(fault.value)


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        ("says nothing", "silent"),
        ("declines", "refused"),
        ("sends rubbish", "unreadable"),
        ("hangs", "late"),
        ("stops half way", "late"),
        ("knows no such model", "unknown"),
        ("leads away", "silent"),
    ],
)
def test_every_way_to_fail_has_its_reason_in_time(server: Server, behaviour: str, reason: str) -> None:
    """A dead, slow, half-open or lying server ends in a reason, and never later than the deadline."""
    server.behaviour = behaviour
    given_s = 0.6 if reason == "late" else 30
    began = time.monotonic()
    with pytest.raises(GuestFailed) as fault:
        client(server).say(ASK, deadline_s=given_s)

    assert reason == fault.value.reason
    assert time.monotonic() - began < 4 or given_s == 30, "the server would have taken 5 s"
    assert "ready" not in str(fault.value)


@pytest.mark.parametrize("behaviour", ["hangs", "stops half way", "drips"])
def test_late_is_late_whichever_limit_ends_first(server: Server, behaviour: str) -> None:
    """The wire's limit and the deadline are as long as each other by default, so either may end a slow call."""
    server.behaviour = behaviour
    with pytest.raises(GuestFailed) as fault:
        client(server, model_timeout_s="0.4").say(ASK, deadline_s=30)
    assert "late" == fault.value.reason


@pytest.mark.parametrize(
    ("behaviour", "reason"), [("breaks", "silent"), ("is overloaded", "silent"), ("limits how often", "silent")]
)
def test_a_server_in_trouble_is_asked_once_more(server: Server, behaviour: str, reason: str) -> None:
    """A passing fault costs a moment; a lasting one has its reason."""
    server.behaviour = behaviour
    with pytest.raises(GuestFailed) as fault:
        client(server).say(ASK, deadline_s=15)
    assert reason == fault.value.reason
    assert 2 == len(server.asked)


def test_an_endless_reply_is_cut_off(server: Server) -> None:
    """Nobody fills the memory: what is longer than any reply that will be read is dropped with its connection."""
    server.behaviour = "never ends"
    said = client(server).say(ASK, deadline_s=20)

    assert 200_000 < len(said.text) < 300_000
    assert server.gone.wait(5)


def test_a_wrong_key_is_told_apart(server: Server) -> None:
    """An operator learns that the key is wrong, and the key is not in the message."""
    server.key = "right"
    with pytest.raises(GuestFailed, match="refused the key") as fault:
        client(server, model_key="wrong-key-word").say(ASK, deadline_s=5)
    assert "wrong-key-word" not in str(fault.value)
    assert "wrong-key-word" not in repr(client(server, model_key="wrong-key-word"))
    assert "ready" in client(server, model_key="right").say(ASK, deadline_s=5).text


def test_a_server_elsewhere_needs_a_yes() -> None:
    """Nothing leaves the machine unless the operator said so."""
    given = {"model_url": "https://models.example.org/v1", "model_name": "large"}
    with pytest.raises(BadInput, match="model_outside is no"):
        open_guest(load_settings({}, given))
    open_guest(load_settings({}, given | {"model_outside": "yes"}))
    with pytest.raises(BadInput, match="model_url and model_name are empty"):
        open_guest(load_settings({}, {}))


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("http://localhost:11434/v1", True),
        ("http://127.0.0.1/v1", True),
        ("http://[::1]:8000/v1", True),
        ("http://localhost.example.org/v1", False),
        ("http://127.0.0.1.example.org/v1", False),
        ("http://10.0.0.5/v1", False),
        ("", False),
    ],
)
def test_this_machine_is_loopback_and_nothing_else(address: str, here: bool) -> None:
    """A name that only looks local is elsewhere."""
    assert here is is_this_machine(address)
