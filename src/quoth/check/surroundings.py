"""Promise 2: a quotation keeps what layout and order tie to it: headings, notes, the line above a list, the rest.

Nothing here judges words. A finding without the sentence after it, an advice without the heading it stands under or the
note it is marked with, says more than its source, in whichever words that limits it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from quoth.check.context import Ctx, Read, section_at
from quoth.check.goes_on import what_goes_on
from quoth.model import Extent, Fault, FaultKind, Fidelity, FindingKind, Form, QualifierKind, Rendition
from quoth.model.surrounding_rules import GENERAL_WORDS, LEADS_ELSEWHERE, LIMITS
from quoth.text import match_tokens, stem
from quoth.text.later import compile_later
from quoth.text.pointers import named_lines_of
from quoth.text.surroundings import closing_line_of, heading_extents, lead_ins_of, notes_of, row_at, table_titles_of

__all__ = ["headings_over", "surroundings", "tied_lines"]

READ_CHARS = 4_000
_KEPT = 8_192
_ADVISING = (FindingKind.RECOMMENDATION, FindingKind.GUIDANCE)
_GRADES = (QualifierKind.STRENGTH, QualifierKind.CERTAINTY)
_PAGE_NUMBER = re.compile(r"p\. \d+")
_TO_OTHERS = compile_later(LEADS_ELSEWHERE, re.IGNORECASE)
_FOR_SOME = compile_later(LIMITS, re.IGNORECASE)


def surroundings(ctx: Ctx) -> Iterator[Fault]:
    """A row of running text shows the lines tied to it, and a finding the sentence that goes on after it."""
    for read in ctx.reads:
        rendition = read.rendition
        if read.annotation or rendition is None or rendition.fidelity is not Fidelity.VERBATIM:
            continue
        for what, line in tied_lines(read, rendition):
            if not _shown(read, rendition, line):
                words = rendition.text[line.start : line.end][:60]
                yield Fault(FaultKind.QUALIFIER_CUT, read.statement.id, f"{what} is not shown with it: {words!r}")


def tied_lines(read: Read, rendition: Rendition) -> Iterator[tuple[str, Extent]]:
    """What is tied to a row by where it stands, with a name for each."""
    text, span = rendition.text, read.statement.quote.span
    section = section_at(rendition, span.start)
    if section and rendition.form is Form.FULL_TEXT:
        names = [name for name in (*section.path, section.heading) if not _PAGE_NUMBER.fullmatch(name)]
        title = read.record.title if read.record else ""
        alike = [one for one in rendition.sections if one.heading == section.heading]
        for depth, (start, end) in enumerate(heading_extents(text, section.start, names)):
            parts = depth == 1 and len(alike) > 1  # it tells apart sections that go by one name
            if _tells_more(text[start:end], read.statement.quote.text, title, nearest=depth == 0, parts=parts):
                yield "the heading over it", Extent(start, end)
    first, last = (section.start, section.end) if section else (0, len(text))
    for lead in lead_ins_of(text, span.start, first):
        if not _TO_OTHERS.search(text[slice(*lead)]):
            yield "the line above its list", Extent(*lead)
    closing = closing_line_of(text, span.end, last)
    if closing:
        yield "the line that closes its list", Extent(*closing)
    for line in table_titles_of(text, span.start, section_start=first):
        yield "the title of its table", Extent(*line)
    row = row_at(text, span.start)
    if row and read.statement.kind in _ADVISING:
        yield "the rest of its row", Extent(*row)
    for named in named_lines_of(text, span.start, span.end, section_start=first, section_end=last):
        yield "what it points to", Extent(*named)
    for note in notes_of(text, span.start, span.end, section_end=last):
        yield "its note", Extent(*note)
    kind = read.statement.kind
    if kind is not FindingKind.DIFFERENCE:
        following = what_goes_on(rendition, span.end, kind in _ADVISING)
        if following:
            yield "the sentence that goes on after it", following


def headings_over(read: Read, rendition: Rendition) -> tuple[Extent, ...]:
    """All headings over a row; one that need not be shown may be."""
    section = section_at(rendition, read.statement.quote.span.start)
    if section is None:
        return ()
    names = (*section.path, section.heading)
    return tuple(Extent(*one) for one in heading_extents(rendition.text, section.start, names))


def _tells_more(heading: str, quoted: str, title: str, *, nearest: bool, parts: bool) -> bool:
    """Whether a heading says more than the sentence under it does; or, if it limits nothing, than the title."""
    telling, for_some = _telling(heading), parts or _FOR_SOME.search(heading) is not None
    if not nearest and not for_some:
        return False
    main = _telling(title.partition(":")[0])
    if telling <= _words(title) and main <= telling:
        return False  # the title itself
    return bool(telling - _words(quoted) if for_some else telling - _words(quoted) - _words(title))


def _shown(read: Read, rendition: Rendition, line: Extent) -> bool:
    """Whether a line is quoted, or a grade that stands in it is."""
    quoted = read.statement.quote.span
    if quoted.start <= line.start and line.end <= quoted.end:
        return True
    for qualifier in read.statement.qualifiers:
        span = qualifier.quote.span
        if span.rendition_id != rendition.id:
            continue
        if span.start <= line.start and line.end <= span.end:
            return True
        if qualifier.kind in _GRADES and line.start <= span.start and span.end <= line.end:
            return True
    return False


@lru_cache(maxsize=_KEPT)
def _telling(heading: str) -> frozenset[str]:
    """The stems of a heading that not every text of its kind has."""
    forms = (token.form for token in match_tokens(heading[:READ_CHARS]))
    return frozenset(stem(one) for one in forms if one[0].isalpha() and len(one) > 1 and one not in GENERAL_WORDS)


@lru_cache(maxsize=_KEPT)
def _words(text: str) -> frozenset[str]:
    return frozenset(stem(token.form) for token in match_tokens(text[:READ_CHARS]))
