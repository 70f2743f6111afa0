"""Pages at hand: from the library's store, or, where nothing is kept, from memory for a short while.

With `keep_answers` off a reader still gets an address to go to, to follow up from and to print, but it lives in this
process alone, ends with it, and ends earlier when the library changes or time runs out.
"""

import re
import time
from collections import OrderedDict
from threading import Lock

from quoth import pipeline
from quoth.errors import NotFound
from quoth.model import Question
from quoth.pipeline import Outcome, Parts

__all__ = ["Shelf"]

HELD_MAX = 200
HELD_SECONDS = 30 * 60
_ANSWER_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Shelf:
    """Where this face finds a page again by its id."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._held: OrderedDict[str, tuple[float, Outcome]] = OrderedDict()
        self._lock = Lock()

    def put(self, outcome: Outcome) -> str:
        """Hold a page that was just made. Returns its id."""
        if not self._parts.settings.keep_answers:
            with self._lock:
                self._held[outcome.page.id] = (time.monotonic(), outcome)
                while len(self._held) > HELD_MAX:
                    self._held.popitem(last=False)
        return outcome.page.id

    def get(self, answer_id: str) -> Outcome:
        """A page and its verdict as of now. Raises NotFound."""
        if not _ANSWER_ID.fullmatch(answer_id):
            raise NotFound("There is no answer with this id. Kept answers expire. Ask the question again.")
        if self._parts.settings.keep_answers:
            return pipeline.stored_page(answer_id, self._parts)
        with self._lock:
            since, outcome = self._held.get(answer_id, (0.0, None))
        if outcome is None or time.monotonic() - since > HELD_SECONDS or self._outdated(outcome):
            self._drop(answer_id)
            raise NotFound("This page is no longer held: answers are not kept here. Ask the question again.")
        return outcome

    def question(self, answer_id: str) -> Question:
        """What was asked, without checking the page anew. Raises NotFound."""
        if not self._parts.settings.keep_answers or not _ANSWER_ID.fullmatch(answer_id):
            return self.get(answer_id).page.question
        return self._parts.store.answer(answer_id).question

    def holds(self, answer_id: str) -> bool:
        """Whether a page is there, without reading it."""
        if self._parts.settings.keep_answers:
            return bool(_ANSWER_ID.fullmatch(answer_id)) and self._parts.store.has_answer(answer_id)
        try:
            return bool(self.get(answer_id))
        except NotFound:
            return False

    def forget(self, answer_id: str) -> None:
        """Delete a page. Raises NotFound."""
        self.get(answer_id)
        if self._parts.settings.keep_answers:
            pipeline.forget(answer_id, self._parts)
        self._drop(answer_id)

    def _outdated(self, outcome: Outcome) -> bool:
        return outcome.page.manifest.snapshot != self._parts.store.snapshot()

    def _drop(self, answer_id: str) -> None:
        with self._lock:
            self._held.pop(answer_id, None)
