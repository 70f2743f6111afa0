"""Fixtures of the browser tests: one Chromium, and a starter library served for a module."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.integration.browsing import Site, browser, needs_chromium, serving
from tests.kept import library_on_disk


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all tests of this process."""
    with browser() as made:
        yield made


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A live server over a new starter library, whose printed copies name an address."""
    needs_chromium()
    home = tmp_path_factory.mktemp("home")
    with library_on_disk(home, public_address="https://kb.example") as parts, serving(parts) as made:
        yield made


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A wide window."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
