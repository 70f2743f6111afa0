"""`quoth completion`: the lines by which a shell completes commands, options and names of quoth."""

import click
from click.shell_completion import get_completion_class

from quoth.cli.groups import examples

__all__ = ["command"]


@click.command(
    "completion",
    epilog=examples(
        'eval "$(quoth completion bash)"                                     in ~/.bashrc',
        'eval "$(quoth completion zsh)"                                      in ~/.zshrc',
        "quoth completion fish > ~/.config/fish/completions/quoth.fish",
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print what makes SHELL complete commands, options and names. Bash needs version 4.4 or newer."""
    made = get_completion_class(shell)
    assert made is not None
    click.echo(made(ctx.find_root().command, {}, "quoth", "_QUOTH_COMPLETE").source())
