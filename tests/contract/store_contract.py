"""What every store must do. Subclass `StoreContract` and give a `store` fixture: an empty library."""

import threading
from contextlib import suppress
from datetime import date, timedelta

import pytest

from quoth.errors import BadInput, NotFound
from quoth.model import (
    Abstention,
    Annotation,
    AnnotationKind,
    Answer,
    AuditEntry,
    BottomLine,
    Concept,
    ConceptKind,
    Design,
    Extent,
    Fidelity,
    Form,
    GlossaryEntry,
    Ids,
    Notice,
    NoticeKind,
    NoticeList,
    PartialDate,
    Proposal,
    ProposalDecision,
    ProposalStatus,
    Question,
    Reason,
    Record,
    RecordId,
    Reference,
    Rendition,
    RenditionId,
    SavedStrategy,
    Topic,
    Words,
)
from quoth.model.rendition import make_rendition
from quoth.store import FileState, Held, MemoryStore, PackState, Shelved, Store, fresh_record
from tests.contract.desk_contract import DeskContract

A, B, C = RecordId("a"), RecordId("b"), RecordId("c")


def record(record_id: RecordId = A, *, year: int | None = 2020, **facts: object) -> Record:
    """A catalogue entry with a title of its own."""
    return Record(**({"id": record_id, "title": f"On {record_id}", "published": PartialDate(year)} | facts))  # type: ignore[arg-type]


def text(words: str = "Exercise helps.", *, form: Form = Form.ABSTRACT, **facts: object) -> Rendition:
    """A text with one sentence."""
    fidelity = facts.pop("fidelity", Fidelity.VERBATIM)
    made = make_rendition(form, fidelity, words, **facts)  # type: ignore[arg-type]
    return Rendition(made.id, made.fidelity, form, words, sentences=(Extent(0, len(words)),), origin=made.origin)


def retraction(**target: str) -> Notice:
    """A retraction of what carries these identifiers."""
    return Notice(NoticeKind.RETRACTION, Ids(**target), on="2024-01-01", source="a list")


def words(pack: str = "asthma", *, version: str = "1", **facts: object) -> Words:
    """A pack's words with one concept and one glossary entry."""
    topic = Topic(pack, version, pack.title(), pack, f"What helps {pack}?", editor="an editor")
    concept = Concept("inhaler", ConceptKind.INTERVENTION, origin=f"pack {pack}")
    entry = GlossaryEntry("trial", "A fair test.", origin=f"pack {pack}")
    return Words(
        **({"pack": pack, "version": version, "topic": topic, "concepts": (concept,), "glossary": (entry,)} | facts)
    )  # type: ignore[arg-type]


def proposal(proposal_id: str, *, at: int = 0) -> Proposal:
    """A recommendation found in `text()`."""
    extent = Extent(at, at + 5)
    return Proposal(proposal_id, text().id, Annotation(proposal_id, AnnotationKind.RECOMMENDATION, extent, extent))


DAY = date(2026, 11, 23)


def abstention(answer_id: str = "q1", *, explanation: str = "Nothing was found.") -> Abstention:
    """A stored page that answers nothing."""
    return Abstention(answer_id, Question("what helps?"), Reason.EMPTY_LIBRARY, explanation)


class StoreContract(DeskContract):
    """The promises of the Store Protocol, one test each."""

    @pytest.fixture
    def filled(self, store: Store) -> Store:
        """Two records: one with a full set of identifiers, one with a pack id."""
        with store.writing():
            store.put_record(record(A, ids=Ids(pmid="1", doi="10.1000/x", pmcid="PMC1"), design=Design.RCT))
            store.put_record(record(B, ids=Ids(pack="asthma/b"), year=None))
        return store

    # --- records -----------------------------------------------------------------------------------------------------
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

    # --- texts -------------------------------------------------------------------------------------------------------
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

    def test_text_is_kept_to_the_character(self, filled: Store) -> None:
        """Offsets count characters, so no character may be lost: not NUL, not one beyond the first plane."""
        hostile = "a\x00b\u2028c\U0001f9b5 e\u0301 \r\n ﬁ 10\u207b\u00b3"
        filled.put_rendition(A, text(hostile))

        assert hostile == filled.renditions(A)[0].rendition.text

    # --- joining and deleting ----------------------------------------------------------------------------------------
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

    # --- many at a time ----------------------------------------------------------------------------------------------
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

    # --- notices -----------------------------------------------------------------------------------------------------
    def test_notices_are_found_by_any_identifier_of_their_target(self, store: Store) -> None:
        """A retraction that names a DOI stands against the record that also has a PMID."""
        assert 2 == store.put_notices([retraction(doi="10.1000/x"), retraction(pmid="1"), retraction(pmid="1")])
        assert 0 == store.put_notices([retraction(pmid="1")])

        both, none, one = store.notices([Ids(pmid="1", doi="10.1000/x"), Ids(pmid="2"), Ids(doi="10.1000/x")])
        assert (2, 0, 1) == (len(both), len(none), len(one))

    def test_notices_come_in_one_order_whatever_the_order_of_arrival(self, store: Store) -> None:
        """The same library shows the same page."""
        kinds = [NoticeKind.CONCERN, NoticeKind.RETRACTION, NoticeKind.CORRECTION]
        made = [Notice(kind, Ids(pmid="1"), on=on) for kind in kinds for on in ("2024", None)]
        other = MemoryStore()
        store.put_notices(made)
        other.put_notices(reversed(made))

        assert store.notices([Ids(pmid="1")]) == other.notices([Ids(pmid="1")])

    def test_a_source_can_take_its_notices_back(self, store: Store) -> None:
        """A pack that no longer calls a report withdrawn no longer marks it."""
        store.put_notices([retraction(pmid="1"), retraction(pmid="2")])

        assert 1 == store.drop_notices("a list", keep=[retraction(pmid="2")])
        assert 0 == store.drop_notices("another list", keep=[])
        assert [0, 1] == [len(found) for found in store.notices([Ids(pmid="1"), Ids(pmid="2")])]

    def test_what_took_the_place_of_something_is_found_from_its_own_side(self, store: Store) -> None:
        """By any identifier of the successor; a retraction's own identifier is no succession."""
        followed = Notice(NoticeKind.SUPERSEDED, Ids(pmid="1"), by=Ids(pmid="2", doi="10.1000/two"), source="PubMed")
        store.put_notices([followed, Notice(NoticeKind.RETRACTION, Ids(pmid="3"), by=Ids(pmid="2"), source="PubMed")])

        asked = [Ids(pmid="2"), Ids(doi="10.1000/two"), Ids(pmid="1")]
        assert ((followed,), (followed,), ()) == store.superseded_by(asked)
        assert ((),) == store.notices([Ids(pmid="2")])
        store.drop_notices("PubMed", keep=())
        assert ((),) == store.superseded_by([Ids(pmid="2")])

    def test_the_newest_date_of_a_list_counts(self, store: Store) -> None:
        """Ingesting last year's list again does not turn the clock back."""
        for year in (2024, 2026, 2025):
            store.put_notice_list(NoticeList("watch", date(year, 1, 1), "doi"))

        assert (NoticeList("watch", date(2026, 1, 1), "doi"),) == store.notice_lists()

    # --- words -------------------------------------------------------------------------------------------------------
    def test_a_pack_replaces_its_own_words(self, store: Store) -> None:
        """A newer version takes back the concepts that it no longer has."""
        store.put_words(words())
        store.put_words(words(version="2", concepts=(), glossary=()), site=True)

        assert ((), ()) == (store.concepts(), store.glossary())
        assert PackState("asthma", "2", site=True, editor="an editor") == store.pack_state("asthma")
        assert "2" == store.pack_version("asthma")
        assert (None, None) == (store.pack_state("x"), store.pack_version("x"))

    def test_a_digest_names_the_words_and_nothing_else(self, store: Store) -> None:
        """Words that are kept elsewhere know by it whether they are still the library's."""
        nothing = store.words_digest()
        store.put_words(words("gout"))
        one = store.words_digest()
        store.put_record(record())
        store.put_words(words("gout"))

        assert one == store.words_digest() != nothing
        store.put_words(words("gout", version="2"))
        two = store.words_digest()
        store.put_words(words("asthma"))
        assert 4 == len({nothing, one, two, store.words_digest()})

    def test_the_same_concept_stands_once_for_each_pack(self, store: Store) -> None:
        """Words of several packs are all known, in one order."""
        store.put_words(words("gout", topic=None))
        store.put_words(words("asthma"))

        assert ["pack asthma", "pack gout"] == [concept.origin for concept in store.concepts(ConceptKind.INTERVENTION)]
        assert () == store.concepts(ConceptKind.OUTCOME)
        assert ["asthma"] == [topic.pack for topic in store.topics()]
        assert ["asthma", "gout"] == [state.pack for state in store.pack_states()]
        assert 2 == len(store.glossary())

    # --- files and answers -------------------------------------------------------------------------------------------
    def test_a_file_state_is_replaced_by_the_next(self, store: Store) -> None:
        """A rerun finds how far the last commit got."""
        assert store.file_state("ff") is None
        store.put_file_state(FileState("ff", "b.xml", done=False, kept=10))
        store.put_file_state(FileState("ff", "b\ud800.xml", done=True, kept=20))
        store.put_file_state(FileState("ee", "a.xml", done=True, kept=1))

        assert FileState("ff", "b.xml", done=True, kept=20) == store.file_state("ff")
        assert ["ee", "ff"] == [state.sha256 for state in store.file_states()]

    def test_a_stored_answer_never_changes(self, store: Store) -> None:
        """What was reviewed stays what it was; only as a whole can it be deleted."""
        store.put_answer(abstention(), kept_on=DAY)
        store.put_answer(abstention(), kept_on=DAY)

        with pytest.raises(BadInput, match="never changed"):
            store.put_answer(abstention(explanation="Something else."), kept_on=DAY)
        assert abstention() == store.answer("q1")
        assert ("q1",) == store.answer_ids()
        store.delete_answer("q1")
        with pytest.raises(NotFound):
            store.answer("q1")

    def test_a_record_knows_the_answers_that_refer_to_it(self, store: Store) -> None:
        """Newest first, under the record's earlier ids as well, and gone with the answer."""
        kept, gone = A, B
        store.put_record(record(kept))
        store.put_record(record(gone))
        for name, used, day in (("a1", gone, 1), ("a2", kept, 2), ("a3", kept, 3), ("a4", RecordId("other"), 4)):
            refs = (Reference(1, used, "T", Design.RCT, ()), Reference(2, "r9", "T", Design.RCT, ()))
            made = Answer(name, Question("q"), BottomLine("lead"), references=refs)
            store.put_answer(made, kept_on=date(2026, 1, day))

        assert (2, ("a3",)) == store.answers_using(kept, limit=1)
        store.join_records(kept, gone)
        assert (3, ("a3", "a2", "a1")) == store.answers_using(kept, limit=9)
        assert store.has_answer("a3")
        store.delete_answer("a3")
        assert (2, ("a2", "a1")) == store.answers_using(kept, limit=9)
        assert not store.has_answer("a3")

    def test_answers_kept_before_a_day_are_forgotten_together(self, store: Store) -> None:
        """A retention period holds to the day, and takes nothing younger along."""
        store.put_answer(abstention(), kept_on=DAY)
        store.put_answer(abstention("q2"), kept_on=DAY + timedelta(days=1))

        assert 0 == store.delete_answers(before=DAY)
        assert 1 == store.delete_answers(before=DAY + timedelta(days=1))
        assert ("q2",) == store.answer_ids()
        with pytest.raises(NotFound):
            store.answer("\x00")

    # --- transactions ------------------------------------------------------------------------------------------------
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
            seen = _in_thread(lambda: (filled.record(A).title, len(list(filled.iter_records())), filled.snapshot()))

        assert ("On a", 2) == seen[:2]
        assert seen[2] != filled.snapshot()
        assert "Changed" == _in_thread(lambda: filled.record(A).title)

    def test_two_writers_both_succeed_one_after_the_other(self, store: Store) -> None:
        """A second writer waits its turn; nothing of either is lost."""
        threads = [threading.Thread(target=_put_many, args=(store, name)) for name in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert 40 == store.counts().records

    # --- saved searches ----------------------------------------------------------------------------------------------
    def test_strategies_are_kept_by_name_and_leave_the_snapshot_alone(self, filled: Store) -> None:
        """The same name again replaces; what is saved can be listed and forgotten."""
        before = filled.snapshot()
        first = SavedStrategy("knee", "knee pain[ti]", date(2026, 1, 1))
        second = SavedStrategy("knee", "#1 AND taping", date(2026, 2, 1), note="narrower")
        other = SavedStrategy("Ankle's \N{OGHAM SPACE MARK}", "ankle", date(2026, 1, 1))
        filled.put_strategy(first)
        filled.put_strategy(second)
        filled.put_strategy(other)

        assert second == filled.strategy("knee")
        assert (other, second) == filled.strategies()
        assert before == filled.snapshot()
        filled.delete_strategy("knee")
        filled.delete_strategy("never saved")
        assert (other,) == filled.strategies()
        with pytest.raises(NotFound, match="knee"):
            filled.strategy("knee")

    # --- proposals ---------------------------------------------------------------------------------------------------
    def test_proposals_come_back_in_reading_order_with_their_decisions(self, filled: Store) -> None:
        """An editor sees what was found as it stands in the text, and what was decided about it, by whom and when."""
        filled.put_rendition(A, text())
        first, second = proposal("r10", at=9), proposal("r2", at=0)
        filled.put_proposals([first, second])
        judged = first.decided(ProposalDecision(ProposalStatus.REJECTED, "An Editor", "2026-11-23", "an aim"))
        filled.put_proposals([judged])

        assert (second, judged) == filled.proposals([RenditionId("x"), text().id])
        assert () == filled.proposals([])
        filled.delete_proposals(text().id, ["r2", "r99"])
        assert (judged,) == filled.proposals([text().id])

    def test_proposals_belong_to_a_text_and_go_with_it(self, filled: Store) -> None:
        """A proposal is an extent of a text: without the text it says nothing."""
        with pytest.raises(NotFound):
            filled.put_proposals([proposal("r1")])
        filled.put_rendition(A, text())
        filled.put_proposals([proposal("r1")])
        filled.delete_record(A)

        assert () == filled.proposals([text().id])
        filled.put_record(record(A))
        filled.put_rendition(A, text())
        assert () == filled.proposals([text().id])

    def test_proposals_are_no_content(self, filled: Store) -> None:
        """A draft that nobody has accepted changes no answer, and so no snapshot."""
        filled.put_rendition(A, text())
        before = (filled.snapshot(), filled.revision())
        filled.put_proposals([proposal("r1")])

        assert before == (filled.snapshot(), filled.revision())

    # --- the whole ---------------------------------------------------------------------------------------------------
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

    # --- shelves -----------------------------------------------------------------------------------------------------
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

    # --- what has changed --------------------------------------------------------------------------------------------
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
        _undone(filled)
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

    # --- everything at once ------------------------------------------------------------------------------------------
    def test_whole_holdings_travel_between_libraries_as_they_are(self, filled: Store) -> None:
        """Versions, places, former ids, entries, keys and editors' decisions arrive unchanged, and the id agrees."""
        _hang_much_on(filled)
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
        _hang_much_on(filled)
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
        _hang_much_on(filled)

        assert [] == list(filled.faults(lambda _: ()))
        assert {f"{A}: odd", f"{B}: odd"} == set(filled.faults(lambda _: ("odd",)))


def _hang_much_on(store: Store) -> None:
    """Two versions of a text, a joined record, entries, keys, a decision, words, a notice, an answer."""
    store.put_record(record(C))
    store.put_rendition(A, text())
    store.put_rendition(C, text("Rest helps.", form=Form.FULL_TEXT), rank="9")
    store.put_rendition(A, text("Exercise helps much."), rank="5")
    store.join_records(A, C)
    store.put_entry(A, "RIS", record(A))
    store.put_entry(A, "PubMed XML", record(A))
    store.put_title_key(A, "k")
    accepted = ProposalDecision(ProposalStatus.ACCEPTED, "an editor", "2026-01-01")
    store.put_proposals([proposal("r1").decided(accepted), proposal("r2", at=3)])
    store.put_words(words())
    store.put_notices([retraction(pmid="1"), retraction(doi="10.1000/z")])
    store.put_answer(abstention(), kept_on=DAY)


def _put_many(store: Store, name: str) -> None:
    for number in range(10):
        with store.writing():
            store.put_record(record(RecordId(f"{name}{number}")))


def _in_thread(read: "object") -> "object":
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(read()))  # type: ignore[operator]
    thread.start()
    thread.join()
    return found[0]


def _undone(store: Store) -> None:
    """A change in a transaction that fails."""
    with suppress(ZeroDivisionError), store.writing():
        store.put_rendition(RecordId("new"), text("Undone."))
        raise ZeroDivisionError
