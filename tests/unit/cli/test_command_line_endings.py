"""How commands end: the code that a script sees, pipes that close early, settings that do not exist."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quoth.cli.main import main
from quoth.cli.screen import clean, screen_of_stdout
from quoth.settings import load_settings
from quoth.wiring import open_parts

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line on an empty library in memory; gives its exit code, output and talk."""
    monkeypatch.setenv("QUOTH_STORE", "memory:")
    monkeypatch.setenv("QUOTH_INDEX", "memory")
    monkeypatch.setenv("QUOTH_STARTER", "no")

    def call(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["quoth", *words])
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return int(end.value.code or 0), said.out, said.err

    return call


def test_an_abstention_exits_with_ten(run: Run) -> None:
    """A script can tell "not known" from "answered"."""
    code, out, _ = run("ask", "treatment of hyperkalaemia")
    assert 10 == code
    assert "No answer" in out


def test_success_help_and_errors_have_their_codes(run: Run) -> None:
    """Codes come from one table, whatever ends the command."""
    assert [0, 0, 2, 2, 4] == [
        run(*words)[0] for words in (("settings",), ("--help",), ("nonsense",), ("show",), ("show", "pmid:1"))
    ]


def test_an_unknown_setting_is_refused_with_the_known_ones(run: Run) -> None:
    """A slip in --set is not passed over in silence."""
    code, _, talk = run("--set", "row_max=3", "settings")
    assert 2 == code
    assert "'row_max'" in talk
    assert "rows_max" in talk


def test_settings_never_show_a_password(run: Run) -> None:
    """What is printed for a colleague or a bug report holds no secret."""
    given = "store=postgresql+psycopg://quoth:p9w:cr@et@db.example/quoth"
    for words in (("settings",), ("settings", "--json")):
        code, out, _ = run("--set", given, *words)
        assert 0 == code
        assert "cr@et" not in out
        assert "p9w" not in out
    assert "quoth:***@db.example" in out


def test_nothing_is_kept_in_words_of_an_empty_question(run: Run) -> None:
    """Nobody is invited to ask on from nothing."""
    code, out, _ = run("ask", "")
    assert 10 == code
    assert "Kept as" not in out


@pytest.mark.parametrize("words", [["library", "--list"], ["library", "--list", "--json"]])
def test_a_pipe_that_closes_early_is_no_failure(words: list[str], tmp_path: Path) -> None:
    """`quoth … | head` ends quietly: the reader has what it wanted."""
    with open_parts(load_settings({}, {"home": str(tmp_path)})):
        pass
    line = [sys.executable, "-c", "from quoth.cli.main import main; main()", "--home", str(tmp_path), *words]
    source = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert source.stdout
    assert source.stderr
    source.stdout.read(10)
    source.stdout.close()
    talk = source.stderr.read()
    assert (0, b"") == (source.wait(60), talk)
    source.stderr.close()


def test_lines_in_a_pipe_end_with_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """What fills a terminal's width does not reach a file."""
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    from rich.padding import Padding
    from rich.text import Text

    screen_of_stdout().print(Padding(Text("words"), (0, 0, 0, 2)))
    assert "  words\n" == out.getvalue()


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x07", "\r", "\u202e", "\u2066", "\ud800"])
def test_a_source_cannot_speak_to_the_terminal(hostile: str) -> None:
    """Control characters and overrides of the reading direction never reach the screen."""
    assert hostile[0] not in clean(f"a{hostile}b")
