"""Packages that import on use: every name is there, none is hidden, and a question pays only for what it uses."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import quoth
from quoth.text.later import compile_later

SOURCE = Path(quoth.__file__).parent
STUBS = sorted(SOURCE.glob("*/__init__.pyi"))


@pytest.mark.parametrize("stub", STUBS, ids=lambda stub: stub.parent.name)
def test_each_listed_name_is_what_its_module_defines(stub: Path) -> None:
    """Also after the module was imported by itself: a module never stands where a name should."""
    package = importlib.import_module(f"quoth.{stub.parent.name}")
    listed = [
        (line.module, alias.name)
        for line in ast.parse(stub.read_text(encoding="utf-8")).body
        if isinstance(line, ast.ImportFrom)
        for alias in line.names
    ]
    assert sorted(name for _, name in listed) == sorted(package.__all__)
    for module, name in listed:
        home = importlib.import_module(f"quoth.{stub.parent.name}.{module}")
        assert getattr(package, name) is getattr(home, name)


def test_a_question_imports_no_client_no_reader_and_no_other_store() -> None:
    """What answers from the library starts without what fills it."""
    code = (
        "import sys, quoth.cli.ask, quoth.cli.terminal, quoth.wiring\n"
        "from quoth.pipeline import ask, is_thin, may_search\n"
        "print(*[name for name in sys.modules if name.startswith('quoth.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    loaded = set(done.stdout.split())
    assert "quoth.pipeline.asking" in loaded
    wrong = ("quoth.sources.", "quoth.live.eutils", "quoth.live.pubmed", "quoth.store.memory", "quoth.library.intake")
    assert not [name for name in loaded if name.startswith(wrong)]


def test_a_pattern_made_later_is_the_pattern() -> None:
    """Its methods are the compiled pattern's own, and what is no method of a pattern is refused."""
    later = compile_later(r"(?P<n>\d+) mg")
    assert later.pattern == r"(?P<n>\d+) mg"
    found = later.search("take 20 mg")
    assert found is not None
    assert found["n"] == "20"
    assert later.sub("x", "5 mg and 6 mg") == "x and x"
    assert dict(later.groupindex) == {"n": 1}
    with pytest.raises(AttributeError):
        later.scanner  # noqa: B018 - asking is the test


def test_a_wrong_pattern_shows_at_its_first_use() -> None:
    """Nothing is compiled before."""
    import re

    wrong = compile_later("(")
    with pytest.raises(re.error):
        wrong.search("x")
