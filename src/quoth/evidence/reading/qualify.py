"""What must travel with a sentence: the one it leans on, the one that goes on after it, what layout ties to it.

The rules are the tables `quoth.model.qualifier_rules`, `aside_rules` and `surrounding_rules`, which the checker reads
with its own code.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from quoth.evidence.guideline.advice import joined
from quoth.evidence.reading.adds_nothing import is_graded_apart
from quoth.evidence.reading.leading_in import (
    ends_open,
    finds_nothing,
    holds,
    is_label,
    is_label_of_its_kind,
    names_anything,
    rules_what_follows,
    sets_the_scene,
)
from quoth.evidence.reading.surroundings import (
    bears_on_what_follows,
    binds_advice,
    goes_on,
    hangs_on_the_line_before,
    is_case_beside,
    is_like_a_label,
    laid_out_around,
)
from quoth.evidence.reading.told_once import grade_of_the_part, lines_of_the_part
from quoth.model import Passage, Qualifier, QualifierKind, Quote, Rendition, Section, Span, hash_of_text
from quoth.model.aside_rules import TELLS_OF_THE_FINDING_BEFORE
from quoth.model.bounding_rules import ANY_ADVICE, BOUNDS_ADVICE, NAME_LETTERS
from quoth.model.qualifier_rules import (
    LEANS_ON_PREVIOUS,
    MAX_SENTENCES_BACK,
    MAX_SENTENCES_ON,
    RESTRICTED_BY_NEXT,
    RESTRICTED_BY_NEXT_START,
    QualifierRule,
)
from quoth.text import match_tokens, stem
from quoth.text.alike import same_figure
from quoth.text.surroundings import row_at

__all__ = [
    "bounds_advice",
    "context_of",
    "leans_on_previous",
    "restricts_previous",
    "section_at",
    "tells_of_previous",
]

_READ_CHARS = 4_000
_KEPT_SENTENCES = 16_384
_MARKS = re.compile(r"[\s\"'“‘«(\[]{0,4}")
_HEADING = re.compile(r"[A-Z][A-Za-z /&,-]{2,40}[:.] ?")
"""A heading such as "RESULTS: ", which is not part of the sentence's own opening."""


def context_of(
    passages: Sequence[Passage],
    index: int,
    rendition: Rendition,
    *,
    last: int | None = None,
    title: str = "",
    advice: bool = False,
    told: Sequence[Qualifier] = (),
) -> tuple[Qualifier, ...]:
    """What sentences `index` to `last` cannot be cut from, in reading order.

    Args:
        passages: the sentences of the text.
        index: the first of those that are quoted.
        rendition: the text.
        last: the last of them; the first where it is left out.
        title: of the source: a heading that says no more than this limits nothing.
        advice: whether they advise. What follows advice and advises too is another row, and travels only if it is tied.
        told: what travels with them already, such as a grade that is a heading.

    Returns:
        Neighbours from the same section, and the lines that layout ties to the sentences.
    """
    here = section_at(rendition, passages[index].start)
    back: list[Qualifier] = []
    at = index
    hangs = advice and hangs_on_the_line_before(rendition, passages[index], here)
    while len(back) < MAX_SENTENCES_BACK and at > 0 and (leans_on_previous(passages[at].text) or (hangs and not back)):
        if section_at(rendition, passages[at - 1].start) != here or not names_anything(passages[at - 1].text):
            break
        at -= 1
        back.append(_qualifier(passages[at]))
    if (
        not back
        and at > 0
        and (
            _speaks_for(passages[at - 1], passages[at], rendition, advice=advice)
            or _bears_on(passages[at - 1], passages[at], rendition, advice=advice)
        )
        and section_at(rendition, passages[at - 1].start) == here
    ):
        back.append(_qualifier(passages[at - 1]))
    after = (index if last is None else last) + 1
    following = [_qualifier(one) for one in _following(passages, after, rendition, advice=advice)]
    quoted = joined(passages, index, after - 1, rendition)
    around = laid_out_around(rendition, quoted, here, title)
    beside = [*back, *following]
    graded = grade_of_the_part(passages, index, here) if advice and not told else None
    if graded and not any(one.quote.span.start == graded.start for one in beside):
        beside.append(_qualifier(graded))
    for line in lines_of_the_part(passages, index, after - 1, here) if advice else ():
        if not any(one.quote.span.start == line.start for one in beside):
            beside.append(_qualifier(line))
    more = [
        one
        for one in around
        if not any(_holds_all(other, one) for other in beside) and not any(_overlap(one, grade) for grade in told)
    ]
    return tuple(sorted((*beside, *more), key=lambda one: one.quote.span.start))


def _speaks_for(before: Passage, one: Passage, rendition: Rendition, *, advice: bool) -> bool:
    """Whether the sentence before says what this one speaks of, or ends in it."""
    if rules_what_follows(before.text) or (not advice and sets_the_scene(before.text, one.text)):
        return True
    return _hangs_on(one, before, rendition)


def _bears_on(before: Passage, one: Passage, rendition: Rendition, *, advice: bool) -> bool:
    """Whether the sentence before, in its line, may limit advice, or tells what a finding is worth.

    Of two that advise, the first limits the second where it bounds it and names the same medicine, test or illness.
    """
    if "\n" in rendition.text[before.end : one.start]:
        return False
    if not advice:
        return tells_of_previous(before.text) or finds_nothing(before.text)
    if bears_on_what_follows(before.text):
        return True
    return (bounds_advice(before.text) or restricts_previous(before.text)) and bool(
        _named(before.text) & _named(one.text)
    )


def _named(sentence: str) -> set[str]:
    forms = {token.form for token in match_tokens(sentence[:_READ_CHARS]) if len(token.form) >= NAME_LETTERS}
    return {stem(form) for form in forms - ANY_ADVICE}


def _following(passages: Sequence[Passage], after: int, rendition: Rendition, *, advice: bool) -> Iterator[Passage]:
    """The sentence at `after` if it belongs to the one before it, and then the one that takes both back."""
    here = section_at(rendition, passages[after - 1].start)
    for place in range(after, min(after + MAX_SENTENCES_ON, len(passages))):
        before, one = passages[place - 1], passages[place]
        if section_at(rendition, one.start) != here or _begins_a_row(rendition.text, one.start):
            return  # the next row of a table is another one
        if (place > after or (advice and _is_graded_apart(passages, place))) and not _opens_with_a_limit(one.text):
            return
        if place == after and not (
            restricts_previous(one.text)
            or tells_of_previous(one.text)
            or same_figure(before.text, one.text)
            or (advice and "\n" not in rendition.text[before.end : one.start] and bounds_advice(one.text))
            or (
                (not (advice and _opens_the_next(passages, place, rendition)))
                and goes_on(rendition, before, one, advice=advice)
            )
        ):
            return
        yield one


def _is_graded_apart(passages: Sequence[Passage], place: int) -> bool:
    onward = passages[place + 1].text if place + 1 < len(passages) else ""
    return is_graded_apart(passages[place - 1].text, passages[place].text, onward)


def _opens_the_next(passages: Sequence[Passage], place: int, rendition: Rendition) -> bool:
    """Whether the line at `place`, below advice, is the head of the line after it, or another case."""
    one, before = passages[place], passages[place - 1]
    onward = passages[place + 1] if place + 1 < len(passages) else None
    heads = bool(onward and _same_part(one, onward, rendition) and _heads(one, onward, rendition))
    label = passages[place - 2] if place > 1 and _same_part(passages[place - 2], one, rendition) else None
    labelled = label is not None and _heads(label, before, rendition)
    if labelled and is_like_a_label(one.text, heads=heads):
        return True
    if "\n" not in rendition.text[before.end : one.start]:
        return False
    if label and onward and _same_part(one, onward, rendition) and is_label_of_its_kind(label.text, one.text):
        return True
    broken = onward and _same_part(one, onward, rendition) and _hangs_on(onward, one, rendition)
    if broken and not binds_advice(one.text):
        return True
    return label is not None and labelled and is_case_beside(label.text, one.text)


def _heads(line: Passage, one: Passage, rendition: Rendition) -> bool:
    """Whether a line is the label of a sentence, or ends in it."""
    return line.text.endswith(":") or _hangs_on(one, line, rendition) or is_label(line.text)


def _hangs_on(one: Passage, above: Passage, rendition: Rendition) -> bool:
    """Whether the line above a sentence ends in it. A row of a table ends where it ends."""
    if row_at(rendition.text, above.start) is not None:
        return False
    return "\n" in rendition.text[above.end : one.start] and ends_open(above.text)


def _same_part(one: Passage, other: Passage, rendition: Rendition) -> bool:
    return section_at(rendition, one.start) == section_at(rendition, other.start)


def _begins_a_row(text: str, start: int) -> bool:
    row = row_at(text, start)
    return row is not None and row[0] == start


def _holds_all(one: Qualifier, other: Qualifier) -> bool:
    return one.quote.span.start <= other.quote.span.start and other.quote.span.end <= one.quote.span.end


def _overlap(one: Qualifier, other: Qualifier) -> bool:
    return one.quote.span.start < other.quote.span.end and other.quote.span.start < one.quote.span.end


@lru_cache(maxsize=_KEPT_SENTENCES)
def leans_on_previous(sentence: str) -> bool:
    """Whether the sentence cannot be understood without the one before it."""
    openings = _openings(sentence)
    return any(pattern.match(sentence, at) for pattern in _compiled(LEANS_ON_PREVIOUS) for at in openings)


@lru_cache(maxsize=_KEPT_SENTENCES)
def restricts_previous(sentence: str) -> bool:
    """Whether the sentence takes back, limits or grades the one before it."""
    return _opens_with_a_limit(sentence) or any(
        pattern.search(sentence, 0, _READ_CHARS) for pattern in _compiled(RESTRICTED_BY_NEXT)
    )


@lru_cache(maxsize=_KEPT_SENTENCES)
def _opens_with_a_limit(sentence: str) -> bool:
    openings = (0, *_openings(sentence))
    return any(pattern.match(sentence, at) for pattern in _compiled(RESTRICTED_BY_NEXT_START) for at in openings)


@lru_cache(maxsize=_KEPT_SENTENCES)
def bounds_advice(sentence: str) -> bool:
    """Whether advice bounds the advice before it: a lower dose for some, the most in a day, when to stop."""
    return any(pattern.search(sentence, 0, _READ_CHARS) for pattern in _bounds())


@cache
def _bounds() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule.pattern, re.IGNORECASE) for rule in BOUNDS_ADVICE)


@lru_cache(maxsize=_KEPT_SENTENCES)
def tells_of_previous(sentence: str) -> bool:
    """Whether the sentence tells whom the finding before it counts, how it was come by, or what it is worth."""
    return holds(TELLS_OF_THE_FINDING_BEFORE, sentence[:_READ_CHARS])


def section_at(rendition: Rendition, position: int) -> Section | None:
    """The section that holds a character of the rendition."""
    return next((s for s in rendition.sections if s.start <= position < s.end), None)


def _openings(sentence: str) -> tuple[int, ...]:
    """Where the sentence's own words may begin: after opening marks, and after a heading."""
    marks = _MARKS.match(sentence)
    start = marks.end() if marks else 0
    heading = _HEADING.match(sentence, start)
    return (start, heading.end()) if heading else (start,)


def _qualifier(passage: Passage) -> Qualifier:
    span = Span(passage.record_id, passage.rendition_id, passage.start, passage.end, hash_of_text(passage.text))
    return Qualifier(QualifierKind.CONTEXT, Quote(span, passage.text))


@cache
def _compiled(rules: tuple[QualifierRule, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule.pattern) for rule in rules)
