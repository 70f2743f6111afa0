"""The house as a visitor sees it: what lies at the door, what each room says of itself, how long the modules are."""

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.docs.documents import ROOT

AT_THE_ROOT = {
    ".ci",
    ".git",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "NOTICE",
    "README.md",
    "bench",
    "changelog.d",
    "constraints.txt",
    "docs",
    "pyproject.toml",
    "src",
    "tests",
    "training",
}
LINES_MAX = 300
README_LINES_MAX = 20
FILED_BY_NAME = ("cli", "bench", "blind", "fresh", "versions")
"""Folders whose modules are named for what they hold: a command, a measure, a set, a step."""


def test_the_root_holds_only_what_belongs_there() -> None:
    """What a command or a test leaves in the working folder is seen before it is committed."""
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split()]
    found = {entry.name for entry in ROOT.iterdir() if not any(fnmatch(entry.name, one) for one in ignored)}
    assert set() == found - AT_THE_ROOT


def test_no_module_is_longer_than_a_reader_holds() -> None:
    """One module is one idea; one that grows past this has two."""
    modules = [module for module in (ROOT / "src").rglob("*.py") if module.parent.name != "versions"]
    assert [] == [_name(module) for module in modules if len(module.read_text("utf-8").splitlines()) > LINES_MAX]


def _rooms() -> Iterator[Path]:
    """The folders of modules that have a README of their own to have."""
    for face in sorted((ROOT / "src" / "quoth").rglob("__init__.py")):
        if face.parent.name not in ("quoth", "blind", "fresh", "versions"):
            yield face.parent


@pytest.mark.parametrize("room", [pytest.param(room, id=room.name) for room in _rooms()])
def test_every_folder_says_why_it_exists_and_what_is_in_it(room: Path) -> None:
    """At most twenty lines: why, what goes in, what comes out, what it must never do; and where to find each module."""
    readme = room / "README.md"
    assert readme.is_file(), f"{_name(readme)} is missing"
    words = readme.read_text(encoding="utf-8")
    assert len(words.splitlines()) <= README_LINES_MAX
    assert all(re.search(rf"\b{part}\b", words, re.IGNORECASE) for part in ("why", "in", "out", "never"))
    named = [one.removesuffix(".py") for one in re.findall(r"`([\w*]+(?:\.py)?)/?`", words)]
    modules = {module.stem for module in room.glob("*.py")} - {"__init__", "__main__"}
    unnamed = [module for module in sorted(modules) if not any(fnmatch(module, one) for one in named)]
    assert room.name in FILED_BY_NAME or [] == unnamed, f"{_name(readme)} does not name {unnamed}"


def _name(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()
