"""What belongs to others stays theirs: pages, tokens, searches; nothing that was typed runs in another browser."""

from typing import Any

from quoth.pipeline import Parts
from tests.unit.web.board_site import Site, copied, site_of

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'


# --- others' things (IDOR) -------------------------------------------------------------------------------------------
def test_a_reviewer_cannot_act_on_a_page_that_is_not_theirs(site: Site) -> None:
    """Knowing the address of a review is not being asked to do it."""
    stranger = site.client("stranger")
    row = site.page.statements()[0].quote.span.passage_id
    for path, fields in (
        ("declare", {"conflict": "no"}),
        ("remark", {"act": "accept", "passage": row}),
        ("decide", {"act": "approve", "revision": 1}),
        ("release", {"whom": site.people["reviewer"].id}),
    ):
        assert 403 == site.send(stranger, f"/review/{site.page.id}/{path}", **fields).status_code


def test_nobody_takes_anothers_token_back_or_sees_it(site: Site) -> None:
    """One's own account page is one's own."""
    from quoth.pipeline.signing_in import make_token, tokens_of

    made, _ = make_token(site.people["editor"], "nightly export", site.parts)
    reviewer = site.client("reviewer")
    assert 404 == site.send(reviewer, "/account/tokens/delete", token=made.id).status_code
    assert "nightly export" not in reviewer.get("/account").text
    assert (made,) == tokens_of(site.people["editor"], site.parts)


def test_a_saved_search_is_changed_by_its_owner_an_editor_or_an_administrator_alone(site: Site) -> None:
    """Knowing the name of a search is not owning it; everybody who reads may run it."""
    from quoth.pipeline import may_change_strategy, save_strategy, saved_strategy

    owner, other, nobody = site.client("reader"), site.client("reviewer"), site.client()
    assert 200 == site.send(owner, "/search/save", strategy="taping", name="mine").status_code
    save_strategy("old", "knee*", site.parts)  # by the command line, or before there were accounts
    mine, old = saved_strategy("mine", site.parts), saved_strategy("old", site.parts)
    assert (site.people["reader"].id, "") == (mine.owner, old.owner)

    for name in ("mine", "old"):
        refused = site.send(other, "/search/save", strategy="exercis*", name=f" {name} ")
        assert (403, True) == (refused.status_code, f"The name “{name}” is taken" in refused.text)
        assert "exercis*</textarea>" in refused.text
        assert 403 == site.send(other, "/search/saved/delete", name=name).status_code
        assert nobody.post("/search/save", data={"strategy": "x", "name": name}).status_code in (303, 401)
        assert nobody.post("/search/saved/delete", data={"name": name}).status_code in (303, 401)
        for client in (other, nobody):
            assert 200 == client.post("/search/saved", data={"name": name}).status_code
            client.post("/search/saved", data={"name": name, "do": "forget"})
            client.post("/search", data={"strategy": "x", "name": name, "do": "save"})
    assert 403 == site.send(owner, "/search/saved/delete", name="old").status_code
    assert (mine, old) == (saved_strategy("mine", site.parts), saved_strategy("old", site.parts))
    assert not may_change_strategy(old, site.people["reviewer"])

    assert "Delete “mine”" in owner.get("/search").text
    assert "Delete “old”" not in owner.get("/search").text
    assert "Delete “mine”" not in other.get("/search").text
    assert "Name, to save it" not in nobody.get("/search").text
    for name in ("editor", "administrator"):
        steering = site.client(name)
        changed = {"strategy": f"taping OR {name}", "name": "mine"}
        asked = site.send(steering, "/search/save", **changed)
        assert (409, True) == (asked.status_code, "Save over “mine”</button>" in asked.text)
        assert changed["strategy"] != saved_strategy("mine", site.parts).text
        assert 200 == site.send(steering, "/search/save", **changed, over="yes").status_code
        assert changed["strategy"] == saved_strategy("mine", site.parts).text
    assert site.people["reader"].id == saved_strategy("mine", site.parts).owner
    assert 200 == site.send(owner, "/search/saved/delete", name="mine").status_code
    assert 200 == site.send(site.client("editor"), "/search/saved/delete", name="old").status_code
    assert "None yet" in owner.get("/search").text


def test_saving_and_deleting_a_search_needs_the_token_of_the_form(site: Site) -> None:
    """Another site cannot save or delete in the name of somebody signed in."""
    owner = site.client("reader")
    site.send(owner, "/search/save", strategy="taping", name="mine")
    for path in ("/search/save", "/search/saved/delete"):
        assert 403 == owner.post(path, data={"name": "mine", "strategy": "x"}).status_code
    assert "Run “mine”" in owner.get("/search").text


def test_the_submitter_cannot_be_made_a_reviewer_of_the_page(site: Site) -> None:
    """Not even by an administrator who gives both offices."""
    from quoth.model import Office
    from quoth.pipeline.people import change_account

    change_account(site.people["editor"].id, site.parts, offices=[Office.EDITOR, Office.REVIEWER])
    root = site.client("administrator")
    reply = site.send(root, f"/review/{site.page.id}/assign", whom=site.people["editor"].id)

    assert 422 == reply.status_code
    assert "cannot review it" in reply.text


# --- what is typed and what is read ----------------------------------------------------------------------------------
def test_nothing_that_was_typed_runs_in_anybodys_browser(site: Site) -> None:
    """Stored XSS: names, remarks, reasons, reports and labels come back as text."""
    from quoth.pipeline.people import change_account

    change_account(site.people["reviewer"].id, site.parts, shown_name=HOSTILE)
    reviewer, editor, root = (site.client(name) for name in ("reviewer", "editor", "administrator"))
    row = site.page.statements()[0].quote.span.passage_id
    review = f"/review/{site.page.id}"
    site.send(reviewer, f"{review}/declare", conflict="yes", text=HOSTILE)
    site.send(reviewer, f"{review}/remark", act="comment", passage=row, text=HOSTILE, at="s1")
    site.client().post(f"/answer/{site.page.id}/report", data={"at": "s1", "kind": "other", "text": HOSTILE})
    site.send(editor, "/account/tokens", label=HOSTILE)
    site.send(editor, f"{review}/withdraw", text=HOSTILE)
    paths = {
        editor: ("/board", review, "/account", "/board/reports", f"/answer/{site.page.id}/review"),
        root: ("/board/people", "/board/audit"),
    }
    for client, shown in paths.items():
        for path in shown:
            reply = client.get(path)
            assert 200 == reply.status_code, path
            assert "<script>alert(1)" not in reply.text, path
            assert "<img src=x" not in reply.text, path
    assert "&lt;script&gt;" in editor.get(review).text


def test_ingested_text_and_file_names_are_shown_as_text(filled: Parts, tmp_path: Any) -> None:
    """A guideline's own words beside the form of an editor, and the name of its file, are data."""
    from quoth.pipeline import Options, ingest
    from quoth.sources import DocumentFacts

    parts = copied(filled)
    file = tmp_path / "<img src=x onerror=alert(3)>.md"
    file.write_text(
        "# Elbow pain\n\nWe recommend braces for adults with elbow pain &lt;script&gt;alert(1)&lt;/script&gt;. "
        "(Strong recommendation)\n",
        encoding="utf-8",
    )
    facts = DocumentFacts(title=f"Guide {HOSTILE}", issuer=HOSTILE, year=2025, doi="10.1000/x")
    ingest([file], parts, options=Options(facts=facts))
    site = site_of(parts)
    editor = site.client("editor")
    for path in ("/board/recommendations", "/board/recommendations/10.1000/x"):
        reply = editor.get(path)
        assert 200 == reply.status_code, reply.text[:500]
        assert "<script>alert" not in reply.text
        assert "<img src=x" not in reply.text
