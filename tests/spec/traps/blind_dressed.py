"""Written blind: the quote is right, and what stands beside it makes more of it than it is."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from quoth.answer.select import by_strength
from quoth.library import cut
from quoth.model import (
    Action,
    BottomLine,
    Design,
    Direction,
    Directness,
    Fidelity,
    Form,
    Ids,
    MarkKind,
    hash_of_text,
    make_rendition,
)

from .blind_pages import EACH, advice, advised, as_study, rows, shown, with_first_reference
from .case import Case
from .material import Material, abstract, report
from .shelf import annotated, finding, library, page, with_statement

__all__ = [
    "action_turned",
    "arrow_turned",
    "borrowed_name",
    "design_raised",
    "freshness_claimed",
    "grade_improved",
    "other_treatments_name",
    "own_claims",
    "plain_words_turned",
    "reference_embellished",
    "sources_counted_up",
    "summary_as_words",
    "year_moved",
]

_OTHER_WAY = {
    Direction.FAVOURS_INTERVENTION: Direction.FAVOURS_COMPARATOR,
    Direction.FAVOURS_COMPARATOR: Direction.FAVOURS_INTERVENTION,
    Direction.NO_DIFFERENCE: Direction.FAVOURS_INTERVENTION,
    Direction.DIFFERENCE: Direction.NO_DIFFERENCE,
}
_RAISED = (
    (Design.COHORT, Design.RCT),
    (Design.CASE_SERIES, Design.COHORT),
    (Design.CROSS_SECTIONAL, Design.COHORT),
    (Design.NARRATIVE_REVIEW, Design.META_ANALYSIS),
    (Design.CASE_REPORT, Design.RCT),
)
_NAMES = ("World Health Organization", "NICE", "Cochrane", "American College of Physicians")
_SMALL = ("A district clinic", "A maker of insoles", "A group of five", "A regional society")
_DRUGS = ("naproxen", "baclofen", "zinc", "duloxetine", "colchicine")
_FOR_AND_AGAINST = (
    ("Do not offer {drug} to adults with back pain", Action.DO_NOT, Action.DO),
    ("Avoid {drug} in people over 65", Action.DO_NOT, Action.CONSIDER),
    ("Consider {drug} when exercise has not helped", Action.CONSIDER, Action.DO_NOT),
    ("Offer {drug} to adults with knee pain", Action.DO, Action.DO_NOT),
)
_CLAIMS = (
    "This treatment works.",
    "Experts agree that it is safe.",
    "The evidence speaks for it.",
    "You should take it.",
    "Most people get better with it.",
    "It is the best choice for you.",
    "No harm is known.",
)
_PLAIN = (
    "This means that the treatment cures everyone.",
    "In short: it did nothing at all, and it did harm.",
    "Put simply, nobody needs this treatment.",
    "You can stop your tablets.",
    "It is twice as good as anything else.",
)
_SUMMED = (
    "In short, {drug} took away pain in most of the {n} adults.",
    "The authors find that {drug} did better than rest in {n} people.",
    "{drug} lowered pain by a third among {n} adults, as the abstract tells.",
)


def arrow_turned(material: Material, random: Random) -> Iterator[Case]:
    """The sign beside a row says that it went the other way."""
    made = 0
    for each, index in rows(material, random, 12 * EACH):
        store, clean, row = shown(each, index)
        if row.direction in _OTHER_WAY and made < EACH:
            made += 1
            spoilt = replace(row, direction=_OTHER_WAY[row.direction])
            yield Case(f"{each.record.id} sentence {index}", store, with_statement(clean, spoilt), clean)


def year_moved(material: Material, random: Random) -> Iterator[Case]:
    """An old report is dated as if it were new, on the row and in the reference."""
    for number, (each, index) in enumerate(rows(material, random)):
        old = as_study(each, Design.RCT, 1988 + number)
        store, clean, row = shown(old, index)
        newer = 2020 + number % 6
        spoilt = with_statement(clean, replace(row, year=newer))
        yield Case(
            f"{each.record.id}: {1988 + number} as {newer}", store, with_first_reference(spoilt, year=newer), clean
        )


def design_raised(material: Material, random: Random) -> Iterator[Case]:
    """A weaker kind of study is shown as a stronger one, on the row and in the reference."""
    for number, (each, index) in enumerate(rows(material, random)):
        weak, strong = _RAISED[number % len(_RAISED)]
        store, clean, row = shown(as_study(each, weak), index)
        spoilt = with_statement(clean, replace(row, design=strong))
        spoilt = with_first_reference(spoilt, design=strong)
        yield Case(f"{each.record.id}: {weak.value} as {strong.value}", store, spoilt, clean)


def borrowed_name(material: Material, random: Random) -> Iterator[Case]:
    """The advice of a small body is shown under a great name."""
    for number in range(EACH):
        drug, small, great = _DRUGS[number % 5], _SMALL[number % 4], _NAMES[number // 5]
        each = advice(4000 + number, f"Offer {drug} to adults with back pain", drug, Action.DO, issuer=small)
        store, clean, row = advised(each)
        spoilt = with_statement(clean, replace(row, issuer=great))
        yield Case(f"{number}: {small} as {great}", store, with_first_reference(spoilt, issuer=great), clean)


def action_turned(material: Material, random: Random) -> Iterator[Case]:
    """Advice against is listed as advice for, or the other way round, beside its right words."""
    for number in range(EACH):
        words, honest, lie = _FOR_AND_AGAINST[number % len(_FOR_AND_AGAINST)]
        drug = _DRUGS[number // 4]
        store, clean, row = advised(advice(4100 + number, words.format(drug=drug), drug, honest))
        spoilt = with_statement(clean, replace(row, action=lie))
        (line,) = spoilt.actions
        yield Case(
            f"{number}: {drug}, {lie.value}", store, replace(spoilt, actions=(replace(line, action=lie),)), clean
        )


def other_treatments_name(material: Material, random: Random) -> Iterator[Case]:
    """A row stands under the name of a treatment that it does not speak of."""
    for number in range(EACH):
        drug, other = random.sample(_DRUGS, 2)
        each = advice(4200 + number, f"Offer {drug} to adults with back pain for {number + 2} days", drug, Action.DO)
        store, clean, row = advised(each)
        spoilt = with_statement(clean, replace(row, interventions=(other,)))
        (line,) = spoilt.actions
        lie = replace(spoilt, actions=(replace(line, intervention=other),))
        yield Case(f"{number}: {drug} as {other}", store, lie, clean)


def grade_improved(material: Material, random: Random) -> Iterator[Case]:
    """The grade beside a recommendation is a better one, its hash made to fit."""
    for number in range(EACH):
        drug, weak = _DRUGS[number % 5], ("weak", "conditional", "insufficient", "expert opinion")[number // 5]
        each = advice(4300 + number, f"Offer {drug} to adults with gout", drug, Action.DO, strength=weak)
        store, clean, row = advised(each)
        grade = row.qualifiers[0]
        text = grade.quote.text.replace(weak, "strong")
        quote = replace(grade.quote, text=text, span=replace(grade.quote.span, sha256=hash_of_text(text)))
        spoilt = replace(row, qualifiers=(replace(grade, quote=quote), *row.qualifiers[1:]))
        yield Case(f"{number}: {drug}, {weak} as strong", store, with_statement(clean, spoilt), clean)


def summary_as_words(material: Material, random: Random) -> Iterator[Case]:
    """An editor's summary is shown as the source's own words."""
    for number in range(EACH):
        drug = _DRUGS[number % 5]
        text = _SUMMED[number % 3].format(drug=drug, n=90 + number)
        text = f"Adults with back pain were studied. {text[0].upper()}{text[1:]}"
        rendition = cut(make_rendition(Form.ABSTRACT, Fidelity.SUMMARY, text, origin="an editor"))
        each = report(4400 + number, f"{drug.capitalize()} for back pain: a randomised trial", rendition)
        store = library([each])
        clean = page(store, [finding(store, each, 1)])
        row = clean.statements()[0]
        marks = tuple(mark for mark in row.marks if mark.kind is not MarkKind.SUMMARY)
        lie = with_statement(clean, replace(row, fidelity=Fidelity.VERBATIM, marks=marks))
        kept = tuple(mark for mark in clean.references[0].marks if mark.kind is not MarkKind.SUMMARY)
        lie = with_first_reference(lie, fidelities=(Fidelity.VERBATIM,), marks=kept)
        yield Case(f"{number}: {drug}", store, lie, clean)


def reference_embellished(material: Material, random: Random) -> Iterator[Case]:
    """The reference is of the right report and better than it is: journal, authors, title, or a slip in its DOI."""
    for number in range(EACH):
        title = f"Drug {number} for back pain: a randomised pilot study stopped early"
        parts = [("RESULTS", f"All were seen again. Of {50 + number} adults on the drug, 30 improved by week six.")]
        each = report(4500 + number, title, abstract(parts))
        store, clean, _ = shown(each, 1)
        changes: tuple[tuple[str, dict[str, object]], ...] = (
            ("journal", {"journal": "The Lancet"}),
            ("authors", {"authors": ("Cochrane AL", "Sackett DL")}),
            ("title", {"title": title.replace(" pilot study stopped early", " trial")}),
            ("doi", {"ids": Ids(pmid=each.record.ids.pmid, doi=f"10.9999/trap.{4600 + number}")}),
        )
        what, change = changes[number % len(changes)]
        yield Case(f"{number}: {what}", store, with_first_reference(clean, **change), clean)


def own_claims(material: Material, random: Random) -> Iterator[Case]:
    """The page itself claims something, in its first line, in a note, or about its method."""
    for number, (each, index) in enumerate(rows(material, random)):
        store, clean, _ = shown(each, index)
        claim = _CLAIMS[number % len(_CLAIMS)]
        pages = (
            replace(clean, bottom_line=BottomLine(claim)),
            replace(clean, notes=(*clean.notes, claim)),
            replace(clean, method=replace(clean.method, notes=(*clean.method.notes, claim))),
        )
        yield Case(f"{each.record.id}: {claim}", store, pages[number % len(pages)], clean)


def plain_words_turned(material: Material, random: Random) -> Iterator[Case]:
    """Plain words beneath a quote say something that it does not."""
    for number, (each, index) in enumerate(rows(material, random)):
        store, clean, row = shown(each, index)
        words = _PLAIN[number % len(_PLAIN)]
        spoilt = with_statement(clean, replace(row, plain=words, plain_by="a language model"))
        yield Case(f"{each.record.id}: {words}", store, spoilt, clean)


def sources_counted_up(material: Material, random: Random) -> Iterator[Case]:
    """The page says that it rests on more sources than it has."""
    for number, (each, index) in enumerate(rows(material, random)):
        store, clean, _ = shown(each, index)
        counts = tuple((what, count + 7 + number) for what, count in clean.method.counts)
        spoilt = replace(clean, method=replace(clean.method, counts=counts))
        yield Case(f"{each.record.id}: {counts[0][1]}", store, spoilt, clean)


def freshness_claimed(material: Material, random: Random) -> Iterator[Case]:
    """Research that is older than the guideline wears the mark of what is newer."""
    for number, (each, index) in enumerate(rows(material, random)):
        guide = advice(4700 + number, "Offer zinc to adults with colds", "zinc", Action.DO)
        old, new = as_study(each, Design.RCT, 1996 + number % 9), as_study(each, Design.RCT, 2024)
        made = []
        for study in (old, new):
            store = library([guide, study])
            answering = replace(annotated(store, guide), directness=Directness.DIRECT)
            found = sorted([answering, finding(store, study, index)], key=by_strength)
            made.append((store, page(store, found)))
        (store, clean), (_, fresh) = made
        row = clean.research[0].statements[0]
        newer = tuple(
            mark for mark in fresh.research[0].statements[0].marks if mark.kind is MarkKind.NEWER_THAN_GUIDELINE
        )
        kept = tuple(mark for mark in row.marks if mark.kind is not MarkKind.OLDER_THAN_GUIDELINE)
        if newer:
            yield Case(f"{each.record.id}", store, with_statement(clean, replace(row, marks=(*kept, *newer))), clean)
