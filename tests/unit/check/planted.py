"""Ways to break an honest page, as data: what is done to it, and the kind of fault that it makes."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from quoth.model import (
    Action,
    Answer,
    Certainty,
    CertaintyReason,
    ComparableRow,
    ComparableSet,
    Design,
    Difference,
    DiffersIn,
    Direction,
    Domain,
    Extent,
    Facet,
    FactKind,
    FaultKind,
    Fidelity,
    Figure,
    FindingKind,
    Guest,
    GuestMode,
    JudgeMark,
    Mark,
    MarkKind,
    PicoKind,
    PicoSpan,
    ProvisionalCertainty,
    QualifierKind,
    Quote,
    RecordId,
    ResearchGroup,
    RetractionState,
    ReviewLine,
    ReviewStatus,
    Standing,
    Statement,
    StudyFact,
    Suggestion,
    WrittenSentence,
    hash_of_text,
    phrase,
    quote_of,
)
from tests.unit.check.factories import (
    CITED_ONLY,
    EMPTY_TRIAL,
    GUIDE,
    HIP_TRIAL,
    NARROW_TRIAL,
    OLDER_MARK,
    PROTOCOL,
    RESERVED,
    SUMMARY_MARK,
    TRIAL,
    VERBATIM_GUIDE,
    Library,
    clean_page,
)

LIBRARY = Library()
PAGE = clean_page(LIBRARY)
K = FaultKind
Change = Callable[[Statement], Statement]


class Planted(NamedTuple):
    """A way to break the page, and the kind of fault that the checker must name."""

    name: str
    plant: Callable[[Answer], Answer]
    kind: FaultKind


def everywhere(page: Answer, id: str, change: Change) -> Answer:
    """The page with one statement changed in every layer it stands in."""

    def new(statement: Statement) -> Statement:
        return change(statement) if statement.id == id else statement

    def all_of(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        return tuple(new(statement) for statement in statements)

    return replace(
        page,
        bottom_line=replace(page.bottom_line, statements=all_of(page.bottom_line.statements)),
        actions=tuple(replace(row, statement=new(row.statement), also=all_of(row.also)) for row in page.actions),
        differences=tuple(
            replace(one, statements=all_of(one.statements), note=new(one.note) if one.note else None)
            for one in page.differences
        ),
        newer=all_of(page.newer),
        research=tuple(
            replace(group, statements=all_of(group.statements), more=all_of(group.more)) for group in page.research
        ),
    )


def on(named: str, /, **values: Any) -> Callable[[Answer], Answer]:
    """Set fields of one statement."""
    return lambda page: everywhere(page, named, lambda statement: replace(statement, **values))


def change(id: str, how: Change) -> Callable[[Answer], Answer]:
    """Change one statement."""
    return lambda page: everywhere(page, id, how)


def quote(**values: Any) -> Change:
    """Set fields of the quote's span, the words left as they are."""

    def changed(statement: Statement) -> Statement:
        held = statement.quote
        return replace(statement, quote=replace(held, span=replace(held.span, **values)))

    return changed


def words(text: str) -> Change:
    """Set the words, with a hash to match."""

    def changed(statement: Statement) -> Statement:
        span = replace(statement.quote.span, sha256=hash_of_text(text))
        return replace(statement, quote=Quote(span, text))

    return changed


SIZE_TOLD = "1,204 adults"


def told(
    shown: str = "", *, kind: FactKind = FactKind.SIZE, start: int = 0, stop: int | None = None, **span: Any
) -> StudyFact:
    """How many people the trial says it studied, or a part of that, as a fact."""
    extent = LIBRARY.extent(TRIAL, SIZE_TOLD)
    cut = Extent(extent.start + start, extent.start + len(SIZE_TOLD[:stop]))
    made = quote_of(TRIAL, LIBRARY.texts[TRIAL], cut)
    made = replace(made, span=replace(made.span, **span), text=shown or made.text)
    return StudyFact(kind, made.text, made)


def told_by(record_id: RecordId) -> StudyFact:
    """The first sentence of another record as a fact on its people."""
    text = LIBRARY.texts[record_id]
    made = quote_of(record_id, text, text.sentences[0])
    return StudyFact(FactKind.SIZE, made.text, made)


def of_source(number: int, **values: Any) -> Callable[[Answer], Answer]:
    """Set fields of one reference."""
    return lambda page: replace(
        page, references=tuple(replace(ref, **values) if ref.number == number else ref for ref in page.references)
    )


def stretch(record_id: RecordId, start: int, end: int, **values: Any) -> Change:
    """Quote another stretch of a record, honestly copied."""
    return lambda statement: replace(
        statement, quote=quote_of(record_id, LIBRARY.texts[record_id], Extent(start, end)), **values
    )


def passage(record_id: RecordId, text: str, **values: Any) -> Change:
    """Quote other words of a record, honestly copied."""
    start = LIBRARY.texts[record_id].text.index(text)
    return stretch(record_id, start, start + len(text), **values)


def without_mark(kind: MarkKind) -> Change:
    """Drop the marks of a kind."""
    return lambda statement: replace(statement, marks=tuple(mark for mark in statement.marks if mark.kind is not kind))


def with_mark(kind: MarkKind, text: str = "") -> Change:
    """Add a mark."""
    return lambda statement: replace(statement, marks=(*statement.marks, Mark(kind, text or kind.value)))


def without_qualifier(kind: QualifierKind) -> Change:
    """Drop the qualifiers of a kind."""
    return lambda statement: replace(
        statement, qualifiers=tuple(one for one in statement.qualifiers if one.kind is not kind)
    )


def with_qualifier(kind: QualifierKind, record_id: RecordId, text: str) -> Change:
    """Put a qualifier, honestly copied, in the place of those of its kind."""
    made = LIBRARY.qualifier(record_id, kind, text)
    return lambda statement: replace(
        statement, qualifiers=(*(one for one in statement.qualifiers if one.kind is not kind), made)
    )


def reference(numbered: int, /, **values: Any) -> Callable[[Answer], Answer]:
    """Set fields of one reference."""
    return lambda page: replace(
        page,
        references=tuple(replace(one, **values) if one.number == numbered else one for one in page.references),
    )


def page(**values: Any) -> Callable[[Answer], Answer]:
    """Set fields of the page."""
    return lambda held: replace(held, **values)


def lead(key: str) -> Callable[[Answer], Answer]:
    """Set the lead."""
    return lambda held: replace(held, bottom_line=replace(held.bottom_line, lead=phrase(key)))


def row(number: int, **values: Any) -> Callable[[Answer], Answer]:
    """Set fields of a row of the actions."""
    return lambda held: replace(
        held, actions=tuple(replace(one, **values) if at == number else one for at, one in enumerate(held.actions))
    )


def swap_references(held: Answer) -> Answer:
    """Numbers given out of reading order, each still resolving."""
    numbers = {5: 6, 6: 5}
    swapped = everywhere(held, "s8", lambda s: replace(s, citations=(5,)))
    for id in ("s6", "s7"):
        swapped = everywhere(swapped, id, lambda s: replace(s, citations=(6,)))
    references = [replace(one, number=numbers.get(one.number, one.number)) for one in swapped.references]
    return replace(swapped, references=tuple(sorted(references, key=lambda one: one.number)))


def same_source_twice(held: Answer) -> Answer:
    """One record under two numbers."""
    extra = replace(held.references[8], number=10)
    copy = LIBRARY.statement(
        "s12", NARROW_TRIAL, "Insoles reduced pain in runners.", 10, marks=held.research[2].statements[0].marks
    )
    group = replace(held.research[2], more=(copy,))
    return replace(held, references=(*held.references, extra), research=(*held.research[:2], group))


TRIAL_WORDS = LIBRARY.texts[TRIAL].text
PAIN_FELL = TRIAL_WORDS.index("RESULTS")
RETRACTED_REFERENCE = PAGE.references[5]


def side_by_side(*statement_ids: str) -> ComparableSet:
    """A set of rows that all show an effect which none of them has."""
    figure = Figure(0, 4, "RR", 0.8, 0.7, 0.9, about="pain")
    rows = tuple(ComparableRow(statement_id, figure) for statement_id in statement_ids)
    return ComparableSet("exercise", "pain", "RR", 1.0, rows)


def rating(statement_id: str, because: str = "") -> ProvisionalCertainty:
    """A high certainty that rests on one row, whatever the row says."""
    reason = CertaintyReason(Domain.DESIGN, "randomised", 0, because or phrase("rating.randomised"))
    return ProvisionalCertainty("exercise", "pain", Certainty.HIGH, Certainty.HIGH, (reason,), (statement_id,))


def people(record_id: RecordId) -> PicoSpan:
    """The first word of a record's text as its population."""
    text = LIBRARY.texts[record_id]
    return PicoSpan(PicoKind.POPULATION, quote_of(record_id, text, Extent(0, text.text.index(" "))))


def guest(
    *sentences: WrittenSentence, mode: GuestMode = GuestMode.PROSE, note: str = "", chosen: tuple[str, ...] = ()
) -> Callable[[Answer], Answer]:
    """A page with a guest that wrote these sentences, or chose these rows."""
    said = note or phrase("guest.wrote", model="a model", count=sum(not each.replaced for each in sentences))
    return lambda held: replace(held, guest=Guest("a model", mode, said, chosen, sentences))


MEASURED = JudgeMark("a measured judge", "0" * 16, "1" * 16, "2026-11-26", 0.9, 0.96, 0.4)
PARAPHRASE = WrittenSentence(
    "With exercise, pain fell more (mean difference -1.5 points, 95% CI -2.0 to -1.0).", ("s6",), judged=0.97
)


def paraphrased(
    *sentences: WrittenSentence,
    judge: JudgeMark | None = MEASURED,
    mode: GuestMode = GuestMode.PROSE,
    count: int | None = None,
) -> Callable[[Answer], Answer]:
    """A page with free paraphrases and the mark of the judge that let them in; `count`: how many its line tells of."""
    told = {GuestMode.PLAIN: "guest.plain", GuestMode.PROSE: "guest.paraphrased"}.get(mode, "guest.paraphrased")
    said = phrase(told, model="a model", count=len(sentences) if count is None else count)
    return lambda held: replace(held, guest=Guest("a model", mode, said, (), sentences, judge=judge))


def paraphrase(**changes: Any) -> WrittenSentence:
    """The honest paraphrase with some fields set."""
    return replace(PARAPHRASE, **changes)


def reworded(before: str, after: str) -> WrittenSentence:
    """The honest paraphrase with other words in one place."""
    assert before in PARAPHRASE.text
    return replace(PARAPHRASE, text=PARAPHRASE.text.replace(before, after))


PLANTED: tuple[Planted, ...] = (
    # words
    Planted("more is quoted than a licence allows", change("s6", stretch(RESERVED, 0, 36)), K.QUOTED_TOO_MUCH),
    Planted("a word was changed", change("s6", words("RESULTS: Pain fell less with exercise.")), K.TEXT_CHANGED),
    Planted("a comma was lost", change("s6", lambda s: words(s.quote.text.replace(",", "", 1))(s)), K.TEXT_CHANGED),
    Planted(
        "a letter looks the same", change("s9", lambda s: words(s.quote.text.replace("o", "о"))(s)), K.TEXT_CHANGED
    ),
    Planted("an accent is composed otherwise", change("s9", words("Embolisation reduced paín.")), K.TEXT_CHANGED),
    Planted(
        "a qualifier was reworded",
        change(
            "s1",
            lambda s: replace(
                s,
                qualifiers=(
                    replace(s.qualifiers[0], quote=words("firm")(replace(s, quote=s.qualifiers[0].quote)).quote),
                    *s.qualifiers[1:],
                ),
            ),
        ),
        K.TEXT_CHANGED,
    ),
    Planted("the hash is another", change("s6", quote(sha256="0" * 64)), K.HASH_WRONG),
    Planted("the offsets lie beyond the text", change("s6", quote(start=10**9, end=10**9 + 5)), K.TEXT_CHANGED),
    Planted("the offsets are negative", change("s9", quote(start=-26, end=-1)), K.TEXT_CHANGED),
    Planted("the offsets are the wrong way round", change("s9", quote(start=20, end=5)), K.TEXT_CHANGED),
    Planted("the text is not in the library", change("s6", quote(rendition_id="abstract-gone")), K.SOURCE_MISSING),
    Planted("the record is not in the library", change("s6", quote(record_id="pmid-999")), K.SOURCE_MISSING),
    Planted("the text is of another record", change("s6", quote(record_id=str(HIP_TRIAL))), K.SOURCE_MISSING),
    Planted("an id holds a line break", change("s6", quote(rendition_id="abstract-\n1")), K.SOURCE_MISSING),
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
    # a guest
    Planted("a guest invents a sentence", guest(WrittenSentence("Surgery cures everyone.", ("s1",))), K.NOT_BORNE),
    Planted(
        "a guest's invention is passed off as the quote",
        guest(WrittenSentence("Surgery cures everyone.", ("s1",), replaced=True)),
        K.NOT_BORNE,
    ),
    Planted("a guest cites nothing", guest(WrittenSentence("Surgery cures everyone.", ())), K.NOT_BORNE),
    Planted("a guest's line says more than the bank", guest(note="Take two aspirins."), K.WORDING_NOT_OURS),
    Planted("a guest chose what is not on the page", guest(mode=GuestMode.SELECT, chosen=("s999",)), K.STRUCTURE),
    # what a judge let in
    Planted("a paraphrase on a page without a judge", paraphrased(PARAPHRASE, judge=None), K.NOT_BORNE),
    Planted(
        "a paraphrase by a judge that is too often wrong",
        paraphrased(PARAPHRASE, judge=replace(MEASURED, precision_low=0.94)),
        K.NOT_BORNE,
    ),
    Planted(
        "a paraphrase by a judge that finds too little",
        paraphrased(PARAPHRASE, judge=replace(MEASURED, recall_low=0.29)),
        K.NOT_BORNE,
    ),
    Planted("a paraphrase that its judge was not sure of", paraphrased(paraphrase(judged=0.89)), K.NOT_BORNE),
    Planted("a judge that is surer than sure", paraphrased(paraphrase(judged=1.01)), K.NOT_BORNE),
    Planted("a paraphrase without its badge", paraphrased(paraphrase(judged=None)), K.NOT_BORNE),
    Planted("a paraphrase with another number", paraphrased(reworded("-1.5", "-1.6")), K.NOT_BORNE),
    Planted("a paraphrase without the interval", paraphrased(reworded(", 95% CI -2.0 to -1.0", "")), K.NOT_BORNE),
    Planted("a paraphrase with a sign lost", paraphrased(reworded("-1.5", "1.5")), K.NOT_BORNE),
    Planted("a paraphrase with a negation", paraphrased(reworded("pain fell", "pain never fell")), K.NOT_BORNE),
    Planted("a paraphrase in the other direction", paraphrased(reworded("fell", "rose")), K.NOT_BORNE),
    Planted("a paraphrase about other people", paraphrased(reworded("exercise,", "exercise in women,")), K.NOT_BORNE),
    Planted("a paraphrase with a comparator", paraphrased(reworded("more", "more than with placebo")), K.NOT_BORNE),
    Planted("a paraphrase with a doubt", paraphrased(reworded("pain fell", "pain may have fell")), K.NOT_BORNE),
    Planted("a paraphrase with markup", paraphrased(reworded("exercise", "<b>exercise</b>")), K.NOT_BORNE),
    Planted("a paraphrase of another statement", paraphrased(paraphrase(statements=("s9",))), K.NOT_BORNE),
    Planted("a paraphrase of what is not on the page", paraphrased(paraphrase(statements=("s999",))), K.NOT_BORNE),
    Planted("a paraphrase that names edits", paraphrased(paraphrase(edits=("drop the label",))), K.NOT_BORNE),
    Planted("a paraphrase that stands for a quote", paraphrased(paraphrase(replaced=True)), K.NOT_BORNE),
    Planted(
        "a paraphrase of what must travel with its neighbour",
        paraphrased(paraphrase(text="But at 12 months no difference remained.", statements=("s7",))),
        K.NOT_BORNE,
    ),
    Planted(
        "everyday words for two statements at once",
        paraphrased(paraphrase(statements=("s6", "s9")), mode=GuestMode.PLAIN),
        K.NOT_BORNE,
    ),
    Planted(
        "everyday words that no judge let in",
        paraphrased(paraphrase(judged=None), mode=GuestMode.PLAIN),
        K.NOT_BORNE,
    ),
    Planted("a guest that only chooses paraphrases", paraphrased(PARAPHRASE, mode=GuestMode.SELECT), K.NOT_BORNE),
    Planted("more paraphrases than the line tells of", paraphrased(PARAPHRASE, count=0), K.WORDING_NOT_OURS),
    Planted(
        "a judge whose name is a sentence",
        paraphrased(PARAPHRASE, judge=replace(MEASURED, name="Dr Good. Take two aspirins.")),
        K.WORDING_NOT_OURS,
    ),
    Planted(
        "a judge that lets everything in",
        paraphrased(PARAPHRASE, judge=replace(MEASURED, threshold=0.0)),
        K.WORDING_NOT_OURS,
    ),
    # emphasis
    Planted(
        "a result in a part of the people is not marked",
        change("s11", passage(EMPTY_TRIAL, "In the subgroup of sprinters, soles halved pain.")),
        K.UNMARKED_SUBGROUP,
    ),
    Planted(
        "a claim that no result bears is not marked",
        change(
            "s11",
            passage(EMPTY_TRIAL, "CONCLUSIONS: Soles are an effective treatment.", kind=FindingKind.CONCLUSION),
        ),
        K.UNMARKED_SPIN,
    ),
    Planted(
        "a sound result is called spin", change("s6", with_mark(MarkKind.SPIN, phrase("mark.spin"))), K.MARK_UNTRUE
    ),
    Planted(
        "a sound result is called a subgroup's",
        change("s6", with_mark(MarkKind.SUBGROUP, phrase("mark.subgroup"))),
        K.MARK_UNTRUE,
    ),
    Planted(
        "why evidence is indirect is told in free words",
        change(
            "s10",
            lambda s: replace(s, marks=(Mark(MarkKind.INDIRECT, "Walking cures hips. Take it up."), *s.marks[1:])),
        ),
        K.WORDING_NOT_OURS,
    ),
    Planted(
        "why a reference is indirect is told in other words",
        reference(7, marks=(Mark(MarkKind.INDIRECT, "Mostly about knees."),)),
        K.WORDING_NOT_OURS,
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
    # qualifiers
    Planted("the strength is cut off", change("s1", without_qualifier(QualifierKind.STRENGTH)), K.QUALIFIER_CUT),
    Planted("the certainty is cut off", change("s1", without_qualifier(QualifierKind.CERTAINTY)), K.QUALIFIER_CUT),
    Planted("the population is cut off", change("s1", without_qualifier(QualifierKind.POPULATION)), K.QUALIFIER_CUT),
    Planted("the condition is cut off", change("s1", without_qualifier(QualifierKind.CONDITION)), K.QUALIFIER_CUT),
    Planted("the follow-up is cut off", change("s5", without_qualifier(QualifierKind.FOLLOWUP)), K.QUALIFIER_CUT),
    Planted(
        "the strength is shown as certainty",
        change("s2", lambda s: replace(s, qualifiers=(replace(s.qualifiers[0], kind=QualifierKind.CERTAINTY),))),
        K.QUALIFIER_CUT,
    ),
    Planted(
        "the strength is another statement's",
        change("s2", with_qualifier(QualifierKind.STRENGTH, GUIDE, "strong")),
        K.QUALIFIER_WRONG,
    ),
    Planted(
        "the certainty is another source's",
        change("s6", with_qualifier(QualifierKind.CERTAINTY, GUIDE, "moderate")),
        K.QUALIFIER_WRONG,
    ),
    Planted("only half of the statement is quoted", change("s2", passage(GUIDE, "offer surgery.")), K.QUALIFIER_CUT),
    Planted(
        "the sentence before is left behind", change("s7", without_qualifier(QualifierKind.CONTEXT)), K.QUALIFIER_CUT
    ),
    Planted(
        "the sentence after is left behind",
        change("s6", passage(TRIAL, "Stiffness fell by half.", n=None)),
        K.QUALIFIER_CUT,
    ),
    Planted(
        "the grade after the sentence is left behind",
        change("s3", passage(VERBATIM_GUIDE, "Clinicians should offer taping to runners.")),
        K.SENTENCE_CUT,
    ),
    Planted(
        "the contraindication is left behind",
        change("s3", passage(VERBATIM_GUIDE, "Bracing may be considered for comfort.")),
        K.QUALIFIER_CUT,
    ),
    # cuts
    Planted(
        "the sentence is cut at its start",
        change("s11", passage(NARROW_TRIAL, "reduced pain in runners.")),
        K.SENTENCE_CUT,
    ),
    Planted(
        "the sentence is cut at its end", change("s11", passage(NARROW_TRIAL, "Insoles reduced pain")), K.SENTENCE_CUT
    ),
    Planted("a word is cut", change("s11", passage(NARROW_TRIAL, "Insoles reduced pain in runner")), K.SENTENCE_CUT),
    Planted(
        "a number is cut from its interval",
        change("s6", passage(TRIAL, "RESULTS: Pain fell more with exercise (mean difference -1.5 points")),
        K.NUMBER_CUT,
    ),
    Planted(
        "an interval is cut in two",
        change("s6", passage(TRIAL, "RESULTS: Pain fell more with exercise (mean difference -1.5 points, 95% CI -2.0")),
        K.NUMBER_CUT,
    ),
    Planted(
        "a number is cut from its unit",
        change("s6", passage(TRIAL, "RESULTS: Pain fell more with exercise (mean difference -1.5")),
        K.NUMBER_CUT,
    ),
    Planted(
        "a number is cut from its sign",
        change("s6", lambda s: stretch(TRIAL, TRIAL_WORDS.index("1.5"), s.quote.span.end)(s)),
        K.NUMBER_CUT,
    ),
    Planted(
        "a decimal is cut",
        change("s6", passage(TRIAL, "RESULTS: Pain fell more with exercise (mean difference -1")),
        K.NUMBER_CUT,
    ),
    # kinds
    Planted(
        "an aim is offered as a result",
        change("s6", passage(TRIAL, "OBJECTIVE: To compare exercise with rest in kneecap pain.", n=None)),
        K.NOT_A_FINDING,
    ),
    Planted(
        "a method is offered as a result",
        change("s6", passage(TRIAL, "METHODS: We randomised 1,204 adults to exercise or rest.", n=None)),
        K.NOT_A_FINDING,
    ),
    Planted(
        "a title is offered as a result",
        change("s11", passage(CITED_ONLY, "Bracing reduced pain in kneecap pain")),
        K.NOT_A_FINDING,
    ),
    Planted(
        "a protocol is offered as a result",
        change("s11", passage(PROTOCOL, "Taping will be compared with nothing.")),
        K.NOT_A_FINDING,
    ),
    Planted(
        "a trial is made to recommend", on("s6", kind=FindingKind.RECOMMENDATION, action=Action.DO), K.NOT_A_FINDING
    ),
    Planted("an action is read into a trial", on("s6", action=Action.DO), K.NOT_A_FINDING),
    Planted("a result is shown as a recommendation", on("s5", kind=FindingKind.RECOMMENDATION), K.NOT_A_FINDING),
    # facts beside the quote
    Planted("the action is turned round", on("s2", action=Action.DO), K.FACT_WRONG),
    Planted("the mapping is another's", on("s1", action_by="somebody else"), K.FACT_WRONG),
    Planted("the year is another", on("s6", year=2025), K.FACT_WRONG),
    Planted("the design is stronger", on("s6", design=Design.META_ANALYSIS), K.FACT_WRONG),
    Planted("the issuer is another", on("s1", issuer="NICE"), K.FACT_WRONG),
    Planted("the size is invented", on("s6", n=120), K.FACT_WRONG),
    Planted("a figure is invented", on("s6", figures=(Figure(9, 40, value=-1.7),)), K.FACT_WRONG),
    Planted("a figure lies beyond the quote", on("s6", figures=(Figure(0, 5000, value=1.5),)), K.FACT_WRONG),
    Planted(
        "plain wording is invented", on("s6", plain="Exercise works wonders.", plain_by="quoth"), K.WORDING_NOT_OURS
    ),
    Planted("plain wording is changed", on("s1", plain="Do as you please."), K.WORDING_NOT_OURS),
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
    Planted("an effect is measured at no time", on("s6", figures=(Figure(21, 49, when=Extent(0, 8)),)), K.FACT_WRONG),
    Planted(
        "an effect is measured outside its quote",
        on("s6", figures=(Figure(21, 49, when=Extent(900, 908)),)),
        K.FACT_WRONG,
    ),
    # effects side by side
    Planted("an effect is of no row", page(comparable=(side_by_side("s1", "s6"),)), K.STRUCTURE),
    Planted("one source is set side by side with itself", page(comparable=(side_by_side("s6", "s6"),)), K.STRUCTURE),
    Planted("an effect is not its row's", page(comparable=(side_by_side("s5", "s6"),)), K.FACT_WRONG),
    # where bodies differ
    Planted(
        "sides are said to differ in what they do not",
        lambda held: replace(held, differences=(replace(held.differences[0], differs_in=(DiffersIn.DIRECTION,)),)),
        K.FACT_WRONG,
    ),
    Planted(
        "bodies that do not differ stand side by side",
        lambda held: replace(held, differences=(*held.differences, Difference("taping", held.bottom_line.statements))),
        K.FACT_WRONG,
    ),
    # parts of the study
    Planted("the people studied are another study's", on("s6", pico=(people(NARROW_TRIAL),)), K.QUALIFIER_WRONG),
    Planted("a part of the study is told twice", on("s6", pico=(people(TRIAL), people(TRIAL))), K.QUALIFIER_WRONG),
    # which way a row points
    Planted("no difference is said of a difference", on("s6", direction=Direction.NO_DIFFERENCE), K.FACT_WRONG),
    Planted("a gain is said to be a loss", on("s9", direction=Direction.FAVOURS_COMPARATOR), K.FACT_WRONG),
    Planted("a difference is said of bare words", on("s10", direction=Direction.DIFFERENCE), K.FACT_WRONG),
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
    # provisional certainty
    Planted("a certainty rests on no row", page(certainties=(rating("s99"),)), K.FACT_WRONG),
    Planted("a certainty is not worked out from its rows", page(certainties=(rating("s6"),)), K.FACT_WRONG),
    Planted(
        "a certainty has words of its own",
        page(certainties=(rating("s6", because="Clearly high."),)),
        K.WORDING_NOT_OURS,
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
