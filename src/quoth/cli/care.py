"""`quoth library export`, `import`, `backup`, `restore`, `verify`: a library as one file, and whether it is sound."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from quoth.cli.common import confirmed, json_option, opened, print_json, progress_line
from quoth.cli.files import archive_read, archive_written, is_standard, one_on_stdout
from quoth.errors import BadInput, CheckFailed
from quoth.settings import without_password

if TYPE_CHECKING:
    from quoth.pipeline import ExportReport, ImportReport, VerifyReport
    from quoth.pipeline.backing_up import RestoreReport

__all__ = ["backup_command", "export_command", "import_command", "restore_command", "verify_command"]

Report = TypeVar("Report", "ExportReport", "ImportReport", "RestoreReport")

_FILE = click.Path(dir_okay=False, path_type=Path)
_overwrite = click.option("--overwrite", is_flag=True, help="Take the place of a file that is there.")


@click.command(
    "export",
    epilog="""\b
Examples:
  quoth library export literature.quoth
  quoth --home ~/second library import literature.quoth
""",
)
@click.argument("file", type=_FILE)
@_overwrite
@json_option
@click.pass_context
def export_command(ctx: click.Context, file: Path, overwrite: bool, as_json: bool) -> None:
    """Write all literature to one FILE: records, texts, decisions on recommendations, words, notices, searches.

    No answers, accounts or reviews: those are in a backup. A FILE of - is standard output.
    """
    from quoth.pipeline import export_library

    one_on_stdout(file, json=as_json)
    with opened(ctx, starter=False) as parts, progress_line(not as_json) as progress, archive_written(file) as place:
        report = export_library(place, parts, overwrite=overwrite, progress=progress)
    _say_written(_named(report, file), as_json)


@click.command(
    "import",
    epilog="""\b
Examples:
  quoth library import literature.quoth          into this library; what is held is merged, not doubled
  quoth --home ~/new library import literature.quoth

A new library is filled with the archive alone, not with the starter library. The same archive again changes nothing.
""",
)
@click.argument("file", type=_FILE)
@json_option
@click.pass_context
def import_command(ctx: click.Context, file: Path, as_json: bool) -> None:
    """Take the literature of FILE, an export of another library, into this one. A FILE of - is standard input."""
    from quoth.pipeline import import_library

    with opened(ctx, starter=False) as parts, progress_line(not as_json) as progress, archive_read(file) as place:
        report = _named(import_library(place, parts, progress=progress), file)
    if as_json:
        print_json(report)
        return
    click.echo(
        f"{report.file}: {report.records_new} new records, {report.records_known} known, {report.texts_new} new texts, "
        f"{report.notices_new} notices, words of {report.packs} packs, {report.strategies_new} searches"
    )
    for line in report.notes:
        click.echo(f"  {line}")
    for fallen in report.fallen:
        click.echo(f"Out of date now: page {fallen.review_id}. {' '.join(fallen.reasons)}", err=True)
    same = "the one of the archive" if report.snapshot == report.archive_snapshot else "not the one of the archive"
    click.echo(f"Library snapshot {report.snapshot}, {same}; {report.seconds:.1f} s.", err=True)


@click.command(
    "backup",
    epilog="""\b
Examples:
  quoth library backup /backups/library-monday.quoth
  quoth library backup --without-keys copy.quoth
  quoth library backup - | gpg --encrypt --recipient ops > library-monday.quoth.gpg

The library may be served and written to meanwhile. The file holds password hashes and, unless told otherwise, the key
that seals reviews: its owner alone can read it. Settings (quoth.toml) are not in it.
""",
)
@click.argument("file", type=_FILE)
@_overwrite
@click.option("--without-keys", is_flag=True, help="Leave out the keys that seal reviews.")
@json_option
@click.pass_context
def backup_command(ctx: click.Context, file: Path, overwrite: bool, without_keys: bool, as_json: bool) -> None:
    """Write everything to one FILE: the literature, kept answers, reviews, accounts, the audit trail, the keys.

    A FILE of - is standard output.
    """
    from quoth.pipeline import back_up

    one_on_stdout(file, json=as_json)
    with opened(ctx, starter=False) as parts, progress_line(not as_json) as progress, archive_written(file) as place:
        report = back_up(place, parts, overwrite=overwrite, keys=not without_keys, progress=progress)
    _say_written(_named(report, file), as_json)


@click.command(
    "restore",
    epilog="""\b
Examples:
  quoth --home ~/restored library restore library-monday.quoth
  quoth library restore --replace library-monday.quoth      asks before everything here is taken out
""",
)
@click.argument("file", type=_FILE)
@click.option("--replace", "anew", is_flag=True, help="Take out everything that is here first. Asks for confirmation.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
@click.pass_context
def restore_command(ctx: click.Context, file: Path, anew: bool, yes: bool, as_json: bool) -> None:
    """Put a backup FILE back in an empty place, and verify what then is there. Exit code 7 when that finds faults.

    A FILE of - is standard input.
    """
    from quoth.pipeline import restore

    if is_standard(file) and anew and not yes:
        raise BadInput("Standard input (-) cannot hold the backup and an answer. Say --yes as well, or name a file.")
    with opened(ctx, starter=False, mend_index=True) as parts:
        if anew:
            records = parts.store.counts().records
            where = without_password(parts.settings.store) or parts.settings.folder
            goes = f"Everything in the library at {where} goes: {records} sources, answers, reviews, accounts. Go on?"
            if not confirmed(goes, yes=yes):
                click.echo("Nothing was changed.", err=True)
                ctx.exit(130)
        with progress_line(not as_json) as progress, archive_read(file) as place:
            report = _named(restore(place, parts, replace=anew, progress=progress), file)
    if as_json:
        print_json(report)
    else:
        click.echo(f"{report.file}, made {report.made_at}: {_counts(report.counts)}")
        click.echo(f"Keys put back: {', '.join(report.keys) or 'none'}")
        _say_verified(report.verified)
    _fail_on_faults(report.verified)


@click.command(
    "verify",
    epilog="""\b
Examples:
  quoth library verify
  quoth library verify --json | jq '.looked[] | select(.faults != [])'
""",
)
@json_option
@click.pass_context
def verify_command(ctx: click.Context, as_json: bool) -> None:
    """Look through everything that is held. Nothing is changed. Exit code 7 when something is wrong.

    Every text against its hash, every quotation of kept pages against its text, the search index against the texts,
    the audit trail, and the signatures of reviews.
    """
    from quoth.pipeline import verify_library

    with opened(ctx, starter=False) as parts, progress_line(not as_json) as progress:
        report = verify_library(parts, progress=progress)
    if as_json:
        print_json(report)
    else:
        _say_verified(report)
    _fail_on_faults(report)


def _named(report: Report, file: Path) -> Report:
    """A report that calls its file - where it came or went through a pipe."""
    return replace(report, file=str(file)) if is_standard(file) else report


def _say_written(report: "ExportReport", as_json: bool) -> None:
    if as_json:
        print_json(report)
        return
    talk = report.file == "-"  # the archive itself went to standard output
    click.echo(f"{report.file}: {_counts(report.counts)}; {report.bytes / 2**20:,.1f} MB", err=talk)
    click.echo(f"SHA-256 {report.sha256}", err=talk)
    click.echo(f"Library snapshot {report.snapshot}, {report.seconds:.1f} s.", err=True)


def _counts(counts: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{count} {name.removeprefix('desk-')}" for name, count in counts if count) or "nothing"


def _say_verified(report: "VerifyReport") -> None:
    from quoth.cli.screen import clean

    for looked in report.looked:
        state = "sound" if not looked.faults else f"{len(looked.faults)} FAULTS"
        click.echo(f"{looked.what}: {looked.count} {looked.of}, {state}")
        for fault in looked.faults[:20]:
            click.echo(f"  {clean(fault)}")
        if len(looked.faults) > 20:
            click.echo(f"  … and {len(looked.faults) - 20} more (--json lists them)")
        if looked.faults:
            click.echo(f"  What to do: {looked.remedy}")
    click.echo(f"Library snapshot {report.snapshot}, {report.seconds:.1f} s.", err=True)


def _fail_on_faults(report: "VerifyReport") -> None:
    if not report.passed:
        raise CheckFailed(f"The library has {report.faults} fault(s).")
