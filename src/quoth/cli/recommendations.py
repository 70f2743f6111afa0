"""`quoth recommendations`: what was found in a guideline, beside its passage, and an editor's decisions about it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from quoth.cli.common import json_option, opened, print_json
from quoth.cli.groups import Commands, examples

if TYPE_CHECKING:
    from quoth.model import ProposalStatus
    from quoth.pipeline import Recommendations
    from quoth.review import Correction

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth recommendations list 10.1000/guide
  quoth recommendations list document/0f3a5b7c9d1e2f34 --status proposed
  quoth recommendations show 10.1000/guide r12
  quoth recommendations accept 10.1000/guide r1 r2 r5 --by "A. Editor"
  quoth recommendations correct 10.1000/guide r7 --strength "Weak For" --action consider --by "A. Editor"
  quoth recommendations reject 10.1000/guide r9 --why "describes the method" --by "A. Editor"
  quoth recommendations undo 10.1000/guide r9 --by "A. Editor"

Until somebody decides, answers read the guideline's sentences as they stand. What is accepted or corrected answers with
the editor's mapping; what is rejected is not offered as a recommendation.
"""
_STATUSES = ("proposed", "accepted", "corrected", "rejected")
_ACTIONS = ("do", "consider", "do not", "uncertain")


@click.group("recommendations", cls=Commands, epilog=EPILOG)
def command() -> None:
    """Recommendations found in the text of a guideline."""


@command.command(
    "list",
    epilog=examples(
        "quoth recommendations list 10.1000/guide",
        "quoth recommendations list 10.1000/guide --status proposed --graded",
    ),
)
@click.argument("source_name", metavar="SOURCE")
@click.option("--status", type=click.Choice(_STATUSES), help="Only those that stand so.")
@click.option("--graded", is_flag=True, help="Only those with a stated grade.")
@click.option("--again", is_flag=True, help="Look through the text again; decisions are kept.")
@json_option
@click.pass_context
def list_command(
    ctx: click.Context, source_name: str, status: str | None, graded: bool, again: bool, as_json: bool
) -> None:
    """List what was found in SOURCE, each with its grade and where it stands."""
    from quoth.pipeline import recommendations

    with opened(ctx) as parts:
        found = recommendations(source_name, parts, again=again)
    _print(_only(found, status=status, graded=graded), as_json, in_all=_count(found))


@command.command("show", epilog=examples("quoth recommendations show 10.1000/guide r12"))
@click.argument("source_name", metavar="SOURCE")
@click.argument("proposal_id", metavar="ID")
@json_option
@click.pass_context
def show_command(ctx: click.Context, source_name: str, proposal_id: str, as_json: bool) -> None:
    """Show one recommendation beside its passage, with everything that was decided about it."""
    from quoth.errors import NotFound
    from quoth.pipeline import recommendations

    with opened(ctx) as parts:
        found = _only(recommendations(source_name, parts), ids=(proposal_id,))
    if not found.texts:
        raise NotFound(f"Source {source_name!r} has no recommendation {proposal_id!r}. `list` shows the ids.")
    _print(found, as_json, whole=True)


def _by_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Options that every decision takes."""
    by = click.option("--by", envvar="QUOTH_EDITOR", required=True, help="Your name (or QUOTH_EDITOR).")
    why = click.option("--why", default="", help="The reason, kept with the decision.")
    return by(why(json_option(function)))


@command.command("accept", epilog=examples('quoth recommendations accept 10.1000/guide r1 r2 r5 --by "A. Editor"'))
@click.argument("source_name", metavar="SOURCE")
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@_by_option
@click.pass_context
def accept_command(
    ctx: click.Context, source_name: str, ids: tuple[str, ...], by: str, why: str, as_json: bool
) -> None:
    """Accept recommendations as they were found."""
    from quoth.model import ProposalStatus

    _rule(ctx, source_name, ids, ProposalStatus.ACCEPTED, by, why, as_json)


@command.command(
    "reject",
    epilog=examples('quoth recommendations reject 10.1000/guide r9 --why "describes the method" --by "A. Editor"'),
)
@click.argument("source_name", metavar="SOURCE")
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@_by_option
@click.pass_context
def reject_command(
    ctx: click.Context, source_name: str, ids: tuple[str, ...], by: str, why: str, as_json: bool
) -> None:
    """Set aside what is no recommendation; needs --why."""
    from quoth.model import ProposalStatus

    _rule(ctx, source_name, ids, ProposalStatus.REJECTED, by, why, as_json)


@command.command("undo", epilog=examples('quoth recommendations undo 10.1000/guide r9 --by "A. Editor"'))
@click.argument("source_name", metavar="SOURCE")
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@_by_option
@click.pass_context
def undo_command(ctx: click.Context, source_name: str, ids: tuple[str, ...], by: str, why: str, as_json: bool) -> None:
    """Take the last decision back; the history keeps both."""
    from quoth.model import ProposalStatus

    _rule(ctx, source_name, ids, ProposalStatus.PROPOSED, by, why, as_json)


@command.command(
    "correct",
    epilog=examples(
        'quoth recommendations correct 10.1000/guide r7 --strength "Weak For" --action consider --by "A. Editor"'
    ),
)
@click.argument("source_name", metavar="SOURCE")
@click.argument("proposal_id", metavar="ID")
@click.option("--statement", help="The words of the source that are the recommendation.")
@click.option("--strength", help="The issuer's words for the strength; an empty value takes it away.")
@click.option("--certainty", help="The issuer's words for the certainty of the evidence; likewise.")
@click.option("--population", help="The words that say for whom; likewise.")
@click.option("--condition", help="The words that say when; likewise.")
@click.option("--action", type=click.Choice(_ACTIONS), help="What it asks for, by your mapping.")
@click.option("--intervention", "interventions", multiple=True, help="What it is about; may be given again.")
@click.option("--about", "conditions", multiple=True, help="The condition it is about; may be given again.")
@_by_option
@click.pass_context
def correct_command(
    ctx: click.Context,
    /,
    source_name: str,
    proposal_id: str,
    by: str,
    why: str,
    as_json: bool,
    **parts: Any,  # noqa: ANN401 - the parts of a correction by name
) -> None:
    """Correct one recommendation with other words of the same text."""
    from quoth.model import Action, ProposalStatus
    from quoth.review import Correction

    action = Action(parts.pop("action")) if parts["action"] else parts.pop("action")
    lists = {name: parts.pop(name) or None for name in ("interventions", "conditions")}
    correction = Correction(**parts, **lists, action=action)
    _rule(ctx, source_name, (proposal_id,), ProposalStatus.CORRECTED, by, why, as_json, correction)


def _rule(
    ctx: click.Context,
    source_name: str,
    ids: tuple[str, ...],
    status: "ProposalStatus",
    by: str,
    why: str,
    as_json: bool,
    correction: "Correction | None" = None,
) -> None:
    from quoth.pipeline import rule

    with opened(ctx) as parts:
        found = rule(source_name, ids, status, parts, by=by, why=why, correction=correction)
    _print(_only(found, ids=ids), as_json)


def _only(
    found: "Recommendations", *, status: str | None = None, graded: bool = False, ids: tuple[str, ...] | None = None
) -> "Recommendations":
    """The recommendations that were asked for."""
    from dataclasses import replace

    texts = []
    for text in found.texts:
        kept = tuple(
            p
            for p in text.proposals
            if (status is None or p.status.value == status)
            and (not graded or p.system is not None)
            and (ids is None or p.id in ids)
        )
        if kept or ids is None:
            texts.append(replace(text, proposals=kept))
    return replace(found, texts=tuple(texts))


def _count(found: "Recommendations") -> int:
    return sum(len(text.proposals) for text in found.texts)


def _print(found: "Recommendations", as_json: bool, *, whole: bool = False, in_all: int | None = None) -> None:
    """What was asked for, of so many that were found; left out, of as many as there are."""
    if as_json:
        from quoth.interop.recommendations import as_document

        print_json(as_document(found.record, [(text.rendition, text.proposals) for text in found.texts]))
    else:
        from quoth.cli.recommendation_list import print_recommendations

        print_recommendations(found, whole=whole, in_all=_count(found) if in_all is None else in_all)
