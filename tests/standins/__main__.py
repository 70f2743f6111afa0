"""Runs the stand-in server: `python tests/standins --help`.

The folder of tests is made a package by hand: some packages bring one of the same name along.
"""

import sys
import types
from pathlib import Path

if __name__ == "__main__":
    package = types.ModuleType("tests")
    package.__path__ = [str(Path(__file__).resolve().parents[1])]
    sys.modules["tests"] = package

    from tests.standins.server import main

    main(sys.argv[1:])
