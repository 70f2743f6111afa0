"""What a page leaves out it says: sides without evidence, research newer than the guidance, words read otherwise.

The other rules hold what stands on a page; these hold what has to stand there. They are for pages that name the parts
that made them: a fragment that another program or an editor put together was never audited.
"""

from collections.abc import Iterator

from quoth.check.context import Ctx
from quoth.model import RANK_BY_DESIGN, Answer, Design, Fault, FaultKind, MarkKind, Question, Statement, phrase
from quoth.model.omission_rules import AUDITED, AUDITED_KINDS, NEWER_MAX

__all__ = ["newer_listed", "readings_told", "sides_listed"]


def sides_listed(ctx: Ctx) -> Iterator[Fault]:
    """A side of treatment on which the page holds nothing is listed as not found."""
    page = _audited(ctx)
    if page is None or page.question.kind not in AUDITED_KINDS:
        return
    told = {facet for statement in page.statements() for facet in statement.facets}.union(page.not_found)
    for facet in AUDITED:
        if facet not in told:
            yield Fault(FaultKind.STRUCTURE, "", f"{facet.value} stands nowhere and is not listed as not found")


def newer_listed(ctx: Ctx) -> Iterator[Fault]:
    """A review or trial that is newer than the guidance, and direct, stands in the list of what is newer."""
    page = _audited(ctx)
    if page is None or len(page.newer) >= NEWER_MAX:
        return
    listed = {statement.citations[0] for statement in page.newer}
    for group in page.research:
        for statement in (*group.statements, *group.more):
            if statement.citations[0] not in listed and _is_news(statement):
                yield Fault(FaultKind.STRUCTURE, statement.id, "newer than the guidance, and not listed as such")


def readings_told(ctx: Ctx) -> Iterator[Fault]:
    """What was carried over, concluded, corrected or not known in the question is told above the page."""
    page = _audited(ctx)
    if page is None:
        return
    for note in _notes_due(page.question):
        if note not in page.notes:
            yield Fault(FaultKind.STRUCTURE, "", f"not told: {note[:160]!r}")
    first = page.question.asks_first
    if first and page.bottom_line.statements and not any(_quotes_the_end_of(first, note) for note in page.notes):
        yield Fault(
            FaultKind.STRUCTURE, "", f"not told which of two questions is answered by what leads: {first[:160]!r}"
        )
    unknown = {*page.question.unknown, *page.question.aside}
    if unknown and not any(all(words in note for words in unknown) for note in page.notes):
        yield Fault(FaultKind.STRUCTURE, "", f"not told that nothing is held on {', '.join(sorted(unknown))[:160]!r}")


def _quotes_the_end_of(first: str, note: str) -> bool:
    """Whether a note says that it is this question, by its last words or more of it, that is answered."""
    lead, _, rest = phrase("note.asks_first", what="\0").partition("\0")
    quoted = note.removeprefix(lead).removesuffix(rest)
    return note.startswith(lead) and bool(quoted) and first.rstrip(" ?").endswith(quoted)


def _audited(ctx: Ctx) -> Answer | None:
    return ctx.answer if ctx.answer and ctx.answer.manifest.versions else None


def _is_news(statement: Statement) -> bool:
    kinds = {mark.kind for mark in statement.marks}
    weighty = RANK_BY_DESIGN[statement.design] <= RANK_BY_DESIGN[Design.RCT]
    return weighty and MarkKind.NEWER_THAN_GUIDELINE in kinds and MarkKind.INDIRECT not in kinds


def _notes_due(question: Question) -> Iterator[str]:
    carried = question.carried_over
    if carried:
        yield phrase("note.carried", what=", ".join(carried))
    for mention in question.conditions:
        if mention.inferred_because and mention.concept.name not in carried:
            because = mention.inferred_because.rstrip(".")
            yield phrase("note.inferred", condition=mention.concept.name, because=because)
    for mention in (*question.interventions, *question.comparators):
        if mention.inferred_because and mention.start >= 0:
            yield phrase("note.widened", words=mention.words, what=mention.concept.name)
    for words, meant in question.corrected:
        yield phrase("note.corrected", words=words, meant=meant)
