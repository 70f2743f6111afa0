"""Fifth blind table: true rows without the line on which they hang, and lines of a guideline that advise nothing.

Each text of the fixtures is made up. An honest page carries what stands beside the row, as what travels with a quote:
the sentence before or after it, its heading, the head of its column, the opening or the end of its list.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from random import Random

from quoth.model import Extent, FindingKind, Qualifier, QualifierKind, Report, quote_of
from quoth.sources.document import Block

from .case import Case
from .fourth_blind_told import bare_case, between, guideline, lines_of, unmarked
from .marked import holding
from .material import Material, abstract, fixtures, report
from .shelf import cut_to, finding, library, page, with_statement
from .third_blind_told import Made, place_of

__all__ = ["ADVISED", "ALONE", "LAYOUT", "NO_ADVICE", "advised", "alone", "kinds_in", "no_advice", "turned_by_layout"]

_BLIND = "fifth_blind"
_FIRST = {
    _BLIND: {"layout": 9200, "alone": 9400, "advised": 9760, "no_advice": 9900},
    "sixth_blind": {"layout": 10000, "alone": 10160, "advised": 10520, "no_advice": 10680},
    "further": {"layout": 10900, "alone": 11040, "advised": 11280, "no_advice": 11440},
    "seventh_blind": {"layout": 11700, "alone": 11860, "advised": 12220, "no_advice": 12380},
}
"""The number of the first report, by table and fixture; each kind has twenty numbers."""


@cache
def _texts(name: str, table: str) -> Mapping[str, tuple[str, ...]]:
    """The texts of a fixture by kind, in the order of the file."""
    return {each["kind"]: tuple(each["texts"]) for each in fixtures(f"{table}_{name}")}


def kinds_in(name: str, table: str = _BLIND) -> tuple[str, ...]:
    """The kinds of a fixture of a table."""
    return tuple(_texts(name, table))


LAYOUT = kinds_in("layout")
ALONE = kinds_in("alone")
ADVISED = kinds_in("advised")
NO_ADVICE = kinds_in("no_advice")


def alone(kind: str, table: str = _BLIND) -> Made:
    """A result stands without its neighbour that tells how it was come by; honestly, with it (promise 2)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        for number, text in enumerate(_texts("alone", table)[kind]):
            methods = f"Data were gathered in {2 + number} towns as laid down."
            results = f"The work is finished. {unmarked(text)}"
            end = "More work is needed."
            parts = [(None, f"{methods} {results} {end}")]
            if number % 2:
                parts = [("METHODS", methods), ("RESULTS", results), ("CONCLUSIONS", end)]
            each = report(_first("alone", kind, table) + number, "A study of one treatment or test", abstract(parts))
            yield bare_case(f"fixture {number}", each, text, FindingKind.RESULT)

    return make


def advised(kind: str, table: str = _BLIND) -> Made:
    """An advice stands without the sentence on which it hangs, right after it (promise 2)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        for number, text in enumerate(_texts("advised", table)[kind]):
            first = Block(f"This chapter was written by {2 + number} people. {unmarked(text)}")
            each = guideline(_first("advised", kind, table) + number, [Block("Guideline", 1), Block("Care", 2), first])
            yield bare_case(f"fixture {number}", each, text, FindingKind.RECOMMENDATION)

    return make


def no_advice(kind: str, table: str = _BLIND) -> Made:
    """A line of a guideline that is not what it advises; honestly, its recommendation (promise 4)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        for number, text in enumerate(_texts("no_advice", table)[kind]):
            heading, _, line = text.partition(" | ")
            (sentence, *_) = (*between(line, "[[", "]]"), line)
            advice = f"Offer walking to adults with stiff knees for at least {4 + number} weeks."
            lines = [Block(heading, 2), Block(f"Stiff knees are common. {unmarked(line)}")]
            blocks = [Block("Guideline", 1), *lines, Block("Recommendations", 2), Block(advice)]
            each = guideline(_first("no_advice", kind, table) + number, blocks)
            store = library([each])
            # What is marked stands beside the sentence that tells what it is, which the trap leaves out.
            beside = () if sentence != line else None
            wrong = finding(store, each, place_of(each, sentence), FindingKind.RECOMMENDATION, qualifiers=beside)
            right = finding(store, each, place_of(each, advice), FindingKind.RECOMMENDATION)
            lie, honest = (page(store, [one]) for one in (wrong, right))
            yield Case(f"fixture {number}", store, lie, honest)

    return make


def turned_by_layout(kind: str, table: str = _BLIND) -> Made:
    """An advice stands without the branch, head, label, line or letters next to it that turn it (promise 2)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        for number, text in enumerate(_texts("layout", table)[kind]):
            each = guideline(_first("layout", kind, table) + number, [Block("Guideline", 1), *lines_of(text)])
            yield _turned(f"fixture {number}", each, text)

    return make


def _turned(name: str, each: Report, text: str) -> Case:
    """The marked line under its heading, and with the lines that turn it; cut short where one sentence holds both."""
    rendition, (stretch,) = each.renditions[0], between(text, "[[", "]]")
    start = rendition.text.index(stretch)
    index, store = holding(each, start), library([each])
    sentence, record = rendition.sentences[index], finding(store, each, index).record
    heading = unmarked(text.partition("\n")[0].lstrip("# "))

    def beside(lines: Iterable[str]) -> tuple[Qualifier, ...]:
        """What stands outside the sentence, in the order of the text."""
        places = sorted(rendition.text.index(one) for one in lines)
        ends = {rendition.text.index(one): len(one) for one in lines}
        outside = [Extent(at, at + ends[at]) for at in places if not sentence.start <= at < sentence.end]
        return tuple(Qualifier(QualifierKind.CONTEXT, quote_of(record.id, rendition, one)) for one in outside)

    shared = [heading, *between(text, "((", "))")]
    shown, whole = beside(shared), beside([*shared, *between(text, "{{", "}}")])
    lie, honest = (
        page(store, [finding(store, each, index, FindingKind.RECOMMENDATION, qualifiers=told)])
        for told in (shown, whole)
    )
    if shown == whole:
        lie = with_statement(honest, cut_to(rendition, honest.statements()[0], start, start + len(stretch)))
    return Case(name, store, lie, honest)


def _first(name: str, kind: str, table: str) -> int:
    """The number of a kind's first report, so that no two kinds of the table share one."""
    return _FIRST[table][name] + 20 * kinds_in(name, table).index(kind)
