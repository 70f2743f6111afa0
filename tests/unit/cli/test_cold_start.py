"""A command that lives for a second looks for no rubbish among what it was made of."""

import atexit
import gc
import subprocess
import sys
from collections.abc import Callable

import pytest

from quoth.cli.main import main


def test_a_command_ends_without_looking_through_all_that_it_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python looks twice while it ends, unless everything is set aside before."""
    ends: list[Callable[[], None]] = []
    monkeypatch.setattr(atexit, "register", ends.append)
    monkeypatch.setattr(sys, "argv", ["quoth", "--version"])
    before = gc.get_threshold()
    try:
        with pytest.raises(SystemExit):
            main()
        assert gc.get_threshold()[0] >= 200_000
        assert gc.freeze in ends
    finally:
        gc.set_threshold(*before)


def test_keys_are_sorted_without_what_no_question_needs() -> None:
    """NumPy's masked arrays take as long to load as a warm question takes."""
    code = (
        "import sys, tempfile; from pathlib import Path; from quoth.model import Unit\n"
        "from quoth.search import open_index; from quoth.search.boolean.atoms import Words\n"
        "index = open_index('tantivy', Path(tempfile.mkdtemp()))\n"
        "index.add([Unit(f'{n}', f'r{n // 2}', f't{n}', 0, 4, 'knee', 'pain') for n in range(6)])\n"
        "from quoth.search.boolean.atoms import either\n"
        "found = index.matching(Words('knee', ('title', 'text')))\n"
        "assert 3 == len(found) == len(either(found, found[1:]))\n"
        "assert 'numpy.ma' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
