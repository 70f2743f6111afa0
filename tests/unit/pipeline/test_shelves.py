"""The library's list: every record once, page after page, by title or, in a large library, by arrival."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.library import keep
from quoth.model import Ids, Notice, NoticeKind
from quoth.pipeline import Parts, Shelf, ShelfPage, browse, rebuild_index, shelf_page, shelves
from quoth.search.boolean import atoms
from tests.unit.library.library_factories import report
from tests.unit.pipeline.carried import library

CAME = (4, 1, 6, 3, 7, 2, 5)


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    """Seven reports, the odd ones of 2001; number 3 is retracted."""
    with library(tmp_path, store="memory:") as made:
        for number in CAME:
            one = report(
                words=f"Taping helped {number} people. It is cheap.",
                pmid=str(number),
                title=f"Trial {number} of knee taping",
                year=2001 if number % 2 else 2002,
            )
            keep(one, made.store)
        made.store.put_notices([Notice(NoticeKind.RETRACTION, Ids(pmid="3"), source="Retraction Watch")])
        yield made


def numbers(page: ShelfPage) -> list[int]:
    """The reports on a page."""
    return [int(record.ids.pmid or 0) for record, _ in page.rows]


def test_a_quotation_mark_in_front_of_a_title_does_not_lead_the_list(tmp_path: Path) -> None:
    """“Third wave” stands under T, and (ultra-)long under U."""
    with library(tmp_path, store="memory:") as made:
        for title in ("'Third wave' therapies", "(Ultra-)long insulins", "Exercise", "Walking"):
            keep(report(title=title, pmid=str(len(title))), made.store)

        found = [record.title for record, _ in shelf_page(made, Shelf(), limit=4).rows]

    assert ["Exercise", "'Third wave' therapies", "(Ultra-)long insulins", "Walking"] == found


def test_a_small_library_is_listed_by_title(parts: Parts) -> None:
    """All filters narrow it down, and the total is of what fits."""
    assert [1, 2, 3] == numbers(shelf_page(parts, Shelf(), limit=3))
    assert [4, 5] == numbers(shelf_page(parts, Shelf(), offset=3, limit=2))
    assert [1, 3, 5, 7] == numbers(shelf_page(parts, Shelf(year="2001")))
    assert (
        [3] == numbers(shelf_page(parts, Shelf(state="retracted"))) == numbers(shelf_page(parts, Shelf(state="marked")))
    )
    assert [5] == numbers(shelf_page(parts, Shelf(text="TRIAL 5")))
    assert (7, None) == (shelf_page(parts, Shelf(), limit=1).total, shelf_page(parts, Shelf()).newest)
    assert (7, 2) == ((found := browse(parts, limit=2))[0], len(found[1]))


def test_a_large_library_is_leafed_through_by_arrival(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest first, there and back; no page reads all records."""
    monkeypatch.setattr(shelves, "BY_TITLE_MAX", 6)
    monkeypatch.setattr(type(parts.store), "iter_records", None)
    first = shelf_page(parts, Shelf(), limit=3)
    second = shelf_page(parts, Shelf(), offset=3, before=first.oldest, limit=3)

    assert list(CAME[::-1]) == [
        *numbers(first),
        *numbers(second),
        *numbers(shelf_page(parts, Shelf(), before=second.oldest)),
    ]
    assert first == shelf_page(parts, Shelf(), after=second.newest, limit=3)
    assert (7, 7) == (first.total, second.total)
    odd = shelf_page(parts, Shelf(year="2001"), limit=3)
    assert ([5, 7, 3], 4) == (numbers(odd), odd.total)
    assert ShelfPage(0, ()) == shelf_page(parts, Shelf(kind="guideline"))


def test_standings_are_looked_for_in_a_large_library_too(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """By title, as in a small one."""
    monkeypatch.setattr(shelves, "BY_TITLE_MAX", 6)

    assert [3] == numbers(shelf_page(parts, Shelf(state="retracted")))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("knee", [1, 2, 3, 4, 5, 6, 7]),
        ("TAPING trial 5", [5]),
        ("tria", [1, 2, 3, 4, 5, 6, 7]),
        ("kne", []),  # too short to go on, and no word itself
        ("pmid-4", [4]),
        ("helped", []),  # stands in the text alone
        ("knee & taping", [1, 2, 3, 4, 5, 6, 7]),
        ("&", []),
    ],
)
def test_words_are_found_in_a_large_library_by_the_index(
    parts: Parts, monkeypatch: pytest.MonkeyPatch, text: str, held: list[int]
) -> None:
    """By title, as in a small one, and no other record is read."""
    rebuild_index(parts)
    monkeypatch.setattr(shelves, "BY_TITLE_MAX", 6)
    monkeypatch.setattr(type(parts.store), "iter_records", None)

    found = shelf_page(parts, Shelf(text=text), limit=20)

    assert held == numbers(found)
    assert len(held) == found.total


def test_words_narrow_down_with_year_and_standing(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that hundreds of others begin with is looked up as it stands."""
    rebuild_index(parts)
    monkeypatch.setattr(shelves, "BY_TITLE_MAX", 6)
    monkeypatch.setattr(atoms, "ENDINGS_MAX", 0)

    assert [1, 3, 5, 7] == numbers(shelf_page(parts, Shelf(text="knee", year="2001")))
    assert [3] == numbers(shelf_page(parts, Shelf(text="knee", state="retracted")))
    assert [] == numbers(shelf_page(parts, Shelf(text="tria")))
