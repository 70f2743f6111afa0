"""`quoth serve`: the library in a browser."""

import click

from quoth.cli.common import opened

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth serve                         http://127.0.0.1:8484/
  quoth serve --port 9000
  quoth serve --host 0.0.0.0          for a network: put a proxy with TLS and sign-in before it
"""


@click.command("serve", epilog=EPILOG)
@click.option("--host", help="Address to listen on (setting `host`).")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on (setting `port`).")
@click.pass_context
def command(ctx: click.Context, host: str | None, port: int | None) -> None:
    """Open the library in a browser; nothing leaves this machine."""
    from quoth.web import serve

    with opened(ctx) as parts:
        serve(parts, host=host or parts.settings.host, port=port or parts.settings.port)
