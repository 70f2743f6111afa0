"""Kinds of trap that were written after the checker was frozen (commit cf140d8), without a look at its rules."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from quoth.answer.select import by_strength
from quoth.evidence.fitting.directness import Fit
from quoth.library import keep_notices
from quoth.model import (
    Answer,
    Design,
    Directness,
    Extent,
    FindingKind,
    Ids,
    Mark,
    MarkKind,
    Notice,
    NoticeKind,
    PartialDate,
    Qualifier,
    QualifierKind,
    Report,
    SectionRole,
    Statement,
    hash_of_text,
    phrase,
    quote_of,
)
from quoth.store.protocol import Store

from .case import Case
from .emphasis import unmarked_fixtures
from .marked import marked_report, stretch_case
from .material import Material, abstract, fixtures, quotable, report, said
from .shelf import asking, cut_to, finding, library, page, with_statement

__all__ = [
    "aims",
    "animals",
    "bridged",
    "doses",
    "exceptions",
    "figures_of_another",
    "grade_of_another",
    "lead_clause_cut",
    "negation_cut",
    "order_reversed",
    "p_value_changed",
    "parts",
    "size_changed",
    "soothing_mark",
    "spin",
]

EACH = 22
_ROLES = (SectionRole.RESULTS, SectionRole.CONCLUSION)
_NEGATED = re.compile(r"\b(?:no|not|neither|without|never)\b", re.IGNORECASE)
_LEADING = re.compile(r"(?:In|Among|For|With|After|When|If|At|Compared)\b[^,;]{5,80}, ")
_SOOTHING = ("See the journal's page.", "A clerical matter.", "Cleared since.", "Of no importance.", "Update")


def bridged(material: Material, random: Random) -> Iterator[Case]:
    """Two sentences are quoted as one, what stood between them is left out."""
    for each, index in _some(material, random):
        rendition = each.renditions[0]
        if index + 2 >= len(rendition.sentences):
            continue
        store = library([each])
        clean = page(store, [finding(store, each, index)])
        statement = clean.statements()[0]
        text = f"{said(each, index)} {said(each, index + 2)}"
        span = replace(statement.quote.span, end=rendition.sentences[index + 2].end, sha256=hash_of_text(text))
        spoilt = replace(statement, quote=replace(statement.quote, span=span, text=text))
        yield Case(f"{each.record.id} sentence {index}", store, with_statement(clean, spoilt), clean)


def figures_of_another(material: Material, random: Random) -> Iterator[Case]:
    """The numbers drawn beside a row are those of another row."""
    pool = [row for row in _pool(material) if len(re.findall(r"\d", said(*row))) > 4]
    for number in range(EACH):
        (one, index), (two, other) = random.sample(pool, 2)
        if one.record.id == two.record.id:
            continue
        store = library([one, two])
        clean = _sorted_page(store, one, index, two, other)
        first, second = clean.statements()
        if first.figures and second.figures and first.figures != second.figures:
            spoilt = with_statement(clean, replace(first, figures=second.figures))
            yield Case(f"{number}: {one.record.id} with those of {two.record.id}", store, spoilt, clean)


def size_changed(material: Material, random: Random) -> Iterator[Case]:
    """The number of people studied is another."""
    for number, (each, index) in enumerate(_some(material, random)):
        store = library([each])
        clean = page(store, [finding(store, each, index)])
        statement = clean.statements()[0]
        changed = (statement.n or 37) * 10 + 3 + number
        yield Case(f"{each.record.id}: {changed}", store, with_statement(clean, replace(statement, n=changed)), clean)


def p_value_changed(material: Material, random: Random) -> Iterator[Case]:
    """The p value beside a row is another than in its quote."""
    pool = [row for row in _pool(material) if re.search(r"[Pp] ?[=<>] ?0?\.\d", said(*row))]
    for each, index in random.sample(pool, min(EACH, len(pool))):
        store = library([each])
        clean = page(store, [finding(store, each, index)])
        statement = clean.statements()[0]
        places = [n for n, one in enumerate(statement.figures) if one.p]
        if places:
            at = places[0]
            other = replace(statement.figures[at], p="<0.0003")
            figures = (*statement.figures[:at], other, *statement.figures[at + 1 :])
            spoilt = with_statement(clean, replace(statement, figures=figures))
            yield Case(f"{each.record.id} sentence {index}", store, spoilt, clean)


def negation_cut(material: Material, random: Random) -> Iterator[Case]:
    """The quote begins after the word that denies what follows."""
    pool = [
        (row, found)
        for row in _pool(material)
        if (found := _NEGATED.search(said(*row))) and found.end() + 40 < len(said(*row))
    ]
    for (each, index), found in random.sample(pool, min(EACH, len(pool))):
        yield _begun_at(each, index, found.end() + 1)


def lead_clause_cut(material: Material, random: Random) -> Iterator[Case]:
    """The quote begins after the clause that says for whom, when or against what it holds."""
    pool = [(row, found) for row in _pool(material) if (found := _LEADING.match(said(*row)))]
    for (each, index), found in random.sample(pool, min(EACH, len(pool))):
        yield _begun_at(each, index, found.end())


def order_reversed(material: Material, random: Random) -> Iterator[Case]:
    """An older or weaker report stands first."""
    pool = _pool(material)
    for number in range(EACH):
        (one, index), (two, other) = random.sample(pool, 2)
        if one.record.id == two.record.id:
            continue
        older, newer = _as(one, Design.COHORT, 1990 + number % 9), _as(two, Design.RCT, 2015)
        store = library([older, newer])
        rows = sorted([finding(store, older, index), finding(store, newer, other)], key=by_strength)
        spoilt, clean = page(store, rows[::-1]), page(store, rows)
        yield Case(f"{number}: {one.record.id} before {two.record.id}", store, spoilt, clean)


def soothing_mark(material: Material, random: Random) -> Iterator[Case]:
    """A retracted report wears its mark, in words that play it down."""
    for number, (each, index) in enumerate(_some(material, random)):
        store = library([each])
        notice = Notice(NoticeKind.RETRACTION, Ids(pmid=each.record.ids.pmid), on="2020-01-01", source="PubMed")
        keep_notices([notice], store)
        clean = page(store, [finding(store, each, index)])
        statement = clean.statements()[0]
        words = _SOOTHING[number % len(_SOOTHING)]
        marks = tuple(Mark(one.kind, words) if one.kind is MarkKind.RETRACTED else one for one in statement.marks)
        spoilt = with_statement(clean, replace(statement, marks=marks))
        yield Case(f"{each.record.id}: {words}", store, spoilt, clean)


def grade_of_another(material: Material, random: Random) -> Iterator[Case]:
    """A recommendation is shown with the grade of the recommendation after it."""
    drugs = ("taping", "zinc", "yoga", "iron", "massage", "rest")
    for number in range(EACH):
        first, second = random.sample(drugs, 2)
        text = (
            f"All met. We suggest {first} for {20 + number} days (weak recommendation). "
            f"We recommend {second} (strong recommendation)."
        )
        rendition = abstract([("RECOMMENDATIONS", text)])
        each = report(2000 + number, "A guideline", rendition, design=Design.GUIDELINE, issuer="A panel")
        store = library([each])
        clean = page(store, [finding(store, each, 1, FindingKind.RECOMMENDATION)])
        statement = clean.statements()[0]
        at = rendition.text.index("strong recommendation")
        words = quote_of(statement.quote.span.record_id, rendition, Extent(at, at + len("strong recommendation")))
        other = Qualifier(QualifierKind.STRENGTH, words)
        spoilt = with_statement(clean, replace(statement, qualifiers=(*statement.qualifiers, other)))
        yield Case(f"{number}: {first} with the grade of {second}", store, spoilt, clean)


def doses(material: Material, random: Random) -> Iterator[Case]:
    """A dose without its limit, in other wordings."""
    yield from _stretches("fresh_doses", 2100)


def exceptions(material: Material, random: Random) -> Iterator[Case]:
    """A statement without what takes it back, in other wordings."""
    yield from _stretches("fresh_exceptions", 2200)


def parts(material: Material, random: Random) -> Iterator[Case]:
    """A part shown as the whole, in other wordings."""
    yield from unmarked_fixtures("fresh_subgroups", FindingKind.RESULT, MarkKind.SUBGROUP)


def spin(material: Material, random: Random) -> Iterator[Case]:
    """A claim that no result bears, in other wordings."""
    yield from unmarked_fixtures("fresh_spin", FindingKind.CONCLUSION, MarkKind.SPIN)


def aims(material: Material, random: Random) -> Iterator[Case]:
    """An aim in a text without labels, in other wordings."""
    for number, aim in enumerate(fixtures("fresh_aims")):
        text = f"The condition is common. {aim} Of 40 adults, 20 improved with treatment and 9 without it."
        each = report(2300 + number, "A trial of one treatment", abstract([(None, text)]))
        store = library([each])
        clean = page(store, [finding(store, each, 2)])
        yield Case(f"fixture {number}", store, page(store, [finding(store, each, 1)]), clean)


def animals(material: Material, random: Random) -> Iterator[Case]:
    """Animal and laboratory work shown as direct, with other titles."""
    for number, title in enumerate(fixtures("fresh_animals")):
        text = abstract([("METHODS", "The compound was given."), ("RESULTS", "The compound halved the damage seen.")])
        each = report(2400 + number, title, text)
        store = library([each])
        fit = Fit(Directness.ANIMAL, phrase("indirect.animal"))
        honest = replace(finding(store, each, 1, fit=fit), design=Design.ANIMAL)
        question = asking("the disease")
        spoilt = replace(honest, directness=Directness.DIRECT, design=Design.OTHER)
        yield Case(f"fixture {number}", store, page(store, [spoilt], question), page(store, [honest], question))


def _as(each: Report, design: Design, year: int) -> Report:
    return Report(replace(each.record, design=design, published=PartialDate(year)), each.renditions)


def _pool(material: Material) -> list[tuple[Report, int]]:
    return quotable((*material.structured, *material.catalogued), *_ROLES)


def _some(material: Material, random: Random) -> list[tuple[Report, int]]:
    pool = _pool(material)
    return random.sample(pool, min(EACH + 8, len(pool)))


def _sorted_page(store: Store, one: Report, index: int, two: Report, other: int) -> Answer:
    rows = [finding(store, one, index), finding(store, two, other)]
    return page(store, sorted(rows, key=by_strength))


def _begun_at(each: Report, index: int, at: int) -> Case:
    store = library([each])
    clean = page(store, [finding(store, each, index)])
    statement: Statement = clean.statements()[0]
    span = statement.quote.span
    short = cut_to(each.renditions[0], statement, span.start + at, span.end)
    return Case(f"{each.record.id} sentence {index}", store, with_statement(clean, short), clean)


def _stretches(name: str, first: int) -> Iterator[Case]:
    for number, text in enumerate(fixtures(name)):
        parts = [("METHODS", "Adults were allocated at random."), ("CONCLUSIONS", f"All were seen again. {text}")]
        each, start, end = marked_report(first + number, "A trial of one treatment", parts)
        yield stretch_case(f"fixture {number}", each, start, end, FindingKind.CONCLUSION)
