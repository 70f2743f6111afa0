"""How a page is laid out for a reader who said who they are: order, depth and word explanations, never other words.

Which rows a reader gets first is the composer's to say (`quoth.answer.readers`); here stands what comes before what.
"""

from dataclasses import dataclass
from enum import StrEnum

from quoth.model import Abstention, Answer, Facet, Role, Statement

__all__ = [
    "READERS",
    "ROLE_LABELS",
    "Layer",
    "Reader",
    "contents_of",
    "layers_of",
    "reader_of",
    "speaking_to",
]


class Layer(StrEnum):
    """A part of the page; the values are the names of macros in templates/layers.html."""

    BOTTOM_LINE = "bottom_line"
    GLANCE = "glance"
    SAFETY = "safety"
    DOSES = "doses"
    PATIENT = "patient"
    ACTIONS = "actions"
    GUIDELINE_NOTES = "guideline_notes"
    DIFFERENCES = "differences"
    NEWER = "newer"
    PICTURES = "pictures"
    RESEARCH = "research"
    CERTAINTY = "certainty"
    NOT_FOUND = "not_found"
    METHOD = "method"
    REFERENCES = "references"
    WORDS = "words"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Reader:
    """What changes for one kind of reader."""

    first: tuple[Layer, ...] = ()
    """Layers that come before the usual order, in this order."""
    plain_leads: bool = False
    """Everyday words stand before the source's words, where there are any."""
    explains: bool = False
    """Words of trials are explained where they stand."""
    method_open: bool = False
    asks_for: tuple[Layer, ...] = ()
    """Extra layers that only this reader gets."""


_USUAL = tuple(layer for layer in Layer if layer not in (Layer.SAFETY, Layer.DOSES, Layer.WORDS))
_TOP = (Layer.BOTTOM_LINE, Layer.GLANCE)

READERS: dict[Role, Reader] = {
    Role.ANYONE: Reader(),
    Role.PATIENT: Reader(
        first=(Layer.BOTTOM_LINE, Layer.SAFETY, Layer.GLANCE),
        plain_leads=True,
        explains=True,
        asks_for=(Layer.SAFETY, Layer.WORDS),
    ),
    Role.CLINICIAN: Reader(
        first=(*_TOP, Layer.PATIENT, Layer.ACTIONS, Layer.DOSES, Layer.NEWER), asks_for=(Layer.DOSES,)
    ),
    Role.STUDENT: Reader(
        first=(*_TOP, Layer.PICTURES, Layer.RESEARCH, Layer.DIFFERENCES), explains=True, asks_for=(Layer.WORDS,)
    ),
    Role.LIBRARIAN: Reader(first=(Layer.METHOD, *_TOP, Layer.REFERENCES), method_open=True),
    Role.GUIDELINE_MAKER: Reader(
        first=(*_TOP, Layer.DIFFERENCES, Layer.NEWER, Layer.PICTURES, Layer.NOT_FOUND, Layer.RESEARCH),
        method_open=True,
    ),
}

ROLE_LABELS: dict[Role, str] = {
    Role.ANYONE: "Rather not say",
    Role.PATIENT: "Patient or carer",
    Role.CLINICIAN: "Clinician",
    Role.STUDENT: "Student",
    Role.LIBRARIAN: "Researcher or librarian",
    Role.GUIDELINE_MAKER: "Guideline maker",
}


_SAFETY = frozenset({Facet.HARMS, Facet.RED_FLAGS, Facet.REFERRAL, Facet.CONTRAINDICATIONS})
_DOSES = frozenset({Facet.DOSE, Facet.WHEN_TO_START, Facet.MONITORING})


def reader_of(page: Answer | Abstention) -> Reader:
    """What this page's reader gets."""
    return READERS[page.question.role]


def layers_of(page: Answer) -> tuple[Layer, ...]:
    """The layers of a page that have something to show, in the order for its reader."""
    reader = reader_of(page)
    usual = [layer for layer in (*_USUAL, *reader.asks_for) if layer not in reader.first]
    tail = [layer for layer in usual if layer in (Layer.WORDS, Layer.REVIEW)]
    order = (*reader.first, *(layer for layer in usual if layer not in tail), *sorted(tail, reverse=True))
    return tuple(layer for layer in order if _shows(page, layer))


def contents_of(page: Answer, layers: tuple[Layer, ...]) -> tuple[tuple[str, str, int | None], ...]:
    """(place, name, how many things stand there) of the layers that the table of contents lists, in their order."""
    named: dict[Layer, tuple[str, str, int | None]] = {
        Layer.BOTTOM_LINE: ("bottom-line", "Bottom line", None),
        Layer.SAFETY: ("safety", "Harms, when to seek help", len(speaking_to(page, Layer.SAFETY))),
        Layer.DOSES: ("doses", "Doses", len(speaking_to(page, Layer.DOSES))),
        Layer.ACTIONS: ("actions", "Advice", len(page.actions) + len(page.more_actions)),
        Layer.GUIDELINE_NOTES: ("guideline-notes", "Guideline notes", len(page.guideline_notes)),
        Layer.DIFFERENCES: ("differences", "Where bodies differ", len(page.differences)),
        Layer.NEWER: ("newer", "Newer", len(page.newer)),
        Layer.PICTURES: ("pictures", "Pictures", None),
        Layer.RESEARCH: ("research", "Research", sum(len(g.statements) + len(g.more) for g in page.research)),
        Layer.CERTAINTY: ("certainty", "Certainty, provisional", len(page.certainties)),
        Layer.NOT_FOUND: ("not-found", "Not found", len(page.not_found)),
        Layer.METHOD: ("method", "How this was found", None),
        Layer.REFERENCES: ("references", "References", len(page.references)),
        Layer.WORDS: ("words", "Words explained", None),
    }
    return tuple(named[layer] for layer in layers if layer in named)


def speaking_to(page: Answer, layer: Layer) -> tuple[Statement, ...]:
    """The statements of the page that speak of safety or of doses, in reading order."""
    wanted = _SAFETY if layer is Layer.SAFETY else _DOSES
    return tuple(statement for statement in page.statements() if wanted & set(statement.facets))


def _shows(page: Answer, layer: Layer) -> bool:
    rows = bool(page.actions or page.more_actions)
    match layer:
        case Layer.GLANCE | Layer.ACTIONS:
            return rows
        case Layer.GUIDELINE_NOTES:
            return bool(page.guideline_notes)
        case Layer.DIFFERENCES:
            return bool(page.differences)
        case Layer.NEWER:
            return bool(page.newer)
        case Layer.RESEARCH:
            return bool(page.research)
        case Layer.CERTAINTY:
            return bool(page.certainties)
        case Layer.NOT_FOUND:
            return bool(page.not_found)
        case Layer.DOSES:
            return bool(speaking_to(page, layer))
        case _:
            return True
