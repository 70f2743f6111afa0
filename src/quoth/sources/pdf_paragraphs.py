"""Lines of a PDF as headings and paragraphs: running heads taken out, hyphens at line ends undone.

A paragraph may go on in the next column or on the next page; it keeps the page on which it begins. A heading is set in
larger or bolder letters than the text and does not end like a sentence.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quoth.sources.document import Block
from quoth.sources.pdf_lines import SOFT_HYPHEN, Line

__all__ = ["blocks_of", "without_running_heads"]

_EDGE_LINES = 3
_EDGE_SHARE = 0.12
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_PAGE_NUMBER = re.compile(r"(?:page |p\. ?)?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?|[ivxlc]{1,6}", re.IGNORECASE)
_ITEM = re.compile(r"(?:[•◦▪■□○●➢✓*–-]|\(?\d{1,2}[.)]|\(?[a-z][.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s")
_ENDS = re.compile(r"[.!?:;][\"'”’)\]]*$|[)\]]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LARGER = 1.12
_HEADING_CHARS = 200
_KEEPS_HYPHEN = re.compile(
    r"non|pre|post|anti|self|high|low|long|short|well|evidence|first|second|third|one|two|three|four|five|six|co|multi"
    r"|semi|cost|risk|dose|end|follow|near|quasi|cross|open|full|half|all|over|under|meta|intra|inter|extra|sub|ex"
)


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    page: int
    level: int = 0
    text: list[str] = field(default_factory=list)


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers and without what stands at the edge of page after page."""
    edges = [_edges(lines) for lines in pages]
    seen = Counter(words for edge in edges for words in {_normal(line) for line in edge})
    often = max(2, min(3, len(pages)), round(0.25 * len(pages)))
    kept = []
    for lines, edge in zip(pages, edges, strict=True):
        gone = {id(line) for line in edge if _PAGE_NUMBER.fullmatch(line.text) or seen[_normal(line)] >= often}
        kept.append([line for line in lines if id(line) not in gone])
    return kept


def blocks_of(pages: Sequence[Sequence[Line]]) -> Iterator[Block]:
    """Headings and paragraphs of all pages, whose lines are in reading order."""
    lines = [line for page in pages for line in page]
    if not lines:
        return
    body = _body_size(lines)
    sizes = sorted({round(line.size * 2) / 2 for line in lines if line.size >= _LARGER * body}, reverse=True)
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))
    for paragraph in _paragraphs(pages, body, sizes):
        text = _joined([line.text for line in paragraph.lines], words)
        if text.strip(" |"):
            yield Block(text, paragraph.level, paragraph.page)


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
    if level != paragraph.level or _ITEM.match(line.text) or " | " in line.text or " | " in last.text:
        return False
    gap = last.bottom - line.top
    moved = gap < -0.5 * line.size or gap > 6 * line.size  # another column or page
    if level:
        return not moved and gap < 0.9 * line.size and sum(len(one.text) for one in paragraph.lines) < _HEADING_CHARS
    if abs(line.size - last.size) > 0.15 * last.size:
        return False
    if moved:
        return (not _ENDS.search(last.text) and not line.text[:1].isupper()) or last.text[-1:] in ("-", SOFT_HYPHEN)
    width = last.right - last.left
    ended = width < (0.9 if _ENDS.search(last.text) else 0.7) * usual and not line.text[:1].islower()
    return gap < 0.75 * line.size and (not ended or _is_open(paragraph))


def _is_open(paragraph: _Paragraph) -> bool:
    """Whether a bracket that its last two lines opened is still to be closed: no paragraph ends there."""
    words = " ".join(line.text for line in paragraph.lines[-2:])
    return words.rfind("(") > words.rfind(")") or words.rfind("[") > words.rfind("]")


def _level(line: Line, body: float, sizes: Sequence[float]) -> int:
    """1 and up when the line is a heading, by its size; the boldest small ones come last."""
    if len(line.text) > _HEADING_CHARS or " | " in line.text or not any(c.isalpha() for c in line.text):
        return 0
    size = round(line.size * 2) / 2
    if size in sizes and not (line.text.endswith(".") and len(line.text) > 60):
        return min(6, 1 + list(sizes).index(size))
    plain = not _ENDS.search(line.text) or line.text.endswith(":")
    if line.bold and plain and len(line.text) <= 100 and line.size >= 0.95 * body:
        return min(6, 1 + len(sizes))
    return 0


def _body_size(lines: Sequence[Line]) -> float:
    counted: Counter[float] = Counter()
    for line in lines:
        counted[round(line.size * 2) / 2] += len(line.text)
    return max(counted, key=lambda size: (counted[size], -size))


def _edges(lines: Sequence[Line]) -> list[Line]:
    """The uppermost and lowest lines of a page, as far as they stand in its margins."""
    by_height = sorted(lines, key=lambda line: -line.top)
    outer = {id(line): line for line in (*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:])}
    return [
        line
        for line in outer.values()
        if line.bottom > (1 - _EDGE_SHARE) * line.page_height or line.top < _EDGE_SHARE * line.page_height
    ]


def _normal(line: Line) -> str:
    return _DIGITS.sub("#", line.text.casefold())


def _joined(texts: Sequence[str], words: Counter[str]) -> str:
    """Lines as one text. A hyphen at a line's end goes when it only parted a word, and stays when it belongs to it."""
    whole = texts[0]
    for text in texts[1:]:
        if whole.endswith(SOFT_HYPHEN):
            whole = whole.rstrip(SOFT_HYPHEN) + text
        elif whole.endswith("-") and whole[-2:-1].isalpha() and text[:1].isalpha():
            stays = not text[0].islower() or _belongs(whole, text, words)
            whole = (whole if stays else whole[:-1]) + text
        else:
            whole = f"{whole} {text}"
    return whole.replace(SOFT_HYPHEN, "")


def _belongs(before: str, after: str, words: Counter[str]) -> bool:
    """Whether the hyphen between two halves is part of the word, by how the document writes it elsewhere."""
    first = _WORD.findall(before[:-1])[-1:]
    second = _WORD.findall(after)[:1]
    if not first or not second:
        return False
    parted, plain = f"{first[0]}-{second[0]}".casefold(), f"{first[0]}{second[0]}".casefold()
    if words[parted] != words[plain]:
        return words[parted] > words[plain]
    return _KEEPS_HYPHEN.fullmatch(first[0].casefold().rpartition("-")[2]) is not None
