"""What rules of the domain are tested on."""

import pytest

from quoth.pipeline import Parts


@pytest.fixture(scope="session")
def parts(starter: Parts) -> Parts:
    """The starter library, for questions alone. A module that adds to it has a library of its own under this name."""
    return starter
