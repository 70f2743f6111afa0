"""Notes and refusals speak of what was asked, and are true: their slots hold no claim, and "nothing found" is so."""

from collections.abc import Iterable, Iterator, Mapping

from quoth.check.bank import said
from quoth.check.context import Ctx
from quoth.model import FACET_LABELS, Abstention, Fault, FaultKind, Mention, Question, Reason
from quoth.text import match_line, match_tokens, stem

__all__ = ["notes"]

_EXPLAINED_BY: Mapping[Reason, tuple[str, ...]] = {
    Reason.EMPTY_QUESTION: ("why.empty",),
    Reason.TOO_LONG: ("why.long",),
    Reason.NOT_CLINICAL: ("why.not_clinical",),
    Reason.UNKNOWN_WORDS: ("why.unknown_words",),
    Reason.NO_CONDITION: (
        "why.no_condition",
        "why.no_condition_apart",
        "why.no_condition_bare",
        "why.no_condition_said",
    ),
    Reason.NO_DIRECT_EVIDENCE: (
        "why.no_direct",
        "why.no_direct_on",
        "why.no_direct_beside",
        "why.not_together",
        "why.silent",
        "why.none_found",
        "why.apart",
        "why.no_facet",
    ),
    Reason.EMPTY_LIBRARY: ("why.empty_library",),
    Reason.CHECK_FAILED: ("why.check_failed",),
}
_NOT_FOUND = ("note.unknown_words", "note.uncovered")
_FACETS = frozenset(label.lower() for label in FACET_LABELS.values())


def notes(ctx: Ctx) -> Iterator[Fault]:
    """What fills a note's slots are words of the question or names of the library; what it calls missing is missing."""
    if isinstance(ctx.page, Abstention):
        yield from _refusal(ctx, ctx.page)
        return
    page = ctx.page
    asked = _asked(page.question)
    inferred = {(one.concept.name, (one.inferred_because or "").rstrip(".")) for one in _mentions(page.question)}
    for note in (*page.notes, *page.method.notes):
        for key, slots in said(note, "note"):
            if key == "note.inferred":
                if (slots["condition"], slots["because"]) not in inferred:
                    yield _not_ours("note", note)
            elif not all(_is_of_question(ctx, words, asked) for words in slots.values()):
                yield _not_ours("note", note)
            if key in _NOT_FOUND:
                yield from _found_all_the_same(ctx, slots["words"])


def _refusal(ctx: Ctx, page: Abstention) -> Iterator[Fault]:
    """A refusal is explained by a phrase for its reason, filled with what was asked, and an empty library is empty."""
    asked = _asked(page.question)
    found = dict(said(page.explanation, "why"))
    if found and not found.keys() & set(_EXPLAINED_BY[page.reason]):
        yield Fault(FaultKind.STRUCTURE, "", f"{page.reason.value!r} is explained by {page.explanation[:120]!r}")
    for slots in found.values():
        if not all(_is_of_question(ctx, words, asked) for words in slots.values()):
            yield _not_ours("explanation", page.explanation)
    if page.reason is Reason.EMPTY_LIBRARY and ctx.store.counts().records:
        yield Fault(FaultKind.STRUCTURE, "", "the library is called empty and is not")


def _found_all_the_same(ctx: Ctx, words: str) -> Iterator[Fault]:
    """Rows that quote, in one piece, what a note says that nothing here speaks of."""
    quoted = [(read, match_line(read.statement.quote.text)) for read in ctx.reads]
    for name in words.split(", "):
        wanted = match_line(name)
        for read, line in quoted:
            if wanted.strip() and wanted in line:
                detail = f"{name[:80]!r} is said to be spoken of by nothing, and {read.statement.id} quotes it"
                yield Fault(FaultKind.STRUCTURE, "", detail)
                break


def _is_of_question(ctx: Ctx, words: str, asked: frozenset[str]) -> bool:
    """Whether names are the question's or the library's: each by itself, or all of them together."""
    if _words([words]) <= asked:
        return True
    names = [name.strip() for part in words.split(";") for name in part.split(",")]
    return all(name in _FACETS or ctx.links.is_name(name) or _words([name]) <= asked for name in names)


def _asked(question: Question) -> frozenset[str]:
    """Stems of the question's words and of what they were read as."""
    return _words(
        [
            question.as_read,
            *(one for mention in _mentions(question) for one in (mention.words, mention.concept.name)),
            *(one for term in question.terms for one in (term.words, *term.synonyms)),
            *(one for pair in question.corrected for one in pair),
            *question.carried_over,
        ]
    )


def _mentions(question: Question) -> tuple[Mention, ...]:
    return (
        *question.conditions,
        *question.interventions,
        *question.comparators,
        *question.populations,
        *question.outcomes,
    )


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(token.form) for text in texts for token in match_tokens(text))


def _not_ours(what: str, text: str) -> Fault:
    return Fault(FaultKind.WORDING_NOT_OURS, "", f"{what}: {text[:200]!r}")
