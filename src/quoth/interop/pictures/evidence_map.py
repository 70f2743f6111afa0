"""The evidence map: what was studied against what it reports, one mark a study, sized by people, shaped by design."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from quoth.interop.citation import source_line
from quoth.interop.labels import DIRECTION_LABELS, n_label
from quoth.interop.pictures.drawing import SHAPE_BY_DESIGN, SHAPE_LABELS, Link, Shape, drawing, line, rect, shape, text
from quoth.model import DESIGN_LABELS, Answer, MarkKind, Statement

__all__ = ["EvidenceMap", "MapRow", "evidence_map"]

WIDTH = 360.0
SMALLEST, LARGEST = 8.0, 24.0
PEOPLE_FOR_LARGEST = 20_000
"""From this number of people on, marks do not grow."""
ROWS_MAX = 14
LEAST = 3
"""Fewer studies than this make no map."""


@dataclass(frozen=True, slots=True)
class MapRow:
    """One mark, as a row of the table behind the picture."""

    intervention: str
    direction: str
    design: str
    n: str
    source: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class EvidenceMap:
    """The picture and its table."""

    svg: Markup
    rows: tuple[MapRow, ...]
    shapes: tuple[tuple[Shape, str], ...]
    left_out: int
    """Interventions that the picture has no room for; the table has them."""


def evidence_map(page: Answer) -> EvidenceMap | None:
    """The map of a page's research, or nothing where there is too little to see."""
    found = [
        (group.intervention, statement)
        for group in page.research
        for statement in _one_per_source((*group.statements, *group.more))
    ]
    if len(found) < LEAST:
        return None
    rows = tuple(_row(name, statement, page) for name, statement in found)
    names = list(dict.fromkeys(row.intervention for row in rows))
    columns = [label for label in dict.fromkeys(DIRECTION_LABELS.values()) if any(r.direction == label for r in rows)]
    shown = [row for row in rows if row.intervention in names[:ROWS_MAX]]
    svg = _drawn(names[:ROWS_MAX], columns, shown)
    used = {SHAPE_BY_DESIGN.get(row.statement.design, Shape.TRIANGLE) for row in rows}
    shapes = tuple((one, SHAPE_LABELS[one]) for one in Shape if one in used)
    return EvidenceMap(svg, rows, shapes, max(0, len(names) - ROWS_MAX))


def _one_per_source(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The first statement of each source for one direction: a report is one study, however much it says."""
    held: dict[tuple[int, str], Statement] = {}
    for statement in statements:
        held.setdefault((statement.citations[0], DIRECTION_LABELS[statement.direction]), statement)
    return tuple(held.values())


def _row(name: str, statement: Statement, page: Answer) -> MapRow:
    return MapRow(
        name,
        DIRECTION_LABELS[statement.direction],
        DESIGN_LABELS[statement.design],
        n_label(statement.n),
        source_line(statement, page),
        statement,
    )


def _drawn(names: list[str], columns: list[str], rows: list[MapRow]) -> Markup:
    column_width = WIDTH / len(columns)
    parts = [
        text(column_width * (n + 0.5), 11, words.removeprefix("reports "), "p-soft", anchor="middle")
        for n, words in enumerate(columns)
    ]
    y = 18.0
    for name in names:
        y += 15
        parts += [line(0, y - 13, WIDTH, y - 13), text(0, y, _short(name), bold=True)]
        cells = [[r for r in rows if r.intervention == name and r.direction == column] for column in columns]
        placed = [_placed(cell, column_width - 10) for cell in cells]
        height = max(bottom for _, bottom in placed)
        for n, (marks, _) in enumerate(placed):
            if n % 2 == 0:
                parts.insert(0, rect(column_width * n, y + 4, column_width, height, "p-band"))
            parts += [_mark(row, column_width * n + 5 + x, y + 4 + dy, size) for row, x, dy, size in marks]
        y += height + 8
    title = "Evidence map"
    description = (
        f"{len(rows)} reports on {len(names)} interventions, by what they report. The table below says the same."
    )
    return drawing("map", title, description, WIDTH, y, parts)


def _placed(cell: list[MapRow], width: float) -> tuple[list[tuple[MapRow, float, float, float]], float]:
    """Marks side by side, largest first, in as many lines as they need: (row, x, y, size) and the height of all."""
    x, y, tall = 0.0, 3.0, 0.0
    placed = []
    for row in sorted(cell, key=lambda row: (-_size(row.statement.n), row.statement.id)):
        size = _size(row.statement.n)
        if x + size > width and x > 0:
            x, y, tall = 0.0, y + tall + 3, 0.0
        placed.append((row, x + size / 2, y + max(size, tall) / 2, size))
        tall = max(tall, size)
        x += size + 4
    return placed, y + tall + 3


def _size(n: int | None) -> float:
    """Diameter: the area grows with the number of people, an unknown number is drawn smallest."""
    share = math.sqrt(min(n or 0, PEOPLE_FOR_LARGEST) / PEOPLE_FOR_LARGEST)
    return SMALLEST + (LARGEST - SMALLEST) * share


def _mark(row: MapRow, x: float, y: float, size: float) -> Markup:
    kind = SHAPE_BY_DESIGN.get(row.statement.design, Shape.TRIANGLE)
    kinds = {mark.kind for mark in row.statement.marks}
    css = "p-flag" if MarkKind.RETRACTED in kinds else "p-open" if row.statement.n is None else "p-mark"
    flag = "retracted, " if MarkKind.RETRACTED in kinds else ""
    label = f"{row.source}: {flag}{row.n}, {row.direction}"
    return shape(kind, x, y, size, css, Link(f"#{row.statement.id}", label))


def _short(name: str, length: int = 52) -> str:
    name = name[:1].upper() + name[1:]
    return name if len(name) <= length else f"{name[: length - 1].rstrip()}…"
