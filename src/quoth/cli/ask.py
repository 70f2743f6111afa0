"""`quoth ask`: a question in, a page out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quoth.cli.common import json_option, opened, print_json_bytes
from quoth.cli.files import is_standard, one_on_stdout, put
from quoth.errors import EXIT_ABSTAINED, BadInput

if TYPE_CHECKING:
    from quoth.model import Question, Role
    from quoth.pipeline import Outcome, Parts

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth ask "What are the interventions for patellofemoral (kneecap) pain?"
  quoth ask --after ANSWER-ID "and in adolescents?"
  quoth ask --topic plantar-heel-pain "Should I wear a night splint?"
  quoth ask --role patient "Does taping the kneecap work?"        with everyday words beside quotes
  quoth ask --html page.html "Does cranberry prevent urine infections?"
  quoth ask --live "Does hyperbaric oxygen help air embolism?"
  quoth ask --live --words '(hyperbaric oxygen) AND (air embolism)' "Does hyperbaric oxygen help air embolism?"
  quoth ask --table --explain "Does taping the kneecap work?"
  quoth ask --not-as "hurts … heel" "It hurts under my heel"      not a name for these words; --literal: for none
  quoth ask --all --passages "Does taping the kneecap work?"
  echo "PFP taping" | quoth ask -
"""
# The values of quoth.model.Role, without importing the model for `--help`; a test holds the two together.
ROLES = ("anyone", "patient", "clinician", "student", "librarian", "guideline maker")


@click.command("ask", epilog=EPILOG)
@click.argument("words", nargs=-1, metavar="QUESTION")
@click.option("--after", metavar="ANSWER-ID", help="Ask on from a kept answer: what is left out is carried over.")
@click.option("--topic", metavar="PACK", help="Ask within a topic: its condition need not be named.")
@click.option(
    "--role", type=click.Choice(ROLES), default="anyone", help="Who reads: changes the selection and order, no quote."
)
@click.option("--markdown", is_flag=True, help="The page as Markdown.")
@click.option(
    "--html",
    "html_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the page to a file; - for stdout.",
)
@click.option("--all", "show_all", is_flag=True, help="Also the rows that stand under “show all”.")
@click.option("--as-typed", is_flag=True, help="No language model reads the question first (setting `model`).")
@click.option("--not-as", "not_as", multiple=True, metavar="WORDS", help="Read WORDS as nothing else.")
@click.option("--literal", is_flag=True, help="Read no words as others: no slip mended, no everyday name looked up.")
@click.option("--live/--no-live", default=None, help="Search PubMed too; without it, as the setting `live` says.")
@click.option("--words", "search_words", metavar="SEARCH", help="With --live: these search words in place of quoth's.")
@click.option("--passages", is_flag=True, help="With each row, the id that `quoth show --passage` opens.")
@click.option("--table", is_flag=True, help="The research also as one table.")
@click.option("--explain", is_flag=True, help="Also the search, and what ranked the sources, with every weight.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    words: tuple[str, ...],
    after: str | None,
    topic: str | None,
    role: str,
    markdown: bool,
    html_file: Path | None,
    show_all: bool,
    as_typed: bool,
    not_as: tuple[str, ...],
    literal: bool,
    live: bool | None,
    search_words: str | None,
    passages: bool,
    table: bool,
    explain: bool,
    as_json: bool,
) -> None:
    """Answer a clinical question from the library. A QUESTION of - is read from standard input."""
    from quoth.model import EVERY_READING, Abstention, Role
    from quoth.pipeline import ask, topic_question

    one_on_stdout(html_file, json=as_json, markdown=markdown)
    text = sys.stdin.read().strip() if words == ("-",) else " ".join(words)
    with opened(ctx) as parts:
        previous = parts.store.answer(after).question if after else None
        if topic and previous is None:
            previous = topic_question(topic, parts)
        taken = (*not_as, *((EVERY_READING,) if literal else ()))
        if live and taken:
            raise BadInput("--live reads words as this library does. Leave --not-as and --literal out, or --live.")
        if taken:
            outcome = ask(text, parts, previous=previous, role=Role(role), as_typed=as_typed, literal=taken)
        else:
            outcome = _answered(text, parts, previous, Role(role), live=live, words=search_words, as_typed=as_typed)
        if html_file:
            _write_html(html_file, outcome)
        if as_json:
            from quoth.interop.json_page import render_json

            print_json_bytes(render_json(outcome.page, outcome.verdict, checks=outcome.checks))
        elif markdown:
            from quoth.interop.markdown import render_markdown

            click.echo(render_markdown(outcome.page, outcome.verdict, checks=outcome.checks))
        elif not is_standard(html_file):
            from quoth.cli.terminal import print_page

            kept = parts.settings.keep_answers
            shown = {"show_all": show_all, "passages": passages, "table": table, "explain": explain}
            print_page(outcome.page, outcome.verdict, kept=kept, checks=outcome.checks, **shown)
    if isinstance(outcome.page, Abstention):
        ctx.exit(EXIT_ABSTAINED)


def _answered(
    text: str,
    parts: "Parts",
    previous: "Question | None",
    role: "Role",
    *,
    live: bool | None,
    words: str | None,
    as_typed: bool,
) -> "Outcome":
    """The answer from the library, and where that is wished and helps, from beyond it."""
    from quoth.pipeline import ask, is_thin, may_search

    if live:
        return _live(text, parts, previous, role, words)
    outcome = ask(text, parts, previous=previous, role=role, as_typed=as_typed)
    if live is None and may_search(parts) and is_thin(outcome.page):
        if parts.settings.live == "always":
            return _live(text, parts, previous, role, words)
        click.echo("Little or nothing in this library. To search PubMed too: quoth ask --live …", err=True)
    return outcome


def _live(text: str, parts: "Parts", previous: "Question | None", role: "Role", words: str | None) -> "Outcome":
    """Search beyond the library, telling on stderr what leaves the machine, how far it is and what is missing."""
    from quoth.cli.screen import clean
    from quoth.errors import SourceFailed
    from quoth.model import Abstention
    from quoth.pipeline import LiveStep, ask_live

    def show(step: LiveStep) -> None:
        click.echo(step.text, err=True)
        if step.sent:
            click.echo(f"  Sent to PubMed, and nothing else: {clean(step.sent)}", err=True)

    report = ask_live(text, parts, words=words, previous=previous, role=role, progress=show)
    for shortfall in report.shortfalls:
        click.echo(f"Incomplete: {shortfall}", err=True)
    assert report.outcome is not None
    if isinstance(report.outcome.page, Abstention) and not report.found and report.shortfalls:
        raise SourceFailed(f"Nothing could be searched. {report.shortfalls[0]}")
    return report.outcome


def _write_html(file: Path, outcome: "Outcome") -> None:
    from quoth.interop.html import render_html

    page = render_html(outcome.page, outcome.verdict, open_passage=None, checks=outcome.checks)
    put(file, page.encode(), "The page")
