"""`quoth ingest`: files in, a line for each, refusals with their place and reason."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quoth.cli.common import json_option, opened, print_json, progress_line
from quoth.errors import BadFile, BadInput

if TYPE_CHECKING:
    from quoth.pipeline import IngestReport

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth ingest pubmed24n0001.xml.gz             PubMed baseline, update or efetch XML
  quoth ingest PMC2249589.nxml search.nbib      JATS full text, MEDLINE records
  quoth ingest exports/                         every file below a folder
  quoth ingest retraction_watch.csv --as-of 2026-08-15
  quoth ingest our-protocols.yaml               a guideline pack of your own
  quoth ingest --dry-run our-protocols.yaml     what would come in, and what would be refused
  quoth ingest guide.pdf --issuer NICE --year 2022 --title "Knee pain" --supersedes 10.1000/old

A file is known by its content: the same file again changes nothing. An interrupted file goes on where it stopped.
"""


@click.command("ingest", epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--format", "format_name", metavar="NAME", help="Read as this format instead of looking at the content.")
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="The day a retraction list was drawn up."
)
@click.option("--as-site", is_flag=True, help="The files are this site's own: they go before the starter library's.")
@click.option("--title", help="Of a guideline document: its title. The facts may also stand in FILE.quoth.yaml.")
@click.option("--issuer", help="Of a guideline document: the body that speaks.")
@click.option("--year", type=int, help="Of a guideline document: when it was published.")
@click.option("--kind", type=click.Choice(["guideline", "consensus", "other"]), help="Of a document: what it is.")
@click.option("--doi", help="Of a guideline document.")
@click.option("--pmid", help="Of a guideline document.")
@click.option("--url", help="Of a guideline document: where it was found. It is never opened.")
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
@click.option("--condition", "conditions", multiple=True, help="What it is about; may be given again.")
@click.option("--population", help="For whom it is.")
@click.option("--dry-run", is_flag=True, help="Say what would come in and what would be refused; take nothing in.")
@click.option("--refusals", default=5, show_default=True, help="How many refusals to list for each file.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    format_name: str | None,
    as_of: datetime | None,
    as_site: bool,
    dry_run: bool,
    refusals: int,
    as_json: bool,
    **facts: object,
) -> None:
    """Take files into the library: PubMed XML, JATS, MEDLINE/.nbib, RIS, BibTeX, packs, retraction lists, MeSH.

    Guideline documents as well: PDF, DOCX, HTML and Markdown.
    """
    from quoth.pipeline import Options, ingest, rehearse
    from quoth.sources import DocumentFacts

    files = _files(paths)
    known = DocumentFacts(**facts)  # type: ignore[arg-type]
    if known.title and len(files) > 1:
        raise BadInput(
            "One --title was given for several files. Ingest them one by one, or write FILE.quoth.yaml files."
        )
    with opened(ctx) as parts, progress_line(not as_json) as progress:
        options = Options(format_name, as_of.date() if as_of else None, as_site, facts=known)
        report = (rehearse if dry_run else ingest)(files, parts, options=options, progress=progress)
    if as_json:
        print_json(report)
    else:
        _print_report(report, refusals, rehearsed=dry_run)
    unread = [file.file for file in report.files if file.status in ("refused", "stopped")]
    if unread:
        raise BadFile(
            f"{len(unread)} of {len(report.files)} files could not be read to their end: {', '.join(unread)}."
        )


def _print_report(report: "IngestReport", refusals: int, *, rehearsed: bool) -> None:
    from quoth.interop.labels import counted

    for file in report.files:
        if file.status == "already in the library":
            click.echo(f"{file.file}: already in the library")
            continue
        parts_of_line = [
            counted(file.records_new, "new record"),
            f"{file.records_known} known",
            counted(file.texts_new, "new text"),
            *([counted(file.notices_new, "notice")] if file.notices_new else []),
            *([f"words of {counted(file.packs, 'pack')}"] if file.packs else []),
            *([f"{file.refused} refused"] if file.refused else []),
        ]
        ended = f" - {file.status.upper()}" if file.status in ("stopped", "refused") else ""
        click.echo(f"{file.file}: {', '.join(parts_of_line)}{ended}")
        for note in file.notes:
            click.echo(f"  {note}")
        for refusal in file.refusals[:refusals]:
            click.echo(f"  refused at {refusal.place}: {refusal.reason}")
        if file.refused > refusals:
            click.echo(f"  … and {file.refused - refusals} more (--refusals {file.refused} lists them)")
    for fallen in report.fallen:
        when = "then" if rehearsed else "now"
        click.echo(f"Out of date {when}: page {fallen.review_id}. {' '.join(fallen.reasons)}", err=True)
    if rehearsed:
        click.echo("Nothing was taken in: this is what would be, without --dry-run.", err=True)
    else:
        click.echo(f"Library snapshot {report.snapshot}, {report.seconds:.1f} s.", err=True)


def _is_wanted(entry: Path) -> bool:
    """Whether a file below a folder is to be read: hidden files and facts beside a document are not."""
    return entry.is_file() and not entry.name.startswith(".") and not entry.name.endswith(".quoth.yaml")


def _files(paths: tuple[Path, ...]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(entry for entry in path.rglob("*") if _is_wanted(entry))
        elif path.exists():
            files.append(path)
        elif str(path) == "-":
            raise BadInput("Standard input (-) is not read: a source is known by its file. Save it to a file first.")
        else:
            raise BadInput(f"File {str(path)!r} does not exist. Check the name; a folder takes every file below it.")
    if not files:
        raise BadInput("No files found. Name at least one file, or a folder that holds some.")
    return files
