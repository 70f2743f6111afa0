"""A language model as a guest on a finished page: it chooses rows, or writes sentences that have to pass the checker.

Whatever the guest does, the page comes: within the time that it would have taken, plus the guest's own timeout. What
goes wrong is told on the page in the bank's words, and the page is then the one without a guest.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from quoth.answer import chosen_page
from quoth.check import borne_by
from quoth.errors import GUEST_REASONS, GuestFailed, NetworkNotAllowed
from quoth.llm import Ask, Budget, Llm, Message, parsed, prompt
from quoth.model import (
    Answer,
    Guest,
    GuestMode,
    Statement,
    Verdict,
    WrittenSentence,
    phrase,
)
from quoth.settings import Settings

__all__ = ["GuestLimits", "guest_limits", "with_guest"]

_STATEMENTS_MAX = 40
"""How many statements a guest is shown; the page's first ones."""
_CHARS_MAX = 700
"""Of one statement. Longer ones are not shown to it: it could not repeat them."""
_CHOSEN_MAX = 12
_SENTENCES_MAX = 6
_REPLY_TOKENS = {GuestMode.SELECT: 400, GuestMode.PROSE: 1500}


@dataclass(frozen=True, slots=True)
class GuestLimits:
    """What a guest may take: seconds and tokens for one answer."""

    timeout_s: float
    tokens_max: int
    cost_in: float = 0.0
    """Of a million tokens, in any currency."""
    cost_out: float = 0.0


def guest_limits(settings: Settings) -> GuestLimits:
    """The operator's limits."""
    prices = settings.model_cost_in, settings.model_cost_out
    return GuestLimits(settings.model_timeout_s, settings.model_tokens_max, *prices)


class _Chosen(msgspec.Struct, forbid_unknown_fields=True):
    statements: list[int]


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    text: str
    statements: list[int]


class _Summary(msgspec.Struct, forbid_unknown_fields=True):
    sentences: list[_Written]


def with_guest(
    page: Answer, llm: Llm, mode: GuestMode, limits: GuestLimits, *, verify: Callable[[Answer], Verdict]
) -> Answer:
    """The page with what the guest contributed, or as it was with a line that says why there is nothing.

    Args:
        page: a page that passed the checker.
        llm: the guest.
        mode: what it may do.
        limits: its time and tokens.
        verify: the checker; a page that it refuses is not shown, and the one without a guest is.
    """
    call = _Call(page, llm, limits, rows_alone=mode is GuestMode.SELECT)
    try:
        found = _selected(call) if mode is GuestMode.SELECT else _written(call)
    except GuestFailed as fault:
        return call.silent(mode, fault.reason)
    except NetworkNotAllowed:
        return call.silent(mode, "forbidden")
    return found if verify(found).passed else call.silent(mode, "nothing")


@dataclass(slots=True)
class _Call:
    """One conversation with a guest about one page."""

    page: Answer
    llm: Llm
    limits: GuestLimits
    rows_alone: bool = False
    """Whether it is shown rows that it may choose, and nothing else of the page."""
    budget: Budget = field(init=False)
    shown: tuple[Statement, ...] = field(init=False)
    _ends: float = field(init=False)

    def __post_init__(self) -> None:
        self.budget = Budget(self.limits.tokens_max)
        every = _rows(self.page) if self.rows_alone else self.page.statements()
        self.shown = tuple(each for each in every if len(each.quote.text) <= _CHARS_MAX)[:_STATEMENTS_MAX]
        self._ends = time.monotonic() + self.limits.timeout_s

    def seconds_left(self) -> float:
        return self._ends - time.monotonic()

    def ask(self, mode: GuestMode, most: int) -> Ask:
        material = {
            "question": self.page.question.text,
            "most": most,
            "statements": [_material(number, each) for number, each in enumerate(self.shown, start=1)],
        }
        messages = (Message("system", prompt(mode.value)), Message("user", msgspec.json.encode(material).decode()))
        return Ask(messages, _REPLY_TOKENS[mode])

    def numbered(self, numbers: Sequence[int]) -> list[Statement] | None:
        """The statements with these numbers, each once; `None` when one of them was not shown."""
        if not all(1 <= number <= len(self.shown) for number in numbers):
            return None
        return [self.shown[number - 1] for number in dict.fromkeys(numbers)]

    def guest(self, mode: GuestMode, note: str) -> Guest:
        used = self.budget
        cost = (used.tokens_in * self.limits.cost_in + used.tokens_out * self.limits.cost_out) / 1_000_000
        priced = self.limits.cost_in > 0 or self.limits.cost_out > 0
        return Guest(
            self.llm.name,
            mode,
            note,
            tokens_in=used.tokens_in,
            tokens_out=used.tokens_out,
            cost=round(cost, 6) if priced else None,
        )

    def silent(self, mode: GuestMode, reason: str) -> Answer:
        note = phrase("guest.silent", model=self.llm.name, why=GUEST_REASONS[reason])
        return replace(self.page, guest=self.guest(mode, note))


def _selected(call: _Call) -> Answer:
    ask = call.ask(GuestMode.SELECT, _CHOSEN_MAX)
    plan = parsed(call.llm, ask, _Chosen, budget=call.budget, seconds_left=call.seconds_left)
    known = [each for number in plan.statements for each in call.numbered([number]) or []]
    chosen = tuple(dict.fromkeys(each.id for each in known))[:_CHOSEN_MAX]
    if not chosen:
        raise GuestFailed("nothing")
    note = phrase("guest.selected", model=call.llm.name)
    guest = replace(call.guest(GuestMode.SELECT, note), chosen=chosen)
    return replace(chosen_page(call.page, chosen), guest=guest)


def _written(call: _Call) -> Answer:
    ask = call.ask(GuestMode.PROSE, _SENTENCES_MAX)
    summary = parsed(call.llm, ask, _Summary, budget=call.budget, seconds_left=call.seconds_left)
    sentences: dict[str, WrittenSentence] = {}
    for written in summary.sentences[:_SENTENCES_MAX]:
        cited = call.numbered(written.statements)
        if cited:
            kept = _kept(written.text, cited)
            sentences.setdefault(kept.text, kept)
    if not sentences:
        raise GuestFailed("nothing")
    own = sum(not sentence.replaced for sentence in sentences.values())
    note = phrase("guest.wrote", model=call.llm.name, count=own)
    guest = replace(call.guest(GuestMode.PROSE, note), sentences=tuple(sentences.values()))
    return replace(call.page, guest=guest)


def _rows(page: Answer) -> tuple[Statement, ...]:
    """What can be chosen: rows of the actions and of the research, half of each where not all can be shown."""
    actions = [row.statement for row in (*page.actions, *page.more_actions)]
    research = [each for group in page.research for each in group.statements]
    research += [each for group in page.research for each in group.more]
    places = max(_STATEMENTS_MAX // 2, _STATEMENTS_MAX - len(research))
    return (*actions[:places], *research)


def _kept(text: str, cited: Sequence[Statement]) -> WrittenSentence:
    """The guest's sentence where it is borne, else the quote of what it cites first."""
    bearing = borne_by(text, cited)
    if bearing is not None:
        return WrittenSentence(" ".join(text.split()), tuple(each.id for each in cited), bearing.edits)
    return WrittenSentence(cited[0].quote.text, (cited[0].id,), replaced=True)


def _material(number: int, statement: Statement) -> dict[str, Any]:
    return {
        "number": number,
        "kind": statement.kind.value,
        "action": statement.action.value if statement.action else "",
        "source": statement.issuer or statement.design.value,
        "year": statement.year,
        "text": statement.quote.text,
    }
