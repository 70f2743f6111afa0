"""Answers of services on disk, each with the day it came: a search that was interrupted goes on from them.

A file is named by a hash of what was asked, so that the folder tells nobody what that was.
"""

import hashlib
import os
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

__all__ = ["Kept"]

_PRIVATE = frozenset({"api_key", "email", "tool"})
"""Who asks changes nothing about the answer."""


class Kept:
    """A folder of answers. Safe to use from several threads and processes: a file appears whole or not at all."""

    def __init__(self, folder: Path, *, days: int, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """Take the folder, made when the first answer comes, and for how many days an answer is good."""
        self._folder = folder
        self._days = days
        self._now = now

    def get(self, source: str, asked: Mapping[str, str]) -> tuple[bytes, datetime] | None:
        """(answer, when it came) if one is held that is still good."""
        file = self._file(source, asked)
        try:
            came = datetime.fromtimestamp(file.stat().st_mtime, UTC)
            if self._now() - came > timedelta(days=self._days):
                return None
            return file.read_bytes(), came
        except OSError:
            return None

    def put(self, source: str, asked: Mapping[str, str], body: bytes) -> datetime:
        """Keep an answer. Returns when it came: now."""
        file, came = self._file(source, asked), self._now()
        if self._days > 0:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            part = file.with_name(f"{file.name}.{os.getpid()}-{time.monotonic_ns()}.part")
            part.write_bytes(body)
            os.utime(part, (came.timestamp(), came.timestamp()))
            part.replace(file)
        return came

    def tidy(self) -> int:
        """Delete what is too old to be used. Returns how many files went."""
        limit = (self._now() - timedelta(days=self._days)).timestamp()
        gone = 0
        for file in self._folder.glob("*/*") if self._folder.is_dir() else ():
            if file.is_file() and file.stat().st_mtime < limit:
                file.unlink(missing_ok=True)
                gone += 1
        return gone

    def _file(self, source: str, asked: Mapping[str, str]) -> Path:
        plain = "\0".join(f"{name}\1{value}" for name, value in sorted(asked.items()) if name not in _PRIVATE)
        return self._folder / source / hashlib.sha256(plain.encode()).hexdigest()[:40]
