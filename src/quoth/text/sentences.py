"""Where the sentences of a text begin and end, as character offsets.

Quotations are these extents, so the cutter errs on one side: where a full stop is in doubt, it does not cut. Here one
compiled pattern finds the stops that could end a sentence; `stops.py` decides each one, from the tables in `cues.py`.
Why this is our own is in docs/decisions/0003-own-sentence-cutter.md.
"""

import re
from collections.abc import Iterator

from quoth.text import cues
from quoth.text.stops import ends_sentence, ends_unspaced_sentence

__all__ = ["Extent", "sentences"]

Extent = tuple[int, int]
"""First character and the one after the last: `text[start:end]`."""

_NEWLINE = r"(?>\r\n|[\n\r\x85\u2028])"
_PARAGRAPH_BREAK = re.compile(rf"(?:{_NEWLINE}[^\S\n\r\x85\u2028]*+{_NEWLINE}|[\u2029\f])\s*+")
_BREAKS = re.compile(r"[\n\r\x85\u2028\u2029\f]")
"""Every paragraph break holds one of these; most texts hold none."""
_WHITE = re.compile(r"\s*+")

_STOPS = ".!?…‽؟۔।॥։።。！？｡"
_WIDE = "。！？｡"  # end a sentence without white space after them
_CLOSERS = r"""\"'”’»›)\]}」』）】〉》\u200b-\u200f\u2060\ufeff"""
# A run of stops is tried once, at its first: `(?<!...)` keeps a megabyte of dots linear.
_CANDIDATE = re.compile(
    rf"""
    [{_STOPS}] (?<![{_STOPS}][{_STOPS}]) [{_STOPS}]*+
    (?:
        (?<=[{_WIDE}]) [{_CLOSERS}]*+ (?P<gap_after_wide> \s*+ )
      | [{_CLOSERS}]*+
        (?:
            (?P<reference>
                \[\d{{1,3}}(?:\s?[,;–-]\s?\d{{1,3}})*+\] | \(\d{{1,3}}(?:[,–-]\d{{1,3}})*+\)
              | \d{{1,3}}(?:,\s?\d{{1,3}}|[–-]\d{{1,3}})*+ | [⁰¹²³⁴-⁹⁻,]++ | [*†‡§]{{1,3}}+
            )?+
            (?P<gap> \s++ )
          | (?P<no_gap> (?= [A-Z] (?: [a-z]*+[\s,] | [A-Z]{{3,40}}+[A-Z ,']{{0,40}}+: ) ) )
        )
    )
    """,
    re.VERBOSE,
)
_BRACKETS = 4  # how many brackets in a row may belong to the sentence before them
_BRACKET_CHARS = 240  # how far ahead the closing bracket of an open one is looked for


def sentences(text: str) -> tuple[Extent, ...]:
    """The extents of the sentences of `text`, in order.

    Extents do not overlap, are not empty and neither begin nor end with white space; between them lies nothing but
    white space, so nothing of the text is lost. A blank line always ends a sentence, a single line break does not. A
    section label ("RESULTS:", "Methods."), a list number and a caption number stay with the sentence they lead; a
    reference mark, a grade or a statistic in brackets right after a full stop stays with the sentence it follows.

    Time grows linearly with the length of `text`.
    """
    found: list[Extent] = []
    for start, end in _paragraphs(text):
        found.extend(_cut(text, start, end))
    return tuple(found)


def _paragraphs(text: str) -> Iterator[Extent]:
    start = _past_white(text, 0)
    if not _BREAKS.search(text, start):
        end = len(text.rstrip())
        if start < end:
            yield start, end
        return
    for gap in _PARAGRAPH_BREAK.finditer(text, start):
        yield start, start + len(text[start : gap.start()].rstrip())
        start = gap.end()
    if end := len(text[start:].rstrip()):
        yield start, start + end


def _cut(text: str, start: int, end: int) -> Iterator[Extent]:
    """The sentences of one paragraph, whose ends are trimmed."""
    opened, counted_to = 0, start
    for candidate in _CANDIDATE.finditer(text, start, end):
        stop, following = candidate.span()
        if stop < start:
            continue  # inside a bracket that went to the sentence before
        kind = candidate.lastgroup or ""
        last = candidate.start(kind)
        if following < end and text[following] in "([":
            last, following = _with_brackets(text, last, following, end)
        if following >= end:
            break
        opened = max(0, opened + text.count("(", counted_to, last) - text.count(")", counted_to, last))
        counted_to = last
        if opened and _closes_soon(text, last, end):
            continue
        if kind == "gap":
            cut = ends_sentence(text, start, stop, candidate["reference"], following, end)
        else:
            cut = kind == "gap_after_wide" or ends_unspaced_sentence(text, start, stop, following)
        if cut:
            yield start, last
            start, opened, counted_to = following, 0, following
    yield start, end


def _with_brackets(text: str, last: int, following: int, end: int) -> Extent:
    """The end of a sentence and the start of the next, once the brackets that belong to the first are taken in."""
    for _ in range(_BRACKETS):
        bracket = cues.ATTACHED.match(text, following, end)
        if bracket is None:
            break
        last = bracket.end()
        if text[last : last + 1] == ".":
            last += 1
        following = _past_white(text, last)
    return last, following


def _closes_soon(text: str, after: int, end: int) -> bool:
    """Whether the round bracket that is open at `after` closes within reach."""
    closing = text.find(")", after, min(end, after + _BRACKET_CHARS))
    return closing != -1 and text.find("(", after, closing) == -1


def _past_white(text: str, at: int) -> int:
    white = _WHITE.match(text, at)
    return white.end() if white else at
