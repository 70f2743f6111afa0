"""What `quoth library` counts, and what a person may type to name a source."""

import pytest

from quoth.library import doubtful, ids_from_text, keep, keep_notices, overview
from quoth.model import Doubt, DoubtKind, Ids, Notice, NoticeKind
from quoth.store import MemoryStore
from tests.unit.library.library_factories import report


def test_the_overview_counts_each_mark() -> None:
    """An operator sees at a glance what must not be relied on."""
    store = MemoryStore()
    for number in range(1, 6):
        keep(report(pmid=str(number), title=f"Report number {number} on the pain of knees"), store)
    kinds = (NoticeKind.RETRACTION, NoticeKind.CONCERN, NoticeKind.SUPERSEDED, NoticeKind.WITHDRAWN)
    keep_notices([Notice(kind, Ids(pmid=str(pmid))) for pmid, kind in enumerate(kinds, start=1)], store)

    found = overview(store)
    assert (5, 1, 1, 1, 1, 4, 0) == (
        found.counts.records,
        found.retracted,
        found.concern,
        found.superseded,
        found.withdrawn,
        found.not_checked,
        found.doubtful,
    )


def test_doubtful_records_come_with_every_reason() -> None:
    """Doubts, indirectness and a title that nobody read are all reasons."""
    store = MemoryStore()
    keep(report(pmid="1", doubts=(Doubt(DoubtKind.NOTE, "Read in a digest."),), indirect="on hips"), store)
    keep(report(pmid="2", title_verified=False, title="Described by an editor"), store)
    keep(report(pmid="3", title="Quite certain of everything in it"), store)

    assert [("pmid-1", ("Read in a digest.", "Indirect: on hips")), ("pmid-2", ("The title was not verified.",))] == [
        (one.record_id, one.reasons) for one in doubtful(store)
    ]
    assert 2 == overview(store).doubtful


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("12345", Ids(pmid="12345")),
        (" PMID: 12345 ", Ids(pmid="12345")),
        ("https://pubmed.ncbi.nlm.nih.gov/12345/", Ids(pmid="12345")),
        ("pmc2249589", Ids(pmcid="PMC2249589")),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2249589/", Ids(pmcid="PMC2249589")),
        ("10.1000/XyZ", Ids(doi="10.1000/xyz")),
        ("doi:10.1000/x", Ids(doi="10.1000/x")),
        ("https://doi.org/10.1000/x(1)2", Ids(doi="10.1000/x(1)2")),
        ("knee/vsg-2022", Ids(pack="knee/vsg-2022")),
        ("pmid-12345", Ids(pmid="12345")),
        ("pack-knee-a", None),
        ("", None),
        ("does taping work?", None),
        ("../../etc/passwd", None),
        ("\x00", None),
    ],
)
def test_a_source_is_named_the_way_people_name_it(typed: str, ids: Ids | None) -> None:
    """Bare numbers are PMIDs; addresses and prefixes are understood; anything else is no identifier."""
    assert ids == ids_from_text(typed)
