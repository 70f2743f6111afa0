"""A real site over the starter library in memory, with somebody for each office, for tests of the board."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from quoth.model import Account, Answer, Office, ProblemKind
from quoth.pipeline import Parts, ask, reporting, reviewing
from quoth.pipeline import people as who
from quoth.pipeline import signing_in as door
from quoth.store import MemoryStore
from quoth.store.memory_state import copy_of
from quoth.web import create_app
from quoth.web.visitors import COOKIE, Visitor
from tests.kept import library_in_memory

PASSWORD = "seven green lamps dance"
QUESTION = "Does taping the kneecap work?"
PEOPLE: dict[str, tuple[Office, ...]] = {
    "reader": (Office.READER,),
    "editor": (Office.EDITOR,),
    "reviewer": (Office.REVIEWER,),
    "other": (Office.REVIEWER,),
    "stranger": (Office.REVIEWER,),
    "administrator": (Office.ADMINISTRATOR,),
}


@dataclass(frozen=True, slots=True)
class Site:
    """The application with its people and one page under review."""

    parts: Parts
    people: dict[str, Account]
    page: Answer
    report_id: str
    app: Any

    def client(self, name: str = "") -> TestClient:
        """A browser, signed in as somebody or as nobody."""
        made = TestClient(self.app, base_url="http://localhost", follow_redirects=False)
        if name:
            made.cookies.set(COOKIE, door.sign_in_as(self.people[name], self.parts)[1])
        return made

    def token(self, client: TestClient) -> str:
        """What a form of this browser's visitor carries."""
        return Visitor(None, client.cookies.get(COOKIE) or "").form_token

    def send(self, client: TestClient, path: str, **fields: Any) -> Any:
        """Send a form as the page itself would."""
        return client.post(path, data={"form_token": self.token(client), **fields})


def copied(filled: Parts, **settings: Any) -> Parts:
    """The same library with a desk of its own."""
    assert isinstance(filled.store, MemoryStore)
    store = MemoryStore()
    store._committed = copy_of(filled.store._committed)
    changed = replace(filled.settings, **settings)
    return replace(
        filled,
        store=store,
        settings=changed,
        everyday=None,
        pack_records=None,
        _recall=None,
        _checker=None,
        anchor_file=None,
    )


def site_of(filled: Parts, **settings: Any) -> Site:
    """A site of its own over a library that was filled before."""
    parts = copied(filled, **settings)
    people = {
        name: who.add_account(name, parts, shown_name=f"Dr {name.title()}", offices=offices)
        for name, offices in PEOPLE.items()
    }
    page = ask(QUESTION, parts).page
    assert isinstance(page, Answer)
    reviewing.submit(page.id, parts, by=people["editor"])
    for name in ("reviewer", "other"):
        reviewing.assign(page.id, people[name].id, parts, by=people["editor"])
    report = reporting.report_problem(page.id, "s1", ProblemKind.OTHER, "Look at this.", parts)
    return Site(parts, people, page, report.id, create_app(parts))


@contextmanager
def starter_library(home: str) -> Iterator[Parts]:
    """The starter library in memory."""
    with library_in_memory(Path(home)) as opened:
        yield opened
