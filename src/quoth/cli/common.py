"""What the commands share: opening the parts, JSON out, a progress line on stderr."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from quoth.errors import BadInput

if TYPE_CHECKING:
    from quoth.pipeline import Parts, Progress
    from quoth.settings import Settings

__all__ = ["confirmed", "json_option", "opened", "print_json", "print_json_bytes", "progress_line", "settings_of"]

json_option = click.option("--json", "as_json", is_flag=True, help="Data as JSON on stdout.")


def settings_of(ctx: click.Context) -> "Settings":
    """The settings of this command."""
    from quoth.settings import load_settings, refuse_unknown

    given: dict[str, str] = ctx.find_root().obj
    refuse_unknown(given, "--set")
    return load_settings(given=given)


@contextmanager
def opened(ctx: click.Context, *, mend_index: bool = False, starter: bool = True) -> "Iterator[Parts]":
    """The parts, ready for use and closed afterwards.

    Args:
        ctx: of the command.
        mend_index: a damaged index does not stand in the way.
        starter: fill an empty library with the starter library, where the settings say so.
    """
    from quoth.wiring import open_parts

    settings = settings_of(ctx)
    if not starter:
        settings = replace(settings, starter=False)
    if (
        settings.starter
        and not settings.store
        and sys.stderr.isatty()
        and not (settings.folder / "library.db").exists()
    ):
        click.echo(f"Filling a new library with the starter packs ({settings.folder})…", err=True)
    with open_parts(settings, mend_index=mend_index) as parts:
        yield parts


def confirmed(question: str, *, yes: bool) -> bool:
    """Whether somebody said yes, at the command line or when asked.

    Raises:
        BadInput: there is nobody to ask.
    """
    try:
        return yes or click.confirm(question, err=True)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        raise BadInput("Nobody answered, so nothing was changed. Say --yes to go on without being asked.") from None


def print_json(noun: object) -> None:
    """A noun, or builtins of nouns, as one indented JSON document."""
    import msgspec

    print_json_bytes(msgspec.json.encode(noun))


def print_json_bytes(document: bytes) -> None:
    """A JSON document, indented."""
    import msgspec

    click.echo(msgspec.json.format(document, indent=2).decode())


@contextmanager
def progress_line(enabled: bool) -> "Iterator[Callable[[Progress], None]]":
    """A line on stderr that is written over while work goes on; nothing at all where stderr is not a terminal."""
    if not (enabled and sys.stderr.isatty()):
        yield lambda _: None
        return
    from rich.console import Console

    console = Console(stderr=True)
    with console.status("starting") as status:

        def show(step: "Progress") -> None:
            rate = step.items / step.seconds if step.seconds else 0.0
            refused = f", {step.refused} refused" if step.refused else ""
            status.update(f"{step.file}: {step.items} items{refused}, {rate:,.0f} a second")

        yield show
