"""Routes into the library: a passage in its paragraph, a source with all its texts, and the shelves."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import Response

from quoth import pipeline
from quoth.errors import NotFound
from quoth.interop.citation import reference_of
from quoth.interop.labels import design_label
from quoth.interop.reading import Block, blocks_of
from quoth.model import Design, Fidelity, Quoting, Record, Rendition, allowance
from quoth.pipeline import Parts, Recommended, Shelf, SourceView
from quoth.web.access import may_care, may_write
from quoth.web.pages import html_page

__all__ = ["look_routes"]

PAGE_SIZE = 50
OPEN_CHARS = 6000
"""Texts up to this length are shown whole; longer ones open at the section in question."""
ROWS_OPEN = 25
"""Of a guideline with more recommendations, the headings are shown, each to be opened."""
_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


_Number = Annotated[int | None, Query(ge=0, le=2**53)]
_FormNumber = Annotated[int | None, Form(ge=0, le=2**53)]


@dataclass(frozen=True, slots=True)
class Place:
    """From where on a shelf is looked at: how far it is from the top, and beside which record in a large library."""

    offset: int = 0
    before: int | None = None
    after: int | None = None


def look_routes(parts: Parts) -> APIRouter:
    """Everything that shows what the library holds."""
    routes = APIRouter()

    @routes.get("/passage/{rendition_id}/{place}")
    def passage(
        request: Request,
        rendition_id: str,
        place: str,
        answer: Annotated[str, Query()] = "",
        at: Annotated[str, Query()] = "",
    ) -> Response:
        """The source's text with the passage marked."""
        offsets = _PLACE.fullmatch(place)
        if offsets is None:
            raise NotFound("This is no place in a text. A passage is given by two offsets, such as 120-310.")
        view = pipeline.passage(rendition_id, int(offsets[1]), int(offsets[2]), parts)
        rendition = view.stored.rendition
        blocks = blocks_of(rendition, start=view.start, end=view.end)
        limit = None if may_write(request, parts) else _limit(rendition, view.record)
        if limit is not None:
            blocks = _alone(blocks) if len(rendition.text[view.start : view.end].split()) <= limit else ()
        return html_page(
            "passage.html",
            view=view,
            limit=limit,
            reference=reference_of(view.record, view.standing),
            blocks=blocks,
            whole=len(rendition.text) <= OPEN_CHARS,
            back=f"/answer/{answer}#{at if _ID.fullmatch(at) else 'main'}" if _ID.fullmatch(answer) else "",
        )

    @routes.get("/source/{record_id:path}")
    def source(record_id: str, request: Request) -> Response:
        """One source: catalogue facts, standing, every text and every doubt, and where it is used."""
        view = pipeline.source(record_id, parts)
        texts = [(stored, blocks_of(stored.rendition)) for stored in view.renditions]
        editor = may_write(request, parts)
        limits = {one.rendition.id: _limit(one.rendition, view.record) for one in view.renditions}
        return html_page(
            "source.html",
            view=view,
            hidden={} if editor else {name: most for name, most in limits.items() if most is not None},
            quoting=_quoting(view),
            reference=reference_of(view.record, view.standing),
            kind=design_label(view.design.design, view.design.level, inferred=view.design.inferred),
            recommended=pipeline.recommended(view),
            by_heading=_by_heading,
            ROWS_OPEN=ROWS_OPEN,
            current=[(stored, blocks) for stored, blocks in texts if stored.current],
            older=[(stored, blocks) for stored, blocks in texts if not stored.current],
            open_chars=OPEN_CHARS,
            uses=pipeline.uses(view.record, parts),
            # Other readers' questions are theirs: how often a source is used is for everybody, by whom is for editors.
            shows_questions=editor,
        )

    @routes.get("/library")
    def library(
        request: Request,
        kind: Annotated[str, Query(max_length=40)] = "",
        year: Annotated[str, Query(max_length=7)] = "",
        state: Annotated[str, Query(max_length=10)] = "",
        offset: Annotated[int, Query(ge=0, le=100_000_000)] = 0,
        before: _Number = None,
        after: _Number = None,
    ) -> Response:
        """The shelves, by kind, year and standing."""
        return _library(parts, Shelf(kind, year, state), Place(offset, before, after), request)

    @routes.post("/library")
    def search(
        request: Request,
        kind: Annotated[str, Form(max_length=40)] = "",
        year: Annotated[str, Form(max_length=7)] = "",
        state: Annotated[str, Form(max_length=10)] = "",
        text: Annotated[str, Form(max_length=2000)] = "",
        offset: Annotated[int, Form(ge=0, le=100_000_000)] = 0,
        before: _FormNumber = None,
        after: _FormNumber = None,
    ) -> Response:
        """The same with words looked for: they travel in the form, so that no address or log holds them."""
        return _library(parts, Shelf(kind, year, state, text.strip()), Place(offset, before, after), request)

    return routes


def _by_heading(rows: Iterable[Recommended]) -> list[tuple[str, list[Recommended]]]:
    """Recommendations under the headings that they stand under, in the order of the text."""
    return [(heading, list(found)) for heading, found in groupby(rows, key=lambda one: one.section)]


def _alone(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The passage without what stands around it, for a text that may not be shown whole."""
    found = []
    for block in blocks:
        marked = (tuple(stretch for stretch in paragraph if stretch.marked) for paragraph in block.paragraphs)
        if paragraphs := tuple(paragraph for paragraph in marked if paragraph):
            found.append(replace(block, paragraphs=paragraphs))
    return tuple(found)


def _limit(rendition: Rendition, record: Record) -> int | None:
    """How many words of a text may be quoted; `None` where there is no limit."""
    if rendition.fidelity is not Fidelity.VERBATIM:
        return None
    return allowance(rendition.licence or record.licence).most_words


def _quoting(view: SourceView) -> str:
    """How much of its own words may be quoted, for the catalogue; empty where no text is in its own words."""
    own = [one.rendition for one in view.renditions if one.current and one.rendition.fidelity is Fidelity.VERBATIM]
    found = [allowance(text.licence or view.record.licence) for text in own]
    return "; ".join(
        dict.fromkeys(
            f"at most {one.words} words a page" if one.quoting is Quoting.WORDS else one.quoting.value for one in found
        )
    )


def _library(parts: Parts, shelf: Shelf, place: Place, request: Request) -> Response:
    page = pipeline.shelf_page(
        parts, shelf, offset=place.offset, before=place.before, after=place.after, limit=PAGE_SIZE
    )
    counts = parts.store.counts()
    return html_page(
        "library.html",
        shelf=shelf,
        page=page,
        offset=place.offset,
        may_add=may_write(request, parts),
        may_care=may_care(request, parts),
        rows=[(reference_of(record, standing), record, standing) for record, standing in page.rows],
        counts=counts,
        kinds=[(value, number) for value, number in counts.by_design],
        size=PAGE_SIZE,
        designs={design.value: design for design in Design},
    )
