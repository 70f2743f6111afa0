"""Recommendations out of the text of a guideline, each with the grade that its issuer put to it: drafts for an editor.

A grade belongs to the advice that it follows in its paragraph, line, list or table row; else to the advice under its
heading. Where one sentence carries several grades, none is picked: the sentence says so itself, and an editor decides.
Nothing is inferred: a strength is words of the source, or it is not stated.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from quoth.evidence.guideline.asides import advising
from quoth.evidence.guideline.blocks import Block, blocks_of
from quoth.evidence.guideline.clauses import condition_in, negation_in, population_in
from quoth.evidence.guideline.draft import Draft, long_enough, trimmed
from quoth.evidence.guideline.graded_sentences import only_grades, take
from quoth.evidence.guideline.grading import Grade, Grader
from quoth.evidence.guideline.listings import Listing, listings
from quoth.evidence.guideline.marks import marked_blocks
from quoth.evidence.guideline.mood import opens_with_an_order
from quoth.evidence.guideline.recommendations import action_of, recommends, speaks_of_recommending
from quoth.evidence.guideline.rows import is_legend, row_of, rows_under
from quoth.evidence.guideline.splitting import rejoined
from quoth.evidence.guideline.tabled import draft_of_row
from quoth.evidence.guideline.whose import is_no_own_advice, is_of_another_guideline
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

__all__ = ["SILENT", "propose"]

SILENT = (SectionRole.BACKGROUND, SectionRole.OBJECTIVE, SectionRole.METHODS)
"""Parts of a guideline that recommend nothing."""
_GRADE_LINE_CHARS = 300
_BARE_END = compile_later(
    r"[^\s.][.:]?\s*[(\[]\s*(?:[A-DIU]|EO|I{1,3}[ABC]|[12][A-D])\s*[)\]]\s*(?:[.;:]|$)", re.MULTILINE
)
_PAIRED_END = compile_later(
    r"\b(?:recommends?|suggests?|advises?|should|must|[Cc]onsider|[Aa]void|[Oo]ffer)\b(?:[^.\n]|\.(?=\d)){3,400}?"
    r"[(\[]\s*[12] ?[A-D]\s*[)\]]\s*(?:[.;:]|$)",
    re.MULTILINE,
)
"""A strength with its certainty behind the verb of a recommendation is a grade even where it is the only one."""
_FOR = (Action.DO, Action.CONSIDER)
_TAIL = compile_later(r"[\s.;,:–—-]*")
_ABOUT_GRADES = compile_later(
    r"\bfurther research is (?:very )?(?:un)?likely\b|\bestimate of effect is (?:very )?uncertain\b"
    r"|\b(?:grades?|ratings?|levels?|strength|quality|categories|definitions?)\b[^.]{0,160}\b(?:is|are) (?:defined"
    r"|presented"
    r"|provided|described|given|listed|explained)\b|[\"“'‘]we (?:recommend|suggest)[\"”'’]"
    r"|\b(?:class|grade|level|category) (?:I|1|A)\b (?:is|means|indicates|denotes|stands for)\b"
    r"|\b(?:high|strong|level 1|grade 1)\b[^.;()]{0,20}[(,] ?(?:A|1|I|⊕+)\b[^.]{0,60}\b(?:moderate|low|weak|conditional"
    r"|level 2|grade 2)\b|\bthe service\.|\bgrades? (?:its|the|of) recommendations? \(",
    re.IGNORECASE,
)
_SEVERAL = "The sentence carries several grades; each stands in its own words."


def propose(rendition: Rendition, record: Record, *, cuts_sentences: bool = True) -> tuple[Proposal, ...]:
    """Every recommendation of a guideline's text, in reading order, as proposals named r1, r2, and so on.

    Args:
        rendition: a verbatim text; offsets of what is proposed count in it.
        record: its catalogue entry: the issuer decides how bare letters are read.
        cuts_sentences: whether a sentence that advises several things, each with its grade, gives several proposals.
            Who quotes whole sentences cannot say which grade is whose.
    """
    text = rendition.text
    bare = ("\n" in text and len(_BARE_END.findall(text)) >= 2) or _PAIRED_END.search(text) is not None
    grader = Grader(f"{record.issuer or ''} ; {record.title}", bare_letters=bare)
    drafts: list[Draft] = []
    blocks = [block for block in blocks_of(rendition) if block.role not in SILENT]
    under = rows_under(text, blocks)
    marked = marked_blocks(text, blocks, grader, advises=recommends)
    telling = [block for block in advising(text, blocks) if not block.defines]
    for listing in listings(text, telling, stands_alone=lambda words: _stands_alone(words, grader)):
        mark, heads = marked.get(listing.block.start), under.get(listing.block.start, ())
        row = row_of(text, listing.block, heads)
        if row is not None:
            if not is_legend(text, listing.block, heads):
                drafts.extend(draft_of_row(text, listing.block, row, grader, mark))
        elif mark is not None and mark.rest is not None:
            drafts.append(Draft(trimmed(text, mark.rest), listing.block, mark.grade, GradePlace.BEFORE))
        elif listing.items:
            drafts.extend(_of_list(text, listing, grader))
        else:
            before = len(drafts)
            take(text, listing.block, grader, drafts)
            if len(drafts) == before:
                drafts.extend(_of_point(text, listing.block, grader))
    drafts = [draft for draft in drafts if not _ABOUT_GRADES.search(text, draft.statement.start, draft.statement.end)]
    drafts = [_under_heading(text, draft, grader) for draft in drafts]
    drafts = drafts if cuts_sentences else list(rejoined(text, drafts))
    drafts = [draft for draft in drafts if not _is_of_others(text, draft, record.issuer or "")]
    return tuple(_proposal(rendition, draft, number) for number, draft in enumerate(drafts, 1))


def _is_of_others(text: str, draft: Draft, issuer: str) -> bool:
    """Whether others give the advice; where it has a grade, each of its sentences must say so."""
    words = text[draft.statement.start : draft.statement.end]
    if draft.grade is None:
        return is_no_own_advice(words, issuer)
    return all(is_of_another_guideline(words[start:end], issuer) for start, end in sentences(words))


def _stands_alone(words: str, grader: Grader) -> bool:
    """Whether a paragraph is advice, or nothing but a grade, and so no item of the list before it."""
    if recommends(words):
        return True
    block = Block(0, len(words), (), (), None, defines=False)
    return len(words) <= _GRADE_LINE_CHARS and only_grades(words, block, grader.grades(words))


def _of_list(text: str, listing: Listing, grader: Grader) -> Iterator[Draft]:
    """One draft for a list that is graded as a whole or not at all; one for each item where some have their own grade.

    A grade that stands before the items is then that of those without one.
    """
    lead, items = listing.block, listing.items
    led = trimmed(text, Extent(lead.start, lead.end))
    over: list[Draft] = []
    take(text, lead, grader, over)
    graded: list[Draft] = []
    shared = over[-1].grade if over and not over[-1].several else None
    shared = None if shared and shared.in_verb else shared
    advises = recommends(text[lead.start : lead.end])
    for item in items:
        found: list[Draft] = []
        take(text, item, grader, found)
        here = [replace(draft, lead=led) for draft in found if draft.grade]
        statement = trimmed(text, Extent(item.start, item.end))
        if not here and long_enough(statement):
            place = GradePlace.BEFORE if shared else GradePlace.NOWHERE
            here = [Draft(statement, item, shared, place, lead=led)] if shared or advises else []
        graded.extend(here)
    if any(draft.grade not in (None, shared) for draft in graded):
        yield from graded
        return
    whole = Extent(lead.start, items[-1].end)
    if not over and advises:
        over = [Draft(led, lead)]
    if over and long_enough(whole):
        first = over[-1]
        yield from over[:-1]
        yield replace(first, statement=Extent(first.statement.start, whole.end))
    else:
        inside: list[Draft] = []
        for item in items:
            take(text, item, grader, inside)
        yield from over
        yield from (replace(draft, lead=led) for draft in inside)


def _of_point(text: str, block: Block, grader: Grader) -> Iterator[Draft]:
    """A paragraph that says what to do, whatever the verb, under a heading that is a grade ("Good practice points")."""
    statement = trimmed(text, Extent(block.start, block.end))
    words = text[statement.start : statement.end]
    if block.heading_extents and len(words) <= _GRADE_LINE_CHARS and long_enough(statement):
        nearest = block.heading_extents[0]
        grade = grader.read(text, nearest.start, nearest.end, strict=True)
        if grade is not None and not _bare(grade) and opens_with_an_order(words) and not speaks_of_recommending(words):
            yield Draft(statement, block)


def _under_heading(text: str, draft: Draft, grader: Grader) -> Draft:
    """The draft with the grade of the nearest heading that is one, when it has none of its own."""
    if draft.grade is not None:
        return draft
    for extent in draft.block.heading_extents:
        grade = grader.read(text, extent.start, extent.end, strict=True) or _inside(text, extent, grader)
        if grade is not None and not _bare(grade):
            return replace(draft, grade=grade, place=GradePlace.HEADING)
    return draft


def _inside(text: str, heading: Extent, grader: Grader) -> Grade | None:
    """The one grade that a heading holds beside other words: "Recommendation 2 (weak recommendation)"."""
    held = [grade for grade in grader.grades(text[heading.start : heading.end]) if not grade.in_verb]
    return held[0].moved(heading.start) if len(held) == 1 else None


def _proposal(rendition: Rendition, draft: Draft, number: int) -> Proposal:
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
        population=draft.population or population_in(text, start, end) or _of_scope(text, draft, population_in),
        condition=draft.lead or _of_scope(text, draft, condition_in) or condition_in(text, start, end),
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


def _of_scope(text: str, draft: Draft, clause: Callable[[str, int, int], Extent | None]) -> Extent | None:
    """What the words say that open the sentence of a part, or lead in an item."""
    over = draft.scope or draft.lead
    return clause(text, over.start, over.end) if over else None


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
    if worded is Action.DO_NOT and grade.action in _FOR and (first := _first_for(words)):
        worded, by = first  # what a later sentence warns of bounds the advice, and turns none that is graded for it
    if "several recommendations" in by:  # "screening should be stopped once …" under one grade that is for it
        return grade.action, graded
    if Action.UNCERTAIN in (worded, grade.action) and "no direction" not in by:
        return Action.UNCERTAIN, by if worded is Action.UNCERTAIN else graded
    for careful in (Action.DO_NOT, Action.CONSIDER):
        if careful in (worded, grade.action):
            return careful, graded if careful is grade.action else by
    return grade.action, graded


def _first_for(words: str) -> tuple[Action, str] | None:
    """What the first of several sentences asks for, where it is for something."""
    cut = sentences(words)
    first = action_of(words[slice(*cut[0])]) if len(cut) > 1 else None
    return first if first and first[0] in _FOR else None


def _bare(grade: Grade) -> bool:
    extent = grade.strength or grade.certainty
    return extent is not None and extent.end - extent.start <= 2
