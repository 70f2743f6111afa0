"""A stored text as its blocks: paragraphs, lists with their lead-in, and table rows, each with the headings above it.

Headings of documents stand in the text between the sections, so that a heading such as "Strong recommendations" can be
quoted as a grade. Texts whose headings are kept beside the text alone have none to quote.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quoth.model import Extent, Rendition, Section, SectionRole
from quoth.text.later import compile_later

__all__ = ["Block", "blocks_of"]

_BREAK = compile_later(r"\n[^\S\n]*\n\s*")
_SCHEME_CHARS = 90
_PAGE = compile_later(r"p\. \d+")
_DEFINES = compile_later(
    r"\s*(?:[\d.]+\s+)?(?:definitions?|(?:appendix \w+[:.]? )?(?:what the .{0,60}grades mean.*|grad(?:e|ing)"
    r" definitions?|(?:grading|rating|categori[sz]ation|classification) (?:of|system|scheme|key)\b.*"
    r"|levels? of (?:evidence|certainty)( definitions?| regarding.*)?|strength of recommendations?( (?:rating"
    r"|taxonomy|definitions?).*)?"
    r"|(?:recommendation|evidence) (?:categories|grades|levels|grading|rating).*|references?|bibliography"
    r"|abbreviations|glossary))\s*[.:]?\s*",
    re.IGNORECASE,
)
_SCHEME_WORD = compile_later(
    r"\s*(?:[A-E]|I{1,3}|IV|[1-5][+-]*|grades?|levels?|strong|weak|moderate|high|low|very low|statement|description"
    r"|definitions?|meaning|evidence|quality|certainty|category|categories|class|rating|score|implications?"
    r"|(?:grade|quality|strength|level|certainty|suggestions?|criteria|type|types|recommendations?)\b.{0,80}"
    r"|u\.?s\.? preventive.{0,80}|.{0,60}\b(?:grades?|grading|rating|scheme|categories|certainty|taxonomy)\b"
    r".{0,60})\s*:?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list or table row."""

    start: int
    end: int
    headings: tuple[str, ...]
    """Outermost first."""
    heading_extents: tuple[Extent, ...]
    """Where the headings stand in the text, innermost first; fewer where the text does not hold them."""
    role: SectionRole | None
    defines: bool
    """It explains the grades, or lists references, and so recommends nothing."""


def blocks_of(rendition: Rendition) -> Iterator[Block]:
    """Every block of the text, in order."""
    text = rendition.text
    stands: dict[str, Extent] = {}
    done = 0
    defining_at: int | None = None
    for section in rendition.sections or (Section(0, len(text)),):
        start, end = max(section.start, done), min(section.end, len(text))
        names = tuple(name for name in (*section.path, section.heading) if name and not _PAGE.fullmatch(name))
        for name in names:
            at = text.find(name, done, start)
            if at >= 0:
                stands[name] = Extent(at, at + len(name))
        defining_at = _defining(names, defining_at)
        extents = tuple(stands[name] for name in reversed(names) if name in stands)
        shown = tuple(name for name in (*section.path, section.heading) if name)
        for left, right in _pieces(text, start, end):
            yield Block(left, right, shown, extents, section.role, defining_at is not None)
        done = max(done, end)


def _defining(names: tuple[str, ...], defining_at: int | None) -> int | None:
    """The depth of the heading that opened a part about the grades themselves, while that part lasts."""
    for depth, name in enumerate(names):
        if _DEFINES.fullmatch(name):
            return depth
    if defining_at is None or not names:
        return defining_at if names else None
    goes_on = len(names) > defining_at + 1 or _SCHEME_WORD.fullmatch(names[-1][:_SCHEME_CHARS])
    return defining_at if goes_on else None


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for gap in (*_BREAK.finditer(text, start, end), None):
        stop = gap.start() if gap else end
        words = text[at:stop]
        left, right = at + len(words) - len(words.lstrip()), at + len(words.rstrip())
        if left < right:
            yield left, right
        at = gap.end() if gap else end
