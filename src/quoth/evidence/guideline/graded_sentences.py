"""Which sentences of a paragraph a grade stands for: those that it follows, those that it leads, or one of its own.

A paragraph that is nothing but a grade belongs to the advice before it under the same heading.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from quoth.evidence.guideline.blocks import Block
from quoth.evidence.guideline.draft import MIN_CHARS, Draft, joined_grades, long_enough, trimmed
from quoth.evidence.guideline.grading import Grade, Grader
from quoth.evidence.guideline.recommendations import recommends
from quoth.evidence.guideline.splitting import parts_of
from quoth.model import Extent, GradePlace
from quoth.text import sentences
from quoth.text.later import compile_later

__all__ = ["only_grades", "take"]

_REMARK_CHARS = 1_500
_CLOSES = compile_later(r"[\s.;,)\]]*(?:and/or|and|or|but|AND|OR)?\s*")
_REMARK = compile_later(r"[(\[][^()\[\]]{0,200}[)\]]")
_LEANS = compile_later(r"(?:Therefore|Thus|However|Hence|This|These|Such|It|They|In such|In these|In this|Otherwise)\b")


def take(text: str, block: Block, grader: Grader, drafts: list[Draft]) -> None:
    """Add the drafts of one paragraph; a paragraph that is but a grade goes to the draft before it."""
    words = text[block.start : block.end]
    grades = [grade.moved(block.start) for grade in grader.grades(words)]
    whole = grader.read(text, block.start, block.start + len(words.rstrip(" .;")), strict=True)
    if whole is not None:
        grades = [whole]
    if grades and only_grades(text, block, grades):
        if drafts and drafts[-1].grade is None and len(grades) == 1 and _adjoins(text, drafts[-1], block):
            _grade_last(text, drafts, grades[0])
        elif drafts and drafts[-1].place is GradePlace.NEXT_LINE and _adjoins(text, drafts[-1], block):
            joined = joined_grades(drafts[-1].grade, grades[0]) if len(grades) == 1 else None
            drafts[-1] = replace(drafts[-1], grade=joined or drafts[-1].grade)
        return
    cut = [Extent(block.start + start, block.start + end) for start, end in sentences(words)]
    if len(cut) > 1 and (opening := _closes_last(text, cut[0], grader, drafts)):
        _grade_last(text, drafts, opening)
        cut, grades = cut[1:], [grade for grade in grades if grade.start >= cut[1].start]
    drafts.extend(_of_sentences(text, block, cut, grades))


def _closes_last(text: str, first: Extent, grader: Grader, drafts: list[Draft]) -> Grade | None:
    """The grade that a paragraph opens with as a sentence of its own, right behind advice that has none yet."""
    if not drafts or drafts[-1].grade is not None or text[drafts[-1].statement.end : first.start].strip():
        return None
    end = first.start + len(text[first.start : first.end].rstrip(" .;"))
    grade = grader.read(text, first.start, end, strict=True)
    return grade if grade and grade.strength and grade.strength.end - grade.strength.start > 2 else None


def _grade_last(text: str, drafts: list[Draft], grade: Grade) -> None:
    """Put a grade to the advice of the paragraph before it: all of it that has no grade yet, as one statement."""
    last = drafts.pop()
    start = last.statement.start
    while drafts and drafts[-1].block == last.block and drafts[-1].grade is None and last.lead is None:
        start = drafts.pop().statement.start
    statement = Extent(start, last.statement.end + len(text[last.statement.end : grade.start].rstrip(" \n([")))
    drafts.append(replace(last, statement=statement, grade=grade, place=GradePlace.NEXT_LINE))


def _of_sentences(text: str, block: Block, cut: list[Extent], grades: list[Grade]) -> Iterator[Draft]:
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
        if leading is not None and long_enough(sentence):
            yield Draft(trimmed(text, sentence), block, leading, GradePlace.BEFORE)
            leading = None
        elif recommends(text[sentence.start : sentence.end]) and long_enough(sentence):
            yield Draft(trimmed(text, sentence), block)


def _graded(text: str, block: Block, waiting: list[Extent], sentence: Extent, grades: list[Grade]) -> Iterator[Draft]:
    """The statement that a sentence's grade stands for: from the first advice since the grade before it."""
    bracketed = [grade for grade in grades if not grade.in_verb]
    several = tuple(bracketed) if len(bracketed) > 1 else ()
    grade = bracketed[0] if bracketed else grades[0]
    advising = [one for one in waiting if recommends(text[one.start : one.end])]
    start = sentence.start
    inside = text[sentence.start : grade.start]
    closes_block = not grade.in_verb and not _REMARK.sub("", text[grade.end : block.end]).strip(" .;")
    alone = len(inside.strip(" .;:–—-•")) < MIN_CHARS and not grade.in_verb
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
            yield Draft(trimmed(text, one), block)
    if parts := parts_of(text, block, Extent(start, sentence.end), bracketed):
        yield from parts
        return
    if len(bracketed) == 1 and len(verbs := [one for one in grades if one.in_verb]) == 1:
        grade = _with_verb(grade, verbs[0])
    rest = text[grade.end : sentence.end]
    closes = not grade.in_verb and _CLOSES.fullmatch(rest) is not None
    statement = Extent(start, grade.start if closes and not several else sentence.end)
    if grade.in_verb:
        statement, place = Extent(sentence.start, sentence.end), GradePlace.SENTENCE
    else:
        place = GradePlace.AFTER if closes and not several else GradePlace.SENTENCE
    statement = trimmed(text, statement)
    if statement.end - statement.start >= MIN_CHARS:
        yield Draft(statement, block, grade, place, several=several)


def _with_verb(grade: Grade, verb: Grade) -> Grade:
    """A certainty in brackets with the strength that the verb of its sentence states: "strongly recommend … (high)"."""
    if grade.strength is not None:
        return grade
    return replace(grade, strength=verb.strength, action=verb.action, system=verb.system)


def only_grades(text: str, block: Block, grades: list[Grade]) -> bool:
    """Whether a paragraph holds these grades, remarks in brackets, and nothing else."""
    rest, at = "", block.start
    for grade in grades:
        if not grade.in_verb:
            rest, at = rest + text[at : grade.start], grade.end
    rest += text[at : block.end]
    return at > block.start and len(_REMARK.sub("", rest).strip(" .;:")) <= 4


def _adjoins(text: str, draft: Draft, block: Block) -> bool:
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
        and len(after) >= MIN_CHARS
        and (
            not before.strip()
            or bool(re.fullmatch(r"\W*(?:(?:recommendation|statement)s? ?)?[\d.]*[a-z]?\W*", before, re.I))
        )
    )
