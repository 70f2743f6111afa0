"""Letters of a PDF page as lines: runs of text on one baseline without a wide gap, with their place and size."""

import ctypes
from dataclasses import dataclass
from typing import Any

from quoth.errors import HostileFile

__all__ = ["Line", "lines_of"]

_GAP = 1.6
"""A gap of this many letter sizes ends a run: what follows stands in another column or cell."""
_BOLD = 600
_LINE_HYPHENS = {"\x02", "\ufffe"}
"""How pdfium writes a hyphen at the end of a line, soft or not."""
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text. Places are in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    page_height: float
    page_width: float


@dataclass(slots=True)
class _Run:
    letters: list[str]
    left: float
    right: float
    bottom: float
    top: float
    base: float
    sizes: list[float]
    bold: int = 0


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
            continue
        pdfium.FPDFText_GetCharBox(handle, at, *map(ctypes.byref, (box[0], box[1], box[2], box[3])))
        left, right, bottom, top = (value.value for value in box)
        pdfium.FPDFText_GetCharOrigin(handle, at, *map(ctypes.byref, origin))
        base = origin[1].value
        size = pdfium.FPDFText_GetFontSize(handle, at) or max(1.0, top - bottom)
        if run is not None and not _goes_on(run, left, base, size):
            lines.append(_line(run, width, height))
            run = None
        if run is None:
            run = _Run([], left, right, bottom, top, base, [])
        run.letters.append("-" if letter in _LINE_HYPHENS else letter)
        run.right, run.left = max(run.right, right), min(run.left, left)
        run.bottom, run.top = min(run.bottom, bottom), max(run.top, top)
        run.sizes.append(size)
        run.bold += pdfium.FPDFText_GetFontWeight(handle, at) >= _BOLD
    if run is not None:
        lines.append(_line(run, width, height))
    return [line for line in lines if line.text]


def _goes_on(run: _Run, left: float, base: float, size: float) -> bool:
    """Whether a letter belongs to the run: on its line, raised and lowered figures included, and not far off."""
    usual = max(run.sizes[-1], size)
    return abs(base - run.base) < 0.6 * usual and -0.5 * usual < left - run.right < _GAP * usual


def _line(run: _Run, width: float, height: float) -> Line:
    words = " ".join("".join(run.letters).split())
    sizes = sorted(run.sizes)
    usual = sizes[len(sizes) // 2]
    bold = run.bold * 2 > len(run.sizes)
    return Line(words, run.left, run.right, run.bottom, run.top, usual, bold, height, width)
