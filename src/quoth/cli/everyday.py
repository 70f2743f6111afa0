"""`quoth everyday`: everyday words beside their sources, signed by a reviewer or taken back."""

from typing import TYPE_CHECKING

import click

from quoth.cli.common import json_option, opened, print_json
from quoth.cli.groups import Commands, examples
from quoth.text.nearest import did_you_mean

if TYPE_CHECKING:
    from quoth.pipeline.everyday import EverydayPair

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth everyday list
  quoth everyday list patellofemoral-pain --open
  quoth everyday sign WORDS-ID --as b.reviewer
  quoth everyday take-back WORDS-ID --as b.reviewer

The first digits of a WORDS-ID are enough where they are its own.
"""
_as_option = click.option(
    "--as", "who", envvar="QUOTH_USER", required=True, help="Name of the account (or QUOTH_USER)."
)


@click.group("everyday", cls=Commands, epilog=EPILOG)
def command() -> None:
    """Everyday words of packs: look at them beside their sources, and sign them as a reviewer."""


@command.command("list", epilog=examples("quoth everyday list", "quoth everyday list patellofemoral-pain --open"))
@click.argument("topic", required=False)
@click.option("--open", "unsigned", is_flag=True, help="Those alone that nobody has signed.")
@json_option
@click.pass_context
def list_command(ctx: click.Context, topic: str | None, unsigned: bool, as_json: bool) -> None:
    """How far each topic is; with a TOPIC its pairs, each under its id."""
    from quoth.errors import NotFound
    from quoth.pipeline.everyday import everyday_pairs, everyday_topics

    with opened(ctx) as parts:
        topics = everyday_topics(parts)
        pairs = everyday_pairs(parts, pack=topic) if topic else ()
    if topic and not pairs:
        known = [one.pack for one in topics]
        meant = did_you_mean(topic, known)
        raise NotFound(
            f"No topic {topic!r} carries everyday words.{meant} Topics: {', '.join(known) or 'none in this library'}."
        )
    shown = [pair for pair in pairs if not (unsigned and pair.check)]
    if as_json:
        print_json([_told(pair) for pair in shown] if topic else topics)
        return
    for one in () if topic else topics:
        click.echo(f"{one.pack}: {one.signed} of {one.pairs} signed ({one.title})")
    if not topics:
        click.echo("No pack of this library carries everyday words.")
    for pair in shown:
        signed = f"signed by {pair.check.name} on {pair.check.at[:10]}" if pair.check else "not signed"
        click.echo(f"{pair.id[:16]}  {signed}\n    words:  {pair.annotation.plain}\n    source: {pair.statement}")


@command.command("sign", epilog=examples("quoth everyday sign WORDS-ID --as b.reviewer"))
@click.argument("words_id", metavar="WORDS-ID")
@_as_option
@json_option
@click.pass_context
def sign_command(ctx: click.Context, words_id: str, who: str, as_json: bool) -> None:
    """Sign that the words say what the source says."""
    from quoth.pipeline.everyday import pair_id_of, sign_everyday
    from quoth.pipeline.people import account_by_name

    with opened(ctx) as parts:
        made = sign_everyday(pair_id_of(words_id, parts), parts, by=account_by_name(who, parts))
    if as_json:
        print_json(made)
    else:
        click.echo(f"{made.name} signed {made.id[:16]}.")


@command.command("take-back", epilog=examples("quoth everyday take-back WORDS-ID --as b.reviewer"))
@click.argument("words_id", metavar="WORDS-ID")
@_as_option
@json_option
@click.pass_context
def take_back_command(ctx: click.Context, words_id: str, who: str, as_json: bool) -> None:
    """Take a signature back: your own, or as an editor anybody's."""
    from quoth.pipeline.everyday import pair_id_of, take_back_everyday
    from quoth.pipeline.people import account_by_name

    with opened(ctx) as parts:
        wanted = pair_id_of(words_id, parts)
        take_back_everyday(wanted, parts, by=account_by_name(who, parts))
    if as_json:
        print_json({"id": wanted, "signed": False})
    else:
        click.echo(f"{wanted[:16]} is not signed any more.")


def _told(pair: "EverydayPair") -> dict[str, object]:
    return {
        "id": pair.id,
        "record": pair.record.id,
        "statement": pair.statement,
        "words": pair.annotation.plain,
        "written_by": pair.annotation.plain_by,
        "signed_by": pair.check.name if pair.check else None,
        "signed_at": pair.check.at if pair.check else None,
    }
