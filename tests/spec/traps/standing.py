"""Sources that were taken back, replaced or corrected, shown as if nothing had happened."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from quoth.library import keep, keep_notices
from quoth.model import (
    Answer,
    Ids,
    Mark,
    MarkKind,
    Notice,
    NoticeKind,
    PartialDate,
    Report,
    RetractionState,
    SectionRole,
    Standing,
)

from .case import Case
from .material import Material, abstract, quotable, report, said
from .shelf import finding, library, page, with_statement

__all__ = ["concern", "corrected_text", "corrected_unmarked", "retracted", "superseded", "withdrawn"]

EACH = 24
_ROLES = (SectionRole.RESULTS, SectionRole.CONCLUSION)


def retracted(material: Material, random: Random) -> Iterator[Case]:
    """A retracted report is shown without saying so, on the row, in the reference, or in both."""
    yield from _unmarked(material, random, NoticeKind.RETRACTION)
    for number, (each, index) in enumerate(_chosen(material, random)):
        store = library([each])
        before = page(store, [finding(store, each, index)])
        keep_notices([_notice(each, NoticeKind.RETRACTION, number, on="2021-03-01")], store)
        keep_notices([_notice(each, NoticeKind.REINSTATEMENT, number, on="2020-03-01")], store)
        clean = page(store, [finding(store, each, index)])
        stale = replace(before, manifest=clean.manifest)
        yield Case(f"{each.record.id} retracted after an older reinstatement", store, stale, clean)


def concern(material: Material, random: Random) -> Iterator[Case]:
    """A report under an expression of concern is shown without saying so."""
    yield from _unmarked(material, random, NoticeKind.CONCERN)


def superseded(material: Material, random: Random) -> Iterator[Case]:
    """A superseded report is shown as current."""
    yield from _unmarked(material, random, NoticeKind.SUPERSEDED)


def withdrawn(material: Material, random: Random) -> Iterator[Case]:
    """A withdrawn or deleted report is shown as current."""
    yield from _unmarked(material, random, NoticeKind.WITHDRAWN)


def corrected_unmarked(material: Material, random: Random) -> Iterator[Case]:
    """A correction was published and the page does not say so."""
    yield from _unmarked(material, random, NoticeKind.CORRECTION)


def corrected_text(material: Material, random: Random) -> Iterator[Case]:
    """A corrected text with another figure has taken the old one's place, and the page quotes the old figure."""
    for number, (each, index) in enumerate(_with_figure(material, random)):
        store = library([each])
        before = page(store, [finding(store, each, index)])
        quote = before.statements()[0].quote
        place = next(n for n, letter in enumerate(quote.text) if letter.isdigit())
        digit = str(int(quote.text[place]) % 9 + 1)
        at = quote.span.start + place
        old = each.renditions[0]
        text = old.text[:at] + digit + old.text[at + 1 :]
        parts = [(s.heading, text[s.start : s.end].removeprefix(f"{s.heading}: ")) for s in old.sections]
        revised = replace(each.record, dates=(*each.record.dates, ("revised", PartialDate(2030))))
        newer = Report(revised, (abstract(parts),))
        keep(newer, store)
        after = page(store, [finding(store, newer, index)])
        if number % 2:
            keep_notices([_notice(each, NoticeKind.CORRECTION, number, on="2020-05-01")], store)
            after = page(store, [finding(store, newer, index)])
        stale = replace(before, manifest=after.manifest)
        yield Case(f"{each.record.id}: {quote.text[place]} became {digit}", store, stale, after)


def _unmarked(material: Material, random: Random, kind: NoticeKind) -> Iterator[Case]:
    for number, (each, index) in enumerate(_chosen(material, random)):
        store = library([each])
        before = page(store, [finding(store, each, index)])
        keep_notices([_notice(each, kind, number)], store)
        clean = page(store, [finding(store, each, index)])
        how, spoilt = _hidden(before, clean, number)
        yield Case(f"{each.record.id}, {how}", store, spoilt, clean)


def _hidden(before: Answer, clean: Answer, number: int) -> tuple[str, Answer]:
    """The page with what says it missing in one of the places that should say it."""
    statement, reference = clean.statements()[0], clean.references[0]
    bare = before.statements()[0].marks
    if number % 4 == 0:
        return "said nowhere", replace(before, manifest=clean.manifest)
    if number % 4 == 1:
        return "not said on the row", with_statement(clean, replace(statement, marks=bare))
    if number % 4 == 2:
        return "not said in the reference", replace(clean, references=(replace(reference, marks=()),))
    milder = tuple(Mark(MarkKind.DESIGN_INFERRED, one.text) for one in statement.marks if one not in bare)
    standing = Standing(RetractionState.NO, "2026-01-01")
    hidden = with_statement(clean, replace(statement, marks=(*bare, *milder)))
    return "said as something milder", replace(hidden, references=(replace(reference, standing=standing, marks=()),))


def _notice(each: Report, kind: NoticeKind, number: int, on: str = "2020-01-01") -> Notice:
    ids = each.record.ids
    target = Ids(doi=ids.doi) if number % 2 and ids.doi else Ids(pmid=ids.pmid)
    return Notice(kind, target, by=Ids(pmid=str(50_000_000 + number)), on=on, source="PubMed")


def _chosen(material: Material, random: Random) -> list[tuple[Report, int]]:
    pool = quotable((*material.structured, *material.catalogued), *_ROLES) or _written()
    return random.sample(pool, min(EACH, len(pool)))


def _with_figure(material: Material, random: Random) -> list[tuple[Report, int]]:
    pool = [
        (each, index)
        for each, index in quotable(material.structured, SectionRole.RESULTS) or _written()
        if any(letter.isdigit() for letter in said(each, index)) and len(each.renditions[0].sections) > 1
    ]
    return random.sample(pool, min(EACH, len(pool)))


def _written() -> list[tuple[Report, int]]:
    made = []
    for number in range(EACH):
        said = f"Of {100 + number} patients on the drug, {30 + number} improved, against 20 on placebo."
        text = abstract([("METHODS", "We allocated adults at random."), ("RESULTS", f"All were seen again. {said}")])
        made.append((report(700 + number, f"Drug {number}: a randomised trial", text), 2))
    return made
