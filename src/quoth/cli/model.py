"""`quoth model`: the language model that may take part, and whether it can."""

import time
from typing import TYPE_CHECKING

import click

from quoth.cli.common import json_option, print_json, settings_of
from quoth.errors import GuestFailed, UserError

if TYPE_CHECKING:
    from quoth.settings import Settings

__all__ = ["command"]


@click.group("model")
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
        for step, outcome in steps:
            click.echo(f"{step}: {outcome}")
    if fault is not None:
        raise fault


def _conversation(settings: "Settings") -> tuple[list[tuple[str, str]], UserError | None]:
    """What was tried and what came of it, and the fault that ended it."""
    from quoth.llm import Ask, Message
    from quoth.wiring import open_guest

    allowed = {"off": "nothing (setting model is off)", "select": "choose rows", "prose": "write sentences"}
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
    except GuestFailed as fault:
        steps.append(("Model", str(fault)))
        return steps, fault
    except UserError as fault:
        steps.append(("Server", str(fault)))
        return steps, fault
    return steps, None
