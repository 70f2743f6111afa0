"""Tables of recommendations without borders: columns by the gaps that words of many lines leave open, rows by distance.

Only where a line names columns as such tables do ("COR LOE Recommendation") is one looked for, since two columns of
running text look the same to a ruler. Rows are found in several ways and taken only when each has all its cells;
where none holds, the lines are left as they stand and the page is named.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quoth.sources.pdf_column_heads import Level, heads_in, left_of, right_of, said
from quoth.sources.pdf_lines import Word
from quoth.sources.pdf_rules import Rule
from quoth.sources.pdf_table_rows import Box, Table, cell_lines

__all__ = ["Parted", "tables_in"]

_LEAST_GAP = 3.5
_LARGER = 1.12
_FAR = 3.5
_WIDER = 1.12
_GRADE_HEAD = re.compile(r"(?:COR|LOE|SOR|Class|Level)\b.*", re.IGNORECASE)
_GRADE = re.compile(r"I{1,3}[ab]?|IV|[1-4][abc]?|[A-E](?:-[A-Z]{1,3})?")
_SHORT_CHARS = 60
_MOST_LINES = 300
_Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Parted:
    """What follows a line of heads: the table, or `None` where its rows could not be told apart."""

    table: Table | None


def tables_in(
    words: Sequence[Word], rules: Sequence[Rule], gutter: float | None, above: Table | None = None
) -> Iterator[Parted]:
    """The tables under lines that name columns.

    Args:
        words: those of one page.
        rules: the level lines drawn on it.
        gutter: where a page of two columns has its gap.
        above: the table with which the page before ends, if it does: its columns may go on without their heads.
    """
    levels = _levels(words)
    end = float("inf")
    if above is not None and levels:
        heads = _carried(above, levels[0][0])
        spans, body = _body(heads, levels[:_MOST_LINES])
        table = _table(heads, spans, body, rules, goes_on=True) if body else None
        if table is not None:
            end = table.box.bottom
            yield Parted(replace(table, heads=above.heads))
        elif body:
            yield Parted(None)
    for at, level in enumerate(levels):
        if level[0].base > end:
            continue
        named = heads_in(levels, at, gutter)
        if named is None:
            continue
        heads = named.heads
        below = levels[at + named.lines : at + named.lines + _MOST_LINES]
        below = [inner for one in below if (inner := [w for w in one if named.left < w.left and w.right < named.right])]
        spans, body = _body(heads, below)
        if not body:
            continue
        table = _table(heads, spans, body, rules)
        if table is not None:
            end = table.box.bottom
            yield Parted(table)
        elif any(_GRADE_HEAD.fullmatch(said(head)) for head in heads):
            end = body[-1][0].base
            yield Parted(None)


def _levels(words: Sequence[Word]) -> list[Level]:
    found: list[Level] = []
    for word in sorted(words, key=lambda one: -one.base):
        if found and found[-1][0].base - word.base < 0.45 * max(word.size, found[-1][0].size):
            found[-1].append(word)
        else:
            found.append([word])
    return [sorted(level, key=lambda one: one.left) for level in found]


def _carried(above: Table, first: Word) -> list[Level]:
    """Heads as they would stand over columns that go on from the page before."""
    names = [" ".join(lines) for lines in above.heads]
    return [
        [Word(name, left, left + 1, first.base + first.size, first.size, bold=False)]
        for name, left in zip(names, above.columns, strict=True)
    ]


def _body(heads: list[Level], below: Sequence[Level]) -> tuple[list[_Span], list[Level]]:
    """The columns under the heads and the lines that keep to them."""
    taken = [(left_of(head), right_of(head)) for head in heads]
    spans, body = list(taken), []
    last = min((word for head in heads for word in head), key=lambda one: one.base)
    for level in below:
        size = max(word.size for word in level)
        if size > _LARGER * last.size or last.base - level[0].base > _FAR * last.size:
            break
        taken = _union([*taken, *((word.left, word.right) for word in level)])
        parted = _columns(taken, heads)
        if parted is None:
            break
        spans = parted
        body.append(level)
        last = level[0]
    widest = max(range(len(spans)), key=lambda at: spans[at][1] - spans[at][0])
    steps = [high[0].base - low[0].base for high, low in pairwise(body)]
    while len(body) > 1 and not any(spans[widest][0] <= word.left <= spans[widest][1] for word in body[-1]):
        if body[-2][0].base - body[-1][0].base < _WIDER * min(steps):
            break  # the second line of a narrow cell
        body.pop()
    return spans, body


def _union(spans: Sequence[_Span]) -> list[_Span]:
    found: list[_Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _columns(taken: Sequence[_Span], heads: list[Level]) -> list[_Span] | None:
    """As many columns as heads, parted at the widest gaps, each under its own head."""
    gaps = sorted(range(1, len(taken)), key=lambda at: taken[at - 1][1] - taken[at][0])[: len(heads) - 1]
    if len(gaps) < len(heads) - 1 or any(taken[at][0] - taken[at - 1][1] < _LEAST_GAP for at in gaps):
        return None
    edges = [0, *sorted(gaps), len(taken)]
    spans = [(taken[a][0], taken[b - 1][1]) for a, b in pairwise(edges)]
    fits = all(span[0] <= left_of(head) and right_of(head) <= span[1] for span, head in zip(spans, heads, strict=True))
    return spans if fits else None


def _table(
    heads: list[Level], spans: list[_Span], body: list[Level], rules: Sequence[Rule], *, goes_on: bool = False
) -> Table | None:
    """The table, if its rows can be told apart; of one that goes on, the first may be the rest of a row."""
    bases = [word.base for head in heads for word in head]
    top, bottom = min(bases), body[-1][0].base
    left, right = spans[0][0], spans[-1][1]
    words = [word for level in body for word in level]
    widest = max(range(len(spans)), key=lambda at: spans[at][1] - spans[at][0])
    for cuts in _ways(
        body, spans[widest], [r.at for r in rules if r.start < left + 5 and r.end > right - 0.3 * (right - left)]
    ):
        inner = [cut for cut in cuts if bottom - 0.3 * words[0].size < cut < top]
        edges = [top - 0.2 * words[0].size, *sorted(inner, reverse=True), bottom - 0.5 * words[0].size]
        rows = [
            tuple(
                cell_lines([w for w in words if low < w.base <= high and start <= (w.left + w.right) / 2 <= end])
                for start, end in spans
            )
            for high, low in pairwise(edges)
        ]
        rows = [row for row in rows if any(row)]
        if len(rows) == len(edges) - 1 and all(
            _whole(row, heads, widest)
            or (goes_on and not at and len(rows) > 1 and row[widest] and sum(map(bool, row)) == 1)
            for at, row in enumerate(rows)
        ):
            size = words[0].size
            box = Box(left - 1, right + 1, bottom - 0.5 * size, max(bases) + size)
            names = tuple((said(head),) for head in heads)
            return Table(box, tuple(span[0] for span in spans), tuple(rows), tuple(edges), size, names)
    return None


def _ways(body: list[Level], widest: _Span, ruled: list[float]) -> Iterator[list[float]]:
    """Places between rows: drawn lines, wider gaps between all lines or within the widest column, its sentences."""
    if ruled:
        yield ruled
    text = [level for level in body if any(widest[0] <= word.left <= widest[1] for word in level)]
    for levels in (body, text):
        bases = [level[0].base for level in levels]
        steps = [high - low for high, low in pairwise(bases)]
        if steps and max(steps) > _WIDER * min(steps):
            wide = min(steps) * _WIDER
            yield [_between(high, low) for high, low in pairwise(bases) if high - low > wide]
    starts = [level for level in body if _begins(level, widest)]
    yield [level[0].base + 0.5 * level[0].size for level in starts[1:]]


def _begins(level: Level, widest: _Span) -> bool:
    """Whether a line opens a row: words in the widest column that begin like a sentence, and others beside it."""
    inside = [word for word in level if widest[0] <= word.left <= widest[1]]
    return bool(inside) and len(inside) < len(level) and not inside[0].text[:1].islower()


def _between(high: float, low: float) -> float:
    return low + 0.6 * (high - low)


def _whole(row: Sequence[Sequence[str]], heads: list[Level], widest: int) -> bool:
    """Whether a row has all its cells, one grade in each cell for one, and text that begins like a sentence."""
    if not all(row):
        return False
    for at, (lines, head) in enumerate(zip(row, heads, strict=True)):
        text = " ".join(lines)
        if at == widest:
            if text[:1].islower():
                return False
        elif _GRADE_HEAD.fullmatch(said(head)):
            grades = sum(_GRADE.fullmatch(part.strip(".,:;")) is not None for part in text.split())
            if len(text) > _SHORT_CHARS or grades > 1:
                return False
    return True
