"""Routes of caring for the library: what may be quoted and takes room, is it sound, an export to take away, a backup.

All of it reads everything that is held, so that each is a job. An export holds literature alone and may be taken away
by a browser; a backup holds password hashes and keys, and stays on the machine that the library is on.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import FileResponse, RedirectResponse, Response

from quoth import pipeline
from quoth.errors import BadInput, NotAllowed, NotFound
from quoth.model import Account, Office
from quoth.pipeline import Parts, Progress
from quoth.pipeline.auditing import COMMAND_LINE, note, recorded
from quoth.web.access import may_care, may_write
from quoth.web.bringing import BRING_PATH
from quoth.web.faults import fault_page
from quoth.web.jobs import TITLES, Doing, Job, Jobs, Work
from quoth.web.pages import html_page
from quoth.web.visitors import NOBODY, Visitor

__all__ = ["BACKUPS", "care_routes"]

BACKUPS = "backups"
"""The folder in the library's home that backups from the page are written to."""
EXPORT_NAME = "literature.quoth"
ACTS = (Doing.WEIGHING, Doing.VERIFYING, Doing.EXPORTING, Doing.BACKING_UP)
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that lies beside the library."""

    name: str
    bytes: int
    made: datetime
    """UTC."""


def care_routes(parts: Parts, jobs: Jobs) -> APIRouter:
    """Everything about the state of the library as a whole."""
    routes = APIRouter()

    @routes.get("/library/care")
    def show(request: Request) -> Response:
        """What can be done, what was done, and the backups that are there."""
        if not may_care(request, parts):
            return _refused()
        backups = tuple(_backups(parts))
        return html_page(
            "care.html",
            acts=tuple((doing, TITLES[doing], jobs.newest(doing)[:3]) for doing in (*ACTS, Doing.BRINGING_IN)),
            backups=backups[:SHOWN],
            weight=sum(one.bytes for one in backups),
            folder=parts.settings.folder / BACKUPS,
            may_back_up=_may_back_up(request, parts),
            may_bring=may_write(request, parts),
            bring_path=BRING_PATH,
            limit=parts.settings.web_upload_max_mb,
        )

    @routes.post("/library/care")
    def act(request: Request, act: Annotated[str, Form(max_length=20)] = "") -> Response:
        """Begin one of them, or lead to it where it is under way."""
        if not may_care(request, parts):
            return _refused()
        doing = _chosen(act)
        if doing is Doing.BACKING_UP and not _may_back_up(request, parts):
            raise NotAllowed("Backups hold accounts and keys. They need the office of administrator.")
        job = next((job for job in jobs.newest(doing) if not job.ended), None) or _begun(doing, request, jobs, parts)
        return RedirectResponse(f"/job/{job.id}", status_code=303)

    @routes.get("/job/{job_id}")
    def follow(job_id: str, request: Request) -> Response:
        """How far a job is, and what came of it: what was added, every record refused with its reason, every fault."""
        if not may_care(request, parts):
            return _refused()
        return html_page("job.html", job=jobs.job(job_id))

    @routes.get("/job/{job_id}/file")
    def take_away(job_id: str, request: Request) -> Response:
        """The file that an export made."""
        if not may_care(request, parts):
            return _refused()
        job = jobs.job(job_id)
        path = Path(job.made.name) / EXPORT_NAME if job.made is not None else None
        if job.state != "done" or path is None or not path.exists():
            raise NotFound("This export is no longer held. Make another: the newest one alone is kept.")
        return FileResponse(
            path,
            filename=EXPORT_NAME,
            media_type="application/octet-stream",
            headers={"Content-Encoding": "identity"},  # compressed already
        )

    return routes


def _chosen(act: str) -> Doing:
    try:
        doing = Doing(act)
    except ValueError:
        doing = Doing.ADDING
    if doing not in ACTS:
        raise BadInput("Nothing was chosen. Choose what is to be done with the library.")
    return doing


def _begun(doing: Doing, request: Request, jobs: Jobs, parts: Parts) -> Job:
    """A job at the end of the queue. An export takes the place of the one before it."""
    made = TemporaryDirectory(prefix="quoth-export-", ignore_cleanup_errors=True) if doing is Doing.EXPORTING else None
    if made is not None:
        for older in jobs.newest(Doing.EXPORTING):
            if older.made is not None:
                older.made.cleanup()
                older.made = None
    return jobs.add((), _work(doing, request, made, parts), doing=doing, made=made)


def _work(doing: Doing, request: Request, made: TemporaryDirectory[str] | None, parts: Parts) -> Work:
    match doing:
        case Doing.WEIGHING:
            return lambda _: (pipeline.licences(parts), tuple(pipeline.limited(parts)))
        case Doing.VERIFYING:
            return lambda told: pipeline.verify_library(parts, progress=told)
        case Doing.EXPORTING:
            assert made is not None
            file = Path(made.name) / EXPORT_NAME
            return lambda told: pipeline.export_library(file, parts, overwrite=True, progress=told)
        case _:
            return _backing_up(_visitor(request).account or COMMAND_LINE, parts)


def _backing_up(by: Account | str, parts: Parts) -> Work:
    """A file of its own for each moment; who had it made is a line in the audit trail."""

    def work(told: Callable[[Progress], None]) -> object:
        folder = parts.settings.folder / BACKUPS
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        report = pipeline.back_up(folder / f"library-{parts.now():%Y-%m-%dT%H%M%SZ}.quoth", parts, progress=told)
        with recorded(parts):
            note(parts, by, "made a backup", report.snapshot)
        return report

    return work


def _backups(parts: Parts) -> list[Backup]:
    """Newest first."""
    found = []
    for file in (parts.settings.folder / BACKUPS).glob("*.quoth"):
        try:
            known = file.stat()
        except OSError:  # taken away meanwhile
            continue
        found.append(Backup(file.name, known.st_size, datetime.fromtimestamp(known.st_mtime, UTC)))
    return sorted(found, key=lambda one: (one.made, one.name), reverse=True)


def _may_back_up(request: Request, parts: Parts) -> bool:
    """An administrator; where there are no accounts, whoever may care for the library at all."""
    return not parts.store.items(Account) or _visitor(request).holds(Office.ADMINISTRATOR.value)


def _visitor(request: Request) -> Visitor:
    found: Visitor = getattr(request.state, "visitor", NOBODY)
    return found


def _refused() -> Response:
    return fault_page(
        403,
        "Not from here",
        "The library is cared for on the machine that it is on, or by its editors and administrators.",
    )
