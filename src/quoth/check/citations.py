"""Every number resolves, to the source of the words; every reference is what the catalogue says and is used."""

from collections.abc import Iterator

from quoth.check.context import Ctx, placed_statements
from quoth.model import Fault, FaultKind, Fidelity, FindingKind, Record, RecordId, Reference

__all__ = ["catalogue_facts", "numbering", "resolution"]


def resolution(ctx: Ctx) -> Iterator[Fault]:
    """Each number leads to a reference, the first of them to the record of the quote, further ones to sides shown."""
    for read in ctx.reads:
        statement = read.statement
        for number in statement.citations:
            if number not in ctx.references:
                yield Fault(FaultKind.CITATION_UNRESOLVED, statement.id, f"no reference has the number {number}")
        first = ctx.references.get(statement.citations[0])
        if first and not ctx.same_record(first.record_id, statement.quote.span.record_id):
            detail = f"{first.number} is {first.record_id!r}, the quote is from {statement.quote.span.record_id!r}"
            yield Fault(FaultKind.CITATION_WRONG, statement.id, detail)
        if len(set(statement.citations)) != len(statement.citations):
            yield Fault(FaultKind.CITATION_WRONG, statement.id, "a number stands twice")
    yield from _further_citations(ctx)


def numbering(ctx: Ctx) -> Iterator[Fault]:
    """References are numbered from 1 as the reader meets them, one for each source, and none is left over."""
    given = [reference.number for reference in ctx.page.references]
    if given != list(range(1, len(given) + 1)):
        yield Fault(FaultKind.CITATION_WRONG, "", f"references are numbered {_few(given)}, not from 1 in order")
    met = list(dict.fromkeys(n for _, statement in placed_statements(ctx.page) for n in statement.citations))
    known = [number for number in met if number in ctx.references]
    if known != sorted(known):
        yield Fault(FaultKind.CITATION_WRONG, "", f"numbers are met in the order {_few(known)}")
    for number in ctx.references:
        if number not in met:
            yield Fault(FaultKind.CITATION_WRONG, f"[{number}]", "no statement cites this reference")
    sources: dict[str, int] = {}
    for reference in ctx.page.references:
        other = sources.setdefault(ctx.own_id(reference.record_id), reference.number)
        if other != reference.number:
            yield Fault(FaultKind.REFERENCE_WRONG, f"[{reference.number}]", f"is the same source as [{other}]")


def catalogue_facts(ctx: Ctx) -> Iterator[Fault]:
    """A reference says what the catalogue says, and which kinds of its text the page uses."""
    used: dict[str, set[Fidelity]] = {}
    for read in ctx.reads:
        if read.rendition:
            used.setdefault(ctx.own_id(read.statement.quote.span.record_id), set()).add(read.rendition.fidelity)
    for reference in ctx.page.references:
        name, record = f"[{reference.number}]", ctx.records.get(RecordId(reference.record_id))
        if record is None:
            yield Fault(FaultKind.SOURCE_MISSING, name, f"no record {reference.record_id!r} in this library")
            continue
        for fact, shown, held in _facts(reference, record):
            if shown != held:
                yield Fault(FaultKind.REFERENCE_WRONG, name, f"{fact}: {shown!r} is shown, the record says {held!r}")
        fidelities = used.get(record.id, set())
        if set(reference.fidelities) != fidelities or len(reference.fidelities) != len(fidelities):
            held_words = ", ".join(sorted(fidelities)) or "nothing"
            yield Fault(
                FaultKind.REFERENCE_WRONG, name, f"the page uses {held_words} of it, the reference says otherwise"
            )


def _facts(reference: Reference, record: Record) -> Iterator[tuple[str, object, object]]:
    yield "title", reference.title, record.title
    yield "year", reference.year, record.published.year
    yield "authors", reference.authors, record.authors
    yield "journal", reference.journal, record.journal
    yield "identifiers", reference.ids, record.ids
    yield "issuer", reference.issuer, record.issuer
    yield "volume", reference.volume, record.volume
    yield "issue", reference.issue, record.issue
    yield "pages", reference.pages, record.pages
    if record.design is not None:
        yield "design", reference.design.value, record.design.value


def _further_citations(ctx: Ctx) -> Iterator[Fault]:
    """Only an editor's note may cite more than its own source, and only the sides that stand beside it."""
    sides: dict[str, set[str]] = {}
    for difference in ctx.answer.differences if ctx.answer else ():
        if difference.note:
            beside = {ctx.own_id(statement.quote.span.record_id) for statement in difference.statements}
            sides.setdefault(difference.note.id, set()).update(beside)
    for read in ctx.reads:
        further = [ctx.references[n] for n in read.statement.citations[1:] if n in ctx.references]
        if further and read.statement.kind is not FindingKind.DIFFERENCE:
            yield Fault(FaultKind.CITATION_WRONG, read.statement.id, "more is cited than the source of the quote")
            continue
        for reference in further:
            if ctx.own_id(reference.record_id) not in sides.get(read.statement.id, set()):
                detail = f"[{reference.number}] is cited, but none of its words stand beside the note"
                yield Fault(FaultKind.CITATION_WRONG, read.statement.id, detail)


def _few(numbers: list[int]) -> str:
    return ", ".join(str(number) for number in numbers[:20]) + (" …" if len(numbers) > 20 else "")
