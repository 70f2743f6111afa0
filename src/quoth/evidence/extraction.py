"""Recommendations out of the text of a guideline, each with the grade that its issuer put to it: drafts for an editor.

A grade belongs to the advice that it follows in its paragraph, line, list or table row; else to the advice under its
heading. Where one sentence carries several grades, none is picked: the sentence says so itself, and an editor decides.
Nothing is inferred: a strength is words of the source, or it is not stated.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quoth.evidence.blocks import Block, blocks_of
from quoth.evidence.clauses import condition_in, negation_in, population_in
from quoth.evidence.grading import Grade, Grader
from quoth.evidence.listings import Listing, listings
from quoth.evidence.recommendations import action_of, recommends
from quoth.evidence.rows import Row, row_of
from quoth.model import (
    Action,
    Annotation,
    AnnotationKind,
    Doubt,
    DoubtKind,
    Extent,
    GradePlace,
    Proposal,
    Record,
    Rendition,
    SectionRole,
)
from quoth.text import sentences
from quoth.text.later import compile_later

__all__ = ["propose"]

_SILENT = (SectionRole.BACKGROUND, SectionRole.OBJECTIVE, SectionRole.METHODS)
_MIN_CHARS, _MAX_CHARS = 4, 2_500
_REMARK_CHARS = 1_500
_GRADE_LINE_CHARS = 300
_BARE_END = compile_later(
    r"[^\s.][.:]?\s*[(\[]\s*(?:[A-DIU]|EO|I{1,3}[ABC]|[12][A-D])\s*[)\]]\s*(?:[.;]|$)", re.MULTILINE
)
_CLOSES = compile_later(r"[\s.;,)\]]*(?:and|or|but|AND|OR)?\s*")
_REMARK = compile_later(r"[(\[][^()\[\]]{0,200}[)\]]")
_TAIL = compile_later(r"[\s.;,:–—-]*")
_ABOUT_GRADES = compile_later(
    r"\bfurther research is (?:very )?(?:un)?likely\b|\bestimate of effect is (?:very )?uncertain\b"
    r"|\b(?:grades?|ratings?|levels?|strength|quality|categories|definitions?)\b[^.]{0,160}\b(?:is|are) (?:defined"
    r"|presented"
    r"|provided|described|given|listed|explained)\b|\bthe service\.|\bgrades? (?:its|the|of) recommendations? \(",
    re.IGNORECASE,
)
_LEANS = compile_later(r"(?:Therefore|Thus|However|Hence|This|These|Such|It|They|In such|In these|In this|Otherwise)\b")
_SEVERAL = "The sentence carries several grades; each stands in its own words."


@dataclass(frozen=True, slots=True)
class _Draft:
    """A statement under way."""

    statement: Extent
    block: Block
    grade: Grade | None = None
    place: GradePlace = GradePlace.NOWHERE
    population: Extent | None = None
    several: tuple[Grade, ...] = ()
    """All grades of a sentence that carries more than one; none of them is picked."""
    lead: Extent | None = None
    """The words that lead in the list that it is an item of."""


def propose(rendition: Rendition, record: Record) -> tuple[Proposal, ...]:
    """Every recommendation of a guideline's text, in reading order, as proposals named r1, r2, and so on.

    Args:
        rendition: a verbatim text; offsets of what is proposed count in it.
        record: its catalogue entry: the issuer decides how bare letters are read.
    """
    text = rendition.text
    bare = rendition.text.count("\n") and len(_BARE_END.findall(text)) >= 2
    grader = Grader(f"{record.issuer or ''} ; {record.title}", bare_letters=bool(bare))
    drafts: list[_Draft] = []
    telling = [block for block in blocks_of(rendition) if not block.defines and block.role not in _SILENT]
    for listing in listings(text, telling, stands_alone=lambda words: _stands_alone(words, grader)):
        row = row_of(text, listing.block)
        if row is not None:
            drafts.extend(_of_row(text, listing.block, row, grader))
        elif listing.items:
            drafts.extend(_of_list(text, listing, grader))
        else:
            _take(text, listing.block, grader, drafts)
    drafts = [draft for draft in drafts if not _ABOUT_GRADES.search(text, draft.statement.start, draft.statement.end)]
    drafts = [_under_heading(text, draft, grader) for draft in drafts]
    return tuple(_proposal(rendition, draft, number) for number, draft in enumerate(drafts, 1))


def _stands_alone(words: str, grader: Grader) -> bool:
    """Whether a paragraph is advice, or nothing but a grade, and so no item of the list before it."""
    if recommends(words):
        return True
    block = Block(0, len(words), (), (), None, defines=False)
    return len(words) <= _GRADE_LINE_CHARS and _only_grades(words, block, grader.grades(words))


def _of_list(text: str, listing: Listing, grader: Grader) -> Iterator[_Draft]:
    """One draft for a list that is graded as a whole or not at all; one for each item that has its own grade."""
    lead, items = listing.block, listing.items
    graded: list[_Draft] = []
    for item in items:
        found: list[_Draft] = []
        _take(text, item, grader, found)
        graded.extend(
            replace(draft, lead=_trimmed(text, Extent(lead.start, lead.end))) for draft in found if draft.grade
        )
    if graded:
        yield from graded
        return
    over: list[_Draft] = []
    _take(text, lead, grader, over)
    whole = Extent(lead.start, items[-1].end)
    if not over and recommends(text[lead.start : lead.end]):
        over = [_Draft(_trimmed(text, Extent(lead.start, lead.end)), lead)]
    if over and _long_enough(whole):
        first = over[-1]
        yield from over[:-1]
        yield replace(first, statement=Extent(first.statement.start, whole.end))
    else:
        inside: list[_Draft] = []
        for item in items:
            _take(text, item, grader, inside)
        yield from over
        yield from (replace(draft, lead=_trimmed(text, Extent(lead.start, lead.end))) for draft in inside)


def _take(text: str, block: Block, grader: Grader, drafts: list[_Draft]) -> None:
    """Add the drafts of one paragraph; a paragraph that is but a grade goes to the draft before it."""
    words = text[block.start : block.end]
    grades = [grade.moved(block.start) for grade in grader.grades(words)]
    whole = grader.read(text, block.start, block.start + len(words.rstrip(" .;")), strict=True)
    if whole is not None:
        grades = [whole]
    if grades and _only_grades(text, block, grades):
        if drafts and drafts[-1].grade is None and len(grades) == 1 and _adjoins(text, drafts[-1], block):
            _grade_last(text, drafts, grades[0])
        elif drafts and drafts[-1].place is GradePlace.NEXT_LINE and _adjoins(text, drafts[-1], block):
            joined = _joined(drafts[-1].grade, grades[0]) if len(grades) == 1 else None
            drafts[-1] = replace(drafts[-1], grade=joined or drafts[-1].grade)
        return
    cut = [Extent(block.start + start, block.start + end) for start, end in sentences(words)]
    drafts.extend(_of_sentences(text, block, cut, grades))


def _grade_last(text: str, drafts: list[_Draft], grade: Grade) -> None:
    """Put a grade to the advice of the paragraph before it: all of it that has no grade yet, as one statement."""
    last = drafts.pop()
    start = last.statement.start
    while drafts and drafts[-1].block == last.block and drafts[-1].grade is None and last.lead is None:
        start = drafts.pop().statement.start
    statement = Extent(start, last.statement.end + len(text[last.statement.end : grade.start].rstrip(" \n([")))
    drafts.append(replace(last, statement=statement, grade=grade, place=GradePlace.NEXT_LINE))


def _of_sentences(text: str, block: Block, cut: list[Extent], grades: list[Grade]) -> Iterator[_Draft]:
    leading = grades[0] if grades and _leads(text, block, grades[0]) else None
    waiting: list[Extent] = []
    for sentence in cut:
        mine = [g for g in grades if sentence.start <= g.start < sentence.end and g is not leading]
        here = (
            sentence
            if leading is None or leading.end <= sentence.start
            else Extent(min(leading.end, sentence.end), sentence.end)
        )
        if not mine:
            if here.start < here.end:
                waiting.append(here)
            continue
        yield from _graded(text, block, waiting, here, mine)
        waiting = []
    for sentence in waiting:
        if leading is not None and _long_enough(sentence):
            yield _Draft(_trimmed(text, sentence), block, leading, GradePlace.BEFORE)
            leading = None
        elif recommends(text[sentence.start : sentence.end]) and _long_enough(sentence):
            yield _Draft(_trimmed(text, sentence), block)


def _graded(text: str, block: Block, waiting: list[Extent], sentence: Extent, grades: list[Grade]) -> Iterator[_Draft]:
    """The statement that a sentence's grade stands for: from the first advice since the grade before it."""
    bracketed = [grade for grade in grades if not grade.in_verb]
    several = tuple(bracketed) if len(bracketed) > 1 else ()
    grade = bracketed[0] if bracketed else grades[0]
    advising = [one for one in waiting if recommends(text[one.start : one.end])]
    start = sentence.start
    inside = text[sentence.start : grade.start]
    closes_block = not grade.in_verb and not _REMARK.sub("", text[grade.end : block.end]).strip(" .;")
    alone = len(inside.strip(" .;:–—-•")) < _MIN_CHARS and not grade.in_verb
    if alone and waiting:
        start = (advising or waiting[-1:])[0].start
    elif waiting and closes_block and sentence.start - waiting[0].start < _REMARK_CHARS:
        start = waiting[0].start  # a grade at the end of a paragraph is the grade of the paragraph
    elif advising and not grade.in_verb:
        gap = text[advising[0].start : sentence.start]
        start = advising[0].start if len(gap) < _REMARK_CHARS else sentence.start
    before = [one for one in waiting if one.end <= start]
    if before and _LEANS.match(text, start) and start - before[-1].end < 5:
        start = before.pop().start
    for one in waiting:
        if one.end <= start and recommends(text[one.start : one.end]):
            yield _Draft(_trimmed(text, one), block)
    rest = text[grade.end : sentence.end]
    closes = not grade.in_verb and _CLOSES.fullmatch(rest) is not None
    statement = Extent(start, grade.start if closes and not several else sentence.end)
    if grade.in_verb:
        statement, place = Extent(sentence.start, sentence.end), GradePlace.SENTENCE
    else:
        place = GradePlace.AFTER if closes and not several else GradePlace.SENTENCE
    statement = _trimmed(text, statement)
    if statement.end - statement.start >= _MIN_CHARS:
        yield _Draft(statement, block, grade, place, several=several)


def _of_row(text: str, block: Block, row: Row, grader: Grader) -> Iterator[_Draft]:
    """A row of a table gives a draft when one of its columns is a grade or is headed as advice."""
    grade: Grade | None = None
    for cell in row.grades:
        here = grader.read(text, cell.label.start, cell.value.end) or grader.read(
            text, cell.value.start, cell.value.end
        )
        grade = _joined(grade, here) if here else grade
    if row.statement is None:
        return
    words = text[row.statement.start : row.statement.end]
    inline = [one.moved(row.statement.start) for one in grader.grades(words)]
    if grade is None and len(inline) == 1:
        grade = inline[0]
    if grade is None and not recommends(words):
        return
    if _long_enough(row.statement):
        place = GradePlace.COLUMN if grade else GradePlace.NOWHERE
        yield _Draft(row.statement, block, grade, place, population=row.population)


def _under_heading(text: str, draft: _Draft, grader: Grader) -> _Draft:
    """The draft with the grade of the nearest heading that is one, when it has none of its own."""
    if draft.grade is not None:
        return draft
    for extent in draft.block.heading_extents:
        grade = grader.read(text, extent.start, extent.end, strict=True) or _inside(text, extent, grader)
        if grade is not None and not _bare(text, grade):
            return replace(draft, grade=grade, place=GradePlace.HEADING)
    return draft


def _inside(text: str, heading: Extent, grader: Grader) -> Grade | None:
    """The one grade that a heading holds beside other words: "Recommendation 2 (weak recommendation)"."""
    held = [grade for grade in grader.grades(text[heading.start : heading.end]) if not grade.in_verb]
    return held[0].moved(heading.start) if len(held) == 1 else None


def _proposal(rendition: Rendition, draft: _Draft, number: int) -> Proposal:
    text, statement, grade = rendition.text, draft.statement, draft.grade
    start, end = statement.start, statement.end
    near = draft.place not in (GradePlace.NOWHERE, GradePlace.HEADING)
    ends = [end, *([grade.end] if grade and near else [])]
    starts = [start, *([grade.start] if grade and near else [])]
    whole = Extent(min(starts), max(ends))
    after = _TAIL.match(text, whole.end, max(whole.end, draft.block.end))
    if after and after.end() == draft.block.end and draft.place is not GradePlace.NEXT_LINE:
        whole = Extent(whole.start, whole.end + len(after[0].rstrip()))
    denied = draft.lead if draft.lead and negation_in(text, draft.lead.start, draft.lead.end) else None
    advice = f"{text[denied.start : denied.end]} {text[start:end]}" if denied else text[start:end]
    action, by = _action(advice, grade, several=draft.several)
    annotation = Annotation(
        f"r{number}",
        AnnotationKind.RECOMMENDATION,
        statement,
        whole,
        strength=grade.strength if grade and not draft.several else None,
        certainty=grade.certainty if grade and not draft.several else None,
        population=draft.population or population_in(text, start, end),
        condition=draft.lead or condition_in(text, start, end),
        action=action,
        action_by=by,
        doubts=(Doubt(DoubtKind.NOTE, _SEVERAL),) if draft.several else (),
    )
    return Proposal(
        annotation.id,
        rendition.id,
        annotation,
        draft.block.headings,
        grade.system if grade else None,
        draft.place,
        negation_in(text, start, end) or denied,
    )


def _action(words: str, grade: Grade | None, *, several: Sequence[Grade]) -> tuple[Action, str]:
    """What the advice asks for: the more careful of what its wording and its grade say."""
    worded, by = action_of(words)
    if several:
        agreed = {worded, *(one.action for one in several if one.action)}
        if len(agreed) == 1:
            return worded, by
        if agreed == {Action.DO, Action.CONSIDER}:  # all for it, some of them weakly
            return Action.CONSIDER, "from the more careful of its grades"
        return Action.UNCERTAIN, "several grades stand in one sentence"
    if grade is None or grade.action is None:
        return worded, by
    graded = f"from its grade ({grade.system})"
    if "several recommendations" in by:  # "screening should be stopped once …" under one grade that is for it
        return grade.action, graded
    if Action.UNCERTAIN in (worded, grade.action) and "no direction" not in by:
        return Action.UNCERTAIN, by if worded is Action.UNCERTAIN else graded
    for careful in (Action.DO_NOT, Action.CONSIDER):
        if careful in (worded, grade.action):
            return careful, graded if careful is grade.action else by
    return grade.action, graded


def _joined(one: Grade | None, other: Grade) -> Grade | None:
    """Two grades of one statement, a strength and a certainty, as one; what comes first stands."""
    if one is None:
        return other
    return replace(
        one,
        start=min(one.start, other.start),
        end=max(one.end, other.end),
        strength=one.strength or other.strength,
        certainty=one.certainty or other.certainty,
        action=one.action or other.action,
        system=one.system if one.strength else other.system,
    )


def _only_grades(text: str, block: Block, grades: list[Grade]) -> bool:
    rest, at = "", block.start
    for grade in grades:
        if not grade.in_verb:
            rest, at = rest + text[at : grade.start], grade.end
    rest += text[at : block.end]
    return at > block.start and len(_REMARK.sub("", rest).strip(" .;:")) <= 4


def _adjoins(text: str, draft: _Draft, block: Block) -> bool:
    """Whether a grade that stands alone belongs to a draft: it follows under the same heading.

    What stands between an advice without a grade and the grade explains or lists what is advised; between a grade and
    another part of it stands nothing.
    """
    end = max(draft.statement.end, draft.grade.end if draft.grade else 0)
    between = text[end : block.start].strip(" .;:\n\r\t")
    if draft.grade is not None:
        return not between
    return len(between) <= _REMARK_CHARS and draft.block.heading_extents == block.heading_extents


def _leads(text: str, block: Block, grade: Grade) -> bool:
    before = text[block.start : grade.start]
    after = text[grade.end : block.end].lstrip(" .:)–—-")
    return (
        not grade.in_verb
        and len(before) < 60
        and not recommends(before)
        and len(after) >= _MIN_CHARS
        and (
            not before.strip()
            or bool(re.fullmatch(r"\W*(?:(?:recommendation|statement)s? ?)?[\d.]*[a-z]?\W*", before, re.I))
        )
    )


def _bare(text: str, grade: Grade) -> bool:
    extent = grade.strength or grade.certainty
    return extent is not None and extent.end - extent.start <= 2


def _trimmed(text: str, extent: Extent) -> Extent:
    words = text[extent.start : extent.end]
    lead = re.match(r"[\s•◦▪–-]*(?:[:.]\s+)?", words)
    start = extent.start + (lead.end() if lead else 0)
    return Extent(start, max(start, extent.start + len(words.rstrip())))


def _long_enough(extent: Extent) -> bool:
    return _MIN_CHARS <= extent.end - extent.start <= _MAX_CHARS
