"""`quoth review`: pages on their way through the board, in a terminal: what there is to see, and what is to be done."""

import click

from quoth.cli.common import json_option, opened, print_json
from quoth.cli.groups import Commands, examples
from quoth.cli.review_acts import ACTS

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


@click.group("review", cls=Commands, epilog=EPILOG)
def command() -> None:
    """Pages on their way through the medical board."""


@command.command("list", epilog=examples("quoth review list", "quoth review list --json"))
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


@command.command("show", epilog=examples("quoth review show ANSWER-ID"))
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


@command.command(
    "difference",
    epilog=examples("quoth review difference ANSWER-ID", "quoth review difference ANSWER-ID --before 1 --after 3"),
)
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


@command.command("verify", epilog=examples("quoth review verify ANSWER-ID"))
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


@command.command("recheck", epilog=examples("quoth review recheck"))
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


@command.command(
    "reports",
    epilog=examples(
        "quoth review reports", 'quoth review reports --close REPORT-ID --outcome "The dose was added." --as a.editor'
    ),
)
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


for act in ACTS:
    command.add_command(act)
