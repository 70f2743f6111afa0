"""The application: routes inside, guards around them."""

from collections.abc import Iterable

from fastapi import Depends, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from quoth.pipeline import Parts
from quoth.web.about import about_routes
from quoth.web.access import gate
from quoth.web.access_log import AccessLog
from quoth.web.accounts import account_routes
from quoth.web.adding import add_routes
from quoth.web.administering import administration_routes
from quoth.web.answering import answer_routes
from quoth.web.board import board_routes
from quoth.web.bringing import BRING_PATH, bring_routes
from quoth.web.caring import care_routes
from quoth.web.doubling import doubling_routes
from quoth.web.elsewhere import elsewhere_routes
from quoth.web.everyday import everyday_routes
from quoth.web.faults import FaultPages, add_fault_pages
from quoth.web.guard import Guard, allowed_hosts
from quoth.web.head import HeadAsGet
from quoth.web.headers import SafeHeaders
from quoth.web.inbox import inbox_routes
from quoth.web.jobs import Jobs
from quoth.web.live import live_routes
from quoth.web.looking import look_routes
from quoth.web.searching import search_routes
from quoth.web.shelf import Shelf
from quoth.web.slashes import WithoutSlash
from quoth.web.standing import standing_routes
from quoth.web.threads import thread_routes
from quoth.web.visitors import Doorkeeper
from quoth.web.visits import Visits
from quoth.web.waiting import Waiting
from quoth.web.watching import watch_routes

__all__ = ["create_app"]


def create_app(parts: Parts, *, host: str | None = None, hosts: Iterable[str] = ()) -> FastAPI:
    """The web face of one library.

    Args:
        parts: what to ask with; the caller closes them.
        host: address that is listened on, by default the setting; requests may name it.
        hosts: further names under which this machine is reached, behind a proxy for instance.
    """
    app = FastAPI(
        title="quoth",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        dependencies=[Depends(gate(parts))],
    )
    shelf = Shelf(parts)
    visits, waiting, jobs = Visits(), Waiting(), Jobs(parts)
    for routes in (
        about_routes(parts),
        answer_routes(parts, shelf, visits, waiting),
        thread_routes(parts, visits),
        add_routes(parts, jobs),
        doubling_routes(parts),
        care_routes(parts, jobs),
        bring_routes(parts, jobs),
        look_routes(parts),
        search_routes(parts),
        live_routes(parts, shelf),
        watch_routes(parts),
    ):
        app.include_router(routes)
    for make in (
        standing_routes,
        account_routes,
        elsewhere_routes,
        board_routes,
        inbox_routes,
        everyday_routes,
        administration_routes,
    ):
        app.include_router(make(parts))
    add_fault_pages(app)
    # The last one added is the outermost: what is refused at the door is logged and has safe headers too.
    app.add_middleware(WithoutSlash)
    app.add_middleware(HeadAsGet)
    app.add_middleware(Doorkeeper, parts=parts)
    known = allowed_hosts(parts.settings.host if host is None else host, hosts)
    upload = parts.settings.web_upload_max_mb * 2**20
    app.add_middleware(Guard, hosts=known, large={"/library/add": upload, BRING_PATH: upload})
    app.add_middleware(FaultPages)
    app.add_middleware(GZipMiddleware, minimum_size=1024)  # no page holds a secret that its length could tell
    app.add_middleware(SafeHeaders)
    app.add_middleware(AccessLog)
    return app
