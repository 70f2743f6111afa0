"""No more is quoted than the licence of a text allows."""

from collections.abc import Iterator

from quoth.check.context import Ctx
from quoth.model import Fault, FaultKind, Fidelity, RenditionId, allowance

__all__ = ["within_licence"]


def within_licence(ctx: Ctx) -> Iterator[Fault]:
    """Of each text in its source's own words, the page shows at most the words that its licence allows."""
    shown: dict[RenditionId, set[int]] = {}
    for read in ctx.reads:
        if read.stored is not None and read.stored.rendition.fidelity is Fidelity.VERBATIM:
            quotes = [read.statement.quote, *(one.quote for one in read.statement.qualifiers)]
            quotes += [one.quote for one in read.statement.pico]
            places = shown.setdefault(read.stored.rendition.id, set())
            for quote in quotes:
                if quote.span.rendition_id == read.stored.rendition.id:
                    places.update(range(max(0, quote.span.start), min(quote.span.end, len(read.stored.rendition.text))))
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
