"""What every store must do with notices, words of packs, files, answers, saved searches and proposals."""

from datetime import date, timedelta

import pytest

from quoth.errors import BadInput, NotFound
from quoth.model import (
    Answer,
    BottomLine,
    ConceptKind,
    Design,
    Ids,
    Notice,
    NoticeKind,
    NoticeList,
    ProposalDecision,
    ProposalStatus,
    Question,
    RecordId,
    Reference,
    RenditionId,
    SavedStrategy,
)
from quoth.store import FileState, MemoryStore, PackState, Store
from tests.contract.store_factories import (
    DAY,
    A,
    B,
    Filled,
    abstention,
    proposal,
    record,
    retraction,
    text,
    words,
)


class WordsContract(Filled):
    """One test for each promise."""

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

    def test_a_pack_replaces_its_own_words(self, store: Store) -> None:
        """A newer version takes back the concepts that it no longer has."""
        store.put_words(words())
        store.put_words(words(version="2", concepts=(), glossary=()), site=True)

        assert ((), ()) == (store.concepts(), store.glossary())
        assert PackState("asthma", "2", site=True, editor="an editor") == store.pack_state("asthma")
        assert store.pack_state("x") is None

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
