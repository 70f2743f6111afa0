"""The starter library, and the page that no guest visits."""

from collections.abc import Iterator

import pytest

from quoth.model import Answer
from quoth.pipeline import Parts, ask
from tests.kept import library_on_disk
from tests.unit.pipeline.guest.visits import QUESTION


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library."""
    with library_on_disk(tmp_path_factory.mktemp("guest"), keep_answers="no") as opened:
        yield opened


@pytest.fixture
def alone(library: Parts) -> Answer:
    """The page without a guest."""
    library.guest = library.judge = None
    page = ask(QUESTION, library).page
    assert isinstance(page, Answer)
    return page
