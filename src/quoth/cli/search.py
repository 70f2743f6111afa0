"""`quoth search`: a librarian's strategy, run, saved, reported and exported."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quoth.cli.common import json_option, opened, print_json
from quoth.errors import BadFile, BadInput

if TYPE_CHECKING:
    from quoth.model import StrategyRun
    from quoth.pipeline import Parts

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth search '"knee pain"[tiab] AND exercis*'
  quoth search 'taping OR tape' 'pain*[ti]' '#1 AND #2 AND 2015:2024[dp]'
  quoth search '"at risk"[ti]' '"smith j"[au] AND review[pt]' 'knee.ti,ab.'
  quoth search --file strategy.txt --save "taping for knee pain"
  quoth search --saved "taping for knee pain" --as ris > found.ris    with abstracts, headings and types
  quoth search --saved "taping for knee pain" --as record    a PRISMA-S record, with the count of every line
  quoth search --exhaustive "What helps sore kneecaps in runners?" --limit 0
  quoth search --list

\b
Tags behind a word: [ti] [ab] [tiab] [tw] [mh] [kw] [au] [ta] [dp] [pt]. AND, OR, NOT, brackets, "phrases", trunc*,
#1 for line 1. A phrase holds all of its words. Ovid's fields are read; NEAR, adj and exp are refused, with what to
write instead. docs/reference/search-strategy.md has all of it.
"""
FORMATS = ("text", "ris", "csv", "record")


@click.command("search", epilog=EPILOG)
@click.argument("lines", nargs=-1, metavar="[LINE…]")
@click.option("--file", "file", type=click.Path(path_type=Path), help="Read the strategy from a file; - for stdin.")
@click.option("--saved", metavar="NAME", help="Run a saved search.")
@click.option("--save", metavar="NAME", help="Save the strategy under this name.")
@click.option("--over", is_flag=True, help="With --save: replace what somebody else saved under this name.")
@click.option("--note", default="", help="With --save: why it was made.")
@click.option("--list", "as_list", is_flag=True, help="List the saved searches.")
@click.option("--forget", metavar="NAME", help="Delete a saved search.")
@click.option(
    "--exhaustive", is_flag=True, help="Read the lines as a question: ranked, deep, widened by its best hits."
)
@click.option("--as", "form", type=click.Choice(FORMATS), default="text", help="What to print.")
@click.option("--without-abstracts", is_flag=True, help="With ris, csv, --json: catalogue facts alone.")
@click.option("--limit", default=20, show_default=True, help="With text: at most so many sources; 0 for all.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    lines: tuple[str, ...],
    file: Path | None,
    saved: str | None,
    save: str | None,
    over: bool,
    note: str,
    as_list: bool,
    forget: str | None,
    exhaustive: bool,
    form: str,
    without_abstracts: bool,
    limit: int,
    as_json: bool,
) -> None:
    """Search the library by a Boolean strategy: every line with its count, the last line is what is found."""
    from quoth.pipeline import forget_strategy, run_exhaustive, run_strategy, save_strategy, saved_strategy

    if sum((bool(lines), file is not None, saved is not None, as_list, forget is not None)) != 1:
        raise BadInput("Give one of: lines, --file, --saved, --list, --forget. `quoth search --help` has examples.")
    if exhaustive and (save is not None or not (lines or file)):
        raise BadInput("--exhaustive takes a question, as lines or by --file, and cannot be saved: save a strategy.")
    typed = "\n".join(lines) if lines else _read(file) if file else ""
    with opened(ctx) as parts:
        if as_list:
            _list(parts, as_json)
        elif forget is not None:
            forget_strategy(forget, parts)
            click.echo(f"Forgotten: {forget}.", err=True)
        else:
            text = saved_strategy(saved, parts).text if saved is not None else typed
            run = run_exhaustive(text, parts) if exhaustive else run_strategy(text, parts)
            if save is not None:
                kept = save_strategy(save, text, parts, note=note, over=over)
                click.echo(f"Saved as {kept.name!r}.", err=True)
            if as_json or form in ("ris", "csv"):
                _hand_out(run, parts, "json" if as_json else form, abstracts=not without_abstracts)
            else:
                _show(run, parts, form, save or saved or "", limit)


def _read(file: Path) -> str:
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise BadFile(f"The strategy '{file}' cannot be read: {fault}. Expected a UTF-8 text file.") from fault


def _list(parts: "Parts", as_json: bool) -> None:
    from quoth.pipeline import saved_strategies

    held = saved_strategies(parts)
    if as_json:
        print_json(held)
    elif not held:
        click.echo("No search is saved. `quoth search 'knee pain[ti]' --save NAME` saves one.")
    for one in () if as_json else held:
        note = f" - {one.note}" if one.note else ""
        click.echo(f"{one.name} ({one.saved_on.isoformat()}, {len(one.text.splitlines())} lines){note}")


def _hand_out(run: "StrategyRun", parts: "Parts", form: str, *, abstracts: bool) -> None:
    """The found set for other programs; what was left out is said beside it."""
    from quoth.interop.exports import no_abstract, render_csv, render_ris
    from quoth.pipeline import Abstracts, found_records

    held = Abstracts(parts)
    abstract_of = held if abstracts else no_abstract
    rows = found_records(run, parts)
    if form == "json":
        entries = [{"record": one, "standing": standing, "abstract": abstract_of(one)} for one, standing in rows]
        print_json({"run": run, "records": entries})
    else:
        render = render_ris if form == "ris" else render_csv
        sys.stdout.buffer.write(render(rows, abstract_of).encode())
    if held.withheld:
        click.echo(held.told(), err=True)


def _show(run: "StrategyRun", parts: "Parts", form: str, name: str, limit: int) -> None:
    from quoth.pipeline import found_records, search_record

    if form == "record":
        click.echo(search_record(run, parts, name=name), nl=False)
    else:
        from quoth.cli.listing import print_records

        width = max(len(f"{line.records:,}") for line in run.lines)
        for line in run.lines:
            click.echo(f"#{line.number:<3} {line.records:>{width},}  {line.text}")
            for note in line.notes:
                click.echo(f"     {'':>{width}}  ({note})")
        click.echo(f"\n{len(run.found):,} of {run.in_library:,} records\n")
        print_records(found_records(run, parts, limit=limit or None), with_doubts=False)
        if limit and len(run.found) > limit:
            click.echo(f"… and {len(run.found) - limit:,} more: --limit 0, or --as csv")
