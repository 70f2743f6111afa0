"""`quoth doctor`: whether this installation is in order, and with --live whether the services are as we think."""

from typing import TYPE_CHECKING

import click

from quoth.cli.common import json_option, opened, print_json
from quoth.errors import SourceFailed

if TYPE_CHECKING:
    from quoth.live import Check

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth doctor
  quoth doctor --live          asks each source that is switched on, with fixed words

The clients were built against a stand-in of the services. --live puts the same questions to the real ones, or to your
mirror, and reports what differs; exit code 12 when something does.
"""


@click.command("doctor", epilog=EPILOG)
@click.option("--live", is_flag=True, help="Also ask each source that is switched on, and report what differs.")
@json_option
@click.pass_context
def command(ctx: click.Context, live: bool, as_json: bool) -> None:
    """Look at the library, the index and the lists; with --live at the services."""
    from quoth.pipeline import examine

    with opened(ctx) as parts:
        found = examine(parts)
        checks = _checked(parts, as_json) if live else []
    if as_json:
        print_json({"library": found, "services": checks})
    else:
        for name, said in found:
            click.echo(f"{name}: {said}")
    if any(not check.passed for check in checks):
        differ = sum(not check.passed for check in checks)
        raise SourceFailed(f"{differ} of {len(checks)} exchanges differ from what quoth relies on.")


def _checked(parts: object, as_json: bool) -> "list[Check]":
    from quoth.live import converse
    from quoth.pipeline import Parts

    assert isinstance(parts, Parts)
    checks = []
    for check in converse(parts.live) if parts.live else ():
        checks.append(check)
        if not as_json:
            state = "as expected" if check.passed else "DIFFERS"
            click.echo(f"{check.source}: {check.asked}: {state} ({check.seconds:.1f} s)")
            for line in check.differences:
                click.echo(f"  {line}")
    if not checks and not as_json:
        click.echo("No source is switched on: nothing was asked.")
    return checks
