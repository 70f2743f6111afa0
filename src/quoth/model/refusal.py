"""What could not be taken in, and where it stood."""

from dataclasses import dataclass

__all__ = ["Refusal"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """One item of a file that was not kept, so that somebody can mend it; the rest of the file goes on."""

    file: str
    place: str
    """Where in the file: "record 14, line 203", "PMID 123"."""
    reason: str
    fatal: bool = False
    """True when reading had to stop here: what came before is kept."""
