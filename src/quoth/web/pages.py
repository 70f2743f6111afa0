"""Templates to responses: the one place where this face renders."""

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.responses import HTMLResponse

from quoth.interop.html import clean, environment

__all__ = ["html_page"]


def html_page(name: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """A page of the site."""
    html = _environment().get_template(name).render(base="", standalone=False, css="", **values)
    return HTMLResponse(clean(html), status_code=status)


@cache
def _environment() -> Environment:
    """The templates of this face over those of the answer page, with the same rules."""
    shared = environment()
    assert shared.loader is not None
    return shared.overlay(loader=ChoiceLoader([PackageLoader("quoth.web", "templates"), shared.loader]))
