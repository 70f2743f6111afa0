"""Records without a text: a librarian finds them, and no answer rests on them."""

from pathlib import Path

import pytest

from quoth.library import Taken, delete_citation, keep
from quoth.model import Abstention, Ids, Notice, NoticeKind, RecordId
from quoth.pipeline import Parts, ask, ingest, rebuild_index, run_strategy
from quoth.pipeline.indexing import catch_up, index_taken
from quoth.pipeline.verifying import verify_library
from tests.unit.library.library_factories import report

TITLE = "Zebra plain in adults with knee pain: taping is recommended"


def citation(folder: Path, *more: str, name: str = "one") -> Path:
    """A MEDLINE file with one citation that has no abstract, unless it is among `more`."""
    file = folder / f"{name}.nbib"
    facts = [f"TI  - {TITLE}.", "MH  - Humans", "AU  - Smith JA", "DP  - 2021", "PT  - Letter", *more]
    file.write_text("\n".join(["PMID- 17", *facts, "", ""]), encoding="utf-8")
    return file


def found(strategy: str, parts: Parts) -> list[str]:
    """Ids of the records that a strategy finds, whose line counts as many."""
    run = run_strategy(strategy, parts)
    assert len(run.found) == run.lines[-1].records
    return list(run.found)


@pytest.mark.parametrize(
    "strategy", ['"zebra plain"[ti]', "humans[mh]", '"smith ja"[au]', "1900:2030[dp]", "letter[pt]"]
)
def test_a_title_alone_is_found_by_all_that_its_entry_says(empty: Parts, tmp_path: Path, strategy: str) -> None:
    """What the flow of a review counts as held can be found: as it is loaded, and after the index is made anew."""
    ingest([citation(tmp_path)], empty)

    assert ["pmid-17"] == found(strategy, empty)
    rebuild_index(empty)
    assert ["pmid-17"] == found(strategy, empty)
    assert all(not looked.faults for looked in verify_library(empty).looked)


def test_a_title_alone_answers_nothing(empty: Parts, tmp_path: Path) -> None:
    """A title is no evidence, however well it fits."""
    ingest([citation(tmp_path)], empty)

    page = ask("Is taping recommended for knee pain in adults?", empty).page

    assert isinstance(page, Abstention)
    assert TITLE not in str(page)


def test_an_abstract_that_comes_later_takes_the_place_of_the_title(empty: Parts, tmp_path: Path) -> None:
    """One record, found once, and by the words of its abstract too; an index that catches up is the same."""
    ingest([citation(tmp_path)], empty)
    ingest([citation(tmp_path, "AB  - Stripes eased it.", name="two")], empty)

    assert (1, 0) == (len(empty.index), empty.index.without_text())
    assert ["pmid-17"] == found("stripes[ab] AND zebra[ti]", empty)


def test_facts_that_change_are_found_and_what_is_deleted_is_gone(empty: Parts, tmp_path: Path) -> None:
    """A later export with a heading more; then PubMed takes the citation back."""
    ingest([citation(tmp_path)], empty)
    ingest([citation(tmp_path, "OT  - stripes", "LR  - 20260101", name="two")], empty)
    assert ["pmid-17"] == found("stripes[kw]", empty)

    gone = delete_citation(Notice(NoticeKind.DELETED, Ids(pmid="17")), empty.store)
    index_taken([Taken(records=gone)], empty)

    assert (RecordId("pmid-17"),) == gone
    assert [] == found("zebra", empty)
    assert 0 == empty.index.without_text()


def test_an_index_that_lags_behind_takes_the_titles_up(empty: Parts, tmp_path: Path) -> None:
    """As after a kill between the library and its index."""
    ingest([citation(tmp_path)], empty)
    keep(report("RIS", title="Zebra crossing", words=None), empty.store)
    assert 1 == len(found("zebra", empty))

    assert catch_up(empty)

    assert 2 == len(found("zebra", empty))
