"""The straight lines drawn on a PDF page, level and upright: what borders the cells of a table.

A border may be a stroke, a thin filled box, or the edge of a coloured cell; each counts the same.
"""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

__all__ = ["Rule", "Rules", "rules_of"]

_SHORTEST = 4.0
_STRAIGHT = 0.8
_NEAR = 2.5
_MOST_OBJECTS = 50_000
_MOST_SEGMENTS = 60
_MOST_RULES = 800
"""Beyond this a page is a drawing, and no table is looked for in its lines."""
_DEEPEST = 3
_Matrix = tuple[float, float, float, float, float, float]
_Segment = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: the place that all of it shares (x of an upright one, y of a level one), and its reach."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines of a page."""

    upright: tuple[Rule, ...] = ()
    level: tuple[Rule, ...] = ()


def rules_of(page: Any) -> Rules:  # noqa: ANN401 - pypdfium2 has no types
    """The lines drawn on a page; none where there are as many as in a drawing."""
    import pypdfium2.raw as pdfium

    upright: list[Rule] = []
    level: list[Rule] = []
    paths = _paths(pdfium, page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, _IDENTITY, 0)
    for path, matrix in paths:
        for x, y, to_x, to_y in _segments(pdfium, path, matrix):
            if abs(x - to_x) < _STRAIGHT and abs(y - to_y) >= _SHORTEST:
                upright.append(Rule((x + to_x) / 2, min(y, to_y), max(y, to_y)))
            elif abs(y - to_y) < _STRAIGHT and abs(x - to_x) >= _SHORTEST:
                level.append(Rule((y + to_y) / 2, min(x, to_x), max(x, to_x)))
    found = Rules(tuple(_merged(upright)), tuple(_merged(level)))
    return found if len(found.upright) + len(found.level) <= _MOST_RULES else Rules()


_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _paths(
    pdfium: Any,  # noqa: ANN401
    holder: Any,  # noqa: ANN401
    count: Any,  # noqa: ANN401
    get: Any,  # noqa: ANN401
    outer: _Matrix,
    depth: int,
) -> Iterator[tuple[Any, _Matrix]]:
    """The drawn paths of a page or of a form within it, each with what places it on the page."""
    for at in range(min(count(holder), _MOST_OBJECTS)):
        one = get(holder, at)
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM):
            continue
        own = pdfium.FS_MATRIX()
        placed = outer
        if pdfium.FPDFPageObj_GetMatrix(one, ctypes.byref(own)):
            placed = _times((own.a, own.b, own.c, own.d, own.e, own.f), outer)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < _DEEPEST:
                parts = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject
                yield from _paths(pdfium, one, *parts, placed, depth + 1)
            continue
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(one, ctypes.byref(fill), ctypes.byref(stroke))
        if fill.value or stroke.value:
            yield one, placed


def _segments(pdfium: Any, path: Any, matrix: _Matrix) -> Iterator[_Segment]:  # noqa: ANN401
    a, b, c, d, e, f = matrix
    start: tuple[float, float] | None = None
    last: tuple[float, float] | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        here = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            yield (*last, *here)
        last = here
        if start is not None and pdfium.FPDFPathSegment_GetClose(segment):
            yield (*here, *start)
            last = start


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _merged(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Both edges of a thin box, and the pieces of a border that each cell draws for itself, as one line."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda one: one.at):
        if groups and rule.at - groups[-1][-1].at <= _NEAR and rule.at - groups[-1][0].at <= 2 * _NEAR:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    for group in groups:
        place = (group[0].at + group[-1].at) / 2
        start = end = None
        for rule in sorted(group, key=lambda one: one.start):
            if start is None or end is None:
                start, end = rule.start, rule.end
            elif rule.start <= end + _NEAR:
                end = max(end, rule.end)
            else:
                yield Rule(place, start, end)
                start, end = rule.start, rule.end
        if start is not None and end is not None:
            yield Rule(place, start, end)
