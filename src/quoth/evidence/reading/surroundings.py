"""What stands around a sentence and travels with it: the heading over it, its list's first line, its notes.

The tables are `quoth.model.surrounding_rules`, which the checker reads with its own code.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from quoth.evidence.reading.adds_nothing import adds_nothing, ends_graded
from quoth.model import Extent as Stretch
from quoth.model import Form, Passage, Qualifier, QualifierKind, Rendition, Section, quote_of
from quoth.model.aside_rules import SPEAKS_FOR_ITSELF
from quoth.model.found_rules import STATISTIC
from quoth.model.surrounding_rules import (
    ASKS,
    BINDS,
    BINDS_WHAT_ASKS,
    BRANCHES,
    COMMON_WORDS,
    ENDS_APART,
    GENERAL_WORDS,
    LEADS_ELSEWHERE,
    LIMITS,
    LIMITS_AT_ITS_HEAD,
    NEW_ADVICE,
    NEXT_ITEM,
    OPENS_WITH_A_CASE,
    ORDERED,
    OTHER_BRANCH,
    POINTS_BACK,
    RECKONED,
    RECKONS_ON,
    REFERS_BACK,
    SHORT_LINE_CHARS,
    STANDS_APART,
    TURNS,
)
from quoth.text import Extent, match_tokens, stem
from quoth.text.later import compile_later
from quoth.text.pointers import named_lines_of
from quoth.text.surroundings import (
    closing_line_of,
    heading_extents,
    lead_ins_of,
    notes_of,
    same_paragraph,
    table_titles_of,
)

__all__ = [
    "bears_on_what_follows",
    "binds_advice",
    "goes_on",
    "hangs_on_the_line_before",
    "is_case_beside",
    "is_like_a_label",
    "laid_out_around",
]

_READ_CHARS = 4_000
_KEPT = 16_384
_PAGE = re.compile(r"p\. \d+")
_ITS_OWN = compile_later(SPEAKS_FOR_ITSELF, re.IGNORECASE)
_STATISTIC = compile_later(STATISTIC, re.IGNORECASE)
_TURNS = compile_later(TURNS, re.IGNORECASE)
_ASKS = compile_later(ASKS)
_ITEM = compile_later(NEXT_ITEM)
_BRANCH = compile_later(OTHER_BRANCH, re.IGNORECASE)
_ADVISES = compile_later(NEW_ADVICE)
_BINDS = compile_later(BINDS, re.IGNORECASE)
_CASE = compile_later(OPENS_WITH_A_CASE, re.IGNORECASE)
_BINDS_WHAT_ASKS = compile_later(BINDS_WHAT_ASKS, re.IGNORECASE)
_BRANCHES = compile_later(BRANCHES)
_RECKONED = compile_later(RECKONED, re.IGNORECASE)
_RECKONS_ON = compile_later(RECKONS_ON, re.IGNORECASE)
_POINTS_BACK = compile_later(POINTS_BACK, re.IGNORECASE)
_REFERS_BACK = compile_later(REFERS_BACK, re.IGNORECASE)
_ORDERED = compile_later(ORDERED, re.IGNORECASE)
_BRACKETED = compile_later(r"[(\[](?!\w{1,2}[)\].]).*[)\]][.:;]?\Z", re.DOTALL)
_LETTER = compile_later(r"[^\W\d_]")
_APART = compile_later(STANDS_APART, re.IGNORECASE)
_NUMBERED = compile_later(ENDS_APART)
_ELSEWHERE = compile_later(LEADS_ELSEWHERE, re.IGNORECASE)
_LIMITS = compile_later(LIMITS, re.IGNORECASE)
_SAYS_MORE = compile_later(LIMITS_AT_ITS_HEAD, re.IGNORECASE)


def goes_on(rendition: Rendition, before: Passage, after: Passage, *, advice: bool) -> bool:
    """Whether the sentence after a finding or an advice may say what that is worth, and is no other one."""
    words = after.text[:_READ_CHARS]
    if _BRACKETED.match(words):
        return True
    if advice and adds_nothing(words, below="\n" in rendition.text[before.end : after.start]):
        return False
    if same_paragraph(rendition.text, before.end, after.start):
        return (
            _advice_goes_on(before.text[:_READ_CHARS], words)
            if advice
            else _finding_goes_on(before.text[:_READ_CHARS], words)
        )
    return len(words) <= SHORT_LINE_CHARS and (
        _is_a_line_below(before.text[:_READ_CHARS], words) if advice else _finding_goes_on("", words)
    )


@lru_cache(maxsize=_KEPT)
def _finding_goes_on(finding: str, sentence: str) -> bool:
    if _stands_apart(sentence):
        return False
    if not _ITS_OWN.search(sentence):
        return True
    if not finding:
        return False
    if not _STATISTIC.search(finding):
        return True
    return _TURNS.search(sentence) is not None and not _outcomes(finding).isdisjoint(_outcomes(sentence))


@lru_cache(maxsize=_KEPT)
def _advice_goes_on(advice: str, sentence: str) -> bool:
    if _stands_apart(sentence) or _ITEM.search(sentence):
        return False
    if _POINTS_BACK.search(sentence):
        return True
    if _ASKS.search(sentence) or _RECKONS_ON.search(sentence):
        return _binds_though_asked(advice, sentence)
    return not _ADVISES.search(sentence) or bool(_BINDS.search(sentence) or _CASE.search(sentence))


@lru_cache(maxsize=_KEPT)
def bears_on_what_follows(sentence: str) -> bool:
    """Whether a sentence before advice, in its line, may say for whom or when that holds, and is no other advice."""
    words = sentence[:_READ_CHARS]
    if _stands_apart(words) or _ITEM.search(words) or ends_graded(words) or adds_nothing(words, below=False):
        return False
    if _ASKS.search(words):
        return _BINDS_WHAT_ASKS.search(words) is not None
    return not _ADVISES.search(words) or _BINDS.search(words) is not None


def _binds_though_asked(advice: str, sentence: str) -> bool:
    reckons = _RECKONS_ON.search(sentence) and _RECKONED.search(advice)
    return bool(reckons) or _BINDS_WHAT_ASKS.search(sentence) is not None


@lru_cache(maxsize=_KEPT)
def _is_a_line_below(advice: str, sentence: str) -> bool:
    if _stands_apart(sentence) or _ITEM.search(sentence) or _BRANCH.match(sentence) or not _LETTER.search(sentence):
        return False
    if _RECKONS_ON.search(sentence) and _RECKONED.search(advice):
        return True
    return not (_ASKS.search(sentence) or (_ADVISES.search(sentence) and not _POINTS_BACK.search(sentence)))


def binds_advice(line: str) -> bool:
    """Whether a line says for whom alone, or on what condition, something holds."""
    return _BINDS.search(line) is not None


def is_like_a_label(line: str, *, heads: bool) -> bool:
    """Whether a line names a case, before a colon or for the line after it (`heads`), and limits nothing above."""
    return (heads or _BRANCHES.match(line) is not None) and _SAYS_MORE.match(line) is None


def is_case_beside(label: str, line: str) -> bool:
    """Whether a line names, before a colon, a case of the same kind as a label does."""
    return _BRANCHES.match(line) is not None and not _outcomes(label).isdisjoint(_outcomes(line.partition(":")[0]))


def _stands_apart(sentence: str) -> bool:
    return _APART.match(sentence) is not None or _NUMBERED.search(sentence) is not None


def _outcomes(sentence: str) -> frozenset[str]:
    """The words of a result that may tell which outcome it speaks of."""
    forms = (token.form for token in match_tokens(sentence) if token.form[0].isalpha() and len(token.form) > 2)
    return frozenset(stem(form) for form in forms if form not in COMMON_WORDS)


def hangs_on_the_line_before(rendition: Rendition, advice: Passage, section: Section | None) -> bool:
    """Whether advice points at what stands above it, or is a step among others."""
    if _REFERS_BACK.search(advice.text[:_READ_CHARS]):
        return True
    if section is None:
        return False
    leads = lead_ins_of(rendition.text, advice.start, section.start)
    return any(_ORDERED.search(words) for words in (section.heading, *(rendition.text[a:b] for a, b in leads)))


def laid_out_around(
    rendition: Rendition, passage: Passage, section: Section | None, title: str
) -> tuple[Qualifier, ...]:
    """The lines that layout ties to a passage, in reading order: headings, its list's first and last, notes."""
    text, start, end = rendition.text, passage.start, passage.end
    above = _headings(rendition, passage, section, title) if section else ()
    section_start, section_end = (section.start, section.end) if section else (0, len(text))
    leads = [one for one in lead_ins_of(text, start, section_start) if not _ELSEWHERE.search(text, *one)]
    closing = closing_line_of(text, end, section_end)
    notes = notes_of(text, start, end, section_end=section_end)
    named = named_lines_of(text, start, end, section_start=section_start, section_end=section_end)
    below = (*((closing,) if closing else ()), *notes, *named)
    titles = table_titles_of(text, start, section_start=section_start)
    lines = (*above, *titles, *leads, *(one for one in below if not start <= one[0] < end))
    return tuple(
        Qualifier(QualifierKind.CONTEXT, quote_of(passage.record_id, rendition, Stretch(*line)))
        for line in sorted(dict.fromkeys(lines))
    )


def _headings(rendition: Rendition, passage: Passage, section: Section, title: str) -> Iterator[Extent]:
    if rendition.form is not Form.FULL_TEXT:
        return
    names = [name for name in (*section.path, section.heading) if not _PAGE.fullmatch(name)]
    said, named, whole = _stems(passage.text), _stems(title), _own(title.partition(":")[0])
    repeated = _stands_again(rendition, section.heading)
    for at, (start, end) in enumerate(heading_extents(rendition.text, section.start, names)):
        heading = rendition.text[start:end]
        limits = _LIMITS.search(heading) is not None or (at == 1 and repeated)
        own = _own(heading)
        is_title = own <= named and whole <= own
        if (at == 0 or limits) and not is_title and own - (said if limits else said | named):
            yield start, end


def _stands_again(rendition: Rendition, heading: str) -> bool:
    """Whether a heading stands in a text more than once, so that the one above it has to tell them apart."""
    return sum(one.heading == heading for one in rendition.sections) > 1


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
