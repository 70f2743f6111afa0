"""`quoth library`: what is in it, by kind and year, retracted, doubtful; and its care."""

import click

from quoth.cli.care import backup_command, export_command, import_command, restore_command, verify_command
from quoth.cli.common import json_option, opened, print_json
from quoth.cli.duplicates import apart_command, duplicates_command, merge_command, unmerge_command
from quoth.cli.groups import Commands
from quoth.cli.licences import journals_command, licences_command
from quoth.errors import BadInput
from quoth.text.nearest import did_you_mean

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth library                       counts by kind and year, retracted and doubtful
  quoth library --list                every source, a line each
  quoth library --kind rct --find exercise
  quoth library --retracted           what must not be used unmarked
  quoth library --doubtful            sources with a doubt, and the doubt
  quoth library verify                     whether everything that is held is sound
  quoth library backup library.quoth       everything as one file
"""


@click.group("library", cls=Commands, invoke_without_command=True, epilog=EPILOG)
@click.option("--list", "as_list", is_flag=True, help="List the sources.")
@click.option("--kind", metavar="DESIGN", help="Only this kind: guideline, systematic-review, rct…")
@click.option("--find", "text", metavar="WORDS", help="Only sources with these words in title, authors or journal.")
@click.option("--retracted", is_flag=True, help="Only sources with a retraction, concern, successor or withdrawal.")
@click.option("--doubtful", is_flag=True, help="Only sources with a doubt, and the doubt.")
@click.option("--limit", default=0, help="At most so many lines; 0 for all.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    as_list: bool,
    kind: str | None,
    text: str | None,
    retracted: bool,
    doubtful: bool,
    limit: int,
    as_json: bool,
) -> None:
    """What the library holds; and its care: export, import, backup, restore, verify."""
    if ctx.invoked_subcommand is not None:
        if as_list or kind or text or retracted or doubtful or limit or as_json:
            raise BadInput(f"Options of `quoth library` do nothing here. Put them behind {ctx.invoked_subcommand!r}.")
        return
    from quoth.model import Design
    from quoth.pipeline import browse, overview

    known = (*(design.value for design in Design), "not stated")
    if kind and kind not in known:
        raise BadInput(f"Kind {kind!r} is not known.{did_you_mean(kind, known)} Known kinds: {', '.join(known)}.")
    with opened(ctx) as parts:
        if not (as_list or kind or text or retracted or doubtful):
            found = overview(parts)
            if as_json:
                print_json(found)
            else:
                from quoth.cli.listing import print_overview

                print_overview(found)
            return
        total, rows = browse(parts, kind=kind, text=text, limit=10**9)
        del total
        chosen = [
            (record, standing)
            for record, standing in rows
            if (not retracted or not standing.usable) and (not doubtful or record.doubts)
        ]
        if limit:
            chosen = chosen[:limit]
        if as_json:
            print_json([{"record": record, "standing": standing} for record, standing in chosen])
            return
        from quoth.cli.listing import print_records

        print_records(chosen, with_doubts=doubtful)


for _care in (
    export_command, import_command, backup_command, restore_command, verify_command,
    duplicates_command, merge_command, unmerge_command, apart_command,
    licences_command, journals_command,
):  # fmt: skip
    command.add_command(_care)
