"""Promise 1: every quote is re-read from the store and compared, character by character and hash by hash."""

import hashlib
from collections.abc import Iterator

from quoth.check.boundaries import cuts_at
from quoth.check.context import Ctx, Read
from quoth.model import Annotation, AnnotationKind, Fault, FaultKind, MarkKind, Quote
from quoth.store.stored import StoredRendition

__all__ = ["boundaries", "cut_faults", "exact_words", "quote_faults", "sentences_whole"]


def exact_words(ctx: Ctx) -> Iterator[Fault]:
    """Quotes and qualifiers are what the store holds at their spans, under the record that they name."""
    for read in ctx.reads:
        name = read.statement.id
        yield from quote_faults(ctx, name, read.statement.quote, "quote")
        for qualifier in read.statement.qualifiers:
            yield from quote_faults(ctx, name, qualifier.quote, f"{qualifier.kind.value} qualifier")
        for part in read.statement.pico:
            yield from quote_faults(ctx, name, part.quote, f"{part.kind.value} of the study")
        if read.stored and not read.stored.current and not (_marked_as_replaced(read) or _stands_decided(ctx, read)):
            yield Fault(FaultKind.TEXT_OUTDATED, name, f"{read.stored.rendition.id!r} is no longer current")


def _stands_decided(ctx: Ctx, read: Read) -> bool:
    """Whether the text stands on in an edition of the same words whose editor said nothing else of what is quoted."""
    if read.rendition is None:
        return False
    span = read.statement.quote.span
    for held in ctx.store.renditions(span.record_id):
        if held.rendition.text == read.rendition.text:
            here = [a for a in held.rendition.annotations if a.whole.start < span.end and span.start < a.whole.end]
            return all(a.kind is AnnotationKind.RECOMMENDATION and a.action is read.statement.action for a in here)
    return False


def boundaries(ctx: Ctx) -> Iterator[Fault]:
    """No quote begins or ends inside a word, a sign or a number, or between a number and what belongs to it."""
    for read in ctx.reads:
        quotes = [(read.statement.quote, "quote")]
        quotes += [(qualifier.quote, f"{qualifier.kind.value} qualifier") for qualifier in read.statement.qualifiers]
        quotes += [(part.quote, f"{part.kind.value} of the study") for part in read.statement.pico]
        for quote, what in quotes:
            yield from cut_faults(ctx, read.statement.id, quote, what)


def sentences_whole(ctx: Ctx) -> Iterator[Fault]:
    """A quote is whole sentences as the library cut them, or a statement that its source annotated."""
    for read in ctx.reads:
        if read.rendition is None:
            continue
        span, annotation = read.statement.quote.span, read.annotation
        if annotation and (span.start, span.end) in _extents(annotation):
            continue
        starts = {extent.start for extent in read.rendition.sentences}
        ends = {extent.end for extent in read.rendition.sentences}
        if span.start not in starts:
            yield Fault(FaultKind.SENTENCE_CUT, read.statement.id, f"no sentence begins at {span.start}")
        if span.end not in ends:
            yield Fault(FaultKind.SENTENCE_CUT, read.statement.id, f"no sentence ends at {span.end}")


def _extents(annotation: Annotation) -> tuple[tuple[int, int], ...]:
    """Where an annotated statement may be quoted: alone, or with everything to the end of its line."""
    start = annotation.statement.start
    return ((start, annotation.statement.end), (start, annotation.whole.end))


def quote_faults(ctx: Ctx, name: str, quote: Quote, what: str) -> Iterator[Fault]:
    """Where a quote is not what the store holds at its span, under the record that it names."""
    span = quote.span
    stored = ctx.renditions.get(span.rendition_id)
    if span.record_id not in ctx.records:
        yield Fault(FaultKind.SOURCE_MISSING, name, f"{what}: no record {_shown(span.record_id)} in this library")
    if stored is None:
        yield Fault(FaultKind.SOURCE_MISSING, name, f"{what}: no text {_shown(span.rendition_id)} in this library")
        return
    if not ctx.same_record(stored.record_id, span.record_id):
        detail = f"{what}: text {_shown(span.rendition_id)} belongs to {_shown(stored.record_id)}"
        yield Fault(FaultKind.SOURCE_MISSING, name, f"{detail}, not to {_shown(span.record_id)}")
    held = _slice(stored, span.start, span.end)
    if held is None:
        detail = (
            f"{what}: {span.start} to {span.end} is no stretch of a text of {len(stored.rendition.text)} characters"
        )
        yield Fault(FaultKind.TEXT_CHANGED, name, detail)
        return
    if held != quote.text:
        yield Fault(FaultKind.TEXT_CHANGED, name, f"{what}: the store holds {_shown(held)}")
    if not held.strip():
        yield Fault(FaultKind.TEXT_CHANGED, name, f"{what}: nothing but white space")
    if _sha256(held) != span.sha256:
        yield Fault(FaultKind.HASH_WRONG, name, f"{what}: the text at {span.start} to {span.end} has another hash")


def _slice(stored: StoredRendition, start: int, end: int) -> str | None:
    text = stored.rendition.text
    return text[start:end] if 0 <= start < end <= len(text) else None


def cut_faults(ctx: Ctx, name: str, quote: Quote, what: str) -> Iterator[Fault]:
    """Where a quote begins or ends inside a word, a number or what belongs to it."""
    stored, span = ctx.renditions.get(quote.span.rendition_id), quote.span
    if stored is None or _slice(stored, span.start, span.end) is None:
        return
    text = stored.rendition.text
    for place, at in (("begins", span.start), ("ends", span.end)):
        for cut in cuts_at(text, at):
            kind = FaultKind.NUMBER_CUT if cut.number else FaultKind.SENTENCE_CUT
            yield Fault(kind, name, f"{what} {place} inside {cut.what}: {_shown(text[max(0, at - 20) : at + 20])}")


def _marked_as_replaced(read: Read) -> bool:
    return any(mark.kind in (MarkKind.SUPERSEDED, MarkKind.CORRECTED) for mark in read.statement.marks)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _shown(words: str) -> str:
    return repr(words if len(words) <= 80 else words[:77] + "…")
