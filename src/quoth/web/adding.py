"""Routes that add to the library: files that are sent, identifiers that are named, and how far they are.

What comes in is hostile until it is read: its size is limited at the door, its kind is found by its content, and its
name is shown as text and never used as a path.
"""

import re
import time
from collections.abc import Callable

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse, Response

from quoth import pipeline
from quoth.errors import BadInput
from quoth.http import host_list
from quoth.model import Refusal
from quoth.pipeline import IngestReport, Parts, Progress
from quoth.pipeline.ingesting import FileReport
from quoth.sources import DOCUMENT_KINDS, DOCUMENT_STATUSES, DocumentFacts
from quoth.web.access import may_write
from quoth.web.faults import fault_page
from quoth.web.jobs import Doing, Job, Jobs
from quoth.web.pages import html_page
from quoth.web.uploads import folder_of_uploads, keep_upload, named_as_sent

__all__ = ["add_routes"]

# Not str.isdigit: it also takes "²", which no int() reads.
_NUMBER = re.compile(r"[0-9]{1,9}")
FILES_MAX = 50
NAMES_MAX = 50
FIELD_MAX = 2000


def add_routes(parts: Parts, jobs: Jobs) -> APIRouter:
    """Everything that changes what the library holds."""
    routes = APIRouter()

    @routes.get("/library/add")
    def form(request: Request) -> Response:
        """A form for files."""
        if not may_write(request, parts):
            return _refused()
        return html_page(
            "add.html",
            limit=parts.settings.web_upload_max_mb,
            jobs=jobs.newest(Doing.ADDING)[:10],
            kinds=tuple(DOCUMENT_KINDS),
            statuses=tuple(DOCUMENT_STATUSES),
            hosts=sorted(host_list(parts.settings.add_hosts)),
            pubmed=parts.live is not None and parts.live.is_on("pubmed"),
        )

    @routes.post("/library/add")
    async def add(request: Request) -> Response:
        """Take files, and lead to the page that says what becomes of them."""
        if not may_write(request, parts):
            return _refused()
        sent = await request.form(max_files=FILES_MAX, max_fields=20)
        try:
            job = await run_in_threadpool(_taken, sent, jobs, parts)
        finally:
            await sent.close()
        return RedirectResponse(f"/job/{job.id}", status_code=303)

    return routes


def _taken(sent: FormData, jobs: Jobs, parts: Parts) -> Job:
    """The files on disk under names of ours, and the job that reads them; or the job that fetches what was named."""
    files = [one for one in sent.getlist("files") if isinstance(one, UploadFile) and one.filename]
    names = _field(sent, "names").split()[:NAMES_MAX]
    facts = _facts(sent)
    if not files and not names:
        raise BadInput("No file was chosen and nothing was named. Choose a file, or write an address or identifier.")
    if files and names:
        raise BadInput("Files and names were given together. Add the one first, then the other.")
    if facts and len(files) > 1:
        raise BadInput("Facts about a document were given for several files. Add them one by one.")
    if names:
        return jobs.add(tuple(names), lambda told: _fetched(names, facts, parts, told))
    options = pipeline.Options(facts=facts)
    paths, sent_as = [], []
    with folder_of_uploads() as folder:
        for number, file in enumerate(files, start=1):
            inside = folder / str(number)
            inside.mkdir()
            paths.append(keep_upload(file, inside))
            sent_as.append(named_as_sent(file))
        return jobs.add(
            tuple(sent_as), lambda told: pipeline.ingest(paths, parts, options=options, progress=told), folder
        )


def _fetched(names: list[str], facts: DocumentFacts, parts: Parts, told: Callable[[Progress], None]) -> IngestReport:
    """Fetch what was named, as a report on files, one for each name."""
    started = time.monotonic()
    report = pipeline.add(
        names, parts, facts=facts, progress=lambda line: told(Progress(line, 0, 0, time.monotonic() - started))
    )
    files = []
    for one in report.added:
        new = one.status == "added"
        file = FileReport(one.name, status="done" if new else one.status, records_new=int(new))
        if one.status in ("not found", "failed"):
            file.status, file.refused = "refused", 1
            file.refusals.append(Refusal(one.name, "as a whole", one.note or "It was not found."))
        files.append(file)
    return IngestReport(tuple(files), report.snapshot, time.monotonic() - started)


def _facts(sent: FormData) -> DocumentFacts:
    """What the form says of a document. Values are checked when it is read, but for the year, which is a number."""
    year = _field(sent, "year")
    if year and not _NUMBER.fullmatch(year):
        raise BadInput(f"Year {year[:20]!r} is no year. Expected four digits.")
    words = _field(sent, "quote_words")
    quote = _field(sent, "quote") or None
    if quote == "words":
        if not _NUMBER.fullmatch(words):
            raise BadInput("How many words may be quoted was not given. Write a number beside it.")
        quote = f"{int(words)} words"
    return DocumentFacts(
        **{name: _field(sent, name) or None for name in ("title", "issuer", "kind", "doi", "licence", "status")},
        year=int(year) if year else None,
        supersedes=tuple(re.split(r"[\s,;]+", _field(sent, "supersedes"))) if _field(sent, "supersedes") else (),
        conditions=tuple(part for line in _field(sent, "conditions").split(";") if (part := line.strip())),
        quote=quote,
    )


def _field(sent: FormData, name: str) -> str:
    value = sent.get(name)
    return value.strip()[:FIELD_MAX] if isinstance(value, str) else ""


def _refused() -> Response:
    return fault_page(
        403,
        "Not from here",
        "Sources are added on the machine that the library is on, or by its editors. Reading and asking stay open.",
    )
