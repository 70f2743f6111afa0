"""The answer key: what must and must not be on the page of a question, and the judge that holds a page against it.

The key is data in the repository, argued question by question. The benchmark and the acceptance tests use this judge,
so that a page cannot hold for one and fail for the other.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec
import yaml

from quoth.errors import BadFile, BadInput
from quoth.model import Abstention, Answer, FindingKind, Mark, MarkKind, Statement

__all__ = ["WARNING_MARKS", "KeyedQuestion", "is_within_reach", "judge_page", "load_answer_key"]

WARNING_MARKS = frozenset({MarkKind.SUPERSEDED, MarkKind.WITHDRAWN, MarkKind.INDIRECT, MarkKind.RETRACTED})
"""Any one of these on a row says that its source may not be taken at face value."""


class KeyedQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question of the key. Records are named as in their pack."""

    question: str
    expect: Literal["answer", "abstain"]
    why: str
    context: str | None = None
    """The question before in the same thread."""
    recommendation_from: tuple[str, ...] = ()
    research_from: tuple[str, ...] = ()
    must_not_cite: tuple[str, ...] = ()
    must_not_use_unmarked: tuple[str, ...] = ()
    bottom_line_from: tuple[str, ...] = ()
    """Who may lead; empty: no guideline answers, and the page has to say so."""
    pack: str = ""
    """Filled in from the head of the file."""

    def names(self, records: Iterable[str]) -> tuple[str, ...]:
        """Pack ids ("<pack>/<record>") of some of its records."""
        return tuple(f"{self.pack}/{record}" for record in records)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    questions: tuple[KeyedQuestion, ...]
    pack: str = ""
    topic: str = ""
    """Another word for the pack's name."""


def load_answer_key(folder: Path) -> tuple[KeyedQuestion, ...]:
    """All questions of all files, by file name, in file order.

    Raises:
        BadInput: there is no such folder, or no key in it.
        BadFile: a file is not a key.
    """
    files = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    if not files:
        raise BadInput(f"No answer key found ({folder}). It comes with a checkout, in tests/acceptance/answer_key.")
    return tuple(question for file in files for question in _load(file))


def judge_page(keyed: KeyedQuestion, page: Answer | Abstention) -> tuple[str, ...]:
    """What does not hold, one line each; nothing when the page is as the key says."""
    if isinstance(page, Abstention):
        return () if keyed.expect == "abstain" else (f"abstained: {page.reason.value}",)
    if keyed.expect == "abstain":
        return ("answered, but nothing in the library answers this",)
    pages = _Page(page)
    return (
        *(
            f"no recommendation from {name}"
            for name in keyed.names(keyed.recommendation_from)
            if name not in pages.advising
        ),
        *(f"no research from {name}" for name in keyed.names(keyed.research_from) if name not in pages.researching),
        *(f"cites {name}" for name in keyed.names(keyed.must_not_cite) if name in pages.cited),
        *(line for name in keyed.names(keyed.must_not_use_unmarked) for line in pages.unmarked(name)),
        *_bottom_line(keyed, pages),
    )


def is_within_reach(keyed: KeyedQuestion, page: Answer | Abstention) -> bool:
    """Whether a page holds, or refuses and quotes as nearest what a source says that may answer."""
    if isinstance(page, Answer):
        return not judge_page(keyed, page)
    names = {reference.record_id: reference.ids.pack for reference in page.references}
    wanted = keyed.names((*keyed.recommendation_from, *keyed.bottom_line_from))
    return any(names.get(row.quote.span.record_id) in wanted for row in page.statements())


class _Page:
    """A page by the pack ids of its sources."""

    def __init__(self, page: Answer) -> None:
        self._name_of = {reference.record_id: reference.ids.pack or "" for reference in page.references}
        self._page = page
        self.cited = frozenset(self._name_of.values())
        self.leading = self._names(page.bottom_line.statements)
        rows = (*page.actions, *page.more_actions)
        advice = [*page.bottom_line.statements, *(s for row in rows for s in (row.statement, *row.also))]
        self.advising = frozenset(self._names(s for s in advice if s.kind is FindingKind.RECOMMENDATION))
        research = [s for group in page.research for s in (*group.statements, *group.more)]
        self.researching = frozenset(self._names((*research, *page.guideline_notes)))

    def unmarked(self, name: str) -> tuple[str, ...]:
        """Places where this source is used without any warning: rows that quote it, and its reference."""
        rows = [s.id for s in self._page.statements() if self._name(s) == name and not _warned(s.marks)]
        references = [r.number for r in self._page.references if r.ids.pack == name and not _warned(r.marks)]
        return (
            *(f"{row} uses {name} without a mark" for row in rows),
            *(f"reference {number} is {name} without a mark" for number in references),
        )

    def _names(self, statements: Iterable[Statement]) -> tuple[str, ...]:
        return tuple(self._name(statement) for statement in statements)

    def _name(self, statement: Statement) -> str:
        return self._name_of.get(statement.quote.span.record_id, "")


def _bottom_line(keyed: KeyedQuestion, page: _Page) -> tuple[str, ...]:
    allowed = keyed.names(keyed.bottom_line_from)
    wrong = tuple(dict.fromkeys(name for name in page.leading if name not in allowed))
    if wrong:
        return (f"the bottom line is from {', '.join(wrong)}; it may be from {', '.join(allowed) or 'nobody'}",)
    if allowed and not page.leading:
        return (f"no bottom line; it should be from {' or '.join(allowed)}",)
    return ()


def _warned(marks: Sequence[Mark]) -> bool:
    return any(mark.kind in WARNING_MARKS for mark in marks)


def _load(file: Path) -> tuple[KeyedQuestion, ...]:
    try:
        key = msgspec.convert(yaml.safe_load(file.read_text(encoding="utf-8")), _File)
    except (yaml.YAMLError, UnicodeDecodeError, msgspec.ValidationError) as fault:
        raise BadFile(f"Answer key cannot be read: {fault} ({file.name}). Mend that place in the file.") from fault
    pack = key.pack or key.topic
    if not pack:
        raise BadFile(f"Answer key does not name its pack ({file.name}). Put `pack: NAME` at its head.")
    return tuple(msgspec.structs.replace(question, pack=pack) for question in key.questions)
