"""`quoth show`: one source, or one passage in its paragraph."""

import re

import click

from quoth.cli.common import json_option, opened, print_json
from quoth.errors import BadInput

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth show pmid:31475628
  quoth show 10.2519/jospt.2019.0302
  quoth show patellofemoral-pain/willy-2019-jospt-cpg
  quoth show --passage full-text-0f3a…:1200-1310
  quoth show 10.2519/jospt.2019.0302 --for "is taping worth trying"
  quoth show 10.2519/jospt.2019.0302 --recommends
"""
PASSAGE = re.compile(r"(?P<rendition>[^:]{1,200}):(?P<start>\d{1,10})-(?P<end>\d{1,10})")


@click.command("show", epilog=EPILOG)
@click.argument("source_name", required=False, metavar="SOURCE")
@click.option("--passage", "passage_id", metavar="ID", help="A passage id as answers give it: RENDITION:START-END.")
@click.option("--for", "question", metavar="QUESTION", help="Only the sentences of SOURCE that say most about this.")
@click.option("--most", type=click.IntRange(1, 100), default=10, show_default=True, help="With --for: how many.")
@click.option("--recommends", is_flag=True, help="Only what SOURCE recommends, each with its grade.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    source_name: str | None,
    passage_id: str | None,
    question: str | None,
    most: int,
    recommends: bool,
    as_json: bool,
) -> None:
    """Show a SOURCE by record id, PMID, DOI, PMCID or pack id; what it says of a question; or one passage."""
    from quoth.pipeline import passage, source

    if passage_id:
        found = PASSAGE.fullmatch(passage_id)
        if not found:
            raise BadInput(
                f"Passage id {passage_id!r} is not RENDITION:START-END. `quoth ask --passages` shows one with each row."
            )
        with opened(ctx) as parts:
            view = passage(found["rendition"], int(found["start"]), int(found["end"]), parts)
        if as_json:
            text = view.stored.rendition.text[view.start : view.end]
            print_json({"record": view.record, "standing": view.standing, "passage": passage_id, "text": text})
        else:
            from quoth.cli.listing import print_passage

            print_passage(view)
        return
    if not source_name:
        raise BadInput("Nothing to show. Name a SOURCE, or a --passage. `quoth library --list` lists the sources.")
    if recommends:
        _show_recommended(ctx, source_name, as_json=as_json)
        return
    if question is not None:
        _show_for(ctx, source_name, question, most, as_json=as_json)
        return
    with opened(ctx) as parts:
        shown = source(source_name, parts)
    if as_json:
        print_json(shown)
    else:
        from quoth.cli.listing import print_source

        print_source(shown)


def _show_recommended(ctx: click.Context, source_name: str, *, as_json: bool) -> None:
    from quoth.cli.listing import print_recommended
    from quoth.pipeline import recommended, source

    with opened(ctx) as parts:
        view = source(source_name, parts)
        found = recommended(view)
    if as_json:
        print_json({"record": view.record, "standing": view.standing, "recommends": found})
    else:
        print_recommended(view, found)


def _show_for(ctx: click.Context, source_name: str, question: str, most: int, *, as_json: bool) -> None:
    from quoth.cli.listing import print_read_for
    from quoth.pipeline import read_for

    with opened(ctx) as parts:
        read = read_for(source_name, question, parts, k=most)
    if as_json:
        print_json(read)
    else:
        print_read_for(read)
