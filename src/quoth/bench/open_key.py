"""A key to a library of guideline documents, and the judge of what a page leads with and holds.

The key names recommendations by a few words that must all stand in one row of the page, and by the guideline that the
row quotes: it tells what answers a question without a copy of any guideline's text.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import yaml

from quoth.errors import BadFile
from quoth.model import Abstention, Answer, Ids, Reason, Reference, Span, Statement

__all__ = ["LEADING", "OpenQuestion", "Told", "Verdict", "is_told", "judge_page", "load_open_key", "names_in_packs"]

LEADING = 3
"""So many statements of the bottom line are what a reader takes for the answer."""

_WORD = re.compile(r"[^\W_]+")


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One recommendation, told by words that all stand in it.

    A word may end in "*", for any ending, and name others that may stand for it: "HCV|hepatitis".
    """

    words: str
    of: str
    """A guideline of the file, or a record of a pack ("<pack>/<record>")."""

    def is_said_by(self, row: Statement, source: Collection[str]) -> bool:
        """Whether a row of a source of these names is this recommendation. What is quoted with the row counts too."""
        if self.of not in source:
            return False
        return is_told(self.words, " ".join((row.quote.text, *(q.quote.text for q in row.qualifiers))))


class OpenQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question of the key: what answers it, or why nothing may."""

    question: str
    right: tuple[Told, ...] = ()
    """Any of them is the answer."""
    also: tuple[Told, ...] = ()
    """May lead beside or before it without being wrong, and are not enough."""
    refuse: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one page stands to the key. Nothing leads and nothing is on a page that was refused."""

    asked: OpenQuestion
    leads: bool
    """Something right is among the first statements of the bottom line."""
    first: bool
    """Something right is the very first."""
    on_page: bool
    """Something right stands anywhere, further and folded rows included."""
    led_by_wrong: bool
    """The bottom line leads, and none of its first statements is right or may lead."""
    refused: Reason | None
    led: tuple[str, ...]
    """The first statements of the bottom line: source and beginning."""
    near: bool = False
    """Something right is quoted on a refusal as coming nearest."""

    @property
    def within_reach(self) -> bool:
        """Something right can be read on the page, whether as an answer or as what comes nearest to one."""
        return self.on_page or self.near

    @property
    def holds(self) -> bool:
        """Led by what is right, or refused where that is the only right answer."""
        if self.asked.refuse:
            return self.refused not in (None, Reason.CHECK_FAILED)
        return self.leads

    def line(self) -> str:
        """The question and what became of it, for whoever mends."""
        if self.refused is Reason.CHECK_FAILED:
            return f"{self.asked.question} - the checker refused the page"
        if self.refused is not None:
            beside = ", right advice beside it" if self.near else ""
            return f"{self.asked.question} - refused: {self.refused.value}{beside}"
        place = "on the page, not in the lead" if self.on_page else "not on the page"
        what = "must be refused" if self.asked.refuse else place
        return f"{self.asked.question} - {what}; led by {' | '.join(self.led) or 'nothing'}"


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """As it stands in the file. A bare string is of the entry's guideline."""

    question: str
    guideline: str = ""
    right: tuple[str | Told, ...] = ()
    also: tuple[str | Told, ...] = ()
    refuse: bool = False
    why: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    questions: tuple[_Entry, ...]


def load_open_key(file: Path) -> tuple[OpenQuestion, ...]:
    """The questions of a key, in its order.

    Raises:
        BadFile: it is no key, or an entry neither tells what is right nor why it must be refused, or both.
    """
    try:
        entries = msgspec.convert(yaml.safe_load(file.read_text(encoding="utf-8")), _File).questions
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError) as fault:
        raise BadFile(f"Key cannot be read: {fault} ({file.name}). Mend that place, or restore the file.") from fault
    questions = tuple(_question(entry) for entry in entries)
    for one in questions:
        if not _is_whole(one):
            raise BadFile(
                f"Question {one.question!r} tells neither what is right nor why it is refused ({file.name}). "
                "Give it a guideline and words in `right`, or `refuse: true` with a `why`."
            )
    return questions


def judge_page(asked: OpenQuestion, page: Answer | Abstention, documents: Mapping[str, str]) -> Verdict:
    """Hold a page against the key.

    Args:
        asked: the question of the page.
        page: what came back.
        documents: name of a document in the library ("document/<hash>") -> id of its guideline.
    """
    sources = {reference.record_id: _names(reference, documents) for reference in page.references}

    def any_said(told: Sequence[Told], rows: Iterable[Statement]) -> bool:
        return any(one.is_said_by(row, sources.get(row.quote.span.record_id, ())) for row in rows for one in told)

    if isinstance(page, Abstention):
        near = any_said(asked.right, page.statements())
        return Verdict(asked, False, False, False, False, page.reason, (), near)
    lead = page.bottom_line.statements[:LEADING]
    return Verdict(
        asked,
        leads=any_said(asked.right, lead),
        first=any_said(asked.right, lead[:1]),
        on_page=any_said(asked.right, page.statements()),
        led_by_wrong=bool(lead) and not any_said((*asked.right, *asked.also), lead),
        refused=None,
        led=tuple(_told_by_place(row.quote.span, sources) for row in lead),
    )


def is_told(words: str, text: str) -> bool:
    """Whether all of a key's words stand in a text."""
    said = set(_words(text))
    return all(_stands(word, said) for word in words.split())


def _question(entry: _Entry) -> OpenQuestion:
    right, also = (
        tuple(one if isinstance(one, Told) else Told(one, entry.guideline) for one in told)
        for told in (entry.right, entry.also)
    )
    return OpenQuestion(entry.question, right, also, entry.refuse, entry.why)


def _is_whole(question: OpenQuestion) -> bool:
    """Whether an answer or a refusal is told, not both, and everything told has words and a source."""
    told = (*question.right, *question.also)
    if question.refuse:
        return bool(question.why) and not told
    return bool(question.right) and all(one.of and _words(one.words) for one in told)


def _names(reference: Reference, documents: Mapping[str, str]) -> tuple[str, ...]:
    """Ids of guidelines and names in packs. One record has both where a document and a pack hold the same guideline."""
    return tuple(documents.get(name, name) for name in names_in_packs(reference.ids))


def names_in_packs(ids: Ids) -> tuple[str, ...]:
    """What a record is called in packs and shelves, its own name first."""
    given = (ids.pack, *(value for kind, value in ids.other if kind == "pack"))
    return tuple(name for name in given if name)


def _stands(word: str, said: set[str]) -> bool:
    """Whether a word is among what is said: all parts of "low-dose", either of "HCV|hepatitis"."""
    return any(_parts_stand(one, said) for one in word.split("|"))


def _parts_stand(word: str, said: set[str]) -> bool:
    *whole, last = _words(word)
    if not said.issuperset(whole):
        return False
    return any(one.startswith(last) for one in said) if word.endswith("*") else last in said


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _told_by_place(span: Span, sources: Mapping[str, Sequence[str]]) -> str:
    """Which source leads, and where in its text: results are kept with the code, and hold no words of a guideline."""
    return f"{next(iter(sources.get(span.record_id, ())), '?')} at {span.start}"
