"""Routes beyond the library: the search shown and edited, the search run, and how far it is.

Search words travel in forms, as questions do. A job lives in this process under a random id; when the process ends,
what was fetched is kept, and the same search goes on from it.
"""

import secrets
import time
from collections import OrderedDict
from collections.abc import AsyncIterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock
from typing import Annotated

import anyio
from fastapi import APIRouter, Form
from fastapi.sse import EventSourceResponse, ServerSentEvent
from starlette.responses import RedirectResponse, Response

from quoth import pipeline
from quoth.errors import LibraryBusy, NotFound, UserError
from quoth.live import SOURCES
from quoth.model import Question, Role
from quoth.pipeline import LiveReport, LiveStep, Outcome, Parts
from quoth.web.pages import html_page
from quoth.web.shelf import Shelf

__all__ = ["Job", "Jobs", "live_routes", "searched_at_once"]

WORKERS = 3
JOBS_MAX = 100
JOB_SECONDS = 3600
_WORDS_MAX = 2_000


@dataclass(slots=True)
class Job:
    """One search on its way."""

    id: str
    answer_id: str
    """The page that it was begun from."""
    since: float
    steps: list[LiveStep] = field(default_factory=list)
    future: Future[LiveReport] | None = None
    first_answer: str = ""
    """Id of the answer from the abstracts, once there is one."""

    @property
    def done(self) -> bool:
        """Whether nothing more will happen."""
        return self.future is not None and self.future.done()

    @property
    def report(self) -> LiveReport:
        """What came of it. Raises what the search raised."""
        assert self.future is not None
        return self.future.result()

    @property
    def fault(self) -> Exception | None:
        """What the search raised, if it did."""
        found = self.future.exception() if self.future is not None and self.future.done() else None
        return found if isinstance(found, Exception) else None


class Jobs:
    """Runs searches, a few at a time, and remembers them for an hour."""

    def __init__(self, parts: Parts, shelf: Shelf) -> None:
        self._parts, self._shelf = parts, shelf
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="live")
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()

    def begin(self, answer_id: str, words: str) -> Job:
        """Start a search for the question of a page. Raises NotFound, or LibraryBusy when too many are running."""
        question = self._shelf.question(answer_id)
        job = Job(secrets.token_urlsafe(16), answer_id, time.monotonic())
        with self._lock:
            self._tidy()
            if sum(not held.done for held in self._jobs.values()) >= 4 * WORKERS:
                raise LibraryBusy("Too many searches are running at this moment. Try again in a minute.")
            self._jobs[job.id] = job

        def note(step: LiveStep) -> None:
            if step.outcome is not None:
                job.first_answer = self._shelf.put(step.outcome)
            job.steps.append(step)

        def work() -> LiveReport:
            report = pipeline.ask_live(question.text, self._parts, words=words, role=question.role, progress=note)
            if report.outcome is not None:
                self._shelf.put(report.outcome)
            return report

        job.future = self._pool.submit(work)
        return job

    def get(self, job_id: str) -> Job:
        """A search by its id. Raises NotFound."""
        with self._lock:
            job = self._jobs.get(job_id)
        if job is None:
            raise NotFound("This search is no longer known here. Begin it again: what was fetched is kept.")
        return job

    def _tidy(self) -> None:
        now = time.monotonic()
        for name, job in list(self._jobs.items()):
            if now - job.since > JOB_SECONDS or (job.done and len(self._jobs) > JOBS_MAX):
                del self._jobs[name]


def searched_at_once(outcome: Outcome, text: str, previous: Question | None, role: Role, parts: Parts) -> Outcome:
    """The answer of a search beyond the library, where the operator said always and the library holds next to nothing.

    A source that fails leaves the page as it was: its reader can still search by hand and is told then.
    """
    if not (parts.settings.live == "always" and pipeline.may_search(parts) and pipeline.is_thin(outcome.page)):
        return outcome
    try:
        return pipeline.ask_live(text, parts, previous=previous, role=role).outcome or outcome
    except UserError:
        return outcome


def live_routes(parts: Parts, shelf: Shelf) -> APIRouter:
    """Everything about a search beyond the library."""
    routes = APIRouter()
    jobs = Jobs(parts, shelf)

    @routes.post("/live/plan")
    def plan(answer: Annotated[str, Form(max_length=64)] = "") -> Response:
        """What would be sent, to look at and to change, before anything is."""
        question = shelf.question(answer)
        live = pipeline.live_of(parts)
        live.pubmed()  # says so where it is not switched on
        return html_page(
            "live_plan.html",
            question=question.text,
            answer_id=answer,
            words=pipeline.live_search(question, parts).words,
            words_max=_WORDS_MAX,
            sources=[source for source in live.on() if source.setting in ("pubmed", "europepmc")],
            records=parts.settings.live_records,
            texts=parts.settings.live_full_texts if live.is_on("europepmc") else 0,
        )

    @routes.post("/live/start")
    def start(
        answer: Annotated[str, Form(max_length=64)] = "", words: Annotated[str, Form(max_length=4 * _WORDS_MAX)] = ""
    ) -> Response:
        """Send the words, and lead to the page that says how far it is."""
        return RedirectResponse(f"/live/{jobs.begin(answer, words).id}", status_code=303)

    @routes.get("/live/{job_id}")
    def show(job_id: str) -> Response:
        """How far a search is; at its end what came, and the answer."""
        job = jobs.get(job_id)
        done, fault = job.done, job.fault
        return html_page(
            "live_job.html",
            job=job,
            steps=tuple(job.steps),
            done=done,
            fault=str(fault) if fault else "",
            report=job.report if done and not fault else None,
            source=SOURCES["pubmed"],
        )

    @routes.get("/live/{job_id}/events", response_class=EventSourceResponse)
    async def events(job_id: str) -> AsyncIterator[ServerSentEvent]:
        """The steps as they come, for a page with a script."""
        job = jobs.get(job_id)
        told = 0
        while True:
            done = job.done
            for step in job.steps[told:]:
                told += 1
                yield ServerSentEvent(
                    event="step",
                    data={
                        "text": step.text,
                        "fetched": step.fetched,
                        "wanted": step.wanted,
                        "answer": job.first_answer,
                    },
                )
            if done:
                yield ServerSentEvent(event="done", data={})
                return
            await anyio.sleep(0.2)

    return routes
