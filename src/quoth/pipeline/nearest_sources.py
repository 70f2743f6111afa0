"""Which sources a refusal names as coming near: a way on to read oneself, and no answer.

Guidance that the search brought and that was not seen to answer may still hold what the reader is after, in words that
the question does not use. A source is named only where it speaks of what was named: of the condition, else of the
treatment; where neither is known, where the search found much of the question in it. Where no condition is known and
words that nobody here knows make up a third of the question, it hangs on these: what shares the others is on something
else, and is not named ("leprosy drugs"; docs/decisions/0153). The advice that came nearest to an answer, of each
guideline the best, stands first: of what it lacks, some may only be other words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quoth.model import Candidate, Concept, Design, Extent, Form, NearSource, Question
from quoth.text import match_line

__all__ = ["hangs_on_strange_words", "nearest_sources"]

NEAREST_MAX = 5
MUCH_0_1 = 0.3
"""Of a full match, where nothing known is named; what shares a word or two with a long question comes near nothing."""
NEAR_THE_BEST = 0.6
"""Of the score of the best, in that case."""
_TIMES_KNOWN = 2.0
"""What is known has to outweigh what is not so many times; see docs/decisions/0153 for the questions it was set by."""


def nearest_sources(
    question: Question, found: Sequence[Candidate], advice: Sequence[Candidate] = ()
) -> tuple[NearSource, ...]:
    """Up to five sources that stand and come near, each once: by their advice, then in the order of the search."""
    first: dict[str, Candidate] = {}
    for candidate in (*filter(_may_be_shown, advice), *_near(question, found)):
        first.setdefault(candidate.record.id, candidate)
        if len(first) == NEAREST_MAX:
            break
    return tuple(_named(candidate) for candidate in first.values())


def _named(candidate: Candidate) -> NearSource:
    """The source, with the part of it that the search hit."""
    record, text = candidate.record, candidate.rendition
    source = NearSource(record.id, record.title, record.issuer, record.journal, record.published.year)
    part = next((one for one in text.sections if one.start <= candidate.start < one.end and one.heading), None)
    if part is None or text.form is Form.PACK:  # the headings of a pack are ours
        return source
    place = Extent(candidate.start, candidate.end)
    return replace(source, section=(*part.path, part.heading), rendition_id=text.id, place=place)


def _near(question: Question, found: Sequence[Candidate]) -> Iterator[Candidate]:
    shown = [one for one in sorted(found, key=lambda one: one.rank) if _may_be_shown(one)]
    conditions = [mention.concept for mention in question.conditions]
    treatments = [mention.concept for mention in (*question.interventions, *question.comparators)]
    if not conditions and hangs_on_strange_words(question):
        return
    named = conditions or treatments
    if named:
        yield from (one for one in shown if any(_speaks_of(concept, one) for concept in named))
        return
    best = max((one.score for one in shown), default=0.0)
    yield from (one for one in shown if (one.match_0_1 or 0) >= MUCH_0_1 and one.score >= NEAR_THE_BEST * best)


def hangs_on_strange_words(question: Question) -> bool:
    """Whether words that nobody here knows carry a third of a question; a known word counts by its rarity."""
    known = sum(term.rarity for term in question.terms if term.words not in question.unknown)
    return bool(question.unknown) and known <= _TIMES_KNOWN * len(question.unknown)


def _may_be_shown(candidate: Candidate) -> bool:
    """Whether it stands, is about people, and is a source and not an editor's note on sources."""
    record = candidate.record
    return candidate.standing.usable and record.design is not Design.NOTE and record.indirect is None


def _speaks_of(concept: Concept, candidate: Candidate) -> bool:
    """Whether the record is filed under a concept, or its title or the text that was hit says one of its names."""
    if concept.name in candidate.record.conditions:
        return True
    said = match_line(f"{candidate.record.title}\n{candidate.rendition.text[candidate.start : candidate.end]}")
    return any(match_line(name) in said for name in (concept.name, *concept.lay, *concept.clinical))
