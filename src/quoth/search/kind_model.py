"""A small linear model of what a question asks for: treatment, diagnosis, prognosis, cause or signs.

It speaks where no rule of `facet_table` fits. Trained by `training/kinds.py` on questions of our own; its weights are a
table of words in plain text, so that they can be read and argued with.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from quoth.errors import LibraryDamaged
from quoth.model import QuestionKind
from quoth.search.kind_features import FEATURES_VERSION, features_of

__all__ = ["KindModel", "load_kinds", "pack_kinds", "unpack_kinds"]


@dataclass(frozen=True, slots=True)
class KindModel:
    """`weights[feature]` has one number a kind; their sum over a question's features, by the root of their count."""

    kinds: tuple[QuestionKind, ...]
    weights: Mapping[str, tuple[float, ...]]

    def read(self, question: str) -> tuple[QuestionKind, float]:
        """The most probable kind with its probability. A question of unknown words alone is as likely any kind."""
        known = [row for row in map(self.weights.get, sorted(features_of(question))) if row is not None]
        if not known:
            return self.kinds[0], 1 / len(self.kinds)
        scale = math.sqrt(len(known))
        scores = [sum(column) / scale for column in zip(*known, strict=True)]
        top = max(scores)
        chances = [math.exp(score - top) for score in scores]
        return self.kinds[scores.index(top)], 1 / sum(chances)


def pack_kinds(model: KindModel, *, seed: int, trained_on: str) -> bytes:
    """The file's bytes: a line of JSON, then one feature a line with its weights in hundredths."""
    head = {
        "quoth_kinds": 1,
        "features_version": FEATURES_VERSION,
        "seed": seed,
        "trained_on": trained_on,
        "kinds": [kind.value for kind in model.kinds],
    }
    lines = [
        "\t".join((name, *(str(round(100 * weight)) for weight in model.weights[name])))
        for name in sorted(model.weights)
    ]
    return "\n".join((json.dumps(head), *lines, "")).encode()


def unpack_kinds(data: bytes) -> KindModel:
    """The model that `pack_kinds` wrote.

    Raises:
        LibraryDamaged: the bytes are not such a file, or it was trained for other features.
    """
    try:
        head, *lines = data.decode().splitlines()
        facts = json.loads(head)
        if (facts["quoth_kinds"], facts["features_version"]) != (1, FEATURES_VERSION):
            raise ValueError("another version")
        kinds = tuple(map(QuestionKind, facts["kinds"]))
        rows = (line.split("\t") for line in lines)
        weights = {name: tuple(int(number) / 100 for number in numbers) for name, *numbers in rows}
        if any(len(row) != len(kinds) for row in weights.values()):
            raise ValueError("its parts do not add up")
        return KindModel(kinds, weights)
    except (ValueError, KeyError, TypeError) as fault:
        raise LibraryDamaged(
            f"The model of question kinds cannot be read ({fault}). Expected the file that ships with quoth. "
            "Install quoth again."
        ) from fault


@cache
def load_kinds() -> KindModel:
    """The model that ships with quoth, read once."""
    return unpack_kinds(resources.files("quoth").joinpath("data", "kinds.model").read_bytes())
