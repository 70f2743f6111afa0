"""A trap as data: a stored library, a page with one fault in it, and the kinds of fault that have to be named."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from quoth.check import Checker
from quoth.model import Answer, FaultKind, Verdict
from quoth.store.protocol import Store

from .material import Material

__all__ = ["Case", "Group", "Judged", "Kind", "judge"]


class Group(StrEnum):
    """What a checker needs in order to see the fault."""

    BYTES = "bytes"
    """A comparison with the store shows it: all of them have to be caught."""
    MEANING = "meaning"
    """Only a reading of the text, of the catalogue or of the notices shows it."""
    LAWFUL = "lawful"
    """It looks like a fault and is none: it has to pass."""


@dataclass(frozen=True, slots=True)
class Case:
    """One library with a page at fault and, where the same texts make an honest one, its clean twin."""

    name: str
    """What was done to what, unique within its kind."""
    store: Store
    page: Answer
    clean: Answer | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of trap."""

    name: str
    group: Group
    rule: str
    """The promise that the trap is set for, in a sentence."""
    expects: frozenset[FaultKind]
    """Any of these names the fault; empty for what is lawful."""
    make: Callable[[Material, Random], Iterator[Case]]
    needs_texts: bool = False
    """Whether it is made from real texts alone."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the checker made of one case."""

    kind: Kind
    name: str
    caught: bool
    """For a lawful case: let through."""
    verdict: Verdict
    clean: Verdict | None

    @property
    def clean_refused(self) -> bool:
        """Whether the honest page made from the same texts was refused."""
        return self.clean is not None and not self.clean.passed


def judge(kind: Kind, case: Case) -> Judged:
    """Check both pages. A trap is caught by a fault of an expected kind that the clean twin does not have."""
    assert case.page != case.clean, f"{case.name} changes nothing"
    checker = Checker(case.store)
    verdict = checker.verify(case.page)
    clean = checker.verify(case.clean) if case.clean is not None else None
    if kind.group is Group.LAWFUL:
        return Judged(kind, case.name, verdict.passed, verdict, clean)
    known = set(clean.faults) if clean else set()
    caught = any(fault.kind in kind.expects for fault in verdict.faults if fault not in known)
    return Judged(kind, case.name, caught, verdict, clean)
