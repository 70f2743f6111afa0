"""Routes that add to the library: files that are sent, identifiers that are named, and how far they are.

What comes in is hostile until it is read: its size is limited at the door, its kind is found by its content, and its
name is shown as text and never used as a path.
"""

import re
import tempfile
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse, Response

from quoth.errors import BadInput
from quoth.pipeline import Parts
from quoth.web.access import may_write
from quoth.web.faults import fault_page
from quoth.web.jobs import Job, Jobs
from quoth.web.pages import html_page

__all__ = ["add_routes"]

FILES_MAX = 50
_PLAIN = re.compile(r"[^A-Za-z0-9._-]+")
_COPY_BYTES = 1 << 20


def add_routes(parts: Parts, jobs: Jobs) -> APIRouter:
    """Everything that changes what the library holds."""
    routes = APIRouter()

    @routes.get("/library/add")
    def form(request: Request) -> Response:
        """A form for files."""
        if not may_write(request, parts):
            return _refused()
        return html_page("add.html", limit=parts.settings.web_upload_max_mb, jobs=jobs.newest()[:10])

    @routes.post("/library/add")
    async def add(request: Request) -> Response:
        """Take files, and lead to the page that says what becomes of them."""
        if not may_write(request, parts):
            return _refused()
        sent = await request.form(max_files=FILES_MAX, max_fields=20)
        try:
            job = await run_in_threadpool(_taken, sent, jobs)
        finally:
            await sent.close()
        return RedirectResponse(f"/job/{job.id}", status_code=303)

    @routes.get("/job/{job_id}")
    def job(job_id: str, request: Request) -> Response:
        """How far a job is; when it is done, what was added and every record that was refused, with its reason."""
        if not may_write(request, parts):
            return _refused()
        return html_page("job.html", job=jobs.job(job_id))

    return routes


def _taken(sent: FormData, jobs: Jobs) -> Job:
    """The files on disk under names of ours, and the job that reads them."""
    files = [one for one in sent.getlist("files") if isinstance(one, UploadFile) and one.filename]
    if not files:
        raise BadInput("No file was chosen. Choose one or more, then add them.")
    folder = Path(tempfile.mkdtemp(prefix="quoth-upload-"))
    paths, names = [], []
    for number, file in enumerate(files, start=1):
        name = (file.filename or "")[:200]
        inside = folder / str(number)
        inside.mkdir()
        path = inside / _safe_name(name)
        with path.open("wb") as out:
            while part := file.file.read(_COPY_BYTES):
                out.write(part)
        paths.append(path)
        names.append(name)
    return jobs.add_files(paths, tuple(names), folder)


def _safe_name(name: str) -> str:
    """Letters, digits and full stops of a name: its ending helps where the content leaves a doubt."""
    plain = _PLAIN.sub("-", Path(name.replace("\\", "/")).name).strip(".-")
    return plain[-80:] or "file"


def _refused() -> Response:
    return fault_page(
        403,
        "Not from here",
        "Sources are added on the machine that the library is on, or by its editors. Reading and asking stay open.",
    )
