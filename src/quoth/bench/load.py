"""Many readers at once, and many questions, on one server: how long they wait, and whether anything fails.

The load generator is our own, bounded in count and time, and speaks to the loopback address alone. It runs on the same
processors as the server, so that its own work is part of what is measured.
"""

import asyncio
import random
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from quoth.bench.answer_key import load_answer_key
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.serving import asked, served_library
from quoth.bench.statistics import percentile

__all__ = ["Parameters", "measure"]

ANSWER_S = 30.0
"""After this long a request counts as failed."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """Readers and their pause, questions a second, and how long each part goes on."""

    readers: int = 200
    think_s: float = 5.0
    reading_s: float = 30.0
    asks_per_s: float = 20.0
    asking_s: float = 20.0
    key: str = "tests/acceptance/answer_key"


@dataclass(slots=True)
class Waits:
    """Milliseconds of every request, and how many failed."""

    ms: list[float] = field(default_factory=list)
    failed: int = 0
    late: int = 0
    """Questions that got a page to wait on first."""


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """p95 of reading and of asking, and every failure."""
    assert parameters.readers <= 1000
    assert max(parameters.reading_s, parameters.asking_s) <= 600
    keyed = load_answer_key(bench.places.repository / parameters.key)
    questions = [one.question for one in keyed if not one.context]
    with tempfile.TemporaryDirectory() as home, served_library(Path(home)) as (host, port):
        paths = [asked(f"http://{host}:{port}", question) for question in questions[:11]]
        bench.say(f"{parameters.readers} readers for {parameters.reading_s:.0f} s")
        reading = asyncio.run(_readers(host, port, paths, parameters, bench.seed))
        bench.say(f"{parameters.asks_per_s:g} questions a second for {parameters.asking_s:.0f} s")
        asking = asyncio.run(_askers(host, port, questions, parameters))
    return Measured(
        (
            Measurement("read_p50_ms", percentile(reading.ms, 50), n=len(reading.ms)),
            Measurement("read_p95_ms", percentile(reading.ms, 95), n=len(reading.ms)),
            Measurement("read_failed", float(reading.failed), n=len(reading.ms)),
            Measurement("ask_p50_ms", percentile(asking.ms, 50), n=len(asking.ms)),
            Measurement("ask_p95_ms", percentile(asking.ms, 95), n=len(asking.ms)),
            Measurement("ask_failed", float(asking.failed), n=len(asking.ms)),
        ),
        (
            "Server and load generator share the processors. Readers open kept answers at random; a question counts "
            f"until its answer's address is known; {asking.late} of {len(asking.ms)} questions got a page to wait on.",
        ),
    )


async def _readers(host: str, port: int, paths: Sequence[str], parameters: Parameters, seed: int) -> Waits:
    """Readers who open a page, think, and open the next; they come in spread over one pause."""
    waits = Waits()
    end = time.monotonic() + parameters.reading_s

    async def reader(number: int) -> None:
        chance = random.Random(seed + number)  # noqa: S311 - a load, not a secret
        await asyncio.sleep(chance.uniform(0, parameters.think_s))
        while time.monotonic() < end:
            await _timed(host, port, "GET", chance.choice(paths), b"", waits)
            await asyncio.sleep(chance.expovariate(1 / parameters.think_s))

    await asyncio.gather(*(reader(number) for number in range(parameters.readers)))
    return waits


async def _askers(host: str, port: int, questions: Sequence[str], parameters: Parameters) -> Waits:
    """Questions at a fixed rate, whether or not the ones before are answered."""
    waits = Waits()
    total = int(parameters.asks_per_s * parameters.asking_s)
    begun = time.monotonic()

    async def ask(number: int) -> None:
        await asyncio.sleep(max(0.0, begun + number / parameters.asks_per_s - time.monotonic()))
        body = urlencode({"question": questions[number % len(questions)]}).encode()
        await _timed(host, port, "POST", "/ask", body, waits)

    await asyncio.gather(*(ask(number) for number in range(total)))
    return waits


async def _timed(host: str, port: int, method: str, path: str, body: bytes, waits: Waits) -> None:
    """One request until its last byte; for a question, until the address of its answer is known."""
    started = time.perf_counter()
    try:
        async with asyncio.timeout(ANSWER_S):
            status, location = await _request(host, port, method, path, body)
            ticket = location
            late = location.startswith("/asking/")
            while location.startswith("/asking/"):
                await asyncio.sleep(0.1)
                found, location = await _request(host, port, "GET", ticket, b"")
                if found not in (200, 303):
                    status = found
                    break
                location = location or ticket
    except (OSError, TimeoutError, ValueError):
        status, late = 0, False
    waits.ms.append((time.perf_counter() - started) * 1000)
    waits.late += late
    waits.failed += status != (303 if method == "POST" else 200)


async def _request(host: str, port: int, method: str, path: str, body: bytes) -> tuple[int, str]:
    """Status and where the reply leads; raises ValueError for a reply that is none."""
    kind = "Content-Type: application/x-www-form-urlencoded\r\n" if body else ""
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: {host}:{port}\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\n"
        f"{kind}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(head.encode() + body)
        await writer.drain()
        reply = await reader.read(-1)
    finally:
        writer.close()
    top, _, _ = reply.partition(b"\r\n\r\n")
    lines = top.decode("latin-1").split("\r\n")
    status = int(lines[0].split(" ")[1])
    location = next((line[10:] for line in lines if line.lower().startswith("location: ")), "")
    return status, location
