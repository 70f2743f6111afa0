"""No more is quoted than the licence of a text allows."""

from collections.abc import Iterator

from quoth.check.context import Ctx
from quoth.model import Fault, FaultKind, Fidelity, Quote, RenditionId, allowance

__all__ = ["within_licence"]


def within_licence(ctx: Ctx) -> Iterator[Fault]:
    """Of each text in its source's own words, the page shows at most the words that its licence allows."""
    shown: dict[RenditionId, set[int]] = {}
    for quote in _quotes(ctx):
        stored = ctx.renditions.get(RenditionId(quote.span.rendition_id))
        if stored is not None and stored.rendition.fidelity is Fidelity.VERBATIM:
            places = shown.setdefault(stored.rendition.id, set())
            places.update(range(max(0, quote.span.start), min(quote.span.end, len(stored.rendition.text))))
    for text_id, places in shown.items():
        stored = ctx.renditions[text_id]
        record = ctx.records.get(stored.record_id)
        licence = stored.rendition.licence or (record.licence if record else None)
        most = allowance(licence).most_words
        if most is None:
            continue
        text = stored.rendition.text
        words = "".join(text[at] if at in places else " " for at in range(len(text))).split()
        if len(words) > most:
            detail = f"{len(words)} words of {text_id} are shown, its licence allows {most}: {(licence or '')[:120]!r}"
            yield Fault(FaultKind.QUOTED_TOO_MUCH, "", detail)


def _quotes(ctx: Ctx) -> Iterator[Quote]:
    """Everything that the page quotes: rows, what travels with them, and what studies say of themselves."""
    for read in ctx.reads:
        yield read.statement.quote
        yield from (one.quote for one in read.statement.qualifiers)
        yield from (one.quote for one in read.statement.pico)
    for reference in ctx.answer.references if ctx.answer else ():
        yield from (fact.quote for fact in reference.facts if fact.quote)
