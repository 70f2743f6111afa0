"""A question read by a language model: names of the library's concepts are added behind what was typed, nothing else.

No word of the model's own reaches the question. What it says is looked up: concepts of the library, at most one of each
part, and only where the question names none of that part. What was typed stays whole, so what the library does not know
is still refused, and what was added stands in the title.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from quoth.errors import GUEST_REASONS, GuestFailed, NetworkNotAllowed, UserError
from quoth.llm import Ask, Budget, Llm, Message, parsed, prompt
from quoth.model import ConceptKind, Guest, GuestMode, GuestReading, Question, phrase, read_as
from quoth.pipeline.guest import GuestLimits, cost_of
from quoth.pipeline.parts import Parts
from quoth.text import match_tokens

__all__ = ["Read", "question_read", "silent_reader"]

_TOKENS = 400
_LONGEST_PART = 200
_SEARCHES_MAX = 3
_LONGEST_SEARCH = 160
_OPERATORS = frozenset({"and", "or", "not"})


class _Said(msgspec.Struct, forbid_unknown_fields=True):
    condition: str = ""
    population: str = ""
    intervention: str = ""
    outcome: str = ""
    searches: list[str] = []


@dataclass(frozen=True, slots=True)
class Read:
    """What came of a reading: the question to ask, as typed where nothing was added, and the guest for the page."""

    text: str
    guest: Guest


def question_read(question: Question, llm: Llm, limits: GuestLimits, parts: Parts, *, answered: bool) -> Read:
    """The question as a guest reads it.

    Args:
        question: as typed and understood without the guest.
        llm: the guest.
        limits: its time and tokens.
        parts: the library whose names it may add.
        answered: whether a page answers the question as typed. Then a condition alone may be added: a treatment, people
            or an outcome that it does not name would narrow that page, and put away what answers it.
    """
    ends = time.monotonic() + limits.timeout_s
    budget = Budget(limits.tokens_max)
    material = msgspec.json.encode({"question": question.text}).decode()
    ask = Ask((Message("system", prompt("understand")), Message("user", material)), _TOKENS)
    try:
        said = parsed(llm, ask, _Said, budget=budget, seconds_left=lambda: ends - time.monotonic())
        added = tuple(each for each in _added(said, question, parts) if not answered or each[0] == "condition")
        if not added:
            raise GuestFailed("nothing")
    except (GuestFailed, NetworkNotAllowed) as fault:
        reason = fault.reason if isinstance(fault, GuestFailed) else "forbidden"
        return Read(question.text, _guest(llm.name, reason, budget, limits))
    names = tuple(name for _, name in added)
    reading = GuestReading(question.text, added, tuple(_searches(said, question, parts)))
    note = phrase("guest.read", model=llm.name, names=", ".join(names))
    guest = replace(_guest(llm.name, "nothing", budget, limits), note=note, reading=reading)
    return Read(read_as(question.text, names), guest)


def silent_reader(guest: Guest) -> Guest:
    """The same guest where nothing came of what it added: the page answers the question as typed."""
    note = phrase("guest.silent", model=guest.model, why=GUEST_REASONS["nothing"])
    return replace(guest, note=note, reading=None)


def _guest(name: str, reason: str, budget: Budget, limits: GuestLimits) -> Guest:
    note = phrase("guest.silent", model=name, why=GUEST_REASONS[reason])
    return Guest(
        name,
        GuestMode.UNDERSTAND,
        note,
        tokens_in=budget.tokens_in,
        tokens_out=budget.tokens_out,
        cost=cost_of(budget, limits),
    )


def _added(said: _Said, question: Question, parts: Parts) -> Iterator[tuple[str, str]]:
    """(part, name of a concept) of what the library knows and the question may be given."""
    lexicon = parts.vocabulary().lexicon
    named = {
        ConceptKind.CONDITION: question.conditions,
        ConceptKind.INTERVENTION: (*question.interventions, *question.comparators),
        ConceptKind.POPULATION: question.populations,
        ConceptKind.OUTCOME: question.outcomes,
    }
    for part, kind in (
        ("condition", ConceptKind.CONDITION),
        ("population", ConceptKind.POPULATION),
        ("intervention", ConceptKind.INTERVENTION),
        ("outcome", ConceptKind.OUTCOME),
    ):
        words = getattr(said, part)
        strange = kind is ConceptKind.INTERVENTION and question.unknown
        if not words.strip() or len(words) > _LONGEST_PART or named[kind] or strange:
            continue
        found = [each.concept.name for each in lexicon.mentions(words, any_case=True) if each.concept.kind is kind]
        if found:
            yield part, found[0]


def _searches(said: _Said, question: Question, parts: Parts) -> Iterator[str]:
    """Lines that the librarian's search can read, whose every word stands in the question or in the library."""
    from quoth.search.boolean import parse_strategy

    own = {token.form for token in match_tokens(question.text)} | _OPERATORS
    for line in said.searches[:_SEARCHES_MAX]:
        line = " ".join(line.split())
        if not line or len(line) > _LONGEST_SEARCH or not line.isprintable():
            continue
        bare = _without_fields(line)
        words = [token.form for token in match_tokens(bare) if token.form not in own]
        try:
            parse_strategy(line)
        except UserError:
            continue
        if all(parts.index.document_frequency(words)) if words else True:
            yield line


def _without_fields(line: str) -> str:
    """The line without what stands in square brackets."""
    kept, depth = [], 0
    for char in line:
        depth += char == "["
        kept.append(" " if depth else char)
        depth -= char == "]" and depth > 0
    return "".join(kept)
