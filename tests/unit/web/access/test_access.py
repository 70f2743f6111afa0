"""Who may come to which page: one table for every route, held against what each visitor meets at each door."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.routing import APIRoute

from quoth.pipeline import Parts
from quoth.web.access import ACCESS
from tests.unit.web.board_site import Site, site_of

EVERYBODY = "nobody reader editor reviewer administrator"


SIGNED_IN = "reader editor reviewer administrator"


BOARD = "editor reviewer administrator"


WHO_MAY: dict[str, str] = {
    "GET /": EVERYBODY,
    "GET /policy": EVERYBODY,
    "GET /credits": EVERYBODY,
    "GET /glossary": EVERYBODY,
    "GET /healthz": EVERYBODY,
    "GET /favicon.ico": EVERYBODY,
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
    "POST /answer/{answer_id}/literally": EVERYBODY,
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


def test_a_closed_page_names_the_offices_that_open_it_to_somebody_signed_in(site: Site) -> None:
    """Nothing is said of machines without accounts to people who have one."""
    refused = site.client("reader").get("/library/care")
    assert 403 == refused.status_code
    assert "needs the office of administrator or editor. An administrator can give it" in refused.text


def test_a_page_within_a_part_of_the_site_says_where_it_is(site: Site) -> None:
    """The part is marked in the head of the page: as the page itself, or as what holds it."""
    administrator = site.client("administrator")
    assert 'href="/board" aria-current="page"' in administrator.get("/board").text
    review = f"/review/{site.page.id}"
    source = site.client().get(f"/answer/{site.page.id}").text.partition('href="/source/')[2].partition('"')[0]
    within = {"/board/people": "/board", "/library/care": "/library", "/account": "/board", review: "/board"}
    for path, part in (within | {f"/source/{source}": "/library"}).items():
        shown = administrator.get(path).text
        assert f'href="{part}" aria-current="true"' in shown
        assert 1 == shown.split("</header>")[0].count("aria-current")


def test_a_board_without_guidelines_leads_to_where_one_is_added_who_may_add_it(site: Site) -> None:
    """An editor needs no command line; whoever may not add is led to no closed door."""
    way = 'href="/library/add">to the library</a>'
    assert way in site.client("editor").get("/board/recommendations").text
    assert way not in site.client("administrator").get("/board/recommendations").text
