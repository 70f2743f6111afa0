"""What holds for every test: no fault by a busy machine, and one starter library that is kept for the whole run."""

import os
import shutil
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import settings

from quoth.pipeline import Parts
from tests import kept

settings.register_profile("quoth", deadline=None)
settings.load_profile("quoth")


def pytest_configure(config: pytest.Config) -> None:
    """Choose the folder of the kept library. Processes that this one starts inherit it."""
    if kept.FOLDER not in os.environ:
        folder = os.environ[kept.FOLDER] = tempfile.mkdtemp(prefix="quoth-kept-")
        config.add_cleanup(lambda: (os.environ.pop(kept.FOLDER, None), shutil.rmtree(folder, ignore_errors=True)))


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library on disk, opened once for all who only ask it: answers are not kept, nothing may change it."""
    with kept.library_on_disk(tmp_path_factory.mktemp("starter") / "home", keep_answers="no") as opened:
        before = opened.store.revision(), opened.settings
        yield opened
        assert before == (opened.store.revision(), opened.settings), "a test changed the library that all share"
