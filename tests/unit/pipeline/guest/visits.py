"""A guest's visits to a page, and judges of its sentences, for tests."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from quoth.llm import Ask, Scripted
from quoth.model import Answer
from quoth.pipeline import Parts, ask
from quoth.pipeline.judging import MeasuredJudge

QUESTION = "What are the interventions for patellofemoral (kneecap) pain?"


def visited(
    library: Parts,
    mode: str,
    *lines: str | Exception | Callable[[Ask], str],
    judge: MeasuredJudge | None = None,
    question: str = QUESTION,
) -> Answer:
    """The page with a guest that says these lines, checked once more."""
    library.settings = replace(library.settings, model=mode)
    library.guest = Scripted(lines)
    library.judge = judge
    outcome = ask(question, library)
    assert outcome.verdict.passed
    assert isinstance(outcome.page, Answer)
    return outcome.page


def material(ask_: Ask) -> list[dict[str, Any]]:
    """The statements that a guest was shown."""
    shown: list[dict[str, Any]] = json.loads(ask_.messages[1].text)["statements"]
    return shown
