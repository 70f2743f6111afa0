"""Every route against every visitor, and what nobody may do: the table is written out here a second time."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.routing import APIRoute

from quoth.pipeline import Parts
from quoth.web.access import ACCESS
from quoth.web.visitors import COOKIE
from tests.unit.web.board_site import PASSWORD, Site, copied, site_of, starter_library

EVERYBODY = "nobody reader editor reviewer administrator"
SIGNED_IN = "reader editor reviewer administrator"
BOARD = "editor reviewer administrator"
WHO_MAY: dict[str, str] = {
    "GET /": EVERYBODY,
    "GET /policy": EVERYBODY,
    "GET /credits": EVERYBODY,
    "GET /glossary": EVERYBODY,
    "GET /healthz": EVERYBODY,
    "GET /robots.txt": EVERYBODY,
    "GET /static/{name}": EVERYBODY,
    "GET /static/fonts/{name}": EVERYBODY,
    "GET /library": EVERYBODY,
    "POST /library": EVERYBODY,
    "GET /source/{record_id:path}": EVERYBODY,
    "GET /passage/{rendition_id}/{place}": EVERYBODY,
    "POST /ask": EVERYBODY,
    "GET /asking/{ticket}": EVERYBODY,
    "POST /live/plan": EVERYBODY,
    "POST /live/start": EVERYBODY,
    "GET /live/{job_id}": EVERYBODY,
    "GET /live/{job_id}/events": EVERYBODY,
    "GET /watch": EVERYBODY,
    "GET /watch/feed.atom": EVERYBODY,
    "GET /watch/{watch_id}": EVERYBODY,
    "GET /answer/{name}": EVERYBODY,
    "POST /answer/{answer_id}/follow-up": EVERYBODY,
    "POST /answer/{answer_id}/delete": EVERYBODY,
    "POST /answer/{answer_id}/as": EVERYBODY,
    "POST /answer/{answer_id}/without": EVERYBODY,
    "POST /answer/{answer_id}/patient": EVERYBODY,
    "POST /answer/{answer_id}/keep": EVERYBODY,
    "GET /thread/{thread_id}": EVERYBODY,
    "POST /thread/{thread_id}/delete": EVERYBODY,
    "GET /library/add": "editor",
    "POST /library/add": "editor",
    "POST /library/bring": "editor",
    "GET /library/duplicates": "editor",
    "POST /library/duplicates": "editor",
    "GET /job/{job_id}": "editor administrator",
    "GET /job/{job_id}/file": "editor administrator",
    "GET /library/care": "editor administrator",
    "POST /library/care": "editor administrator",
    "GET /search": EVERYBODY,
    "POST /search": EVERYBODY,
    "POST /search/saved": EVERYBODY,
    "POST /search/save": SIGNED_IN,
    "POST /search/saved/delete": SIGNED_IN,
    "GET /answer/{answer_id}/review": EVERYBODY,
    "GET /answer/{answer_id}/report": EVERYBODY,
    "POST /answer/{answer_id}/report": EVERYBODY,
    "GET /sign-in": EVERYBODY,
    "POST /sign-in": EVERYBODY,
    "GET /sign-in/elsewhere": EVERYBODY,
    "GET /sign-in/back": EVERYBODY,
    "GET /invitation/{secret}": EVERYBODY,
    "POST /invitation/{secret}": EVERYBODY,
    "POST /sign-out": SIGNED_IN,
    "GET /account": SIGNED_IN,
    "POST /account/password": SIGNED_IN,
    "POST /account/tokens": SIGNED_IN,
    "POST /account/tokens/delete": SIGNED_IN,
    "GET /board": BOARD,
    "GET /board/reports": BOARD,
    "POST /board/reports/{report_id}": "editor",
    "GET /board/unanswered": BOARD,
    "GET /board/everyday": BOARD,
    "POST /board/everyday": "editor reviewer",
    "GET /board/recommendations": BOARD,
    "POST /board/recommendations": "editor",
    "GET /board/recommendations/{source:path}": BOARD,
    "POST /board/recommendations/{source:path}": "editor",
    "GET /review/{review_id}": BOARD,
    "GET /review/{review_id}/rows": "editor",
    "GET /review/{review_id}/difference": BOARD,
    "POST /answer/{answer_id}/submit": "editor",
    "POST /review/{review_id}/assign": "editor administrator",
    "POST /review/{review_id}/release": BOARD,
    "POST /review/{review_id}/declare": "reviewer",
    "POST /review/{review_id}/remark": "editor reviewer",
    "POST /review/{review_id}/decide": "reviewer",
    "POST /review/{review_id}/revise": "editor",
    "POST /review/{review_id}/withdraw": "editor administrator",
    "POST /review/{review_id}/delete": "administrator",
    "GET /board/people": "administrator",
    "POST /board/people/invite": "administrator",
    "POST /board/people/{account_id}": "administrator",
    "GET /board/audit": "administrator",
    "GET /board/audit.jsonl": "administrator",
}
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library, filled once."""
    with starter_library(str(tmp_path_factory.mktemp("site"))) as parts:
        yield parts


@pytest.fixture(scope="module")
def shared(filled: Parts) -> Site:
    """A site for tests that only look."""
    return site_of(filled)


@pytest.fixture
def site(filled: Parts) -> Site:
    """A site for tests that change something."""
    return site_of(filled)


def all_routes(router: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every route of a router with its whole path, those of routers within it included."""
    for route in router.routes:
        within = getattr(route, "original_router", None)
        if within is not None:
            yield from all_routes(within, prefix + route.include_context.prefix)
        else:
            yield prefix + getattr(route, "path", "?"), route


def routes_of(app: Any) -> set[str]:
    """Every route of the application as "METHOD path"."""
    found = [(path, route) for path, route in all_routes(app) if isinstance(route, APIRoute)]
    return {f"{method} {path}" for path, route in found for method in route.methods}


def test_every_route_stands_in_both_tables(shared: Site) -> None:
    """A new route is closed until somebody says, in web/access.py and here, who may come to it."""
    assert len(routes_of(shared.app)) > 40
    assert set() == routes_of(shared.app) - set(ACCESS)
    assert set() == routes_of(shared.app) - set(WHO_MAY)
    assert not [path for path, route in all_routes(shared.app) if not isinstance(route, APIRoute)]


@pytest.mark.parametrize("visitor", EVERYBODY.split())
@pytest.mark.parametrize("name", WHO_MAY)
def test_every_route_is_open_to_those_it_is_for_and_to_nobody_else(name: str, visitor: str, shared: Site) -> None:
    """Each visitor at each door: let in, led to the form to sign in, or refused."""
    if name not in routes_of(shared.app):
        pytest.skip("not a route of this site")
    method, path = name.split(" ")
    for part in (
        "{review_id}",
        "{answer_id}",
        "{name}",
        "{account_id}",
        "{report_id}",
        "{secret}",
        "{ticket}",
        "{thread_id}",
        "{job_id}",
    ):
        path = path.replace(part, "nothing-here")
    path = path.replace("{record_id:path}", "x").replace("{source:path}", "x")
    path = path.replace("{rendition_id}/{place}", "x/0-5")
    client = shared.client("" if visitor == "nobody" else visitor)
    data = {"form_token": shared.token(client)} if method == "POST" else None
    reply = client.request(method, path, data=data)

    at_the_door = reply.status_code == 401 and "Sign in first" in reply.text
    refused = at_the_door or (reply.status_code == 403 and "needs the office" in reply.text)
    led_away = reply.status_code == 303 and reply.headers["location"].startswith("/sign-in")
    assert (visitor in WHO_MAY[name].split()) == (not refused and not led_away), (reply.status_code, reply.text[:300])
    assert reply.status_code != 500


def test_a_route_that_nobody_placed_is_closed(filled: Parts) -> None:
    """Forgetting the table shuts a page; it never opens one."""
    site = site_of(filled)

    @site.app.get("/forgotten")
    def forgotten() -> str:
        return "secret"

    for name in ("", "administrator"):
        reply = site.client(name).get("/forgotten")
        assert 403 == reply.status_code
        assert "secret" not in reply.text


def test_a_library_can_be_for_people_with_an_account_alone(filled: Parts) -> None:
    """With sign_in_to_read nobody reads or asks without an account; the door and the policy stay open."""
    site = site_of(filled, sign_in_to_read=True)
    nobody = site.client()

    assert "/sign-in?next=/library%3Fkind%3Drct" == nobody.get("/library?kind=rct").headers["location"]
    assert 401 == nobody.post("/ask", data={"question": "x"}).status_code
    assert 401 == nobody.get(f"/answer/{site.page.id}.json", headers={"accept": "application/json"}).status_code
    assert [200, 200, 200] == [nobody.get(path).status_code for path in ("/sign-in", "/policy", "/static/quoth.css")]
    assert 200 == site.client("reader").get(f"/answer/{site.page.id}").status_code


# --- CSRF ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("token", ["", "0" * 64, "another"])
def test_a_form_without_its_own_token_does_nothing(token: str, site: Site) -> None:
    """Even from this very site, and even where a browser tells no origin."""
    editor, other = site.client("editor"), site.client("editor")
    sent = site.token(other) if token == "another" else token
    reply = editor.post(f"/review/{site.page.id}/withdraw", data={"text": "x", "form_token": sent})

    assert 403 == reply.status_code
    assert "Under review" in site.client().get(f"/answer/{site.page.id}").text
    assert 303 == site.send(editor, f"/review/{site.page.id}/withdraw", text="x").status_code


def test_a_token_of_a_program_needs_no_form_token_and_no_cookie(site: Site) -> None:
    """A program cannot be made to send its bearer token by another site."""
    from quoth.pipeline.signing_in import make_token

    _, secret = make_token(site.people["editor"], "script", site.parts)
    client = site.client()
    headers = {"authorization": f"Bearer {secret}"}
    reply = client.post(f"/review/{site.page.id}/withdraw", data={"text": "x"}, headers=headers)

    assert 303 == reply.status_code
    assert "set-cookie" not in reply.headers
    assert 303 == client.get("/account", headers={"authorization": "Bearer quoth_wrong"}).status_code


# --- sessions --------------------------------------------------------------------------------------------------------
def with_password(site: Site, name: str = "editor") -> None:
    """Let somebody sign in by password."""
    from quoth.pipeline.people import change_account

    change_account(site.people[name].id, site.parts, password=PASSWORD)


def test_a_session_that_was_planted_is_not_taken_over(site: Site) -> None:
    """Session fixation: whatever cookie a browser brings to the door, signing in makes a new one and ends the old."""
    with_password(site)
    attacker = site.client("reader")
    planted = attacker.cookies.get(COOKIE)
    victim = site.client()
    victim.cookies.set(COOKIE, planted)
    reply = victim.post("/sign-in", data={"name": "editor", "password": PASSWORD})

    fresh = reply.cookies.get(COOKIE)
    assert fresh
    assert fresh != planted
    assert 303 == attacker.get("/account").status_code
    victim.cookies.clear()
    victim.cookies.set(COOKIE, fresh)
    assert "Dr Editor" in victim.get("/account").text


def test_the_cookie_is_out_of_reach_and_secure_behind_https(filled: Parts) -> None:
    """HttpOnly, SameSite, and Secure where the setting says that pages are reached so."""
    for https in (False, True):
        site = site_of(filled, https=https)
        with_password(site)
        reply = site.client().post("/sign-in", data={"name": "editor", "password": PASSWORD})
        cookie = reply.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie
        assert ("secure" in cookie) == https
        assert "set-cookie" not in site.client().get("/").headers


def test_signing_out_ends_the_session_on_the_server(site: Site) -> None:
    """A cookie that was copied before is worth nothing after."""
    editor = site.client("editor")
    copy = editor.cookies.get(COOKIE)
    assert 303 == site.send(editor, "/sign-out").status_code
    thief = site.client()
    thief.cookies.set(COOKIE, copy)

    assert "/sign-in?next=/board" == thief.get("/board").headers["location"]


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/%0d%0aSet-Cookie:x=1\r\nX: y",
        "///evil.example",
        "evil.example",
        "/" + "a" * 400,
        "/évil",
    ],
)
def test_signing_in_never_leads_to_another_site(wanted: str, site: Site) -> None:
    """Open redirect: the way on is a path of this site, or the start page."""
    with_password(site)
    reply = site.client().post("/sign-in", data={"name": "editor", "password": PASSWORD, "next": wanted})

    assert reply.headers.get("location", "/") in ("/", "/%0d%0aSet-Cookie:x=1")
    assert reply.status_code in (303, 422)
    shown = site.client().get("/sign-in", params={"next": wanted}).text
    assert "evil.example" not in shown


def test_a_way_on_within_the_site_is_kept(site: Site) -> None:
    """Who was led to the door comes to where they wanted to go."""
    with_password(site)
    assert "/sign-in?next=/review/x" == site.client().get("/review/x").headers["location"]
    reply = site.client().post("/sign-in", data={"name": "editor", "password": PASSWORD, "next": "/board"})
    assert "/board" == reply.headers["location"]


def test_guessing_passwords_is_slowed_down_by_name(site: Site) -> None:
    """After ten wrong tries the name waits, the right password included; others come in."""
    with_password(site)
    with_password(site, "reviewer")
    client = site.client()
    for _ in range(10):
        assert 401 == client.post("/sign-in", data={"name": "editor", "password": "wrong"}).status_code
    late = client.post("/sign-in", data={"name": "EDITOR ", "password": PASSWORD})
    assert 429 == late.status_code
    assert COOKIE not in late.cookies
    assert 303 == client.post("/sign-in", data={"name": "reviewer", "password": PASSWORD}).status_code


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


def test_no_reply_to_a_signed_in_visitor_is_cached_or_tells_a_password(site: Site) -> None:
    """A shared computer keeps nothing of the board."""
    with_password(site)
    reply = site.client().post("/sign-in", data={"name": "editor", "password": "wrong " + PASSWORD})
    assert PASSWORD not in reply.text
    assert "no-store" == site.client("editor").get("/board").headers["cache-control"]


def test_a_closed_page_names_the_offices_that_open_it_to_somebody_signed_in(site: Site) -> None:
    """Nothing is said of machines without accounts to people who have one."""
    refused = site.client("reader").get("/library/care")
    assert 403 == refused.status_code
    assert "needs the office of administrator or editor. An administrator can give it" in refused.text


def test_a_page_within_a_part_of_the_site_says_where_it_is(site: Site) -> None:
    """The part is marked in the head of the page: as the page itself, or as what holds it."""
    administrator = site.client("administrator")
    assert 'href="/board" aria-current="page"' in administrator.get("/board").text
    for path, part in (("/board/people", "/board"), ("/library/care", "/library")):
        shown = administrator.get(path).text
        assert f'href="{part}" aria-current="true"' in shown
        assert 1 == shown.split("</header>")[0].count("aria-current")


def test_a_board_without_guidelines_leads_to_where_one_is_added_who_may_add_it(site: Site) -> None:
    """An editor needs no command line; whoever may not add is led to no closed door."""
    way = 'href="/library/add">to the library</a>'
    assert way in site.client("editor").get("/board/recommendations").text
    assert way not in site.client("administrator").get("/board/recommendations").text
