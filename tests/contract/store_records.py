"""What every store must do with records: names, joining, deleting, many at a time."""

import pytest

from quoth.errors import BadInput, NotFound
from quoth.model import (
    Design,
    Form,
    Ids,
    RecordId,
    RenditionId,
)
from quoth.store import Held, MemoryStore, Shelved, Store, fresh_record
from tests.contract.store_factories import (
    A,
    B,
    C,
    Filled,
    record,
    retraction,
    text,
)


class RecordsContract(Filled):
    """One test for each promise."""

    def test_a_record_comes_back_as_it_was_put(self, filled: Store) -> None:
        """Nothing of a catalogue entry is lost or changed by storing it."""
        assert filled.record(B) == record(B, ids=Ids(pack="asthma/b"), year=None)

    def test_an_unknown_record_is_not_found_by_name(self, store: Store) -> None:
        """Asking for what is not there names what was asked for, whatever it holds."""
        for hostile in ("pmid-9", "", "a\x00b", "\ud800", "' OR 1=1 --", "x" * 100_000):
            with pytest.raises(NotFound):
                store.record(RecordId(hostile))

    def test_many_records_come_in_one_answer_without_the_unknown_ones(self, filled: Store) -> None:
        """A page's sources are read at once; a source that is gone is simply not there."""
        assert [A, B] == list(filled.records_by_id([A, RecordId("zz"), B, A]))
        assert {} == filled.records_by_id([])

    def test_more_records_than_a_statement_can_name_are_read_all_the_same(self, store: Store) -> None:
        """Engines limit the values of one statement; a reader never notices."""
        with store.writing():
            for number in range(1200):
                store.put_record(record(RecordId(f"r{number:04d}")))

        assert 1200 == len(store.records_by_id([RecordId(f"r{number:04d}") for number in range(1200)]))
        assert [f"r{number:04d}" for number in range(1200)] == [each.id for each in store.iter_records()]

    def test_a_record_is_found_by_any_identifier_strongest_first(self, filled: Store) -> None:
        """PMID goes before DOI, DOI before PMCID, PMCID before a pack's id."""
        assert [A, A, A, B] == [
            filled.find(ids) for ids in (Ids(pmid="1"), Ids(doi="10.1000/x"), Ids(pmcid="PMC1"), Ids(pack="asthma/b"))
        ]
        assert (A, B) == filled.find_all(Ids(pmid="1", pack="asthma/b"))
        assert filled.find(Ids(pmid="2")) is None
        assert filled.find(Ids()) is None

    def test_a_replaced_record_is_found_by_its_new_identifiers_only(self, filled: Store) -> None:
        """A corrected identifier no longer leads to the record."""
        filled.put_record(record(A, ids=Ids(pmid="7")))

        assert A == filled.find(Ids(pmid="7"))
        assert filled.find(Ids(pmid="1")) is None

    def test_records_that_share_an_identifier_are_found_oldest_first(self, store: Store) -> None:
        """Where PubMed gives one DOI to two citations, both are found, in the order of arrival."""
        store.put_record(record(B, ids=Ids(doi="10.1000/x")))
        store.put_record(record(A, ids=Ids(doi="10.1000/x")))

        assert (B, A) == store.find_all(Ids(doi="10.1000/x"))
        assert (B, A) == store.age([A, B, C])

    def test_records_are_found_by_title_key(self, filled: Store) -> None:
        """The library's title keys lead back to their records, each once."""
        for record_id in (B, A, A):
            filled.put_title_key(record_id, "k")

        assert (A, B) == filled.find_title("k")
        assert () == filled.find_title("other")

    def test_records_are_walked_by_id(self, filled: Store) -> None:
        """An index is built in the same order whatever the order of arrival."""
        assert [A, B] == [each.id for each in filled.iter_records()]

    def test_what_each_source_said_is_kept_apart(self, filled: Store) -> None:
        """A merge can be worked out anew: every source's own entry is there, the newest of each."""
        filled.put_entry(A, "RIS", record(title="old"))
        filled.put_entry(A, "RIS", record(title="new"))
        filled.put_entry(A, "JATS", record(title="jats"))

        assert [("JATS", "jats"), ("RIS", "new")] == [(key, entry.title) for key, entry in filled.entries(A)]
        filled.delete_entry(A, "RIS")
        assert ["JATS"] == [key for key, _ in filled.entries(A)]

    def test_joined_records_are_one_under_both_ids(self, filled: Store) -> None:
        """An answer that cites the id that went still opens its source."""
        filled.put_rendition(A, text("Of a."))
        filled.put_rendition(B, text("Of b.", form=Form.PACK))
        filled.put_title_key(B, "k")
        filled.join_records(A, B)

        assert A == filled.record(B).id
        assert [A] == [each.id for each in filled.records_by_id([B]).values()]
        assert filled.renditions(A) == filled.renditions(B)
        assert {A} == {one.record_id for one in filled.iter_renditions()}
        assert 2 == len(filled.renditions(A))
        assert (A,) == filled.find_title("k")
        assert filled.find(Ids(pack="asthma/b")) is None
        assert 1 == filled.counts().records

    def test_joining_leaves_one_current_text_for_each_slot(self, filled: Store) -> None:
        """Two abstracts of one report do not stand side by side."""
        filled.put_rendition(A, text("Short."), slot="s", rank="1")
        filled.put_rendition(B, text("Longer."), slot="s", rank="2")
        filled.join_records(A, B)

        assert [("Longer.", 2)] == [(one.rendition.text, one.version) for one in filled.renditions(A)]

    def test_ids_lead_on_when_records_are_joined_again(self, filled: Store) -> None:
        """However often records are joined, every id they ever had leads to the one that is left."""
        filled.put_record(record(C))
        filled.join_records(A, B)
        filled.join_records(C, A)

        assert [C, C] == [filled.record(each).id for each in (A, B)]

    def test_a_deleted_record_is_gone_with_its_texts(self, filled: Store) -> None:
        """What PubMed takes back is no longer found; notices against it stay."""
        filled.put_rendition(A, text())
        filled.put_notices([retraction(pmid="1")])
        filled.delete_record(A)
        filled.delete_record(A)

        assert filled.find(Ids(pmid="1")) is None
        assert () == filled.renditions(A)
        assert 1 == len(filled.notices([Ids(pmid="1")])[0])

    def test_new_records_by_the_batch_are_held_as_single_ones_are(self, store: Store) -> None:
        """A large load and a small one leave the same library."""
        reference = MemoryStore()
        made = record(A, ids=Ids(pmid="1", doi="10.1000/x"), design=Design.RCT)
        reference.put_record(made)
        reference.put_title_key(A, "key")
        reference.put_rendition(A, text("Pain fell."), slot="one", rank="2")
        reference.put_rendition(A, text("Pain rose."), slot="two", rank="1")
        reference.put_record(record(B, year=None))
        shelved = (Shelved(text("Pain fell."), "one", "2"), Shelved(text("Pain rose."), "two", "1"))
        store.put_fresh([fresh_record(made, "key", shelved), fresh_record(record(B, year=None), None, ())])

        for held in (store, reference):
            assert (A, B) == held.age([B, A])
            assert (A, (A,)) == (held.find(Ids(doi="10.1000/x")), held.find_title("key"))
            assert [(1, "Pain fell."), (2, "Pain rose.")] == sorted(
                (one.version, one.rendition.text) for one in held.renditions(A)
            )
        assert (reference.snapshot(), reference.counts()) == (store.snapshot(), store.counts())
        assert not store.put_rendition(A, text("Pain fell."), slot="one", rank="1"), "slots and ranks were kept"

    def test_held_names_are_told_from_new_ones(self, filled: Store) -> None:
        """A batch asks once what the library knows: records, joined ids, notices' targets, titles and texts."""
        filled.put_rendition(A, text())
        filled.put_title_key(A, "key")
        filled.put_record(record(C))
        filled.join_records(A, C)
        filled.put_notices([retraction(pmid="9")])

        held = filled.held(
            keys=["pmid:1", "pmid:2", "pmid:9"],
            titles=["key", "other"],
            record_ids=[A, C, RecordId("zz")],
            text_ids=[text().id, RenditionId("zz")],
        )
        assert Held({"pmid:1", "pmid:9"}, {"key"}, {A, C}, {text().id}) == held
        assert Held() == filled.held()

    def test_a_batch_with_something_held_leaves_nothing_behind(self, filled: Store) -> None:
        """Whoever says that all is new and is wrong is told so, and the library stays as it was."""
        before = (filled.snapshot(), filled.counts())
        with pytest.raises(BadInput, match="is held already"):
            filled.put_fresh([fresh_record(record(C), None, ()), fresh_record(record(A), None, ())])

        assert before == (filled.snapshot(), filled.counts())
