"""Keeping many at a time does what keeping one by one does."""

from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.errors import BadFile
from quoth.library import Intake, Prepared, Taken, merging, prepared, units
from quoth.library.keeping import prepare
from quoth.model import (
    Doubt,
    DoubtKind,
    Ids,
    Notice,
    NoticeKind,
    PartialDate,
    Record,
    RecordId,
    Report,
    Unit,
    decode,
)
from quoth.store import MemoryStore, Store, open_store
from tests.unit.library.library_factories import abstract, pack_report, pack_words, record, report

TITLES = (
    "Exercise for patellofemoral pain in adults: a randomised trial",
    "Taping of the kneecap in runners with pain: a randomised trial",
    "Letter",
)
Item = Report | Notice


@st.composite
def items(draw: st.DrawFn) -> list[Item]:
    """Reports that share identifiers, titles and words by chance, and notices against some of them."""
    few = st.sampled_from(("1", "2", "3"))
    made: list[Item] = []
    for _ in range(draw(st.integers(1, 12))):
        if draw(st.integers(0, 7)) == 0:
            kind = draw(st.sampled_from((NoticeKind.DELETED, NoticeKind.RETRACTION)))
            made.append(Notice(kind, Ids(pmid=draw(few)), on="2024-01-01", source="PubMed"))
            continue
        facts: dict[str, Any] = {"title": draw(st.sampled_from(TITLES)), "year": draw(st.sampled_from((2019, 2020)))}
        facts |= draw(st.fixed_dictionaries({}, optional={"pmid": few, "doi": few.map("10.1000/{}".format)}))
        facts |= draw(st.fixed_dictionaries({}, optional={"volume": few, "authors": st.just(("Moe B",))}))
        if "pmid" in facts and draw(st.booleans()):
            facts["id"] = RecordId(f"pmid-{facts['pmid']}")  # as readers name it: then nothing of it travels twice
        words = draw(st.sampled_from((None, "Pain fell.", "Pain rose. Nobody was harmed.")))
        made.append(report(draw(st.sampled_from(("PubMed XML", "RIS", "MEDLINE"))), words=words, **facts))
    return made


def one_by_one(made: list[Item], store: Store) -> list[Taken]:
    """What each item does when it comes alone."""
    intake = Intake(store)
    return [intake.take(item) for item in made]


def by_the_batch(made: list[Item], store: Store, size: int) -> list[Taken]:
    """What each item does when `size` of them come in one transaction."""
    intake, waiting, taken = Intake(store), iter(made), []
    while batch := list(islice(waiting, size)):
        with store.writing():
            taken += intake.take_all([prepared(each) if isinstance(each, Report) else each for each in batch])
    return taken


def fingerprint(store: Store) -> tuple[object, ...]:
    """All that a reader of the library could see."""
    records = list(store.iter_records())
    texts = sorted(
        (one.record_id, one.rendition.id, one.current, one.version, one.rendition.text)
        for one in store.iter_renditions(current_only=False)
    )
    said = [store.entries(each.id) for each in records]
    return store.snapshot(), records, texts, said, store.age([each.id for each in records]), store.counts()


def outcome(taken: Taken) -> tuple[object, ...]:
    """What a report of the ingest tells, and what the index is asked for."""
    return (taken.records_new, taken.records_known, taken.texts_new, taken.index, taken.note)


@given(items(), st.integers(1, 12))
@settings(max_examples=300)
def test_a_batch_ends_as_its_reports_one_by_one_would(made: list[Item], size: int) -> None:
    """Duplicates, deletions and merges inside a batch and across batches are found all the same, in the same order."""
    single, many = MemoryStore(), MemoryStore()

    alone, together = one_by_one(made, single), by_the_batch(made, many, size)
    assert [outcome(each) for each in alone] == [outcome(each) for each in together]
    assert sum(each.notices_new for each in alone) == sum(each.notices_new for each in together)
    assert fingerprint(single) == fingerprint(many)


@st.composite
def entries_of_one_source(draw: st.DrawFn) -> Record:
    """What one catalogue may say, some of it twice."""
    few = st.lists(st.sampled_from(("Knee", "knee", "pain")), max_size=3).map(tuple)
    lists = {name: draw(few) for name in ("keywords", "publication_types", "conditions", "interventions")}
    days = st.sampled_from((("revised", PartialDate(2020)), ("revised", PartialDate(2021)), ("entrez", PartialDate(1))))
    return record(
        id=RecordId(draw(st.sampled_from(("pmid-1", "as-read")))),
        pmid="1",
        other=draw(st.lists(st.sampled_from((("pii", "2"), ("pii", "1"), ("pmid", "1"))), max_size=3).map(tuple)),
        dates=draw(st.lists(days, max_size=3).map(tuple)),
        indirect=draw(st.sampled_from((None, "", "about dogs"))),
        doubts=draw(st.sampled_from(((), (Doubt(DoubtKind.NOTE, "Look again."),) * 2))),
        title_verified=draw(st.booleans()),
        vernacular_title=draw(st.sampled_from((None, "", "Un essai."))),
        **lists,
    )


@given(entries_of_one_source())
def test_what_one_source_says_alone_is_what_weighing_would_give(entry: Record) -> None:
    """The short way for a report with one source, and the long way that unites several, have one outcome."""
    with pytest.MonkeyPatch.context() as patch:
        quick = merging.merge(RecordId("pmid-1"), [("PubMed XML", entry)])
        patch.setattr(merging, "_says_nothing_twice", lambda _: False)
        assert quick == merging.merge(RecordId("pmid-1"), [("PubMed XML", entry)])


@given(items(), st.integers(1, 12))
@settings(max_examples=25)
def test_a_batch_in_a_database_ends_as_the_reference(
    tmp_path_factory: pytest.TempPathFactory, made: list[Item], size: int
) -> None:
    """The rows that are set down many at a time are the ones that single puts set down."""
    reference, database = MemoryStore(), open_store(tmp_path_factory.mktemp("many") / "library.db")
    one_by_one(made, reference)
    by_the_batch(made, database, size)

    assert fingerprint(reference) == fingerprint(database)
    database.close()


def test_units_at_hand_are_those_that_the_library_gives(tmp_path: Path) -> None:
    """What a new report is found by is worked out before it is kept; reading it back gives the same."""
    store = open_store(tmp_path / "library.db")
    with store.writing():
        (taken,) = Intake(store).take_all([prepared(report(pmid="1", keywords=("knee",)))])

    at_hand = decode(taken.units, list[Unit])
    (text,) = store.renditions(at_hand[0].record_id)
    assert at_hand == list(units(text, store.record(text.record_id)))
    assert taken.index == (text.rendition.id,)
    store.close()


def test_what_only_the_library_can_judge_is_not_prepared() -> None:
    """Editions of a pack go before or behind each other; the same words twice in one report need the store's rule."""
    pack = pack_report()
    twice = Report(record(pmid="1"), (abstract("Pain fell."), abstract("Pain fell.")))

    assert pack == prepared(pack)
    assert twice == prepared(twice)
    assert isinstance(prepared(report(pmid="1")), Prepared)


@pytest.mark.parametrize("name", ["pmid-1", "as-read"])
@pytest.mark.parametrize("keywords", [("knee", "pain"), ("knee", "Knee")])
def test_a_prepared_report_can_be_had_as_it_came(name: str, keywords: tuple[str, ...]) -> None:
    """For a report of which something is held, the library wants what its source said and not what would be kept."""
    came = report(pmid="1", id=RecordId(name), keywords=keywords, other=(("pii", "S2"), ("pii", "S1")))
    ready = prepared(came)
    assert isinstance(ready, Prepared)
    assert ready.whole() == prepare(came)


def test_half_a_character_is_refused_before_it_travels() -> None:
    """What no library can hold is named where it is read."""
    with pytest.raises(BadFile, match="lone surrogate"):
        prepared(report(pmid="1", title="Broken \ud800 title"))


def test_half_a_character_in_one_notice_leaves_the_others(tmp_path: Path) -> None:
    """A list of sixty thousand retractions is not lost over one of them."""
    store = open_store(tmp_path / "library.db")
    sources = ("a list", "broken \ud800", "a list")
    made = [Notice(NoticeKind.RETRACTION, Ids(pmid=str(at)), source=said) for at, said in enumerate(sources, start=1)]
    with store.writing():
        taken = list(Intake(store).take_all(made))

    assert 2 == sum(each.notices_new for each in taken)
    assert ["A notice was left out: it holds half of a character pair."] == [each.note for each in taken if each.note]
    store.close()


def test_a_packs_notices_in_a_batch_are_remembered_until_its_end() -> None:
    """What an earlier edition superseded and the newer one does not say is taken back."""
    notice = Notice(NoticeKind.SUPERSEDED, Ids(pack="knee/a"), source="pack knee")
    store = MemoryStore()
    for version, notices in (("1", [notice]), ("2", [])):
        intake = Intake(store)
        with store.writing():
            list(intake.take_all([pack_words(version=version), pack_report(version=version), *notices]))
            intake.finish()
        assert len(notices) == len(store.notices([Ids(pack="knee/a")])[0])
