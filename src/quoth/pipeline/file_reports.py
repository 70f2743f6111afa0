"""What became of each file that was to go into the library."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from quoth.library import Taken
from quoth.model import Refusal

__all__ = ["REFUSALS_KEPT", "FileReport", "as_one"]

REFUSALS_KEPT = 1000
"""Refusals remembered for one file; the count goes on beyond it."""
_KNOWN = "already in the library"


@dataclass(slots=True)
class FileReport:
    """What became of one file."""

    file: str
    status: str = "done"
    """"done", "already in the library", "stopped" or "refused"."""
    records_new: int = 0
    records_known: int = 0
    texts_new: int = 0
    notices_new: int = 0
    packs: int = 0
    refused: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    """The first of them, with their places."""
    notes: list[str] = field(default_factory=list)

    def count(self, taken: Taken) -> None:
        """Add what one item did."""
        self.records_new += taken.records_new
        self.records_known += taken.records_known
        self.texts_new += taken.texts_new
        self.notices_new += taken.notices_new
        self.packs += taken.packs
        if taken.note and taken.note not in self.notes and len(self.notes) < REFUSALS_KEPT:
            self.notes.append(taken.note)


def as_one(file: str, reports: Sequence[tuple[str, FileReport]]) -> FileReport:
    """The reports on the files inside one, each under its name there, as one report on it.

    It is done when each of them is, refused when each was, and stopped when some were not read to their end.
    """
    states = {report.status for _, report in reports}
    if states == {"done", _KNOWN}:
        states = {"done"}
    one = FileReport(file, status=states.pop() if len(states) == 1 else "stopped")
    for name, report in reports:
        one.records_new += report.records_new
        one.records_known += report.records_known
        one.texts_new += report.texts_new
        one.notices_new += report.notices_new
        one.packs += report.packs
        one.refused += report.refused
        room = REFUSALS_KEPT - len(one.refusals)
        one.refusals += [Refusal(r.file, f"{name}, {r.place}", r.reason, r.fatal) for r in report.refusals[:room]]
        one.notes += [f"{name}: {note}" for note in report.notes[: REFUSALS_KEPT - len(one.notes)]]
    return one
