"""What somebody does with a page of the board in a terminal: a command for each act, and where the page then stands."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from quoth.cli.common import json_option, opened, print_json
from quoth.cli.groups import examples

if TYPE_CHECKING:
    from quoth.model import Account, Review
    from quoth.pipeline import Parts

__all__ = ["ACTS"]

ACTS: list[click.Command] = []
"""The commands, in the order of a review."""
_as_option = click.option(
    "--as", "who", envvar="QUOTH_USER", required=True, help="Name of the account (or QUOTH_USER)."
)


def _act(
    name: str, example: str, *decorators: Callable[[Any], Any]
) -> Callable[[Callable[..., "Review"]], click.Command]:
    """A command that does one act with a page as somebody and prints where it stands then; `example` shows how."""

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
        ACTS.append(click.command(name, epilog=examples(example))(wrapped))
        return ACTS[-1]

    return made


@_act(
    "submit",
    'quoth review submit ANSWER-ID --note "for the spring meeting" --as a.editor',
    click.option("--note", default="", help="For the reviewers."),
)
def submit_command(parts: "Parts", answer_id: str, by: "Account", *, note: str) -> "Review":
    """Hand a kept answer to the board, or a page that came back."""
    from quoth.pipeline.reviewing import submit

    return submit(answer_id, parts, by=by, why=note)


@_act("assign", "quoth review assign ANSWER-ID b.reviewer --as a.editor", click.argument("reviewer"))
def assign_command(parts: "Parts", answer_id: str, by: "Account", *, reviewer: str) -> "Review":
    """Ask REVIEWER to look at a page."""
    from quoth.pipeline.people import account_by_name
    from quoth.pipeline.reviewing import assign

    return assign(answer_id, account_by_name(reviewer, parts).id, parts, by=by)


@_act("release", "quoth review release ANSWER-ID b.reviewer --as a.editor", click.argument("reviewer"))
def release_command(parts: "Parts", answer_id: str, by: "Account", *, reviewer: str) -> "Review":
    """Take REVIEWER off a page."""
    from quoth.pipeline.people import account_by_name
    from quoth.pipeline.reviewing import release

    return release(answer_id, account_by_name(reviewer, parts).id, parts, by=by)


@_act(
    "declare",
    "quoth review declare ANSWER-ID --no-conflict --as b.reviewer",
    click.option("--conflict/--no-conflict", required=True, help="Whether something could sway you."),
    click.option("--text", default="", help="What it is."),
)
def declare_command(parts: "Parts", answer_id: str, by: "Account", *, conflict: bool, text: str) -> "Review":
    """State your interests before the first decision."""
    from quoth.pipeline.reviewing import declare

    return declare(answer_id, parts, by=by, conflict=conflict, text=text)


@_act("accept", "quoth review accept ANSWER-ID s4 --as b.reviewer", click.argument("statement"))
def accept_command(parts: "Parts", answer_id: str, by: "Account", *, statement: str) -> "Review":
    """Accept one STATEMENT, by its id such as s4."""
    return _remark("ACCEPTED", parts, answer_id, by, statement, "")


@_act(
    "comment",
    'quoth review comment ANSWER-ID s4 "Newer than our protocol." --as b.reviewer',
    click.argument("statement"),
    click.argument("text"),
)
def comment_command(parts: "Parts", answer_id: str, by: "Account", *, statement: str, text: str) -> "Review":
    """Comment on one STATEMENT."""
    return _remark("COMMENTED", parts, answer_id, by, statement, text)


@_act(
    "ask",
    'quoth review ask ANSWER-ID s4 "The dose is missing." --as b.reviewer',
    click.argument("statement"),
    click.argument("text"),
)
def ask_command(parts: "Parts", answer_id: str, by: "Account", *, statement: str, text: str) -> "Review":
    """Ask for a change of one STATEMENT."""
    return _remark("ASKED", parts, answer_id, by, statement, text)


@_act(
    "approve",
    "quoth review approve ANSWER-ID --revision 2 --as b.reviewer",
    click.option("--revision", type=int, required=True, help="The revision that you looked at."),
    click.option("--text", default="", help="A remark with the signature."),
)
def approve_command(parts: "Parts", answer_id: str, by: "Account", *, revision: int, text: str) -> "Review":
    """Sign a revision."""
    from quoth.pipeline.reviewing import decide

    return decide(answer_id, parts, by=by, approve=True, revision=revision, text=text)


@_act(
    "return",
    'quoth review return ANSWER-ID --revision 2 --text "The doses are missing." --as b.reviewer',
    click.option("--revision", type=int, required=True, help="The revision that you looked at."),
    click.option("--text", required=True, help="What should change."),
)
def return_command(parts: "Parts", answer_id: str, by: "Account", *, revision: int, text: str) -> "Review":
    """Give a page back to its editors."""
    from quoth.pipeline.reviewing import decide

    return decide(answer_id, parts, by=by, approve=False, revision=revision, text=text)


@_act(
    "revise",
    'quoth review revise ANSWER-ID --leave-out s4 --why "no dose" --as a.editor',
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


@_act(
    "withdraw",
    'quoth review withdraw ANSWER-ID --why "the guideline was withdrawn" --as a.editor',
    click.option("--why", required=True, help="For those who hold a copy."),
)
def withdraw_command(parts: "Parts", answer_id: str, by: "Account", *, why: str) -> "Review":
    """Take a page back."""
    from quoth.pipeline.reviewing import withdraw

    return withdraw(answer_id, parts, by=by, text=why)


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
