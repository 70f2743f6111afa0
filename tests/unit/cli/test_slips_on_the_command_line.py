"""A slip of the pen on the command line is answered with what was probably meant."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quoth.cli.main import main

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line on an empty library in memory; gives its exit code and its talk."""
    monkeypatch.setenv("QUOTH_STORE", "memory:")
    monkeypatch.setenv("QUOTH_INDEX", "memory")
    monkeypatch.setenv("QUOTH_STARTER", "no")

    def call(*words: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["quoth", *words])
        with pytest.raises(SystemExit) as end:
            main()
        return int(end.value.code or 0), capsys.readouterr().err

    return call


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("serch",), "'search'"),
        (("review", "lst"), "'list'"),
        (("library", "bakup", "x"), "'backup'"),
        (("ask", "--jsn", "x"), "'--json'"),
        (("bench", "check", "answrs"), "'answers'"),
        (("--set", "row_max=3", "settings"), "'rows_max'"),
        (("library", "--kind", "guidline"), "'guideline'"),
        (("ingest", "--format", "medlin", "pyproject.toml"), "'medline'"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(run: Run, words: tuple[str, ...], meant: str) -> None:
    """Commands, options, settings, kinds, formats and experiments alike: exit code 2 and the name that is near."""
    code, talk = run(*words)

    assert 2 == code
    assert f"Did you mean {meant}?" in talk


def test_a_question_without_its_command_is_told_how_to_be_asked(run: Run) -> None:
    """Who types a question at once is shown the command that answers it."""
    code, talk = run("Does taping help?")

    assert 2 == code
    assert 'quoth ask "Does taping help?"' in talk


def test_what_is_like_nothing_is_only_refused(run: Run) -> None:
    """No guess where there is nothing to guess from."""
    code, talk = run("zzzz")

    assert 2 == code
    assert "mean" not in talk
    assert "quoth ask" not in talk


def test_the_commands_of_a_group_are_told_in_whole_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    """In 80 columns no line of a group's help ends in dots."""
    from quoth.cli.main import COMMANDS, group

    for name in COMMANDS:
        with pytest.raises(SystemExit):
            group.main([name, "--help"], terminal_width=80)
        _, _, listed = capsys.readouterr().out.partition("Commands:")
        assert "..." not in listed, name


def test_bytes_that_are_no_text_are_said_or_read_past_and_never_a_traceback(run: Run, tmp_path: Path) -> None:
    """A question from a terminal of another encoding is read as far as it is text; a file or a setting is refused."""
    broken = "kn\udcffe"
    file = tmp_path / f"{broken}.nbib"
    file.write_text("PMID- 1\nTI  - Knees.\n")

    assert 10 == run("ask", f"{broken} pain")[0]
    assert 10 == run("ask", "--json", f"{broken} pain")[0]
    for words in (("ingest", str(file)), ("ingest", "--json", str(file))):
        code, talk = run(*words)
        assert (3, True) == (code, "could not be read" in talk)
    code, talk = run("--set", f"emergency_text={broken}", "settings")
    assert (2, True) == (code, "is no text in UTF-8" in talk)
