"""Files that a command writes or reads, and standard output or input in their place where the name is -."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from quoth.errors import BadInput

__all__ = ["archive_read", "archive_written", "is_standard", "one_on_stdout", "put"]


def is_standard(file: Path | None) -> bool:
    """Whether standard output or input is meant."""
    return file is not None and str(file) == "-"


def one_on_stdout(file: Path | None, **others: bool) -> None:
    """Refuse to write two things to standard output.

    Raises:
        BadInput: the file is - and another option, by its name, prints as well.
    """
    besides = [f"--{name}" for name, given in others.items() if given]
    if is_standard(file) and besides:
        raise BadInput(f"Standard output (-) takes one thing. Leave out {besides[0]}, or name a file.")


def put(file: Path, content: bytes, what: str) -> None:
    """Write what was made, and say on stderr where.

    Raises:
        BadInput: the file cannot be written; `what` begins the message, such as "The page".
    """
    if is_standard(file):
        sys.stdout.buffer.write(content)
        return
    try:
        file.write_bytes(content)
    except OSError as fault:
        raise BadInput(f"{what} cannot be written to {str(file)!r}: {fault.strerror}. Choose another file.") from fault
    click.echo(f"Written to {file}.", err=True)


@contextmanager
def archive_written(file: Path) -> Iterator[Path]:
    """Where an archive is made: at its place, or for - beside it, as it goes out once it is whole.

    Raises:
        BadInput: standard output is a terminal.
    """
    if not is_standard(file):
        yield file
        return
    if sys.stdout.isatty():
        raise BadInput("An archive is not for a terminal. Name a file, or send it on: quoth library export - > FILE")
    with TemporaryDirectory() as folder:
        made = Path(folder) / "standard output"
        yield made
        with made.open("rb") as whole:
            shutil.copyfileobj(whole, sys.stdout.buffer)


@contextmanager
def archive_read(file: Path) -> Iterator[Path]:
    """The archive to read; for - what comes by standard input, which is taken whole first."""
    if not is_standard(file):
        yield file
        return
    with TemporaryDirectory() as folder:
        taken = Path(folder) / "standard input"
        with taken.open("wb") as whole:
            shutil.copyfileobj(sys.stdin.buffer, whole)
        yield taken
