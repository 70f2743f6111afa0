"""The stand-in server: routes to the services, NCBI's rate limit, faults, and a memory of what was asked.

python tests/standins [--port 8899] [--data FOLDER] [--delay-ms 0]
"""

import argparse
import contextlib
import gzip
import json
import os
import socket
import threading
import time
import zlib
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from tests.standins.europe_pmc import EuropePmc
from tests.standins.eutils import Answer, Eutils
from tests.standins.faults import Faults
from tests.standins.files import Files
from tests.standins.world import World, made_up_world, real_world

__all__ = ["Asked", "StandIn", "settings_for"]

_EUTILS = "/entrez/eutils/"
_EUROPE = "/europepmc/webservices/rest/"


@dataclass(frozen=True)
class Asked:
    """One request that came."""

    at: float
    path: str
    form: Mapping[str, str]
    query: str
    headers: Mapping[str, str]


@dataclass
class StandIn:
    """The services on one port of this machine. Use it as a context."""

    world: World = field(default_factory=made_up_world)
    per_second: int = 3
    """What NCBI allows without a key; with one, ten."""
    retry_after_s: int = 1
    """What a refused client is told to wait."""
    delay_s: float = 0.0
    """Before each answer: the way to Bethesda and back."""
    port: int = 0
    faults: Faults = field(default_factory=Faults)
    asked: list[Asked] = field(default_factory=list)
    refused: int = 0
    """How often the rate limit was met."""

    def __post_init__(self) -> None:
        world = self.world
        self.eutils = Eutils(world.citations, world.texts)
        self.europe = EuropePmc(world.citations, world.texts, world.pmcids)
        self.files = Files(world)
        self._recent: deque[float] = deque()
        self._lock = threading.Lock()

    def __enter__(self) -> "StandIn":
        stand_in = self

        class Handler(_Handler):
            service = stand_in

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self._server.daemon_threads = True
        self._server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def answer(self, path: str, form: Mapping[str, str], fault: str | None) -> Answer:
        """What the service at a path says."""
        if path.startswith(_EUTILS) and path.endswith(".fcgi"):
            return self.eutils.answer(path[len(_EUTILS) : -len(".fcgi")], form, fault)
        if path.startswith(_EUROPE):
            return self.europe.answer(path[len(_EUROPE) :], form, fault)
        return self.files.answer(path.lstrip("/"), form)

    def too_many(self, form: Mapping[str, str]) -> int:
        """How many requests came within a second, when that is more than are allowed; else 0."""
        allowed = max(10, self.per_second) if form.get("api_key") else self.per_second
        with self._lock:
            now = time.monotonic()
            while self._recent and now - self._recent[0] > 1.0:
                self._recent.popleft()
            self._recent.append(now)
            count = len(self._recent)
            self.refused += count > allowed
        return count if count > allowed else 0


def settings_for(url: str) -> dict[str, str]:
    """The settings that lead quoth to this server, every source switched on."""
    return {
        "pubmed": "yes",
        "europepmc": "yes",
        "pmc": "yes",
        "pubmed_files": "yes",
        "retraction_watch": "yes",
        "nlm_files": "yes",
        "pubmed_url": f"{url}/entrez/eutils",
        "europepmc_url": f"{url}/europepmc/webservices/rest",
        "pmc_url": f"{url}/pmc-oa-opendata",
        "pubmed_files_url": f"{url}/pubmed",
        "retraction_watch_url": f"{url}/retraction_watch.csv",
        "mesh_url": f"{url}/mesh/desc2026.gz",
        "journals_url": f"{url}/pubmed/J_Medline.txt",
        "private_hosts": "127.0.0.1",
        "add_hosts": "127.0.0.1",
    }


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    service: StandIn
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._serve(dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True)))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        self._serve(dict(parse_qsl(body, keep_blank_values=True)))

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: a test that fails says enough."""

    def _serve(self, form: dict[str, str]) -> None:
        service, parts = self.service, urlsplit(self.path)
        if parts.path.startswith("/__"):
            self._control(parts.path, form)
            return
        service.asked.append(Asked(time.monotonic(), parts.path, form, parts.query, dict(self.headers.items())))
        if service.delay_s:
            time.sleep(service.delay_s)
        fault = service.faults.take(parts.path)
        if parts.path.startswith(_EUTILS) and (count := service.too_many(form)):
            self._send(_rate_limit(count, 429, service.retry_after_s))
        elif fault and (answer := _broken(fault, service.retry_after_s)):
            self._send(answer)
        else:
            self._send_with(service.answer(parts.path, form, fault), fault)

    def _send_with(self, answer: Answer, fault: str | None) -> None:
        body = answer.body
        if fault == "cut":
            self._send(Answer(body[: len(body) // 2], answer.media_type, answer.status))
        elif fault == "damaged":
            middle = len(body) // 2
            damaged = body[:middle] + bytes([body[middle] ^ 0xFF]) + body[middle + 1 :]
            self._send(Answer(damaged, answer.media_type, answer.status))
        elif fault == "bad-gzip":
            packed = bytearray(gzip.compress(body))
            packed[-8] ^= 0xFF
            self._send(Answer(bytes(packed), answer.media_type, headers=(("Content-Encoding", "gzip"),)))
        elif fault in ("truncated", "slow", "stalled"):
            self._drip(answer, fault)
        else:
            self._send(answer, ranged=answer.status == 200)

    def _drip(self, answer: Answer, fault: str) -> None:
        body = answer.body
        self._head(answer, len(body))
        whole = len(body) // 2 if fault in ("truncated", "stalled") else len(body)
        pieces = 8
        for start in range(0, whole, max(1, whole // pieces)):
            self.wfile.write(body[start : min(whole, start + max(1, whole // pieces))])
            self.wfile.flush()
            time.sleep(0.03)
        if fault == "stalled":
            time.sleep(5)
        if fault != "slow":
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)

    def _send(self, answer: Answer, *, ranged: bool = False) -> None:
        body, status, headers = answer.body, answer.status, list(answer.headers)
        wanted = self.headers.get("Range", "") if ranged else ""
        if wanted.startswith("bytes=") and wanted.endswith("-") and wanted[6:-1].isdigit():
            start = int(wanted[6:-1])
            if start >= len(body):
                status, headers, body = 416, [("Content-Range", f"bytes */{len(body)}")], b""
            else:
                headers.append(("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}"))
                status, body = 206, body[start:]
        self._head(Answer(b"", answer.media_type, status, tuple(headers)), len(body))
        self.wfile.write(body)

    def _head(self, answer: Answer, length: int) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.media_type)
        self.send_header("Content-Length", str(length))
        for name, value in answer.headers:
            self.send_header(name, value)
        self.end_headers()

    def _control(self, path: str, form: dict[str, str]) -> None:
        faults, asked = self.service.faults, self.service.asked
        if path == "/__faults" and form.get("kind"):
            faults.plan(form["kind"], form.get("path", ""), times=int(form.get("times", "1000000")))
        elif path == "/__faults":
            faults.clear()
        lines = [{"path": each.path, "form": dict(each.form), "query": each.query} for each in asked]
        self._send(Answer(json.dumps(lines).encode()))


def _rate_limit(count: int, status: int, wait_s: int) -> Answer:
    body = {"error": "API rate limit exceeded", "api-key": "127.0.0.1", "count": str(count), "limit": "3"}
    headers = (("X-RateLimit-Limit", "3"), ("X-RateLimit-Remaining", "0"), ("Retry-After", str(wait_s)))
    return Answer(json.dumps(body, separators=(",", ":")).encode(), "application/json", status, headers)


def _broken(fault: str, wait_s: int) -> Answer | None:
    """The answer of a service that has failed altogether; `None` where the true one is bent instead."""
    match fault:
        case "rate-limit":
            return _rate_limit(5, 429, wait_s)
        case "rate-limit-200":
            return _rate_limit(5, 200, wait_s)
        case "error-json":
            return Answer(b'{"header":{"type":"esearch"},"esearchresult":{"ERROR":"Search Backend failed:\n /a/path"}}')
        case "error-xml":
            return Answer(b"<eFetchResult>\n\t<ERROR>Unable to obtain query #1</ERROR>\n</eFetchResult>", "text/xml")
        case "error-html":
            return Answer(b"<html><body><h1>Sorry, we are tired</h1></body></html>", "text/html")
        case "empty":
            return Answer(b"", "text/xml")
        case "500" | "503":
            return Answer(b"busy", "text/plain", int(fault))
        case "bomb":
            return Answer(_bomb(), headers=(("Content-Encoding", "gzip"),))
        case "redirect-inside":
            return Answer(b"", status=302, headers=(("Location", "http://10.0.0.1/admin"),))
    return None


@cache
def _bomb() -> bytes:
    """Two hundred megabytes of blanks, packed."""
    stream = zlib.compressobj(1, wbits=31)
    blanks = b" " * 2**20
    return b"".join(stream.compress(blanks) for _ in range(200)) + stream.flush()


def main(arguments: list[str]) -> None:
    """Serve until interrupted, and say how to lead quoth here."""
    parser = argparse.ArgumentParser(prog="standins", description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument(
        "--data", type=Path, default=Path(os.environ["QUOTH_DATA"]) if "QUOTH_DATA" in os.environ else None
    )
    parser.add_argument("--delay-ms", type=float, default=0.0)
    given = parser.parse_args(arguments)
    world = real_world(given.data) if given.data else made_up_world()
    with StandIn(world, port=given.port, delay_s=given.delay_ms / 1000) as stand_in:
        print(f"# {len(world.citations):,} citations at {stand_in.url}", flush=True)
        for name, value in settings_for(stand_in.url).items():
            print(f"export QUOTH_{name.upper()}={value}", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            threading.Event().wait()
