"""What every index must do. An index is derived: it can be thrown away and rebuilt from the library."""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from quoth.model import Query, RecordId, RenditionId, Run, Unit
from quoth.search.boolean.atoms import Atom, Keys

__all__ = ["Index"]


class Index(Protocol):
    """Units in, ranked hits out. Readers keep working while a writer adds.

    Units without a text (catalogue entries) are matched by strategies alone: no search finds them, no frequency and no
    length counts them, so that ranks are what they would be without them.
    """

    def add(self, units: Iterable[Unit]) -> int:
        """Add or replace units by id and make them visible. Returns how many."""

    def replace(self, units: Iterable[Unit]) -> int:
        """Take everything out and these units in, in one step; each must come once. Returns how many came.

        Readers see what was there until all of it is there; a kill on the way leaves what was there.
        """

    def remove(self, rendition_ids: Iterable[RenditionId]) -> None:
        """Take out all units of these texts."""

    def exchange(
        self, units: Iterable[Unit], *, texts: Collection[RenditionId] = (), records: Collection[RecordId] = ()
    ) -> int:
        """Take out all units of these texts and records and put these in, in one step. Returns how many came."""

    def clear(self) -> None:
        """Take everything out."""

    def search(self, query: Query, *, k: int) -> Run:
        """At most `k` hits, best first, ties by unit id.

        The same units and query give the same run, in whatever order and in however many batches the units came.
        """

    def matching(self, atom: Atom) -> Keys:
        """Keys of the records that one piece of a strategy matches, ascending, each once.

        Raises:
            BadInput: a truncated word stands for too many words.
        """

    def differing(self, units: Iterable[Unit]) -> tuple[str, ...]:
        """Ids of those of these units that are not held, or not held as they are now."""

    def names(self, keys: Keys) -> tuple[RecordId, ...]:
        """The records behind keys, ascending; keys that no unit has are left out."""

    def document_frequency(self, terms: Sequence[str]) -> tuple[int, ...]:
        """In how many units each of these single words occurs (after the index's own analysis)."""

    def __len__(self) -> int:
        """How many units of texts are in the index."""

    def without_text(self) -> int:
        """How many records are held by their catalogue entry alone."""

    def stamp(self) -> str:
        """The library snapshot that the index was last brought up to, or "" when that is not known."""

    def bookmark(self) -> str:
        """The library's bookmark that came with the last stamp, or "" when there was none or everything was taken out.

        Unlike the stamp it outlives changes: what the library has not changed since then is as it was then.
        """

    def set_stamp(self, snapshot: str, bookmark: str = "") -> None:
        """Remember the snapshot that the index now reflects, and the library's bookmark of that state."""

    def close(self) -> None:
        """Let go of the files."""
