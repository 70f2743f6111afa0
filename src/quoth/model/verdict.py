"""What the independent checker found."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Fault", "FaultKind", "Verdict"]


class FaultKind(StrEnum):
    """The kinds of fault that a page can have."""

    SOURCE_MISSING = "source missing"
    TEXT_CHANGED = "text differs from the store"
    HASH_WRONG = "hash does not match"
    CITATION_UNRESOLVED = "citation number does not resolve"
    CITATION_WRONG = "citation points at another source"
    REFERENCE_WRONG = "reference differs from the record"
    UNMARKED_RETRACTION = "retracted source not marked"
    UNMARKED_SUPERSEDED = "superseded or withdrawn source not marked"
    UNMARKED_INDIRECT = "indirect evidence not marked"
    SUMMARY_AS_QUOTE = "summary shown as a quotation"
    QUALIFIER_CUT = "qualifier cut off"
    NUMBER_CUT = "number cut from its interval or unit"
    NOT_A_FINDING = "title, aim or method offered as evidence"
    DOUBT_DROPPED = "doubt not shown"
    WORDING_NOT_OURS = "connecting words not in the phrase bank"
    STRUCTURE = "page is not well formed"
    TEXT_OUTDATED = "quoted from a text that was replaced"
    SENTENCE_CUT = "quote is not whole sentences"
    QUALIFIER_WRONG = "qualifier belongs to another statement"
    MARK_UNTRUE = "mark that the store does not bear out"
    UNMARKED_AGE = "older or newer than the guidance and not marked"
    UNMARKED_SUBGROUP = "result of a part of the people not marked"
    UNMARKED_SPIN = "claim that its own results do not bear out not marked"
    ORDER_WRONG = "rows are not in the order that the page promises"
    FACT_WRONG = "fact beside the quote differs from the store"
    QUOTED_TOO_MUCH = "more is quoted than the licence allows"
    NOT_BORNE = "written sentence is not borne by what it cites"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault, where it is and what is wrong."""

    kind: FaultKind
    statement_id: str
    """The statement's or reference's id; empty for the page as a whole."""
    detail: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one check."""

    answer_id: str
    checked: int
    """Statements that were re-read."""
    faults: tuple[Fault, ...] = ()

    @property
    def passed(self) -> bool:
        """True when nothing was found."""
        return not self.faults
