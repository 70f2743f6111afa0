"""The `quoth` command: its subcommands, and what an error looks like. Commands are imported when they are called."""

import atexit
import errno
import gc
import importlib
import os
import sys
from typing import NoReturn

import click

from quoth import __version__
from quoth.cli.groups import Commands
from quoth.errors import NoRoom, UserError

__all__ = ["main"]

# name -> (module, one line for --help). The order is the order of the help page.
COMMANDS: dict[str, tuple[str, str]] = {
    "ask": ("quoth.cli.ask", "Answer a clinical question from the library."),
    "search": ("quoth.cli.search", "Search the library by a librarian's strategy; save, report, export."),
    "ingest": ("quoth.cli.ingest", "Take files into the library."),
    "add": ("quoth.cli.add", "Fetch sources by PMID, DOI, PMC id or address."),
    "fetch": ("quoth.cli.fetch", "Fetch PubMed's files, the list of retractions, MeSH."),
    "watch": ("quoth.cli.watch", "Follow topics: what is new, and which answers it touches."),
    "library": ("quoth.cli.library", "What the library holds, and browsing it."),
    "review": ("quoth.cli.review", "Review pages: submit, look, revise, sign, withdraw, verify."),
    "recommendations": ("quoth.cli.recommendations", "Recommendations found in a guideline: look, accept, correct."),
    "everyday": ("quoth.cli.everyday", "Everyday words beside their sources: look, sign, take back."),
    "show": ("quoth.cli.show", "Show a source, or one passage in its text."),
    "check": ("quoth.cli.check", "Run the independent checker over kept answers."),
    "user": ("quoth.cli.user", "Accounts of editors, reviewers and administrators."),
    "audit": ("quoth.cli.audit", "Who did what when: verify, export; what had no answer."),
    "serve": ("quoth.cli.serve", "Open the library in a browser."),
    "index": ("quoth.cli.index", "Rebuild the search index from the library; encode it ahead."),
    "encoder": ("quoth.cli.encoder", "A sentence encoder for search: make one from weights, look at it."),
    "bench": ("quoth.cli.bench", "Measure quoth on real data."),
    "model": ("quoth.cli.model", "A language model as a guest: whether it can take part."),
    "doctor": ("quoth.cli.doctor", "Whether this installation, and the services, are in order."),
    "settings": ("quoth.cli.settings", "Show every setting, its value and its unit."),
    "completion": ("quoth.cli.completion", "Print what makes your shell complete all of this."),
}
EPILOG = """\b
Examples:
  quoth ask "Does taping the kneecap work?"
  quoth ask --json "PFP taping" | jq .page.references
  quoth ingest pubmed24n0001.xml.gz trial.nxml my-protocols.yaml
  quoth library --retracted
  quoth serve

Exit codes: 0 done, 2 bad input, 3 bad file, 4 not found, 5 library busy, 6 library damaged, 7 checker found faults,
8 benchmark out of bounds, 9 extra not installed, 10 abstained, 11 not allowed, 12 a source on the network failed,
13 a language model failed, 14 the disk is full, 1 a bug, 130 interrupted.
"""


class _LazyGroup(Commands):
    """A group whose commands are imported on use, and which shows user errors without a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name][0]).command
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # The reader of the pipe has gone: nothing is wrong, and Python must not complain at exit either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return None
        return result

    def lines(self, ctx: click.Context) -> list[tuple[str, str]]:
        return [(name, line) for name, (_, line) in COMMANDS.items()]

    def otherwise(self, args: list[str]) -> str:
        typed = " ".join(args)
        return f' To ask a question: quoth ask "{typed}"' if typed.count(" ") > 1 else ""


def _settings(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The settings that a shell offers behind --set."""
    del ctx, param
    from quoth.settings import SETTINGS

    return [f"{row.name}=" for row in SETTINGS if row.name.startswith(incomplete)]


@click.command(
    cls=_LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="quoth")
@click.option("--home", metavar="FOLDER", help="Folder of the library (setting `home`, QUOTH_HOME).")
@click.option(
    "--set",
    "given",
    metavar="NAME=VALUE",
    multiple=True,
    shell_complete=_settings,
    help="Set a setting for this command.",
)
@click.pass_context
def group(ctx: click.Context, home: str | None, given: tuple[str, ...]) -> None:
    """Clinical questions answered in the words of the evidence."""
    values = dict(_pair(text) for text in given)
    if home:
        values["home"] = home
    ctx.obj = values


def main() -> None:
    """Run the command line and exit with a code from the table."""
    # Starting makes some hundred thousands of objects that stay, and so does ending find them. Looking through them for
    # rubbish, again and again on the way and twice more at the end, was a third of a cold start.
    gc.set_threshold(200_000, 20, 50)
    atexit.register(gc.freeze)
    try:
        # with standalone_mode off, the code of ctx.exit comes back
        sys.exit(group.main(prog_name="quoth", standalone_mode=False))
    except click.exceptions.Abort:
        click.echo("Interrupted. What was committed is kept; the same command goes on from there.", err=True)
        sys.exit(130)
    except click.ClickException as fault:
        fault.show()
        sys.exit(fault.exit_code)
    except UserError as fault:
        _end(fault)
    except OSError as fault:
        if fault.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        _end(NoRoom(repr(str(fault.filename)) if fault.filename else "what was to be written"))


def _end(fault: UserError) -> NoReturn:
    """Say what is wrong, and exit with its code."""
    click.echo(f"quoth: {fault}", err=True)
    sys.exit(fault.exit_code)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise click.BadParameter(f"{text!r} is not NAME=VALUE. See `quoth settings` for the names.", param_hint="--set")
    return name.strip(), value
