"""The trained role model: linear scores of each sentence, read together as a chain, in plain Python.

The chain has two states a role: a sentence begins a section of that role or goes on with it. A look-up table and
additions in plain Python are as quick here as an array library's calls, and the same on every machine. Marginal
probabilities come from the forward and backward sums of the chain.
"""

import math
import struct
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources

from quoth.errors import LibraryDamaged
from quoth.evidence.role_model.role_features import FEATURES_VERSION, features_of
from quoth.evidence.role_model.role_file import RoleWeights, unpack_weights
from quoth.evidence.role_model.roles import Labelled
from quoth.model import SectionRole

__all__ = ["ChainRoles", "ShippedRoles", "load_roles"]


_KEPT_TEXTS = 4_096
"""Texts whose labels are kept, because the next question often comes to the same ones."""


class ChainRoles:
    """Roles by a trained chain. Immutable after building; safe to share between threads."""

    def __init__(self, weights: RoleWeights) -> None:
        if weights.features_version != FEATURES_VERSION:
            raise LibraryDamaged(
                f"The sentence-role model was trained for features {weights.features_version}, this quoth reads "
                f"{FEATURES_VERSION}. Run training/roles.py, or install quoth again."
            )
        size = len(weights.roles)
        rows = struct.iter_unpack(f"{size}b", weights.weights)
        self._table: dict[str, tuple[int, ...]] = dict(zip(weights.features, rows, strict=True))
        self._scale = weights.scale
        self._moves = tuple(tuple(math.exp(value) for value in row) for row in weights.transitions)
        self._roles = tuple(SectionRole(role) for role in dict.fromkeys(weights.roles))
        self._states = tuple(tuple(i for i, name in enumerate(weights.roles) if name == r.value) for r in self._roles)
        self._begins = tuple(float(name not in weights.roles[:i]) for i, name in enumerate(weights.roles))
        self.trained_on = weights.trained_on
        self._kept = lru_cache(maxsize=_KEPT_TEXTS)(self._read)

    def label(self, sentences: Sequence[str]) -> tuple[Labelled, ...]:
        """The most probable role of each sentence given all of them, with its probability."""
        return self._kept(tuple(sentences)) if sentences else ()

    def _read(self, sentences: tuple[str, ...]) -> tuple[Labelled, ...]:
        chances = self._marginals([self._chances(row) for row in features_of(sentences)])
        labels = []
        for states in chances:
            row = [sum(states[i] for i in of_role) for of_role in self._states]
            top = min(1.0, max(row))
            labels.append(Labelled(self._roles[row.index(max(row))], top))
        return tuple(labels)

    def _chances(self, features: Sequence[str]) -> list[float]:
        """exp(score) for each state, scaled so that the largest is 1."""
        found = [row for row in map(self._table.get, features) if row is not None]
        scores = [sum(column) for column in zip(*found, strict=True)] if found else [0] * len(self._begins)
        top = max(scores)
        return [math.exp((score - top) * self._scale) for score in scores]

    def _marginals(self, chances: list[list[float]]) -> list[list[float]]:
        """Forward and backward sums, normalised at each step so that nothing overflows."""
        columns = tuple(zip(*self._moves, strict=True))
        forward = [_normal(list(map(_times, chances[0], self._begins)))]
        for here in chances[1:]:
            last = forward[-1]
            forward.append(
                _normal([h * sum(map(_times, last, column)) for h, column in zip(here, columns, strict=True)])
            )
        marginals = [forward[-1]]
        back: list[float] = [1.0] * len(self._begins)
        for place in range(len(chances) - 2, -1, -1):
            onward = list(map(_times, chances[place + 1], back))
            back = _normal([sum(map(_times, row, onward)) for row in self._moves])
            marginals.append(_normal(list(map(_times, forward[place], back))))
        return marginals[::-1]


class ShippedRoles:
    """The model that ships with quoth, read when the first unlabelled text comes: most questions need none."""

    def label(self, sentences: Sequence[str]) -> tuple[Labelled, ...]:
        """As `ChainRoles.label`. Raises LibraryDamaged when the file that ships with quoth was changed."""
        return load_roles().label(sentences)


@cache
def load_roles() -> ChainRoles:
    """The model that ships with quoth, read once."""
    data = resources.files("quoth").joinpath("data", "roles.model").read_bytes()
    return ChainRoles(unpack_weights(data))


def _times(a: float, b: float) -> float:
    return a * b


def _normal(values: list[float]) -> list[float]:
    total = sum(values)
    return [value / total for value in values]
