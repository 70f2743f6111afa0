"""Long work on the library: one piece at a time, in the background, with how far it is and what came of it."""

import logging
import secrets
import shutil
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from queue import Empty, Queue
from tempfile import TemporaryDirectory

from quoth.errors import LibraryBusy, NotFound, UserError
from quoth.pipeline import IngestReport, Parts, Progress
from quoth.pipeline.ingesting import FileReport

__all__ = ["Doing", "Job", "Jobs", "Work"]

LOG = logging.getLogger("quoth.web")
JOBS_MAX = 200
BUSY_PATIENCE_S = 120.0


class Doing(StrEnum):
    """What a job does; the value names the template that shows what came of it."""

    ADDING = "adding"
    WEIGHING = "weighing"
    VERIFYING = "verifying"
    EXPORTING = "exporting"
    BACKING_UP = "backing-up"
    BRINGING_IN = "bringing-in"


TITLES: dict[Doing, str] = {
    Doing.ADDING: "Adding to the library",
    Doing.WEIGHING: "What may be quoted, and what takes room",
    Doing.VERIFYING: "Verifying the library",
    Doing.EXPORTING: "Exporting the literature",
    Doing.BACKING_UP: "Backing up the library",
    Doing.BRINGING_IN: "Bringing an export in",
}


@dataclass(slots=True)
class Job:
    """One request to do something that takes a while."""

    id: str
    names: tuple[str, ...]
    """Of the files as their sender named them, or what was asked for: shown, never used as a path."""
    doing: Doing = Doing.ADDING
    state: str = "waiting"
    """"waiting", "running", "done" or "failed"."""
    progress: Progress | None = None
    outcome: object | None = None
    """The report of what was done, as the pipeline gives it."""
    made: TemporaryDirectory[str] | None = None
    """Where a file lies that the job made: gone when the job is forgotten, or the process ends."""
    fault: str = ""

    @property
    def title(self) -> str:
        """What is done, as a heading."""
        return TITLES[self.doing]

    @property
    def report(self) -> IngestReport | None:
        """What an ingest did."""
        return self.outcome if isinstance(self.outcome, IngestReport) else None

    @property
    def files(self) -> tuple[tuple[str, FileReport], ...]:
        """What became of each file, under the name that its sender gave it."""
        return tuple(zip(self.names, self.report.files, strict=False)) if self.report else ()

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in ("done", "failed")


Work = Callable[[Callable[[Progress], None]], object]


class Jobs:
    """The jobs of this process, the newest of them remembered."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._queue: Queue[tuple[Job, Work, Path | None]] = Queue()
        self._lock = threading.Lock()
        self._worker: threading.Thread | None = None

    def add(
        self,
        names: tuple[str, ...],
        work: Work,
        folder: Path | None = None,
        doing: Doing = Doing.ADDING,
        made: TemporaryDirectory[str] | None = None,
    ) -> Job:
        """Have something done after what was asked for before.

        Args:
            names: what it is done to, for show.
            work: what to do; what it gives is the job's outcome.
            folder: removed when the work has ended.
            doing: what kind of work it is.
            made: where the work puts a file for whoever asked.
        """
        job = Job(secrets.token_urlsafe(16), names, doing, made=made)
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > JOBS_MAX:
                self._jobs.popitem(last=False)
            self._queue.put((job, work, folder))
            if self._worker is None or not self._worker.is_alive():
                self._worker = threading.Thread(target=self._run, name="library jobs", daemon=True)
                self._worker.start()
        return job

    def job(self, job_id: str) -> Job:
        """A job by its id. Raises NotFound."""
        with self._lock:
            found = self._jobs.get(job_id)
        if found is None:
            raise NotFound("There is no such job. Jobs are forgotten when the server stops; what they did stays.")
        return found

    def newest(self, *doing: Doing) -> tuple[Job, ...]:
        """The jobs, newest first; of some kinds, where any are named."""
        with self._lock:
            return tuple(job for job in reversed(self._jobs.values()) if not doing or job.doing in doing)

    def _run(self) -> None:
        while True:
            try:
                job, work, folder = self._queue.get(timeout=5)
            except Empty:
                with self._lock:
                    if self._queue.empty():
                        self._worker = None
                        return
                continue
            self._do(job, work)
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)

    def _do(self, job: Job, work: Work) -> None:
        def told(progress: Progress) -> None:
            job.progress = progress

        job.state, patience = "running", time.monotonic() + BUSY_PATIENCE_S
        while not job.ended:
            try:
                job.outcome = work(told)
                job.state = "done"
            except LibraryBusy as fault:
                if time.monotonic() > patience:
                    job.fault, job.state = str(fault), "failed"
                time.sleep(1)
            except UserError as fault:
                job.fault, job.state = str(fault), "failed"
            except Exception as fault:  # a face: the reader gets words, the log a place
                LOG.error("job failed: %s", type(fault).__name__)
                job.fault, job.state = "This is a fault in quoth. What was done before it stays.", "failed"
