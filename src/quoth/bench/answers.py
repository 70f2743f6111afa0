"""The answer key on a fresh starter library: how many questions hold, and what failed; and what must be refused."""

import random
import string
import tempfile
from dataclasses import dataclass
from pathlib import Path

from quoth.bench.answer_key import is_within_reach, judge_page, load_answer_key
from quoth.bench.libraries import ask_keyed, opened_library
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.statistics import mean_with_interval
from quoth.model import Abstention
from quoth.pipeline import ask, ingest

__all__ = ["Parameters", "measure"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What is asked. `key` is a folder of the repository."""

    key: str = "tests/acceptance/answer_key"
    refused: tuple[str, ...] = ()
    """Questions that this library must not answer."""
    take_in: str = ""
    """A file below the data folder that is taken in first."""
    noise_chars: int = 0
    """Length of two further ones, made of random letters and of random words; 0 for none."""


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Share of the key's questions that hold, and of unanswerable ones that were refused."""
    key = load_answer_key(bench.places.repository / parameters.key)
    unanswerable = [*parameters.refused, *_noise(parameters.noise_chars, bench.seed)]
    holds: list[float] = []
    reach: list[float] = []
    notes: list[str] = []
    with tempfile.TemporaryDirectory() as folder, opened_library(Path(folder), bench=bench) as parts:
        if parameters.take_in:
            ingest([bench.places.data / parameters.take_in], parts)
        for number, keyed in enumerate(key, start=1):
            page = ask_keyed(keyed, parts).page
            faults = judge_page(keyed, page)
            holds.append(float(not faults))
            if keyed.expect == "answer":
                reach.append(float(is_within_reach(keyed, page)))
            if faults:
                notes.append(f"{keyed.pack}: {keyed.question} - {'; '.join(faults)}")
            if number % 20 == 0:
                bench.say(f"{number} of {len(key)} asked, {sum(holds):.0f} hold")
        refused = [isinstance(ask(question, parts).page, Abstention) for question in unanswerable]
    notes += [f"answered: {_short(text)}" for text, right in zip(unanswerable, refused, strict=True) if not right]
    return Measured(
        (
            mean_with_interval("holds", holds, seed=bench.seed),
            mean_with_interval("within_reach", reach, seed=bench.seed),
            Measurement("failing", float(len(holds) - sum(holds)), n=len(holds)),
            Measurement("unanswerable_refused", sum(refused) / max(1, len(refused)), n=len(refused)),
        ),
        tuple(notes),
    )


def _noise(chars: int, seed: int) -> tuple[str, ...]:
    if not chars:
        return ()
    source = random.Random(seed)  # noqa: S311 - noise, no secret
    letters = "".join(source.choice(string.printable) for _ in range(chars))
    words = " ".join(
        "".join(source.choices(string.ascii_lowercase, k=source.randint(2, 12))) for _ in range(chars // 7)
    )
    return letters, words[:chars]


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}...")
