"""A real language model on real pages: what it writes, what stands, what is refused and why, what it takes.

Unlike the experiments, nothing is expected of it and nothing is kept: the figures are about the server that a user
points to, on that user's library and questions.
"""

import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import msgspec

from quoth.bench.reading_grade import reading_grade
from quoth.check import borne_by, unheld
from quoth.llm import Ask, Llm, Said
from quoth.model import Answer, GuestMode, Statement
from quoth.pipeline import Parts, ask
from quoth.pipeline.guest import guest_limits, with_guest

__all__ = ["ModelReport", "measure_model"]


@dataclass(frozen=True, slots=True)
class ModelReport:
    """What came of the pages of one mode."""

    model: str
    mode: str
    pages: int
    """Pages that the model was asked about; questions that quoth refuses are none."""
    took_part: int
    silent: dict[str, int]
    """Why it took no part, by reason."""
    written: int
    """Sentences that it wrote, rows that it chose in `select`."""
    shown: int
    """Of them, shown in its own words, or chosen rows that are on the page."""
    by_judge: int
    """Of those shown, let in by the measured judge."""
    refused: dict[str, int]
    """Why the others are not shown, by reason."""
    citation_recall: float | None
    """Share of sentences that are borne by what they cite, as in Gao et al., EMNLP 2023 (ALCE)."""
    citation_precision: float | None
    """Share of citations without which their sentence would not be borne."""
    grade_written: float | None
    """Flesch-Kincaid grade of what it wrote; of the quotes that it cites below."""
    grade_cited: float | None
    seconds_median: float
    seconds_most: float
    tokens_in: int
    tokens_out: int
    cost: float | None


class _Written(msgspec.Struct):
    text: str = ""
    statements: list[int] = []


class _Reply(msgspec.Struct):
    sentences: list[_Written] = []


@dataclass(slots=True)
class _Overheard:
    """The model, with its last reply kept."""

    llm: Llm
    said: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.llm.name

    def say(self, asked: Ask, *, deadline_s: float) -> Said:
        found = self.llm.say(asked, deadline_s=deadline_s)
        self.said.append(found.text)
        return found


@dataclass(slots=True)
class _Counts:
    """What is added up over pages."""

    written: int = 0
    shown: int = 0
    by_judge: int = 0
    borne: int = 0
    citations: int = 0
    needed: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    silent: Counter[str] = field(default_factory=Counter)
    words: list[str] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0


def measure_model(
    questions: Sequence[str], mode: GuestMode, llm: Llm, parts: Parts, *, say: Callable[[str], None]
) -> ModelReport:
    """Ask the model about the page of each question and count.

    Args:
        questions: as typed; those that quoth refuses are passed over.
        mode: what the model may do.
        llm: the model.
        parts: the library, with its judge where one was measured.
        say: told how far it is, a line at a time.
    """
    counts, pages = _Counts(), 0
    parts.guest = None
    for question in questions:
        page = ask(question, parts).page
        if isinstance(page, Answer):
            pages += 1
            _page(page, mode, _Overheard(llm), parts, counts)
            say(f"{pages} pages: {counts.shown} of {counts.written} shown")
    priced = parts.settings.model_cost_in + parts.settings.model_cost_out > 0
    return _report(llm.name, mode, pages, counts, priced=priced)


def _page(page: Answer, mode: GuestMode, heard: _Overheard, parts: Parts, counts: _Counts) -> None:
    began = time.monotonic()
    verify = parts.checker().verify
    found = with_guest(page, heard, mode, guest_limits(parts.settings), verify=verify, judge=parts.judge)
    counts.seconds.append(time.monotonic() - began)
    guest = found.guest
    assert guest is not None
    counts.tokens_in += guest.tokens_in
    counts.tokens_out += guest.tokens_out
    counts.cost += guest.cost or 0.0
    if not guest.sentences and not guest.chosen:
        counts.silent[guest.note.rpartition(": ")[2].rstrip(".")] += 1
    counts.written += len(guest.chosen)
    counts.shown += len(guest.chosen)
    own = {(sentence.text, sentence.statements) for sentence in guest.sentences if not sentence.replaced}
    counts.by_judge += sum(sentence.judged is not None for sentence in guest.sentences)
    if mode is not GuestMode.SELECT:
        shown = tuple(each for each in page.statements() if len(each.quote.text) <= 700)[:40]
        for written in _last_reply(heard):
            _sentence(written, shown, own, counts)


def _sentence(
    written: _Written, shown: Sequence[Statement], own: set[tuple[str, tuple[str, ...]]], counts: _Counts
) -> None:
    text = " ".join(written.text.split())
    counts.written += 1
    counts.words.append(text)
    cited = [shown[number - 1] for number in dict.fromkeys(written.statements) if 1 <= number <= len(shown)]
    counts.citations += len(written.statements)
    counts.cited += [each.quote.text for each in cited]
    borne = bool(cited) and borne_by(text, cited) is not None
    key = (text, tuple(each.id for each in cited))
    if stands := key in own and len(cited) == len(set(written.statements)):
        own.discard(key)
        counts.shown += 1
    elif len(cited) < len(set(written.statements)) or not cited:
        counts.refused["cites what was not shown, or nothing"] += 1
    elif borne:
        counts.refused["said twice, or beyond the most that is shown"] += 1
    else:
        lost = unheld(text, cited)
        counts.refused[f"not by the table; by the rules: {', '.join(lost) or 'held, but no judge let it in'}"] += 1
    if borne or stands:
        counts.borne += 1
        counts.needed += len(cited) if len(cited) == 1 or not any(borne_by(text, [one]) for one in cited) else 1


def _last_reply(heard: _Overheard) -> list[_Written]:
    """The sentences of the reply that was read, as far as they are any."""
    for said in reversed(heard.said):
        bare = said.strip().removeprefix("```json").removeprefix("```").removesuffix("```")
        try:
            return msgspec.json.decode(bare, type=_Reply).sentences
        except msgspec.DecodeError:
            continue
    return []


def _report(model: str, mode: GuestMode, pages: int, counts: _Counts, *, priced: bool) -> ModelReport:
    sentences = len(counts.words)
    return ModelReport(
        model=model,
        mode=mode.value,
        pages=pages,
        took_part=pages - sum(counts.silent.values()),
        silent=dict(counts.silent.most_common()),
        written=counts.written,
        shown=counts.shown,
        by_judge=counts.by_judge,
        refused=dict(counts.refused.most_common()),
        citation_recall=counts.borne / sentences if sentences else None,
        citation_precision=counts.needed / counts.citations if counts.citations else None,
        grade_written=reading_grade(" ".join(counts.words)) if sentences else None,
        grade_cited=reading_grade(" ".join(dict.fromkeys(counts.cited))) if counts.cited else None,
        seconds_median=statistics.median(counts.seconds) if counts.seconds else 0.0,
        seconds_most=max(counts.seconds, default=0.0),
        tokens_in=counts.tokens_in,
        tokens_out=counts.tokens_out,
        cost=round(counts.cost, 6) if priced else None,
    )
