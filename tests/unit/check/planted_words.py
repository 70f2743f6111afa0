"""Faults planted in what a page quotes: words, offsets, what travels along, where a quote is cut."""

from dataclasses import replace

from quoth.model import (
    Action,
    FindingKind,
    Mark,
    MarkKind,
    QualifierKind,
    phrase,
)
from tests.unit.check.knee_texts import (
    CITED_ONLY,
    EMPTY_TRIAL,
    GUIDE,
    HIP_TRIAL,
    NARROW_TRIAL,
    PROTOCOL,
    RESERVED,
    TRIAL,
    VERBATIM_GUIDE,
)
from tests.unit.check.planting import (
    TRIAL_WORDS,
    K,
    Planted,
    change,
    on,
    passage,
    quote,
    reference,
    stretch,
    with_mark,
    with_qualifier,
    without_qualifier,
    words,
)

__all__ = ["PLANTED"]

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
    # qualifiers
    Planted("the strength is cut off", change("s1", without_qualifier(QualifierKind.STRENGTH)), K.QUALIFIER_CUT),
    Planted("the certainty is cut off", change("s1", without_qualifier(QualifierKind.CERTAINTY)), K.QUALIFIER_CUT),
    Planted("the population is cut off", change("s1", without_qualifier(QualifierKind.POPULATION)), K.QUALIFIER_CUT),
    Planted("the condition is cut off", change("s1", without_qualifier(QualifierKind.CONDITION)), K.QUALIFIER_CUT),
    Planted("the follow-up is cut off", change("s5", without_qualifier(QualifierKind.FOLLOWUP)), K.QUALIFIER_CUT),
    Planted("what goes on is cut off", change("s8", without_qualifier(QualifierKind.CONTEXT)), K.QUALIFIER_CUT),
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
    Planted(
        "a sentence from elsewhere is shown as its neighbour",
        change("s6", with_qualifier(QualifierKind.CONTEXT, TRIAL, "Swelling was rare with exercise.")),
        K.QUALIFIER_WRONG,
    ),
    Planted(
        "a word is shown as a grade",
        change("s6", with_qualifier(QualifierKind.STRENGTH, TRIAL, "Pain")),
        K.QUALIFIER_WRONG,
    ),
    Planted(
        "a sentence is bound to people of another one",
        change("s6", with_qualifier(QualifierKind.POPULATION, TRIAL, "children")),
        K.QUALIFIER_WRONG,
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
        "the number of participants is offered as a result",
        change("s6", passage(TRIAL, "We randomised 1,204 adults to exercise or rest.")),
        K.NOT_A_FINDING,
    ),
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
        "a call for research is offered as advice",
        change("s3", passage(VERBATIM_GUIDE, "Trials should compare taping with bracing.")),
        K.NOT_A_FINDING,
    ),
    Planted(
        "what was done is offered as advice",
        change("s3", passage(VERBATIM_GUIDE, "Most of the runners were taped in the north.")),
        K.NOT_A_FINDING,
    ),
    Planted(
        "a myth is offered as advice",
        change("s3", passage(VERBATIM_GUIDE, "Runners should rest until the pain has gone.")),
        K.NOT_A_FINDING,
    ),
    Planted(
        "advice stands in a part that is about no care",
        change("s3", passage(VERBATIM_GUIDE, "Runners should tape each other's knees.")),
        K.NOT_A_FINDING,
    ),
    Planted(
        "the line that breaks off above it is left behind",
        change("s3", passage(VERBATIM_GUIDE, "Wear the new soles on stairs.")),
        K.QUALIFIER_CUT,
    ),
    Planted(
        "the grade told once for its part is left behind",
        change("s3", passage(VERBATIM_GUIDE, "Wear the strap on hills.", qualifiers=())),
        K.QUALIFIER_CUT,
    ),
    Planted(
        "the people named once for its part are left behind",
        change("s3", passage(VERBATIM_GUIDE, "Offer a sleeve of wool.", qualifiers=())),
        K.QUALIFIER_CUT,
    ),
    Planted(
        "the box that it points to is left behind",
        change("s3", passage(VERBATIM_GUIDE, "Tighten the strap as box 2 allows.")),
        K.QUALIFIER_CUT,
    ),
    Planted(
        "the last step of its sum is left behind",
        change("s3", passage(VERBATIM_GUIDE, "Rub in 2 g of gel for each kilogram.")),
        K.QUALIFIER_CUT,
    ),
    Planted(
        "what somebody says is offered as advice",
        change("s3", passage(VERBATIM_GUIDE, "Brother: give her the strap for ever.")),
        K.NOT_A_FINDING,
    ),
    Planted(
        "a protocol is offered as a result",
        change("s11", passage(PROTOCOL, "Taping will be compared with nothing.")),
        K.NOT_A_FINDING,
    ),
    Planted(
        "a conclusion is shown as measured",
        change("s6", passage(TRIAL, "CONCLUSIONS: Exercise reduces kneecap pain in the short term.", n=None)),
        K.NOT_A_FINDING,
    ),
    Planted(
        "a trial is made to recommend", on("s6", kind=FindingKind.RECOMMENDATION, action=Action.DO), K.NOT_A_FINDING
    ),
    Planted("a result is shown as guidance", on("s6", kind=FindingKind.GUIDANCE), K.NOT_A_FINDING),
    Planted("an action is read into a trial", on("s6", action=Action.DO), K.NOT_A_FINDING),
    Planted("a result is shown as a recommendation", on("s5", kind=FindingKind.RECOMMENDATION), K.NOT_A_FINDING),
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
)
