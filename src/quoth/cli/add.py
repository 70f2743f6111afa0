"""`quoth add`: sources by their PMID, DOI, PMC id or address."""

import click

from quoth.cli.common import json_option, opened, print_json
from quoth.errors import NotFound

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth add PMID:30514039 DOI:10.1136/bmj.e1 PMC2249589
  quoth add --full-text PMC2249589              its open full text as well, where there is one
  quoth add --citing PMID:30514039              what cites it, the newest first
  quoth add --similar --limit 10 PMID:30514039  what PubMed holds to be like it
  quoth add https://www.example.org/guideline.html --issuer "Example Society" --year 2024

Needs a source that an operator switched on: `pubmed` for records, `europepmc` or `pmc` for full texts, `add_hosts` for
addresses.
"""


@click.command("add", epilog=EPILOG)
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@click.option("--full-text", is_flag=True, help="Fetch the open full text as well, where there is one.")
@click.option("--citing", "way", flag_value="citing", help="Not these, but what cites them, as PubMed knows it.")
@click.option("--similar", "way", flag_value="similar", help="Not these, but what PubMed holds to be like them.")
@click.option("--limit", type=click.IntRange(1), help="Of those: most records (setting `live_records`).")
@click.option("--title", help="Of a document by address: its title.")
@click.option("--issuer", help="Of a document by address: the body that speaks.")
@click.option("--year", type=int, help="Of a document by address: when it was published.")
@click.option("--kind", type=click.Choice(["guideline", "consensus", "other"]), help="Of a document: what it is.")
@click.option("--supersedes", multiple=True, metavar="DOI", help="What it takes the place of; may be given again.")
@click.option("--licence", help="Of a document: its licence, in its own words.")
@click.option(
    "--quote", metavar="HOW MUCH", help="Of a document: what may be quoted: all, sentences, nothing or “200 words”."
)
@click.option(
    "--status",
    type=click.Choice(["current", "draft", "superseded", "withdrawn"]),
    help="Of a document: where it stands.",
)
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    names: tuple[str, ...],
    full_text: bool,
    way: str | None,
    limit: int | None,
    as_json: bool,
    **facts: object,
) -> None:
    """Fetch sources by their PMID, DOI, PMC id or address and take them into the library."""
    from quoth.cli.screen import clean
    from quoth.pipeline import add
    from quoth.pipeline.citing import Way, beside
    from quoth.sources import DocumentFacts

    known = DocumentFacts(**facts)  # type: ignore[arg-type]
    with opened(ctx) as parts:
        tell = (lambda _: None) if as_json else (lambda line: click.echo(line, err=True))
        wanted = beside(names, Way(way), parts, limit=limit or parts.settings.live_records) if way else names
        report = add(wanted, parts, full_text=full_text, facts=known, progress=tell)
    if as_json:
        print_json(report)
    else:
        for each in report.added:
            text = " + open full text" if each.full_text else ""
            said = " - ".join(part for part in (each.title, each.note) if part)
            click.echo(clean(f"{each.name}: {each.status}{text}{f': {said}' if said else ''}"))
    if not report.complete:
        missing = ", ".join(each.name for each in report.added if each.status in ("not found", "failed"))
        raise NotFound(f"Not added: {clean(missing)}.")
