"""From a question that was understood to a page that the checker has passed, alike for readers and for editors."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from quoth.answer import Ground, Limits, write
from quoth.errors import NotFound
from quoth.evidence import assess, nearest_advice, study_facts
from quoth.model import (
    SIGNPOSTS,
    Abstention,
    Answer,
    Candidate,
    EverydayCheck,
    EvidenceTable,
    Manifest,
    NearFinding,
    Question,
    Reason,
    Role,
    Run,
    Suggestion,
    Verdict,
    phrase,
)
from quoth.pipeline.edits import NO_EDITS, Edits, added_candidates, edited
from quoth.pipeline.nearest_sources import hangs_on_strange_words, nearest_sources
from quoth.pipeline.parts import Parts
from quoth.pipeline.ranking import how_ranked, ranked, topics_near
from quoth.pipeline.reading import candidates
from quoth.pipeline.sound_advice import with_sound_advice
from quoth.pipeline.two_readings import names_used
from quoth.pipeline.used_elsewhere import inferred_by_use, is_used_elsewhere
from quoth.pipeline.vocabulary import Vocabulary
from quoth.search import other_names, plain_words, plan, strategy, understand, uses_of
from quoth.text.nearest import did_you_mean

__all__ = ["Composed", "Outcome", "Told", "compose", "nobody_watches", "topic_question", "understood"]

FACTS_OF_A_KIND = 2
"""That a page tells of a study; the source's own page tells more."""

Told = Callable[[str, int], None]
"""Is told the name of a step that is done, and a count."""


def nobody_watches(step: str, count: int) -> None:
    """For those who do not watch."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A page and what the checker said of it."""

    page: Answer | Abstention
    verdict: Verdict
    checks: Mapping[str, EverydayCheck] = field(default_factory=dict)
    """Who signed the everyday words of a statement, by statement id. No part of the page: it changes without it."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A page, and what it was made from."""

    outcome: Outcome
    table: EvidenceTable
    """Before the editors' rows were taken out."""
    considered: tuple[str, ...]
    """Ids of the records that were read."""


def compose(
    question: Question, parts: Parts, *, question_chars: int = 0, edits: Edits = NO_EDITS, step: Told = nobody_watches
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
    recall = parts.recall()
    # What is found by words of talk alone is for who leafs through a library: it answers nothing, nor comes near.
    read = candidates(run, recall, packs=_packs_on(question, words)) if question.terms else ()
    found = (*added_candidates(edits, parts), *read)
    step("read", len(found))
    whole = assess(
        question,
        found,
        words.lexicon,
        parts.roles,
        passages_of=recall.passages,
        names=other_names(question.as_read),
        plain=plain_words(question.as_read),
        near=partial(parts.reader.nearness, question.as_read) if parts.reader else None,
    )
    table = edited(whole, edits)
    ground = _ground(question_chars or len(question.text), question, run, len(found), parts, words)
    page = write(question, table, ground)
    if isinstance(page, Abstention):
        page = replace(page, nearest=nearest_sources(question, found, whole.near))
        step("written", 0)
        near = _near_advice(page, whole, found, words, parts)
        outcome = Outcome(*with_sound_advice(page, near, parts.checker().verify))
    else:
        step("written", len(page.statements()))
        outcome = _checked(page, question, table, parts)
    return Composed(outcome, whole, tuple(dict.fromkeys(candidate.record.id for candidate in found)))


def _near_advice(
    page: Abstention, table: EvidenceTable, found: Sequence[Candidate], words: Vocabulary, parts: Parts
) -> Iterator[NearFinding]:
    """What comes nearest of a table that answers nothing."""
    question = page.question
    strange = not question.conditions and hangs_on_strange_words(question)
    return nearest_advice(
        question,
        table,
        found,
        words.lexicon,
        parts.roles,
        passages_of=parts.recall().passages,
        names=other_names(question.as_read),
        plain=plain_words(question.as_read),
        strange=strange or page.reason is Reason.NO_CONDITION,
    )


def understood(
    text: str,
    parts: Parts,
    *,
    previous: Question | None = None,
    role: Role = Role.ANYONE,
    literal: Sequence[str] = (),
    guess: bool = False,
) -> Question:
    """The question as this library's words understand it; nothing is searched. Arguments as `ask` has them.

    With `guess`, a condition that is not named and that all the words together make likely is read as well.
    """
    words = parts.vocabulary()

    def read(treats: Mapping[str, frozenset[str]]) -> Question:
        return understand(
            text[: parts.settings.question_max_chars],
            words.lexicon,
            frequency=parts.index.document_frequency,
            n_units=len(parts.index),
            previous=previous,
            role=role,
            treats=treats,
            literal=literal,
            guess=guess,
        )

    question = read(words.treats)
    if inferred_by_use(question) and is_used_elsewhere(question, parts):
        named = {mention.concept.name for mention in (*question.interventions, *question.comparators)}
        return read({name: of for name, of in words.treats.items() if name not in named})
    return question


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
    known = [topic.pack for topic in words.topics]
    meant = did_you_mean(pack, known)
    raise NotFound(f"No topic {pack!r} in this library.{meant} Topics: {', '.join(known) or 'none'}.")


def _checked(page: Answer, question: Question, table: EvidenceTable, parts: Parts) -> Outcome:
    """The page if it passes; else without the rows at fault and what studies say of themselves; else a refusal."""
    verdict = parts.checker().verify(page)
    if verdict.passed:
        return Outcome(page, verdict)
    faulty = {fault.statement_id for fault in verdict.faults}
    spans = {statement.quote.span for statement in page.statements() if statement.id in faulty}
    left = replace(table, findings=tuple(f for f in table.findings if f.quote.span not in spans))
    of_a_study = any(fault.statement_id.startswith("[") for fault in verdict.faults)
    if of_a_study or (spans and len(left.findings) < len(table.findings)):
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
    line, factors = how_ranked(question, parts)
    return Ground(
        answer_id=parts.new_id(),
        manifest=_manifest(question, parts),
        ranked=line,
        read_as=tuple((term.words, term.synonyms) for term in names_used(question, parts)),
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
        conditions_of_any=_conditions_of_any(question, words),
        starters=tuple(
            Suggestion(topic.title, topic.question) for topic in topics_near(question, run, parts) if topic.question
        ),
        signposts=tuple(_signpost(key, parts) for key in question.emergency),
        limits=Limits(settings.coverage_min, settings.relevance_min, settings.rows_max, settings.question_max_chars),
        study_of=partial(study_facts, each=FACTS_OF_A_KIND),
    )


def _manifest(question: Question, parts: Parts) -> Manifest:
    made = parts.manifest()
    taken = (("taken literally", "; ".join(question.literal)),) if question.literal else ()
    return replace(made, settings=(*made.settings, *taken))


def _ground_again(page: Answer) -> Ground:
    values = dict(page.manifest.settings)
    return Ground(
        answer_id=page.id,
        manifest=page.manifest,
        n_records=1,
        strategy=page.method.strategy,
        ranked=page.method.ranked,
        ranking=page.method.ranking,
        read_as=page.method.read_as,
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
    treated = _treated_by_words(question, words)
    return tuple(sorted(frozenset.intersection(*treated))) if treated else ()


def _conditions_of_any(question: Question, words: Vocabulary) -> tuple[str, ...]:
    """The fewest that one of the named things is used for stand first: they say most of what is meant."""
    treated = () if question.conditions else _treated_by_words(question, words)
    return tuple(dict.fromkeys(name for names in sorted(treated, key=len) for name in sorted(names)))


def _treated_by_words(question: Question, words: Vocabulary) -> list[frozenset[str]]:
    """By named thing, the conditions that the packs use it for; none for what they use for nothing."""
    by_words: dict[str, set[str]] = {}  # one word may name things of several packs: "exercise"
    for mention in (*question.interventions, *question.comparators):
        by_words.setdefault(mention.words.casefold(), set()).update(
            uses_of(mention.concept.name, words.treats, words.lexicon)
        )
    return [frozenset(conditions) for conditions in by_words.values() if conditions]


def _signpost(key: str, parts: Parts) -> str:
    own = {"emergency": parts.settings.emergency_text, "crisis": parts.settings.crisis_text}.get(key)
    return own or SIGNPOSTS[key]
