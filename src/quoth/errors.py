"""Every error that quoth raises on purpose, as one tree.

QuothError
├── UserError              someone can fix it: shown without a traceback, with its exit code
│   ├── BadInput           2   a value given on the command line or in a form
│   │   └── WouldReplace       what somebody else saved under this name would be lost: asked first
│   ├── BadFile            3   a file that cannot be read as what it is said to be
│   │   ├── BadPack            a guideline pack with faults, each with its record and field
│   │   └── HostileFile        entities, bombs, sizes beyond the limits
│   ├── NotFound           4   no such source, passage or answer in this library
│   ├── LibraryBusy        5   another process is writing
│   ├── LibraryDamaged     6   a stored text, index or schema that cannot be used
│   │   └── BadStoredData      a stored noun that does not decode
│   ├── CheckFailed        7   the checker found faults
│   ├── BenchFailed        8   a measured figure fell outside what was expected
│   ├── MissingExtra       9   a part that was not installed
│   ├── NotAllowed        11   somebody lacks the office, or may not act on their own work
│   │   ├── NotSignedIn        nobody is signed in, or with a wrong password
│   │   ├── NetworkNotAllowed  a source that is not switched on, or an address that may not be asked
│   │   └── TooOften           somebody tries too often
│   ├── SourceFailed      12   a source on the network gave no usable answer
│   ├── GuestFailed       13   a language model said nothing that can be used
│   └── NoRoom            14   the disk is full
└── UncitedStatement           a bug: a statement without a citation was about to be built

A message says what is wrong with the value in it, where, and what to do next. Exit code 1 is left for bugs, 130 for
an interrupt; an abstention exits with 10, so that a script can tell "not known" from "failed".
"""

from collections.abc import Sequence

__all__ = [
    "EXIT_ABSTAINED",
    "GUEST_REASONS",
    "BadFile",
    "BadInput",
    "BadPack",
    "BadStoredData",
    "BenchFailed",
    "CheckFailed",
    "GuestFailed",
    "HostileFile",
    "LibraryBusy",
    "LibraryDamaged",
    "MissingExtra",
    "NetworkNotAllowed",
    "NoRoom",
    "NotAllowed",
    "NotFound",
    "NotSignedIn",
    "QuothError",
    "SourceFailed",
    "TooOften",
    "UncitedStatement",
    "UserError",
    "WouldReplace",
]

EXIT_ABSTAINED = 10
GUEST_REASONS: dict[str, str] = {
    "silent": "it gave no answer",
    "late": "it did not answer in time",
    "busy": "it was busy with other questions",
    "key": "its server refused the key",
    "unknown": "its server does not know it",
    "refused": "it declined to answer",
    "budget": "the answer would have cost more than is allowed",
    "unreadable": "what it said could not be read",
    "nothing": "nothing that it said could be used",
    "forbidden": "its server may not be asked from this machine",
    "unjudged": "no judge of its words was measured and found good enough",
}
"""Why a language model took no part, in words for a page."""


class QuothError(Exception):
    """The root of the tree."""


class UserError(QuothError):
    """Something that a person can put right."""

    exit_code = 2


class BadInput(UserError):
    """A value that was typed cannot be used."""

    exit_code = 2


class WouldReplace(BadInput):
    """What somebody else keeps under this name would be lost. Asked again, with a yes, it is done."""


class BadFile(UserError):
    """A file cannot be read as what it is said to be."""

    exit_code = 3


class BadPack(BadFile):
    """A guideline pack has faults; all of them are listed, each with its place."""

    def __init__(self, file: str, faults: Sequence[str]) -> None:
        """Take the file's name and one line for each fault."""
        self.file = file
        self.faults = tuple(faults)
        shown = "\n  ".join(self.faults)
        super().__init__(f"Pack {file!r} has {len(self.faults)} fault(s):\n  {shown}\nNothing of it was loaded.")


class HostileFile(BadFile):
    """A file asks for something that no honest file needs."""


class NotFound(UserError):
    """The library holds nothing under this name."""

    exit_code = 4


class LibraryBusy(UserError):
    """Another process is writing to the library."""

    exit_code = 5


class LibraryDamaged(UserError):
    """Something stored cannot be used."""

    exit_code = 6


class BadStoredData(LibraryDamaged):
    """A stored noun does not decode."""

    def __init__(self, noun: str, detail: str) -> None:
        """Take the noun's name and the decoder's complaint."""
        super().__init__(f"A stored {noun} cannot be read: {detail}. Restore a backup, or ingest its source again.")


class CheckFailed(UserError):
    """The independent checker found faults."""

    exit_code = 7


class BenchFailed(UserError):
    """A benchmark fell outside what its experiment expects."""

    exit_code = 8


class MissingExtra(UserError):
    """A part needs a package that is not installed."""

    exit_code = 9

    def __init__(self, what: str, extra: str, *, how: str = "") -> None:
        """Take what was asked for and the extra that brings it, or in words how to get what is missing."""
        super().__init__(how or f"{what} needs an extra that is not installed. Run: pip install 'quoth[{extra}]'.")


class NotAllowed(UserError):
    """Somebody may not do what they asked for."""

    exit_code = 11


class NotSignedIn(NotAllowed):
    """Nobody is signed in where somebody must be, or the name and password do not fit."""


class NetworkNotAllowed(NotAllowed):
    """Nothing was asked of the network: the source is not switched on, or the address is not one that may be asked."""


class SourceFailed(UserError):
    """A source on the network gave no usable answer. The message names the source and never what was asked."""

    exit_code = 12

    def __init__(self, message: str, *, status: int | None = None, why: str = "", late: bool = False) -> None:
        """Take the message, the HTTP status where an answer had one that says why, and what happened in a few words.

        `late` tells that its time ran out, so that a wait and a dead line are not told as the same thing.
        """
        super().__init__(message)
        self.status = status
        self.why = why
        self.late = late


class TooOften(NotAllowed):
    """Somebody tries too often."""


class GuestFailed(UserError):
    """A language model said nothing that can be used. The message never holds what was asked or said."""

    exit_code = 13

    def __init__(self, reason: str, detail: str = "") -> None:
        """Take a key of `GUEST_REASONS`, and what an operator can make of it."""
        self.reason = reason
        super().__init__(f"The language model took no part: {GUEST_REASONS[reason]}. {detail}".strip())


class NoRoom(UserError):
    """The disk that the library, its index or an archive is on is full."""

    exit_code = 14

    def __init__(self, where: str) -> None:
        """Take what was being written."""
        super().__init__(
            f"There is no room left for {where}: the disk is full. What was committed is kept, and nothing is half "
            "written. Make room, then do the same again."
        )


class UncitedStatement(QuothError):
    """A statement without a citation or without words was about to be built: a bug in the composer."""

    def __init__(self, text: str) -> None:
        """Take the text, for the traceback."""
        super().__init__(f"a statement without a citation: {text!r}")
