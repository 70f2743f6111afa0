"""What stands around a sentence and travels with it: the heading over it, its list's first line, its notes.

The tables are `quoth.model.surrounding_rules`, which the checker reads with its own code.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from quoth.model import Extent as Stretch
from quoth.model import Form, Passage, Qualifier, QualifierKind, Rendition, Section, quote_of
from quoth.model.aside_rules import SPEAKS_FOR_ITSELF
from quoth.model.surrounding_rules import ADVISES, ENDS_APART, GENERAL_WORDS, LEADS_ELSEWHERE, LIMITS, STANDS_APART
from quoth.text import Extent, match_tokens, stem
from quoth.text.later import compile_later
from quoth.text.surroundings import heading_extents, lead_in_of, notes_of, same_paragraph, table_titles_of

__all__ = ["goes_on", "laid_out_around"]

_READ_CHARS = 4_000
_KEPT = 16_384
_PAGE = re.compile(r"p\. \d+")
_ITS_OWN = compile_later(SPEAKS_FOR_ITSELF, re.IGNORECASE)
_ADVISES = compile_later(ADVISES)
_APART = compile_later(STANDS_APART, re.IGNORECASE)
_NUMBERED = compile_later(ENDS_APART)
_ELSEWHERE = compile_later(LEADS_ELSEWHERE, re.IGNORECASE)
_LIMITS = compile_later(LIMITS, re.IGNORECASE)


def goes_on(rendition: Rendition, before: Passage, after: Passage, *, advice: bool) -> bool:
    """Whether the sentence after a finding or an advice may say what that is worth, and is no other one."""
    near = same_paragraph(rendition.text, before.end, after.start)
    return near and _says_nothing_of_its_own(after.text[:_READ_CHARS], advice)


@lru_cache(maxsize=_KEPT)
def _says_nothing_of_its_own(sentence: str, advice: bool) -> bool:
    own = _ADVISES if advice else _ITS_OWN
    return not (own.search(sentence) or _APART.match(sentence) or _NUMBERED.search(sentence))


def laid_out_around(
    rendition: Rendition, passage: Passage, section: Section | None, title: str
) -> tuple[Qualifier, ...]:
    """The lines that layout ties to a passage, in reading order: headings, what leads its list or table, its notes."""
    text, start, end = rendition.text, passage.start, passage.end
    above = _headings(rendition, passage, section, title) if section else ()
    lead = lead_in_of(text, start)
    notes = notes_of(text, start, end, section_end=section.end if section else len(text))
    leads = lead is not None and not _ELSEWHERE.search(text, *lead)
    titles = table_titles_of(text, start, section_start=section.start if section else 0)
    lines = (
        *above,
        *titles,
        *((lead,) if lead and leads else ()),
        *(one for one in notes if not start <= one[0] < end),
    )
    return tuple(
        Qualifier(QualifierKind.CONTEXT, quote_of(passage.record_id, rendition, Stretch(*line)))
        for line in sorted(dict.fromkeys(lines))
    )


def _headings(rendition: Rendition, passage: Passage, section: Section, title: str) -> Iterator[Extent]:
    if rendition.form is not Form.FULL_TEXT:
        return
    names = [name for name in (*section.path, section.heading) if not _PAGE.fullmatch(name)]
    said, named, whole = _stems(passage.text), _stems(title), _own(title.partition(":")[0])
    for at, (start, end) in enumerate(heading_extents(rendition.text, section.start, names)):
        heading = rendition.text[start:end]
        limits = _LIMITS.search(heading) is not None
        own = _own(heading)
        is_title = own <= named and whole <= own
        if (at == 0 or limits) and not is_title and own - (said if limits else said | named):
            yield start, end


@lru_cache(maxsize=_KEPT)
def _own(heading: str) -> frozenset[str]:
    """The words of a heading that say more than what every guideline has parts for."""
    return frozenset(
        stem(token.form)
        for token in match_tokens(heading)
        if token.form not in GENERAL_WORDS and len(token.form) > 1 and token.form[0].isalpha()
    )


@lru_cache(maxsize=_KEPT)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(token.form) for token in match_tokens(text))
