"""What a reference tells of its study: words of that very source, on what they are told under; a level by table."""

import re
from collections.abc import Iterator

from quoth.check.context import Ctx, held_references
from quoth.check.facts import figure_faults
from quoth.check.quotes import cut_faults, quote_faults
from quoth.model import (
    LEVEL_BY_DESIGN,
    FactKind,
    Fault,
    FaultKind,
    Fidelity,
    Quote,
    Record,
    Reference,
    RenditionId,
    StudyFact,
)

__all__ = ["levels", "told_of_studies"]

MOST_OF_A_KIND = 4
# Without one of these, in the words or in the heading that they stand under, nothing is said of the kind.
_TELLS = {
    FactKind.SIZE: re.compile(r"\d"),
    FactKind.SETTING: re.compile(
        r"setting|hospital|clinic|cent(?:er|re)|care|practice|home|pharmac|school|department", re.I
    ),
    FactKind.REGISTRATION: re.compile(r"\d{3}"),
    FactKind.BIAS: re.compile(r"blind|mask|label|intention|protocol|conceal|bias|quality|follow|report", re.I),
    FactKind.DIFFERENCE: re.compile(r"minim|smallest|M[CI]{1,3}D|MCIC", re.I),
    FactKind.FUNDING: re.compile(r"fund|financ|sponsor|support|grant", re.I),
    FactKind.CONFLICTS: re.compile(r"interest|disclos|declar", re.I),
}
_READ_CHARS = 2_000


def levels(ctx: Ctx) -> Iterator[Fault]:
    """A level of evidence is the one that the table gives to the design shown."""
    for reference in ctx.page.references:
        if reference.level is not None and reference.level != LEVEL_BY_DESIGN.get(reference.design):
            detail = f"level {reference.level} for {reference.design.value!r}"
            yield Fault(FaultKind.FACT_WRONG, f"[{reference.number}]", detail)


def told_of_studies(ctx: Ctx) -> Iterator[Fault]:
    """What a study says of itself stands in a text of it, in whole words, or in its catalogue entry."""
    for name, reference, record in held_references(ctx):
        yield from _order(name, reference)
        for fact in reference.facts:
            if fact.quote is None:
                yield from _of_entry(name, fact, record)
            else:
                yield from _of_text(ctx, name, fact, fact.quote, record)


def _order(name: str, reference: Reference) -> Iterator[Fault]:
    kinds = [fact.kind for fact in reference.facts]
    if kinds != sorted(kinds, key=list(FactKind).index):
        yield _wrong(name, "what it says of itself is not in order")
    for kind in dict.fromkeys(kinds):
        if kinds.count(kind) > MOST_OF_A_KIND:
            yield _wrong(name, f"{kinds.count(kind)} facts on {kind.value}")


def _of_entry(name: str, fact: StudyFact, record: Record) -> Iterator[Fault]:
    held = [value for _, value in record.ids.other] if fact.kind is FactKind.REGISTRATION else [record.funding or ""]
    if not fact.words.strip() or not any(fact.words in words for words in held):
        yield _wrong(name, f"{fact.kind.value}: the catalogue does not say {fact.words[:80]!r}")


def _of_text(ctx: Ctx, name: str, fact: StudyFact, quote: Quote, record: Record) -> Iterator[Fault]:
    what = f"{fact.kind.value} of the study"
    yield from quote_faults(ctx, name, quote, what)
    if fact.kind is not FactKind.REGISTRATION:  # one word, whatever numbers stand around it
        yield from cut_faults(ctx, name, quote, what)
    if fact.words != quote.text:
        yield _wrong(name, f"{fact.kind.value}: {fact.words[:80]!r} is shown for {quote.text[:80]!r}")
    if (fact.figure is not None) is not (fact.kind is FactKind.DIFFERENCE):
        yield _wrong(name, f"{fact.kind.value}: with a number, or without the one that it is about")
    for fault in figure_faults(fact.figure, fact.words) if fact.figure else ():
        yield _wrong(name, f"{fact.kind.value}: {fault}")
    if not ctx.same_record(quote.span.record_id, record.id):
        yield Fault(FaultKind.QUALIFIER_WRONG, name, f"its {fact.kind.value} is another study's")
    stored = ctx.renditions.get(RenditionId(quote.span.rendition_id))
    if stored is None:
        return
    if stored.rendition.fidelity is not Fidelity.VERBATIM:
        yield Fault(FaultKind.SUMMARY_AS_QUOTE, name, f"its {fact.kind.value} is told in a summary's words")
    headings = [
        part.heading
        for part in stored.rendition.sections
        if part.start <= quote.span.start and quote.span.end <= part.end
    ]
    if not any(_TELLS[fact.kind].search(words[:_READ_CHARS]) for words in (quote.text, *headings)):
        yield _wrong(name, f"nothing on {fact.kind.value} in {quote.text[:80]!r}")


def _wrong(name: str, detail: str) -> Fault:
    return Fault(FaultKind.FACT_WRONG, name, detail)
