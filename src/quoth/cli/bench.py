"""`quoth bench`: experiments listed, run and held against what is expected of them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quoth.cli.common import json_option, print_json
from quoth.cli.groups import Commands, examples
from quoth.errors import BadInput, BenchFailed, UserError

if TYPE_CHECKING:
    from quoth.bench import Experiment, Places, Report
    from quoth.bench.real_model import ModelReport

__all__ = ["command"]

EPILOG = """\b
Examples:
  quoth bench list
  quoth bench run answers checker     measure, write bench/RESULTS.md
  quoth bench check --all             measure again, exit code 8 on drift
  quoth --set model_url=http://localhost:11434/v1 --set model_name=llama3.2 bench model

The real data is not part of quoth. QUOTH_DATA names its folder, QUOTH_BENCH_ENCODER an encoder's; what is
missing is said.
"""

folder_option = click.option(
    "--folder", type=click.Path(path_type=Path), help="Folder with experiments/ (default: bench/ of this checkout)."
)
all_option = click.option("--all", "everything", is_flag=True, help="Every experiment; those without data are skipped.")


def _names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The experiments of this checkout that a shell offers; none where there are none."""
    from quoth.bench import find_places, load_experiments

    del param
    try:
        experiments = load_experiments(find_places(ctx.params.get("folder")).experiments)
    except UserError:
        return []
    return [experiment.name for experiment in experiments if experiment.name.startswith(incomplete)]


names_argument = click.argument("names", nargs=-1, metavar="[NAME…]", shell_complete=_names)


@click.group("bench", cls=Commands, epilog=EPILOG)
def command() -> None:
    """Measure quoth on real data: speed, memory, search, answers and the checker."""


@command.command(
    "list",
    epilog=examples(
        "quoth bench list                 each with its first sentence",
        "quoth bench list answers lay     all that is to be known of these",
        "quoth bench list --json",
    ),
)
@names_argument
@folder_option
@json_option
def list_experiments(names: tuple[str, ...], folder: Path | None, as_json: bool) -> None:
    """The experiments, what each shows, and whether its data is here; of those that are named, everything."""
    from quoth.bench import pick

    experiments, places = _open(folder)
    experiments = pick(experiments, names) if names else experiments
    rows = [
        {"name": e.name, "shows": e.shows.strip(), "missing": places.missing(e.needs, encoder=e.encoder)}
        for e in experiments
    ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        shows = " ".join(str(row["shows"]).split())
        lacks = f" [missing: {', '.join(row['missing'])}]" if row["missing"] else ""
        click.echo(f"{row['name']}: {shows if names else _first_sentence(shows)}{lacks}")


@command.command("run", epilog="\b\nExamples:\n  quoth bench run reading\n  quoth bench run --all")
@names_argument
@all_option
@folder_option
@json_option
def run_experiments(names: tuple[str, ...], everything: bool, folder: Path | None, as_json: bool) -> None:
    """Measure, show the figures, keep them and write RESULTS.md anew."""
    from quoth.bench import run

    experiments, places = _open(folder)
    chosen = _chosen(experiments, names, everything)
    _show(run(chosen, experiments, places, go_on=everything, say=_say), as_json)


@command.command("check", epilog="\b\nExamples:\n  quoth bench check answers\n  quoth bench check --all --json")
@names_argument
@all_option
@folder_option
@json_option
def check_experiments(names: tuple[str, ...], everything: bool, folder: Path | None, as_json: bool) -> None:
    """Measure again and compare with what is expected. Exit code 8 on drift or a missed bar; nothing is written."""
    from quoth.bench import check

    experiments, places = _open(folder)
    reports = check(_chosen(experiments, names, everything), places, go_on=everything, say=_say)
    _show(reports, as_json)
    failed = [f"{report.experiment.name}/{row.name} {row.status.value}" for report in reports for row in report.failed]
    if failed:
        raise BenchFailed(
            f"{len(failed)} figure(s) are not as expected: {'; '.join(failed)}. "
            "Find the change that did it; if it is meant, update the expectation in bench/experiments and say why."
        )


@command.command(
    "model",
    epilog="\b\nExamples:\n  quoth --set model_url=http://localhost:11434/v1 --set model_name=llama3.2 bench model\n"
    '  quoth bench model --mode prose --question "Does taping help kneecap pain?" --json',
)
@click.option("--mode", type=click.Choice(["select", "prose", "plain"]), multiple=True, help="Default: select, prose.")
@click.option("--question", "questions", multiple=True, help="Ask these (default: one of each topic of the library).")
@json_option
@click.pass_context
def measure_a_model(ctx: click.Context, mode: tuple[str, ...], questions: tuple[str, ...], as_json: bool) -> None:
    """Measure the model that the settings name on pages of your library. Nothing is kept.

    What it wrote and what is shown of it, what was refused by reason, citation recall and precision, reading grade,
    time, tokens and cost. A measured judge (setting judge) takes part as it would on a page.
    """
    from dataclasses import replace

    from quoth.bench.real_model import measure_model
    from quoth.cli.common import settings_of
    from quoth.model import GuestMode
    from quoth.wiring import open_guest, open_parts

    settings = replace(settings_of(ctx), keep_answers=False, unanswered_ledger=False)
    model = open_guest(settings)
    reports = []
    with open_parts(replace(settings, model=mode[0] if mode else "prose")) as parts:
        asked = questions or tuple(topic.question for topic in parts.vocabulary().topics if topic.question)
        for name in mode or ("select", "prose"):
            _say(f"{model.name}, {name}: {len(asked)} questions")
            reports.append(measure_model(asked, GuestMode(name), model, parts, say=_say))
    if as_json:
        print_json(reports)
        return
    for report in reports:
        click.echo("\n".join(_model_lines(report)))


def _model_lines(report: "ModelReport") -> list[str]:
    def share(value: float | None) -> str:
        return "-" if value is None else f"{value:.3f}"

    def counted(counts: dict[str, int]) -> list[str]:
        return [f"    {count} × {reason}" for reason, count in counts.items()]

    cost = "" if report.cost is None else f", cost {report.cost:.4f}"
    return [
        f"{report.model}, {report.mode}",
        f"  pages: {report.pages}, took part in {report.took_part}",
        *counted(report.silent),
        f"  {'chosen rows' if report.mode == 'select' else 'sentences'}: {report.written}, shown {report.shown}"
        f" (by the judge {report.by_judge})",
        *counted(report.refused),
        f"  citation recall {share(report.citation_recall)}, precision {share(report.citation_precision)}",
        f"  reading grade: written {share(report.grade_written)}, cited {share(report.grade_cited)}",
        f"  seconds: median {report.seconds_median:.2f}, most {report.seconds_most:.2f}",
        f"  tokens: {report.tokens_in:,} in, {report.tokens_out:,} out{cost}",
    ]


def _first_sentence(text: str) -> str:
    from quoth.text import sentences

    found = sentences(text)
    return text[slice(*found[0])] if found else text


def _open(folder: Path | None) -> "tuple[tuple[Experiment, ...], Places]":
    from quoth.bench import find_places, load_experiments

    places = find_places(folder)
    return load_experiments(places.experiments), places


def _chosen(
    experiments: "tuple[Experiment, ...]", names: tuple[str, ...], everything: bool
) -> "tuple[Experiment, ...]":
    from quoth.bench import pick

    if bool(names) is everything:
        raise BadInput("Name the experiments to run, or give --all (not both). `quoth bench list` shows them.")
    return experiments if everything else pick(experiments, names)


def _say(line: str) -> None:
    click.echo(line, err=True)


def _show(reports: "tuple[Report, ...]", as_json: bool) -> None:
    if as_json:
        print_json([_plain(report) for report in reports])
        return
    from quoth.bench.results import figure_words

    for report in reports:
        click.echo(report.experiment.name)
        if report.skipped:
            click.echo(f"  skipped: {report.skipped}")
        for row in report.judged:
            unit = row.expectation.unit if row.expectation else ""
            figure = figure_words(row.measurement, unit) if row.measurement else "-"
            expected = row.expectation.words() if row.expectation else "-"
            click.echo(f"  {row.name}: {figure} ({expected}) - {row.status.value}")
        for note in report.result.measured.notes if report.result else ():
            click.echo(f"  note: {note}")


def _plain(report: "Report") -> dict[str, object]:
    return {
        "experiment": report.experiment.name,
        "skipped": report.skipped or None,
        "result": report.result,
        "figures": [
            {
                "name": row.name,
                "status": row.status.value,
                "measured": row.measurement,
                "expected": row.expectation.words() if row.expectation else None,
            }
            for row in report.judged
        ],
    }
