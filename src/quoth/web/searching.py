"""The librarian's page: a strategy in a form, every line with its count, saved searches, the found set to take away."""

from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from quoth import pipeline
from quoth.errors import BadInput, NotAllowed, UserError, WouldReplace
from quoth.interop.citation import reference_of
from quoth.interop.exports import render_csv, render_ris
from quoth.model import SavedStrategy, StrategyRun
from quoth.pipeline import Parts
from quoth.web.access import may_save
from quoth.web.pages import html_page
from quoth.web.visitors import current_visitor

__all__ = ["search_routes"]

PAGE_SIZE = 50
EXAMPLE = '"patellofemoral pain"[tiab] OR "anterior knee pain"[tiab]\nexercis* OR taping\n#1 AND #2 AND 2015:[dp]'
_TEXT_MAX = 20_000
_FILES = {
    "ris": ("found.ris", "application/x-research-info-systems"),
    "csv": ("found.csv", "text/csv; charset=utf-8"),
    "record": ("search-record.md", "text/markdown; charset=utf-8"),
}


@dataclass(frozen=True, slots=True)
class Desk:
    """What the form holds, and what went wrong with it."""

    text: str = ""
    name: str = ""
    offset: int = 0
    exhaustive: bool = False
    fault: str = ""
    failed: str = "Not run."
    """What the fault kept from happening."""
    done: str = ""
    over: bool = False
    """Whether saving waits for a yes, since somebody else's search would be lost."""


def search_routes(parts: Parts) -> APIRouter:
    """Running, saving and exporting strategies. A strategy travels in the form: no address or log holds it."""
    routes = APIRouter()

    @routes.get("/search")
    def empty() -> Response:
        """The form, with the saved searches."""
        return _page(parts, Desk())

    @routes.post("/search")
    def search(
        strategy: Annotated[str, Form(max_length=_TEXT_MAX)] = "",
        name: Annotated[str, Form(max_length=200)] = "",
        do: Annotated[str, Form(max_length=20)] = "run",
        offset: Annotated[int, Form(ge=0, le=10_000_000)] = 0,
        exhaustive: Annotated[bool, Form()] = False,
    ) -> Response:
        """Run a strategy, or a question exhaustively, or hand out what it found."""
        desk = Desk(strategy.strip(), name.strip(), offset, exhaustive)
        try:
            run = (pipeline.run_exhaustive if exhaustive else pipeline.run_strategy)(desk.text, parts)
            if do in _FILES:
                return _file(run, do, desk.name, parts)
        except UserError as fault:
            return _page(parts, replace(desk, fault=str(fault)), status=400)
        return _page(parts, desk, run)

    @routes.post("/search/save")
    def save(
        request: Request,
        strategy: Annotated[str, Form(max_length=_TEXT_MAX)] = "",
        name: Annotated[str, Form(max_length=200)] = "",
        exhaustive: Annotated[bool, Form()] = False,
        over: Annotated[bool, Form()] = False,
    ) -> Response:
        """Keep a strategy under a name, as the visitor's own, and run it. Asks before another's is replaced."""
        desk = Desk(strategy.strip(), name.strip(), exhaustive=exhaustive)
        try:
            if exhaustive:
                raise BadInput("Only a strategy can be saved. An exhaustive search shows the words to make one of.")
            run = pipeline.run_strategy(desk.text, parts)
            held = pipeline.save_strategy(desk.name, desk.text, parts, by=request.state.visitor.account, over=over)
        except WouldReplace as fault:
            return _page(parts, replace(desk, fault=str(fault), failed="Not saved yet.", over=True), run, status=409)
        except UserError as fault:
            return _page(parts, replace(desk, fault=str(fault), failed="Not saved."), status=fault_status(fault))
        return _page(parts, Desk(desk.text, held.name, done=f"Saved as “{held.name}”."), run)

    @routes.post("/search/saved")
    def saved(name: Annotated[str, Form(max_length=200)] = "") -> Response:
        """Open a saved search and run it."""
        try:
            held = pipeline.saved_strategy(name, parts)
            return _page(parts, Desk(held.text, held.name), pipeline.run_strategy(held.text, parts))
        except UserError as fault:
            return _page(parts, Desk(fault=str(fault)), status=fault_status(fault))

    @routes.post("/search/saved/delete")
    def delete(request: Request, name: Annotated[str, Form(max_length=200)] = "") -> Response:
        """Delete a saved search."""
        try:
            pipeline.forget_strategy(name, parts, by=request.state.visitor.account)
        except UserError as fault:
            return _page(parts, Desk(fault=str(fault), failed="Not deleted."), status=fault_status(fault))
        return _page(parts, Desk(done=f"Deleted “{' '.join(name.split())}”."))

    return routes


def fault_status(fault: UserError) -> int:
    """404 for what is not there, 403 for what is another's, 400 for what cannot be used."""
    if isinstance(fault, NotAllowed):
        return 403
    return 404 if fault.exit_code == 4 else 400


def _page(parts: Parts, desk: Desk, run: StrategyRun | None = None, *, status: int = 200) -> Response:
    rows = pipeline.found_records(run, parts, offset=desk.offset, limit=PAGE_SIZE) if run else ()
    visitor = current_visitor()
    saving = may_save(visitor, parts)
    saved: tuple[SavedStrategy, ...] = pipeline.saved_strategies(parts)
    return html_page(
        "search.html",
        status=status,
        desk=desk,
        run=run,
        rows=[(reference_of(record, standing), record, standing) for record, standing in rows],
        saved=[(one, saving and pipeline.may_change_strategy(one, visitor.account)) for one in saved],
        saving=saving,
        size=PAGE_SIZE,
        example=EXAMPLE,
    )


def _file(run: StrategyRun, form: str, name: str, parts: Parts) -> Response:
    """The found set, or the record of the search, as a file to keep."""
    if form == "record":
        text = pipeline.search_record(run, parts, name=name)
    else:
        render = render_ris if form == "ris" else render_csv
        text = render(pipeline.found_records(run, parts), pipeline.Abstracts(parts))
    file, media_type = _FILES[form]
    return Response(text, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{file}"'})
