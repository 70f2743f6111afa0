"""The page that does not answer: a reason, and ways on. Rendered and checked like the page that does."""

from dataclasses import dataclass
from enum import StrEnum

from quoth.model.answer import Reference, Statement, Suggestion
from quoth.model.guest import Guest
from quoth.model.method import Manifest, Method, NearSource
from quoth.model.question import Question

__all__ = ["Abstention", "NearAdvice", "Reason"]


class Reason(StrEnum):
    """Why there is no answer."""

    EMPTY_QUESTION = "empty question"
    TOO_LONG = "question too long"
    NOT_CLINICAL = "no clinical concept recognised"
    UNKNOWN_WORDS = "the library does not know these words"
    NO_CONDITION = "the question names no condition"
    NO_DIRECT_EVIDENCE = "no source answers this question directly"
    EMPTY_LIBRARY = "the library is empty"
    CHECK_FAILED = "the checker refused the page"


@dataclass(frozen=True, slots=True)
class NearAdvice:
    """Advice that comes near a question which it was not found to answer, as any statement: quoted, or as a summary."""

    statement: Statement
    lacks: tuple[str, ...] = ()
    """Words of the question that neither it, what travels with it nor its title says."""


@dataclass(frozen=True, slots=True)
class Abstention:
    """A reasoned refusal to answer, with what the reader can do next."""

    id: str
    question: Question
    reason: Reason
    explanation: str
    """One or two sentences from the phrase bank."""
    method: Method = Method()
    signposts: tuple[str, ...] = ()
    nearest: tuple[NearSource, ...] = ()
    """Sources that stand and speak of what was named, nearest first; none where nothing comes near."""
    advice: tuple[NearAdvice, ...] = ()
    """What of them comes nearest, nearest first. None of it was found to answer."""
    references: tuple[Reference, ...] = ()
    """Of the advice, in the order of their numbers."""
    suggestions: tuple[Suggestion, ...] = ()
    manifest: Manifest = Manifest("", (), ())
    guest: Guest | None = None
    """The language model that could add nothing to the question, where the operator let one read it."""

    def statements(self) -> tuple[Statement, ...]:
        """Every statement of the page, in reading order."""
        return tuple(one.statement for one in self.advice)
