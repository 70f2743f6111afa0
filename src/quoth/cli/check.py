"""`quoth check`: the independent checker over kept answers."""

import click

from quoth.cli.common import json_option, opened, print_json
from quoth.errors import CheckFailed

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth check                  every kept answer
  quoth check 5nC2…            one answer
  quoth check --json | jq '.[] | select(.faults != [])'
"""


@click.command("check", epilog=EPILOG)
@click.argument("answer_ids", nargs=-1, metavar="[ANSWER-ID…]")
@json_option
@click.pass_context
def command(ctx: click.Context, answer_ids: tuple[str, ...], as_json: bool) -> None:
    """Re-read kept answers against the library, byte for byte. Exit code 7 when a fault is found."""
    from quoth.pipeline import check_stored

    with opened(ctx) as parts:
        verdicts = check_stored(parts, answer_ids or None)
    if as_json:
        print_json(verdicts)
    else:
        for verdict in verdicts:
            state = "passed" if verdict.passed else f"{len(verdict.faults)} FAULT(S)"
            click.echo(f"{verdict.answer_id}: {state}, {verdict.checked} statements re-read")
            for fault in verdict.faults:
                click.echo(f"  {fault.statement_id or 'page'}: {fault.kind.value} - {fault.detail}")
        if not verdicts:
            click.echo("No kept answers. `quoth ask` keeps one, unless the setting keep_answers says no.")
    failed = sum(not verdict.passed for verdict in verdicts)
    if failed:
        raise CheckFailed(f"{failed} of {len(verdicts)} kept answers have faults. Ask again, or restore the library.")
