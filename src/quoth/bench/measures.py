"""The table of what can be measured. A measure is a module with `Parameters` and `measure(parameters, bench)`."""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

import msgspec

from quoth.bench.experiment import Experiment
from quoth.bench.measurement import Measured
from quoth.bench.places import Places
from quoth.errors import BadFile

__all__ = ["MEASURES", "Bench", "measure"]


@dataclass(frozen=True, slots=True)
class Bench:
    """What every measure is given beside its parameters."""

    places: Places
    seed: int
    say: Callable[[str], None]
    """A line for whoever waits."""
    with_encoder: bool = False
    """Whether search is measured with the encoder of `places`."""


# Imported when run: an experiment needs packages that the others, and `bench list`, do without.
MEASURES: dict[str, str] = {
    "reading": "quoth.bench.reading",
    "ingest": "quoth.bench.ingesting",
    "ingest-million": "quoth.bench.million",
    "retrieval": "quoth.bench.retrieval",
    "sentences": "quoth.bench.boundaries",
    "roles": "quoth.bench.roles",
    "chosen": "quoth.bench.chosen",
    "kinds": "quoth.bench.kinds",
    "direction": "quoth.bench.directions",
    "disagreement": "quoth.bench.disagreement",
    "full-text-spans": "quoth.bench.full_text_spans",
    "figures": "quoth.bench.figures",
    "pico": "quoth.bench.pico",
    "trials": "quoth.bench.trials",
    "time-points": "quoth.bench.time_points",
    "minimal-differences": "quoth.bench.minimal_differences",
    "recommendations": "quoth.bench.recommendations",
    "open-guidelines": "quoth.bench.open_guidelines",
    "own-words": "quoth.bench.own_words",
    "latency": "quoth.bench.latency",
    "live": "quoth.bench.live",
    "peers": "quoth.bench.peers",
    "people": "quoth.bench.people",
    "sweep": "quoth.bench.sweeping",
    "scaling": "quoth.bench.scaling",
    "startup": "quoth.bench.startup",
    "pages": "quoth.bench.pages",
    "load": "quoth.bench.load",
    "answers": "quoth.bench.answers",
    "checker": "quoth.bench.planted",
    "traps": "quoth.bench.traps",
    "abstaining": "quoth.bench.abstaining",
    "strangers": "quoth.bench.strangers",
    "lay": "quoth.bench.lay",
    "guest": "quoth.bench.guests",
    "guest-pages": "quoth.bench.guest_pages",
    "meanings": "quoth.bench.meanings",
    "paraphrases": "quoth.bench.paraphrases",
}


def measure(experiment: Experiment, bench: Bench, table: Mapping[str, str] = MEASURES) -> Measured:
    """Run the measure that an experiment names.

    Raises:
        BadFile: no such measure, or parameters that it does not take.
        MissingExtra: it needs a package that is not installed.
    """
    if experiment.measure not in table:
        raise BadFile(
            f"Experiment {experiment.name!r} names the measure {experiment.measure!r}. Known: {', '.join(table)}."
        )
    module = importlib.import_module(table[experiment.measure])
    try:
        parameters = msgspec.convert(experiment.parameters, module.Parameters)
    except msgspec.ValidationError as fault:
        raise BadFile(f"Parameters of experiment {experiment.name!r} cannot be used: {fault}.") from fault
    return cast(Callable[[Any, Bench], Measured], module.measure)(parameters, bench)
