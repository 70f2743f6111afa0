"""Fourth blind table: a grade or a certainty in two parts, of which the page shows the better one."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from quoth.model import Extent, Finding, Qualifier, QualifierKind, quote_of

from .case import Case
from .material import Material
from .shelf import annotated, page
from .third_blind_dressed import annotated_guide, extent_of, note_of

__all__ = ["certainty_of_one_outcome", "half_of_a_divided_grade"]

_EACH = 20
_DRUGS = ("naproxen", "zinc", "taping", "duloxetine", "massage")
_GRADES = (
    ("strong for adults", "weak for children"),
    ("grade A for short use", "grade D for long use"),
    ("strong in hospital", "not graded elsewhere"),
    ("recommended for women", "optional for men"),
)
_CERTAINTIES = (
    ("high for pain", "very low for harm"),
    ("moderate for the first month", "very low after it"),
    ("high against no treatment", "low against exercise"),
    ("moderate in adults", "none in the old"),
)


def half_of_a_divided_grade(material: Material, random: Random) -> Iterator[Case]:
    """Promise 2: of a grade in two parts the weaker one is left out."""
    for number in range(_EACH):
        drug, (better, worse) = _DRUGS[number // 4], _GRADES[number % 4]
        whole = f"{better}, {worse}"
        text = f"Offer {drug} to people with gout ({whole}). Review after {number + 2} weeks."
        grade = extent_of(text, whole)
        note = note_of("r1", Extent(0, grade.start - 2), Extent(0, grade.end + 2), drug, strength=grade)
        store, each = annotated_guide(9000 + number, text, [note])
        mine = annotated(store, each)
        lie = _with_part(mine, QualifierKind.STRENGTH, extent_of(text, better))
        yield Case(f"{number}: {drug}, {better}", store, page(store, [lie]), page(store, [mine]))


def certainty_of_one_outcome(material: Material, random: Random) -> Iterator[Case]:
    """Promise 2: of a certainty told for two things the lower one is left out."""
    for number in range(_EACH):
        drug, (better, worse) = _DRUGS[number // 4], _CERTAINTIES[number % 4]
        whole = f"certainty: {better}, {worse}"
        text = f"Offer {drug} to adults with gout (conditional; {whole}). Review after {number + 2} weeks."
        strength, sure = extent_of(text, "conditional"), extent_of(text, whole)
        extent = Extent(0, sure.end + 2)
        note = note_of("r1", Extent(0, strength.start - 2), extent, drug, strength=strength, certainty=sure)
        store, each = annotated_guide(9020 + number, text, [note])
        mine = annotated(store, each)
        lie = _with_part(mine, QualifierKind.CERTAINTY, extent_of(text, f"certainty: {better}"))
        yield Case(f"{number}: {drug}, {better}", store, page(store, [lie]), page(store, [mine]))


def _with_part(mine: Finding, kind: QualifierKind, part: Extent) -> Finding:
    """The finding with one of its qualifiers cut down to a part."""
    short = Qualifier(kind, quote_of(mine.record.id, mine.rendition, part))
    return replace(mine, qualifiers=tuple(short if one.kind is kind else one for one in mine.qualifiers))
