"""What every index must do when its units come, change and go."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from quoth.model import RecordId, RenditionId, Unit
from quoth.search.memory import MemoryIndex
from quoth.search.protocol import Index
from tests.contract.index_units import found, query, unit


class IndexChangesContract:
    """Part of `IndexContract`: nothing of what was taken out is found, or weighs on what is."""

    def test_a_unit_that_comes_again_replaces_itself(self, index: Index) -> None:
        """Ingesting twice is ingesting once, in one batch or in two, and the newest text counts."""
        assert 1 == index.add([unit("gout old", id="a", end=1), replace(unit("gout old", id="a"), text="gout new")])
        index.add([replace(unit("gout old", id="a"), text="gout newest")])
        index.add([replace(unit("gout old", id="a"), text="gout newest")])

        assert 1 == len(index)
        assert ["a"] == found(index.search(query("newest"), k=5))
        assert [] == found(index.search(query("old", "new"), k=5))

    def test_replacing_takes_the_old_units_out_and_the_new_ones_in(self, index: Index) -> None:
        """A rebuild leaves nothing of what was there before, and forgets the stamp."""
        index.add([unit("gout", id="a"), unit("knee", id="b")])
        index.set_stamp("abc")

        assert 1 == index.replace([unit("hip", id="c")])

        assert 1 == len(index)
        assert ["c"] == found(index.search(query("gout", "knee", "hip"), k=5))
        assert "" == index.stamp()

    def test_removed_texts_are_gone_from_hits_and_counts(self, index: Index) -> None:
        """A deleted citation is not found, and does not weigh on what is."""
        index.add([unit("gout pain", id="a"), unit("gout", id="b"), unit("knee", id="c")])
        index.remove([RenditionId("a"), RenditionId("never there")])
        alone = MemoryIndex()
        alone.add([unit("gout", id="b"), unit("knee", id="c")])

        assert (1, 0) == index.document_frequency(["gout", "pain"])
        assert 2 == len(index)
        assert alone.search(query("gout", "pain"), k=5) == index.search(query("gout", "pain"), k=5)

    def test_clear_takes_everything_out(self, index: Index) -> None:
        """A rebuild starts from nothing."""
        index.add([unit("gout")])
        index.set_stamp("abc")
        index.clear()

        assert 0 == len(index)
        assert "" == index.stamp()
        assert [] == found(index.search(query("gout"), k=5))

    def test_the_stamp_is_kept_until_the_units_change(self, index: Index) -> None:
        """An index that has changed since no longer claims to reflect the snapshot."""
        index.add([unit("gout")])
        index.set_stamp("0123456789abcdef")

        assert "0123456789abcdef" == index.stamp()

        index.add([unit("knee", id="b")])

        assert "" == index.stamp()

    def test_the_bookmark_outlives_changes_and_goes_with_everything(self, index: Index) -> None:
        """It says from where to catch up; an index that was emptied can catch up from nowhere."""
        index.add([unit("gout")])
        index.set_stamp("abc", "7-abc")
        index.add([unit("knee", id="b")])
        index.replace([unit("hip", id="c")])

        assert ("", "7-abc") == (index.stamp(), index.bookmark())

        index.clear()

        assert "" == index.bookmark()

    def test_the_units_of_records_and_texts_give_way_to_others(self, index: Index) -> None:
        """All of theirs and no other's; what comes again as it was is held as before."""
        old = [unit("gout", id="a"), unit("gout", id="b"), unit("gout knee", id="c"), unit("gout", id="d")]
        index.add(old)
        index.set_stamp("abc")
        gone = {unit("x", id="c").record_id, RecordId("unknown")}

        assert 2 == index.exchange(
            [old[3], unit("gout hip", id="e")], records=gone, texts=[old[1].rendition_id, old[3].rendition_id]
        )
        assert ["a", "d", "e"] == sorted(found(index.search(query("gout"), k=5)))
        assert (3, "") == (len(index), index.stamp())

    def test_an_exchange_that_fails_takes_nothing_out(self, index: Index) -> None:
        """Readers see what was there, or all that came in its place."""
        held = unit("gout", id="a")
        index.add([held])

        def cut_short() -> Iterator[Unit]:
            yield unit("knee", id="b")
            raise OSError

        with pytest.raises(OSError):
            index.exchange(cut_short(), texts=[held.rendition_id])
        assert ["a"] == found(index.search(query("gout"), k=5))
        assert 1 == len(index)
