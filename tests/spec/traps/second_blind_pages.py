"""Honest pages for the second blind table: what the product answers on the starter library's own questions.

They hold what made-up pages lack: first lines, bodies that differ, plots, starting points of certainty, doubts. The
library is opened once in a process and nothing is written into it; the pages are made once for a whole run.
"""

import atexit
import importlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from quoth.bench.libraries import opened_library
from quoth.model import ActionRow, Answer, Question, Reference, Statement, decode, encode
from quoth.pipeline import ask
from quoth.store.protocol import Store
from quoth.wiring import starter_packs

from .case import Case

__all__ = [
    "MOST",
    "condition_of",
    "in_reading_order",
    "mapped",
    "one_a_page",
    "reference_of",
    "starter",
    "two_a_page",
    "with_reference",
    "with_row",
]

MOST = 24
"""Cases of a kind at most, so that no kind outweighs the others."""


@cache
def starter() -> tuple[Store, tuple[Answer, ...]]:
    """The starter library, and the page of each of its own questions that it answers, in the order of the packs."""
    stack = ExitStack()
    atexit.register(stack.close)
    parts = stack.enter_context(opened_library(Path(stack.enter_context(TemporaryDirectory()))))

    def asked() -> bytes:
        pages = (ask(question, parts).page for question in _questions())
        return b"\n".join(encode(page) for page in pages if isinstance(page, Answer))

    return parts.store, tuple(decode(line, Answer) for line in _made_once(asked).split(b"\n"))


def _made_once(make: Callable[[], bytes]) -> bytes:
    """The pages; in a run of tests those that another process of it made. A benchmark has no such run."""
    if not os.environ.get("QUOTH_TEST_KEPT"):
        return make()
    kept = importlib.import_module("tests.kept")
    made: Path = kept.made_once("traps-pages", lambda file: file.write_bytes(make()))
    return made.read_bytes()


def one_a_page(make: Callable[[Answer, int], Answer | None], most: int = MOST) -> Iterator[Case]:
    """A case of each page that a fault can be put into; `make` gets the page and the number of the case.

    Every third page comes first: neighbours answer questions on one topic and would be much alike.
    """
    store, pages = starter()
    number = 0
    for clean in (*pages[::3], *pages[1::3], *pages[2::3]):
        spoilt = make(clean, number) if number < most else None
        if spoilt is not None and spoilt != clean:
            yield Case(f"{number}: {clean.question.text}", store, spoilt, clean)
            number += 1


def two_a_page(make: Callable[[Answer], Iterator[Answer]]) -> Iterator[Case]:
    """Up to two cases of each page that a fault can be put into, where few pages can take one."""
    store, pages = starter()
    spoilt = ((clean, each) for clean in pages for each in islice(make(clean), 2))
    for number, (clean, each) in enumerate(islice(spoilt, MOST)):
        yield Case(f"{number}: {clean.question.text}", store, each, clean)


def condition_of(question: Question) -> str:
    """What the question is about, in the library's name for it."""
    return question.conditions[0].concept.name if question.conditions else ""


def reference_of(page: Answer, row: Statement) -> Reference:
    """The reference that a row's first number points at."""
    return next(one for one in page.references if one.number == row.citations[0])


def with_reference(page: Answer, changed: Reference) -> Answer:
    """The page with this reference in the place of the one with its number."""
    return replace(page, references=tuple(changed if one.number == changed.number else one for one in page.references))


def with_row(page: Answer, changed: Statement) -> Answer:
    """The page with this row wherever the one with its id stood."""
    return mapped(page, lambda row: changed if row.id == changed.id else row)


def mapped(page: Answer, change: Callable[[Statement], Statement]) -> Answer:
    """The page with every statement changed, in all its places."""

    def rows(some: Iterable[Statement]) -> tuple[Statement, ...]:
        return tuple(map(change, some))

    def actions(some: Iterable[ActionRow]) -> tuple[ActionRow, ...]:
        return tuple(replace(row, statement=change(row.statement), also=rows(row.also)) for row in some)

    return replace(
        page,
        bottom_line=replace(page.bottom_line, statements=rows(page.bottom_line.statements)),
        actions=actions(page.actions),
        more_actions=actions(page.more_actions),
        guideline_notes=rows(page.guideline_notes),
        differences=tuple(
            replace(one, note=change(one.note) if one.note else None, statements=rows(one.statements))
            for one in page.differences
        ),
        newer=rows(page.newer),
        research=tuple(
            replace(group, statements=rows(group.statements), more=rows(group.more)) for group in page.research
        ),
    )


def in_reading_order(page: Answer) -> Answer:
    """The page with ids and numbers counted anew in reading order, as the composer counts; unused sources left out."""
    rows = page.statements()
    ids = {row.id: f"s{place}" for place, row in enumerate(rows, start=1)}
    numbers: dict[int, int] = {}
    for row in rows:
        for number in row.citations:
            numbers.setdefault(number, len(numbers) + 1)
    made = mapped(
        page,
        lambda row: replace(row, id=ids[row.id], citations=tuple(numbers[number] for number in row.citations)),
    )
    used = [replace(one, number=numbers[one.number]) for one in page.references if one.number in numbers]
    return replace(
        made,
        references=tuple(sorted(used, key=lambda one: one.number)),
        comparable=tuple(
            replace(one, rows=tuple(replace(row, statement_id=ids[row.statement_id]) for row in one.rows))
            for one in page.comparable
        ),
        certainties=tuple(
            replace(one, statement_ids=tuple(ids[each] for each in one.statement_ids)) for one in page.certainties
        ),
        method=replace(
            page.method,
            counts=tuple(
                (what, len(used) if what == "used on this page" else count) for what, count in page.method.counts
            ),
        ),
    )


def _questions() -> tuple[str, ...]:
    """The packs' own questions, each once."""
    asked: dict[str, None] = {}
    for file in starter_packs():
        pack = yaml.safe_load(file.read_text(encoding="utf-8"))
        if pack.get("condition"):
            asked.update(dict.fromkeys([pack["question"], *pack["common_questions"]]))
    return tuple(asked)
