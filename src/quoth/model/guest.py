"""What a language model, a guest on the page, contributed to it."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Guest", "GuestMode", "GuestReading", "JudgeMark", "WrittenSentence", "read_as"]


class GuestMode(StrEnum):
    """What a guest may do, one thing at a time."""

    OFF = "off"
    SELECT = "select"
    """Choose and order rows; every word of the page is a source's."""
    PROSE = "prose"
    """Write sentences of which each is borne by what it cites, or is replaced by the quote."""
    UNDERSTAND = "understand"
    """Add to a question what it asks about, by names that the library has, in the open."""
    PLAIN = "plain"
    """Put quoted statements into everyday words, where a measured judge holds it to them."""


@dataclass(frozen=True, slots=True)
class WrittenSentence:
    """One sentence of the guest, or the quote that stands in its place."""

    text: str
    statements: tuple[str, ...]
    """Ids of the statements of the same page that it cites; one or two, in the order in which it takes them up."""
    edits: tuple[str, ...] = ()
    """Names of the edits by which the cited words became the sentence (`quoth.model.edit_rules`)."""
    replaced: bool = False
    """Whether the guest's own words were refused: then the text is the first statement's, to the character."""
    judged: float | None = None
    """The judge's confidence, for a free paraphrase; `None` where the table of edits leads from the quote to it."""


@dataclass(frozen=True, slots=True)
class JudgeMark:
    """The judge that let free paraphrases in, and what was measured of it: the badge that each of them wears."""

    name: str
    identity: str
    """Which judge exactly: a hash of its files, or of its address, name and prompt."""
    judge_set: str
    """Hash of the pairs that it was measured on."""
    measured_on: str
    """ISO date."""
    threshold: float
    """Least confidence that lets a sentence in."""
    precision_low: float
    """Lower bounds of one-sided 95% intervals."""
    recall_low: float


@dataclass(frozen=True, slots=True)
class GuestReading:
    """How a guest read a question: nothing of it was taken away, and what was added stands in the page's title."""

    asked: str
    """The question as typed."""
    added: tuple[tuple[str, str], ...]
    """(part of PICO, name of a concept of the library), in the order in which they were added."""
    searches: tuple[str, ...] = ()
    """Lines for the librarian's search, offered and not run."""


def read_as(asked: str, names: tuple[str, ...]) -> str:
    """The question as typed, with the names behind it."""
    return f"{asked.strip().rstrip(' ?!.')} – {', '.join(names)}?"


@dataclass(frozen=True, slots=True)
class Guest:
    """Which model took part, how, and what came of it. A page without a guest has none of this."""

    model: str
    mode: GuestMode
    note: str
    """From the phrase bank: what it did, or why it took no part."""
    chosen: tuple[str, ...] = ()
    """Ids of the statements that it chose, in its order."""
    sentences: tuple[WrittenSentence, ...] = ()
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = None
    """In the currency of the operator's prices; `None` where none are set."""
    judge: JudgeMark | None = None
    """Set where a measured judge may let free paraphrases in."""
    reading: GuestReading | None = None
    """Set where it added to the question."""
