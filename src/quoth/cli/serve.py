"""`quoth serve`: the library in a browser."""

import click

from quoth.cli.common import opened

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth serve                         http://127.0.0.1:8484/
  quoth serve --port 9000
  quoth serve --name quoth.hospital.example     behind a proxy that serves this name
  quoth serve --host 0.0.0.0          on a network: put a proxy with TLS and sign-in before it
"""


@click.command("serve", epilog=EPILOG)
@click.option("--host", help="Address to listen on (setting `host`).")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on (setting `port`).")
@click.option("--name", "names", metavar="HOST", multiple=True, help="A further host name that pages are asked under.")
@click.pass_context
def command(ctx: click.Context, host: str | None, port: int | None, names: tuple[str, ...]) -> None:
    """Open the library in a browser; nothing leaves this machine."""
    from quoth.web import serve

    with opened(ctx) as parts:
        address, number = host or parts.settings.host, port or parts.settings.port
        shown = f"[{address}]" if ":" in address else address
        click.echo(f"The library is at http://{shown}:{number}/ until you press Ctrl-C.", err=True)
        serve(parts, host=address, port=number, hosts=names)
