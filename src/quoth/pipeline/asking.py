"""One question, from its words to a page that the checker has passed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from quoth.answer import Ground, Limits, write
from quoth.errors import BadInput, NotFound
from quoth.evidence import assess
from quoth.library import passages
from quoth.model import (
    SIGNPOSTS,
    Abstention,
    Answer,
    EverydayCheck,
    EvidenceTable,
    GuestMode,
    Mention,
    Question,
    Reason,
    Review,
    Role,
    Run,
    Suggestion,
    Verdict,
    phrase,
)
from quoth.pipeline.edits import NO_EDITS, Edits, added_candidates, edited
from quoth.pipeline.everyday import checks_of
from quoth.pipeline.guest import guest_limits, with_guest
from quoth.pipeline.parts import Parts
from quoth.pipeline.ranking import how_ranked, ranked
from quoth.pipeline.reading import candidates, texts_with
from quoth.pipeline.unanswered import note_unanswered
from quoth.pipeline.under_review import page_under
from quoth.pipeline.vocabulary import Vocabulary
from quoth.search import explained, plan, strategy, understand, widened

__all__ = [
    "Composed",
    "Outcome",
    "Told",
    "ask",
    "check_stored",
    "compose",
    "forget",
    "retold",
    "stored_page",
    "topic_question",
    "understood",
    "without",
]

Told = Callable[[str, int], None]
"""Is told the name of a step that is done, and a count."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A page and what the checker said of it."""

    page: Answer | Abstention
    verdict: Verdict
    checks: Mapping[str, EverydayCheck] = field(default_factory=dict)
    """Who signed the everyday words of a statement, by statement id. No part of the page: it changes without it."""


def ask(
    text: str,
    parts: Parts,
    *,
    previous: Question | None = None,
    role: Role = Role.ANYONE,
    step: Told | None = None,
    as_typed: bool = False,
) -> Outcome:
    """Answer one question, or say why not.

    Args:
        text: as typed; any string.
        parts: what to ask with.
        previous: the question before in the same thread; what the new one leaves out is carried over from it.
        role: who is reading.
        step: told how far the work is: "understood" (terms), "found" and "read" (texts), "written" (statements).
        as_typed: no language model reads the question first, whatever the settings say.

    Returns:
        A page that passed the checker, kept under its id when the settings say so.
    """
    outcome = _answered(text, parts, previous, role, step or _silent)
    if GuestMode(parts.settings.model) is GuestMode.UNDERSTAND and not as_typed and previous is None:
        outcome = _read_by_guest(outcome, parts, role, step or _silent)
    if isinstance(outcome.page, Abstention):
        note_unanswered(outcome.page, parts)
    return _kept(_accompanied(outcome, parts), parts)


def _answered(text: str, parts: Parts, previous: Question | None, role: Role, step: Told) -> Outcome:
    """The page for a question as typed; its medicines asked about as their class where nothing answers their names."""
    question = understood(text, parts, previous=previous, role=role)
    question = explained(
        question, lambda word: texts_with(word, parts.index, parts.recall()), parts.index.document_frequency
    )
    outcome = compose(question, parts, question_chars=len(text), step=step).outcome
    words = parts.vocabulary()
    if _found_nothing(outcome) and (wider := widened(question, words.treats, words.lexicon)):
        second = compose(wider, parts, question_chars=len(text), step=step).outcome
        outcome = second if isinstance(second.page, Answer) else outcome
    return outcome


def _read_by_guest(outcome: Outcome, parts: Parts, role: Role, step: Told) -> Outcome:
    """The page of the question as a language model reads it, where that answers; else as typed, with a note."""
    from quoth.pipeline.guest_reading import question_read, silent_reader  # late: most questions are read by nobody

    typed = outcome.page.question
    if parts.guest is None or not outcome.verdict.passed or not typed.text.strip():
        return outcome
    read = question_read(typed, parts.guest, guest_limits(parts.settings), parts)
    found = outcome
    if read.guest.reading is not None and len(read.text) <= parts.settings.question_max_chars:
        second = _answered(read.text, parts, None, role, step)
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

    def kept(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        over = set(asked.carried_over) - {concept}
        return tuple(mention for mention in mentions if mention.concept.name in over)

    before = replace(
        asked,
        conditions=kept(asked.conditions),
        interventions=kept(asked.interventions),
        comparators=kept(asked.comparators),
        populations=kept(asked.populations),
        facets=(),
    )
    return ask(asked.text, parts, previous=before, role=asked.role)


def _found_nothing(outcome: Outcome) -> bool:
    """Whether nothing here answers in the words of the question: its medicines may be asked about as their class."""
    return isinstance(outcome.page, Abstention) and outcome.page.reason is Reason.NO_DIRECT_EVIDENCE


def _silent(step: str, count: int) -> None:
    """For those who do not watch."""


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


@dataclass(frozen=True, slots=True)
class Composed:
    """A page, and what it was made from."""

    outcome: Outcome
    table: EvidenceTable
    """Before the editors' rows were taken out."""
    considered: tuple[str, ...]
    """Ids of the records that were read."""


def compose(
    question: Question, parts: Parts, *, question_chars: int = 0, edits: Edits = NO_EDITS, step: Told = _silent
) -> Composed:
    """The page for a question that was understood already, checked; the same way for readers and for editors.

    Args:
        question: as understood.
        parts: what to ask with.
        question_chars: length of what was typed; of the question's own text where it is not given.
        edits: rows that editors leave out or bring in.
        step: as in `ask`.
    """
    words = parts.vocabulary()
    step("understood", len(question.terms))
    run = ranked(question, parts)
    step("found", run.considered)
    found = (*added_candidates(edits, parts), *candidates(run, parts.recall(), packs=_packs_on(question, words)))
    step("read", len(found))
    whole = assess(question, found, words.lexicon, parts.roles, passages_of=passages)
    table = edited(whole, edits)
    ground = _ground(question_chars or len(question.text), question, run, len(found), parts, words)
    page = write(question, table, ground)
    step("written", len(page.statements()) if isinstance(page, Answer) else 0)
    outcome = _checked(page, question, table, parts)
    return Composed(outcome, whole, tuple(dict.fromkeys(candidate.record.id for candidate in found)))


def understood(text: str, parts: Parts, *, previous: Question | None = None, role: Role = Role.ANYONE) -> Question:
    """The question as this library's words understand it; nothing is searched."""
    words = parts.vocabulary()
    return understand(
        text[: parts.settings.question_max_chars],
        words.lexicon,
        frequency=parts.index.document_frequency,
        n_units=len(parts.index),
        previous=previous,
        role=role,
        treats=words.treats,
    )


def topic_question(pack: str, parts: Parts) -> Question:
    """The question that opens a topic, understood: what is asked within the topic may leave out what it names.

    Raises:
        NotFound: no pack of this name brings a topic.
    """
    words = parts.vocabulary()
    for topic in words.topics:
        if topic.pack == pack:
            frequency = parts.index.document_frequency
            return understand(topic.question, words.lexicon, frequency=frequency, n_units=len(parts.index))
    known = ", ".join(topic.pack for topic in words.topics) or "none"
    raise NotFound(f"No topic {pack!r} in this library. Topics: {known}.")


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


def _checked(page: Answer | Abstention, question: Question, table: EvidenceTable, parts: Parts) -> Outcome:
    """The page if it passes; else the page without the rows at fault; else a refusal that says so."""
    verdict = parts.checker().verify(page)
    if verdict.passed or isinstance(page, Abstention):
        return Outcome(page, verdict)
    faulty = {fault.statement_id for fault in verdict.faults}
    spans = {statement.quote.span for statement in page.statements() if statement.id in faulty}
    left = replace(table, findings=tuple(f for f in table.findings if f.quote.span not in spans))
    if spans and len(left.findings) < len(table.findings):
        again = write(question, left, _ground_again(page))
        second = parts.checker().verify(again)
        if second.passed:
            return Outcome(again, second)
    refusal = Abstention(
        id=page.id,
        question=question,
        reason=Reason.CHECK_FAILED,
        explanation=phrase("why.check_failed", count=len(verdict.faults)),
        method=page.method,
        signposts=page.signposts,
        manifest=page.manifest,
    )
    return Outcome(refusal, verdict)


def _ground(question_chars: int, question: Question, run: Run, n_read: int, parts: Parts, words: Vocabulary) -> Ground:
    n_records = parts.store.counts().records
    settings = parts.settings
    line, factors = how_ranked(parts)
    return Ground(
        answer_id=parts.new_id(),
        manifest=parts.manifest(),
        ranked=line,
        ranking=factors,
        n_records=n_records,
        strategy=strategy(plan(question)),
        counts=(
            ("records in the library", n_records),
            ("texts found", run.considered),
            ("texts read", n_read),
        ),
        question_chars=question_chars,
        conditions_treated=_conditions_treated(question, words),
        starters=tuple(Suggestion(topic.title, topic.question) for topic in words.topics if topic.question),
        signposts=tuple(_signpost(key, parts) for key in question.emergency),
        limits=Limits(settings.coverage_min, settings.relevance_min, settings.rows_max, settings.question_max_chars),
    )


def _ground_again(page: Answer) -> Ground:
    values = dict(page.manifest.settings)
    return Ground(
        answer_id=page.id,
        manifest=page.manifest,
        n_records=1,
        strategy=page.method.strategy,
        ranked=page.method.ranked,
        ranking=page.method.ranking,
        counts=page.method.counts[:-1],
        signposts=page.signposts,
        limits=Limits(float(values["coverage_min"]), float(values["relevance_min"]), int(values["rows_max"])),
    )


def _packs_on(question: Question, words: Vocabulary) -> tuple[str, ...]:
    """Packs that are about a condition of the question."""
    asked = {mention.concept.name for mention in question.conditions}
    return tuple(topic.pack for topic in words.topics if topic.condition in asked)


def _conditions_treated(question: Question, words: Vocabulary) -> tuple[str, ...]:
    if question.conditions:
        return ()
    treated = [words.treats.get(mention.concept.name, frozenset()) for mention in question.interventions]
    treated = [conditions for conditions in treated if conditions]
    return tuple(sorted(frozenset.intersection(*treated))) if treated else ()


def _signpost(key: str, parts: Parts) -> str:
    own = {"emergency": parts.settings.emergency_text, "crisis": parts.settings.crisis_text}.get(key)
    return own or SIGNPOSTS[key]
