"""The trap suite of `tests/spec/traps`, loaded from the checkout: tests and benchmark use the same traps."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

from quoth.errors import BadInput

__all__ = ["trap_suite"]

_PACKAGE = "quoth_trap_suite"


def trap_suite(repository: Path, module: str) -> ModuleType:
    """A module of the checkout's trap suite. Raises BadInput when this is no checkout."""
    folder = repository / "tests" / "spec" / "traps"
    if not (folder / f"{module}.py").is_file():
        raise BadInput(f"Traps are not there ({folder}). They come with a checkout; run from one.")
    if _PACKAGE not in sys.modules:
        package = ModuleType(_PACKAGE, __doc__)
        package.__path__ = [str(folder)]
        sys.modules[_PACKAGE] = package
    return importlib.import_module(f"{_PACKAGE}.{module}")
