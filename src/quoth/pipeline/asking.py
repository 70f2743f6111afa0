"""One question, from its words to a page that the checker has passed."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import timedelta

from quoth.errors import BadInput
from quoth.model import (
    EVERY_READING,
    Abstention,
    Answer,
    Fidelity,
    GuestMode,
    Mention,
    Question,
    Reason,
    Review,
    Role,
    Verdict,
)
from quoth.pipeline.composing import Outcome, Told, compose, nobody_watches, understood
from quoth.pipeline.everyday import checks_of
from quoth.pipeline.guest import guest_limits, with_guest
from quoth.pipeline.parts import Parts
from quoth.pipeline.reading import texts_with
from quoth.pipeline.unanswered import note_unanswered
from quoth.pipeline.under_review import page_under
from quoth.search import explained, stands_in, widened, with_literal_terms

__all__ = ["ask", "check_stored", "forget", "literally", "may_be_guessed", "retold", "stored_page", "without"]

_LITERAL_MAX = 20
_OPEN = frozenset({Reason.NO_DIRECT_EVIDENCE, Reason.UNKNOWN_WORDS, Reason.NO_CONDITION})
"""Refusals that may come of a condition that was not recognised."""


def ask(
    text: str,
    parts: Parts,
    *,
    previous: Question | None = None,
    role: Role = Role.ANYONE,
    step: Told | None = None,
    as_typed: bool = False,
    literal: Sequence[str] = (),
) -> Outcome:
    """Answer one question, or say why not.

    Args:
        text: as typed; any string.
        parts: what to ask with.
        previous: the question before in the same thread; what the new one leaves out is carried over from it.
        role: who is reading.
        step: told how far the work is: "understood" (terms), "found" and "read" (texts), "written" (statements).
        as_typed: no language model reads the question first, whatever the settings say.
        literal: words of the question that are to be read as nothing else, or `EVERY_READING`.

    Returns:
        A page that passed the checker, kept under its id when the settings say so.

    Raises:
        BadInput: words to be taken literally do not stand in the question.
    """
    taken = _taken_literally(literal, text)
    outcome = _answered(text, parts, previous, role, step or nobody_watches, taken)
    if GuestMode(parts.settings.model) is GuestMode.UNDERSTAND and not as_typed and previous is None:
        outcome = _read_by_guest(outcome, parts, role, step or nobody_watches)
    if isinstance(outcome.page, Abstention):
        note_unanswered(outcome.page, parts)
    return _kept(_accompanied(outcome, parts), parts)


def _taken_literally(literal: Sequence[str], text: str) -> tuple[str, ...]:
    """The words, each once. Raises BadInput for what does not stand in the question, and for too many."""
    taken = tuple(dict.fromkeys(" ".join(words.split()) for words in literal))
    for words in taken:
        if words != EVERY_READING and not stands_in(words, text):
            raise BadInput(f"{words[:80]!r} does not stand in this question. Give words as they were typed.")
    if len(taken) > _LITERAL_MAX:
        raise BadInput(f"More than {_LITERAL_MAX} readings are taken back at once. Take all of them back instead.")
    return taken


def _answered(
    text: str, parts: Parts, previous: Question | None, role: Role, step: Told, literal: tuple[str, ...]
) -> Outcome:
    """The page for a question as typed; its medicines asked about as their class where nothing answers their names."""
    question = understood(text, parts, previous=previous, role=role, literal=literal)
    question = explained(
        question, lambda word: texts_with(word, parts.index, parts.recall()), parts.index.document_frequency
    )
    question = with_literal_terms(question)
    outcome = compose(question, parts, question_chars=len(text), step=step).outcome
    if _found_nothing(outcome) and (wider := _wider(question, parts)):
        second = compose(wider, parts, question_chars=len(text), step=step).outcome
        outcome = second if isinstance(second.page, Answer) else outcome
    return _guessed(outcome, text, parts, role, step) if may_be_guessed(outcome, previous) else outcome


def may_be_guessed(outcome: Outcome, previous: Question | None) -> bool:
    """Whether no condition was named and nothing leads: a reading that is a guess takes no answer's place.

    Nor does it hide what documents of the library advise that comes near: a guess is of the packs' conditions.
    """
    page = outcome.page
    if previous is not None or page.question.conditions:
        return False
    if isinstance(page, Abstention):
        near = any(one.statement.fidelity is Fidelity.VERBATIM for one in page.advice)
        return page.reason in _OPEN and not near
    return not page.bottom_line.statements


def _guessed(outcome: Outcome, text: str, parts: Parts, role: Role, step: Told) -> Outcome:
    """The page of the question with the condition that its words make likely, where that one answers more."""
    literal = outcome.page.question.literal
    question = understood(text, parts, role=role, literal=literal, guess=True)
    if not question.conditions:
        return outcome
    second = compose(with_literal_terms(question), parts, question_chars=len(text), step=step).outcome
    if not isinstance(second.page, Answer):
        return outcome
    return second if isinstance(outcome.page, Abstention) or second.page.bottom_line.statements else outcome


def _wider(question: Question, parts: Parts) -> Question | None:
    """The question asked of its medicines' classes, where that helps and the reader lets its words be read so."""
    words = parts.vocabulary()
    return None if EVERY_READING in question.literal else widened(question, words.treats, words.lexicon)


def _read_by_guest(outcome: Outcome, parts: Parts, role: Role, step: Told) -> Outcome:
    """The page of the question as a language model reads it, where that answers; else as typed, with a note."""
    from quoth.pipeline.guest_reading import question_read, silent_reader  # late: most questions are read by nobody

    typed = outcome.page.question
    if parts.guest is None or not outcome.verdict.passed or not typed.text.strip():
        return outcome
    answered = isinstance(outcome.page, Answer)
    read = question_read(typed, parts.guest, guest_limits(parts.settings), parts, answered=answered)
    found = outcome
    if read.guest.reading is not None and len(read.text) <= parts.settings.question_max_chars:
        second = _answered(read.text, parts, None, role, step, typed.literal)
        page = replace(second.page, guest=read.guest)
        verdict = parts.checker().verify(page)
        if isinstance(page, Answer) and verdict.passed and _keeps(typed, page.question):
            return Outcome(page, verdict)
    silent = read.guest if read.guest.reading is None else silent_reader(read.guest)
    page = replace(found.page, guest=silent)
    return Outcome(page, parts.checker().verify(page))


def _keeps(typed: Question, read: Question) -> bool:
    """Whether every word that was understood of the question as typed is still understood where it stands."""

    def places(question: Question) -> set[tuple[int, int]]:
        slots = (question.conditions, question.interventions, question.comparators, question.populations)
        return {(mention.start, mention.end) for slot in (*slots, question.outcomes) for mention in slot}

    told = {place for place in places(typed) if place[0] >= 0}
    return told <= places(read) and set(typed.unknown) <= set(read.unknown) and typed.kind is read.kind


def retold(page: Answer | Abstention, role: Role, parts: Parts) -> Outcome:
    """The same question, as it was understood, for another reader: a page of its own, from the library as it is now."""
    return _kept(_accompanied(compose(replace(page.question, role=role), parts).outcome, parts), parts)


def without(page: Answer | Abstention, concept: str, parts: Parts) -> Outcome:
    """The question of a page asked again without something that it carried over from the question before.

    Raises:
        BadInput: the page carried nothing of this name over.
    """
    asked = page.question
    if concept not in asked.carried_over:
        carried = ", ".join(asked.carried_over) or "nothing"
        raise BadInput(f"{concept[:80]!r} was not carried over to this question. Carried over: {carried}.")
    before = _before(asked, set(asked.carried_over) - {concept})
    return ask(asked.text, parts, previous=before, role=asked.role, literal=asked.literal)


def literally(page: Answer | Abstention, words: str, parts: Parts) -> Outcome:
    """The question of a page asked again with words of it read as nothing else, or read again if they were not.

    Raises:
        BadInput: these words do not stand in the question.
    """
    asked = page.question
    held = asked.literal
    taken = tuple(one for one in held if one != words) if words in held else (*held, words)
    before = _before(asked, asked.carried_over) if asked.carried_over else None
    return ask(asked.text, parts, previous=before, role=asked.role, literal=taken)


def _before(asked: Question, over: Collection[str]) -> Question:
    """What a question carried over, of what it may carry over again."""

    def kept(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        return tuple(mention for mention in mentions if mention.concept.name in over)

    return replace(
        asked,
        conditions=kept(asked.conditions),
        interventions=kept(asked.interventions),
        comparators=kept(asked.comparators),
        populations=kept(asked.populations),
        facets=(),
    )


def _found_nothing(outcome: Outcome) -> bool:
    """Whether nothing here answers in the words of the question: its medicines may be asked about as their class."""
    return isinstance(outcome.page, Abstention) and outcome.page.reason is Reason.NO_DIRECT_EVIDENCE


def _accompanied(outcome: Outcome, parts: Parts) -> Outcome:
    """The page with what a language model contributed, where the operator let one take part."""
    page = outcome.page
    if parts.guest is None or not isinstance(page, Answer) or not outcome.verdict.passed:
        return outcome
    mode = GuestMode(parts.settings.model)
    if mode is GuestMode.UNDERSTAND:
        return outcome
    checker = parts.checker()
    accompanied = with_guest(
        page, parts.guest, mode, guest_limits(parts.settings), verify=checker.verify, judge=parts.judge
    )
    return Outcome(accompanied, checker.verify(accompanied))


def _kept(outcome: Outcome, parts: Parts) -> Outcome:
    """The page, kept under its id when the settings say so."""
    if parts.settings.keep_answers:
        with parts.store.writing():
            today = parts.now().date()
            parts.store.put_answer(outcome.page, kept_on=today)
            parts.store.delete_answers(before=today - timedelta(days=parts.settings.answers_kept_days))
    return replace(outcome, checks=checks_of(outcome.page, parts))


def stored_page(answer_id: str, parts: Parts) -> Outcome:
    """A kept page, checked anew against the library as it is now. Raises NotFound."""
    page = page_under(answer_id, parts)
    return Outcome(page, parts.checker().verify(page), checks_of(page, parts))


def check_stored(parts: Parts, answer_ids: Sequence[str] | None = None) -> tuple[Verdict, ...]:
    """Verdicts on kept pages, all of them when no ids are given. Raises NotFound."""
    chosen = parts.store.answer_ids() if answer_ids is None else answer_ids
    return tuple(stored_page(answer_id, parts).verdict for answer_id in chosen)


def forget(answer_id: str, parts: Parts) -> None:
    """Delete a kept page. Raises NotFound."""
    page_under(answer_id, parts)
    if parts.store.item(Review, answer_id) is not None:
        raise BadInput("This page was submitted to the medical board and stays. An editor can withdraw it.")
    with parts.store.writing():
        parts.store.delete_answer(answer_id)
