"""A strategy over the starter library: run, saved, reported, taken away, in every face."""

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO

import pytest
import rispy
from starlette.testclient import TestClient

from quoth.errors import BadInput, NotFound, WouldReplace
from quoth.interop.exports import CSV_COLUMNS, render_csv, render_ris
from quoth.model import Account, Office, Record, RecordId, RetractionState, Standing
from quoth.pipeline import (
    Parts,
    forget_strategy,
    found_records,
    run_exhaustive,
    run_strategy,
    save_strategy,
    saved_strategies,
    saved_strategy,
    search_record,
)
from quoth.web import create_app
from tests.kept import library_in_memory

STRATEGY = '"patellofemoral pain"\ntap*\n#1 AND #2'


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library in memory."""
    with library_in_memory(tmp_path_factory.mktemp("home")) as opened:
        opened.now = lambda: datetime(2026, 11, 26, tzinfo=UTC)
        yield opened


@pytest.fixture
def client(parts: Parts) -> TestClient:
    """A browser on this machine."""
    return TestClient(create_app(parts), base_url="http://localhost")


def test_the_same_strategy_on_the_same_library_finds_the_same(parts: Parts) -> None:
    """A search can be repeated to the letter, and says on which state of the library it was made."""
    run = run_strategy(STRATEGY, parts)

    assert run == run_strategy(STRATEGY, parts)
    assert run.snapshot == parts.store.snapshot()
    assert len(run.found) == run.lines[-1].records > 3
    assert run.lines[-1].records < min(run.lines[0].records, run.lines[1].records)


def test_what_is_found_stands_newest_first(parts: Parts) -> None:
    """Unknown years come last."""
    years = [record.published.year or 0 for record, _ in found_records(run_strategy(STRATEGY, parts), parts)]

    assert sorted(years, reverse=True) == years


def test_a_search_is_saved_under_its_name_and_run_again(parts: Parts) -> None:
    """What cannot be read is not saved, and a name is one line of printable characters."""
    saved = save_strategy("  taping  in knees ", STRATEGY, parts, note="for the update")

    assert "taping in knees" == saved.name
    assert saved == saved_strategy("taping in knees", parts)
    assert (saved,) == saved_strategies(parts)
    for name in ("", "x" * 81, "\x07bell"):
        with pytest.raises(BadInput, match="no name"):
            save_strategy(name, STRATEGY, parts)
    with pytest.raises(BadInput, match="Line 1"):
        save_strategy("broken", "a OR b AND c", parts)
    forget_strategy("taping in knees", parts)
    with pytest.raises(NotFound, match="taping in knees"):
        forget_strategy("taping in knees", parts)


def test_the_record_of_a_search_says_what_a_review_has_to_report(parts: Parts) -> None:
    """Date, database with its state, every line with its count, what was identified."""
    run = run_strategy(STRATEGY, parts)
    record = search_record(run, parts, name="taping")

    assert "- Date: 2026-11-26" in record
    assert run.snapshot in record
    for line in run.lines:
        assert f"| {line.number} |" in record
        assert f"| {line.records:,} |" in record
    assert f"| identified by the last line | {len(run.found)} |" in record


def test_the_found_set_is_read_back_by_other_programs(parts: Parts) -> None:
    """RIS and CSV carry every source once."""
    rows = found_records(run_strategy(STRATEGY, parts), parts)

    references = rispy.loads(render_ris(rows))
    assert [record.title for record, _ in rows] == [reference["title"] for reference in references]
    table = list(csv.DictReader(StringIO(render_csv(rows))))
    assert [record.id for record, _ in rows] == [row["id"] for row in table]
    assert list(CSV_COLUMNS) == list(table[0])


def test_a_hostile_title_is_no_formula_and_no_second_reference() -> None:
    """A title cannot end its reference, nor run in a spreadsheet; a retraction is said."""
    record = Record(RecordId("x"), "=cmd()\nER  - \nTY  - JOUR", authors=("+44 Evil",))
    rows = [(record, Standing(RetractionState.YES))]

    assert 1 == len(rispy.loads(render_ris(rows)))
    assert "retracted" in render_ris(rows)
    cells = list(csv.reader(StringIO(render_csv(rows))))[1]
    assert not [cell for cell in cells if cell[:1] in "=+-@" and cell]


def test_a_search_of_somebody_else_is_replaced_after_a_yes_alone(parts: Parts) -> None:
    """Whoever may replace it is asked first, the command line too; one's own, and the same lines again, need no yes."""
    owner, editor = (Account(name, name, name, (Office.EDITOR,)) for name in ("first", "second"))
    save_strategy("mine", "taping", parts, by=owner)
    for other in (editor, None):
        with pytest.raises(WouldReplace, match="somebody else"):
            save_strategy("mine", "exercis*", parts, by=other)
    assert "taping" == save_strategy("mine", "taping", parts, by=editor).text
    assert "knee*" == save_strategy("mine", "knee*", parts, by=owner).text
    saved = save_strategy("mine", "exercis*", parts, by=editor, over=True)
    assert ("exercis*", "first") == (saved.text, saved.owner)
    forget_strategy("mine", parts)


def test_a_strategy_that_cannot_be_read_is_told_at_its_box(client: TestClient) -> None:
    """Who hears a page is told in the box itself what is wrong with what stands in it."""
    wrong = client.post("/search", data={"strategy": "taping OR AND"}).text
    assert 'aria-describedby="fault how" aria-invalid="true"' in wrong
    assert 'id="fault" role="alert"' in wrong
    assert "aria-invalid" not in client.post("/search", data={"strategy": "taping"}).text


def test_the_page_shows_counts_sources_and_the_saved_search(client: TestClient) -> None:
    """The strategy stays in the form; nothing of it is in an address."""
    assert "Saved searches" in client.get("/search").text
    reply = client.post("/search/save", data={"strategy": STRATEGY, "name": "mine"})

    assert 200 == reply.status_code
    assert "Saved as “mine”" in reply.text
    assert "found</h2>" in reply.text
    assert "taping" not in str(reply.url)
    assert 200 == client.post("/search/saved", data={"name": "mine"}).status_code
    assert "Deleted" in client.post("/search/saved/delete", data={"name": "mine"}).text
    assert 404 == client.post("/search/saved", data={"name": "mine"}).status_code


@pytest.mark.parametrize(("do", "holds"), [("ris", "TY  - "), ("csv", "id,title"), ("record", "# Record of a search")])
def test_the_page_hands_out_files(client: TestClient, do: str, holds: str) -> None:
    """For the reference manager, the spreadsheet and the review's appendix."""
    reply = client.post("/search", data={"strategy": STRATEGY, "do": do})

    assert holds in reply.text
    assert "attachment" in reply.headers["content-disposition"]


def test_a_faulty_strategy_keeps_what_was_typed_and_says_what_is_wrong(client: TestClient) -> None:
    """Forty lines are not lost to a bracket, and nothing typed becomes markup."""
    reply = client.post("/search", data={"strategy": "(knee <b>\nx[zz]"})

    assert 400 == reply.status_code
    assert "Line 1" in reply.text
    assert "(knee &lt;b&gt;" in reply.text


QUESTION = "Does taping help patellofemoral pain?"


def test_an_exhaustive_search_finds_more_and_shows_by_what(parts: Parts) -> None:
    """The words that were added stand on a line of their own with the count; the same question finds the same."""
    run = run_exhaustive(QUESTION, parts)
    strategy = run_strategy('taping AND "patellofemoral pain"', parts)

    assert run == run_exhaustive(QUESTION, parts)
    assert run.ranked
    assert [1, 2] == [line.number for line in run.lines]
    assert len(run.found) == run.lines[1].records >= run.lines[0].records > 0
    assert run.lines[1].text.startswith("#1, and words of its best 20: ")
    assert set(strategy.found) <= set(run.found)
    assert len(set(run.found)) == len(run.found)
    assert "ranked by relevance" in search_record(run, parts)


@pytest.mark.parametrize("text", ["", "  ", "how is it for me?", "\x00\u202e"])
def test_nothing_to_search_for_is_said(parts: Parts, text: str) -> None:
    """An exhaustive search needs words for what it is about."""
    with pytest.raises(BadInput, match="nothing to search for"):
        run_exhaustive(text, parts)


def test_the_page_runs_a_question_exhaustively_and_hands_it_out(client: TestClient) -> None:
    """The tick stays, further pages and files keep to it, and it cannot be saved as if it were a strategy."""
    form = {"strategy": QUESTION, "exhaustive": "yes"}
    page = client.post("/search", data=form).text

    assert "words of its best 20" in page
    assert 'name="exhaustive" value="yes" checked' in page
    assert '<input type="hidden" name="exhaustive" value="yes">' in page
    assert "TY  - " in client.post("/search", data=form | {"do": "ris"}).text
    refused = client.post("/search/save", data=form | {"name": "x"})
    assert (400, True) == (refused.status_code, "Only a strategy can be saved" in refused.text)
    assert "nothing to search for" in client.post("/search", data={"strategy": "?", "exhaustive": "yes"}).text
