"""Groups of commands as people meet them: a slip is answered with what was probably meant, help lines come whole."""

import click

from quoth.text.nearest import did_you_mean

__all__ = ["Commands", "examples"]


def examples(*lines: str) -> str:
    """The foot of a command's help: how it is typed, line by line as it stands here."""
    head = "Examples:" if len(lines) > 1 else "Example:"
    return "\n".join(("\b", head, *(f"  {line}" for line in lines)))


class Commands(click.Group):
    """A group that names the command that was probably meant, and never cuts a line of its help off."""

    def resolve_command(  # noqa: D102 - click's own
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        typed = args[0]
        known = self.list_commands(ctx)
        if typed not in known and not typed.startswith("-") and not ctx.resilient_parsing:
            ctx.fail(f"No such command {typed!r}.{did_you_mean(typed, known) or self.otherwise(args)}")
        return super().resolve_command(ctx, args)

    def otherwise(self, args: list[str]) -> str:
        """What to say where the first word is like no command; with a space before it."""
        del args
        return ""

    def lines(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Each command with the first sentence of its help."""
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        return [(name, one.get_short_help_str(limit=1000)) for name, one in found if one is not None]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: D102 - click's own
        with formatter.section("Commands"):
            formatter.write_dl(self.lines(ctx))
