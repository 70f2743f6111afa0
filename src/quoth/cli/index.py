"""`quoth index rebuild`: the search index anew from the library."""

import click

from quoth.cli.common import json_option, opened, print_json, progress_line
from quoth.cli.groups import Commands, examples

__all__ = ["command"]


@click.group(
    "index", cls=Commands, epilog=examples("quoth index rebuild", "quoth --set encoder=~/minilm index vectors")
)
def command() -> None:
    """The search index. It is derived from the library and can be rebuilt at any time."""


@command.command("rebuild", epilog="\b\nExample:\n  quoth index rebuild")
@json_option
@click.pass_context
def rebuild(ctx: click.Context, as_json: bool) -> None:
    """Make the index anew; answers stay the same."""
    from quoth.pipeline import rebuild_index

    with opened(ctx, mend_index=True) as parts, progress_line(not as_json) as progress:
        units = rebuild_index(parts, progress)
    if as_json:
        print_json({"units": units})
    else:
        click.echo(f"The index holds {units} units.")


@command.command("vectors", epilog="\b\nExample:\n  quoth --set encoder=~/minilm index vectors")
@json_option
@click.pass_context
def vectors(ctx: click.Context, as_json: bool) -> None:
    """Encode the library ahead, so that no question has to wait for it. Stopped, it goes on where it was."""
    from quoth.pipeline import build_vectors

    with opened(ctx) as parts, progress_line(not as_json) as progress:
        units, made = build_vectors(parts, progress)
    if as_json:
        print_json({"units": units, "encoded_now": made})
    else:
        click.echo(f"{units} units, {made} encoded now.")
