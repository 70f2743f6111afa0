"""A small linear model of what somebody describes who has no name for it: "walks on tiptoe to the kettle".

It names no condition and answers nothing: `hints` looks for guidance under the names of what it finds likely. Trained
by `training/lay.py` on descriptions of our own; its weights are a table of words in plain text, so that they can be
read and argued with. It knows illnesses of all trades, many on which no pack holds anything: who describes a kidney
stone is to be read as speaking of that.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from quoth.errors import LibraryDamaged
from quoth.search.lay_features import FEATURES_VERSION

__all__ = ["LayModel", "load_lay", "pack_lay", "unpack_lay"]


@dataclass(frozen=True, slots=True)
class LayModel:
    """What can be described, and by feature what it speaks for."""

    names: tuple[tuple[str, ...], ...]
    """Of each thing that can be described what medicine calls it."""
    weights: Mapping[str, Mapping[int, float]]
    """By feature, places in `names` with their weights; the rest is 0. Their sum over the features of what is said, by
    the root of the count of those that are known, is the score of a thing."""

    def read(self, features: frozenset[str]) -> tuple[float, ...]:
        """How likely each thing is, 0 to 1, in the order of `names`; nothing where no feature is known."""
        known = [self.weights[one] for one in sorted(features) if one in self.weights]
        if not known:
            return ()
        scores = [0.0] * len(self.names)
        for row in known:
            for place, weight in row.items():
                scores[place] += weight
        scale = math.sqrt(len(known))
        top = max(scores)
        chances = [math.exp((score - top) / scale) for score in scores]
        return tuple(chance / sum(chances) for chance in chances)


def pack_lay(model: LayModel, *, trained_on: str) -> bytes:
    """The file's bytes: a line of JSON, then one feature a line with places and weights in tenths, none that is 0."""
    head = {
        "quoth_lay": 1,
        "features_version": FEATURES_VERSION,
        "trained_on": trained_on,
        "names": model.names,
    }
    lines = []
    for name in sorted(model.weights):
        tenths = ((place, round(10 * weight)) for place, weight in sorted(model.weights[name].items()))
        told = " ".join(f"{place}:{weight}" for place, weight in tenths if weight)
        if told:
            lines.append(f"{name}\t{told}")
    return "\n".join((json.dumps(head), *lines, "")).encode()


def unpack_lay(data: bytes) -> LayModel:
    """The model that `pack_lay` wrote.

    Raises:
        LibraryDamaged: the bytes are not such a file, or it was trained for other features.
    """
    try:
        head, *lines = data.decode().splitlines()
        facts = json.loads(head)
        if (facts["quoth_lay"], facts["features_version"]) != (1, FEATURES_VERSION):
            raise ValueError("another version")
        names = tuple(map(tuple, facts["names"]))
        weights: dict[str, dict[int, float]] = {}
        for line in lines:
            feature, told = line.split("\t")
            pairs = (pair.split(":") for pair in told.split(" "))
            weights[feature] = {int(place): int(weight) / 10 for place, weight in pairs}
        if any(not 0 <= place < len(names) for row in weights.values() for place in row):
            raise ValueError("its parts do not add up")
        return LayModel(names, weights)
    except (ValueError, KeyError, TypeError) as fault:
        raise LibraryDamaged(
            f"The model of descriptions cannot be read ({fault}). Expected the file that ships with quoth. "
            "Install quoth again."
        ) from fault


@cache
def load_lay() -> LayModel:
    """The model that ships with quoth, read once."""
    return unpack_lay(resources.files("quoth").joinpath("data", "lay.model").read_bytes())
