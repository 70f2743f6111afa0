"""A stored text as blocks to read, with one passage told apart: how a citation opens in its paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass

from quoth.model import Rendition

__all__ = ["Block", "Stretch", "blocks_of"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a paragraph; `marked` where the passage runs."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One section, or the text between two sections, in paragraphs.

    Nothing is left out but line ends, and headings that stand in the text before their section: those are its title.
    """

    headings: tuple[str, ...]
    """Outermost first; empty where the source gives none."""
    paragraphs: tuple[tuple[Stretch, ...], ...]
    marked: bool
    """Whether the passage, or a part of it, stands here."""

    @property
    def title(self) -> str:
        """Its headings on one line."""
        return " › ".join(self.headings)


def blocks_of(rendition: Rendition, *, start: int = 0, end: int = 0) -> tuple[Block, ...]:
    """The whole text in order, the characters from `start` to `end` (exclusive) marked; none when they are equal."""
    made = []
    for headings, first, last in _sections(rendition):
        paragraphs = tuple(_stretches(rendition.text, a, b, start, end) for a, b in _lines(rendition.text, first, last))
        if paragraphs:
            made.append(Block(headings, paragraphs, any(s.marked for p in paragraphs for s in p)))
    return tuple(made)


def _sections(rendition: Rendition) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """(headings, start, end), without holes or overlaps, whatever the sections say."""
    length = len(rendition.text)
    at = 0
    for section in sorted(rendition.sections, key=lambda section: (section.start, section.end)):
        first, last = max(at, section.start), min(length, section.end)
        if last <= first:
            continue
        headings = tuple(name for name in (*section.path, section.heading) if name.strip())
        if first > at and not _is_heading(rendition.text[at:first], headings):
            yield (), at, first
        yield headings, first, last
        at = last
    if at < length:
        yield (), at, length


def _is_heading(words: str, headings: tuple[str, ...]) -> bool:
    """Whether what stands before a section is its headings and nothing else: they are its title here."""
    lines = {line.strip() for line in words.split("\n") if line.strip()}
    return bool(lines) and lines <= {heading.strip() for heading in headings}


def _lines(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Extents of the paragraphs: a line end parts them, and an empty line is none."""
    at = first
    while at < last:
        stop = text.find("\n", at, last)
        stop = last if stop < 0 else stop
        if text[at:stop].strip():
            yield at, stop
        at = stop + 1


def _stretches(text: str, first: int, last: int, start: int, end: int) -> tuple[Stretch, ...]:
    a, b = max(first, min(start, last)), max(first, min(end, last))
    cut = ((text[first:a], False), (text[a:b], True), (text[b:last], False)) if a < b else ((text[first:last], False),)
    return tuple(Stretch(words, marked) for words, marked in cut if words)
