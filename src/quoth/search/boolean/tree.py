"""A strategy as it was understood: lines of atoms joined by operators, and how it is written again."""

from dataclasses import dataclass

from quoth.search.boolean.atoms import Atom

__all__ = ["Combined", "Leaf", "Line", "LineRef", "Node", "references_of"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One atom."""

    atom: Atom


@dataclass(frozen=True, slots=True)
class LineRef:
    """Everything that an earlier line found. Numbers start at 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Combined:
    """Parts joined by one operator: "AND", "OR" or "NOT" (the first without the others)."""

    operator: str
    parts: tuple["Node", ...]


Node = Leaf | LineRef | Combined


@dataclass(frozen=True, slots=True)
class Line:
    """One numbered line: as typed, and as understood."""

    number: int
    text: str
    node: Node
    notes: tuple[str, ...] = ()
    """What was read in a way that whoever typed it may not expect."""


def references_of(node: Node) -> frozenset[int]:
    """Numbers of the lines that a node refers to."""
    match node:
        case LineRef(number):
            return frozenset({number})
        case Combined(_, parts):
            return frozenset().union(*(references_of(part) for part in parts))
        case _:
            return frozenset()
