"""Experiments as they stand in `bench/experiments/*.yaml`, read strictly."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import yaml

from quoth.bench.expectation import Expectation
from quoth.errors import BadFile, BadInput
from quoth.text.nearest import did_you_mean

__all__ = ["Experiment", "load_experiments", "pick"]


class Experiment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One experiment. The file carries its name."""

    name: str
    shows: str
    """What a reader learns from it, in a sentence or two."""
    measure: str
    """A name of `quoth.bench.measures.MEASURES`."""
    figures: tuple[Expectation, ...]
    needs: tuple[str, ...] = ()
    """Files and folders below the data folder."""
    encoder: bool = False
    """Whether it is measured with the encoder that QUOTH_BENCH_ENCODER names, and only then."""
    parameters: dict[str, Any] = {}
    seed: int = 0


def load_experiments(folder: Path) -> tuple[Experiment, ...]:
    """All experiments of a folder, by name.

    Raises:
        BadInput: there is no such folder, or no experiment in it.
        BadFile: a file is not an experiment.
    """
    files = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    if not files:
        raise BadInput(
            f"No experiments found ({folder}). They come with a checkout of the repository, in bench/experiments. "
            "Run from there, or name the bench folder with --folder."
        )
    return tuple(_load(file) for file in files)


def pick(experiments: Sequence[Experiment], names: Sequence[str]) -> tuple[Experiment, ...]:
    """The named experiments, in the order asked for. Raises BadInput for an unknown name."""
    by_name = {experiment.name: experiment for experiment in experiments}
    for name in names:
        if name not in by_name:
            meant = did_you_mean(name, by_name)
            raise BadInput(f"Experiment {name!r} does not exist.{meant} `quoth bench list` shows all {len(by_name)}.")
    return tuple(by_name[name] for name in dict.fromkeys(names))


def _load(file: Path) -> Experiment:
    try:
        experiment = msgspec.convert(yaml.safe_load(file.read_text(encoding="utf-8")), Experiment)
    except (yaml.YAMLError, UnicodeDecodeError, msgspec.ValidationError) as fault:
        raise BadFile(f"Experiment cannot be read: {fault} ({file.name}). Mend that place in the file.") from fault
    names = [row.name for row in experiment.figures]
    if experiment.name != file.stem:
        raise BadFile(f"Experiment {experiment.name!r} stands in {file.name}. Give file and experiment the same name.")
    if len(set(names)) < len(names) or not names:
        raise BadFile(f"Experiment {experiment.name!r} needs figures with different names ({file.name}).")
    return experiment
