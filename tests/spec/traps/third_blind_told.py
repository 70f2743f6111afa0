"""Third blind table: sentences that say half of what is there, and lines that are no finding and no advice.

Each text of the fixtures is made up. A finding or an advice that needs its neighbour stands in [[ ]]; the words that
turn it are the rest of its text, or stand in (( )) where others stand between.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from random import Random

from quoth.library import cut
from quoth.model import (
    Design,
    Extent,
    Fidelity,
    FindingKind,
    Form,
    Qualifier,
    QualifierKind,
    Rendition,
    Report,
    make_rendition,
    quote_of,
)
from quoth.sources.document import Block, compose

from .case import Case
from .marked import holding
from .material import Material, abstract, fixtures, report
from .shelf import cut_to, finding, library, page, with_statement

__all__ = [
    "ADVICE",
    "ALONE",
    "LAYOUT",
    "NO_FINDING",
    "Made",
    "alone",
    "document",
    "no_advice",
    "no_finding",
    "place_of",
    "turned_by_layout",
]

Made = Callable[[Material, Random], Iterator[Case]]
_FIRST = {"alone": 6000, "no_finding": 6400, "advice": 6600, "layout": 6800}


@cache
def _texts(name: str) -> Mapping[str, tuple[str, ...]]:
    """The texts of a fixture by kind, in the order of the file."""
    return {each["kind"]: tuple(each["texts"]) for each in fixtures(f"third_blind_{name}")}


ALONE = tuple(_texts("alone"))
NO_FINDING = tuple(_texts("no_finding"))
ADVICE = tuple(_texts("advice"))
LAYOUT = tuple(_texts("layout"))


def alone(kind: str) -> Made:
    """A finding stands without the sentence beside it that takes it back; honestly, with it (promise 2)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        for number, text in enumerate(_texts("alone")[kind]):
            marked, plain = text.partition("[[")[2].partition("]]")[0], text.replace("[[", "").replace("]]", "")
            role = ("RESULTS", "CONCLUSIONS")[number % 2]
            said = FindingKind.RESULT if role == "RESULTS" else FindingKind.CONCLUSION
            parts = [("METHODS", "People were compared as the protocol says."), (role, f"The study is over. {plain}")]
            each = report(_first("alone", kind) + number, "A study of one treatment or test", abstract(parts))
            rendition = each.renditions[0]
            index = holding(each, rendition.text.index(marked))
            beside = [
                place
                for place in range(2, len(rendition.sentences))
                if place != index and rendition.sentences[place].start >= rendition.text.index(plain)
            ]
            store = library([each])
            record = finding(store, each, index).record
            told = tuple(
                Qualifier(QualifierKind.CONTEXT, quote_of(record.id, rendition, rendition.sentences[place]))
                for place in beside
            )
            honest = page(store, [finding(store, each, index, said, qualifiers=told)])
            lie = page(store, [finding(store, each, index, said, qualifiers=())])
            yield Case(f"fixture {number}", store, lie, honest)

    return make


def no_finding(kind: str) -> Made:
    """A line among the results that tells nothing that was found; honestly, the finding after it (promise 1)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        for number, sentence in enumerate(_texts("no_finding")[kind]):
            found = f"In all, {50 + number} of {90 + number} adults improved with treatment and 31 of 90 without it."
            text = f"The study is over. {sentence} {found}"
            labelled = [("METHODS", "Adults were allocated at random."), ("RESULTS", text)]
            parts = labelled if number % 2 else [(None, text)]
            each = report(_first("no_finding", kind) + number, "A study of one treatment", abstract(parts))
            store = library([each])
            places = [place_of(each, words) for words in (sentence, found)]
            lie, honest = (page(store, [finding(store, each, place)]) for place in places)
            yield Case(f"fixture {number}", store, lie, honest)

    return make


def no_advice(kind: str) -> Made:
    """A sentence of a guideline that is not what it advises; honestly, the recommendation after it (promise 4)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        for number, sentence in enumerate(_texts("advice")[kind]):
            advice = f"Offer exercise to adults with long-lasting pain for at least {6 + number} weeks."
            each = report(
                _first("advice", kind) + number,
                "Care of adults with long-lasting pain: a guideline",
                document([Block("Care", 1), Block(f"The panel met twice. {sentence}"), Block(advice)]),
                design=Design.GUIDELINE,
                issuer="A panel",
            )
            store = library([each])
            places = [place_of(each, words) for words in (sentence, advice)]
            lie, honest = (page(store, [finding(store, each, place, FindingKind.RECOMMENDATION)]) for place in places)
            yield Case(f"fixture {number}", store, lie, honest)

    return make


def turned_by_layout(kind: str) -> Made:
    """An advice stands without the line that turns it, which stands elsewhere on its page (promise 2)."""

    def make(material: Material, random: Random) -> Iterator[Case]:
        for number, text in enumerate(_texts("layout")[kind]):
            stretch, turn = (text.partition(a)[2].partition(b)[0] for a, b in (("[[", "]]"), ("((", "))")))
            rendition = document([Block("Guideline", 1), *_blocks(text)])
            each = report(
                _first("layout", kind) + number, "A guideline", rendition, design=Design.GUIDELINE, issuer="A panel"
            )
            start, above = rendition.text.index(stretch), rendition.text.index(turn)
            store, index = library([each]), holding(each, start)
            record = finding(store, each, index, FindingKind.RECOMMENDATION).record
            sentence = rendition.sentences[index]
            apart = not sentence.start <= above < sentence.end
            line = Qualifier(QualifierKind.CONTEXT, quote_of(record.id, rendition, Extent(above, above + len(turn))))
            told = (line,) if apart else ()
            honest = page(store, [finding(store, each, index, FindingKind.RECOMMENDATION, qualifiers=told)])
            row = replace(honest.statements()[0], qualifiers=())
            bare = row if apart else cut_to(rendition, row, start, start + len(stretch))
            yield Case(f"fixture {number}", store, with_statement(honest, bare), honest)

    return make


def place_of(each: Report, words: str) -> int:
    """The place of the sentence that ends with these words: what stands before it may be no more than a number."""
    return holding(each, each.renditions[0].text.index(words) + len(words) - 1)


def _first(name: str, kind: str) -> int:
    """The number of a kind's first report, so that no two kinds of a table share one."""
    return _FIRST[name] + 20 * list(_texts(name)).index(kind)


def document(blocks: list[Block]) -> Rendition:
    """The text of a guideline document as the product composes it."""
    text, sections = compose(blocks)
    return cut(make_rendition(Form.FULL_TEXT, Fidelity.VERBATIM, text, sections=sections, origin="a document"))


def _blocks(text: str) -> Iterator[Block]:
    """Lines as a document has them: a list with its lead-in, a heading, which no full stop ends, or a paragraph."""
    held: list[str] = []
    for line in _unmarked(text).split("\n"):
        if held and not line.startswith("• "):
            yield Block("\n".join(held))
            held = []
        if line.endswith(":") or line.startswith("• "):
            held.append(line)
        else:
            yield Block(line, 0 if line.rstrip("*†‡0123456789abc").endswith((".", ":")) else 2)


def _unmarked(text: str) -> str:
    for mark in ("[[", "]]", "((", "))"):
        text = text.replace(mark, "")
    return text
