"""A newer starter library never overwrites a site's own edits; a newer edition takes back what it no longer says."""

import pytest

from quoth.library import Intake, Taken, keep, keep_words, standings
from quoth.model import Doubt, DoubtKind, Ids, Notice, NoticeKind, Report, Words
from quoth.store import MemoryStore, PackState, Store
from tests.unit.library.library_factories import pack_report, pack_words, report

Item = Words | Report | Notice


@pytest.fixture
def store() -> Store:
    """An empty library."""
    return MemoryStore()


def take_in(store: Store, *items: Item, as_site: bool = False) -> list[Taken]:
    """What happened to each item of one file, and at its end."""
    intake = Intake(store, as_site=as_site)
    return [*(intake.take(item) for item in items), intake.finish()]


def edition(version: str, *lines: str, editor: str = "quoth starter library") -> list[Item]:
    """A pack whose records "a", "b"… each say one line."""
    reports = [pack_report(version=version, which=which, lines=line) for which, line in zip("abc", lines, strict=False)]
    return [pack_words(version=version, editor=editor), *reports]


def shown(store: Store) -> list[str]:
    """The current texts, sorted."""
    return sorted(one.rendition.text for one in store.iter_renditions())


def test_a_newer_version_replaces_the_older_one(store: Store) -> None:
    """Version numbers are compared as numbers: 10 is newer than 9."""
    take_in(store, *edition("2026.9", "Old a.", "Old b."))
    take_in(store, *edition("2026.10", "New a.", "New b."))

    assert ["New a.", "New b."] == shown(store)


def test_what_a_newer_version_leaves_out_is_no_longer_shown(store: Store) -> None:
    """A recommendation that was taken back is not current; old answers can still read it."""
    take_in(store, *edition("1", "A.", "B."))
    *_, end = take_in(store, *edition("2", "A."))

    assert ["A."] == shown(store)
    assert ["B."] == [store.rendition(text).rendition.text for text in end.unindex]


def test_a_lower_version_is_not_loaded_and_says_so(store: Store) -> None:
    """An old file found in a drawer changes nothing."""
    take_in(store, *edition("2", "New."))
    before = store.snapshot()
    first, *rest = take_in(store, *edition("1.9", "Old.", "Older."), Notice(NoticeKind.RETRACTION, Ids(pmid="1")))

    assert "Pack 'knee' 1.9 was not loaded: the library holds the newer version 2" in first.note
    assert all(Taken() == taken for taken in rest)
    assert before == store.snapshot()


def test_an_edited_pack_of_the_same_version_is_loaded_again(store: Store) -> None:
    """Somebody who writes a pack sees each edit, back and forth, without raising the version."""
    for line in ("First draft, a long one.", "Second.", "First draft, a long one."):
        take_in(store, *edition("1", line, editor="St Elsewhere"))
        assert [line] == shown(store)


@pytest.mark.parametrize("as_site", [False, True])
def test_a_newer_starter_library_never_overwrites_the_sites_edition(store: Store, as_site: bool) -> None:
    """By its editor's name or by the operator's word, the site's edition holds the pack's name."""
    editor = "quoth starter library" if as_site else "St Elsewhere"
    take_in(store, *edition("1", "Starter a.", "Starter b."))
    taken, *_ = take_in(store, *edition("1", "Ours.", editor=editor), as_site=as_site)
    assert "the site's edition 1 took the place" in taken.note
    before = store.snapshot()
    refused, *_ = take_in(store, *edition("2", "Newer starter a.", "Newer starter b.", "New c."))

    assert "the library holds the site's edition (1)" in refused.note
    assert (["Ours."], before) == (shown(store), store.snapshot())
    assert PackState("knee", "1", site=True, editor=editor) == store.pack_state("knee")


def test_a_newer_edition_of_the_site_replaces_its_older_one(store: Store) -> None:
    """Within the site, versions count as usual."""
    take_in(store, *edition("5", "Ours.", editor="St Elsewhere"))
    take_in(store, *edition("6", "Ours, revised.", editor="St Elsewhere"))
    refused, *_ = take_in(store, *edition("5", "Ours.", editor="St Elsewhere"))

    assert ["Ours, revised."] == shown(store)
    assert "was not loaded" in refused.note


def test_the_sites_edition_takes_the_starters_doubts_with_it(store: Store) -> None:
    """What the site's editor settled does not come back from the edition that was replaced."""
    doubt = (Doubt(DoubtKind.NOTE, "Not read in full."),)
    keep(report("PubMed XML", pmid="1"), store)
    take_in(store, pack_words(), pack_report(pmid="1", doubts=doubt))
    take_in(store, pack_words(editor="St Elsewhere"), pack_report(pmid="1"))

    record_id = store.find(Ids(pmid="1"))
    assert record_id is not None
    assert () == store.record(record_id).doubts


def test_a_site_pack_of_another_name_stands_beside_the_starters(store: Store) -> None:
    """A site that only adds leaves the starter library as it is: two texts of one record."""
    take_in(store, pack_words(), pack_report(pmid="1"))
    take_in(store, pack_words("local", editor="St Elsewhere"), pack_report("local", pmid="1", lines="We offer taping."))

    assert ["Offer exercise.", "We offer taping."] == shown(store)
    assert 1 == store.counts().records


def test_reports_of_an_edition_that_is_not_held_stay_out_on_their_own(store: Store) -> None:
    """Even a caller that passes over the refusal of the words does not overwrite the site."""
    take_in(store, *edition("1", "Ours.", editor="St Elsewhere"))

    assert "the site's own edition" in keep(pack_report(version="9", lines="Starter."), store).ignored
    assert ["Ours."] == shown(store)


def test_a_newer_edition_takes_its_notices_back(store: Store) -> None:
    """A report that an editor wrongly called withdrawn is not marked for ever; other sources' notices stay."""
    own = Notice(NoticeKind.WITHDRAWN, Ids(pack="knee/a"), source="pack knee")
    other = Notice(NoticeKind.CONCERN, Ids(pack="knee/a"), source="PubMed")
    take_in(store, *edition("1", "A."), own, other)
    take_in(store, *edition("2", "A."))

    record_id = store.find(Ids(pack="knee/a"))
    assert record_id is not None
    assert [other] == list(standings([store.record(record_id)], store)[record_id].notices)


def test_a_newer_edition_takes_its_facts_of_a_dropped_record_back(store: Store) -> None:
    """A pack that no longer speaks of a report no longer says what it is about."""
    keep(report("PubMed XML", pmid="1"), store)
    take_in(store, pack_words(), pack_report(pmid="1", conditions=("knee pain",)), pack_report(which="b"))
    take_in(store, pack_words(version="2"), pack_report(version="2", which="b"))

    record_id = store.find(Ids(pmid="1"))
    assert record_id is not None
    assert () == store.record(record_id).conditions


def test_a_pack_may_correct_the_identifiers_of_its_own_record(store: Store) -> None:
    """A mistyped DOI in a pack is mended by the next version, on the same record."""
    first = keep(pack_report(doi="10.1000/wrong"), store)
    second = keep(pack_report(version="2", doi="10.1000/right"), store)

    assert first.record_id == second.record_id == store.find(Ids(doi="10.1000/right"))
    assert store.find(Ids(doi="10.1000/wrong")) is None


def test_words_without_a_topic_are_the_starters_unless_said_otherwise(store: Store) -> None:
    """A vocabulary or glossary has no editor; the operator's word counts."""
    assert not keep_words(Words("mesh-2021", "2021"), store).site
    assert keep_words(Words("glossary", "1"), store, as_site=True).site
    assert not keep_words(Words("glossary", "2"), store).kept


def test_an_interrupted_pack_goes_on_where_it_stopped(store: Store) -> None:
    """What was kept before is only recalled: it decides on the rest, and what it said is not taken back."""
    notice = Notice(NoticeKind.WITHDRAWN, Ids(pack="knee/a"), source="pack knee")
    items = [*edition("1", "A.", "B.", editor="St Elsewhere"), notice]
    whole = MemoryStore()
    take_in(whole, *items)
    for stop in range(len(items)):
        store = MemoryStore()
        first = Intake(store)
        for item in items[:stop]:
            first.take(item)
        second = Intake(store)
        for item in items[:stop]:
            second.recall(item)
        for item in items[stop:]:
            second.take(item)
        second.finish()
        assert whole.snapshot() == store.snapshot()


def test_an_item_that_no_library_can_hold_is_left_out_and_the_rest_goes_on(store: Store) -> None:
    """One broken record, notice or word of a file never costs the others."""
    broken = [
        report(pmid="1", title="Broken \ud800 title"),
        Notice(NoticeKind.RETRACTION, Ids(pmid="1"), note="\ud800"),
        Words("broken", "1\ud800"),
    ]
    taken = take_in(store, *broken, report(pmid="2"))

    assert all("half of a character pair" in each.note for each in taken[:3])
    assert 1 == taken[3].records_new
    assert 1 == store.counts().records
