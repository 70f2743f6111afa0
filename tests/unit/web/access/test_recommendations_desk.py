"""The editors' desk says what is still open in each guideline, and goes on where a decision was made."""

import re
from pathlib import Path

from quoth.pipeline import Options, Parts, ingest
from quoth.sources import DocumentFacts
from tests.unit.web.board_site import Site, copied, site_of

GUIDE = (
    "# Elbow pain\n\n"
    "We recommend braces for adults with elbow pain. (Strong recommendation)\n\n"
    "We suggest exercise for adults with elbow pain. (Weak recommendation)\n\n"
    "We recommend against injections for adults with elbow pain. (Strong recommendation)\n"
)
DESK = "/board/recommendations"
GUIDELINE = f"{DESK}/10.1000/x"


def desk_of(filled: Parts, tmp_path: Path, text: str = GUIDE) -> Site:
    """A site with one guideline document."""
    parts = copied(filled)
    file = tmp_path / "elbow.md"
    file.write_text(text, encoding="utf-8")
    facts = DocumentFacts(title="Elbow guide", issuer="Elbow Society", year=2025, doi="10.1000/x")
    ingest([file], parts, options=Options(facts=facts))
    return site_of(parts)


def text_of(page: str) -> str:
    """What a page says, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_desk_counts_what_is_open_in_each_guideline(filled: Parts, tmp_path: Path) -> None:
    """An editor sees where work waits without opening every document."""
    site = desk_of(filled, tmp_path)
    editor = site.client("editor")
    assert "not opened yet" in text_of(editor.get(DESK).text)
    assert "Elbow guide" in editor.get(f"{DESK}?state=new").text

    editor.get(GUIDELINE)
    site.send(editor, GUIDELINE, proposal="r1", act="accept")
    shown = text_of(editor.get(DESK).text)

    assert "2 recommendations that were found wait for a decision" in shown
    assert "2 open of 3 found · 1 accepted" in shown
    assert "Elbow guide" in editor.get(f"{DESK}?state=open").text
    assert "Elbow guide" not in editor.get(f"{DESK}?state=new").text
    assert "Elbow guide" not in editor.get(f"{DESK}?state=decided").text

    for one in ("r2", "r3"):
        site.send(editor, GUIDELINE, proposal=one, act="reject", why="not for us")

    assert "none open of 3 found · 1 accepted · 2 rejected" in text_of(editor.get(f"{DESK}?state=decided").text)


def test_a_decision_leads_to_the_next_that_is_open_where_open_ones_are_shown(filled: Parts, tmp_path: Path) -> None:
    """Forty recommendations are worked through without scrolling back after each."""
    site = desk_of(filled, tmp_path)
    editor = site.client("editor")
    editor.get(GUIDELINE)
    accept = {"act": "accept", "status": "proposed"}

    ways = [site.send(editor, GUIDELINE, proposal=one, **accept).headers["location"] for one in ("r2", "r3", "r1")]

    assert [f"{GUIDELINE}?status=proposed#{at}" for at in ("r3", "r1", "main")] == ways
    assert f"{GUIDELINE}#r1" == site.send(editor, GUIDELINE, proposal="r1", act="undo").headers["location"]


def test_a_strange_state_shows_all(filled: Parts, tmp_path: Path) -> None:
    """An address typed by hand is no fault."""
    assert "Elbow guide" in desk_of(filled, tmp_path).client("editor").get(f"{DESK}?state=<b>").text


def test_a_guideline_that_holds_none_is_told_from_one_that_nobody_opened(filled: Parts, tmp_path: Path) -> None:
    """Nobody opens the same document again and again to find nothing in it."""
    site = desk_of(filled, tmp_path, "# Elbow pain\n\nElbows hurt. Many people have them.\n")
    editor = site.client("editor")
    assert "not opened yet" in text_of(editor.get(DESK).text)

    assert 200 == editor.get(GUIDELINE).status_code

    assert "read; no recommendation found" in text_of(editor.get(DESK).text)
    assert "Elbow guide" in editor.get(f"{DESK}?state=none").text
    assert "Elbow guide" not in editor.get(f"{DESK}?state=new").text
