"""Pages about the site itself: the question box, holdings, policy, credits, words, health, static files."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from threading import Lock

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, PlainTextResponse, Response

from quoth import __version__, pipeline
from quoth.interop.html import fonts, stylesheet
from quoth.pipeline import Overview, Parts
from quoth.web.pages import html_page

__all__ = ["about_routes"]

_TYPES = {
    "quoth.css": "text/css; charset=utf-8",
    "board.css": "text/css; charset=utf-8",
    "quoth.js": "text/javascript; charset=utf-8",
    "live.js": "text/javascript; charset=utf-8",
    "quoth.svg": "image/svg+xml",
}


def about_routes(parts: Parts) -> APIRouter:
    """Everything that needs no question."""
    routes = APIRouter()
    holdings = _Holdings(parts)

    @routes.get("/")
    def home() -> Response:
        """The question box, starters by topic, and what the library holds."""
        return html_page("home.html", overview=holdings.now())

    @routes.get("/policy")
    def policy() -> Response:
        """How answers are made, what they are for, and what is kept."""
        return html_page("policy.html", settings=parts.settings)

    @routes.get("/credits")
    def credits() -> Response:
        """Licences of the texts and words that this library holds."""
        states = parts.store.pack_states()
        mesh = [state for state in states if state.pack.lower().startswith("mesh")]
        return html_page("credits.html", topics=parts.store.topics(), states=states, mesh=mesh, version=__version__)

    @routes.get("/glossary")
    def glossary() -> Response:
        """Trial words in plain ones."""
        return html_page("glossary.html", entries=parts.store.glossary())

    @routes.get("/healthz")
    def healthz() -> Response:
        """Whether the library can be read."""
        return JSONResponse({"status": "ok", "version": __version__, "snapshot": parts.store.snapshot()})

    @routes.get("/robots.txt")
    def robots() -> Response:
        """No page here is for search engines."""
        return PlainTextResponse("User-agent: *\nDisallow: /\n")

    @routes.get("/favicon.ico")
    def sign(request: Request) -> Response:
        """The sign, where browsers, bookmarks and monitors look for it without being told."""
        return static("quoth.svg", request)

    @routes.get("/static/{name}")
    def static(name: str, request: Request) -> Response:
        """The stylesheet, the script and the sign."""
        if name not in _TYPES:
            raise HTTPException(404)
        content, tag = _static(name)
        headers = {"ETag": tag, "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(content, media_type=_TYPES[name], headers=headers)

    @routes.get("/static/fonts/{name}")
    def font(name: str) -> Response:
        """The two fonts of the pages. Their names change when they do, so a browser may keep them."""
        held = fonts()
        if name not in held:
            raise HTTPException(404)
        return Response(held[name], media_type="font/woff2", headers={"Cache-Control": "max-age=2592000"})

    return routes


class _Holdings:
    """What the library holds, counted again only when it has changed: the count reads every record."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._lock = Lock()
        self._counted: tuple[int, Overview] | None = None

    def now(self) -> Overview:
        revision = self._parts.store.revision()
        with self._lock:
            if self._counted is None or self._counted[0] != revision:
                self._counted = (revision, pipeline.overview(self._parts))
            return self._counted[1]


@cache
def _static(name: str) -> tuple[bytes, str]:
    own = name != "quoth.css"
    content = files("quoth.web").joinpath("static", name).read_bytes() if own else stylesheet().encode()
    return content, f'"{sha256(content).hexdigest()[:16]}"'
