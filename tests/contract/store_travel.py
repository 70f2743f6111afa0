"""What every store must do about change and travel: what changed since, and everything at once."""

import threading

import pytest

from quoth.errors import BadInput
from quoth.model import (
    AuditEntry,
    Concept,
    ConceptKind,
    RecordId,
)
from quoth.store import MemoryStore, Shelved, Store, fresh_record
from tests.contract.store_factories import (
    A,
    B,
    C,
    Filled,
    hang_much_on,
    record,
    text,
    undone,
    words,
)


class TravelContract(Filled):
    """One test for each promise."""

    def test_what_changed_since_a_bookmark_is_told(self, filled: Store) -> None:
        """Each way in which the content of a record changes; what is no content, and what was undone, is none."""
        fresh = fresh_record(record(RecordId("fresh")), None, [Shelved(text("Fresh."), "s", "")])
        bookmark = filled.bookmark()
        assert () == filled.changed_since(bookmark, limit=9)

        def told(*expected: RecordId) -> None:
            nonlocal bookmark
            assert set(expected) <= set(filled.changed_since(bookmark, limit=9) or ())
            bookmark = filled.bookmark()
            assert () == filled.changed_since(bookmark, limit=9)

        filled.put_record(record(RecordId("new")))
        filled.put_rendition(A, text("One."))
        told(RecordId("new"), A)
        filled.put_rendition(A, text("Two."))
        told(A)
        filled.put_record(record(B, title="Another title"))
        filled.put_rendition(B, text("Of the other."))
        told(B)
        filled.put_fresh([fresh])
        told(RecordId("fresh"))
        filled.join_records(A, B)
        told(A, B)
        filled.delete_record(A)
        told(A)
        filled.put_title_key(RecordId("new"), "key")
        undone(filled)
        assert () == filled.changed_since(bookmark, limit=9)

    def test_several_changes_are_told_together_and_not_the_ones_before(self, filled: Store) -> None:
        """A bookmark stands for everything up to it, and nothing after; too many is not told."""
        filled.put_record(record(C))
        filled.put_rendition(A, text("Before."))
        bookmark = filled.bookmark()
        filled.put_rendition(B, text("After."))
        filled.put_rendition(C, text("After too."))

        assert (B, C) == filled.changed_since(bookmark, limit=2)
        assert filled.changed_since(bookmark, limit=1) is None

    def test_a_number_that_is_given_again_hides_no_record(self, filled: Store) -> None:
        """The newest record goes, and what comes next, in the same transaction or the next, may take its place."""
        newest = filled.age([A, B])[-1]
        fresh = [fresh_record(record(RecordId(name)), None, ()) for name in ("x", "y")]
        bookmark = filled.bookmark()
        with filled.writing():
            filled.delete_record(newest)
            filled.put_fresh(fresh[:1])
        later = filled.bookmark()
        filled.delete_record(RecordId("x"))
        filled.put_fresh(fresh[1:])

        assert {newest, RecordId("x"), RecordId("y")} <= set(filled.changed_since(bookmark, limit=9) or ())
        assert {RecordId("x"), RecordId("y")} <= set(filled.changed_since(later, limit=9) or ())

    def test_a_bookmark_of_another_library_tells_nothing(self, filled: Store) -> None:
        """Nor does what is no bookmark, nor one from before everything was taken out, unless all that went is told."""
        other = MemoryStore()
        other.put_record(record(RecordId("elsewhere")))
        no_bookmarks = ("", "x", "1", "-1-abc", "0-", "9" * 40 + "-abc", "\u0663-abc", "1-0123456789abcdef")
        for strange in (*no_bookmarks, other.bookmark()):
            assert filled.changed_since(strange, limit=9) is None
        bookmark = filled.bookmark()
        filled.clear()
        assert set(filled.changed_since(bookmark, limit=9) or (A, B)) == {A, B}

    def test_whole_holdings_travel_between_libraries_as_they_are(self, filled: Store) -> None:
        """Versions, places, former ids, entries, keys and editors' decisions arrive unchanged, and the id agrees."""
        hang_much_on(filled)
        other = MemoryStore()
        other.put_holdings(tuple(filled.iter_holdings()))
        for held in filled.iter_words():
            other.put_words(held.words, site=held.site)
        other.put_notices(filled.iter_notices())

        assert filled.snapshot() == other.snapshot()
        assert list(filled.iter_holdings()) == list(other.iter_holdings())
        assert [A, B] == list(other.age([B, A]))
        assert A == other.record(C).id
        assert [False, True, True] == [each.current for each in other.holding(A).texts]
        assert "accepted" == other.proposals([text().id])[0].status.value
        filled.clear()
        filled.put_holdings(tuple(other.iter_holdings()))
        assert list(filled.iter_holdings()) == list(other.iter_holdings())

    def test_a_holding_of_which_something_is_held_is_refused_whole(self, filled: Store) -> None:
        """What is there is never overwritten by what arrives."""
        other = MemoryStore()
        other.put_record(record(RecordId("new")))
        other.put_record(record(A))
        before = filled.snapshot()

        with pytest.raises(BadInput, match="held already"):
            filled.put_holdings(tuple(other.iter_holdings()))
        assert before == filled.snapshot()

    def test_words_leave_in_the_order_in_which_they_came(self, store: Store) -> None:
        """The hash of a pack's words depends on their order, also where kinds alternate."""
        kinds = (ConceptKind.OUTCOME, ConceptKind.CONDITION, ConceptKind.OUTCOME, ConceptKind.POPULATION)
        mixed = words(concepts=tuple(Concept(f"c{number}", kind) for number, kind in enumerate(kinds)))
        store.put_words(mixed, site=True)

        assert [(mixed, True)] == [(held.words, held.site) for held in store.iter_words()]

    def test_one_state_is_seen_while_others_write(self, filled: Store) -> None:
        """A copy that takes an hour is a copy of one moment."""
        with filled.viewing():
            before = (filled.snapshot(), len(list(filled.iter_records())))
            writer = threading.Thread(target=lambda: filled.put_record(record(C)))
            writer.start()
            writer.join()
            assert before == (filled.snapshot(), len(list(filled.iter_holdings())))
        assert before != (filled.snapshot(), len(list(filled.iter_records())))

    def test_a_cleared_library_is_like_a_new_one(self, filled: Store) -> None:
        """Nothing of what was there can be found, and its number of changes has grown."""
        empty = MemoryStore().snapshot()
        hang_much_on(filled)
        filled.append_audit(AuditEntry(0, "2026-01-01T00:00:00Z", "me", "an act"))
        revision = filled.revision()
        filled.clear()

        assert (empty, 0, None) == (filled.snapshot(), filled.counts().records, filled.last_audit())
        assert revision < filled.revision()
        assert [] == [*filled.iter_words(), *filled.iter_notices(), *filled.iter_answers(), *filled.file_states()]

    def test_a_trail_comes_back_as_it_was_written_and_only_into_an_empty_place(self, store: Store) -> None:
        """Lines are not linked anew: a chain that was broken stays broken where it was."""
        lines = (AuditEntry(1, "t", "me", "an act", sha256="x"), AuditEntry(2, "t", "me", "another", before="y"))
        store.put_audit(lines)

        assert lines == store.audit()
        with pytest.raises(BadInput, match="trail of its own"):
            store.put_audit(lines)

    def test_a_sound_library_has_no_faults_and_hears_of_others(self, filled: Store) -> None:
        """What the store remembers fits; what the caller finds in a holding is told with its record."""
        hang_much_on(filled)

        assert [] == list(filled.faults(lambda _: ()))
        assert {f"{A}: odd", f"{B}: odd"} == set(filled.faults(lambda _: ("odd",)))
