"""What every command has: an example that parses, `--json` where it prints data, and a shell that completes it."""

import shlex
import sys
from collections.abc import Callable, Iterator

import click
import pytest

from quoth.cli.main import group, main

# What writes a stream, stays until it is stopped, prints nothing or prints what only a shell reads.
NO_JSON = {"quoth serve", "quoth watch schedule", "quoth audit export", "quoth user password", "quoth completion"}


def commands(command: click.Command, context: click.Context) -> Iterator[click.Context]:
    """The contexts of all commands below a group, groups among them."""
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            below = click.Context(child, parent=context, info_name=name)
            yield below
            yield from commands(child, below)


TOP = click.Context(group, info_name="quoth", **group.context_settings)  # click keeps the first --help that it made
ALL = [(one.command_path, one.command) for one in commands(group, TOP)]


@pytest.mark.parametrize(("path", "command"), ALL, ids=[path for path, _ in ALL])
def test_every_command_shows_how_it_is_typed(path: str, command: click.Command) -> None:
    """Help ends with at least one line that can be typed, and one of them is of this very command."""
    lines = [line.strip() for line in (command.epilog or "").splitlines()]

    assert any(line.startswith(("Example:", "Examples:")) for line in lines)
    typed = [words for line in lines if "quoth " in line for words in [shlex.split(line.split("    ")[0])]]
    last = path.split()[-1]
    assert any(last in words for words in typed), path


@pytest.mark.parametrize(("path", "command"), ALL, ids=[path for path, _ in ALL])
def test_every_command_that_prints_data_prints_it_as_json(path: str, command: click.Command) -> None:
    """A script asks any command the same way."""
    options = {name for parameter in command.params for name in parameter.opts}
    only_groups = isinstance(command, click.Group) and not command.invoke_without_command

    assert only_groups or path in NO_JSON or "--json" in options


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What a command line prints on an empty library in memory."""
    for name, value in (("QUOTH_STORE", "memory:"), ("QUOTH_INDEX", "memory"), ("QUOTH_STARTER", "no")):
        monkeypatch.setenv(name, value)

    def call(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["quoth", *words])
        with pytest.raises(SystemExit):
            main()
        out, err = capsys.readouterr()
        return out + err

    return call


@pytest.mark.parametrize("words", [("library",), ("ask", "taping")])
def test_an_empty_library_says_how_it_is_filled(said: Callable[..., str], words: tuple[str, ...]) -> None:
    """Nobody stands before a table of noughts."""
    shown = said(*words)

    assert "library is empty" in shown
    assert "quoth ingest FILE…" in shown
    assert "quoth --set starter=yes library" in shown


@pytest.mark.parametrize(
    ("words", "next_step"),
    [
        (("library", "licences"), "quoth ingest"),
        (("library", "journals"), "No record here names a journal."),
        (("everyday", "list"), "No pack of this library carries everyday words."),
        (("user", "list"), "quoth user add"),
        (("user", "tidy"), "nothing was forgotten"),
        (("audit", "unanswered"), "quoth.toml"),
        (("encoder", "show"), "quoth encoder export --help"),
        (("watch", "list"), "quoth watch add"),
        (("review", "list"), "quoth review submit"),
        (("search", "--list"), "quoth search"),
        (("model", "check"), "--set model_url=http://localhost:11434/v1"),
    ],
)
def test_where_there_is_nothing_the_next_step_is_told(
    said: Callable[..., str], words: tuple[str, ...], next_step: str
) -> None:
    """An empty list ends with what to do, or with a plain sentence where nothing is to be done."""
    assert next_step in said(*words)


def test_a_fault_is_told_once(said: Callable[..., str]) -> None:
    """`model check` printed the same sentence as its last step and as its error."""
    assert 1 == said("model", "check").count("model_name are empty")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("quoth li", "library"),
        ("quoth review sub", "submit"),
        ("quoth bench run answers-m", "answers-mesh"),
        ("quoth --set rows", "rows_max="),
        ("quoth ask --role pat", "patient"),
    ],
)
def test_a_shell_completes_commands_options_and_names(
    monkeypatch: pytest.MonkeyPatch, said: Callable[..., str], typed: str, offered: str
) -> None:
    """What `quoth completion bash` installs asks quoth itself, so that it is never out of date."""
    monkeypatch.setenv("_QUOTH_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split()) - 1))

    assert offered in [line.partition(",")[2] for line in said().splitlines()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_lines_for_a_shell_call_quoth(said: Callable[..., str], shell: str) -> None:
    """The script names the command and the variable by which it asks."""
    script = said("completion", shell)

    assert f"_QUOTH_COMPLETE={shell}_complete" in script
    assert "quoth" in script
