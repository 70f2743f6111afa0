"""Connecting words come from the phrase bank, the library's names or the operator: nothing medical hides there."""

from collections.abc import Iterator

from quoth.check.bank import fits, is_slot, slots_of
from quoth.check.context import Ctx, held_references
from quoth.check.people import GROUP_NAMES, groups_named
from quoth.model import (
    SIGNPOSTS,
    Abstention,
    Directness,
    Fault,
    FaultKind,
    MarkKind,
    Record,
    Suggestion,
    Topic,
)
from quoth.text import match_tokens, stem

__all__ = ["connecting_words", "indirect_marks", "signposts", "suggestions"]


def connecting_words(ctx: Ctx) -> Iterator[Fault]:
    """The lead, the notes of page and method and the explanation of a refusal are phrases of the bank."""
    if isinstance(ctx.page, Abstention):
        if not fits(ctx.page.explanation, "why"):
            yield _not_ours("explanation", ctx.page.explanation)
        return
    if not fits(ctx.page.bottom_line.lead, "lead"):
        yield _not_ours("lead", ctx.page.bottom_line.lead)
    for note in (*ctx.page.notes, *ctx.page.method.notes):
        if not fits(note, "note"):
            yield _not_ours("note", note)


def indirect_marks(ctx: Ctx) -> Iterator[Fault]:
    """Why evidence is indirect is said in the words it is filed with, or in a phrase of the bank filled with names."""
    for read in ctx.reads:
        for mark in read.statement.marks:
            if mark.kind is MarkKind.INDIRECT and not _is_reason(ctx, mark.text, read.record):
                yield Fault(FaultKind.WORDING_NOT_OURS, read.statement.id, f"mark: {mark.text[:200]!r}")
    for name, reference, record in held_references(ctx):
        for mark in reference.marks:
            if mark.kind is MarkKind.INDIRECT and mark.text != record.indirect:
                yield Fault(FaultKind.WORDING_NOT_OURS, name, f"mark: {mark.text[:200]!r}")


def signposts(ctx: Ctx) -> Iterator[Fault]:
    """Signposts are the bank's or the operator's, and stand there when the question calls for them."""
    ours = {*SIGNPOSTS.values(), *ctx.allowed_texts}
    for text in ctx.page.signposts:
        if text not in ours:
            yield _not_ours("signpost", text)
    if ctx.page.question.emergency and not ctx.page.signposts:
        called = ", ".join(ctx.page.question.emergency)
        yield Fault(FaultKind.STRUCTURE, "", f"the question calls for a signpost that is not shown: {called}")


def suggestions(ctx: Ctx) -> Iterator[Fault]:
    """What can be asked next is a phrase of the bank, a topic's question, or the reader's own made clearer."""
    topics: tuple[Topic, ...] | None = None
    for suggestion in ctx.page.suggestions:
        if _is_phrase(suggestion) or _is_own_question(suggestion, ctx.page.question.as_read):
            continue
        if topics is None:
            topics = ctx.store.topics()
        if not _opens_topic(suggestion, topics, ctx.allowed_texts):
            yield _not_ours("suggestion", f"{suggestion.text} → {suggestion.question}")


def _is_reason(ctx: Ctx, text: str, record: Record | None) -> bool:
    if record is not None and text == record.indirect:
        return True
    if text in {directness.value for directness in Directness}:
        return True
    question = ctx.page.question
    mentions = (*question.conditions, *question.populations)
    asked = _words(" ".join((question.as_read, *(mention.concept.name for mention in mentions))))
    held = _words(" ".join((record.title, *record.conditions, record.population or ""))) if record else set()
    for slots in slots_of(text, "indirect"):
        names = [name.strip() for slot in slots for name in slot.split(",")]
        people = _people(ctx, record) if GROUP_NAMES & set(names) else set()
        if all(
            name in people or (name not in GROUP_NAMES and ctx.links.is_name(name)) or _words(name) <= asked | held
            for name in names
        ):
            return True
    return False


def _people(ctx: Ctx, record: Record | None) -> set[str]:
    """Groups that the question or the source itself names: no other can be why evidence is indirect."""
    texts = [ctx.page.question.as_read, *(mention.concept.name for mention in ctx.page.question.populations)]
    if record is not None:
        texts += [record.title, record.population or "", *(heading.descriptor for heading in record.mesh)]
        texts += [
            stored.rendition.text for stored in ctx.renditions.values() if ctx.same_record(stored.record_id, record.id)
        ]
    named = groups_named(texts)
    return named | {"adults"} if named & {"men", "women"} else named  # men of 40 to 60 are adults, whoever says so


def _not_ours(what: str, text: str) -> Fault:
    return Fault(FaultKind.WORDING_NOT_OURS, "", f"{what}: {text[:200]!r}")


def _is_phrase(suggestion: Suggestion) -> bool:
    text, question = suggestion.text, suggestion.question
    return fits(question, "next") and (text in question or fits(text, "next")) and is_slot(text)


def _is_own_question(suggestion: Suggestion, asked: str) -> bool:
    """The reader's words with a name in brackets: "Does taping help (patellofemoral pain)?"."""
    bare = asked.strip().rstrip("?").strip()
    return bool(bare) and is_slot(suggestion.text) and suggestion.question == f"{bare} ({suggestion.text})?"


def _opens_topic(suggestion: Suggestion, topics: tuple[Topic, ...], allowed: frozenset[str]) -> bool:
    questions = {question for topic in topics for question in (topic.question, *topic.common_questions)} | allowed
    titles = {title for topic in topics for title in (topic.title, topic.condition)}
    return suggestion.question in questions and suggestion.text in titles | questions


def _words(text: str) -> set[str]:
    return {stem(token.form) for token in match_tokens(text)}
