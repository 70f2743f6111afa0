"""How a service can misbehave. A fault waits for a request whose path holds its words, and acts so many times."""

import threading
from dataclasses import dataclass, field

__all__ = ["KINDS", "Fault", "Faults"]

KINDS = (
    "rate-limit",  # 429 and NCBI's JSON
    "rate-limit-200",  # the same JSON with status 200
    "error-json",  # esearchresult with ERROR, and a raw newline in its text
    "error-xml",  # eFetchResult with ERROR, status 200
    "error-html",  # a page of a tired proxy, status 200
    "empty",  # 200 without a body
    "cut",  # half of the document, with the right length of that half
    "truncated",  # the connection ends before the stated length
    "slow",  # a body that comes in drips
    "stalled",  # a body that stops coming
    "500",
    "503",
    "fewer",  # a page that lists fewer ids than it should
    "counted-more",  # the count grows between pages
    "missing",  # efetch leaves the last record out
    "bomb",  # a small gzip body that unpacks to a hundred megabytes
    "bad-gzip",  # a gzip body whose checksum is wrong
    "damaged",  # a file with one byte changed
    "version-only",  # Europe PMC's answer to an unknown cursor
    "redirect-inside",  # a redirect to an address of the private network
)


@dataclass
class Fault:
    """One fault: what, where, how often still."""

    kind: str
    path: str = ""
    times: int = 1_000_000
    after: int = 0
    """How many fitting requests pass unharmed first."""


@dataclass
class Faults:
    """The faults that wait. Safe from several threads."""

    waiting: list[Fault] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def plan(self, kind: str, path: str = "", *, times: int = 1_000_000, after: int = 0) -> None:
        """Let a fault wait."""
        if kind not in KINDS:
            raise ValueError(f"{kind!r} is no fault. Known: {', '.join(KINDS)}")
        with self._lock:
            self.waiting.append(Fault(kind, path, times, after))

    def clear(self) -> None:
        """Behave."""
        with self._lock:
            self.waiting.clear()

    def take(self, path: str) -> str | None:
        """The fault for this request, if one waits for it."""
        with self._lock:
            for fault in self.waiting:
                if fault.path in path and fault.times > 0:
                    if fault.after > 0:
                        fault.after -= 1
                        continue
                    fault.times -= 1
                    return fault.kind
        return None
