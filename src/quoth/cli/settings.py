"""`quoth settings`: every setting with its value, unit and help."""

from typing import TYPE_CHECKING

import click

from quoth.cli.common import json_option, print_json, settings_of

if TYPE_CHECKING:
    from quoth.settings import Settings

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth settings
  QUOTH_HOME=/srv/quoth quoth settings --json
  quoth --set rows_max=40 ask "…"

A setting comes from quoth.toml in the home folder, then the environment, then --set; the last one wins.
"""


@click.command("settings", epilog=EPILOG)
@json_option
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Show the settings."""
    from quoth.settings import SETTINGS

    settings = settings_of(ctx)
    rows = [
        {
            "name": row.name,
            "value": _shown(row.name, settings),
            "default": row.default,
            "unit": row.unit,
            "variable": row.variable,
            "changes_answers": row.answers,
            "help": row.help,
        }
        for row in SETTINGS
    ]
    if as_json:
        print_json(rows)
        return
    from quoth.cli.listing import print_settings

    print_settings(rows)


def _shown(name: str, settings: "Settings") -> object:
    """The value that holds; of a secret, that it is set; of a database address, everything but its password."""
    from quoth.settings import SETTINGS, without_password

    value = str(settings.folder) if name == "home" else getattr(settings, name)
    if value and any(row.name == name and row.unit == "secret" for row in SETTINGS):
        return "***"
    return without_password(value) if name == "store" else value
