"""A hospital's own library asked in its own words: every guideline by its title, its subject, and advice that it gives.

Nobody asks so, and nothing is easier to answer: who types what a document says must get that document. What fails
here fails everybody, and each page is one more on which the checker has to agree with what was put together.
"""

import hashlib
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quoth.bench.libraries import opened_library
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.open_guidelines import take_in
from quoth.bench.open_key import names_in_packs
from quoth.bench.statistics import mean_with_interval
from quoth.evidence import propose
from quoth.model import Abstention, Answer, Extent, Reason, RecordId, RenditionId, Statement
from quoth.pipeline import Parts, ask

__all__ = ["Parameters", "measure", "subject_of"]

_LEADING = 3
_KINDS = ("title", "subject", "advice")
_NO_SUBJECT = re.compile(
    r"\bIn: .*|(?<=\w): (?:U\.S\. Preventive|recommendation).*|^(?:Final recommendation statement|Recommendations?): ?"
    r"|^(?:VA/DoD|CDC|PHS|U\.S\.) |\b(?:clinical practice|medical treatment|diagnosis and treatment)? ?guidelines?\b"
    r"|\b(?:the )?(?:diagnosis and |assessment and |screening and )?management of\b|, \d{4}|[.—].*$",
    re.IGNORECASE,
)
"""What titles say besides the subject: whose it is, what kind of document, of which year."""
_AT_ITS_ENDS = re.compile(r"^\W*(?:(?:for|on|of|the|in)\s+)*|\W+$", re.IGNORECASE)
_WORDS_MIN, _WORDS_MAX = 40, 300
"""Characters of a recommendation that could be typed as a question."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which guidelines, below the data folder, and how many recommendations of each are asked."""

    file: str = "ngc_guidelines/guidelines_open.jsonl.gz"
    of_each: int = 5


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, and the words that it was taken from; the whole guideline for a title or its subject."""

    kind: str
    question: str
    record_id: RecordId
    said: tuple[RenditionId, Extent] | None = None


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Whether the guideline, and its very words, come back, on a fresh library of all documents."""
    misses: list[str] = []
    with tempfile.TemporaryDirectory() as folder, opened_library(Path(folder) / "home") as parts:
        documents = take_in(bench.places.data / parameters.file, Path(folder), parts)
        questions = list(_questions(parts, frozenset(documents), parameters.of_each, bench.seed))
        bench.say(f"{len(documents)} documents taken in, {len(questions)} questions")
        told: dict[str, list[tuple[bool, bool, bool]]] = {kind: [] for kind in _KINDS}
        refused_by_checker = 0
        for number, asked in enumerate(questions, start=1):
            page = ask(asked.question, parts).page
            refused_by_checker += isinstance(page, Abstention) and page.reason is Reason.CHECK_FAILED
            verdict = _verdict(asked, page)
            told[asked.kind].append(verdict)
            if not verdict[1]:
                misses.append(_miss(asked, page))
            if number % 100 == 0:
                bench.say(f"{number} of {len(questions)} asked, {len(misses)} miss")
    figures = []
    for kind in _KINDS:
        for at, what in enumerate(("answered", "found", "led")):
            values = [float(verdict[at]) for verdict in told[kind]]
            figures.append(mean_with_interval(f"{kind}_{what}", values, seed=bench.seed))
    figures.append(Measurement("checker_refused", float(refused_by_checker), n=len(questions)))
    return Measured(tuple(figures), tuple(misses))


def _questions(parts: Parts, documents: frozenset[str], of_each: int, seed: int) -> Iterator[_Asked]:
    """Each document's title and subject, and some recommendations that an editor would be shown, drawn by the seed."""
    texts = ((record, stored.rendition) for record, stored in parts.store.iter_texts())
    held = {name: (record, text) for record, text in texts for name in names_in_packs(record.ids) if name in documents}
    for name, (record, text) in sorted(held.items()):
        yield _Asked("title", record.title, record.id)
        yield _Asked("subject", subject_of(record.title), record.id)
        drafts = [proposal.annotation.statement for proposal in propose(text, record)]
        typed = [each for each in drafts if _WORDS_MIN <= each.end - each.start <= _WORDS_MAX]
        drawn = sorted(typed, key=lambda each: hashlib.sha256(f"{seed} {name} {each}".encode()).digest())
        for each in sorted(drawn[:of_each]):
            yield _Asked("advice", text.text[each.start : each.end], record.id, (text.id, each))


def subject_of(title: str) -> str:
    """What a guideline is about, by its title: without whose it is, what kind of document, and its year."""
    left = re.sub(r"\s+", " ", _NO_SUBJECT.sub(" ", title)).strip()
    return re.sub(r"^\W+", "", _AT_ITS_ENDS.sub("", left)) or title


def _verdict(asked: _Asked, page: Answer | Abstention) -> tuple[bool, bool, bool]:
    """(answered at all, what was asked stands on the page, it leads)."""
    if isinstance(page, Abstention):
        return False, False, False
    lead = page.bottom_line.statements[:_LEADING]
    return True, any(_is_it(asked, one) for one in page.statements()), any(_is_it(asked, one) for one in lead)


def _is_it(asked: _Asked, row: Statement) -> bool:
    span = row.quote.span
    if asked.said is None:
        return span.record_id == asked.record_id
    rendition_id, words = asked.said
    return span.rendition_id == rendition_id and span.start < words.end and words.start < span.end


def _miss(asked: _Asked, page: Answer | Abstention) -> str:
    """Told by place: results are kept with the code, and hold no words of a guideline."""
    where = asked.kind if asked.said is None else f"{asked.said[1].start} to {asked.said[1].end}"
    why = page.reason.value if isinstance(page, Abstention) else "answered without it"
    return f"{asked.record_id} {where}: {why}"
