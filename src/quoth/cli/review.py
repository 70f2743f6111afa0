"""`quoth review`: everything that the board does with a page, in a terminal."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from quoth.cli.common import json_option, opened, print_json

if TYPE_CHECKING:
    from quoth.model import Account, Review
    from quoth.pipeline import Parts

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth review list
  quoth review submit ANSWER-ID --as a.editor
  quoth review assign ANSWER-ID b.reviewer --as a.editor
  quoth review show ANSWER-ID
  quoth review declare ANSWER-ID --no-conflict --as b.reviewer
  quoth review ask ANSWER-ID s4 "The dose is missing." --as b.reviewer
  quoth review revise ANSWER-ID --leave-out s4 --why "no dose" --as a.editor
  quoth review difference ANSWER-ID
  quoth review approve ANSWER-ID --revision 2 --as b.reviewer
  quoth review verify ANSWER-ID
  quoth review recheck

Whoever can write to the home folder acts for any account: the audit trail notes whose name was used.
"""
_as_option = click.option(
    "--as", "who", envvar="QUOTH_USER", required=True, help="Name of the account (or QUOTH_USER)."
)


@click.group("review", epilog=EPILOG)
def command() -> None:
    """Pages on their way through the medical board."""


@command.command("list")
@json_option
@click.pass_context
def list_command(ctx: click.Context, as_json: bool) -> None:
    """List every page that was submitted."""
    from quoth.pipeline.showing import reviews

    with opened(ctx) as parts:
        entries = reviews(parts)
    if as_json:
        rows = [
            {
                "id": e.review.id,
                "status": e.status,
                "revision": e.review.revision,
                "question": e.title,
                "at": e.updated_at,
            }
            for e in entries
        ]
        print_json(rows)
        return
    for entry in entries:
        click.echo(f"{entry.review.id}  {entry.status.value}, revision {entry.review.revision}: {entry.title}")
    if not entries:
        click.echo("No page was submitted yet. `quoth review submit ANSWER-ID --as NAME` submits one.")


@command.command("show")
@click.argument("answer_id", metavar="ANSWER-ID")
@json_option
@click.pass_context
def show_command(ctx: click.Context, answer_id: str, as_json: bool) -> None:
    """Show a page with what was said of each statement, and what happened."""
    from quoth.pipeline.showing import review_view

    with opened(ctx) as parts:
        view = review_view(answer_id, parts)
    if as_json:
        print_json({"status": view.status, "revision": view.revision, "acts": view.review.acts})
        return
    click.echo(f"{view.revision.page.question.text}\n{view.status.value}, revision {view.revision.number}")
    for one in view.revision.page.statements():
        click.echo(f"\n{one.id}  {one.quote.text}  [{one.quote.span.passage_id}]")
        for act in view.remarks.get(one.quote.span.passage_id, ()):
            click.echo(
                f"    {act.name} {act.kind.value}{f': {act.text}' if act.text else ''} (revision {act.revision})"
            )
    click.echo("")
    for act in view.review.acts:
        reasons = f" {' '.join(act.reasons)}" if act.reasons else ""
        click.echo(f"{act.at}  {act.name} {act.kind.value}{f': {act.text}' if act.text else ''}{reasons}")


def _act(name: str, *decorators: Callable[[Any], Any]) -> Callable[[Callable[..., "Review"]], click.Command]:
    """A command that does one act with a page as somebody and prints where the page stands then."""

    def made(function: Callable[..., "Review"]) -> click.Command:
        def run(ctx: click.Context, answer_id: str, who: str, as_json: bool, **given: Any) -> None:  # noqa: ANN401
            from quoth.pipeline.people import account_by_name

            with opened(ctx) as parts:
                changed = function(parts, answer_id, account_by_name(who, parts), **given)
            _print(changed, as_json)

        run.__doc__ = function.__doc__
        wrapped: Any = click.pass_context(run)
        for decorate in (_as_option, json_option, *reversed(decorators)):
            wrapped = decorate(wrapped)
        wrapped = click.argument("answer_id", metavar="ANSWER-ID")(wrapped)
        wrapped.__doc__ = function.__doc__
        return command.command(name)(wrapped)

    return made


@_act("submit", click.option("--note", default="", help="For the reviewers."))
def submit_command(parts: "Parts", answer_id: str, by: "Account", *, note: str) -> "Review":
    """Hand a kept answer to the board, or a page that came back."""
    from quoth.pipeline.reviewing import submit

    return submit(answer_id, parts, by=by, why=note)


@_act("assign", click.argument("reviewer"))
def assign_command(parts: "Parts", answer_id: str, by: "Account", *, reviewer: str) -> "Review":
    """Ask REVIEWER to look at a page."""
    from quoth.pipeline.people import account_by_name
    from quoth.pipeline.reviewing import assign

    return assign(answer_id, account_by_name(reviewer, parts).id, parts, by=by)


@_act("release", click.argument("reviewer"))
def release_command(parts: "Parts", answer_id: str, by: "Account", *, reviewer: str) -> "Review":
    """Take REVIEWER off a page."""
    from quoth.pipeline.people import account_by_name
    from quoth.pipeline.reviewing import release

    return release(answer_id, account_by_name(reviewer, parts).id, parts, by=by)


@_act(
    "declare",
    click.option("--conflict/--no-conflict", required=True, help="Whether something could sway you."),
    click.option("--text", default="", help="What it is."),
)
def declare_command(parts: "Parts", answer_id: str, by: "Account", *, conflict: bool, text: str) -> "Review":
    """State your interests before the first decision."""
    from quoth.pipeline.reviewing import declare

    return declare(answer_id, parts, by=by, conflict=conflict, text=text)


@_act("accept", click.argument("statement"))
def accept_command(parts: "Parts", answer_id: str, by: "Account", *, statement: str) -> "Review":
    """Accept one STATEMENT, by its id such as s4."""
    return _remark("ACCEPTED", parts, answer_id, by, statement, "")


@_act("comment", click.argument("statement"), click.argument("text"))
def comment_command(parts: "Parts", answer_id: str, by: "Account", *, statement: str, text: str) -> "Review":
    """Comment on one STATEMENT."""
    return _remark("COMMENTED", parts, answer_id, by, statement, text)


@_act("ask", click.argument("statement"), click.argument("text"))
def ask_command(parts: "Parts", answer_id: str, by: "Account", *, statement: str, text: str) -> "Review":
    """Ask for a change of one STATEMENT."""
    return _remark("ASKED", parts, answer_id, by, statement, text)


@_act(
    "approve",
    click.option("--revision", type=int, required=True, help="The revision that you looked at."),
    click.option("--text", default="", help="A remark with the signature."),
)
def approve_command(parts: "Parts", answer_id: str, by: "Account", *, revision: int, text: str) -> "Review":
    """Sign a revision."""
    from quoth.pipeline.reviewing import decide

    return decide(answer_id, parts, by=by, approve=True, revision=revision, text=text)


@_act(
    "return",
    click.option("--revision", type=int, required=True, help="The revision that you looked at."),
    click.option("--text", required=True, help="What should change."),
)
def return_command(parts: "Parts", answer_id: str, by: "Account", *, revision: int, text: str) -> "Review":
    """Give a page back to its editors."""
    from quoth.pipeline.reviewing import decide

    return decide(answer_id, parts, by=by, approve=False, revision=revision, text=text)


@_act(
    "revise",
    click.option("--leave-out", "leave_out", multiple=True, metavar="STATEMENT", help="Row to take off; repeatable."),
    click.option("--add", multiple=True, metavar="PASSAGE-ID", help="Row to bring in; repeatable."),
    click.option("--why", default="", help="The reason."),
)
def revise_command(
    parts: "Parts", answer_id: str, by: "Account", *, leave_out: tuple[str, ...], add: tuple[str, ...], why: str
) -> "Review":
    """Make a new revision from the library as it is now."""
    from quoth.pipeline.revising import revise

    gone = [_passage(parts, answer_id, one) for one in leave_out]
    return revise(answer_id, parts, by=by, leave_out=gone, add=add, why=why)


@_act("withdraw", click.option("--why", required=True, help="For those who hold a copy."))
def withdraw_command(parts: "Parts", answer_id: str, by: "Account", *, why: str) -> "Review":
    """Take a page back."""
    from quoth.pipeline.reviewing import withdraw

    return withdraw(answer_id, parts, by=by, text=why)


@command.command("difference")
@click.argument("answer_id", metavar="ANSWER-ID")
@click.option("--before", type=int, help="Older revision; by default the one before the newest.")
@click.option("--after", type=int, help="Newer revision; by default the newest.")
@json_option
@click.pass_context
def difference_command(
    ctx: click.Context, answer_id: str, before: int | None, after: int | None, as_json: bool
) -> None:
    """Show what changed between two revisions."""
    from quoth.pipeline.revising import difference
    from quoth.pipeline.under_review import review_of

    with opened(ctx) as parts:
        new = after or review_of(answer_id, parts).revision
        found = difference(answer_id, before or max(1, new - 1), new, parts)
    if as_json:
        print_json(found.rows)
        return
    click.echo(f"Revision {found.before.number} to {found.after.number}")
    for row in found.rows:
        one = row.after or row.before
        assert one is not None
        what = f" ({', '.join(row.what)})" if row.what else ""
        click.echo(f"{row.change.value:>9}  {one.quote.text}{what}")


@command.command("verify")
@click.argument("answer_id", metavar="ANSWER-ID")
@json_option
@click.pass_context
def verify_command(ctx: click.Context, answer_id: str, as_json: bool) -> None:
    """Verify every signature under a page. Exit code 7 when one is not good."""
    from quoth.errors import CheckFailed
    from quoth.pipeline.showing import signed_approvals

    with opened(ctx) as parts:
        found = signed_approvals(answer_id, parts)
    if as_json:
        print_json(found)
    else:
        for one in found:
            differs = f"; the revision differs in {', '.join(one.differs)}" if one.differs else ""
            click.echo(f"revision {one.act.revision}, {one.act.name}, {one.act.at}: {one.seal.value}{differs}")
        if not found:
            click.echo("Nobody has signed this page.")
    bad = sum(not one.good for one in found)
    if bad:
        raise CheckFailed(f"{bad} of {len(found)} signatures are not good. Restore a backup and find out who did it.")


@command.command("recheck")
@json_option
@click.pass_context
def recheck_command(ctx: click.Context, as_json: bool) -> None:
    """Hold every approved page against the library as it is; ingest does this by itself."""
    from quoth.pipeline import recheck_approvals

    with opened(ctx) as parts:
        fallen = recheck_approvals(parts)
    if as_json:
        print_json(fallen)
        return
    for one in fallen:
        click.echo(f"{one.review_id} is out of date: {' '.join(one.reasons)}")
    if not fallen:
        click.echo("Every approval holds.")


@command.command("reports")
@click.option("--close", "report_id", metavar="REPORT-ID", help="Close this one.")
@click.option("--outcome", default="", help="What was done about it.")
@click.option("--as", "who", envvar="QUOTH_USER", help="Name of the account that closes it (or QUOTH_USER).")
@json_option
@click.pass_context
def reports_command(ctx: click.Context, report_id: str | None, outcome: str, who: str | None, as_json: bool) -> None:
    """List what readers reported; --close says what was done about one."""
    from quoth.errors import BadInput
    from quoth.pipeline.people import account_by_name
    from quoth.pipeline.reporting import close_report, reports

    with opened(ctx) as parts:
        if report_id:
            if not who:
                raise BadInput("Closing a report needs the name of an editor (--as).")
            close_report(report_id, outcome, parts, by=account_by_name(who, parts))
        found = reports(parts)
    if as_json:
        print_json(found)
        return
    for one in found:
        done = f"  closed: {one.outcome}" if one.closed_at else ""
        click.echo(f"{one.id}  {one.at[:10]}  {one.answer_id} {one.statement_id}  {one.kind.value}: {one.text}{done}")
    if not found:
        click.echo("No reader has reported anything.")


def _remark(kind: str, parts: "Parts", answer_id: str, by: "Account", statement: str, text: str) -> "Review":
    from quoth.model import ReviewActKind
    from quoth.pipeline.reviewing import remark

    passage = _passage(parts, answer_id, statement)
    return remark(answer_id, ReviewActKind[kind], parts, by=by, passage=passage, text=text)


def _passage(parts: "Parts", answer_id: str, statement: str) -> str:
    """The passage id of a statement of the newest revision; a passage id as it is."""
    from quoth.pipeline.showing import review_view

    for one in review_view(answer_id, parts).revision.page.statements():
        if statement in (one.id, one.quote.span.passage_id):
            return one.quote.span.passage_id
    return statement


def _print(changed: "Review", as_json: bool) -> None:
    from quoth.review import status_of

    last = changed.acts[-1]
    if as_json:
        print_json({"id": changed.id, "status": status_of(changed), "revision": changed.revision, "act": last})
    else:
        click.echo(
            f"{last.name} {last.kind.value}. {changed.id}: {status_of(changed).value}, revision {changed.revision}."
        )
