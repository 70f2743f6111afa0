"""A parsed strategy against an index: sets of records, line by line, exactly. The same library gives the same sets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from quoth.errors import BadInput
from quoth.search.boolean.atoms import Atom, Keys, either
from quoth.search.boolean.publication_types import refuse_unknown_type
from quoth.search.boolean.tree import Combined, Leaf, Line, LineRef, Node

__all__ = ["LineFound", "evaluate"]


@dataclass(frozen=True, slots=True)
class LineFound:
    """One line and the records that it found, by key."""

    line: Line
    keys: Keys


def evaluate(lines: Sequence[Line], matching: Callable[[Atom], Keys]) -> tuple[LineFound, ...]:
    """What each line finds, in order.

    Args:
        lines: as parsed; a line refers only to earlier ones.
        matching: keys of the records that an atom matches; each atom is asked for once.

    Raises:
        BadInput: a truncated word stands for too many words, or a publication type is none; the message names the line.
    """
    asked: dict[Atom, Keys] = {}
    found: list[LineFound] = []

    def of(node: Node) -> Keys:
        match node:
            case Leaf(atom):
                if atom not in asked:
                    asked[atom] = matching(atom)
                    if not len(asked[atom]):
                        refuse_unknown_type(atom, matching)
                return asked[atom]
            case LineRef(number):
                return found[number - 1].keys
            case Combined(operator, parts):
                return reduce(_JOINS[operator], [of(part) for part in parts])

    for line in lines:
        try:
            found.append(LineFound(line, of(line.node)))
        except BadInput as fault:
            raise BadInput(f"Line {line.number}: {fault}") from None
    return tuple(found)


def _and(one: Keys, other: Keys) -> Keys:
    return np.intersect1d(one, other, assume_unique=True)


def _or(one: Keys, other: Keys) -> Keys:
    return either(one, other)


def _not(one: Keys, other: Keys) -> Keys:
    return np.setdiff1d(one, other, assume_unique=True)


_JOINS: dict[str, Callable[[Keys, Keys], Keys]] = {"AND": _and, "OR": _or, "NOT": _not}
