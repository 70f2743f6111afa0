"""A load of many transactions keeps to the memory of a few."""

import platform
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import ctypes, os, sys
from pathlib import Path
from quoth.model import RecordId, RenditionId, Unit
from quoth.search.engine.index import TantivyIndex

libc = ctypes.CDLL(None)
libc.fdopen.restype = ctypes.c_void_p

def told():
    out = libc.fdopen(os.dup(1), b"w")
    libc.malloc_info(0, ctypes.c_void_p(out))
    libc.fclose(ctypes.c_void_p(out))

told()
index = TantivyIndex(Path(sys.argv[1]))
for batch in range(12):
    index.add(
        Unit(f"u{batch}-{n}", RecordId("r"), RenditionId(f"t{n}"), 0, 9, f"title {n}", f"text of {n} and {batch} " * 20)
        for n in range(200)
    )
told()
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other systems have other heaps")
def test_transactions_share_their_heaps(tmp_path: Path) -> None:
    """Every transaction starts threads; each with a heap of its own, memory would grow with every batch.

    Opening an index may start a thread or two before that: without sharing there would be a heap for every transaction.
    """
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)], capture_output=True, text=True, check=True, timeout=120
    )

    before, after = (told.count("<heap nr=") for told in done.stdout.split("</malloc>")[:2])
    assert after - before <= 2
