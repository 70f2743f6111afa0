"""Ninth and tenth blind tables: true rows without the sentence on which they hang, and lines that advise nothing.

Each text of the fixtures is a paragraph that is made up. The row stands in [[ ]] and what turns it right beside it in
{{ }}; the sentence on the row's other side stands on both pages, so that nothing but the turn is missing.
"""

from collections.abc import Iterator
from random import Random

from quoth.model import FindingKind, Qualifier, QualifierKind, quote_of
from quoth.sources.document import Block

from .case import Case
from .eighth_blind_told import advising_nothing
from .fifth_blind_told import kinds_in
from .fourth_blind_told import between, guideline, unmarked
from .material import Material, Report, abstract, fixtures, report
from .shelf import finding, library, page
from .third_blind_told import Made, place_of

__all__ = ["ADVISED", "ALONE", "NO_ADVICE", "TABLE", "advised", "alone", "no_advice"]

TABLE = "ninth_blind"
ADVISED = kinds_in("advised", TABLE)
ALONE = kinds_in("alone", TABLE)
NO_ADVICE = kinds_in("no_advice", TABLE)
_FIRST = {
    "ninth_blind": {"advised": 14200, "alone": 14600, "no_advice": 15000},
    "tenth_blind": {"advised": 15100, "alone": 15500, "no_advice": 15900},
}
"""The number of the first report, by table and fixture; each kind has twenty numbers."""


def _texts(name: str, kind: str, table: str) -> Iterator[tuple[int, int, str]]:
    """The place of each text in its kind, the number of its report, and the text."""
    (texts,) = (each["texts"] for each in fixtures(f"{table}_{name}") if each["kind"] == kind)
    first = _FIRST[table][name] + 20 * kinds_in(name, table).index(kind)
    yield from ((place, first + place, text) for place, text in enumerate(texts))


def _without_its_turn(name: str, each: Report, text: str, kind: FindingKind) -> Case:
    """The row with its neighbours in the paragraph but for what turns it, and honestly with both.

    A label may open the paragraph. No page shows a sentence that is not beside the row.
    """
    rendition, words = each.renditions[0], unmarked(text)
    start = rendition.text.index(words)
    (row,), (turn,) = between(text, "[[", "]]"), between(text, "{{", "}}")
    index, turns, store = place_of(each, row), place_of(each, turn), library([each])
    record = finding(store, each, index).record
    beside = {
        n: Qualifier(QualifierKind.CONTEXT, quote_of(record.id, rendition, one))
        for n, one in enumerate(rendition.sentences)
        if abs(n - index) == 1 and start < one.end <= start + len(words)
    }
    cut = tuple(one for n, one in beside.items() if n != turns)
    shown = (finding(store, each, index, kind, qualifiers=told) for told in (cut, tuple(beside.values())))
    lie, honest = (page(store, [one]) for one in shown)
    return Case(name, store, lie, honest)


def advised(kind: str, table: str = TABLE) -> Made:
    """An advice stands without the sentence on which it hangs, right beside it; honestly, with it (promise 2)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        for place, number, text in _texts("advised", kind, table):
            each = guideline(number, [Block("Guideline", 1), Block("Recommendations", 2), Block(unmarked(text))])
            yield _without_its_turn(f"fixture {place}", each, text, FindingKind.RECOMMENDATION)

    return make


def alone(kind: str, table: str = TABLE) -> Made:
    """A result stands without its neighbour that tells what it is worth; honestly, with it (promise 2)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        for place, number, text in _texts("alone", kind, table):
            parts = [("RESULTS" if place % 2 else None, unmarked(text))]
            each = report(number, "Findings of a study of one treatment", abstract(parts))
            yield _without_its_turn(f"fixture {place}", each, text, FindingKind.RESULT)

    return make


def no_advice(kind: str, table: str = TABLE) -> Made:
    """A line of a guideline that is not what it advises; honestly, its recommendation (promise 4)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        yield from (advising_nothing(*each) for each in _texts("no_advice", kind, table))

    return make
