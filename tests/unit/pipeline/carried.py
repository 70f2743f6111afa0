"""Libraries for tests of carrying: empty ones and starter libraries, in a folder of their own."""

import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quoth.pipeline import (
    Parts,
)
from quoth.settings import load_settings
from quoth.wiring import open_parts
from tests.kept import filled_home

GUIDE = """<!doctype html><html><body><main><h1>Patellofemoral pain</h1><h2>Taping</h2>
<p>The panel suggests patellar taping for adults with patellofemoral pain. (Weak for)</p>
<p>Offer exercise therapy to adults with patellofemoral pain. (Strong for)</p></main></body></html>"""


@contextmanager
def library(home: Path, *, starter: str = "no", index: str = "memory", **given: str) -> Iterator[Parts]:
    """An empty library in a folder, or the starter library."""
    settings = load_settings(
        {"QUOTH_HOME": str(filled_home(home) if starter == "yes" else home)},
        {"starter": starter, "index": index, **given},
    )
    with open_parts(settings) as parts:
        yield parts


def manifest(archive: Path) -> dict[str, object]:
    """What the archive says of itself."""
    with zipfile.ZipFile(archive) as packed:
        found: dict[str, object] = json.loads(packed.read("manifest.json"))
        return found
