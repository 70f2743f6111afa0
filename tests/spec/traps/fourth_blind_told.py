"""Fourth blind table: rows that are true and lack the line beside them, and lines of a guideline that advise nothing.

Each text of the fixtures is made up. On an honest page the words that turn a row stand with it, as what travels with a
quote: the sentence before or after it, the opening of its list, its heading. Nothing is fetched from further away.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from random import Random

from quoth.model import Design, Extent, FindingKind, Qualifier, QualifierKind, Report, quote_of
from quoth.sources.document import Block

from .case import Case
from .marked import holding
from .material import Material, abstract, fixtures, report
from .shelf import cut_to, finding, library, page, with_statement
from .third_blind_told import Made, document, place_of

__all__ = [
    "ADVISED",
    "ALONE",
    "LAYOUT",
    "NO_ADVICE",
    "advised",
    "alone",
    "bare_case",
    "between",
    "guideline",
    "kinds_in",
    "lines_of",
    "no_advice",
    "turned_by_layout",
    "unmarked",
]

_BLIND = "fourth_blind"
_FIRST = {
    _BLIND: {"layout": 8200, "alone": 8400, "advised": 8700, "no_advice": 8840},
    "sixty": {"layout": 9200, "alone": 9400, "advised": 9700, "no_advice": 9840},
}
"""The number of the first report, by table and fixture; each kind has twenty numbers."""
_MARKS = ("[[", "]]", "{{", "}}", "((", "))")


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
    """A sentence of a study stands without its neighbour that tells what it counts; honestly, with it (promise 2)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        for number, text in enumerate(_texts("alone", table)[kind]):
            methods = f"People were followed in {3 + number} places as the protocol says."
            results = f"The study is over. {unmarked(text)}"
            parts = [("METHODS", methods), ("RESULTS", results)] if number % 2 else [(None, f"{methods} {results}")]
            each = report(_first("alone", kind, table) + number, "A study of one treatment or test", abstract(parts))
            yield bare_case(f"fixture {number}", each, text, FindingKind.RESULT)

    return make


def advised(kind: str, table: str = _BLIND) -> Made:
    """An advice stands without the sentence after it that says what it is worth, for whom or how long (promise 2)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        for number, text in enumerate(_texts("advised", table)[kind]):
            blocks = [
                Block("Guideline", 1),
                Block("Care", 2),
                Block(f"The panel met {2 + number} times. {unmarked(text)}"),
            ]
            yield bare_case(
                f"fixture {number}",
                guideline(_first("advised", kind, table) + number, blocks),
                text,
                FindingKind.RECOMMENDATION,
            )

    return make


def no_advice(kind: str, table: str = _BLIND) -> Made:
    """A line of a guideline that is not what it advises, or not in force; honestly, its recommendation (promise 4)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        for number, text in enumerate(_texts("no_advice", table)[kind]):
            heading, _, line = text.rpartition(" | ")
            (sentence, *_) = (*between(line, "[[", "]]"), line)
            advice = f"Offer exercise to adults with long-lasting pain for at least {6 + number} weeks."
            lines = [Block(heading or "Background", 2), Block(f"Pain that lasts is common. {unmarked(line)}")]
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
    """An advice stands without the heading, opening, step or line next to it that turns it (promise 2)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        for number, text in enumerate(_texts("layout", table)[kind]):
            each = guideline(_first("layout", kind, table) + number, [Block("Guideline", 1), *lines_of(text)])
            yield _turned(f"fixture {number}", each, text)

    return make


def bare_case(name: str, each: Report, text: str, kind: FindingKind) -> Case:
    """The marked sentence alone, and with the other sentences of its text beside it."""
    rendition = each.renditions[0]
    start = rendition.text.index(unmarked(text))
    end = start + len(unmarked(text))
    index, store = place_of(each, between(text, "[[", "]]")[0]), library([each])
    others = [n for n, one in enumerate(rendition.sentences) if n != index and start <= one.start < end]
    record = finding(store, each, index).record
    told = tuple(
        Qualifier(QualifierKind.CONTEXT, quote_of(record.id, rendition, rendition.sentences[n])) for n in others
    )
    lie, honest = (page(store, [finding(store, each, index, kind, qualifiers=beside)]) for beside in ((), told))
    return Case(name, store, lie, honest)


def _turned(name: str, each: Report, text: str) -> Case:
    """The marked line alone, and with the lines that turn it; cut short where one sentence holds both."""
    rendition, (stretch,) = each.renditions[0], between(text, "[[", "]]")
    start = rendition.text.index(stretch)
    index, store = holding(each, start), library([each])
    sentence = rendition.sentences[index]
    turns = [Extent(at, at + len(one)) for one in between(text, "{{", "}}") for at in [rendition.text.index(one)]]
    record = finding(store, each, index).record
    told = tuple(
        Qualifier(QualifierKind.CONTEXT, quote_of(record.id, rendition, one))
        for one in turns
        if not sentence.start <= one.start < sentence.end
    )
    lie, honest = (
        page(store, [finding(store, each, index, FindingKind.RECOMMENDATION, qualifiers=beside)])
        for beside in ((), told)
    )
    if not told:
        lie = with_statement(honest, cut_to(rendition, honest.statements()[0], start, start + len(stretch)))
    return Case(name, store, lie, honest)


def guideline(number: int, blocks: list[Block]) -> Report:
    """A report that holds this document as its text."""
    return report(number, "A guideline", document(blocks), design=Design.GUIDELINE, issuer="A panel")


def lines_of(text: str) -> Iterator[Block]:
    """Lines as a document has them: headings of two levels, lists with their opening, paragraphs."""
    held: list[str] = []
    for line in unmarked(text).split("\n"):
        if held and not line.startswith("• "):
            yield Block("\n".join(held))
            held = []
        if line.startswith("#"):
            yield Block(line.lstrip("# "), 1 + line.index(" "))
        elif line.endswith(":") or line.startswith("• "):
            held.append(line)
        else:
            yield Block(line)
    if held:
        yield Block("\n".join(held))


def between(text: str, opening: str, closing: str) -> list[str]:
    """The stretches between these marks, in order, without other marks."""
    return [unmarked(one.partition(closing)[0]) for one in text.split(opening)[1:]]


def unmarked(text: str) -> str:
    """The text without any of the marks."""
    for mark in _MARKS:
        text = text.replace(mark, "")
    return text


def _first(name: str, kind: str, table: str) -> int:
    """The number of a kind's first report, so that no two kinds of the table share one."""
    return _FIRST[table][name] + 20 * kinds_in(name, table).index(kind)
