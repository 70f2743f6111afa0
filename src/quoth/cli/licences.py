"""`quoth library licences` and `journals`: how much may be quoted, what takes room, and what was published where."""

from typing import TYPE_CHECKING

import click

from quoth.cli.common import json_option, opened, print_json

if TYPE_CHECKING:
    from quoth.pipeline import LicenceReport

__all__ = ["journals_command", "licences_command"]


@click.command(
    "licences",
    epilog="""\b
Examples:
  quoth library licences
  quoth library licences --limited      each text of which only so many words, or nothing, may be quoted

What a licence allows is read from its words by a table. The limit is kept on every page and held by the checker.
""",
)
@click.option("--limited", "only_limited", is_flag=True, help="List the texts with a limit, one a line.")
@json_option
@click.pass_context
def licences_command(ctx: click.Context, only_limited: bool, as_json: bool) -> None:
    """How much of the texts may be quoted, by licence; what is stored, by kind; what lies on disk."""
    from quoth.cli.screen import clean
    from quoth.pipeline import licences, limited

    with opened(ctx) as parts:
        if only_limited:
            found = tuple(limited(parts))
            if as_json:
                print_json(found)
                return
            for one in found:
                most = "nothing" if one.most_words == 0 else f"{one.most_words} words"
                click.echo(clean(f"{one.record_id}  {most}  {one.title}  ({one.licence})"))
            if not found:
                click.echo("No licence here sets a limit.")
            return
        report = licences(parts)
    if as_json:
        print_json(report)
        return
    _print_licences(report)


@click.command(
    "journals",
    epilog="""\b
Examples:
  quoth library journals
  quoth library journals "sports med"
  quoth fetch journals                   NLM's list: ISSN and one name for all spellings
""",
)
@click.argument("words", default="")
@click.option("--limit", default=50, show_default=True, help="At most so many lines; 0 for all.")
@json_option
@click.pass_context
def journals_command(ctx: click.Context, words: str, limit: int, as_json: bool) -> None:
    """The journals that the library holds reports of, most first; those with WORDS in their name or ISSN."""
    from quoth.cli.screen import clean
    from quoth.interop.labels import counted
    from quoth.pipeline import journals

    with opened(ctx) as parts:
        found = journals(parts, text=words)
    shown = found[:limit] if limit else found
    if as_json:
        print_json(shown)
        return
    for one in shown:
        span = dict.fromkeys((one.first_year, one.last_year))
        years = " to ".join(str(year) for year in span) if one.first_year else "years unknown"
        issn = f"  ISSN {', '.join(one.listed.issn)}" if one.listed and one.listed.issn else ""
        click.echo(clean(f"{one.records:>8,}  {one.name}  ({years}){issn}"))
    if found:
        click.echo(f"{counted(len(found), 'journal')}.", err=True)
    else:
        click.echo(f"No record here names a journal like {words!r}." if words else "No record here names a journal.")


def _print_licences(report: "LicenceReport") -> None:
    from quoth.cli.screen import clean

    if any(count for _, count in report.by_quoting):
        click.echo("May be quoted, of the texts in their sources' own words:")
        for quoting, count in report.by_quoting:
            if count:
                click.echo(f"  {count:>8,}  {quoting.value}")
        click.echo("By licence:")
        for words, quoting, count in report.by_licence[:20]:
            click.echo(clean(f"  {count:>8,}  {words or 'none stated'}  ({quoting.value})"))
    else:
        click.echo("No text here is in its source's own words: a licence limits nothing.")
    click.echo("Texts:" if report.kinds else "There is no text here yet: quoth ingest FILE…")
    for kind in report.kinds:
        older = f", {kind.older:,} older versions" if kind.older else ""
        click.echo(f"  {kind.texts:>8,}  {kind.form}, {kind.fidelity}: {kind.bytes / 2**20:,.1f} MB{older}")
    click.echo("On disk:")
    for name, size in report.files:
        click.echo(f"  {size / 2**20:>8,.1f} MB  {name}")
