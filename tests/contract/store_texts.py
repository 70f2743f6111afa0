"""What every store must do with texts: versions, ranks, slots, and every character kept."""

import pytest

from quoth.errors import BadInput, NotFound
from quoth.model import (
    Fidelity,
    Form,
    RecordId,
    RenditionId,
)
from quoth.store import Store
from tests.contract.store_factories import (
    A,
    B,
    Filled,
    record,
    text,
)


class TextsContract(Filled):
    """One test for each promise."""

    def test_the_same_text_twice_is_kept_once(self, filled: Store) -> None:
        """Ingesting a file twice adds nothing."""
        assert filled.put_rendition(A, text())
        assert not filled.put_rendition(A, text())
        assert 1 == len(filled.renditions(A, current_only=False))

    def test_a_new_version_takes_the_place_of_the_older_one(self, filled: Store) -> None:
        """The newer abstract is current; the older one stays readable, so that old answers can be checked."""
        filled.put_rendition(A, text("Old words."))
        filled.put_rendition(A, text("New words."))

        (current,) = filled.renditions(A)
        assert ("New words.", 2, True) == (current.rendition.text, current.version, current.current)
        assert ["New words.", "Old words."] == [one.rendition.text for one in filled.renditions(A, current_only=False)]

    def test_a_text_of_lower_rank_does_not_take_the_place(self, filled: Store) -> None:
        """A stale export that comes late does not displace the revised text."""
        filled.put_rendition(A, text("New words."), rank="2")
        filled.put_rendition(A, text("Old words."), rank="1")

        assert ["New words."] == [one.rendition.text for one in filled.renditions(A)]

    def test_a_known_text_of_higher_rank_is_current_again(self, filled: Store) -> None:
        """When a newer edition goes back to earlier words, those are shown."""
        filled.put_rendition(A, text("First."), rank="1")
        filled.put_rendition(A, text("Second."), rank="2")

        assert not filled.put_rendition(A, text("First."), rank="3")
        assert ["First."] == [one.rendition.text for one in filled.renditions(A)]

    def test_texts_of_two_slots_are_both_current(self, filled: Store) -> None:
        """A full text does not replace the abstract; another pack does not replace the first."""
        filled.put_rendition(A, text("Abstract."))
        filled.put_rendition(A, text("Full.", form=Form.FULL_TEXT))
        filled.put_rendition(A, text("One pack.", form=Form.PACK, fidelity=Fidelity.SUMMARY, origin="pack x 1"))
        filled.put_rendition(A, text("Other.", form=Form.PACK, fidelity=Fidelity.SUMMARY, origin="pack y 1"))

        assert ["Full.", "Abstract.", "One pack.", "Other."] == sorted(
            (one.rendition.text for one in filled.renditions(A)),
            key=["Full.", "Abstract.", "One pack.", "Other."].index,
        )
        assert ["full-text", "abstract", "pack", "pack"] == [one.rendition.form for one in filled.renditions(A)]

    def test_an_edition_of_one_pack_replaces_its_own_texts_only(self, filled: Store) -> None:
        """The version at the end of an origin does not make another family of it."""
        for origin in ("pack x 2026.1", "pack x 2027.1", "pack y 1"):
            filled.put_rendition(A, text(origin, form=Form.PACK, origin=origin))

        assert {"pack x 2027.1", "pack y 1"} == {one.rendition.text for one in filled.renditions(A)}

    def test_texts_below_a_rank_are_retired_by_family(self, filled: Store) -> None:
        """What a newer edition of a pack leaves out is no longer current, and is still there."""
        filled.put_rendition(A, text("gone", form=Form.PACK, origin="pack x 1"), rank="1")
        filled.put_rendition(B, text("kept", form=Form.PACK, origin="pack x 2"), rank="2")

        assert (A,) == filled.retire_renditions("pack x", below_rank="2")
        assert ["kept"] == [one.rendition.text for one in filled.iter_renditions()]
        assert "gone" == filled.rendition(text("gone", form=Form.PACK).id).rendition.text

    def test_one_text_id_never_stands_under_two_records(self, filled: Store) -> None:
        """A span names a text: it must say whose words these are."""
        filled.put_rendition(A, text())

        with pytest.raises(BadInput, match="held under 'a'"):
            filled.put_rendition(B, text())

    def test_a_text_needs_its_record(self, store: Store) -> None:
        """There are no words without a source."""
        with pytest.raises(NotFound):
            store.put_rendition(A, text())

    def test_texts_are_read_by_id(self, filled: Store) -> None:
        """Many texts in one read, unknown ones left out; one unknown text is an error."""
        filled.put_rendition(A, text())
        held = text().id

        assert text() == filled.renditions_by_id([RenditionId("x"), held, held])[held].rendition
        assert {} == filled.renditions_by_id([RenditionId("x\x00")])
        with pytest.raises(NotFound):
            filled.rendition(RenditionId("x"))

    def test_texts_are_walked_by_id_from_any_place(self, filled: Store) -> None:
        """A rebuild can go on where it stopped."""
        for number in range(5):
            filled.put_rendition(A, text(f"Number {number}."), slot=str(number))
        filled.put_rendition(A, text("Newer."), slot="4")
        ids = [one.rendition.id for one in filled.iter_renditions(current_only=False)]

        assert sorted(ids) == ids
        assert 6 == len(ids)
        assert 5 == len(list(filled.iter_renditions()))
        assert ids[3:] == [one.rendition.id for one in filled.iter_renditions(current_only=False, after=ids[2])]

    def test_current_texts_are_walked_beside_their_records_as_they_came(self, store: Store) -> None:
        """More of them than one read brings; records without a text, gone ones and older texts are passed over."""
        came = [RecordId(f"r{number * 7919 % 1000:03d}") for number in range(230)]
        with store.writing():
            for number, record_id in enumerate(came):
                store.put_record(record(record_id))
                if number % 3:
                    store.put_rendition(record_id, text(f"Older of {record_id}."))
                    store.put_rendition(record_id, text(f"Text of {record_id}."))
            store.put_rendition(came[1], text("Another."), slot="another")
            store.delete_record(came[2])
        expected = [each for number, each in enumerate(came) if number % 3 and number != 2]

        walked = list(store.iter_texts())

        assert [came[1], *expected] == [one.id for one, _ in walked]
        assert all(held.current and held.record_id == one.id for one, held in walked)
        assert {"Another."} | {f"Text of {each}." for each in expected} == {h.rendition.text for _, h in walked}
        assert walked[0][0] == store.record(came[1])
        assert walked[120:] == list(store.iter_texts(after=walked[119][0].id))
        assert walked == list(store.iter_texts(after=came[0]))
        assert [] == list(store.iter_texts(after=came[-1]))
        with pytest.raises(NotFound):
            list(store.iter_texts(after=came[2]))

    def test_records_without_a_text_are_walked_in_their_places(self, store: Store) -> None:
        """An index has to hold them too; a text that is current no more leaves its record without one."""
        came = [RecordId(name) for name in ("r9", "r3", "r7", "r1")]
        with store.writing():
            for record_id in came:
                store.put_record(record(record_id))
            store.put_rendition(came[1], text("One."))
            store.put_rendition(came[1], text("Two."), slot="two")
            store.put_rendition(came[3], text("Gone.", origin="pack knee 1"), rank="1")
            store.retire_renditions("pack knee", below_rank="2")

        walked = list(store.iter_entries())

        assert [came[0], came[1], came[1], came[2], came[3]] == [one.id for one, _ in walked]
        assert [True, False, False, True, True] == [held is None for _, held in walked]
        assert walked[3:] == list(store.iter_entries(after=came[1]))

    def test_text_is_kept_to_the_character(self, filled: Store) -> None:
        """Offsets count characters, so no character may be lost: not NUL, not one beyond the first plane."""
        hostile = "a\x00b\u2028c\U0001f9b5 e\u0301 \r\n ﬁ 10\u207b\u00b3"
        filled.put_rendition(A, text(hostile))

        assert hostile == filled.renditions(A)[0].rendition.text
