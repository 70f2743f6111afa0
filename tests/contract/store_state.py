"""What every store must do as a whole: transactions, counts, the snapshot, shelves."""

import threading
from datetime import date

import pytest

from quoth.errors import NotFound
from quoth.model import (
    Design,
    Form,
    NoticeList,
    RecordId,
)
from quoth.store import FileState, MemoryStore, Store
from tests.contract.store_factories import (
    DAY,
    A,
    B,
    C,
    Filled,
    abstention,
    in_thread,
    put_many,
    record,
    retraction,
    text,
    words,
)


class StateContract(Filled):
    """One test for each promise."""

    def test_an_error_leaves_nothing_behind(self, filled: Store) -> None:
        """All or nothing: a record never stands without what belongs to it."""
        before = (filled.snapshot(), filled.revision())

        def fail_half_way() -> None:
            with filled.writing():
                filled.put_record(record(C))
                with filled.writing():
                    filled.put_rendition(A, text())
                assert C == filled.record(C).id
                raise RuntimeError

        with pytest.raises(RuntimeError):
            fail_half_way()
        assert before == (filled.snapshot(), filled.revision())
        assert () == filled.renditions(A)
        with pytest.raises(NotFound):
            filled.record(C)

    def test_another_thread_sees_the_last_commit_while_one_writes(self, filled: Store) -> None:
        """Readers keep reading during an ingest, and never see half of it."""
        with filled.writing():
            filled.put_record(record(A, title="Changed"))
            filled.put_record(record(C))
            seen = in_thread(lambda: (filled.record(A).title, len(list(filled.iter_records())), filled.snapshot()))

        assert ("On a", 2) == seen[:2]
        assert seen[2] != filled.snapshot()
        assert "Changed" == in_thread(lambda: filled.record(A).title)

    def test_two_writers_both_succeed_one_after_the_other(self, store: Store) -> None:
        """A second writer waits its turn; nothing of either is lost."""
        threads = [threading.Thread(target=put_many, args=(store, name)) for name in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert 40 == store.counts().records

    def test_counts_say_what_is_there(self, filled: Store) -> None:
        """Designs most first, years newest first with the unknown last, current texts only."""
        filled.put_record(record(C, year=2024, design=Design.RCT))
        filled.put_rendition(A, text("Old."))
        filled.put_rendition(A, text("New."))
        counts = filled.counts()

        assert (3, 1, 1) == (counts.records, counts.renditions, counts.passages)
        assert (("rct", 2), ("not stated", 1)) == counts.by_design
        filled.put_record(record(C, year=2024, publication_types=("Journal Article", "Practice Guideline")))
        assert (("guideline", 1), ("not stated", 1), ("rct", 1)) == filled.counts().by_design
        assert ((2024, 1), (2020, 1), (None, 1)) == counts.by_year
        assert (("abstract", 1),) == counts.by_form

    def test_the_same_content_has_one_snapshot_in_any_order(self, store: Store) -> None:
        """Two libraries with the same content say so, whatever came first and whatever the records are called."""
        other = MemoryStore()
        for each, (first, second) in ((store, (A, B)), (other, (C, A))):
            puts = [
                lambda s=each, r=first: (s.put_record(record(r, title="One")), s.put_rendition(r, text("Of one."))),
                lambda s=each, r=second: s.put_record(record(r, title="Two")),
                lambda s=each: s.put_notices([retraction(pmid="1")]),
                lambda s=each: s.put_words(words()),
            ]
            for put in puts if each is store else reversed(puts):
                put()

        assert other.snapshot() == store.snapshot()
        assert 16 == len(store.snapshot())

    def test_every_kind_of_content_changes_the_snapshot_and_the_revision(self, filled: Store) -> None:
        """A cache keyed by either never serves a page of an older library."""
        changes = (
            lambda: filled.put_record(record(A, title="Changed")),
            lambda: filled.put_rendition(A, text("Old.")),
            lambda: filled.put_rendition(A, text("New.")),
            lambda: filled.put_rendition(A, text("Pack.", form=Form.PACK, origin="pack x 1"), rank="1"),
            lambda: filled.retire_renditions("pack x", below_rank="2"),
            lambda: filled.put_notices([retraction(pmid="1")]),
            lambda: filled.drop_notices("a list", keep=[]),
            lambda: filled.put_notice_list(NoticeList("watch", date(2026, 1, 1), "doi")),
            lambda: filled.put_words(words()),
            lambda: filled.put_words(words(), site=True),
            lambda: filled.join_records(A, B),
            lambda: filled.delete_record(A),
        )
        for change in changes:
            before = (filled.snapshot(), filled.revision())
            change()
            assert filled.snapshot() != before[0]
            assert filled.revision() > before[1]

    def test_what_is_no_content_changes_neither(self, filled: Store) -> None:
        """Answers, file states, and what is put a second time leave the library what it was."""
        filled.put_rendition(A, text())
        filled.put_notices([retraction(pmid="1")])
        before = (filled.snapshot(), filled.revision())
        filled.put_answer(abstention(), kept_on=DAY)
        filled.put_file_state(FileState("ff", "a.xml", done=True, kept=1))
        filled.put_record(filled.record(A))
        filled.put_rendition(A, text())
        filled.put_notices([retraction(pmid="1")])
        filled.put_title_key(A, "k")
        filled.put_entry(A, "RIS", record(A))

        assert before == (filled.snapshot(), filled.revision())

    def test_a_change_taken_back_gives_the_snapshot_back(self, filled: Store) -> None:
        """The id names the content, not its history."""
        before = filled.snapshot()
        filled.put_record(record(C))
        filled.put_rendition(C, text())
        assert before != filled.snapshot()
        filled.delete_record(C)

        assert before == filled.snapshot()

    def test_the_reference_works_out_the_same_snapshot(self, filled: Store) -> None:
        """A sum kept up to date by the writes is the one that the definition gives."""
        reference = MemoryStore()
        filled.put_rendition(A, text("Old."))
        filled.put_rendition(A, text("New."))
        for each in filled.iter_records():
            reference.put_record(each)
        for stored in filled.iter_renditions():
            reference.put_rendition(stored.record_id, stored.rendition)

        assert reference.snapshot() == filled.snapshot()

    def test_pages_of_the_newest_lead_through_all_records_and_back(self, store: Store) -> None:
        """Nothing twice and nothing left out, in whatever direction, with a gap where one has gone."""
        for number in range(7):
            store.put_record(record(RecordId(f"r{(number * 3) % 7}")))
        came = [each.id for each in sorted(store.iter_records(), key=lambda each: int(each.id[1:]) * 5 % 7)]
        store.delete_record(came.pop(3))
        first = store.recent_records(limit=4)
        second = store.recent_records(limit=4, before=first[-1][0])

        assert came[::-1] == [each.id for _, each in (*first, *second)]
        assert [] == list(store.recent_records(limit=4, before=second[-1][0]))
        assert first == store.recent_records(limit=4, after=second[0][0])
        assert second[:1] == store.recent_records(limit=1, before=first[-1][0], after=second[1][0])
        assert first[-2:] == store.recent_records(limit=2, after=second[0][0])
        assert 6 == store.count_records()

    def test_pages_are_of_a_kind_and_a_year(self, store: Store) -> None:
        """As counted: stated by the editor or by the publication types, and what is not stated by name."""
        store.put_record(record(A, design=Design.RCT, year=2001))
        store.put_record(record(B, publication_types=("Randomized Controlled Trial",), year=None))
        store.put_record(record(C, year=2001))

        def names(**wanted: str) -> list[str]:
            found = [each.id for _, each in store.recent_records(limit=9, **wanted)]  # type: ignore[arg-type]
            assert len(found) == store.count_records(**wanted)
            return found

        assert [B, A] == names(kind="rct")
        assert [C] == names(kind="not stated")
        assert [C, A] == names(year="2001")
        assert [B] == names(year="unknown")
        assert [A] == names(kind="rct", year="2001")
        assert [] == names(kind="guideline") == names(year="1950") == names(year="x") == names(year="9" * 40)
        assert [] == names(kind="no such kind\x00"[:12])
