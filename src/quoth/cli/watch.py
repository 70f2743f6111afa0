"""`quoth watch`: topics that are followed, and what their runs brought."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quoth.cli.common import json_option, opened, print_json
from quoth.cli.files import is_standard, one_on_stdout, put
from quoth.cli.groups import Commands, examples
from quoth.errors import BadInput

if TYPE_CHECKING:
    from quoth.model import Digest

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth watch add "patellofemoral pain"
  quoth watch add "heel pain" --words '"plantar fasciitis" OR "plantar heel pain"' --every 30
  quoth watch add "taping" --saved "taping for knee pain"
  quoth watch run                        those that are due; retractions first
  quoth watch run "heel pain" --mail     one of them now, and its digest by mail
  quoth watch digest --feed digest.atom

A run needs the source `pubmed`. It never changes a page: what it touches is listed, and an approval that no longer
holds falls back.
"""


@click.group("watch", cls=Commands, epilog=EPILOG)
def command() -> None:
    """Follow topics: what is new, and which answers it touches."""


@command.command(
    "add",
    epilog=examples(
        'quoth watch add "patellofemoral pain"',
        'quoth watch add "heel pain" --words \'"plantar fasciitis" OR "plantar heel pain"\' --every 30',
    ),
)
@click.argument("topic")
@click.option("--words", metavar="SEARCH", help="The search in PubMed's language; made from the topic by default.")
@click.option("--saved", metavar="NAME", help="A saved strategy (quoth search --save), written for PubMed.")
@click.option("--every", "days", default=7, show_default=True, metavar="DAYS", help="How often it runs by itself.")
@json_option
@click.pass_context
def add_command(ctx: click.Context, topic: str, words: str | None, saved: str | None, days: int, as_json: bool) -> None:
    """Watch a TOPIC. Nothing is fetched before it runs."""
    from quoth.pipeline import add_watch

    with opened(ctx) as parts:
        made = add_watch(topic, parts, words=words, saved=saved, every_days=days)
    if as_json:
        print_json(made)
    else:
        click.echo(f"Watching {made.name}, every {made.every_days} days.")
        click.echo(f"Its search, which is what is sent: {made.words}")


@command.command("list", epilog=examples("quoth watch list"))
@json_option
@click.pass_context
def list_command(ctx: click.Context, as_json: bool) -> None:
    """The watches, and when they ran."""
    from quoth.pipeline import due_watches, watches

    with opened(ctx) as parts:
        held, due = watches(parts), {watch.id for watch in due_watches(parts)}
    if as_json:
        print_json(held)
    elif not held:
        click.echo('Nothing is watched. Begin with: quoth watch add "patellofemoral pain"')
    else:
        for watch in held:
            ran = f"ran {watch.ran_at[:10]}" if watch.ran_at else "has not run"
            state = ", due" if watch.id in due else ""
            click.echo(f"{watch.name}: every {watch.every_days} days, {ran}{state}, {len(watch.seen)} reports met")


@command.command("remove", epilog=examples('quoth watch remove "heel pain"'))
@click.argument("topic")
@json_option
@click.pass_context
def remove_command(ctx: click.Context, topic: str, as_json: bool) -> None:
    """Stop watching a TOPIC. What it fetched stays in the library."""
    from quoth.pipeline import remove_watch

    with opened(ctx) as parts:
        gone = remove_watch(topic, parts)
    if as_json:
        print_json(gone)
    else:
        click.echo(f"No longer watching {gone.name}. `quoth watch list` shows the others.")


@command.command(
    "run",
    epilog=examples("quoth watch run                        those that are due", 'quoth watch run "heel pain" --mail'),
)
@click.argument("topics", nargs=-1)
@click.option("--mail", is_flag=True, help="Send each digest that has something new by mail.")
@json_option
@click.pass_context
def run_command(ctx: click.Context, topics: tuple[str, ...], mail: bool, as_json: bool) -> None:
    """Run the TOPICS named, or those that are due. The list of retractions is brought up to date first."""
    from quoth.pipeline import mail_digests, run_watches, watch_named, watches

    with opened(ctx) as parts:
        if not watches(parts):
            raise BadInput('Nothing is watched. Begin with: quoth watch add "patellofemoral pain"')
        chosen = [watch_named(topic, parts) for topic in topics] or None
        made = run_watches(parts, chosen, progress=(lambda _: None) if as_json else _tell)
        if mail:
            _tell(f"{mail_digests(made, parts)} digests were sent.")
        address = parts.settings.public_address
    if as_json:
        print_json(made)
    elif not made:
        click.echo("No watch is due.")
    else:
        _print(made, address)


@command.command(
    "digest",
    epilog=examples(
        "quoth watch digest", 'quoth watch digest "heel pain" --last 1', "quoth watch digest --feed digest.atom"
    ),
)
@click.argument("topic", required=False)
@click.option(
    "--feed",
    "feed_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write an Atom feed to a file; - for stdout.",
)
@click.option("--last", default=5, show_default=True, help="How many to show.")
@json_option
@click.pass_context
def digest_command(ctx: click.Context, topic: str | None, feed_file: Path | None, last: int, as_json: bool) -> None:
    """What the last runs brought, newest first; of one TOPIC where it is named."""
    from quoth.pipeline import digest_feed, digests

    one_on_stdout(feed_file, json=as_json)
    with opened(ctx) as parts:
        found = digests(parts, watch=topic)[:last]
        address = parts.settings.public_address
        if feed_file:
            put(feed_file, digest_feed(found, parts), "The feed")
    if as_json:
        print_json(found)
    elif is_standard(feed_file):
        return
    elif not found:
        click.echo("No run has brought anything yet. Run them: quoth watch run")
    else:
        _print(found, address)


@command.command("schedule", epilog=examples("quoth watch schedule --mail"))
@click.option("--mail", is_flag=True, help="Send each digest that has something new by mail.")
@click.pass_context
def schedule_command(ctx: click.Context, mail: bool) -> None:
    """Stay, and run each watch when it is due (needs the extra `schedule`). A cron line does as well."""
    from quoth.cli.common import settings_of
    from quoth.wiring import run_schedule

    _tell("Watches run when they are due, looked at every hour, until you press Ctrl-C.")
    run_schedule(settings_of(ctx), mail=mail, tell=_tell)


def _tell(line: str) -> None:
    click.echo(line, err=True)


def _print(found: "tuple[Digest, ...]", address: str) -> None:
    from quoth.cli.screen import clean
    from quoth.interop.digest import digest_lines

    for number, digest in enumerate(found):
        if number:
            click.echo("")
        for line in digest_lines(digest, address=address):
            click.echo(clean(line))
