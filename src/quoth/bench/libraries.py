"""Libraries to measure on: fresh ones in a folder of their own, opened the way a user's is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quoth.bench.answer_key import KeyedQuestion
from quoth.bench.measures import Bench
from quoth.bench.places import Places
from quoth.errors import BadFile
from quoth.pipeline import Outcome, Parts, ask
from quoth.search.dense import SecondReader, open_reader
from quoth.settings import load_settings
from quoth.wiring import open_parts

__all__ = ["ask_keyed", "opened_library", "opened_reader"]


@contextmanager
def opened_library(
    folder: Path, *, starter: bool = True, keep_answers: bool = False, bench: Bench | None = None
) -> Iterator[Parts]:
    """A library in this folder, with the starter library if it is new. No setting of the machine's user counts.

    Where `bench` measures with an encoder it reads, and its vectors are kept between experiments.
    """
    given = {
        "home": str(folder),
        "starter": "yes" if starter else "no",
        "keep_answers": "yes" if keep_answers else "no",
    }
    with open_parts(load_settings(environ={}, given=given)) as parts:
        if bench is not None and bench.with_encoder:
            parts.reader = opened_reader(bench.places)
        yield parts


def opened_reader(places: Places) -> SecondReader:
    """The encoder of the bench, as the settings would have it read.

    Raises:
        BadFile: there is none, or it cannot be used.
    """
    settings = load_settings(environ={})
    reader, note = open_reader(
        str(places.encoder or ""), places.vectors, k=settings.encoder_k, weight=settings.encoder_weight
    )
    if reader is None:
        raise BadFile(f"Search is measured with an encoder, and goes {note}.")
    return reader


def ask_keyed(keyed: KeyedQuestion, parts: Parts) -> Outcome:
    """Ask a question of the answer key; one with a context is asked after it, as a follow-up."""
    previous = ask(keyed.context, parts).page.question if keyed.context else None
    return ask(keyed.question, parts, previous=previous)
