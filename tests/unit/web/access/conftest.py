"""A site with somebody for each office, for tests of who may do what."""

from collections.abc import Iterator

import pytest

from quoth.pipeline import Parts
from tests.unit.web.board_site import Site, site_of, starter_library


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library, filled once."""
    with starter_library(str(tmp_path_factory.mktemp("site"))) as parts:
        yield parts


@pytest.fixture(scope="module")
def shared(filled: Parts) -> Site:
    """A site for tests that only look."""
    return site_of(filled)


@pytest.fixture
def site(filled: Parts) -> Site:
    """A site for tests that change something."""
    return site_of(filled)
