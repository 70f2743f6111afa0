"""A library served as a user's is, by `quoth serve` in a process of its own, on this machine's loopback address."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlencode

from quoth.bench.child import python_environment

__all__ = ["CHROMIUM", "asked", "served_library"]

CHROMIUM = os.environ.get("QUOTH_CHROMIUM", "/usr/bin/chromium")
START_S = 120.0


@contextmanager
def served_library(home: Path) -> Iterator[tuple[str, int]]:
    """Host and port of a server over a new starter library; it ends with the block."""
    port = _free_port()
    command = [sys.executable, "-m", "quoth.cli", "serve", "--host", "127.0.0.1", "--port", str(port)]
    environment = {**python_environment(), "QUOTH_HOME": str(home)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as server:  # noqa: S603 - our own
        try:
            _wait_for(f"http://127.0.0.1:{port}/healthz")
            yield "127.0.0.1", port
        finally:
            server.terminate()
            with suppress(subprocess.TimeoutExpired):
                server.wait(10)
            server.kill()


def asked(address: str, question: str) -> str:
    """Ask on a served library. Returns the path of the answer, however long it takes."""
    body = urlencode({"question": question}).encode()
    request = urllib.request.Request(f"{address}/ask", data=body)  # noqa: S310 - our own server
    with urllib.request.urlopen(request, timeout=60) as reply:  # noqa: S310 - our own server
        path = str(reply.url).removeprefix(address)
        reply.read()
    while path.startswith("/asking/"):
        time.sleep(0.2)
        with urllib.request.urlopen(f"{address}{path}", timeout=60) as reply:  # noqa: S310 - our own server
            path = str(reply.url).removeprefix(address)
            reply.read()
    return path


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str) -> None:
    until = time.monotonic() + START_S
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - our own server
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            assert time.monotonic() < until, "the server did not start"
            time.sleep(0.1)
