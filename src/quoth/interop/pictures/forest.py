"""The forest plot: effects on one outcome in one measure, each as its source prints it. Nothing is pooled."""

import math
from dataclasses import dataclass

from markupsafe import Markup

from quoth.interop.citation import source_line
from quoth.interop.labels import n_label
from quoth.interop.layout import effect_words
from quoth.interop.pictures.drawing import SHAPE_BY_DESIGN, Link, Shape, drawing, line, shape, text
from quoth.model import Answer, ComparableRow, ComparableSet, Statement

__all__ = ["Forest", "ForestRow", "forests"]

WIDTH = 360.0
LEFT, RIGHT = 10.0, 350.0
ROW = 34.0
RATIOS = frozenset({"RR", "OR", "HR", "IRR"})
SETS_MAX = 6


@dataclass(frozen=True, slots=True)
class ForestRow:
    """One effect, as a row of the table behind the picture."""

    source: str
    effect: str
    """As the source prints it."""
    n: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Forest:
    """One picture and its table."""

    about: str
    measure: str
    name: str
    """Of the drawing: "f1", "f2"…"""
    svg: Markup
    rows: tuple[ForestRow, ...]


def forests(page: Answer) -> tuple[Forest, ...]:
    """The forest plots of a page, in its order; sets whose numbers cannot be drawn on their scale are left out."""
    by_id = {statement.id: statement for statement in page.statements()}
    made = []
    for at, group in enumerate(page.comparable[:SETS_MAX], start=1):
        held = [(row, by_id[row.statement_id]) for row in group.rows if row.statement_id in by_id]
        if len(held) > 1 and all(_drawable(row, group) for row, _ in held):
            made.append(_forest(f"f{at}", group, held, page))
    return tuple(made)


def _forest(name: str, group: ComparableSet, held: list[tuple[ComparableRow, Statement]], page: Answer) -> Forest:
    about = f"{group.intervention}: {group.outcome}" + (f", against {group.comparator}" if group.comparator else "")
    rows = tuple(
        ForestRow(
            source_line(statement, page),
            effect_words(statement, row.figure),
            n_label(statement.n),
            statement,
        )
        for row, statement in held
    )
    measure = f"{group.measure}{f', {group.unit}' if group.unit else ''}"
    return Forest(about[:1].upper() + about[1:], measure, name, _drawn(name, about, group, held, rows), rows)


def _drawn(
    name: str,
    about: str,
    group: ComparableSet,
    held: list[tuple[ComparableRow, Statement]],
    rows: tuple[ForestRow, ...],
) -> Markup:
    scale = math.log if group.measure in RATIOS else float
    ends = [scale(value) for row, _ in held for value in _numbers(row)] + [scale(group.no_effect)]
    low, high = min(ends), max(ends)
    room = (high - low) * 0.06 or 1.0
    low, high = low - room, high + room

    def at(value: float) -> float:
        return LEFT + (scale(value) - low) / (high - low) * (RIGHT - LEFT)

    bottom = len(held) * ROW + 8
    zero = at(group.no_effect)
    parts: list[Markup] = []
    for n, ((row, statement), told) in enumerate(zip(held, rows, strict=True)):
        y = n * ROW + 14
        value, first, last = _numbers(row)
        kind = SHAPE_BY_DESIGN.get(statement.design, Shape.TRIANGLE)
        parts += [
            text(0, y, _short(told.source)),
            line(zero, y + 3, zero, y + 17, "p-guide"),
            line(at(first), y + 10, at(last), y + 10, "p-axis"),
            line(at(first), y + 6, at(first), y + 14, "p-axis"),
            line(at(last), y + 6, at(last), y + 14, "p-axis"),
            shape(kind, at(value), y + 10, 10, "p-mark", Link(f"#{statement.id}", f"{told.source}: {told.effect}")),
        ]
    parts += [
        line(LEFT, bottom, RIGHT, bottom, "p-axis"),
        text(zero, bottom + 13, "no effect", "p-soft", anchor="middle"),
    ]
    parts += [
        text(x, bottom + 13, label, "p-soft", anchor=anchor)
        for x, label, anchor in (
            (LEFT, f"{_value(low, group):.3g}", "start"),
            (RIGHT, f"{_value(high, group):.3g}", "end"),
        )
        if abs(x - zero) > 60
    ]
    description = f"{len(held)} effects with their intervals, none of them pooled. A table follows."
    return drawing(name, f"Forest plot: {about}", description, WIDTH, bottom + 20, parts)


def _value(place: float, group: ComparableSet) -> float:
    return math.exp(place) if group.measure in RATIOS else place


def _numbers(row: ComparableRow) -> tuple[float, float, float]:
    figure = row.figure
    assert figure.value is not None
    assert figure.low is not None
    assert figure.high is not None
    return figure.value, min(figure.low, figure.high), max(figure.low, figure.high)


def _drawable(row: ComparableRow, group: ComparableSet) -> bool:
    """Whether all three numbers are there, finite, and, for ratios, above nothing."""
    figure = row.figure
    if figure.value is None or figure.low is None or figure.high is None:
        return False
    numbers = (figure.value, figure.low, figure.high)
    return all(math.isfinite(n) and (n > 0 or group.measure not in RATIOS) for n in numbers)


def _short(words: str, length: int = 54) -> str:
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"
