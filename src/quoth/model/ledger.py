"""What is written down about the work here: who did what, in a chain that shows a missing link, and what had no answer.

Neither holds a question, a password or a name: people are their account ids, pages their random ids.
"""

import hashlib
from dataclasses import dataclass, replace

from quoth.model.codec import encode

__all__ = ["CHAIN_START", "AuditEntry", "UnansweredTopic", "linked"]

CHAIN_START = "0" * 64


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the audit trail. `sha256` covers everything else, and with `before` the whole trail up to here."""

    number: int
    """From 1, without gaps."""
    at: str
    by: str
    """Account id, "command line" or "quoth"."""
    act: str
    """Such as "signed in" or "approved and signed"."""
    on: str = ""
    """Id of what it was done to."""
    details: tuple[tuple[str, str], ...] = ()
    before: str = CHAIN_START
    """Hash of the entry before."""
    sha256: str = ""

    def hashed(self) -> str:
        """What `sha256` must be."""
        return hashlib.sha256(b"quoth audit 1\n" + encode(replace(self, sha256=""))).hexdigest()


def linked(entry: AuditEntry, last: AuditEntry | None) -> AuditEntry:
    """The entry as the next link after the last one."""
    number, before = (last.number + 1, last.sha256) if last else (1, CHAIN_START)
    placed = replace(entry, number=number, before=before, sha256="")
    return replace(placed, sha256=placed.hashed())


@dataclass(frozen=True, slots=True)
class UnansweredTopic:
    """Concepts that were asked about and not answered, counted. Words that nobody here knows are not among them."""

    id: str
    conditions: tuple[str, ...]
    interventions: tuple[str, ...]
    kind: str
    reason: str
    count: int
    first_on: str
    last_on: str

    @property
    def about(self) -> str:
        """Looked up by its id alone."""
        return ""

    @property
    def until(self) -> str:
        """Kept until the ledger is cleared."""
        return ""
