"""The timeline: when guidelines spoke, and what has appeared since."""

from dataclasses import dataclass

from markupsafe import Markup

from quoth.interop.citation import short_name
from quoth.interop.labels import retraction_label, year_label
from quoth.interop.pictures.drawing import SHAPE_BY_DESIGN, Link, Shape, drawing, line, rect, shape, text
from quoth.model import DESIGN_LABELS, Answer, MarkKind, Reference, RetractionState

__all__ = ["Timeline", "timeline"]

WIDTH = 360.0
LEFT, RIGHT = 8.0, 12.0
STEP = 11.0
LEAST = 3
LANES: tuple[tuple[Shape, str], ...] = (
    (Shape.DIAMOND, "Guidelines and consensus"),
    (Shape.CIRCLE, "Systematic reviews"),
    (Shape.SQUARE, "Randomised trials"),
    (Shape.TRIANGLE, "Other sources"),
)
_NO_LONGER = frozenset({MarkKind.SUPERSEDED, MarkKind.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture and its table: references, newest first, those without a year last."""

    svg: Markup
    rows: tuple[tuple[Reference, str, str], ...]
    """(reference, kind, standing)."""
    newest_guidance: int | None


def timeline(page: Answer) -> Timeline | None:
    """The timeline of a page's sources, or nothing where too few of them have a year."""
    dated = [ref for ref in page.references if ref.year]
    if len(dated) < LEAST or len({ref.year for ref in dated}) == 1:
        return None
    guidance = [ref.year for ref in dated if ref.year and _lane(ref) is Shape.DIAMOND and not _outdated(ref)]
    newest = max(guidance, default=None)
    rows = sorted(page.references, key=lambda ref: (-(ref.year or 0), ref.number))
    table = tuple((ref, DESIGN_LABELS[ref.design], _standing(ref)) for ref in rows)
    return Timeline(_drawn(dated, newest), table, newest)


def _drawn(dated: list[Reference], newest: int | None) -> Markup:
    first, last = min(ref.year or 0 for ref in dated), max(ref.year or 0 for ref in dated)

    def at(year: float) -> float:
        return LEFT + (year - first) / max(1, last - first) * (WIDTH - LEFT - RIGHT)

    parts: list[Markup] = []
    y = 6.0
    for lane, name in LANES:
        held = [ref for ref in dated if _lane(ref) is lane]
        if not held:
            continue
        y += 12
        parts.append(text(0, y, name, "p-soft"))
        stacked: dict[int, int] = {}
        tallest = max(sum(ref.year == year for ref in held) for year in {ref.year for ref in held})
        base = y + 6 + tallest * STEP
        for ref in sorted(held, key=lambda ref: ref.number):
            assert ref.year is not None
            level = stacked.get(ref.year, 0)
            stacked[ref.year] = level + 1
            parts.append(_mark(ref, lane, at(ref.year), base - STEP / 2 - level * STEP))
        parts.append(line(LEFT - 6, base + 2, WIDTH, base + 2))
        y = base + 4
    if newest is not None and newest < last:
        x = at(newest + 0.5)
        parts.insert(0, rect(x, 4, WIDTH - x, y - 4, "p-new"))
        parts.append(text(WIDTH - 2, 13, f"since the {newest} guidance", "p-soft", anchor="end"))
        parts.append(line(x, 4, x, y, "p-guide", dashed=True))
    parts += [text(at(year), y + 13, str(year), "p-soft", anchor=anchor) for year, anchor in _ticks(first, last)]
    description = f"{len(dated)} sources from {first} to {last}. The table below says the same."
    return drawing("time", "Timeline of the sources", description, WIDTH, y + 18, parts)


def _ticks(first: int, last: int) -> list[tuple[int, str]]:
    """First, last, and round years between them that leave room."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if (last - first) / step <= 6)
    near = (last - first) / 8
    between = [year for year in range(first - first % step, last, step) if first + near < year < last - near]
    return [(first, "start"), *((year, "middle") for year in between), (last, "end")]


def _mark(ref: Reference, lane: Shape, x: float, y: float) -> Markup:
    retracted = ref.standing.retraction is RetractionState.YES
    css = "p-flag" if retracted else "p-open" if _outdated(ref) else "p-mark"
    label = f"[{ref.number}] {short_name(ref)}, {DESIGN_LABELS[ref.design]}, {year_label(ref.year)}"
    state = _standing(ref)
    return shape(lane, x, y, STEP - 2, css, Link(f"#ref-{ref.number}", f"{label}{', ' + state if state else ''}"))


def _lane(ref: Reference) -> Shape:
    return SHAPE_BY_DESIGN.get(ref.design, Shape.TRIANGLE)


def _outdated(ref: Reference) -> bool:
    return any(mark.kind in _NO_LONGER for mark in ref.marks)


def _standing(ref: Reference) -> str:
    if ref.standing.retraction is RetractionState.YES:
        return retraction_label(ref.standing)
    return ", ".join(sorted(mark.kind.value for mark in ref.marks if mark.kind in _NO_LONGER))
