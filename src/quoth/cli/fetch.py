"""`quoth fetch`: whole files from NLM and Crossref into the library."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from quoth.cli.common import json_option, opened, print_json
from quoth.errors import SourceFailed

if TYPE_CHECKING:
    from quoth.pipeline import LoadReport, Parts

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth fetch retractions                the newest Retraction Watch list
  quoth fetch mesh                       MeSH descriptors: their entry terms become synonyms
  quoth fetch journals                   NLM's list, for quoth library journals
  quoth fetch pubmed --limit 2           the next two files of the baseline; the same again goes on
  quoth fetch pubmed --updates           daily update files alone

Each source is off until an operator switches it on (`pubmed_files`, `retraction_watch`, `nlm_files`).
"""


@click.command("fetch", epilog=EPILOG)
@click.argument("what", type=click.Choice(["pubmed", "retractions", "mesh", "journals"]))
@click.option("--updates", is_flag=True, help="Of PubMed: update files alone, without the baseline.")
@click.option("--limit", type=click.IntRange(1), help="Of PubMed: most files to take in now.")
@json_option
@click.pass_context
def command(ctx: click.Context, what: str, updates: bool, limit: int | None, as_json: bool) -> None:
    """Fetch whole files: PubMed's baseline and updates, the list of retractions, MeSH, journals."""

    def tell(line: str) -> None:
        if not as_json:
            click.echo(line, err=True)

    with opened(ctx) as parts:
        if what == "journals":
            from quoth.pipeline import fetch_journals

            found = fetch_journals(parts, tell)
            said = f"NLM's list of journals, {found.size:,} bytes, as of {found.fetched_on}."
            print_json({"as_of": found.fetched_on, "bytes": found.size}) if as_json else click.echo(said)
            return
        report = _fetched(what, parts, updates, limit, tell)
        snapshot = parts.store.snapshot()
    if as_json:
        print_json(report)
    else:
        for file in report.files:
            click.echo(
                f"{file.file.rpartition('/')[2]}: {file.records_new} new records, {file.notices_new} notices, "
                f"{file.refused} refused"
            )
        as_of = f" As of {report.as_of}." if report.as_of else ""
        click.echo(f"{report.known} files were known, {report.left} are left.{as_of} Snapshot {snapshot}.", err=True)
    if report.fault:
        raise SourceFailed(f"The load stopped: {report.fault}. The same command goes on from there.")


def _fetched(what: str, parts: "Parts", updates: bool, limit: int | None, tell: Callable[[str], None]) -> "LoadReport":
    from quoth.pipeline import fetch_mesh, fetch_retractions, load_pubmed

    if what == "retractions":
        return fetch_retractions(parts, tell)
    if what == "mesh":
        return fetch_mesh(parts, tell)
    return load_pubmed(parts, baseline=not updates, limit=limit, progress=tell)
