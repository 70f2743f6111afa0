"""Templates to responses: the one place where this face renders."""

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup
from starlette.responses import HTMLResponse

from quoth.interop.html import environment
from quoth.text.writable import writable
from quoth.web.visitors import Visitor, current_path, current_visitor

__all__ = ["html_page"]


def html_page(name: str, /, *, status: int = 200, **values: object) -> HTMLResponse:
    """A page of the site."""
    visitor = current_visitor()
    html = (
        _environment()
        .get_template(name)
        .render(
            base="",
            standalone=False,
            css="",
            visitor=visitor,
            here=current_path(),
            token=lambda: _token(visitor),
            **values,
        )
    )
    return HTMLResponse(writable(html), status_code=status)


def _token(visitor: Visitor) -> Markup:
    """The hidden field by which a form shows that it is this visitor's own."""
    return Markup('<input type="hidden" name="form_token" value="{}">').format(visitor.form_token)


@cache
def _environment() -> Environment:
    """The templates of this face over those of the answer page, with the same rules."""
    shared = environment()
    assert shared.loader is not None
    return shared.overlay(loader=ChoiceLoader([PackageLoader("quoth.web", "templates"), shared.loader]))
