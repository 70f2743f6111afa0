"""Faults planted in the furniture of a page: its own words, and what stands where."""

from collections.abc import Callable
from dataclasses import replace

from quoth.model import (
    Abstention,
    Action,
    Answer,
    BottomLine,
    Concept,
    ConceptKind,
    Design,
    Directness,
    Exclusion,
    Extent,
    Facet,
    Figure,
    FindingKind,
    Mention,
    NearAdvice,
    NearSource,
    Qualifier,
    QualifierKind,
    QueryTerm,
    QuestionKind,
    Reason,
    RecordId,
    ResearchGroup,
    ReviewLine,
    ReviewStatus,
    Statement,
    Suggestion,
    phrase,
)
from tests.unit.check.knee_texts import CONDITION, PROTOCOL, RETRACTED, TRIAL
from tests.unit.check.planting import LIBRARY, K, Planted, everywhere, lead, on, page, row

__all__ = ["PLANTED"]


def counting(*counts: tuple[str, int]) -> Callable[[Answer], Answer]:
    """The page with other counts in its method."""
    return lambda held: replace(held, method=replace(held.method, counts=counts))


def leaving_out(record_id: str, title: str, reason: str = "about hips") -> Callable[[Answer], Answer]:
    """The page with a source that it says was left out."""
    one = Exclusion(record_id, title, reason)
    return lambda held: replace(held, method=replace(held.method, exclusions=(one,)))


def refusing(*records: str, **changed: object) -> Callable[[Answer], Abstention]:
    """A refusal instead of the page, that names these sources as coming near, each with the same things changed."""

    def plant(held: Answer) -> Abstention:
        held_records = [LIBRARY.records[RecordId(name)] for name in records]
        near = [NearSource(one.id, one.title, one.issuer, one.journal, one.published.year) for one in held_records]
        told = tuple(replace(one, **changed) for one in near)  # type: ignore[arg-type]
        explanation = phrase("why.no_direct")
        return Abstention(held.id, held.question, Reason.NO_DIRECT_EVIDENCE, explanation, nearest=told)

    return plant


def advising(
    *,
    asked: tuple[str, ...] = (),
    lacks: tuple[str, ...] = (),
    unknown: tuple[str, ...] = (),
    more: int = 0,
    **changed: object,
) -> Callable[[Answer], Abstention]:
    """A refusal instead of the page, that quotes its leading advice as coming near, with something about it changed."""

    def plant(held: Answer) -> Abstention:
        words = (*asked, *unknown)
        terms = (*held.question.terms, *map(QueryTerm, words))
        question = replace(held.question, text=" ".join((held.question.text, *words)), terms=terms, unknown=unknown)
        as_near = {"directness": Directness.UNKNOWN, **changed}
        near = replace(held.bottom_line.statements[0], **as_near)  # type: ignore[arg-type]
        advice = NearAdvice(near, lacks)
        return Abstention(
            held.id,
            question,
            Reason.NO_DIRECT_EVIDENCE,
            phrase("why.no_direct"),
            advice=(advice,) * (1 + more),
            references=tuple(one for one in held.references if one.number in near.citations),
        )

    return plant


def advice_of_the_retracted(held: Answer) -> Abstention:
    """Near advice that is said to be of a report that was retracted."""
    quote = held.bottom_line.statements[0].quote
    return advising(quote=replace(quote, span=replace(quote.span, record_id=RecordId(RETRACTED))))(held)


def leading_whom_it_leaves_out(held: Answer) -> Answer:
    """A question on swollen knees, led by advice for knees that are not swollen."""
    terms = (*held.question.terms, QueryTerm("swelling"))
    asked = replace(held.question, text=f"{held.question.text} With swelling?", terms=terms)

    def bounded(statement: Statement) -> Statement:
        kept = [one for one in statement.qualifiers if one.kind is not QualifierKind.CONDITION]
        quote = replace(statement.qualifiers[0].quote, text="knees other than those with swelling")
        return replace(statement, qualifiers=(*kept, Qualifier(QualifierKind.CONDITION, quote)))

    return everywhere(replace(held, question=asked), held.bottom_line.statements[0].id, bounded)


def leading_at_another_risk(held: Answer) -> Answer:
    """A question on knees at average risk, led by advice for people at increased risk."""
    asked = replace(held.question, text="Does exercise help knees at average risk?")

    def bounded(statement: Statement) -> Statement:
        quote = replace(statement.qualifiers[0].quote, text="people at increased risk")
        return replace(statement, qualifiers=(*statement.qualifiers, Qualifier(QualifierKind.POPULATION, quote)))

    return everywhere(replace(held, question=asked), held.bottom_line.statements[0].id, bounded)


def asked_of_another_illness(held: Answer) -> Answer:
    """A page on the knee under a question on an illness that no pack knows, and of which no row speaks."""
    return replace(held, question=replace(held.question, text="Exercise therapy in asthma?", conditions=()))


def led_as_a_topic(*words: str, **changed: object) -> Callable[[Answer], Answer]:
    """The page under a question of these words alone, led as by a guideline that is on just that."""

    def plant(held: Answer) -> Answer:
        bare = replace(
            held.question, text=" ".join(words), conditions=(), interventions=(), comparators=(), outcomes=()
        )
        asked = replace(bare, terms=tuple(map(QueryTerm, words)), facets=(), populations=(), unknown=())
        line = replace(held.bottom_line, lead=phrase("lead.topic"))
        return replace(held, question=replace(asked, **changed), bottom_line=line)  # type: ignore[arg-type]

    return plant


GOUTY = Mention(Concept("people with gout", ConceptKind.POPULATION, lay=("gout",)), "gout", 0, 4)
PLANTED: tuple[Planted, ...] = (
    Planted(
        "led as a topic, and a side of it is asked for", led_as_a_topic("exercise", facets=(Facet.HARMS,)), K.STRUCTURE
    ),
    Planted("led as a topic that the title does not say", led_as_a_topic("asthma"), K.UNMARKED_INDIRECT),
    Planted(
        "led as a topic by people alone whom the title does not name",
        led_as_a_topic("gout", populations=(GOUTY,), facets=(Facet.HARMS,)),
        K.UNMARKED_INDIRECT,
    ),
    Planted(
        "led as on finding out by a guideline on treatment",
        led_as_a_topic("exercise", kind=QuestionKind.DIAGNOSIS, facets=(Facet.DIAGNOSIS,)),
        K.UNMARKED_INDIRECT,
    ),
    Planted("what leads is on another illness", asked_of_another_illness, K.UNMARKED_INDIRECT),
    Planted("what leads leaves out the case asked about", leading_whom_it_leaves_out, K.UNMARKED_INDIRECT),
    Planted("what leads is for people at another risk", leading_at_another_risk, K.UNMARKED_INDIRECT),
    # sources near a question that is not answered
    Planted("a near source is in no library", refusing(TRIAL, record_id="pmid-0"), K.SOURCE_MISSING),
    Planted("a near source has another title", refusing(TRIAL, title="Exercise cures knees"), K.REFERENCE_WRONG),
    Planted("a near source is made newer", refusing(TRIAL, year=2026), K.REFERENCE_WRONG),
    Planted("a near source has a part that it has not", refusing(TRIAL, section=("Dose",)), K.REFERENCE_WRONG),
    Planted("a near source was retracted", refusing(RETRACTED), K.UNMARKED_RETRACTION),
    Planted("a near source is named twice", refusing(TRIAL, TRIAL), K.STRUCTURE),
    # advice near a question that is not answered
    Planted("near advice is called direct", advising(directness=Directness.DIRECT), K.STRUCTURE),
    Planted("a result is near advice", advising(kind=FindingKind.RESULT), K.NOT_A_FINDING),
    Planted("more comes near than may stand there", advising(more=3), K.STRUCTURE),
    Planted(
        "near advice under a reason that leaves nothing to be near to",
        lambda held: replace(advising()(held), reason=Reason.CHECK_FAILED),
        K.STRUCTURE,
    ),
    Planted("near advice was retracted", advice_of_the_retracted, K.UNMARKED_RETRACTION),
    Planted("near advice lacks what was not asked", advising(lacks=("cheese",)), K.WORDING_NOT_OURS),
    Planted(
        "near advice is said to lack what it says", advising(asked=("exercise",), lacks=("exercise",)), K.MARK_UNTRUE
    ),
    Planted("near advice hides that it lacks a word", advising(unknown=("zorbium",)), K.DOUBT_DROPPED),
    Planted(
        "near advice cites no reference", lambda held: replace(advising()(held), references=()), K.CITATION_UNRESOLVED
    ),
    # wording
    Planted(
        "the lead is not ours",
        lambda held: replace(held, bottom_line=replace(held.bottom_line, lead="Exercise is best")),
        K.WORDING_NOT_OURS,
    ),
    Planted("a note is not ours", page(notes=("Everyone agrees on exercise.",)), K.WORDING_NOT_OURS),
    Planted(
        "a note hides a sentence in its slot",
        page(notes=(phrase("note.carried", what="knee. Take aspirin daily"),)),
        K.WORDING_NOT_OURS,
    ),
    Planted("a signpost is not ours", page(signposts=("Call 999 if you like.",)), K.WORDING_NOT_OURS),
    Planted(
        "a suggestion is not ours",
        page(suggestions=(Suggestion("Aspirin", "Why not take aspirin every day?"),)),
        K.WORDING_NOT_OURS,
    ),
    Planted(
        "a suggestion hides advice",
        page(suggestions=(Suggestion("Take aspirin!", phrase("next.overview", condition="pain? Take aspirin")),)),
        K.WORDING_NOT_OURS,
    ),
    Planted("a heading makes a claim", row(0, intervention="exercise therapy (clearly superior)"), K.WORDING_NOT_OURS),
    Planted(
        "a group's heading makes a claim",
        lambda held: replace(
            held, research=(replace(held.research[0], intervention="wonder cures"), *held.research[1:])
        ),
        K.WORDING_NOT_OURS,
    ),
    Planted(
        "a treatment's name stands over what is about another",
        lambda held: replace(
            held, research=(*held.research[:2], replace(held.research[2], intervention="exercise therapy"))
        ),
        K.WORDING_NOT_OURS,
    ),
    Planted("an effect is measured at no time", on("s6", figures=(Figure(21, 49, when=Extent(0, 8)),)), K.FACT_WRONG),
    Planted(
        "an effect is measured outside its quote",
        on("s6", figures=(Figure(21, 49, when=Extent(900, 908)),)),
        K.FACT_WRONG,
    ),
    # of what the page is made
    Planted(
        "more sources are counted than there are",
        lambda held: replace(held, method=replace(held.method, counts=(("used on this page", 90),))),
        K.STRUCTURE,
    ),
    Planted(
        "the method claims something",
        lambda held: replace(held, method=replace(held.method, notes=("It is known to be safe.",))),
        K.WORDING_NOT_OURS,
    ),
    # what notes and refusals speak of
    Planted(
        "a note hides a claim in its slot",
        page(notes=(phrase("note.carried", what="exercise, which cures kneecap pain"),)),
        K.WORDING_NOT_OURS,
    ),
    Planted(
        "a note calls missing what is quoted",
        page(notes=(phrase("note.uncovered", words="pain"),)),
        K.STRUCTURE,
    ),
    Planted(
        "a note gives a reason of its own",
        page(notes=(phrase("note.inferred", condition=CONDITION, because="it is the commonest"),)),
        K.WORDING_NOT_OURS,
    ),
    # how it was found
    Planted("something else is counted", counting(("experts who agree", 12)), K.WORDING_NOT_OURS),
    Planted("fewer sources are counted than used", counting(("used on this page", 2)), K.STRUCTURE),
    Planted("a negative number is counted", counting(("texts read", -4)), K.STRUCTURE),
    Planted("what was left out is in no library", leaving_out("pmid-999", "Taping for hips"), K.SOURCE_MISSING),
    Planted("what was left out has another title", leaving_out(PROTOCOL, "Taping: a failed trial"), K.REFERENCE_WRONG),
    Planted(
        "why something was left out is a sermon",
        leaving_out(PROTOCOL, "Taping: study protocol", "It is bad. Never read it."),
        K.WORDING_NOT_OURS,
    ),
    Planted(
        "what is shown is said to be left out",
        leaving_out(TRIAL, "Exercise or rest for kneecap pain"),
        K.STRUCTURE,
    ),
    # what stands where
    Planted(
        "a row stands twice among the actions",
        lambda held: replace(held, actions=(*held.actions, held.actions[2])),
        K.STRUCTURE,
    ),
    Planted(
        "one sentence is two statements",
        lambda held: replace(
            held,
            research=(*held.research, ResearchGroup("other", (replace(held.research[2].statements[0], id="s12"),))),
        ),
        K.STRUCTURE,
    ),
    Planted("a trial is a guideline's note", lambda held: replace(held, guideline_notes=(held.newer[0],)), K.STRUCTURE),
    Planted(
        "a guideline stands under the research",
        on("s11", design=Design.GUIDELINE),
        K.STRUCTURE,
    ),
    Planted(
        "what leads is no action of the page",
        lambda held: replace(held, actions=held.actions[1:]),
        K.STRUCTURE,
    ),
    Planted(
        "guidance is said not to be found",
        lambda held: replace(held, bottom_line=BottomLine(phrase("lead.none"))),
        K.STRUCTURE,
    ),
    Planted(
        "related advice is announced and none is there",
        lambda held: replace(held, bottom_line=BottomLine(phrase("lead.beside")), actions=()),
        K.STRUCTURE,
    ),
    Planted("clear advice is called unclear", lead("lead.uncertain"), K.STRUCTURE),
    Planted("one recommendation is called several", lead("lead.many"), K.STRUCTURE),
    Planted("one recommendation is called both sides", lead("lead.both"), K.STRUCTURE),
    Planted("direct guidance is called indirect", lead("lead.indirect"), K.STRUCTURE),
    Planted("a guideline is called a review", lead("lead.review"), K.STRUCTURE),
    Planted(
        "a review is called the current recommendation",
        lambda held: replace(
            held,
            bottom_line=replace(
                held.bottom_line,
                statements=tuple(replace(s, design=Design.SYSTEMATIC_REVIEW) for s in held.bottom_line.statements),
            ),
        ),
        K.STRUCTURE,
    ),
    Planted(
        "advice against stands under “show all” alone",
        lambda held: replace(held, actions=held.actions[:2], more_actions=held.actions[2:]),
        K.STRUCTURE,
    ),
    Planted(
        "indirect evidence is listed as newer",
        lambda held: replace(held, newer=(*held.newer, held.research[1].statements[0])),
        K.STRUCTURE,
    ),
    # structure
    Planted("two statements share an id", on("s7", id="s6"), K.STRUCTURE),
    Planted("an id is not one of ours", on("s7", id="<script>"), K.STRUCTURE),
    Planted(
        "newer evidence is not under the research",
        lambda held: replace(held, newer=(held.bottom_line.statements[0],)),
        K.STRUCTURE,
    ),
    Planted("research stands among the actions", lambda held: row(0, statement=held.newer[0])(held), K.STRUCTURE),
    Planted(
        "a recommendation stands under the research",
        lambda held: replace(held, research=(ResearchGroup("exercise", held.bottom_line.statements), *held.research)),
        K.STRUCTURE,
    ),
    Planted("a row stands under the wrong action", row(2, action=Action.CONSIDER), K.STRUCTURE),
    Planted(
        "advice stands over nothing",
        lambda held: replace(held, bottom_line=replace(held.bottom_line, statements=())),
        K.STRUCTURE,
    ),
    Planted("no advice is said over advice", lead("lead.none"), K.STRUCTURE),
    Planted("no figure is said over advice", lead("lead.figure"), K.STRUCTURE),
    Planted("against is said over advice for", lead("lead.against"), K.STRUCTURE),
    Planted("sound guidance is called superseded", lead("lead.superseded"), K.STRUCTURE),
    Planted("what is on the page is called missing", page(not_found=(Facet.BENEFIT,)), K.STRUCTURE),
    Planted(
        "a signpost is missing",
        lambda held: replace(held, question=replace(held.question, emergency=("crisis",))),
        K.STRUCTURE,
    ),
    Planted(
        "signed, yet not submitted",
        page(review=ReviewLine(signed_by=("Dr. Smith",), signed_on="2026-11-01")),
        K.STRUCTURE,
    ),
    Planted("approved by nobody", page(review=ReviewLine(ReviewStatus.APPROVED)), K.STRUCTURE),
    Planted(
        "approved, though changed since",
        page(review=ReviewLine(ReviewStatus.APPROVED, ("Dr. Smith",), "2026-11-01", ("a retraction",))),
        K.STRUCTURE,
    ),
)
