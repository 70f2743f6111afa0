"""`quoth audit`: the trail of who did what when, checked and exported; and what had no answer."""

import click

from quoth.cli.common import json_option, opened, print_json
from quoth.cli.groups import Commands, examples
from quoth.errors import CheckFailed

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth audit verify
  quoth audit verify --newest HASH      also that the trail still holds a line written down earlier
  quoth audit export > audit.jsonl
  quoth audit unanswered

Lines hold ids and kinds of acts: no names, no questions. `quoth user list --json` says whose an id is.
"""

OFF = "The ledger is off. To keep one from now on: unanswered_ledger = true in quoth.toml, in the home folder."


@click.group("audit", cls=Commands, epilog=EPILOG)
def command() -> None:
    """Who did what when, in a chain that shows a missing link."""


@command.command("verify", epilog=examples("quoth audit verify", "quoth audit verify --newest HASH"))
@click.option("--newest", metavar="HASH", default="", help="A hash that was written down earlier.")
@json_option
@click.pass_context
def verify_command(ctx: click.Context, newest: str, as_json: bool) -> None:
    """Work out every hash anew. Exit code 7 when a line was changed, dropped, added or cut off."""
    from quoth.pipeline import verify_trail

    with opened(ctx) as parts:
        report = verify_trail(parts, newest=newest)
    if as_json:
        print_json(report)
    else:
        click.echo(f"{report.entries} lines, newest hash {report.newest}")
        for fault in report.faults:
            click.echo(f"  {fault}")
    if not report.passed:
        raise CheckFailed(
            f"The audit trail has {len(report.faults)} fault(s). Restore a backup and find out who did it."
        )


@command.command(
    "export",
    epilog=examples("quoth audit export > audit.jsonl", "quoth audit export --after 1200 > since-line-1200.jsonl"),
)
@click.option("--after", type=click.IntRange(0), default=0, help="Only the lines after this number.")
@click.pass_context
def export_command(ctx: click.Context, after: int) -> None:
    """Print the trail, one JSON object a line."""
    from quoth.model import encode
    from quoth.pipeline import trail

    with opened(ctx) as parts:
        for entry in trail(parts, after=after):
            click.echo(encode(entry).decode())


@command.command(
    "unanswered",
    epilog=examples(
        "quoth audit unanswered", "quoth --set unanswered_ledger=yes serve      keeps the ledger from then on"
    ),
)
@click.option("--clear", is_flag=True, help="Forget the ledger afterwards.")
@json_option
@click.pass_context
def unanswered_command(ctx: click.Context, clear: bool, as_json: bool) -> None:
    """List what was asked and not answered, by concepts; kept only where the setting unanswered_ledger says so."""
    from quoth.pipeline.unanswered import clear_unanswered, unanswered

    with opened(ctx) as parts:
        lines = unanswered(parts)
        on = parts.settings.unanswered_ledger
        if clear:
            clear_unanswered(parts)
    if as_json:
        print_json(lines)
        return
    for one in lines:
        about = " × ".join(part for part in (", ".join(one.conditions), ", ".join(one.interventions)) if part)
        click.echo(f"{one.count:>5}  {about}  ({one.kind}; {one.reason}; {one.first_on} to {one.last_on})")
    if not lines:
        click.echo("Nothing in the ledger." if on else OFF)
