"""`quoth library duplicates`, `merge`, `unmerge` and `apart`: reports that are held twice."""

import click

from quoth.cli.common import json_option, opened, print_json

__all__ = ["apart_command", "duplicates_command", "merge_command", "unmerge_command"]

_by = click.option("--by", envvar="QUOTH_EDITOR", default="command line", help="Your name (or QUOTH_EDITOR).")
_why = click.option("--why", default="", help="The reason; kept with the act.")


@click.command(
    "duplicates",
    epilog="""\b
Examples:
  quoth library duplicates
  quoth library duplicates --sure        only pairs with nothing against them
  quoth library merge pmid-1 doi-10-1000-x
  quoth library apart pmid-1 pmid-2 --why "abstract and article"
""",
)
@click.option("--sure", is_flag=True, help="Only pairs with nothing against them.")
@click.option("--merged", is_flag=True, help="List the mergers instead.")
@json_option
@click.pass_context
def duplicates_command(ctx: click.Context, sure: bool, merged: bool, as_json: bool) -> None:
    """List sources that may be one report held twice, with what speaks for it and what against."""
    from quoth.cli.screen import clean
    from quoth.pipeline import duplicates, mergers

    with opened(ctx, starter=False) as parts:
        if merged:
            acts = mergers(parts)
            if as_json:
                print_json(acts)
                return
            for act in acts:
                state = "stands" if act.stands else f"undone {act.undone_at[:10]}"
                click.echo(clean(f"{act.id}  {act.gone.record.id} into {act.kept.record.id}, {act.at[:10]}, {state}"))
            if not acts:
                click.echo("Nothing was merged.")
            return
        found = tuple(pair for pair in duplicates(parts) if not (sure and pair.against))
    if as_json:
        print_json(found)
        return
    for pair in found:
        click.echo(clean(f"{pair.one}  {pair.other}"))
        for title, year in zip(pair.titles, pair.years, strict=True):
            click.echo(clean(f"  {title} ({year or 'year unknown'})"))
        click.echo(clean(f"  for: {'; '.join(pair.reasons)}"))
        if pair.against:
            click.echo(clean(f"  against: {'; '.join(pair.against)}"))
    click.echo(f"{len(found)} pairs." if found else "No source looks as if it were held twice.", err=bool(found))


@click.command(
    "merge",
    epilog="""\b
Examples:
  quoth library merge pmid-30514039 doi-10-2519-jospt-2019-0302 --why "one report"
""",
)
@click.argument("kept")
@click.argument("gone")
@_by
@_why
@json_option
@click.pass_context
def merge_command(ctx: click.Context, kept: str, gone: str, by: str, why: str, as_json: bool) -> None:
    """Make two sources one: KEPT keeps its id, and everything that leads to GONE leads to it.

    Texts stand side by side. Pages that cite either still open.
    """
    from quoth.pipeline import merge_records

    with opened(ctx, starter=False) as parts:
        made = merge_records(kept, gone, parts, by=by, why=why)
    if as_json:
        print_json(made)
    else:
        click.echo(f"{made.gone.record.id} is now {made.kept.record.id}. Undo: quoth library unmerge {made.id}")


@click.command(
    "unmerge",
    epilog="""\b
Examples:
  quoth library duplicates --merged
  quoth library unmerge doi-10-2519-jospt-2019-0302
""",
)
@click.argument("merger")
@_by
@json_option
@click.pass_context
def unmerge_command(ctx: click.Context, merger: str, by: str, as_json: bool) -> None:
    """Undo a MERGER, named by its id or by the source that went. What came since stays with the kept source."""
    from quoth.pipeline import undo_merger

    with opened(ctx, starter=False) as parts:
        undone = undo_merger(merger, parts, by=by)
    if as_json:
        print_json(undone)
    else:
        click.echo(f"{undone.kept.record.id} and {undone.gone.record.id} are two sources again.")


@click.command(
    "apart",
    epilog="""\b
Example:
  quoth library apart pmid-31475628 pmid-27247098 --why "two parts of one consensus" --by "A. Editor"
""",
)
@click.argument("one")
@click.argument("other")
@_by
@_why
@json_option
@click.pass_context
def apart_command(ctx: click.Context, one: str, other: str, by: str, why: str, as_json: bool) -> None:
    """ONE and OTHER look like one source and are two: they are not offered again."""
    from quoth.pipeline import hold_apart

    with opened(ctx, starter=False) as parts:
        made = hold_apart(one, other, parts, by=by, why=why)
    if as_json:
        print_json(made)
    else:
        click.echo(f"Held apart: {made.id.replace(' ', ' and ')}.")
