"""The trap tables of the tests are the benchmark's as well: they load where no run of tests is."""

import os
import subprocess
import sys
from pathlib import Path

import yaml

REPOSITORY = Path(__file__).parents[3]
SCRIPT = """
import sys
from pathlib import Path
from quoth.bench.trap_suite import trap_suite

for table in sys.argv[2:]:
    assert trap_suite(Path(sys.argv[1]), table).KINDS
"""


def test_every_table_loads_without_a_run_of_tests(tmp_path: Path) -> None:
    """`quoth bench run traps-…` starts in a process whose path has no tests."""
    experiments = map(yaml.safe_load, (path.read_text() for path in (REPOSITORY / "bench/experiments").glob("traps*")))
    tables = [one["parameters"]["table"] for one in experiments if "table" in one.get("parameters", {})]
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "QUOTH_TEST_KEPT")}

    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(REPOSITORY), *tables],
        capture_output=True, text=True, timeout=120, cwd=tmp_path, env=clean,
    )  # fmt: skip

    assert len(tables) > 5
    assert done.returncode == 0, done.stderr
