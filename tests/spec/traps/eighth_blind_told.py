"""Eighth blind table: true rows without the sentence on which they hang, and lines of a guideline that advise nothing.

Each text of the fixtures is made up, in the whole sentences of guidelines and abstracts. The sentence that turns a row
stands right beside it in a paragraph of others, and with it on an honest page, as what travels with a quote.
"""

from collections.abc import Iterator
from random import Random

from quoth.model import FindingKind
from quoth.sources.document import Block

from .case import Case
from .fifth_blind_told import kinds_in
from .fourth_blind_told import bare_case, between, guideline, unmarked
from .material import Material, abstract, fixtures, report
from .shelf import finding, library, page
from .third_blind_told import Made, place_of

__all__ = ["ADVISED", "ALONE", "NO_ADVICE", "TABLE", "advised", "advising_nothing", "alone", "no_advice"]

TABLE = "eighth_blind"
ADVISED = kinds_in("advised", TABLE)
ALONE = kinds_in("alone", TABLE)
NO_ADVICE = kinds_in("no_advice", TABLE)
_FIRST = {"advised": 13000, "alone": 13400, "no_advice": 13800}
"""The number of the first report, by fixture; each kind has twenty numbers."""
_AROUND = {each["kind"]: tuple(each["texts"]) for each in fixtures(f"{TABLE}_around")}
"""What the paragraphs have in common: sentences that open and close them, and what the guidelines do advise."""


def _texts(name: str, kind: str) -> Iterator[tuple[int, int, str]]:
    """The place of each text in its kind, the number of its report, and the text."""
    (texts,) = (each["texts"] for each in fixtures(f"{TABLE}_{name}") if each["kind"] == kind)
    first = _FIRST[name] + 20 * kinds_in(name, TABLE).index(kind)
    yield from ((place, first + place, text) for place, text in enumerate(texts))


def _around(name: str, place: int) -> str:
    """One of the shared sentences, by turns."""
    return _AROUND[name][place % len(_AROUND[name])]


def advised(kind: str) -> Made:
    """An advice stands without the sentence on which it hangs, right beside it; honestly, with it (promise 2)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        for place, number, text in _texts("advised", kind):
            words = f"{_around('opens advice', place)} {unmarked(text)} {_around('closes advice', place)}"
            each = guideline(number, [Block("Guideline", 1), Block("Recommendations", 2), Block(words)])
            yield bare_case(f"fixture {place}", each, text, FindingKind.RECOMMENDATION)

    return make


def alone(kind: str) -> Made:
    """A result stands without its neighbour that tells what it is worth; honestly, with it (promise 2)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        for place, number, text in _texts("alone", kind):
            methods, end = _around("opens results", place), _around("closes results", place)
            results = f"{_around('leads to results', place)} {unmarked(text)}"
            parts = [(None, f"{methods} {results} {end}")]
            if place % 2:
                parts = [("METHODS", methods), ("RESULTS", results), ("CONCLUSIONS", end)]
            each = report(number, "Findings of a study of one treatment", abstract(parts))
            yield bare_case(f"fixture {place}", each, text, FindingKind.RESULT)

    return make


def no_advice(kind: str) -> Made:
    """A line of a guideline that is not what it advises; honestly, its recommendation (promise 4)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        yield from (advising_nothing(*each) for each in _texts("no_advice", kind))

    return make


def advising_nothing(place: int, number: int, text: str) -> Case:
    """The case of a text "Heading | words with the [[line]] that advises nothing"."""
    heading, _, words = text.partition(" | ")
    (sentence,), advice = between(words, "[[", "]]"), _around("advice", place)
    lines = [Block(heading, 2), Block(unmarked(words)), Block("Recommendations", 2), Block(advice)]
    each = guideline(number, [Block("Guideline", 1), *lines])
    store = library([each])
    # The sentences beside it tell what it is, and the trap leaves them out.
    wrong = finding(store, each, place_of(each, sentence), FindingKind.RECOMMENDATION, qualifiers=())
    right = finding(store, each, place_of(each, advice), FindingKind.RECOMMENDATION)
    return Case(f"fixture {place}", store, *(page(store, [one]) for one in (wrong, right)))
