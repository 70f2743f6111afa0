"""`quoth model`: the language model that may take part, and whether it can."""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quoth.cli.common import json_option, print_json, settings_of
from quoth.cli.groups import Commands, examples
from quoth.errors import GuestFailed, UserError

if TYPE_CHECKING:
    from quoth.llm import Judge
    from quoth.pipeline.judging import JudgeReport, Pair
    from quoth.settings import Settings

__all__ = ["command"]


@click.group(
    "model",
    cls=Commands,
    epilog=examples(
        "quoth model check",
        "quoth --set model=select --set model_url=http://localhost:11434/v1 --set model_name=llama3.2 ask '…'",
    ),
)
def command() -> None:
    """A language model as a guest: off by default, and nothing needs one."""


@command.command(
    "check",
    epilog="\b\nExamples:\n  quoth model check\n"
    "  quoth --set model_url=http://localhost:11434/v1 --set model_name=llama3.2 model check",
)
@json_option
@click.pass_context
def check(ctx: click.Context, as_json: bool) -> None:
    """Ask the server for its models and the model for one word, and say in plain words what is wrong."""
    steps, fault = _conversation(settings_of(ctx))
    if as_json:
        print_json([{"step": step, "outcome": outcome} for step, outcome in steps])
    else:
        # The fault that ended it is told once, as every error is.
        for step, outcome in steps[:-1] if fault else steps:
            click.echo(f"{step}: {outcome}")
    if fault is not None:
        raise fault


def _conversation(settings: "Settings") -> tuple[list[tuple[str, str]], UserError | None]:
    """What was tried and what came of it, and the fault that ended it."""
    from quoth.llm import Ask, Message
    from quoth.wiring import judge_in_words, open_guest

    allowed = {"off": "nothing (setting model is off)", "select": "choose rows", "prose": "write sentences"}
    allowed |= {"plain": "put statements into everyday words", "understand": "add to questions"}
    steps = [("What it may do", allowed.get(settings.model, settings.model))]
    try:
        guest = open_guest(settings)
        steps.append(("Server", settings.model_url))
        models = guest.models()
        named = ", ".join(models[:10]) or "none"
        known = "among its models" if guest.name in models else f"not among the models that it names: {named}"
        steps.append(("Model", f"{guest.name}, {known}"))
        began = time.monotonic()
        word = Ask([Message("user", 'Reply with this JSON alone: {"ready": true}')], 50)
        said = guest.say(word, deadline_s=settings.model_timeout_s)
        took_s = time.monotonic() - began
        steps.append(("Reply", f"{len(said.text)} characters in {took_s:.1f} s, {said.tokens_out} tokens"))
        fits = said.text.strip().startswith("{")
        steps.append(("JSON", "yes" if fits else "no: a model that cannot reply in JSON will take no part in answers"))
        steps.append(("Judge", judge_in_words(settings)))
    except GuestFailed as fault:
        steps.append(("Model", str(fault)))
        return steps, fault
    except UserError as fault:
        steps.append(("Server", str(fault)))
        return steps, fault
    return steps, None


@command.command(
    "measure-judge",
    epilog="\b\nExamples:\n  quoth model measure-judge\n"
    "  quoth --set model_name=qwen2.5:32b model measure-judge --json\n"
    "  quoth model measure-judge --healthver healthver_dev.csv --scifact scifact/data",
)
@click.option("--healthver", type=click.Path(path_type=Path), help="HealthVer's file of claims, measured besides.")
@click.option("--scifact", type=click.Path(path_type=Path), help="The folder of SciFact's files, measured besides.")
@click.option(
    "--most", type=click.IntRange(1), default=300, help="Pairs of each such set to ask about.", show_default=True
)
@json_option
@click.pass_context
def measure(ctx: click.Context, healthver: Path | None, scifact: Path | None, most: int, as_json: bool) -> None:
    """Measure the judge of free paraphrases (setting judge, else the model), on the pairs that ship with quoth.

    Over 800 sentences about spans of the starter library, borne and not. The outcome is kept in the library's folder
    (judge.json). A judge passes when the lower bounds are at least 0.95 for precision and 0.30 for recall.

    HealthVer and SciFact are measured besides, at the same threshold, where you name their files; they decide nothing.
    """
    from dataclasses import replace

    import msgspec

    from quoth.pipeline.judging import judge_set, keep_report, measure_judge
    from quoth.wiring import open_judge

    settings = settings_of(ctx)
    sets = _published(healthver, scifact)
    judge, pairs = open_judge(settings if settings.judge else replace(settings, judge="model")), judge_set()
    assert judge is not None
    report = measure_judge(
        judge,
        pairs=pairs,
        today=datetime.now(UTC).date().isoformat(),
        seconds_each=settings.model_timeout_s,
        say=lambda done: _progress(done, len(pairs)),
    )
    kept = keep_report(report, settings.folder)
    if sets:
        report = _with_besides(report, judge, sets, most, settings.model_timeout_s)
        keep_report(report, settings.folder)
    if as_json:
        print_json(msgspec.to_builtins(report))
        return
    _print_report(report)
    click.echo(f"{'Good enough as a judge' if report.passed else 'Not good enough as a judge'}. Kept in {kept}.")


def _published(healthver: Path | None, scifact: Path | None) -> "dict[str, tuple[Pair, ...]]":
    """The published sets that were named, read before anything is asked."""
    from quoth.pipeline.judging_besides import healthver_pairs, scifact_pairs

    found = {"HealthVer": healthver_pairs(healthver)} if healthver else {}
    return found | ({"SciFact": scifact_pairs(scifact)} if scifact else {})


def _with_besides(
    report: "JudgeReport", judge: "Judge", sets: "dict[str, tuple[Pair, ...]]", most: int, seconds_each: float
) -> "JudgeReport":
    from dataclasses import replace

    from quoth.pipeline.judging_besides import measure_besides

    limits = {"threshold": report.threshold, "seconds_each": seconds_each}
    besides = [measure_besides(judge, name, pairs, most=most, say=_progress, **limits) for name, pairs in sets.items()]
    return replace(report, besides=tuple(besides))


def _print_report(report: "JudgeReport") -> None:
    click.echo(f"Judge: {report.judge}, {report.pairs} pairs, {report.unanswered} without a readable answer")
    click.echo(
        f"Let in at confidence {report.threshold:.2f} or more: {report.let_in}, {report.rightly} of them rightly"
    )
    click.echo(f"Precision: {report.precision:.3f} (at least {report.precision_low:.3f}; 0.950 is asked for)")
    click.echo(f"Recall: {report.recall:.3f} (at least {report.recall_low:.3f}; 0.300 is asked for)")
    if report.wrongly:
        click.echo("Wrongly let in: " + ", ".join(f"{kind} {count}" for kind, count in report.wrongly.items()))
    for one in report.besides:
        click.echo(
            f"Besides, {one.name}: {one.pairs} pairs, {one.let_in} let in, precision {one.precision:.3f} (at least "
            f"{one.precision_low:.3f}), recall {one.recall:.3f} (at least {one.recall_low:.3f})"
        )


def _progress(done: int, total: int) -> None:
    """A line for whoever waits at a terminal, every 25 pairs."""
    if sys.stderr.isatty() and (done % 25 == 0 or done == total):
        click.echo(f"\r{done} of {total} pairs", nl=done == total, err=True)
