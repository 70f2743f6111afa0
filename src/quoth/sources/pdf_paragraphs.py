"""Lines of a PDF as headings, paragraphs and rows of tables.

A paragraph may go on in the next column or on the next page; it keeps the page on which it begins. A heading is set in
larger or bolder letters than the text and does not end like a sentence.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quoth.sources.document import Block
from quoth.sources.pdf_hyphens import Hyphens, hyphens_of
from quoth.sources.pdf_lines import SOFT_HYPHEN, Line

__all__ = ["blocks_of"]

_ITEM = re.compile(r"(?:[•◦▪■□○●➢✓*–-]|\(?\d{1,2}[.)]|\(?[a-z][.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s")
_ENDS = re.compile(r"[.!?:;][\"'”’)\]]*$|[)\]]$")
_LARGER = 1.12
_HEADING_CHARS = 200
_END_HYPHENS = ("-", "\u2010", SOFT_HYPHEN)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\s+(?=[a-z])|[–-]\s+(?=\d)")
_CLOSING = re.compile(r"[a-z\d]{1,2}\)")


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    page: int
    level: int = 0
    text: list[str] = field(default_factory=list)


def blocks_of(pages: Sequence[Sequence[Line]]) -> Iterator[Block]:
    """Headings and paragraphs of all pages, whose lines are in reading order."""
    lines = [line for page in pages for line in page]
    if not lines:
        return
    body = _body_size(lines)
    sizes = sorted(
        {round(line.size * 2) / 2 for line in lines if line.size >= _LARGER * body and not line.cells}, reverse=True
    )
    hyphens = hyphens_of([text for line in lines for text in _texts(line)])
    for paragraph in _paragraphs(pages, body, sizes):
        first = paragraph.lines[0]
        text = _row(first, hyphens) if first.cells else hyphens.joined([line.text for line in paragraph.lines])
        if text.strip(" |"):
            yield Block(text, paragraph.level, paragraph.page)


def _texts(line: Line) -> tuple[str, ...]:
    return tuple(text for cell in line.cells for text in (*cell.head, *cell.lines)) if line.cells else (line.text,)


def _row(line: Line, hyphens: Hyphens) -> str:
    """A table's row as a web page's comes out: "COR: I | LOE: A | Recommendation: …"."""
    cells = []
    for cell in line.cells:
        head = hyphens.joined(cell.head).strip(" :|")
        cells.append(f"{head}: {hyphens.joined(cell.lines)}" if head else hyphens.joined(cell.lines))
    return " | ".join(cells)


def _paragraphs(pages: Sequence[Sequence[Line]], body: float, sizes: Sequence[float]) -> Iterator[_Paragraph]:
    current: _Paragraph | None = None
    for number, lines in enumerate(pages, 1):
        widths = sorted(line.right - line.left for line in lines)
        usual = widths[3 * len(widths) // 4] if widths else 0.0
        for line in lines:
            level = _level(line, body, sizes)
            if current is not None and _goes_on(current, line, level, usual):
                current.lines.append(line)
                continue
            if current is not None:
                yield current
            current = _Paragraph([line], number, level)
    if current is not None:
        yield current


def _goes_on(paragraph: _Paragraph, line: Line, level: int, usual: float) -> bool:
    last = paragraph.lines[-1]
    if line.cells or last.cells or level != paragraph.level or " | " in line.text or " | " in last.text:
        return False
    if _ITEM.match(line.text) and not _only_looks_like_an_item(paragraph, line, usual):
        return False
    gap = last.bottom - line.top
    moved = gap < -0.5 * line.size or gap > 6 * line.size  # another column or page
    if level:
        return not moved and gap < 0.9 * line.size and sum(len(one.text) for one in paragraph.lines) < _HEADING_CHARS
    if abs(line.size - last.size) > 0.15 * last.size:
        return False
    if moved:
        return (not _ENDS.search(last.text) and not line.text[:1].isupper()) or last.text[-1:] in _END_HYPHENS
    width = last.right - last.left
    ended = width < (0.9 if _ENDS.search(last.text) else 0.7) * usual and not line.text[:1].islower()
    return gap < 0.75 * line.size and (not ended or _is_open(paragraph))


def _only_looks_like_an_item(paragraph: _Paragraph, line: Line, usual: float) -> bool:
    """Whether a line that begins like an item goes on: "within 3 and" with "4.5 hours", "(below 3 mmol/" with "l)"."""
    last = paragraph.lines[-1]
    if _CLOSING.match(line.text) and _is_open(paragraph):
        return True
    is_full = last.right - last.left > 0.7 * usual
    return is_full and not _ENDS.search(last.text) and _NUMBER.match(line.text) is not None


def _is_open(paragraph: _Paragraph) -> bool:
    """Whether a bracket that its last two lines opened is still to be closed: no paragraph ends there."""
    words = " ".join(line.text for line in paragraph.lines[-2:])
    return words.rfind("(") > words.rfind(")") or words.rfind("[") > words.rfind("]")


def _level(line: Line, body: float, sizes: Sequence[float]) -> int:
    """1 and up when the line is a heading, by its size; the boldest small ones come last."""
    if line.cells or len(line.text) > _HEADING_CHARS or " | " in line.text or not any(c.isalpha() for c in line.text):
        return 0
    size = round(line.size * 2) / 2
    if size in sizes and not (line.text.endswith(".") and len(line.text) > 60):
        return min(6, 1 + list(sizes).index(size))
    plain = not _ENDS.search(line.text) or line.text.endswith(":")
    if line.bold and plain and len(line.text) <= 100 and line.size >= 0.95 * body:
        return min(6, 1 + len(sizes))
    return 0


def _body_size(lines: Sequence[Line]) -> float:
    """The size of most letters, those of tables apart, which are often set smaller."""
    counted: Counter[float] = Counter()
    for line in [one for one in lines if not one.cells] or lines:
        counted[round(line.size * 2) / 2] += len(line.text)
    return max(counted, key=lambda size: (counted[size], -size))
