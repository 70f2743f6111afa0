"""Running heads and page numbers of a PDF taken out, and nothing that belongs to the text.

A line goes only when three things hold: it stands in the margin, with nothing of the text between it and the edge; it
is set apart from the text, by a gap or by smaller letters; and it is a page number or says at the same height of other
pages what it says here. A line that states a grade never goes; one that counts questions, tables or recommendations,
or that is larger than the text, goes only when it recurs to the letter.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quoth.sources.pdf_lines import Line

__all__ = ["without_running_heads"]

_EDGE_SHARE = 0.12
_SAME_HEIGHT = 5.0
_APART = 1.1
"""A gap of so many letter sizes of the text sets a line apart; below a heading within the text it is less."""
_MOST_LEVELS = 8
_SMALLER, _LARGER = 0.93, 1.12
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_PAGE_NUMBER = re.compile(r"[–-]? ?(?:page |p\. ?)?\d{1,4}(?: ?(?:of|/) ?\d{1,4})? ?[–-]?|[ivxlc]{1,6}", re.IGNORECASE)
_COUNTS = re.compile(
    r"\W*(?:(?:key|clinical|good practice|research) )?(?:question|recommendation|statement|PICO|topic|table|box|figure"
    r"|chapter|section|part|step|appendix|annex|algorithm|module|point|guidance|advice)s?\b",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"\b(?:strong|weak|conditional|discretionary|good practice|ungraded|consensus)(?:[ -]based)? "
    r"(?:recommendation|statement|point)s?\b"
    r"|\b(?:very low|low|moderate|high)[ -](?:certainty|quality|strength|level)"
    r"(?:(?: of)?(?: the)? evidence\b| ?[.,;)]|$)"
    r"|\b(?:certainty|quality|strength|level|class|grade|category) of (?:the )?(?:evidence|recommendation)s?\b"
    r"|\b(?:evidence|recommendation) (?:grade|level|class|strength)\b"
    r"|\b(?:COR|LOE|SOR)\b|\b(?:class|level|grade|strength|certainty|quality|evidence)[: ]+"
    r"(?:I{1,3}[ab]?|IV|[1-4][A-D]?[+-]*|[A-E]|strong|weak|conditional|high|moderate|low|very low)\b(?![-.]\w)",
    re.IGNORECASE,
)


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers and without what stands at the edge of page after page."""
    body = _body_size(pages)
    edges = [list(_margins(lines)) for lines in pages]
    seen: Counter[tuple[str, bool, int]] = Counter()
    for margins in edges:
        seen.update({place for levels in margins for level in levels for line in level for place in _near(line, body)})
    often = max(2, min(3, len(pages)), round(0.25 * len(pages)))
    kept = []
    for lines, margins in zip(pages, edges, strict=True):
        gone = {id(line) for levels in margins for line in _furniture(levels, lines, body, seen, often)}
        kept.append([line for line in lines if id(line) not in gone])
    return kept


def _furniture(
    levels: list[list[Line]], lines: Sequence[Line], body: float, seen: Counter[tuple[str, bool, int]], often: int
) -> Iterator[Line]:
    """The lines of one margin that go, from the edge of the page inwards to the first that belongs to the text."""
    held: list[Line] = []
    for level in levels:
        recurring = [line for line in level if _recurs(line, body, seen, often)]
        is_apart = _gap(level, lines) >= _APART * body
        ends = any(line.size > _SMALLER * body for line in level if not _recurs(line, body, seen, often))
        if ends and not is_apart:
            return
        held += recurring
        yield from (line for line in held if is_apart or line.size <= _SMALLER * body)
        if ends:
            return
        held = [] if is_apart else [line for line in held if line.size > _SMALLER * body]


def _recurs(line: Line, body: float, seen: Counter[tuple[str, bool, int]], often: int) -> bool:
    if _GRADE.search(line.text):
        return False
    return _PAGE_NUMBER.fullmatch(line.text) is not None or seen[_place(line, body)] >= often


def _gap(level: Sequence[Line], lines: Sequence[Line]) -> float:
    """How far the nearest line towards the middle of the page is from those on one height of its margin."""
    bottom, top = min(line.bottom for line in level), max(line.top for line in level)
    own = {id(line) for line in level}
    others = [line for line in lines if id(line) not in own]
    if bottom > level[0].page_height / 2:
        return min((bottom - line.top for line in others if line.bottom < bottom), default=level[0].page_height)
    return min((line.bottom - top for line in others if line.top > top), default=level[0].page_height)


def _margins(lines: Sequence[Line]) -> Iterator[list[list[Line]]]:
    """The lines within the upper and the lower margin, those on one height together, from the edge inwards."""
    upper = [line for line in lines if line.bottom > (1 - _EDGE_SHARE) * line.page_height]
    lower = [line for line in lines if line.top < _EDGE_SHARE * line.page_height]
    for margin, sign in ((upper, -1), (lower, 1)):
        levels: list[list[Line]] = []
        for line in sorted(margin, key=lambda one: sign * (one.bottom + one.top)):
            middle = (line.bottom + line.top) / 2
            if levels and levels[-1][0].bottom < middle < levels[-1][0].top:
                levels[-1].append(line)
            else:
                levels.append([line])
        yield levels[:_MOST_LEVELS]


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    counted: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            counted[round(line.size * 2) / 2] += len(line.text)
    return max(counted, key=lambda size: (counted[size], -size)) if counted else 10.0


def _place(line: Line, body: float) -> tuple[str, bool, int]:
    """What a line says, figures apart, and the height at which it says it, counted from the nearer edge."""
    words = line.text.casefold()
    if line.size < _LARGER * body and not _COUNTS.match(words):
        words = _DIGITS.sub("#", words)
    is_upper = line.bottom > line.page_height / 2
    height = line.page_height - line.top if is_upper else line.bottom
    return words, is_upper, round(height / _SAME_HEIGHT)


def _near(line: Line, body: float) -> tuple[tuple[str, bool, int], ...]:
    """A line's place and the two beside it, so that a point more or less makes no difference."""
    words, is_upper, step = _place(line, body)
    return tuple((words, is_upper, step + by) for by in (-1, 0, 1))
