"""A language model as a guest on a finished page: it chooses rows, or writes sentences that have to pass the checker.

Whatever the guest does, the page comes: within the time that it would have taken, plus the guest's own timeout. What
goes wrong is told on the page in the bank's words, and the page is then the one without a guest.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import msgspec

from quoth.answer import chosen_page
from quoth.check import borne_by, unheld
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

if TYPE_CHECKING:
    from quoth.pipeline.judging import MeasuredJudge  # late: most answers have no judge

__all__ = ["GuestLimits", "cost_of", "guest_limits", "with_guest"]

_STATEMENTS_MAX = 40
"""How many statements a guest is shown; the page's first ones."""
_CHARS_MAX = 700
"""Of one statement. Longer ones are not shown to it: it could not repeat them."""
_CHOSEN_MAX = 12
_SENTENCES_MAX = 6
_PLAIN_MAX = 8
_REPLY_TOKENS = {GuestMode.SELECT: 400, GuestMode.PROSE: 1500, GuestMode.PLAIN: 1500}


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


def cost_of(used: Budget, limits: GuestLimits) -> float | None:
    """What the tokens cost, in the operator's currency; `None` where no price is set."""
    if limits.cost_in <= 0 and limits.cost_out <= 0:
        return None
    return round((used.tokens_in * limits.cost_in + used.tokens_out * limits.cost_out) / 1_000_000, 6)


class _Chosen(msgspec.Struct, forbid_unknown_fields=True):
    statements: list[int]


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    text: str
    statements: list[int]


class _Summary(msgspec.Struct, forbid_unknown_fields=True):
    sentences: list[_Written]


def with_guest(
    page: Answer,
    llm: Llm,
    mode: GuestMode,
    limits: GuestLimits,
    *,
    verify: Callable[[Answer], Verdict],
    judge: "MeasuredJudge | None" = None,
) -> Answer:
    """The page with what the guest contributed, or as it was with a line that says why there is nothing.

    Args:
        page: a page that passed the checker.
        llm: the guest.
        mode: what it may do.
        limits: its time and tokens.
        verify: the checker; a page that it refuses is not shown, and the one without a guest is.
        judge: lets free paraphrases in, where one was measured; `None`: nothing but the table of edits does.
    """
    call = _Call(page, llm, limits, rows_alone=mode is GuestMode.SELECT, judge=judge)
    if mode is GuestMode.PLAIN and judge is None:
        return call.silent(mode, "unjudged")
    try:
        found = _selected(call) if mode is GuestMode.SELECT else _written(call, mode)
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
    judge: "MeasuredJudge | None" = None
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

    def ask(self, mode: GuestMode, most: int, words: str = "") -> Ask:
        material = {
            "question": self.page.question.text,
            "most": most,
            "statements": [_material(number, each) for number, each in enumerate(self.shown, start=1)],
        }
        messages = (
            Message("system", prompt(words or mode.value)),
            Message("user", msgspec.json.encode(material).decode()),
        )
        return Ask(messages, _REPLY_TOKENS[mode])

    def numbered(self, numbers: Sequence[int]) -> list[Statement] | None:
        """The statements with these numbers, each once; `None` when one of them was not shown."""
        if not all(1 <= number <= len(self.shown) for number in numbers):
            return None
        return [self.shown[number - 1] for number in dict.fromkeys(numbers)]

    def guest(self, mode: GuestMode, note: str) -> Guest:
        used = self.budget
        return Guest(
            self.llm.name,
            mode,
            note,
            tokens_in=used.tokens_in,
            tokens_out=used.tokens_out,
            cost=cost_of(used, self.limits),
            judge=self.judge.mark if self.judge and mode is not GuestMode.SELECT else None,
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


def _written(call: _Call, mode: GuestMode) -> Answer:
    plain = mode is GuestMode.PLAIN
    most = _PLAIN_MAX if plain else _SENTENCES_MAX
    ask = call.ask(mode, most, "paraphrase" if call.judge and not plain else "")
    summary = parsed(call.llm, ask, _Summary, budget=call.budget, seconds_left=call.seconds_left)
    sentences: dict[str, WrittenSentence] = {}
    for written in summary.sentences[:most]:
        cited = call.numbered(written.statements)
        if cited and not (plain and len(cited) > 1):
            kept = _judged(written.text, cited, call) if plain else _kept(written.text, cited, call)
            if kept is not None:
                sentences.setdefault(kept.text, kept)
    if not sentences:
        raise GuestFailed("nothing")
    kept_all = tuple(sentences.values())
    guest = call.guest(mode, _told(mode, call.llm.name, kept_all))
    return replace(call.page, guest=replace(guest, sentences=kept_all))


def _told(mode: GuestMode, model: str, sentences: Sequence[WrittenSentence]) -> str:
    if mode is GuestMode.PLAIN:
        return phrase("guest.plain", model=model, count=len(sentences))
    if judged := sum(sentence.judged is not None for sentence in sentences):
        return phrase("guest.paraphrased", model=model, count=judged)
    return phrase("guest.wrote", model=model, count=sum(not sentence.replaced for sentence in sentences))


def _rows(page: Answer) -> tuple[Statement, ...]:
    """What can be chosen: rows of the actions and of the research, half of each where not all can be shown."""
    actions = [row.statement for row in (*page.actions, *page.more_actions)]
    research = [each for group in page.research for each in group.statements]
    research += [each for group in page.research for each in group.more]
    places = max(_STATEMENTS_MAX // 2, _STATEMENTS_MAX - len(research))
    return (*actions[:places], *research)


def _kept(text: str, cited: Sequence[Statement], call: _Call) -> WrittenSentence:
    """The guest's sentence where it is borne, else the quote of what it cites first."""
    bearing = borne_by(text, cited)
    if bearing is not None:
        return WrittenSentence(" ".join(text.split()), tuple(each.id for each in cited), bearing.edits)
    return _judged(text, cited, call) or WrittenSentence(cited[0].quote.text, (cited[0].id,), replaced=True)


def _judged(text: str, cited: Sequence[Statement], call: _Call) -> WrittenSentence | None:
    """The guest's own words, where the rules hold and then the measured judge lets them in."""
    said, measured = " ".join(text.split()), call.judge
    if measured is None or unheld(said, cited) or call.seconds_left() <= 0:
        return None
    source = " ".join(each.quote.text for each in cited)
    try:
        sure = measured.judge.confidence(source, said, deadline_s=call.seconds_left(), budget=call.budget)
    except (GuestFailed, NetworkNotAllowed):
        return None
    if sure is None or sure < measured.mark.threshold:
        return None
    return WrittenSentence(said, tuple(each.id for each in cited), judged=sure)


def _material(number: int, statement: Statement) -> dict[str, Any]:
    return {
        "number": number,
        "kind": statement.kind.value,
        "action": statement.action.value if statement.action else "",
        "source": statement.issuer or statement.design.value,
        "year": statement.year,
        "text": statement.quote.text,
    }
