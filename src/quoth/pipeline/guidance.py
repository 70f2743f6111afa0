"""Guidance for a question: on the condition that it names; where it names none, whatever guidance fits it.

Who has no word for what they have still gets the guideline that speaks of it: by the words of the question, by what
medicine calls them, and where an encoder is set by their meaning. Finding is all that happens here: whether a page
answers is decided by the question's own words. What only other words or the meaning found counts as a match of nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from quoth.model import ConceptKind, Design, Filters, Hit, Query, QueryClause, QueryTerm, Question, Run
from quoth.pipeline.parts import Parts
from quoth.search import (
    Hint,
    hinted,
    is_class_of_medicines,
    is_literal,
    is_of_a_vocabulary,
    medical_names,
    plan,
    retrieve,
    said_together,
)
from quoth.search.evidence_order import GUIDANCE

__all__ = ["guidance", "hints_of", "named_in_medicine", "names_condition", "spread"]

GUIDANCE_K = 12
"""So many guidelines and consensus statements are looked for by themselves.

In a large library hundreds of trials name a condition as often as its guideline does; by relevance it is not found.
"""
_WALLS = Filters(kinds=GUIDANCE)
_NAMED = 2.0
"""What medicine's name for a word counts in finding guidance, where a word as typed counts 1: guidance is written so.

On the development sets 1 finds a point less of the packs' lay words, and 4 as many (docs/decisions/0114).
"""
_HINTED = 4.0
"""What the names of a hint count in finding guidance on it: the words beside them choose among guidelines on it."""
_FOR_EACH = 2
"""Guidelines that are looked for by each hint."""
_CLASSES_MAX = 20
_WIDER = 1.0
"""What the name of a wider condition counts beside the words of the question."""


def guidance(question: Question, run: Run, parts: Parts) -> Run:
    """Guidance on the condition asked about; where there is none, what fits by its words, names or meaning.

    Args:
        question: as understood.
        run: what the question's own words found in the whole library.
        parts: whose library is searched.
    """
    if names_condition(question):
        found = retrieve(question, parts.index, k=GUIDANCE_K, filters=_WALLS, on_condition=True)
        found = found if found.hits else _on_wider(question, parts) or found
        if found.hits:
            return found
    own = retrieve(question, parts.index, k=GUIDANCE_K, filters=_WALLS)
    names = named_in_medicine(question, parts)
    found = _by_names(question, names, parts) if names else own
    reader = parts.reader
    nearest = parts.near_guidance(reader).nearest if reader else None
    if reader and nearest:
        found = reader.joined(question.as_read, found, nearest, k=GUIDANCE_K, found=run.hits)
    hints = hints_of(question, parts)
    if hints:
        found = _with_hints(found, question, hints, parts, in_turn=bool(names))
    return _as_typed(found, (*run.hits, *own.hits)) if names or hints else found


def named_in_medicine(question: Question, parts: Parts) -> tuple[QueryTerm, ...]:
    """The words of a question that guidance is looked for under other names; none where it names a condition."""
    if names_condition(question):
        return ()
    classes = (term for term in _classes(question, parts) if not is_literal(term.words, question.literal))
    return (*_by_everyday_words(question), *classes)


def hints_of(question: Question, parts: Parts) -> tuple[Hint, ...]:
    """What its words hint at one by one, where a question names no condition and no encoder looks for its meaning."""
    if names_condition(question) or (parts.reader and parts.near_guidance(parts.reader).nearest):
        return ()
    return hinted(question.as_read, question.literal)


def names_condition(question: Question) -> bool:
    """Whether guidance is looked for on a condition: one that a pack, a rule or the thread names.

    A vocabulary of everything has a heading for every other word ("burns when I go", "bend", "ache"): what it alone
    names is a word of the question like others, and does not wall off guidance that it does not name.
    """
    return any(not is_of_a_vocabulary(mention.concept) for mention in question.conditions)


def spread(question: Question, found: Run, parts: Parts) -> list[Hit]:
    """Of guidance for a question without a condition, the best on each condition, then the others.

    Which condition is meant is not known: two guidelines on the one that is spoken of most would hide all others.
    Where the question names a treatment that is used for conditions here, guidance on others comes in only if there
    is none on these, or by what medicine calls the words beside it: "physio crunched my spine" is not about knees.
    """
    records = parts.recall().records_by_id(list(dict.fromkeys(hit.record_id for hit in found.hits)))
    named = [mention.concept.name for mention in (*question.interventions, *question.comparators)]
    treated = frozenset().union(*(parts.vocabulary().treats.get(name, frozenset()) for name in named))
    about = {hit.unit_id: records[hit.record_id].conditions for hit in found.hits if hit.record_id in records}
    fitting = [hit for hit in found.hits if not treated.isdisjoint(about.get(hit.unit_id, ()))]
    if not fitting or (_by_everyday_words(question) and not names_condition(question)):
        fitting = list(found.hits)
    best: list[Hit] = []
    spoken_of: set[str] = set()
    for hit in fitting:
        conditions = about.get(hit.unit_id) or (hit.record_id,)
        if spoken_of.isdisjoint(conditions):
            best.append(hit)
        spoken_of.update(conditions)
    return [*best, *(hit for hit in fitting if hit not in best)]


def _by_everyday_words(question: Question) -> tuple[QueryTerm, ...]:
    names = (*medical_names(question.as_read), *said_together(question.as_read))
    return tuple(term for term in names if not is_literal(term.words, question.literal))


def _classes(question: Question, parts: Parts) -> Iterator[QueryTerm]:
    """Medicines with the classes that they are one of: guidelines speak of these."""
    lexicon = parts.vocabulary().lexicon
    for mention in (*question.interventions, *question.comparators):
        wider = lexicon.broader(mention.concept.name)
        names = (name for one in wider for name in (one, *lexicon.synonyms(one)))
        if any(is_class_of_medicines(one, lexicon) for one in wider):
            yield QueryTerm(mention.words, tuple(dict.fromkeys(names))[:_CLASSES_MAX])


def _on_wider(question: Question, parts: Parts) -> Run | None:
    """Guidance on what the condition is a kind of: a guideline on migraine may name no "acute attack"."""
    lexicon = parts.vocabulary().lexicon
    every = (wider for one in question.conditions for wider in lexicon.broader(one.concept.name))
    names = [name for wider in every for name in (wider, *lexicon.synonyms(wider, ConceptKind.CONDITION))]
    if not names:
        return None
    clauses = (QueryClause(tuple(dict.fromkeys(names)), _WIDER, required=True), *plan(question).clauses)
    return parts.index.search(Query(clauses, _WALLS), k=GUIDANCE_K)


def _by_names(question: Question, names: Iterable[QueryTerm], parts: Parts) -> Run:
    """Guidance by the words of the question and by what medicine calls them."""
    named = (QueryClause(term.synonyms, _NAMED) for term in names)
    return parts.index.search(Query((*plan(question).clauses, *named), _WALLS), k=GUIDANCE_K)


def _with_hints(found: Run, question: Question, hints: Sequence[Hint], parts: Parts, *, in_turn: bool) -> Run:
    """Guidance on what the words hint at, the likeliest first, and what was found without hints behind it or in turn.

    What no name found was found by the words of the question alone, and who has no name for an illness shares few with
    a guideline. A hint takes no place in what is read: what only a hint found has a score of nothing, so that it is
    read early or not at all; what was found without hints keeps its own score.
    """
    scored = {hit.unit_id: hit for hit in found.hits}
    by_hints = (hit for hint in hints for hit in _hinted_at(hint, question, parts))
    hinted_at = [scored.get(hit.unit_id, replace(hit, score=0.0)) for hit in by_hints]
    turns = zip_longest(hinted_at, found.hits) if in_turn else zip_longest((*hinted_at, *found.hits))
    every = (hit for hits in turns for hit in hits if hit is not None)
    return replace(found, hits=tuple({hit.unit_id: hit for hit in every}.values()))


def _hinted_at(hint: Hint, question: Question, parts: Parts) -> Sequence[Hit]:
    """The guidelines that speak of what is hinted at, what fits the question's words best first.

    A consensus statement is looked for where there is no guideline: a place among the first is for advice.
    """
    on_it = QueryClause(hint.names, _HINTED, required=True)
    query = Query((on_it, *plan(question).clauses), Filters(kinds=(Design.GUIDELINE,)))
    found = parts.index.search(query, k=_FOR_EACH)
    return (found if found.hits else parts.index.search(replace(query, filters=_WALLS), k=_FOR_EACH)).hits


def _as_typed(found: Run, own: Iterable[Hit]) -> Run:
    """The same hits, each with the match that the words as typed gave it; with none where they did not find it."""
    matches = {hit.unit_id: hit.match_0_1 for hit in own}
    return replace(found, hits=tuple(replace(hit, match_0_1=matches.get(hit.unit_id, 0.0)) for hit in found.hits))
