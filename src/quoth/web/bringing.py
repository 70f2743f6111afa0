"""The route that brings an export of another library in: literature alone, looked through before any of it is kept.

What is sent is hostile until it is read: its size is limited at the door and again unpacked, nothing of it is unpacked
to disk, and what is no export of a library says why. A backup holds accounts and keys and takes everything out that is
here: it is put back on the machine itself, by the command line alone.
"""

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse, Response

from quoth import pipeline
from quoth.errors import BadInput
from quoth.pipeline import Parts
from quoth.pipeline.auditing import COMMAND_LINE
from quoth.web.access import may_write
from quoth.web.faults import fault_page
from quoth.web.jobs import Doing, Job, Jobs
from quoth.web.uploads import folder_of_uploads, keep_upload, named_as_sent
from quoth.web.visitors import NOBODY, Visitor

__all__ = ["BRING_PATH", "bring_routes"]

BRING_PATH = "/library/bring"


def bring_routes(parts: Parts, jobs: Jobs) -> APIRouter:
    """The form's target; the form itself stands on the page that cares for the library."""
    routes = APIRouter()

    @routes.post(BRING_PATH)
    async def bring(request: Request) -> Response:
        """Take one archive, and lead to the page that says what becomes of it."""
        if not may_write(request, parts):
            return fault_page(
                403,
                "Not from here",
                "A library is brought in on the machine that this one is on, or by its editors.",
            )
        visitor: Visitor = getattr(request.state, "visitor", NOBODY)
        sent = await request.form(max_files=1, max_fields=5)
        try:
            job = await run_in_threadpool(_taken, sent, visitor, jobs, parts)
        finally:
            await sent.close()
        return RedirectResponse(f"/job/{job.id}", status_code=303)

    return routes


def _taken(sent: FormData, visitor: Visitor, jobs: Jobs, parts: Parts) -> Job:
    """The archive on disk under a name of ours, and the job that takes it in and removes it."""
    file = sent.get("archive")
    if not isinstance(file, UploadFile) or not file.filename:
        raise BadInput("No file was chosen. Choose one that another library exported: it ends in .quoth.")
    by = visitor.account or COMMAND_LINE
    name = named_as_sent(file)
    with folder_of_uploads() as folder:
        path = keep_upload(file, folder)
        return jobs.add(
            (name,),
            lambda told: pipeline.import_library(path, parts, by=by, progress=told),
            folder,
            doing=Doing.BRINGING_IN,
        )
