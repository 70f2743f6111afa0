"""Letters of a PDF page as lines: runs of text on one baseline without a wide gap, with their place and size."""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quoth.errors import HostileFile

__all__ = ["SOFT_HYPHEN", "Cell", "Line", "Word", "lines_of"]

_GAP = 1.6
"""A gap of this many letter sizes ends a run: what follows stands in another column or cell."""
_BOLD = 600
_BOLD_NAME, _NAME_BYTES = re.compile(rb"bold|black|heavy", re.IGNORECASE), 200
_LINE_HYPHENS = {"\x02", "\ufffe"}
"""How pdfium writes a hyphen at the end of a line, soft or not."""
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a blank between them, and where they stand on their line's base."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    """By the weight of its letters or the name of their font."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table's row: the lines of its words, and those of what its column is called."""

    lines: tuple[str, ...]
    head: tuple[str, ...] = ()
    at: int = 0
    """Which column it stands in, from 0."""


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text, or a whole row of a table. Places are in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    page_height: float
    page_width: float
    words: tuple[Word, ...] = ()
    cells: tuple[Cell, ...] = ()
    """Of a table's row; empty for a run of text."""


@dataclass(slots=True)
class _Run:
    letters: list[str]
    places: list[tuple[float, float]]
    left: float
    right: float
    bottom: float
    top: float
    base: float
    sizes: list[float]
    last_left: float
    bold: int = 0
    in_bold_font: bool = False


def lines_of(page: Any, *, most_chars: int) -> list[Line]:  # noqa: ANN401 - pypdfium2 has no types
    """The lines of a page in the order of its content. Raises HostileFile beyond `most_chars` letters."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    text = page.get_textpage()
    count = text.count_chars()
    if count > most_chars:
        raise HostileFile(f"A page holds {count:,} letters, beyond what an honest document has. Split it, or check it.")
    handle = text.raw
    box = [ctypes.c_double() for _ in range(4)]
    origin = [ctypes.c_double() for _ in range(2)]
    matrix = pdfium.FS_MATRIX()
    lines: list[Line] = []
    run: _Run | None = None
    for at in range(count):
        code = pdfium.FPDFText_GetUnicode(handle, at)
        letter = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if letter in ("\r", "\n", ""):
            if letter and run is not None and pdfium.FPDFText_IsGenerated(handle, at) != 1:
                lines.append(_line(run, width, height))
                run = None
            continue
        if letter.isspace():
            if run is not None:
                run.letters.append(" ")
                run.places.append((run.right, run.right))
            continue
        pdfium.FPDFText_GetCharBox(handle, at, *map(ctypes.byref, (box[0], box[1], box[2], box[3])))
        left, right, bottom, top = (value.value for value in box)
        pdfium.FPDFText_GetCharOrigin(handle, at, *map(ctypes.byref, origin))
        base = origin[1].value
        size = pdfium.FPDFText_GetFontSize(handle, at) * _scale(pdfium, handle, at, matrix) or max(1.0, top - bottom)
        if run is not None and not _goes_on(run, left, base, size):
            lines.append(_line(run, width, height))
            run = None
        if run is None:
            run = _Run([], [], left, right, bottom, top, base, [], left)
            run.in_bold_font = _in_bold_font(pdfium, handle, at)
        run.letters.append("-" if letter in _LINE_HYPHENS else letter)
        run.places.append((left, right))
        run.last_left = left
        run.right, run.left = max(run.right, right), min(run.left, left)
        run.bottom, run.top = min(run.bottom, bottom), max(run.top, top)
        run.sizes.append(size)
        run.bold += pdfium.FPDFText_GetFontWeight(handle, at) >= _BOLD
    if run is not None:
        lines.append(_line(run, width, height))
    return [line for line in lines if line.text]


def _scale(pdfium: Any, handle: Any, at: int, matrix: Any) -> float:  # noqa: ANN401 - pypdfium2 has no types
    """How much larger a letter is drawn than its font says: many programs set every font at 1 and enlarge it."""
    if not pdfium.FPDFText_GetMatrix(handle, at, ctypes.byref(matrix)):
        return 1.0
    return math.hypot(matrix.c, matrix.d) or 1.0


def _in_bold_font(pdfium: Any, handle: Any, at: int) -> bool:  # noqa: ANN401 - pypdfium2 has no types
    name, flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(handle, at, name, _NAME_BYTES, ctypes.byref(flags))
    return _BOLD_NAME.search(name.value) is not None


def _goes_on(run: _Run, left: float, base: float, size: float) -> bool:
    """Whether a letter belongs to the run: on its line, raised and lowered figures included, and not far off.

    The letters of a ligature share one box, so that the second begins where the first did.
    """
    usual = max(run.sizes[-1], size)
    after = left - run.right > -0.5 * usual or -0.1 < left - run.last_left < 0.1
    return abs(base - run.base) < 0.6 * usual and after and left - run.right < _GAP * usual


def _line(run: _Run, width: float, height: float) -> Line:
    text = " ".join("".join(run.letters).split())
    sizes = sorted(run.sizes)
    usual = sizes[len(sizes) // 2]
    bold = run.bold * 2 > len(run.sizes)
    words = tuple(_words(run, usual, bold=bold or run.in_bold_font))
    return Line(text, run.left, run.right, run.bottom, run.top, usual, bold, height, width, words)


def _words(run: _Run, size: float, *, bold: bool) -> Iterator[Word]:
    start = 0
    for at in range(len(run.letters) + 1):
        if at == len(run.letters) or run.letters[at] == " ":
            if at > start:
                places = run.places[start:at]
                left, right = min(one[0] for one in places), max(one[1] for one in places)
                yield Word("".join(run.letters[start:at]), left, right, run.base, size, bold)
            start = at + 1
