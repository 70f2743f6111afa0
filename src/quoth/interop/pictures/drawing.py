"""Shapes and words of a drawing: one shape for each family of designs, colours by class with a plain one for paper.

Pages give the classes their colours, light and dark; a reader of the file or PDF without the stylesheet sees the plain
ones. No state is told by colour alone: shape, place and the table behind the picture say the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup, escape

from quoth.model import Design

__all__ = ["SHAPE_BY_DESIGN", "SHAPE_LABELS", "Link", "Shape", "drawing", "line", "rect", "shape", "text"]


class Shape(StrEnum):
    """What stands for a family of designs."""

    DIAMOND = "diamond"
    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"


SHAPE_LABELS: dict[Shape, str] = {
    Shape.DIAMOND: "guideline or consensus",
    Shape.CIRCLE: "systematic review",
    Shape.SQUARE: "randomised trial",
    Shape.TRIANGLE: "other study",
}

SHAPE_BY_DESIGN: dict[Design, Shape] = {
    Design.GUIDELINE: Shape.DIAMOND,
    Design.CONSENSUS: Shape.DIAMOND,
    Design.NETWORK_META_ANALYSIS: Shape.CIRCLE,
    Design.META_ANALYSIS: Shape.CIRCLE,
    Design.SYSTEMATIC_REVIEW: Shape.CIRCLE,
    Design.RCT: Shape.SQUARE,
}

_PLAIN: dict[str, Markup] = {
    "p-text": Markup('fill="#17201f"'),
    "p-soft": Markup('fill="#50605d"'),
    "p-line": Markup('stroke="#dde3dc" fill="none"'),
    "p-axis": Markup('stroke="#50605d" fill="none"'),
    "p-band": Markup('fill="#f4f6f2"'),
    "p-new": Markup('fill="#e6f5ec"'),
    "p-guide": Markup('stroke="#0a5c5a" fill="none"'),
    "p-mark": Markup('fill="#e6f1ef" stroke="#0a5c5a"'),
    "p-open": Markup('fill="#ffffff" stroke="#50605d"'),
    "p-flag": Markup('fill="#ffffff" stroke="#9c1f1a"'),
}


_OUTLINES = {
    Shape.CIRCLE: Markup('<path class="{css}" {plain} d="M{x} {y}m-{r} 0a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z">'),
    Shape.SQUARE: Markup('<path class="{css}" {plain} d="M{x} {y}m-{s} -{s}h{t}v{t}h-{t}z">'),
    Shape.DIAMOND: Markup('<path class="{css}" {plain} d="M{x} {y}m0 -{r}l{r} {r}l-{r} {r}l-{r} -{r}z">'),
    Shape.TRIANGLE: Markup('<path class="{css}" {plain} d="M{x} {y}m0 -{r}l{r} {u}h-{d}z">'),
}


@dataclass(frozen=True, slots=True)
class Link:
    """Where a mark leads, and what it is called."""

    href: str
    label: str


def drawing(name: str, title: str, description: str, width: float, height: float, parts: Iterable[Markup]) -> Markup:
    """A whole drawing with its title and description for those who do not see it."""
    body = Markup("").join(parts)
    return Markup(
        '<svg role="group" aria-labelledby="{n}-t {n}-d" viewBox="0 0 {w:g} {h:g}" font-size="11" '
        'font-family="sans-serif"><title id="{n}-t">{t}</title><desc id="{n}-d">{d}</desc>{b}</svg>'
    ).format(n=name, t=title, d=description, w=width, h=round(height, 1), b=body)


def shape(kind: Shape, x: float, y: float, size: float, css: str, link: Link) -> Markup:
    """A mark of a diameter, with its name as a title; the table has the same link, so it is no stop of the tab key."""
    r = round(size / 2, 1)
    sizes = {"r": r, "d": 2 * r, "s": r * 0.88, "t": r * 1.76, "u": r * 1.8}
    drawn = _OUTLINES[kind].format(x=f"{x:.1f}", y=f"{y:.1f}", css=css, plain=_PLAIN[css], **_short(sizes))
    return Markup('<a href="{}" tabindex="-1" aria-label="{}">{}<title>{}</title></path></a>').format(
        link.href, link.label, drawn, link.label
    )


def _short(sizes: dict[str, float]) -> dict[str, str]:
    return {name: f"{value:.1f}" for name, value in sizes.items()}


def text(x: float, y: float, words: str, css: str = "p-text", *, anchor: str = "start", bold: bool = False) -> Markup:
    """Words at a place; hidden from screen readers, which have the table."""
    weight = Markup(' font-weight="700"') if bold else ""
    return Markup('<text aria-hidden="true" x="{:.1f}" y="{:.1f}" text-anchor="{}" class="{}" {}{}>{}</text>').format(
        x, y, anchor, css, _PLAIN[css], weight, escape(words)
    )


def line(x1: float, y1: float, x2: float, y2: float, css: str = "p-line", *, dashed: bool = False) -> Markup:
    """A straight line."""
    dash = Markup(' stroke-dasharray="3 3"') if dashed else ""
    return Markup('<path d="M{:.1f} {:.1f}L{:.1f} {:.1f}" class="{}" {}{}/>').format(
        x1, y1, x2, y2, css, _PLAIN[css], dash
    )


def rect(x: float, y: float, width: float, height: float, css: str) -> Markup:
    """A filled band."""
    return Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" class="{}" {}/>').format(
        x, y, width, height, css, _PLAIN[css]
    )
