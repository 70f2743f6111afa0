"""Threads that readers asked to keep: opened by an address that nobody can guess, forgotten on their day or before."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from quoth.errors import BadInput, NotFound
from quoth.model import Abstention, Answer, Thread
from quoth.pipeline.asking import forget
from quoth.pipeline.parts import Parts
from quoth.pipeline.under_review import page_under

__all__ = ["ThreadView", "forget_thread", "keep_thread", "kept_thread"]

STEPS_MAX = 50
_GONE = "There is no such thread here. Threads are forgotten on their day, and can be deleted by their readers."


@dataclass(frozen=True, slots=True)
class ThreadView:
    """A kept thread with the pages that are still there."""

    thread: Thread
    pages: tuple[Answer | Abstention, ...]
    gone: int
    """Pages that were deleted or have expired."""


def keep_thread(answer_ids: tuple[str, ...], days: int, parts: Parts) -> Thread:
    """Keep the order of some pages for a number of days, no longer than the pages themselves are kept.

    Raises:
        BadInput: answers are not kept here, or the number of days is none.
        NotFound: a page is not there.
    """
    settings = parts.settings
    if not settings.keep_answers:
        raise BadInput("Answers are not kept here, so a thread cannot be kept either. Save or print its pages instead.")
    if days < 1:
        raise BadInput(f"A thread cannot be kept for {days} days. Expected 1 or more.")
    for answer_id in answer_ids:
        page_under(answer_id, parts)
    now = parts.now()
    until = now + timedelta(days=min(days, settings.threads_kept_days, settings.answers_kept_days))
    made = Thread(parts.new_id(), answer_ids[-STEPS_MAX:], _stamp(now), _stamp(until))
    with parts.store.writing():
        parts.store.put_item(made)
        parts.store.delete_ended_items(_stamp(now))
    return made


def kept_thread(thread_id: str, parts: Parts) -> ThreadView:
    """A thread by its id. Raises NotFound, also from its day on."""
    thread = parts.store.item(Thread, thread_id)
    if thread is None or thread.until <= _stamp(parts.now()):
        raise NotFound(_GONE)
    pages: list[Answer | Abstention] = []
    for answer_id in thread.steps:
        with suppress(NotFound):
            pages.append(page_under(answer_id, parts))
    return ThreadView(thread, tuple(pages), len(thread.steps) - len(pages))


def forget_thread(thread_id: str, parts: Parts) -> None:
    """Delete a thread and its pages, but for those that the board has. Raises NotFound."""
    view = kept_thread(thread_id, parts)
    for page in view.pages:
        with suppress(BadInput, NotFound):
            forget(page.id, parts)
    parts.store.delete_item(Thread, thread_id)


def _stamp(when: datetime) -> str:
    """As acts keep it: ISO, UTC, whole seconds."""
    return f"{when:%Y-%m-%dT%H:%M:%SZ}"
