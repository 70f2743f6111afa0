"""Faults planted in citations, references and the marks that the library's notices call for."""

from dataclasses import replace

from quoth.model import (
    Design,
    FactKind,
    Fidelity,
    Figure,
    Mark,
    MarkKind,
    RetractionState,
    Standing,
    StudyFact,
)
from tests.unit.check.knee_texts import GUIDE, NARROW_TRIAL, OLDER_MARK, PROTOCOL, SUMMARY_MARK, TRIAL
from tests.unit.check.planting import (
    LIBRARY,
    PAGE,
    RETRACTED_REFERENCE,
    K,
    Planted,
    change,
    of_source,
    on,
    reference,
    same_source_twice,
    swap_references,
    told,
    told_by,
    with_mark,
    without_mark,
)

__all__ = ["PLANTED"]

PLANTED: tuple[Planted, ...] = (
    # citations and references
    Planted("a number leads nowhere", on("s6", citations=(55,)), K.CITATION_UNRESOLVED),
    Planted("a number leads to another source", on("s6", citations=(6,)), K.CITATION_WRONG),
    Planted("a second source is claimed", on("s6", citations=(5, 6)), K.CITATION_WRONG),
    Planted("a note cites what does not stand beside it", on("s4", citations=(3, 4, 7)), K.CITATION_WRONG),
    Planted("a number stands twice", on("s4", citations=(3, 4, 4)), K.CITATION_WRONG),
    Planted("references are out of reading order", swap_references, K.CITATION_WRONG),
    Planted(
        "a reference is used by nothing",
        lambda held: replace(held, references=(*held.references, LIBRARY.reference(10, PROTOCOL))),
        K.CITATION_WRONG,
    ),
    Planted("a number is missing", reference(9, number=11), K.CITATION_WRONG),
    Planted("one source has two numbers", same_source_twice, K.REFERENCE_WRONG),
    Planted("the title of a reference differs", reference(5, title="Exercise cures kneecap pain"), K.REFERENCE_WRONG),
    Planted("the year of a reference differs", reference(5, year=2024), K.REFERENCE_WRONG),
    Planted("an author is missing", reference(1, authors=("Smith A",)), K.REFERENCE_WRONG),
    Planted("the journal differs", reference(1, journal="The Lancet"), K.REFERENCE_WRONG),
    Planted(
        "the DOI is another", reference(5, ids=replace(PAGE.references[4].ids, doi="10.1000/other")), K.REFERENCE_WRONG
    ),
    Planted("the issuer of a reference differs", reference(1, issuer="NICE"), K.REFERENCE_WRONG),
    Planted("the design of a reference differs", reference(5, design=Design.META_ANALYSIS), K.REFERENCE_WRONG),
    Planted(
        "a reference is said to be quoted verbatim", reference(1, fidelities=(Fidelity.VERBATIM,)), K.REFERENCE_WRONG
    ),
    Planted("a reference is not in the library", reference(5, record_id="pmid-999"), K.SOURCE_MISSING),
    # standing
    Planted("a retracted source is not marked", change("s8", without_mark(MarkKind.RETRACTED)), K.UNMARKED_RETRACTION),
    Planted("a retracted reference is not marked", reference(6, marks=()), K.UNMARKED_RETRACTION),
    Planted(
        "a retracted reference is said to stand",
        reference(6, standing=replace(RETRACTED_REFERENCE.standing, retraction=RetractionState.NO)),
        K.UNMARKED_RETRACTION,
    ),
    Planted("a retracted reference is said to be unchecked", reference(6, standing=Standing()), K.UNMARKED_RETRACTION),
    Planted(
        "a check is claimed that was not made",
        reference(1, standing=Standing(RetractionState.NO, "2026-08-15")),
        K.REFERENCE_WRONG,
    ),
    Planted(
        "the check has another date",
        reference(5, standing=Standing(RetractionState.NO, "2026-11-23")),
        K.REFERENCE_WRONG,
    ),
    Planted("the notices are not shown", reference(4, standing=Standing()), K.REFERENCE_WRONG),
    Planted(
        "a successor is invented",
        reference(4, standing=replace(PAGE.references[3].standing, superseded_by=TRIAL)),
        K.REFERENCE_WRONG,
    ),
    Planted(
        "a superseded source is not marked", change("s5", without_mark(MarkKind.SUPERSEDED)), K.UNMARKED_SUPERSEDED
    ),
    Planted(
        "a superseded reference is not marked", reference(4, marks=PAGE.references[3].marks[1:]), K.UNMARKED_SUPERSEDED
    ),
    Planted("a sound source is called retracted", change("s6", with_mark(MarkKind.RETRACTED)), K.MARK_UNTRUE),
    Planted(
        "a sound reference is called superseded", reference(5, marks=(Mark(MarkKind.SUPERSEDED, "x"),)), K.MARK_UNTRUE
    ),
    Planted(
        "the retraction is given another date",
        change(
            "s8", lambda s: with_mark(MarkKind.RETRACTED, "Retraction on 2017")(without_mark(MarkKind.RETRACTED)(s))
        ),
        K.MARK_UNTRUE,
    ),
    Planted("a known year is called unknown", change("s6", with_mark(MarkKind.YEAR_UNKNOWN)), K.MARK_UNTRUE),
    Planted("a quotation is called a summary", change("s6", with_mark(MarkKind.SUMMARY)), K.MARK_UNTRUE),
    Planted("a doubt is invented", change("s6", with_mark(MarkKind.DOUBT, "Take it with salt.")), K.MARK_UNTRUE),
    Planted("a stated design is called inferred", change("s6", with_mark(MarkKind.DESIGN_INFERRED)), K.MARK_UNTRUE),
    # directness and age
    Planted(
        "what is filed as indirect is not marked", change("s9", without_mark(MarkKind.INDIRECT)), K.UNMARKED_INDIRECT
    ),
    Planted("an indirect reference is not marked", reference(7, marks=()), K.UNMARKED_INDIRECT),
    Planted("another condition is not marked", change("s10", without_mark(MarkKind.INDIRECT)), K.UNMARKED_INDIRECT),
    Planted(
        "another condition is passed off as direct",
        change(
            "s10",
            lambda s: replace(without_mark(MarkKind.INDIRECT)(s), directness=PAGE.research[0].statements[1].directness),
        ),
        K.UNMARKED_INDIRECT,
    ),
    Planted("older evidence is not marked", change("s8", without_mark(MarkKind.OLDER_THAN_GUIDELINE)), K.UNMARKED_AGE),
    Planted("newer evidence is not marked", change("s7", without_mark(MarkKind.NEWER_THAN_GUIDELINE)), K.UNMARKED_AGE),
    Planted("newer evidence is called older", change("s7", lambda s: replace(s, marks=(OLDER_MARK,))), K.MARK_UNTRUE),
    # words of marks
    Planted(
        "a summary's mark praises it",
        change(
            "s5", lambda s: with_mark(MarkKind.SUMMARY, "As good as a quotation.")(without_mark(MarkKind.SUMMARY)(s))
        ),
        K.WORDING_NOT_OURS,
    ),
    Planted(
        "an unknown year is played down",
        change("s5", lambda s: with_mark(MarkKind.YEAR_UNKNOWN, "Recent.")(without_mark(MarkKind.YEAR_UNKNOWN)(s))),
        K.WORDING_NOT_OURS,
    ),
    Planted(
        "older evidence is told to be of another year",
        change(
            "s8", lambda s: replace(s, marks=(s.marks[0], Mark(OLDER_MARK.kind, "2020, before the guidance of 2021")))
        ),
        K.MARK_UNTRUE,
    ),
    Planted("a warning is worn twice", change("s8", lambda s: replace(s, marks=(*s.marks, s.marks[0]))), K.MARK_UNTRUE),
    # order
    Planted(
        "a retracted report stands before one that stands",
        lambda held: replace(
            held, research=(replace(held.research[0], more=held.research[0].more[::-1]), *held.research[1:])
        ),
        K.ORDER_WRONG,
    ),
    Planted(
        "a superseded review stands before a trial",
        lambda held: replace(
            held, research=(replace(held.research[0], statements=held.research[0].statements[::-1]), *held.research[1:])
        ),
        K.ORDER_WRONG,
    ),
    Planted(
        "actions are shuffled",
        lambda held: replace(held, actions=(held.actions[2], held.actions[0], held.actions[2], held.actions[1])),
        K.ORDER_WRONG,
    ),
    # fidelity
    Planted("a summary is shown as a quotation", on("s1", fidelity=Fidelity.VERBATIM), K.SUMMARY_AS_QUOTE),
    Planted("a summary has lost its label", change("s5", without_mark(MarkKind.SUMMARY)), K.SUMMARY_AS_QUOTE),
    Planted("a quotation is shown as a summary", on("s6", fidelity=Fidelity.SUMMARY), K.FACT_WRONG),
    # doubts
    Planted("a doubt about the record is dropped", on("s2", marks=(SUMMARY_MARK,)), K.DOUBT_DROPPED),
    Planted(
        "a doubt about the statement is dropped", change("s1", lambda s: replace(s, marks=s.marks[:2])), K.DOUBT_DROPPED
    ),
    Planted("a doubt is dropped from the reference", reference(1, marks=()), K.DOUBT_DROPPED),
    Planted(
        "an unverified title is not marked", change("s5", without_mark(MarkKind.TITLE_UNVERIFIED)), K.DOUBT_DROPPED
    ),
    Planted("an unknown year is not marked", change("s5", without_mark(MarkKind.YEAR_UNKNOWN)), K.DOUBT_DROPPED),
    # what a study says of itself
    Planted("a level is another design's", of_source(5, level=1), K.FACT_WRONG),
    Planted(
        "a fact's words are not the source's", of_source(5, facts=(told("We randomised 1,204 women"),)), K.TEXT_CHANGED
    ),
    Planted("a fact is cut inside a number", of_source(5, facts=(told(stop=3),)), K.NUMBER_CUT),
    Planted("a fact is cut inside a word", of_source(5, facts=(told(stop=-1),)), K.SENTENCE_CUT),
    Planted("a fact has another hash", of_source(5, facts=(told(sha256="0" * 64),)), K.HASH_WRONG),
    Planted(
        "a fact is shown in other words", of_source(5, facts=(replace(told(), words="4,000 adults"),)), K.FACT_WRONG
    ),
    Planted("a fact is another study's", of_source(5, facts=(told_by(NARROW_TRIAL),)), K.QUALIFIER_WRONG),
    Planted("a fact is a summary's", of_source(1, facts=(told_by(GUIDE),)), K.SUMMARY_AS_QUOTE),
    Planted("a fact is on something else", of_source(5, facts=(replace(told(), kind=FactKind.FUNDING),)), K.FACT_WRONG),
    Planted("a fact's text is not here", of_source(5, facts=(told(rendition_id="abstract-none"),)), K.SOURCE_MISSING),
    Planted(
        "a grant that the catalogue does not have",
        of_source(5, facts=(StudyFact(FactKind.FUNDING, "Grant 7 of Acme"),)),
        K.FACT_WRONG,
    ),
    Planted(
        "a smallest difference without its number", of_source(5, facts=(told(kind=FactKind.DIFFERENCE),)), K.FACT_WRONG
    ),
    Planted(
        "a fact with a number that its words do not say",
        of_source(5, facts=(replace(told(), figure=Figure(0, 5, value=12.0)),)),
        K.FACT_WRONG,
    ),
    Planted("facts are not in order", of_source(5, facts=(told(kind=FactKind.BIAS), told())), K.FACT_WRONG),
    Planted("too many facts of a kind", of_source(5, facts=(told(),) * 5), K.FACT_WRONG),
)
