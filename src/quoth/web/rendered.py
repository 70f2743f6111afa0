"""Pages as bytes, at hand for the next reader while nothing has changed that they show.

A page changes when the library does (its statements are checked anew), when its review does, or when it is deleted.
"""

import gzip
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from starlette.responses import Response

from quoth import pipeline
from quoth.errors import NotFound
from quoth.interop.html import Step, render_html
from quoth.interop.pdf import can_make_pdf
from quoth.model import Span
from quoth.pipeline import Outcome, Parts
from quoth.web.shelf import Shelf
from quoth.web.visits import Visits

__all__ = ["Rendered", "page_html"]

BYTES_MAX = 32_000_000


@dataclass(frozen=True, slots=True)
class _Page:
    plain: bytes
    packed: bytes


class Rendered:
    """Answer pages, rendered once for each state of the library."""

    def __init__(self, parts: Parts, shelf: Shelf, visits: Visits) -> None:
        self._parts, self._shelf, self._visits = parts, shelf, visits
        self._held: OrderedDict[tuple[object, ...], _Page] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()
        self._making = Lock()

    def page(self, answer_id: str, *, packed: bool) -> Response:
        """The page, in gzip for those who take it. Raises NotFound."""
        trail = self.trail(answer_id)
        key = (answer_id, self._parts.store.revision(), pipeline.page_state(answer_id, self._parts), trail)
        if not self._shelf.holds(answer_id):
            self._shelf.get(answer_id)  # says why not
        found = self._get(key)
        if found is None:
            with self._making:  # the second reader of a new page waits for the first one's
                found = self._get(key) or self._made(key, self._shelf.get(answer_id), trail)
        headers = {"Vary": "Accept, Accept-Encoding"}
        if packed:
            return Response(found.packed, media_type="text/html", headers={**headers, "Content-Encoding": "gzip"})
        return Response(found.plain, media_type="text/html", headers=headers)

    def trail(self, answer_id: str) -> tuple[Step, ...]:
        """The pages before this one in its visit, those that are still there."""
        steps = []
        for before in self._visits.before(answer_id):
            try:
                steps.append(Step(before, self._shelf.question(before).text))
            except NotFound:
                continue
        return tuple(steps)

    def _get(self, key: tuple[object, ...]) -> _Page | None:
        with self._lock:
            found = self._held.get(key)
            if found:
                self._held.move_to_end(key)
            return found

    def _made(self, key: tuple[object, ...], outcome: Outcome, trail: tuple[Step, ...]) -> _Page:
        plain = page_html(outcome, self._parts, trail=trail).encode()
        made = _Page(plain, gzip.compress(plain, 6, mtime=0))
        with self._lock:
            self._held[key] = made
            self._bytes += len(made.plain) + len(made.packed)
            while self._bytes > BYTES_MAX and len(self._held) > 1:
                _, gone = self._held.popitem(last=False)
                self._bytes -= len(gone.plain) + len(gone.packed)
        return made


def page_html(
    outcome: Outcome, parts: Parts, *, trail: tuple[Step, ...] = (), ticks: dict[str, str] | None = None
) -> str:
    """The page as the web face shows it."""
    page = outcome.page

    def open_passage(span: Span, statement_id: str) -> str:
        return f"/passage/{span.rendition_id}/{span.start}-{span.end}?answer={page.id}&at={statement_id}"

    return render_html(
        page,
        outcome.verdict,
        open_passage=open_passage,
        glossary=parts.store.glossary(),
        ticks=ticks,
        trail=trail,
        pdf=can_make_pdf(),
        standing_at=pipeline.standing_address(page.id, parts),
        beyond=pipeline.may_search(parts) and pipeline.is_thin(page),
        checks=outcome.checks,
    )
