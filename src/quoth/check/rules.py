"""All rules in one table, each with the promise of the page that it keeps and the faults that it can find."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quoth.check import (
    annotated,
    asks,
    beside,
    certainty,
    citations,
    comparable,
    designs,
    differences,
    directions,
    directness,
    doubts,
    emphasis,
    facts,
    findings,
    found,
    guiding,
    headings,
    illnesses,
    leading,
    licences,
    mark_words,
    marks,
    method,
    near,
    near_advice,
    neighbours,
    notes,
    omissions,
    order,
    places,
    placing,
    qualifiers,
    quotes,
    structure,
    studies,
    surroundings,
    told_once,
    topics,
    understood,
    whose_advice,
    wording,
    written,
)
from quoth.check.context import Ctx
from quoth.model import Fault, FaultKind

__all__ = ["RULES", "Rule"]

UNCITED = "Nothing uncited"
UNCUT = "Nothing cut loose"
AVERAGED = "Disagreement is shown, not averaged"
UNKNOWN = "Not knowing is an answer"
RANKED = "Strongest and newest first, and it says so"
WORDING = "The reader's role never changes the wording; connecting words are the bank's"
SUMMARY = "A summary is never shown as a quotation"
REVIEWED = "What the banner says never contradicts the status"
A_GUEST = "A language model is a guest"
NO_ADVICE = "No recommendation is made out of a trial"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it looks for, for which promise, and the kinds of fault that it can name."""

    find: Callable[[Ctx], Iterator[Fault]]
    promise: str
    kinds: tuple[FaultKind, ...]


K = FaultKind
RULES: tuple[Rule, ...] = (
    Rule(quotes.exact_words, UNCITED, (K.SOURCE_MISSING, K.TEXT_CHANGED, K.HASH_WRONG, K.TEXT_OUTDATED)),
    Rule(quotes.boundaries, UNCUT, (K.NUMBER_CUT, K.SENTENCE_CUT)),
    Rule(quotes.sentences_whole, UNCUT, (K.SENTENCE_CUT,)),
    Rule(licences.within_licence, UNCITED, (K.QUOTED_TOO_MUCH,)),
    Rule(qualifiers.annotated_qualifiers, UNCUT, (K.QUALIFIER_CUT,)),
    Rule(qualifiers.own_qualifiers, UNCUT, (K.QUALIFIER_WRONG,)),
    Rule(qualifiers.own_study, UNCUT, (K.QUALIFIER_WRONG,)),
    Rule(beside.beside, UNCUT, (K.QUALIFIER_WRONG,)),
    Rule(neighbours.neighbours, UNCUT, (K.QUALIFIER_CUT,)),
    Rule(surroundings.surroundings, UNCUT, (K.QUALIFIER_CUT,)),
    Rule(told_once.told_once, UNCUT, (K.QUALIFIER_CUT,)),
    Rule(citations.resolution, UNCITED, (K.CITATION_UNRESOLVED, K.CITATION_WRONG)),
    Rule(citations.numbering, UNCITED, (K.CITATION_WRONG, K.REFERENCE_WRONG)),
    Rule(citations.catalogue_facts, UNCITED, (K.REFERENCE_WRONG, K.SOURCE_MISSING)),
    Rule(marks.standing_of_statements, RANKED, (K.UNMARKED_RETRACTION, K.UNMARKED_SUPERSEDED, K.DOUBT_DROPPED)),
    Rule(
        marks.standing_of_references,
        RANKED,
        (K.UNMARKED_RETRACTION, K.UNMARKED_SUPERSEDED, K.DOUBT_DROPPED, K.REFERENCE_WRONG),
    ),
    Rule(directness.directness, RANKED, (K.UNMARKED_INDIRECT,)),
    Rule(order.order, RANKED, (K.ORDER_WRONG,)),
    Rule(directness.age, RANKED, (K.UNMARKED_AGE, K.MARK_UNTRUE)),
    Rule(emphasis.emphasis, RANKED, (K.UNMARKED_SUBGROUP, K.UNMARKED_SPIN, K.MARK_UNTRUE, K.WORDING_NOT_OURS)),
    Rule(doubts.fidelity, SUMMARY, (K.SUMMARY_AS_QUOTE, K.FACT_WRONG)),
    Rule(doubts.doubts, UNKNOWN, (K.DOUBT_DROPPED,)),
    Rule(marks.true_marks, UNKNOWN, (K.MARK_UNTRUE,)),
    Rule(findings.finding_not_preamble, UNCITED, (K.NOT_A_FINDING,)),
    Rule(findings.finding_not_plan, NO_ADVICE, (K.NOT_A_FINDING,)),
    Rule(findings.finding_tells_an_effect, NO_ADVICE, (K.NOT_A_FINDING,)),
    Rule(found.found, NO_ADVICE, (K.NOT_A_FINDING,)),
    Rule(findings.recommendation_from_guidance, NO_ADVICE, (K.NOT_A_FINDING,)),
    Rule(whose_advice.whose_advice, NO_ADVICE, (K.NOT_A_FINDING,)),
    Rule(places.advises_where_it_stands, NO_ADVICE, (K.NOT_A_FINDING,)),
    Rule(asks.advice_asks, NO_ADVICE, (K.NOT_A_FINDING,)),
    Rule(guiding.guidance_guides, NO_ADVICE, (K.NOT_A_FINDING,)),
    Rule(facts.record_facts, UNCITED, (K.FACT_WRONG,)),
    Rule(facts.size, UNCITED, (K.FACT_WRONG,)),
    Rule(studies.levels, RANKED, (K.FACT_WRONG,)),
    Rule(
        studies.told_of_studies,
        UNCITED,
        (
            K.FACT_WRONG,
            K.SOURCE_MISSING,
            K.TEXT_CHANGED,
            K.HASH_WRONG,
            K.NUMBER_CUT,
            K.SENTENCE_CUT,
            K.QUALIFIER_WRONG,
            K.SUMMARY_AS_QUOTE,
        ),
    ),
    Rule(facts.actions, UNCITED, (K.FACT_WRONG,)),
    Rule(asks.asked_for, UNCITED, (K.FACT_WRONG,)),
    Rule(annotated.as_annotated, UNCITED, (K.FACT_WRONG,)),
    Rule(designs.designs, RANKED, (K.FACT_WRONG, K.DOUBT_DROPPED)),
    Rule(directions.directions, UNCITED, (K.FACT_WRONG,)),
    Rule(facts.figures_in_quote, UNCITED, (K.FACT_WRONG,)),
    Rule(facts.outcomes_named, UNCITED, (K.FACT_WRONG,)),
    Rule(comparable.sets_hold_their_rows, AVERAGED, (K.FACT_WRONG, K.STRUCTURE)),
    Rule(differences.said_to_differ, AVERAGED, (K.FACT_WRONG,)),
    Rule(certainty.provisional, UNKNOWN, (K.FACT_WRONG, K.WORDING_NOT_OURS)),
    Rule(facts.plain_wording, WORDING, (K.WORDING_NOT_OURS,)),
    Rule(mark_words.mark_words, WORDING, (K.WORDING_NOT_OURS, K.MARK_UNTRUE)),
    Rule(wording.indirect_marks, WORDING, (K.WORDING_NOT_OURS,)),
    Rule(wording.connecting_words, WORDING, (K.WORDING_NOT_OURS,)),
    Rule(wording.signposts, WORDING, (K.WORDING_NOT_OURS, K.STRUCTURE)),
    Rule(wording.suggestions, WORDING, (K.WORDING_NOT_OURS,)),
    Rule(headings.headings, WORDING, (K.WORDING_NOT_OURS,)),
    Rule(headings.own_treatments, UNCITED, (K.FACT_WRONG,)),
    Rule(written.written_sentences, A_GUEST, (K.NOT_BORNE,)),
    Rule(written.choices, A_GUEST, (K.STRUCTURE,)),
    Rule(written.guest_line, A_GUEST, (K.WORDING_NOT_OURS,)),
    Rule(structure.ids, UNCITED, (K.STRUCTURE,)),
    Rule(structure.layers, UNKNOWN, (K.STRUCTURE,)),
    Rule(structure.bottom_line, RANKED, (K.STRUCTURE,)),
    Rule(placing.once_each, UNCITED, (K.STRUCTURE,)),
    Rule(placing.guidance_apart, RANKED, (K.STRUCTURE,)),
    Rule(placing.leads_truly, UNKNOWN, (K.STRUCTURE,)),
    Rule(leading.leads_for_whom_it_is_meant, RANKED, (K.UNMARKED_INDIRECT,)),
    Rule(leading.leads_for_the_risk_asked_about, RANKED, (K.UNMARKED_INDIRECT,)),
    Rule(topics.guideline_is_on_it, RANKED, (K.STRUCTURE, K.UNMARKED_INDIRECT)),
    Rule(illnesses.leads_speak_of_the_illness, RANKED, (K.UNMARKED_INDIRECT,)),
    Rule(placing.nothing_hidden, AVERAGED, (K.STRUCTURE,)),
    Rule(notes.notes, UNKNOWN, (K.WORDING_NOT_OURS, K.STRUCTURE)),
    Rule(omissions.sides_listed, UNKNOWN, (K.STRUCTURE,)),
    Rule(omissions.newer_listed, RANKED, (K.STRUCTURE,)),
    Rule(omissions.readings_told, UNKNOWN, (K.STRUCTURE,)),
    Rule(understood.read_from_the_question, UNKNOWN, (K.FACT_WRONG,)),
    Rule(method.counted, UNKNOWN, (K.WORDING_NOT_OURS, K.STRUCTURE)),
    Rule(method.left_out, UNKNOWN, (K.SOURCE_MISSING, K.REFERENCE_WRONG, K.WORDING_NOT_OURS, K.STRUCTURE)),
    Rule(near.near_sources, UNKNOWN, (K.SOURCE_MISSING, K.REFERENCE_WRONG, K.UNMARKED_RETRACTION, K.STRUCTURE)),
    Rule(
        near_advice.near_advice,
        UNKNOWN,
        (
            K.STRUCTURE,
            K.NOT_A_FINDING,
            K.UNMARKED_RETRACTION,
            K.WORDING_NOT_OURS,
            K.MARK_UNTRUE,
            K.DOUBT_DROPPED,
        ),
    ),
    Rule(structure.review, REVIEWED, (K.STRUCTURE,)),
)
