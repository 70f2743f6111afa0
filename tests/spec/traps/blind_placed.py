"""Written blind: words with a gap in them, citations that do not bear, and evidence on a neighbouring condition."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from quoth.answer.select import by_strength
from quoth.evidence.fitting.directness import Fit
from quoth.model import Directness, MeshHeading, phrase

from .blind_pages import EACH, rows, shown
from .case import Case
from .material import Material, abstract, report, said
from .shelf import asking, finding, library, page, quoting, with_statement

__all__ = ["citation_padded", "counted_twice", "ellipsis", "neighbouring_condition"]

_GAPS = ("…", "...", "[…]", " - ")
_NEIGHBOURS = (
    # what is asked about, and what was studied
    ("type 2 diabetes", "type 1 diabetes"),
    ("migraine", "cluster headache"),
    ("hypertension", "pulmonary hypertension"),
    ("acute otitis media", "otitis externa"),
    ("cystitis", "interstitial cystitis"),
    ("depression", "bipolar disorder"),
    ("osteoarthritis", "rheumatoid arthritis"),
    ("plantar fasciitis", "Achilles tendinopathy"),
    ("asthma", "chronic obstructive pulmonary disease"),
    ("low back pain", "neck pain"),
)


def ellipsis(material: Material, random: Random) -> Iterator[Case]:
    """The middle of a sentence gives way to three dots."""
    for number, (each, index) in enumerate(rows(material, random)):
        store, clean, row = shown(each, index)
        words = row.quote.text.split()
        third = max(2, len(words) // 3)
        text = " ".join([*words[:third], _GAPS[number % len(_GAPS)].strip(), *words[-third:]])
        if len(words) > 7:
            yield Case(f"{each.record.id} sentence {index}", store, with_statement(clean, quoting(row, text)), clean)


def citation_padded(material: Material, random: Random) -> Iterator[Case]:
    """A row cites a second report, which does not say it."""
    pool = rows(material, random, 3 * EACH)
    for number in range(EACH):
        (one, index), (two, other) = random.sample(pool, 2)
        if one.record.id == two.record.id or said(one, index) == said(two, other):
            continue
        store = library([one, two])
        clean = page(store, sorted([finding(store, one, index), finding(store, two, other)], key=by_strength))
        first, second = clean.statements()
        lie = with_statement(clean, replace(first, citations=(*first.citations, *second.citations)))
        yield Case(f"{number}: {one.record.id} with {two.record.id}", store, lie, clean)


def counted_twice(material: Material, random: Random) -> Iterator[Case]:
    """One report stands under two numbers, and the row cites both."""
    for each, index in rows(material, random):
        store, clean, row = shown(each, index)
        twin = replace(clean.references[0], number=clean.references[0].number + 1)
        lie = with_statement(clean, replace(row, citations=(*row.citations, twin.number)))
        lie = replace(
            lie,
            references=(*clean.references, twin),
            method=replace(clean.method, counts=tuple((what, count + 1) for what, count in clean.method.counts)),
        )
        yield Case(f"{each.record.id} sentence {index}", store, lie, clean)


def neighbouring_condition(material: Material, random: Random) -> Iterator[Case]:
    """What was found in a neighbouring condition is shown as direct for the one asked about."""
    for number in range(EACH):
        asked, studied = _NEIGHBOURS[number % len(_NEIGHBOURS)]
        parts = [
            ("METHODS", f"We allocated {80 + number} adults with {studied} at random."),
            ("RESULTS", f"Symptoms of {studied} fell by half with treatment."),
        ]
        facts = ({"mesh": (MeshHeading(studied.capitalize(), major=True),)}, {"conditions": (studied,)})[number // 10]
        each = report(4800 + number, f"Treatment of {studied}: a randomised trial", abstract(parts), **facts)
        store, question = library([each]), asking(asked)
        because = phrase("indirect.titled", names=studied)
        honest = finding(store, each, 1, fit=Fit(Directness.OTHER_CONDITION, because))
        lie = replace(honest, directness=Directness.DIRECT, directness_because="")
        yield Case(
            f"{number}: {studied} for {asked}", store, page(store, [lie], question), page(store, [honest], question)
        )
