"""Hand-written texts with the stretch that a page shows between [[ and ]]."""

from collections.abc import Sequence
from dataclasses import replace

from quoth.model import Answer, FindingKind, Report, Statement
from quoth.store.protocol import Store

from .case import Case
from .material import abstract, report
from .shelf import cut_to, finding, library, page, with_statement

__all__ = ["bare", "cut_case", "holding", "marked_report", "stretch_case"]

Parts = Sequence[tuple[str | None, str]]


def marked_report(number: int, title: str, parts: Parts, **facts: object) -> tuple[Report, int, int]:
    """A report of (label, text) parts, one of them marked, and the offsets of the marked stretch."""
    plain = abstract([(label, text.replace("[[", "").replace("]]", "")) for label, text in parts])
    marked = next(text for _, text in parts if "[[" in text)
    stretch = marked.partition("[[")[2].partition("]]")[0]
    start = plain.text.index(stretch)
    return report(number, title, plain, **facts), start, start + len(stretch)


def holding(each: Report, position: int) -> int:
    """The place of the sentence that holds a character."""
    return next(n for n, one in enumerate(each.renditions[0].sentences) if one.start <= position < one.end)


def stretch_case(name: str, each: Report, start: int, end: int, kind: FindingKind) -> Case:
    """The stretch alone on a page: part of a sentence, or a whole one without the neighbour that it needs.

    The clean twin shows the whole sentence with what travels with it. There is none where that is the same page.
    """
    store = library([each])
    index = holding(each, start)
    clean = page(store, [finding(store, each, index, kind)])
    statement = clean.statements()[0]
    span = statement.quote.span
    whole = end >= span.end - 1
    bare = _without_qualifiers(statement) if whole else cut_to(each.renditions[0], statement, start, end)
    spoilt = with_statement(clean, _without_qualifiers(bare))
    return Case(name, store, spoilt, clean if spoilt != clean else None)


def cut_case(name: str, each: Report, index: int, at: int, kind: FindingKind) -> Case:
    """The sentence at `index` quoted up to the character `at` of it, with offsets and hash that fit."""
    store = library([each])
    clean = page(store, [finding(store, each, index, kind)])
    statement = clean.statements()[0]
    span = statement.quote.span
    short = cut_to(each.renditions[0], statement, span.start, span.start + at)
    return Case(name, store, with_statement(clean, short), clean)


def bare(store: Store, each: Report, index: int, kind: FindingKind) -> tuple[Answer, Answer]:
    """A page with the sentence as the composer shows it, and the same page without what travels along."""
    clean = page(store, [finding(store, each, index, kind)])
    return clean, with_statement(clean, _without_qualifiers(clean.statements()[0]))


def _without_qualifiers(statement: Statement) -> Statement:
    return replace(statement, qualifiers=())
