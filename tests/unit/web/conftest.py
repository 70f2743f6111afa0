"""A web face over a library of hand-made pages: the pipeline's functions are replaced, the routes are real."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from quoth import pipeline
from quoth.model import Answer
from quoth.web import create_app
from tests.unit.interop.answer_factory import answer
from tests.unit.web.fake_library import Library, parts_of


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Library:
    """The fake library, in place of the pipeline."""
    made = Library()
    for name in ("ask", "stored_page", "forget", "passage", "source", "overview", "shelf_page"):
        monkeypatch.setattr(pipeline, name, getattr(made, name))
    return made


@pytest.fixture
def client(library: Library) -> Iterator[TestClient]:
    """A browser on this machine; it follows redirects only when told to."""
    with TestClient(create_app(parts_of(library)), base_url="http://localhost", follow_redirects=False) as made:
        yield made


@pytest.fixture
def page() -> Answer:
    """A page that stands in the library."""
    return answer(id="kept")
