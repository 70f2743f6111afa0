"""An answer that takes longer than a blink: the reader gets a page that says how far the work is, and then the answer.

Most answers take less time than a page needs to travel, and lead to it at once. What waits is held in this process
under a random ticket; the question itself is never part of an address.
"""

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError
from dataclasses import dataclass, field
from threading import Lock

from quoth.errors import LibraryBusy, NotFound

__all__ = ["Ticket", "Waiting"]

PATIENCE_S = 1.2
"""How long a form is kept before its reader is shown a page to wait on."""
WORKERS = 4
TICKETS_MAX = 300
TICKET_SECONDS = 600

Work = Callable[[Callable[[str, int], None]], str]
"""Takes who is to be told of each step; gives the id of a page."""


@dataclass(slots=True)
class Ticket:
    """A page in the making."""

    id: str
    future: Future[str]
    since: float
    steps: list[tuple[str, int]] = field(default_factory=list)


class Waiting:
    """Runs the making of pages, a few at a time, and remembers what is not fetched yet."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="answer")
        self._tickets: OrderedDict[str, Ticket] = OrderedDict()
        self._patience_s = patience_s
        self._lock = Lock()

    def begin(self, work: Work) -> str | Ticket:
        """The id of the page, when it is made within a blink; else a ticket to ask with.

        Raises:
            LibraryBusy: too many pages are in the making.
            Whatever the work raises within that time.
        """
        self._tidy()
        steps: list[tuple[str, int]] = []
        future = self._pool.submit(work, lambda step, count: steps.append((step, count)))
        try:
            return future.result(timeout=self._patience_s)
        except TimeoutError:
            if future.done():  # the work itself timed out on something
                raise
            ticket = Ticket(secrets.token_urlsafe(16), future, time.monotonic(), steps)
            with self._lock:
                self._tickets[ticket.id] = ticket
            return ticket

    def ask(self, ticket_id: str) -> str | Ticket:
        """The id of the page that a ticket stands for, or the ticket as far as it is.

        Raises NotFound, and what the work raises.
        """
        with self._lock:
            ticket = self._tickets.get(ticket_id)
        if ticket is None:
            raise NotFound("This page is no longer being made here. Ask the question again.")
        return ticket.future.result() if ticket.future.done() else ticket

    def close(self) -> None:
        """Let the last ones finish, and take no more."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _tidy(self) -> None:
        with self._lock:
            now = time.monotonic()
            for name, ticket in list(self._tickets.items()):
                if now - ticket.since > TICKET_SECONDS:
                    del self._tickets[name]
            if sum(not ticket.future.done() for ticket in self._tickets.values()) >= TICKETS_MAX:
                raise LibraryBusy("Too many questions are being answered at this moment. Try again in a minute.")
