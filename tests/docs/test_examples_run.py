"""Every command line of the documents parses, and those marked as runnable run and show what the page says."""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from quoth.cli.main import group, main
from tests.docs.documents import NAMES, ROOT, Block, arguments_in, blocks_of, command_lines_of, mentions_of
from tests.kept import filled_home

RUNNABLE = [name for name in NAMES if any({"runnable", "runnable-shell"} & set(b.info) for b in blocks_of(ROOT / name))]
KEPT = re.compile(r"Kept as ([\w-]+)")
PASSAGE = re.compile(r"passage ([\w-]+:\d+-\d+)")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home folder of a new starter library; pages run on copies of it."""
    home = tmp_path_factory.mktemp("docs") / "home"
    return filled_home(home)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_line_parses(name: str) -> None:
    """No page shows a command, an option or a number of arguments that quoth does not take."""
    for words in command_lines_of(ROOT / name):
        _parse(words)
    for words in mentions_of(ROOT / name):
        if "COMMAND" not in words:
            with contextlib.suppress(click.BadOptionUsage, click.MissingParameter, click.exceptions.NoArgsIsHelpError):
                _parse(words)


@pytest.mark.parametrize("line", ["quoth nonsense", "quoth ask --nonsense x", "quoth ask x | quoth serve --port zero"])
def test_a_wrong_command_line_does_not_parse(line: str) -> None:
    """The test above would find a slip."""
    with pytest.raises(click.ClickException):
        [_parse(words) for words in arguments_in(line)]


@pytest.mark.parametrize("name", RUNNABLE)
def test_runnable_blocks_run_and_show_what_the_page_says(
    name: str, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a page tells a reader to type works in the order of the page, ends as it says and shows what it shows."""
    shutil.copytree(library, tmp_path / "home")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUOTH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "80")
    seen, known = "", {"ANSWER-ID": "", "PASSAGE-ID": ""}
    for block in blocks_of(ROOT / name):
        if "file" in block.options:
            (tmp_path / block.options["file"]).write_text(block.body, encoding="utf-8")
        elif "runnable" in block.info:
            seen += _run(block, known)
        elif "runnable-shell" in block.info:
            seen += _run_in_a_shell(block, tmp_path)
        elif "shown" in block.info:
            for part in re.split(r"^…$", block.body, flags=re.MULTILINE):
                assert _flat(part) in _flat(seen), f"{name} says that this is shown:\n{part}"


def _parse(words: list[str]) -> None:
    """Parse as quoth would, without doing anything."""
    if "--help" in words:
        return
    command: click.Command = group
    context = command.make_context("quoth", list(words))
    while isinstance(command, click.Group):
        rest = [*context._protected_args, *context.args]
        if not rest:
            return
        found, child, rest = command.resolve_command(context, rest)
        assert found
        assert child
        command = child
        with contextlib.suppress(click.exceptions.Exit), contextlib.redirect_stdout(io.StringIO()):
            context = command.make_context(found, rest, parent=context)


def _run(block: Block, known: dict[str, str]) -> str:
    """Run the lines of a block in this process; the last line ends with the exit code that the block names."""
    lines = [line for line in block.body.splitlines() if line.strip()]
    seen = ""
    for number, line in enumerate(lines, 1):
        [words] = arguments_in(line)
        out, code = _call([known.get(word, word) for word in words])
        expected = int(block.options.get("exit", "0")) if number == len(lines) else 0
        assert expected == code, f"{line}\n{out}"
        seen += out
        for name, pattern in (("ANSWER-ID", KEPT), ("PASSAGE-ID", PASSAGE)):
            if found := pattern.search(out):
                known[name] = found[1]
    return seen


def _call(words: list[str]) -> tuple[str, int]:
    out = io.StringIO()
    before, sys.argv = sys.argv, ["quoth", *words]
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            main()
    except SystemExit as end:
        return out.getvalue(), int(end.code or 0)
    finally:
        sys.argv = before
    return out.getvalue(), 0


def _run_in_a_shell(block: Block, folder: Path) -> str:
    if "jq" in block.body and not shutil.which("jq"):
        pytest.skip("No jq. Install Debian's package `jq` to run the examples that use it.")
    if not (command := folder / "bin/quoth").exists():
        command.parent.mkdir()
        command.write_text(f'#!/bin/sh\nexec {sys.executable} -c "from quoth.cli.main import main; main()" "$@"\n')
        command.chmod(0o755)
    environment = {**os.environ, "PATH": f"{command.parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", block.body],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert 0 == done.returncode, f"{block.body}\n{done.stdout}\n{done.stderr}"
    assert "null" not in done.stdout.split()
    return done.stdout + done.stderr


def _flat(text: str) -> str:
    return " ".join(text.split())
