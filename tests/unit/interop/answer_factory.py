"""Tiny factories for pages: a statement, a reference, an answer, each with only what a test cares about."""

from typing import Any

from quoth.model import (
    Abstention,
    Action,
    ActionRow,
    Answer,
    BottomLine,
    Design,
    Fidelity,
    FindingKind,
    Manifest,
    Qualifier,
    QualifierKind,
    Question,
    Quote,
    Reason,
    RecordId,
    Reference,
    RenditionId,
    ResearchGroup,
    Span,
    Statement,
    Verdict,
    hash_of_text,
)


def quote(text: str, *, start: int = 0, record: str = "rec-1", rendition: str = "abstract-1") -> Quote:
    """Words of a source."""
    span = Span(RecordId(record), RenditionId(rendition), start, start + len(text), hash_of_text(text))
    return Quote(span, text)


def statement(text: str = "Exercise reduced pain.", *, id: str = "s1", number: int = 1, **more: Any) -> Statement:
    """One row that cites reference `number`."""
    values: dict[str, Any] = {
        "kind": FindingKind.RESULT,
        "fidelity": Fidelity.VERBATIM,
        "citations": (number,),
        "design": Design.RCT,
        "year": 2020,
    }
    start = more.pop("start", 0)
    values.update(more)
    return Statement(id=id, quote=quote(text, start=start, record=f"rec-{number}"), **values)


def advice(text: str = "Offer exercise.", *, id: str = "s1", number: int = 1, **more: Any) -> Statement:
    """A recommendation of a guideline."""
    values: dict[str, Any] = {
        "kind": FindingKind.RECOMMENDATION,
        "action": Action.DO,
        "design": Design.GUIDELINE,
        "issuer": "The Knee Society",
    }
    return statement(text, id=id, number=number, **(values | more))


def qualifier(kind: QualifierKind, text: str, *, start: int = 100) -> Qualifier:
    """Something that travels with a statement of reference 1."""
    return Qualifier(kind, quote(text, start=start))


def reference(number: int = 1, **more: Any) -> Reference:
    """A source of the page."""
    values: dict[str, Any] = {
        "title": f"Source {number}",
        "design": Design.RCT,
        "fidelities": (Fidelity.VERBATIM,),
        "year": 2020,
    }
    return Reference(number=number, record_id=f"rec-{number}", **(values | more))


def answer(**more: Any) -> Answer:
    """A page with one recommendation and one result."""
    told = advice()
    found = statement("Pain fell.", id="s2", number=2)
    values: dict[str, Any] = {
        "id": "a1",
        "question": Question("What helps knee pain?"),
        "bottom_line": BottomLine("Current recommendation", (told,)),
        "actions": (ActionRow("exercise", Action.DO, told),),
        "research": (ResearchGroup("exercise", (found,)),),
        "references": (reference(1), reference(2)),
        "manifest": Manifest("0123456789abcdef", (), (("quoth", "1"),)),
    }
    return Answer(**(values | more))


def abstention(**more: Any) -> Abstention:
    """A refusal."""
    values: dict[str, Any] = {
        "id": "a2",
        "question": Question("What helps moon sickness?"),
        "reason": Reason.UNKNOWN_WORDS,
        "explanation": "This library holds nothing on: moon sickness. No other answer is offered in its place.",
    }
    return Abstention(**(values | more))


def passed(page: Answer | Abstention) -> Verdict:
    """The verdict on a page without faults."""
    return Verdict(page.id, len(page.statements()) if isinstance(page, Answer) else 0)
