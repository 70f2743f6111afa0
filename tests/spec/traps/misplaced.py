"""Right words in the wrong place: from another report, under another number, at offsets that were counted otherwise."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from quoth.answer.select import by_strength
from quoth.model import Answer, Extent, Report, SectionRole
from quoth.store.protocol import Store

from .case import Case
from .material import Material, abstract, quotable, report, said
from .shelf import finding, library, page, with_statement

__all__ = [
    "counted_in_bytes",
    "mixed_span",
    "other_identity",
    "other_number",
    "other_occurrence",
    "other_report",
    "restricted_occurrence",
    "same_words_elsewhere",
]

EACH = 24
_ROLES = (SectionRole.RESULTS, SectionRole.CONCLUSION)
_DRUGS = ("azelastine", "bumetanide", "celiprolol", "dapsone", "ebastine", "felodipine", "gliclazide", "indapamide")
_OUTCOMES = ("pain", "sleep", "fatigue", "nausea", "function", "mood")


def other_report(material: Material, random: Random) -> Iterator[Case]:
    """The words of one report are given as those of another: record, text and citation all name the other."""
    for one, index, two, other in _pairs(material, random):
        store, clean = _two(one, index, two, other)
        first, second = clean.statements()
        span = replace(second.quote.span, sha256=first.quote.span.sha256)
        lie = replace(first.quote, span=span)
        spoilt = with_statement(clean, replace(first, quote=lie, citations=second.citations))
        yield Case(f"{one.record.id} as {two.record.id}", store, spoilt, clean)


def other_number(material: Material, random: Random) -> Iterator[Case]:
    """The quote is where it says, but its number leads the reader to another report."""
    for one, index, two, other in _pairs(material, random):
        store, clean = _two(one, index, two, other)
        first, second = clean.statements()
        spoilt = with_statement(clean, replace(first, citations=second.citations))
        yield Case(f"{one.record.id} cited as {two.record.id}", store, spoilt, clean)


def other_identity(material: Material, random: Random) -> Iterator[Case]:
    """The reference under the right number carries the title and identifiers of another report."""
    for one, index, two, other in _pairs(material, random):
        store, clean = _two(one, index, two, other)
        mine, theirs = clean.references
        swapped = replace(mine, title=theirs.title, ids=theirs.ids, authors=theirs.authors, journal=theirs.journal)
        yield Case(
            f"{one.record.id} shown as {two.record.id}", store, replace(clean, references=(swapped, theirs)), clean
        )


def mixed_span(material: Material, random: Random) -> Iterator[Case]:
    """The span names one record and the text of another."""
    for one, index, two, other in _pairs(material, random):
        store, clean = _two(one, index, two, other)
        first, second = clean.statements()
        span = replace(first.quote.span, record_id=second.quote.span.record_id)
        changed = replace(first, quote=replace(first.quote, span=span), citations=second.citations)
        yield Case(f"{one.record.id} under {two.record.id}", store, with_statement(clean, changed), clean)


def counted_in_bytes(material: Material, random: Random) -> Iterator[Case]:
    """Offsets counted in UTF-8 bytes or UTF-16 units, in a text whose earlier characters take more than one."""
    made = 0
    texts = [each for each in (*material.structured, *material.catalogued) if not each.renditions[0].text.isascii()]
    random.shuffle(texts)
    for each in (*_wide(), *texts):
        places = quotable([each], *_ROLES)
        if not places or made >= EACH:
            continue
        _, index = places[-1]
        text = each.renditions[0].text
        store = library([each])
        clean = page(store, [finding(store, each, index)])
        statement = clean.statements()[0]
        span = statement.quote.span
        code, width = (("utf-8", 1), ("utf-16-le", 2))[made % 2]
        start, end = (len(text[:at].encode(code)) // width for at in (span.start, span.end))
        if start == span.start:
            code, width = "utf-8", 1
            start, end = (len(text[:at].encode(code)) for at in (span.start, span.end))
        if start == span.start:
            continue
        made += 1
        moved = replace(statement, quote=replace(statement.quote, span=replace(span, start=start, end=end)))
        yield Case(f"{each.record.id} in {code}", store, with_statement(clean, moved), clean)


def same_words_elsewhere(material: Material, random: Random) -> Iterator[Case]:
    """A sentence stands twice in a text and the quote names one place: lawful, whichever it is."""
    for number in range(EACH):
        each = _twice(random, number, restricted=False)
        store = library([each])
        places = [n for n, one in enumerate(each.renditions[0].sentences) if _is_repeated(each, one)]
        assert len(places) == 2, "the sentence stands twice"
        made = page(store, [finding(store, each, places[number % 2])])
        yield Case(f"text {number}, place {number % 2}", store, made)


def other_occurrence(material: Material, random: Random) -> Iterator[Case]:
    """A real abstract whose result is repeated in a later section, quoted from the later place: lawful."""
    chosen = random.sample(material.structured, min(EACH, len(material.structured)))
    for each in chosen:
        places = quotable([each], SectionRole.RESULTS)
        if not places:
            continue
        rendition = each.renditions[0]
        one = rendition.sentences[places[0][1]]
        said = rendition.text[one.start : one.end].removeprefix("Results: ").removeprefix("RESULTS: ")
        parts = [
            (s.heading, rendition.text[s.start : s.end].removeprefix(f"{s.heading}: ")) for s in rendition.sections
        ]
        twin = Report(each.record, (abstract([*parts, ("RESULTS", f"Main finding. {said}")]),))
        store = library([twin])
        yield Case(
            f"{each.record.id}", store, page(store, [finding(store, twin, len(twin.renditions[0].sentences) - 1)])
        )


def restricted_occurrence(material: Material, random: Random) -> Iterator[Case]:
    """The sentence stands twice, free and restricted; the restricted place is quoted without its restriction."""
    for number in range(EACH):
        each = _twice(random, number, restricted=True)
        store = library([each])
        places = [n for n, one in enumerate(each.renditions[0].sentences) if _is_repeated(each, one)]
        clean = page(store, [finding(store, each, places[1])])
        bare = page(store, [finding(store, each, places[1], qualifiers=())])
        yield Case(f"text {number}", store, bare, clean)


def _pairs(material: Material, random: Random) -> Iterator[tuple[Report, int, Report, int]]:
    if material.structured:
        pool = quotable((*material.structured, *material.catalogued), *_ROLES)
    else:
        pool = [(each, 2) for each in (_twice(random, number, restricted=False) for number in range(2 * EACH))]
    made = 0
    while made < EACH:
        (one, index), (two, other) = random.sample(pool, 2)
        if one.record.id != two.record.id and said(one, index) != said(two, other):
            made += 1
            yield one, index, two, other


def _two(one: Report, index: int, two: Report, other: int) -> tuple[Store, Answer]:
    store = library([one, two])
    rows = [finding(store, one, index), finding(store, two, other)]
    return store, page(store, sorted(rows, key=by_strength))


def _twice(random: Random, number: int, *, restricted: bool) -> Report:
    drug, outcome = random.choice(_DRUGS), random.choice(_OUTCOMES)
    said = f"Patients on {drug} had less {outcome} than those on placebo."
    after = random.choice(
        (
            "However, the difference was gone at 12 months.",
            "This effect was not seen in patients over 75.",
            "But this held for men only.",
            "Nevertheless, the certainty of this evidence is very low.",
        )
    )
    closing = after if restricted else "A further trial is under way."
    text = abstract(
        [
            ("METHODS", f"We allocated {120 + number} adults to {drug} or placebo."),
            ("RESULTS", f"Follow-up was complete. {said} Adverse events were rare."),
            ("CONCLUSIONS", f"{drug.capitalize()} was tolerated. {said} {closing}"),
        ]
    )
    return report(300 + number, f"{drug.capitalize()} for {outcome}: a randomised trial", text)


def _is_repeated(each: Report, one: Extent) -> bool:
    return each.renditions[0].text[one.start : one.end].startswith("Patients on ")


def _wide() -> Iterator[Report]:
    """Hand-written texts whose early characters are wide, two of them outside the basic plane."""
    for number, mark in enumerate(("𝛽-blockers", "β-blockers", "𝜒² tests", "Sjögren’s", "naïve patients", "≥18 years")):
        said = "Pain was lower with active treatment than with placebo at 6 weeks."
        text = abstract([("METHODS", f"We studied {mark} in 40 adults."), ("RESULTS", f"All finished. {said}")])
        yield report(200 + number, "Wide characters: a randomised trial", text)
