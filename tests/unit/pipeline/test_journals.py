"""Journals of a library, and topics that are watched by a saved strategy."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.errors import BadInput, NetworkNotAllowed, NotFound
from quoth.library import keep
from quoth.pipeline import Parts, add_watch, fetch_journals, journals, save_strategy
from tests.unit.library.library_factories import report
from tests.unit.pipeline.carried import library

LIST = """--------------------------------------------------------
JrId: 1
JournalTitle: The journal of knee science
MedAbbr: J Knee Sci
ISSN (Print): 1234-5678
ISSN (Online): 2345-6789
IsoAbbr: J. Knee Sci.
NlmId: 0001
--------------------------------------------------------
"""


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    """Three reports of one journal under three spellings, and one of another."""
    with library(tmp_path) as opened:
        for pmid, name, year in (
            ("1", "The Journal of Knee Science", 2001), ("2", "J Knee Sci", 2020), ("3", "J. Knee Sci.", 2011),
            ("4", "Hip Letters", 2015),
        ):  # fmt: skip
            keep(
                report(pmid=pmid, journal=name, year=year, title=f"Report {pmid} on something of its own"), opened.store
            )
        yield opened


def test_journals_are_counted_by_their_names(parts: Parts) -> None:
    """Without NLM's list a spelling is a name."""
    found = journals(parts)

    assert 3 == len(found)
    assert {"Hip Letters", "J. Knee Sci.", "J Knee Sci", "The Journal of Knee Science"} >= {one.name for one in found}
    assert ("Hip Letters",) == tuple(one.name for one in journals(parts, text="hip"))


def test_the_list_of_nlm_makes_spellings_one_journal(parts: Parts) -> None:
    """With its ISSN, by which it can be looked for."""
    assert parts.live is not None
    file = parts.live.folder / "lists" / "J_Medline.txt"
    file.parent.mkdir(parents=True)
    file.write_text(LIST)
    first, second = journals(parts)

    assert (3, 2001, 2020) == (first.records, first.first_year, first.last_year)
    assert first.listed is not None
    assert ("1234-5678", "2345-6789") == first.listed.issn
    assert second.listed is None
    assert (first,) == journals(parts, text="2345-6789")


def test_the_list_is_fetched_only_where_it_is_switched_on(parts: Parts) -> None:
    """Nothing goes out by itself."""
    with pytest.raises(NetworkNotAllowed, match=r"nlm_files|not switched on"):
        fetch_journals(parts)


def test_a_topic_is_watched_by_a_saved_strategy(parts: Parts) -> None:
    """The librarian's own search, as PubMed reads it; words of a watch are not guessed where both are given."""
    save_strategy("taping", "tape OR taping\npain[tiab]\n#1 AND #2", parts)

    assert "(tape OR taping) AND (pain[tiab])" == add_watch("taping for pain", parts, saved="taping").words
    with pytest.raises(NotFound):
        add_watch("another", parts, saved="nothing")
    with pytest.raises(BadInput, match="not both"):
        add_watch("a third", parts, saved="taping", words="tape")
