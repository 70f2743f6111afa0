"""`quoth user`: accounts and their offices, made by whoever can write to the home folder."""

from typing import TYPE_CHECKING

import click

from quoth.cli.common import confirmed, json_option, opened, print_json
from quoth.cli.groups import Commands, examples

if TYPE_CHECKING:
    from quoth.model import Account, Office
    from quoth.pipeline import Parts

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth user add a.editor --shown-name "Dr A. Editor" --office editor --office administrator
  quoth user invite --shown-name "Dr B. Reviewer" --office reviewer
  quoth user list
  quoth user change b.reviewer --office reviewer --office editor
  quoth user change b.reviewer --close
  quoth user password b.reviewer
  quoth user token a.editor "nightly export" --days 90

A password is asked for, or read from standard input, never given on the command line.
Offices: reader, editor, reviewer, administrator; they add up.
"""
_OFFICES = ("reader", "editor", "reviewer", "administrator")
_office_option = click.option(
    "--office", "offices", multiple=True, type=click.Choice(_OFFICES), help="May be given again."
)


@click.group("user", cls=Commands, epilog=EPILOG)
def command() -> None:
    """Accounts of editors, reviewers and administrators."""


@command.command(
    "add",
    epilog=examples(
        'quoth user add a.editor --shown-name "Dr A. Editor" --office editor --office administrator',
        "quoth user add b.reviewer --office reviewer < password.txt",
    ),
)
@click.argument("name")
@click.option("--shown-name", default="", help="Name that reviews are signed with.")
@_office_option
@json_option
@click.pass_context
def add_command(ctx: click.Context, name: str, shown_name: str, offices: tuple[str, ...], as_json: bool) -> None:
    """Make an account that signs in as NAME."""
    from quoth.pipeline.people import add_account

    with opened(ctx) as parts:
        made = add_account(name, parts, shown_name=shown_name, offices=_offices(offices), password=_asked())
    _print([made], as_json)


@command.command("list", epilog=examples("quoth user list"))
@json_option
@click.pass_context
def list_command(ctx: click.Context, as_json: bool) -> None:
    """List every account."""
    from quoth.pipeline.people import accounts

    with opened(ctx) as parts:
        found = accounts(parts)
    _print(found, as_json)


@command.command(
    "change",
    epilog=examples(
        "quoth user change b.reviewer --office reviewer --office editor", "quoth user change b.reviewer --close"
    ),
)
@click.argument("name")
@click.option("--shown-name", help="Another name to sign with.")
@_office_option
@click.option("--close/--open", "closed", default=None, help="Close the account, or open it again.")
@json_option
@click.pass_context
def change_command(
    ctx: click.Context,
    name: str,
    shown_name: str | None,
    offices: tuple[str, ...],
    closed: bool | None,
    as_json: bool,
) -> None:
    """Give NAME other offices (all of them are given anew), another name to sign with, or close the account."""
    from quoth.pipeline.people import account_by_name, change_account

    with opened(ctx) as parts:
        changed = change_account(
            account_by_name(name, parts).id,
            parts,
            offices=_offices(offices) if offices else None,
            shown_name=shown_name,
            active=None if closed is None else not closed,
        )
    _print([changed], as_json)


@command.command("password", epilog=examples("quoth user password b.reviewer"))
@click.argument("name")
@click.pass_context
def password_command(ctx: click.Context, name: str) -> None:
    """Give NAME a new password; every session of theirs ends."""
    from quoth.pipeline.people import account_by_name, change_account

    with opened(ctx) as parts:
        change_account(account_by_name(name, parts).id, parts, password=_asked())
    click.echo(f"{name} has a new password.", err=True)


@command.command(
    "invite",
    epilog=examples(
        'quoth user invite --shown-name "Dr B. Reviewer" --office reviewer',
        "quoth user invite --account b.reviewer      for somebody who forgot their password",
    ),
)
@click.option("--shown-name", default="", help="Whom it is for.")
@_office_option
@click.option("--account", default="", help="Give this account a new password instead of making one.")
@json_option
@click.pass_context
def invite_command(ctx: click.Context, shown_name: str, offices: tuple[str, ...], account: str, as_json: bool) -> None:
    """Print a link that makes one account, once and within a week."""
    from quoth.pipeline.people import account_by_name, invite

    with opened(ctx) as parts:
        held = account_by_name(account, parts) if account else None
        _, secret = invite(
            parts,
            offices=_offices(offices),
            shown_name=held.shown_name if held else shown_name,
            account_id=held.id if held else "",
        )
        link = f"{_address(parts)}/invitation/{secret}"
    if as_json:
        print_json({"link": link})
        return
    click.echo(link)
    click.echo("It works once, within seven days, and is not shown again.", err=True)


@command.command("token", epilog=examples('quoth user token a.editor "nightly export" --days 90'))
@click.argument("name")
@click.argument("label")
@click.option("--days", default=90, show_default=True, type=click.IntRange(0, 3650), help="0: it does not end.")
@json_option
@click.pass_context
def token_command(ctx: click.Context, name: str, label: str, days: int, as_json: bool) -> None:
    """Print a token by which a program acts for NAME. LABEL says what it is for."""
    from quoth.pipeline.people import account_by_name
    from quoth.pipeline.signing_in import make_token

    with opened(ctx) as parts:
        _, secret = make_token(account_by_name(name, parts), label, parts, days=days)
    if as_json:
        print_json({"account": name, "label": label, "token": secret})
        return
    click.echo(secret)
    click.echo("It is not shown again. A program sends it as `Authorization: Bearer …`.", err=True)


@command.command("delete", epilog=examples("quoth user delete b.reviewer"))
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
@click.pass_context
def delete_command(ctx: click.Context, name: str, yes: bool, as_json: bool) -> None:
    """Delete an account. What it signed stays signed, under the name that it went by."""
    from quoth.pipeline.people import account_by_name, delete_account

    with opened(ctx) as parts:
        held = account_by_name(name, parts)
        gone = confirmed(f"Delete the account of {held.shown_name}?", yes=yes)
        if gone:
            delete_account(held.id, parts)
    if as_json:
        print_json({"id": held.id, "deleted": gone})
    else:
        click.echo(f"{name} is deleted." if gone else f"{name} is kept.", err=True)


@command.command("tidy", epilog=examples("quoth user tidy"))
@json_option
@click.pass_context
def tidy_command(ctx: click.Context, as_json: bool) -> None:
    """Forget what has ended: answers, threads, sessions, links, tokens, reports, and accounts unused for too long.

    `quoth serve` does the same at its start and once a day.
    """
    from quoth.pipeline.people import keep_to_retention

    with opened(ctx) as parts:
        gone = keep_to_retention(parts)
    if as_json:
        print_json(gone)
    elif not gone.total:
        click.echo("Nothing has ended: nothing was forgotten.", err=True)
    else:
        click.echo(
            f"Forgotten: answers {gone.answers}; sessions, links, tokens, reports and threads {gone.ended}; "
            f"accounts {gone.accounts}.",
            err=True,
        )


def _asked() -> str:
    """A password typed twice at a terminal, or the first line of standard input where there is none."""
    import sys

    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    asked: str = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return asked


def _offices(names: "tuple[str, ...]") -> "list[Office]":
    from quoth.model import Office

    return [Office(name) for name in names]


def _address(parts: "Parts") -> str:
    settings = parts.settings
    return settings.public_address.rstrip("/") or f"http://{settings.host}:{settings.port}"


def _print(found: "list[Account] | tuple[Account, ...]", as_json: bool) -> None:
    rows = [
        {
            "name": one.name,
            "shown_name": one.shown_name,
            "offices": [office.value for office in one.offices],
            "active": one.active,
            "id": one.id,
            "made_at": one.made_at,
            "seen_at": one.seen_at,
        }
        for one in found
    ]
    if as_json:
        print_json(rows)
        return
    for one in found:
        state = "" if one.active else "  CLOSED"
        click.echo(f"{one.name}  {one.shown_name}  ({', '.join(office.value for office in one.offices)}){state}")
    if not rows:
        click.echo("No accounts yet. `quoth user add NAME --office administrator` makes the first one.")
