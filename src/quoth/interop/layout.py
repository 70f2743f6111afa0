"""How a page falls into blocks: the grouping that every renderer shares, so that no two of them tell it differently."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quoth.interop.labels import DIFFERS_LABELS, QUESTION_KIND_LABELS, counted
from quoth.model import (
    EVERY_READING,
    LABEL_BY_MARK,
    Abstention,
    Action,
    ActionRow,
    Answer,
    ComparableSet,
    Difference,
    Exclusion,
    Figure,
    Mark,
    MarkKind,
    Mention,
    QualifierKind,
    Question,
    Quote,
    Reason,
    Reference,
    Statement,
    Verdict,
    phrase,
    sides_said,
)

__all__ = [
    "GRAVE_MARKS",
    "Piece",
    "PieceKind",
    "actions_by_kind",
    "agreement",
    "checked_line",
    "differ_line",
    "doubts_of",
    "effect_words",
    "effects_of",
    "is_withheld",
    "left_out_because",
    "mark_label",
    "pieces_of",
    "set_heading",
    "understood",
    "uses_of",
    "warnings_of",
    "withheld",
    "years_line",
]

# Marks that change whether a source may be relied on at all stand first and loudest.
GRAVE_MARKS = frozenset(
    {MarkKind.RETRACTED, MarkKind.CONCERN, MarkKind.SUPERSEDED, MarkKind.WITHDRAWN, MarkKind.INDIRECT}
)
# Numbers that are no effect by themselves: a share, a count, a p-value.
_BARE = frozenset({None, "%", "n", "p"})
# Told in words of their own: a summary by its label, doubts by their list.
_TOLD_ELSEWHERE = frozenset({MarkKind.SUMMARY, MarkKind.DOUBT})


_ENDED = re.compile(r"[^\w\s]\s*\Z")


class PieceKind(StrEnum):
    """What a stretch of a shown quotation is."""

    WORDS = "words"
    FIGURE = "figure"
    """An effect with its interval, inside the words."""
    CONTEXT = "context"
    """A neighbouring sentence that travels along."""
    GAP = "gap"
    """What stands between two pieces and is ours: "[…]" for words left out, a dash after a heading."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of what one statement shows, in reading order."""

    kind: PieceKind
    text: str


def pieces_of(statement: Statement) -> tuple[Piece, ...]:
    """The statement's words with its context sentences around it, gaps shown, effects told apart.

    The words and figures, joined, are the quote, byte for byte.
    """
    context = [q.quote for q in statement.qualifiers if q.kind is QualifierKind.CONTEXT]
    quotes = sorted([statement.quote, *context], key=lambda quote: (quote.span.rendition_id, quote.span.start))
    pieces: list[Piece] = []
    last: Quote | None = None
    for quote in quotes:
        if last is not None:
            pieces.append(Piece(PieceKind.GAP, _gap(last, quote)))
        pieces += _words(statement) if quote is statement.quote else [Piece(PieceKind.CONTEXT, quote.text)]
        last = quote
    return tuple(pieces)


def _gap(last: Quote, quote: Quote) -> str:
    """What stands between two quotes: nothing of the source's where they are neighbours; a heading has no full stop."""
    near = last.span.rendition_id == quote.span.rendition_id and quote.span.start - last.span.end <= 2
    if not near:
        return " […] "
    return " " if _ENDED.search(last.text) else " – "


def actions_by_kind(rows: Iterable[ActionRow]) -> tuple[tuple[Action, tuple[ActionRow, ...]], ...]:
    """Rows under Do, Consider, Do not, Uncertain, in that order; an action without rows is left out."""
    held = tuple(rows)
    grouped = ((action, tuple(row for row in held if row.action is action)) for action in Action)
    return tuple((action, group) for action, group in grouped if group)


def agreement(row: ActionRow) -> str:
    """How many bodies say what a folded row says; empty when nothing is folded beneath it."""
    if not row.also:
        return ""
    bodies = {statement.issuer or statement.quote.span.record_id for statement in (row.statement, *row.also)}
    if len(bodies) > 1:
        return phrase("agree", count=len(bodies))
    return f"{counted(len(row.also), 'further statement')} by the same body"


def differ_line(difference: Difference) -> str:
    """What its sides differ in, in a sentence; empty where only an editor's note can tell."""
    if not difference.differs_in:
        return ""
    *names, last = [DIFFERS_LABELS[kind] for kind in difference.differs_in]
    return phrase("differ", what=f"{', '.join(names)} and {last}" if names else last)


def left_out_because(exclusion: Exclusion) -> str:
    """Why something is not on the page, and whether that is a whole source or one recommendation of it."""
    return f"one recommendation: {exclusion.reason}" if exclusion.span else exclusion.reason


def warnings_of(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks that are shown as badges, gravest first; doubts and the summary label are told elsewhere."""
    shown = [mark for mark in marks if mark.kind not in _TOLD_ELSEWHERE]
    return tuple(sorted(shown, key=lambda mark: mark.kind not in GRAVE_MARKS))


def effects_of(page: Answer, one: ComparableSet) -> tuple[tuple[Statement, str], ...]:
    """The rows of a set: each statement of the page with its effect as its source prints it."""
    by_id = {statement.id: statement for group in page.research for statement in (*group.statements, *group.more)}
    held = [(by_id[row.statement_id], row.figure) for row in one.rows if row.statement_id in by_id]
    return tuple((statement, effect_words(statement, figure)) for statement, figure in held)


def effect_words(statement: Statement, figure: Figure) -> str:
    """An effect as its source prints it, with the time at which it was measured where that stands elsewhere."""
    words = statement.quote.text[figure.start : figure.end]
    when = figure.when
    if when is None or (figure.start <= when.start and when.end <= figure.end):
        return words
    return f"{words}; {statement.quote.text[when.start : when.end].lower()}"


def set_heading(one: ComparableSet) -> str:
    """What a set compares: "death (RR, versus placebo)"."""
    versus = f", versus {one.comparator}" if one.comparator else ""
    return f"{one.intervention}: {one.outcome} ({one.measure}{versus}{', ' + one.unit if one.unit else ''})"


def doubts_of(marks: Iterable[Mark]) -> tuple[str, ...]:
    """The doubts among marks, in a reader's words."""
    return tuple(mark.text for mark in marks if mark.kind is MarkKind.DOUBT)


def mark_label(mark: Mark) -> str:
    """A mark in words: its name, and what it says where that is more than the name."""
    label = LABEL_BY_MARK[mark.kind.value]
    text = mark.text.strip()
    if not text or text.casefold() == label.casefold():
        return label
    if text.casefold().startswith(label.casefold()):
        return text
    return f"{label}: {text}"


def uses_of(page: Answer | Abstention, ref: Reference) -> tuple[Statement, ...]:
    """The statements whose words come from a reference, in reading order."""
    return tuple(s for s in page.statements() if s.citations[0] == ref.number)


def years_line(page: Answer) -> str:
    """How new and how old the sources of the page are; empty when no year is known."""
    years = [ref.year for ref in page.references if ref.year]
    if not years:
        return ""
    return f"Sources from {min(years)} to {max(years)}" if min(years) != max(years) else f"Sources from {max(years)}"


def understood(question: Question) -> tuple[tuple[str, str], ...]:
    """(slot, what was understood) of a question, empty slots told as "not named"."""
    slots = (
        ("Condition", question.conditions),
        ("Intervention", question.interventions),
        ("Comparator", question.comparators),
        ("Population", question.populations),
        ("Outcome", question.outcomes),
    )
    rows = [("Kind of question", QUESTION_KIND_LABELS[question.kind])]
    if question.facets:
        rows.append(("Sides asked for", sides_said(question.facets)))
    rows += [(name, "; ".join(_mention(mention) for mention in found) or "not named") for name, found in slots]
    if question.literal:
        every = EVERY_READING in question.literal
        rows.append(("Taken literally", "every word" if every else "; ".join(question.literal)))
    if question.unknown:
        rows.append(("Words not known here", ", ".join(question.unknown)))
    return tuple(rows)


def checked_line(page: Answer | Abstention, verdict: Verdict) -> str:
    """What the independent checker did with this page."""
    if isinstance(page, Abstention):
        return "Nothing medical is stated on this page."
    return f"{counted(verdict.checked, 'statement')} re-read and compared with the library: no fault found."


def is_withheld(page: Answer | Abstention, verdict: Verdict) -> bool:
    """Whether a page must not be shown: it has faults, and is not itself the refusal that tells of them."""
    return not verdict.passed and not (isinstance(page, Abstention) and page.reason is Reason.CHECK_FAILED)


def withheld(verdict: Verdict) -> str:
    """What is said in place of a page that did not pass the checker."""
    return (
        f"The independent checker found {counted(len(verdict.faults), 'fault')} in this page, so it is not shown. "
        "The library may have changed since the page was made. Ask the question again."
    )


def _words(statement: Statement) -> list[Piece]:
    """The quote cut at its effects. Extents that overlap or leave the text are passed over: the words always stay."""
    text = statement.quote.text
    pieces: list[Piece] = []
    at = 0
    for figure in sorted(statement.figures, key=lambda figure: figure.start):
        is_effect = figure.low is not None or figure.measure not in _BARE
        if not is_effect or not at <= figure.start < figure.end <= len(text):
            continue
        start, end = _whole_brackets(text, figure.start, figure.end)
        pieces += [Piece(PieceKind.WORDS, text[at:start]), Piece(PieceKind.FIGURE, text[start:end])]
        at = end
    pieces.append(Piece(PieceKind.WORDS, text[at:]))
    return [piece for piece in pieces if piece.text]


def _whole_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without what a bracket ends that began before it, and with the bracket that ends what it began."""
    opened, last = 0, start
    for at in range(start, end):
        opened += text[at] == "("
        if text[at] == ")" and opened == 0:
            last = at + 1
        elif text[at] == ")":
            opened -= 1
    while last > start and last < end and text[last] in ":;, ":
        last += 1
    return last, end + (opened == 1 and text[end : end + 1] == ")")


def _mention(mention: Mention) -> str:
    name = mention.concept.name
    said = f" (“{mention.words}”)" if mention.words and mention.words.casefold() != name.casefold() else ""
    because = f" ({mention.inferred_because.rstrip('.')})" if mention.inferred_because else ""
    return f"{name}{because or said}"
