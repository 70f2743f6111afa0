"""Whole files from NLM and Crossref: PubMed's baseline and updates in their order, retractions, MeSH.

Downloads run ahead in threads; one writer takes the files in, one after the other. A file that is in the library is
known by its checksum, and one that was interrupted goes on where its last commit left it, so that a kill at any moment
loses nothing.
"""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from quoth.errors import SourceFailed
from quoth.live import BaselineFile, fetch_list
from quoth.pipeline.ingesting import FileReport, Options
from quoth.pipeline.parts import Parts
from quoth.pipeline.taking import live_of, take_file

__all__ = ["LoadReport", "fetch_mesh", "fetch_retractions", "load_pubmed", "retractions_as_of"]

_AHEAD = 2


@dataclass(slots=True)
class LoadReport:
    """What became of a load."""

    files: list[FileReport] = field(default_factory=list)
    known: int = 0
    """Files that were in the library already."""
    left: int = 0
    """Files that are still to come: a limit was reached, or one before them failed."""
    fault: str = ""
    """Why it stopped before the end."""
    as_of: date | None = None
    """Of a list: its day."""

    @property
    def complete(self) -> bool:
        """Whether nothing is left to do."""
        return not (self.fault or self.left or any(file.status in ("refused", "stopped") for file in self.files))


def load_pubmed(
    parts: Parts,
    *,
    baseline: bool = True,
    limit: int | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> LoadReport:
    """Take PubMed's files into the library: the baseline, then the updates, each in its order.

    Args:
        parts: where they go.
        baseline: whether to begin with the baseline; else updates alone.
        limit: most files to take in now; the next call goes on.
        progress: told a line for each file.

    Returns:
        The report. A file that cannot be had or read ends the load: those after it may build on it.

    Raises:
        NetworkNotAllowed: the files are not switched on.
        SourceFailed: there is no list of files.
    """
    client = live_of(parts).pubmed_files()
    wanted = [*(client.files("baseline") if baseline else ()), *client.files("updatefiles")]
    done = _Done(live_of(parts).folder / "files" / "done.json")
    report = LoadReport()

    def known(file: BaselineFile, md5: str) -> bool:
        return done.holds(file.name, md5)

    taken = 0
    for got in client.downloaded(wanted, known=known, ahead=_AHEAD):
        if limit is not None and taken >= limit:
            break
        if got.path is None:
            report.fault = f"{got.file.name}: {got.fault}"
            break
        progress(f"{got.file.folder}/{got.file.name}: taking it in.")
        file = take_file(got.path, parts, Options(format="pubmed-xml"))
        report.files.append(file)
        taken += 1
        if file.status in ("refused", "stopped"):
            report.fault = f"{got.file.name} could not be read to its end"
            break
        done.add(got.file.name, got.md5)
        got.path.unlink(missing_ok=True)
        progress(f"{got.file.name}: {file.records_new} new, {file.records_known} known, {file.refused} refused.")
    report.known = sum(done.has(file.name) for file in wanted) - taken
    report.left = sum(not done.has(file.name) for file in wanted)
    return report


def fetch_retractions(parts: Parts, progress: Callable[[str], None] = lambda _: None) -> LoadReport:
    """Take the newest Retraction Watch list in. Every record that it names is marked from then on.

    Raises:
        NetworkNotAllowed: the list is not switched on.
        SourceFailed: it did not come, or came short.
    """
    live = live_of(parts)
    door, address = live.retraction_watch()
    progress("Fetching the list of retractions.")
    to = live.folder / "lists" / "retraction_watch.csv"
    found = fetch_list(door, address, to, today=parts.now().date(), begins=b"RetractionNature")
    progress(f"Taking in a list of {found.size:,} bytes.")
    file = take_file(found.path, parts, Options(format="retractions", as_of=found.fetched_on))
    if file.status in ("refused", "stopped"):
        raise SourceFailed(
            f"Retraction Watch cannot be used: {file.refusals[0].reason if file.refusals else 'unreadable'}."
        )
    return LoadReport([file], as_of=found.fetched_on)


def retractions_as_of(parts: Parts) -> date | None:
    """The day of the newest list of retractions that the library holds."""
    return max((each.as_of for each in parts.store.notice_lists()), default=None)


def fetch_mesh(parts: Parts, progress: Callable[[str], None] = lambda _: None) -> LoadReport:
    """Take the MeSH descriptors in: their entry terms become synonyms. Raises NetworkNotAllowed, SourceFailed."""
    live = live_of(parts)
    door, address = live.nlm_file("mesh_url")
    name = address.rpartition("/")[2] or "mesh.xml"
    progress("Fetching the MeSH descriptors.")
    found = fetch_list(door, address, live.folder / "lists" / name, today=parts.now().date())
    file = take_file(found.path, parts, Options(format="mesh"))
    return LoadReport([file], as_of=found.fetched_on, fault="" if file.status == "done" else file.status)


class _Done:
    """Names and checksums of the files that are in the library, written after each one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            held = json.loads(path.read_text(encoding="utf-8"))
            self._held: dict[str, str] = {str(k): str(v) for k, v in held.items()} if isinstance(held, dict) else {}
        except (OSError, ValueError):
            self._held = {}  # fetched once more, and then known by their bytes

    def holds(self, name: str, md5: str) -> bool:
        return self._held.get(name) == md5

    def has(self, name: str) -> bool:
        return name in self._held

    def add(self, name: str, md5: str) -> None:
        self._held[name] = md5
        self._path.parent.mkdir(parents=True, exist_ok=True)
        part = self._path.with_name(f"{self._path.name}.{os.getpid()}.part")
        part.write_text(json.dumps(self._held, indent=0), encoding="utf-8")
        part.replace(self._path)
