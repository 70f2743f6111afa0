"""Retraction lists give notices, and say until which day they can vouch."""

import os
from datetime import date
from pathlib import Path

import pytest

from quoth.errors import BadFile
from quoth.model import NoticeKind, NoticeList
from quoth.sources import Item, read
from quoth.sources.retractions import COMPLETE_FROM
from tests.unit.sources.source_factories import items, notices, refusals

WATCH = (
    "Record ID,Title,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,"
    "RetractionNature,Reason\n"
    '1,"Knees, a trial",3/4/2021 0:00,10.1000/N,9,10.1000/OLD,7,Retraction,+Fraud;+Error\n'
    "2,Hips,1/1/2022 0:00,unavailable,0,unavailable,0,Retraction,\n"
    "3,Toes,1/1/2022 0:00,10.1000/N3,0,10.1000/toes,0,Reinstatement,\n"
)


def as_of(found: list[Item]) -> date:
    """The day of the list."""
    (last,) = [item for item in found if isinstance(item, NoticeList)]
    assert found[-1] is last
    return last.as_of


def test_retraction_watch_is_read_with_both_identifiers(tmp_path: Path) -> None:
    """Papers without any identifier cannot be marked and are passed over, as the list itself says."""
    found = items(tmp_path, WATCH, "retraction_watch.csv")

    first, second = notices(found)
    assert (first.kind, first.target.doi, first.target.pmid) == (NoticeKind.RETRACTION, "10.1000/old", "7")
    assert first.by is not None
    assert (first.by.doi, first.by.pmid, first.on) == ("10.1000/n", "9", "2021-03-04")
    assert first.note == "Fraud; Error"
    assert (second.kind, second.by.pmid if second.by else "") == (NoticeKind.REINSTATEMENT, None)
    assert refusals(found) == []


def test_several_natures_of_one_paper_are_each_a_notice(tmp_path: Path) -> None:
    """A paper can be under concern, then retracted."""
    found = items(tmp_path, "doi,retractionwatch\n10.1/x1,Retraction;Expression of concern\n10.1000/y,Odd\n")

    assert notices(found) == []
    found = items(tmp_path, "doi,retractionwatch\n10.1000/x,Retraction;Expression of concern\n10.1000/y,Odd\n")
    assert [n.kind for n in notices(found)] == [NoticeKind.RETRACTION, NoticeKind.CONCERN]
    assert "'Odd' is not a kind of notice" in refusals(found)[0].reason


def test_a_map_of_dois_is_read(tmp_path: Path) -> None:
    """Kinds are the keys; a list that says its day is believed."""
    found = items(
        tmp_path,
        '{"as_of": "2026-08-01", "retractions": {"10.1000/A": "10.1000/n", "bad": "x"}, '
        '"concerns": {"10.1000/b": null}}',
    )

    assert [(n.kind, n.target.doi, n.by.doi if n.by else None) for n in notices(found)] == [
        (NoticeKind.RETRACTION, "10.1000/a", "10.1000/n"),
        (NoticeKind.CONCERN, "10.1000/b", None),
    ]
    assert as_of(found) == date(2026, 8, 1)
    assert "'bad'" in refusals(found)[0].place


def test_a_short_list_does_not_vouch_for_what_it_leaves_out(tmp_path: Path) -> None:
    """Three retractions copied from somewhere do not say that every other report stands."""
    found = items(tmp_path, "doi,retractionwatch\n10.1000/x,Retraction\n", "three.csv")

    assert 1 == len(notices(found))
    assert [] == [item for item in found if isinstance(item, NoticeList)]


def test_a_list_is_as_old_as_the_caller_says_or_as_its_file(tmp_path: Path) -> None:
    """Taken for younger than it is, it would vouch for reports that it never saw."""
    path = tmp_path / "list.tsv"
    rows = "".join(f"x\t{n}\t10.1000/a{n}\tretraction\t10.1000/N\n" for n in range(1, COMPLETE_FROM + 1))
    path.write_text("corpus\tpmid\tdoi\tstatus\tnotice_doi\n" + rows)
    os.utime(path, (1_700_000_000, 1_700_000_000))

    assert as_of(list(read(path))) == date(2023, 11, 14)
    assert as_of(list(read(path, as_of=date(2024, 1, 2)))) == date(2024, 1, 2)


@pytest.mark.parametrize("text", ['{"retractions": [', '{"as_of": "soon", "retractions": {}}'])
def test_a_map_that_cannot_be_read_is_refused_whole(tmp_path: Path, text: str) -> None:
    """Half a list would vouch for what its other half retracts."""
    with pytest.raises(BadFile):
        items(tmp_path, text)


def test_a_list_that_is_cut_does_not_vouch(tmp_path: Path) -> None:
    """Its notices stand, but what it does not name is not thereby sound."""
    import gzip

    rows = "".join(f"10.1000/{n * 7919 % 99991},Retraction\n" for n in range(20_000))
    packed = gzip.compress(f"doi,retractionwatch\n{rows}".encode())

    found = items(tmp_path, packed[: len(packed) // 2], "list.csv.gz")

    assert notices(found)
    assert not any(isinstance(item, NoticeList) for item in found)
    assert refusals(found)[-1].fatal
