"""Libraries to measure on: fresh ones in a folder of their own, opened the way a user's is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quoth.bench.answer_key import KeyedQuestion
from quoth.pipeline import Outcome, Parts, ask
from quoth.settings import load_settings
from quoth.wiring import open_parts

__all__ = ["ask_keyed", "opened_library"]


@contextmanager
def opened_library(folder: Path, *, starter: bool = True, keep_answers: bool = False) -> Iterator[Parts]:
    """A library in this folder, with the starter library if it is new. No setting of the machine's user counts."""
    given = {
        "home": str(folder),
        "starter": "yes" if starter else "no",
        "keep_answers": "yes" if keep_answers else "no",
    }
    with open_parts(load_settings(environ={}, given=given)) as parts:
        yield parts


def ask_keyed(keyed: KeyedQuestion, parts: Parts) -> Outcome:
    """Ask a question of the answer key; one with a context is asked after it, as a follow-up."""
    previous = ask(keyed.context, parts).page.question if keyed.context else None
    return ask(keyed.question, parts, previous=previous)
