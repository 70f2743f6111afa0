"""PubMed's baseline and daily update files: which there are, in their order, each checked against its MD5.

The baseline comes once a year and is numbered on by the updates: `pubmed26n0001.xml.gz` and so forth. Every baseline
file has to be read before the first update, and updates in their order, since a later one replaces or deletes what an
earlier one brought.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from quoth.errors import SourceFailed
from quoth.http import Door

__all__ = ["BaselineFile", "Downloaded", "PubmedFiles"]

NAME = "PubMed files"
_FILE = re.compile(r"(?:pubmed|medline)(\d{2})n(\d{4,6})\.xml\.gz")
_MD5 = re.compile(r"(?i)(?:MD5\s*\([^)]*\)\s*=\s*)?\b([0-9a-f]{32})\b")


@dataclass(frozen=True, slots=True, order=True)
class BaselineFile:
    """One file of the list; sorts in the order in which it has to be read."""

    year: int
    """Two digits of the baseline's year."""
    number: int
    folder: str
    """"baseline" or "updatefiles"."""
    name: str


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A file on disk that fits its checksum, or the reason why there is none."""

    file: BaselineFile
    path: Path | None
    md5: str = ""
    fault: str = ""


class PubmedFiles:
    """A client of NLM's file server, or of a mirror with the same layout, through HTTPS."""

    def __init__(self, door: Door, address: str, folder: Path) -> None:
        """Take the door, the address that ends before "/baseline", and where files are put while they are needed."""
        self.door = door
        self.address = address.rstrip("/")
        self._folder = folder

    def files(self, folder: str) -> tuple[BaselineFile, ...]:
        """The files of "baseline" or "updatefiles", in the order in which they have to be read.

        Raises:
            SourceFailed: there is no list, or none of its names is one of PubMed's files.
        """
        page = self.door.get(f"{self.address}/{folder}/").body.decode("utf-8", "replace")
        found = {match.group(0): match for match in _FILE.finditer(page)}
        files = sorted(BaselineFile(int(m[1]), int(m[2]), folder, name) for name, m in found.items())
        if not files:
            raise SourceFailed(f"{NAME} cannot be used: its list names no file of PubMed. Check `pubmed_files_url`.")
        newest = files[-1].year
        return tuple(file for file in files if file.year == newest)

    def md5_of(self, file: BaselineFile) -> str:
        """The published checksum. Raises SourceFailed."""
        text = self.door.get(f"{self.address}/{file.folder}/{file.name}.md5").body.decode("ascii", "replace")
        found = _MD5.search(text)
        if found is None:
            raise SourceFailed(f"{NAME} cannot be used: the checksum of {file.name} cannot be read. Try again later.")
        return found.group(1).lower()

    def downloaded(
        self,
        files: Sequence[BaselineFile],
        *,
        known: Callable[[BaselineFile, str], bool] = lambda file, md5: False,
        ahead: int = 2,
        progress: Callable[[BaselineFile, int, int | None], None] = lambda file, done, total: None,
    ) -> Iterator[Downloaded]:
        """The files in their order, fetched by `ahead` threads while the caller reads those that have come.

        Args:
            files: in the order in which they are wanted.
            known: whether a file with this checksum is in the library already: it is not fetched, and not yielded.
            ahead: how many are fetched at a time; no more than so many wait on disk.
            progress: told (file, bytes so far, bytes in all or `None`), from the fetching threads.

        Yields:
            Each file, or the reason why it could not be had. A part of an interrupted one is gone on from.
        """
        with ThreadPoolExecutor(max(1, ahead)) as threads:
            waiting: list[Future[Downloaded | None]] = []
            rest = iter(files)
            try:
                while True:
                    while len(waiting) < max(1, ahead) and (following := next(rest, None)) is not None:
                        waiting.append(threads.submit(self._one, following, known, progress))
                    if not waiting:
                        return
                    done = waiting.pop(0).result()
                    if done is not None:
                        yield done
            finally:
                for future in waiting:
                    future.cancel()

    def _one(
        self,
        file: BaselineFile,
        known: Callable[[BaselineFile, str], bool],
        progress: Callable[[BaselineFile, int, int | None], None],
    ) -> Downloaded | None:
        try:
            md5 = self.md5_of(file)
            if known(file, md5):
                return None
            path = self._folder / file.name
            if path.exists() and _md5(path) == md5:
                return Downloaded(file, path, md5)
            self._folder.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f"{file.name}.{md5[:8]}.part")
            for _ in range(2):
                self.door.download(
                    f"{self.address}/{file.folder}/{file.name}",
                    part,
                    progress=lambda done, total: progress(file, done, total),
                )
                if _md5(part) == md5:
                    part.replace(path)
                    return Downloaded(file, path, md5)
                part.unlink()  # damaged on its way, or damaged where it lies: a second look tells which
            return Downloaded(file, None, md5, "the file does not fit its checksum")
        except SourceFailed as fault:
            return Downloaded(file, None, fault=str(fault))


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
