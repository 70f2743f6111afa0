"""Routes of watched topics: what is followed, what each run brought, and a feed of it. Addresses hold no topic."""

from fastapi import APIRouter
from starlette.responses import Response

from quoth import pipeline
from quoth.interop.digest import digest_subject
from quoth.pipeline import Parts
from quoth.web.pages import html_page

__all__ = ["watch_routes"]

SHOWN = 20


def watch_routes(parts: Parts) -> APIRouter:
    """Everything about watches. They are made and run by an operator, on the command line."""
    routes = APIRouter()

    @routes.get("/watch")
    def overview() -> Response:
        """The topics that are followed, and what the last runs brought."""
        return _page(parts, None)

    @routes.get("/watch/feed.atom")
    def feed() -> Response:
        """The last digests as an Atom feed."""
        body = pipeline.digest_feed(pipeline.digests(parts)[:SHOWN], parts)
        return Response(body, media_type="application/atom+xml")

    @routes.get("/watch/{watch_id}")
    def one(watch_id: str) -> Response:
        """One topic and its digests."""
        return _page(parts, pipeline.watch_named(watch_id, parts).id)

    return routes


def _page(parts: Parts, watch_id: str | None) -> Response:
    held = pipeline.watches(parts)
    found = pipeline.digests(parts, watch=watch_id)[:SHOWN]
    return html_page(
        "watch.html",
        watches=[watch for watch in held if watch_id in (None, watch.id)],
        digests=[(digest, digest_subject(digest)) for digest in found],
        one=watch_id is not None,
    )
