"""No more is quoted than the licence of a text allows."""

from collections.abc import Iterator

from quoth.check.context import Ctx
from quoth.model import Fault, FaultKind, Fidelity, Quote, RenditionId, allowance

__all__ = ["within_licence"]


def within_licence(ctx: Ctx) -> Iterator[Fault]:
    """Of each text in its source's own words, the page shows at most the words that its licence allows."""
    limits = {text_id: most for text_id in ctx.renditions if (most := _most_words(ctx, text_id)) is not None}
    shown: dict[RenditionId, set[int]] = {}
    for quote in _quotes(ctx):
        text_id = RenditionId(quote.span.rendition_id)
        if text_id in limits:
            end = min(quote.span.end, len(ctx.renditions[text_id].rendition.text))
            shown.setdefault(text_id, set()).update(range(max(0, quote.span.start), end))
    for text_id, places in shown.items():
        text, most = ctx.renditions[text_id].rendition.text, limits[text_id]
        words = "".join(text[at] if at in places else " " for at in range(len(text))).split()
        if len(words) > most:
            licence = _licence(ctx, text_id)
            detail = f"{len(words)} words of {text_id} are shown, its licence allows {most}: {(licence or '')[:120]!r}"
            yield Fault(FaultKind.QUOTED_TOO_MUCH, "", detail)


def _most_words(ctx: Ctx, text_id: RenditionId) -> int | None:
    """The most words of a text in its source's own words that may be shown; `None` without a limit."""
    verbatim = ctx.renditions[text_id].rendition.fidelity is Fidelity.VERBATIM
    return allowance(_licence(ctx, text_id)).most_words if verbatim else None


def _licence(ctx: Ctx, text_id: RenditionId) -> str | None:
    stored = ctx.renditions[text_id]
    record = ctx.records.get(stored.record_id)
    return stored.rendition.licence or (record.licence if record else None)


def _quotes(ctx: Ctx) -> Iterator[Quote]:
    """Everything that the page quotes: rows, what travels with them, and what studies say of themselves."""
    for read in ctx.reads:
        yield read.statement.quote
        yield from (one.quote for one in read.statement.qualifiers)
        yield from (one.quote for one in read.statement.pico)
    for reference in ctx.page.references:
        yield from (fact.quote for fact in reference.facts if fact.quote)
