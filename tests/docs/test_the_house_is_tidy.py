"""The house as a visitor sees it: what lies at the door, and how long the modules are."""

from fnmatch import fnmatch
from pathlib import Path

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


def test_the_root_holds_only_what_belongs_there() -> None:
    """What a command or a test leaves in the working folder is seen before it is committed."""
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split()]
    found = {entry.name for entry in ROOT.iterdir() if not any(fnmatch(entry.name, one) for one in ignored)}
    assert set() == found - AT_THE_ROOT


def test_no_module_is_longer_than_a_reader_holds() -> None:
    """One module is one idea; one that grows past this has two."""
    modules = [module for module in (ROOT / "src").rglob("*.py") if module.parent.name != "versions"]
    assert [] == [_name(module) for module in modules if len(module.read_text("utf-8").splitlines()) > LINES_MAX]


def _name(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()
