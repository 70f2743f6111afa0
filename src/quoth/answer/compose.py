"""The layers of the page, put together in reading order. The order of this file is the order of the page."""

from collections.abc import Sequence
from dataclasses import replace

from quoth.answer.action_rows import Row, first_page, heading_of, rows_of
from quoth.answer.bottom_line import lead
from quoth.answer.certainty import provisional_certainties
from quoth.answer.comparable import comparable_sets
from quoth.answer.compare import disagreements
from quoth.answer.gate import asks_for_treatment, no_direct_evidence, refuse_table
from quoth.answer.gate import refuse_question as refuse_question
from quoth.answer.ground import Ground
from quoth.answer.numbering import Numbering
from quoth.answer.readers import limits_for
from quoth.answer.research import group_research
from quoth.answer.select import Selection, people_asked, select
from quoth.answer.ways_on import FACET_WORDS, facet_suggestions
from quoth.model import (
    RANK_BY_DESIGN,
    Abstention,
    ActionRow,
    Answer,
    BottomLine,
    Design,
    Difference,
    Directness,
    EvidenceTable,
    Exclusion,
    Facet,
    Finding,
    FindingKind,
    MarkKind,
    Method,
    Question,
    Slot,
    Statement,
    Suggestion,
    phrase,
)
from quoth.model.omission_rules import AUDITED, NEWER_MAX
from quoth.text import match_line
from quoth.text.later import compile_later

__all__ = ["write"]

NOTES_MAX = 3
DIFFERENCES_MAX = 4
# Of the rows on the first page, the share that the actions may take before the research gets its own.
ACTIONS_SHARE = 0.44
_SENTENCES = compile_later(r"[.:;?!]\s+")


def write(question: Question, table: EvidenceTable, ground: Ground) -> Answer | Abstention:
    """The page for a question: all layers, or a refusal with its reason. Deterministic."""
    refusal = refuse_question(question, table, ground) or refuse_table(question, table, ground)
    if refusal:
        return refusal
    limits = limits_for(question.role, ground.limits)
    selection = select(question, table, relevance_min=limits.relevance_min)
    if selection.empty:
        return no_direct_evidence(question, table, ground)
    guidance_year = _newest_guidance_year(selection.recommendations)
    numbering = Numbering(guidance_year, study_of=ground.study_of, of_treatment=asks_for_treatment(question))
    bottom_line = lead(question, selection.recommendations, numbering, selection.guideline_notes)
    rows = rows_of(question, selection.recommendations)
    first = first_page(rows, max(3, int(limits.rows_max * ACTIONS_SHARE)))
    # Numbered in the order of the page: the rows that open on request come after all that stand open.
    actions = tuple(_numbered(row, numbering) for at, row in enumerate(rows) if at in first)
    more_actions = tuple(_numbered(row, numbering) for at, row in enumerate(rows) if at not in first)
    notes = tuple(numbering.statement(finding) for finding in _noted(selection, bottom_line))
    differences = _differences(selection, table, numbering)
    left = max(1, limits.rows_max - len(first) - len(notes) - sum(not each.on_request for each in differences))
    research = group_research(question, selection, numbering, left)
    shown = [statement for group in research for statement in (*group.statements, *group.more)]
    newer = _newer(shown)
    references = numbering.references()
    page = Answer(
        id=ground.answer_id,
        question=question,
        bottom_line=bottom_line,
        notes=(*_notes(question, table, selection), *_asked_first(question, bottom_line)),
        actions=actions,
        more_actions=more_actions,
        guideline_notes=notes,
        differences=differences,
        newer=newer,
        research=research,
        comparable=comparable_sets(research, selection.research),
        certainties=provisional_certainties(research, selection.research),
        method=Method(
            synonyms=tuple((term.words, term.synonyms) for term in question.terms),
            strategy=ground.strategy,
            ranked=ground.ranked,
            ranking=ground.ranking,
            read_as=ground.read_as,
            counts=(*ground.counts, ("used on this page", len(references))),
            exclusions=selection.exclusions,
        ),
        references=references,
        signposts=ground.signposts,
        manifest=ground.manifest,
    )
    return _audited(page)


def _noted(selection: Selection, bottom_line: BottomLine) -> list[Finding]:
    """Of what guidelines say besides their recommendations: all that leads, what answers best, then the strongest."""
    leading = {statement.quote.span for statement in bottom_line.statements}
    chosen = sorted(selection.guideline_notes, key=lambda f: (f.quote.span not in leading, -f.spoken))[:NOTES_MAX]
    return [finding for finding in selection.guideline_notes if finding in chosen]


def _newer(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The first row of each report that appeared after the guidance, reviews and trials only."""
    found: dict[int, Statement] = {}
    for statement in statements:
        marks = {mark.kind for mark in statement.marks}
        weighty = RANK_BY_DESIGN[statement.design] <= RANK_BY_DESIGN[Design.RCT]
        if MarkKind.NEWER_THAN_GUIDELINE in marks and MarkKind.INDIRECT not in marks and weighty:
            found.setdefault(statement.citations[0], statement)
    return tuple(found.values())[:NEWER_MAX]


def _newest_guidance_year(recommendations: Sequence[Finding]) -> int | None:
    years = [
        finding.record.published.year
        for finding in recommendations
        if finding.record.published.year and finding.directness is Directness.DIRECT and finding.standing.usable
    ]
    return max(years, default=None)


def _numbered(row: Row, numbering: Numbering) -> ActionRow:
    statement = numbering.statement(row.leading)
    also = tuple(numbering.statement(finding) for finding in row.beneath)
    return ActionRow(heading_of(row.leading), row.action, statement, also)


def _differences(selection: Selection, table: EvidenceTable, numbering: Numbering) -> tuple[Difference, ...]:
    others = [
        f for f in table.findings if f.kind is not FindingKind.DIFFERENCE and f.directness is not Directness.ANIMAL
    ]
    made: list[Difference] = []
    for found in disagreements(selection.differences, selection.recommendations, others):
        note = numbering.statement(found.note, also=found.findings) if found.note else None
        sides = tuple(numbering.statement(side) for side in found.findings)
        made.append(Difference(found.about, sides, note, found.differs_in, on_request=len(made) >= DIFFERENCES_MAX))
    return tuple(made)


def _notes(question: Question, table: EvidenceTable, selection: Selection) -> tuple[str, ...]:
    notes = []
    if question.carried_over:
        notes.append(phrase("note.carried", what=", ".join(question.carried_over)))
    notes += [
        phrase("note.inferred", condition=mention.concept.name, because=mention.inferred_because.rstrip("."))
        for mention in question.conditions
        if mention.inferred_because and mention.concept.name not in question.carried_over
    ]
    notes += [
        phrase("note.widened", words=mention.words, what=mention.concept.name)
        for mention in (*question.interventions, *question.comparators)
        if mention.inferred_because and mention.start >= 0
    ]
    notes += [phrase("note.corrected", words=words, meant=meant) for words, meant in question.corrected]
    spoken_of = _spoken_of(question, selection)
    uncovered = [words for words in _said_by_no_row(table.uncovered, selection) if words not in spoken_of]
    beside = uncovered if question.conditions else ()
    nothing_on = list(dict.fromkeys((*question.unknown, *question.aside, *beside)))
    if nothing_on:
        notes.append(phrase("note.unknown_words", words=", ".join(nothing_on)))
    unspoken = [word for word in uncovered if word not in nothing_on]
    if unspoken:
        notes.append(phrase("note.uncovered", words=", ".join(unspoken)))
    if _some_speak_of_them(question, selection):
        notes.append(phrase("note.people_in_general", what=", ".join(people_asked(question))))
    return tuple(notes)


def _asked_first(question: Question, bottom_line: BottomLine) -> tuple[str, ...]:
    """Which of two questions is answered by what leads, where something does."""
    if not (question.asks_first and bottom_line.statements):
        return ()
    sentence = _SENTENCES.split(question.asks_first.rstrip(" ?"))[-1]
    return (phrase("note.asks_first", what=sentence),)


def _said_by_no_row(words: Sequence[str], selection: Selection) -> list[str]:
    """Of words that nothing covers, those that no row holds in one piece: an indirect one may, and covers nothing."""
    rows = (*selection.recommendations, *selection.guideline_notes, *selection.research, *selection.differences)
    said = [match_line(finding.quote.text) for finding in rows] if words else []
    return [each for each in words if not any(match_line(each) in line for line in said)]


def _spoken_of(question: Question, selection: Selection) -> frozenset[str]:
    """The one group asked about, in the question's words, where a row is on it under another: "people over 12"."""
    whom = frozenset(mention.words for mention in question.populations)
    rows = (*selection.recommendations, *selection.guideline_notes, *selection.research)
    told = any(Slot.POPULATION in row.matched and row.directness is Directness.DIRECT for row in rows)
    return whom if told and len(whom) == 1 else frozenset()


def _some_speak_of_them(question: Question, selection: Selection) -> bool:
    """Whether rows on the people asked about and rows on people in general stand on one page."""
    rows = (*selection.recommendations, *selection.guideline_notes, *selection.research)
    return bool(people_asked(question)) and len({Slot.POPULATION in finding.matched for finding in rows}) > 1


def _audited(page: Answer) -> Answer:
    """The page with its omissions named and the follow-ups that it can answer."""
    statements = page.statements()
    present = {facet for statement in statements for facet in statement.facets}
    asked = [facet for facet in page.question.facets if facet not in present]
    audited = AUDITED if asks_for_treatment(page.question) else ()
    missing = [*asked, *(facet for facet in audited if facet not in present and facet not in asked)]
    method = replace(page.method, exclusions=_left_out(page, statements))
    return replace(page, method=method, not_found=tuple(missing), suggestions=_suggestions(page, statements, present))


def _left_out(page: Answer, statements: Sequence[Statement]) -> tuple[Exclusion, ...]:
    """What was left out, without what stands beside an editor's note all the same."""
    spans = {statement.quote.span for statement in statements}
    used = {reference.record_id for reference in page.references}
    exclusions = page.method.exclusions
    return tuple(one for one in exclusions if one.span not in spans and (one.span or one.record_id not in used))


def _suggestions(page: Answer, statements: Sequence[Statement], present: set[Facet]) -> tuple[Suggestion, ...]:
    if not page.question.conditions:
        return ()
    condition = page.question.conditions[0].concept.name
    asked = set(page.question.facets)
    chips = facet_suggestions(
        condition, tuple(facet for facet in FACET_WORDS if facet in present and facet not in asked)
    )
    named = {mention.concept.name for mention in page.question.interventions}
    interventions = dict.fromkeys(
        statement.interventions[0]
        for statement in statements
        if statement.interventions and statement.interventions[0] not in named and statement.design is not Design.NOTE
    )
    further = [
        Suggestion(name, phrase("next.intervention", intervention=name, condition=condition))
        for name in list(interventions)[:6]
    ]
    overview = phrase("next.overview", condition=condition)
    start = (Suggestion(overview, overview),) if named or asked else ()
    return (*start, *chips, *further)
