"""What leads where a guideline's own text is read: graded advice on all that the question is about."""

from dataclasses import replace

import pytest

from quoth.answer.bottom_line import lead
from quoth.answer.numbering import Numbering
from quoth.model import (
    Action,
    Concept,
    ConceptKind,
    Facet,
    Finding,
    InterventionMatch,
    Mention,
    QueryTerm,
    Question,
    QuestionKind,
    phrase,
)
from tests.unit.answer.factories import TAPE, finding, question


def leading(asked: Question, *findings: Finding) -> list[str]:
    """The quoted words of the bottom line."""
    return [statement.quote.text for statement in lead(asked, findings, Numbering(None)).statements]


def on_words(text: str, **rarity: float) -> Question:
    """A question on no known condition and no known treatment."""
    terms = tuple(QueryTerm(word, rarity=share) for word, share in rarity.items())
    return question(text, kind=QuestionKind.OTHER, conditions=(), interventions=(), terms=terms)


def advice(words: str, record: str = "g", **given: object) -> Finding:
    """Advice of a guideline's running text, which no editor has mapped."""
    found = finding(words, record=record, interventions=(), match=InterventionMatch.NOT_ASKED, relevance=0.9)
    return replace(found, annotation=None, **given)  # type: ignore[arg-type]


def test_advice_on_another_cancer_does_not_lead() -> None:
    """Two of three words fit; the one that is missing says what was asked."""
    asked = on_words("Screening for prostate cancer", screening=0.25, prostate=0.48, cancer=0.24)
    other = advice("We recommend against screening for ovarian cancer.")

    assert leading(asked, other) == []
    assert lead(asked, [other], Numbering(None)).lead == phrase("lead.beside")
    fits = advice("Offer prostate cancer screening.", spoken=1.2)
    assert leading(asked, fits, other) == ["Offer prostate cancer screening."]


def test_advice_on_the_medicine_leads_and_not_what_else_is_done() -> None:
    """Of what may lead, that with most of the question's words does."""
    asked = on_words("Hydroxyurea for sickle cell disease", hydroxyurea=0.29, sickle=0.5, cell=0.27)
    transfuse = advice("In sickle cell disease, transfuse before surgery.", relevance=0.97)
    medicine = advice("In sickle cell disease, treat with hydroxyurea.", spoken=1.2)

    assert leading(asked, transfuse, medicine) == [medicine.quote.text]


def test_what_is_said_around_graded_advice_does_not_lead_beside_it() -> None:
    """It explains; where nothing graded fits, it may still be all that there is."""
    asked = question()
    graded = finding("Offer taping.", record="g")
    around = replace(finding("Taping must be weighed.", record="h", year=2026), said_around=True)

    assert leading(asked, around, graded) == ["Offer taping."]
    assert leading(asked, around) == ["Taping must be weighed."]


def test_running_text_that_names_a_complication_tells_what_to_do_all_the_same() -> None:
    """Its sides come from a table of words; only what is about tests or cost alone is beside treatment."""
    asked = on_words("Hydroxyurea for sickle cell disease", hydroxyurea=0.6)
    treats = advice("Offer hydroxyurea to reduce complications.", facets=(Facet.HARMS,), spoken=1.2)
    tests = advice("Monitor the blood count under hydroxyurea.", facets=(Facet.MONITORING,))

    assert leading(asked, treats, tests) == [treats.quote.text]


def test_advice_that_speaks_of_women_alone_does_not_lead_for_men() -> None:
    """What speaks of both, or of nobody in particular, may."""
    men = Mention(Concept("men", ConceptKind.POPULATION), "men", 17, 20)
    asked = replace(on_words("Chlamydia screening in men", chlamydia=0.5), populations=(men,))
    women = advice("Offer chlamydia screening to women under 25.", spoken=1.4, for_others=True)
    both = advice("Chlamydia screening is uncertain in men and helps women.", spoken=1.2)

    assert leading(asked, women) == []
    assert leading(asked, women, both) == [both.quote.text]
    assert leading(asked, advice("Offer chlamydia screening.", spoken=1.2)) == ["Offer chlamydia screening."]


def test_a_test_for_an_illness_does_not_lead_where_its_treatment_is_asked_for() -> None:
    """Running text says by its own words that it is about screening, in pregnancy or out of it."""
    asked = question(interventions=())
    screen = advice("Screen for knee pain in pregnancy.", facets=(Facet.SPECIAL_POPULATIONS, Facet.DIAGNOSIS))
    treat = advice("Offer exercise in pregnancy.", facets=(Facet.SPECIAL_POPULATIONS,))

    assert leading(asked, screen) == []
    assert leading(replace(asked, facets=(Facet.SPECIAL_POPULATIONS,)), screen, treat) == [treat.quote.text]


def test_advice_of_running_text_leads_only_where_it_says_what_was_asked() -> None:
    """Where no list knows the condition, holding most of the words is not enough: the one it lacks may be the drug."""
    asked = on_words(
        "Hydroxyurea for leg ulcers in sickle cell disease", hydroxyurea=0.6, leg=0.4, ulcers=0.7, sickle=0.4
    )
    other = advice("In sickle cell disease, treat leg ulcers with debridement.")
    speaks = advice("In sickle cell disease, do not give hydroxyurea for leg ulcers.", spoken=1.2)

    assert leading(asked, other) == []
    assert leading(asked, other, speaks) == [speaks.quote.text]


def test_of_advice_that_says_what_was_asked_the_best_leads_and_what_is_graded_before_what_is_said_around() -> None:
    """A newer year is nothing beside advice that says it better."""
    asked = on_words("Chlamydia screening in men", chlamydia=0.5)
    best = advice("Evidence on chlamydia screening in men is insufficient.", spoken=1.5)
    swab = finding(
        "Chlamydia is tested for by swab.", record="h", year=2026, interventions=(), match=InterventionMatch.NOT_ASKED
    )
    newer = replace(swab, annotation=None, spoken=1.2)
    around = advice("Men were screened for chlamydia.", record="i", said_around=True, spoken=1.55)

    assert leading(asked, newer, around, best) == [best.quote.text]
    assert leading(asked, replace(around, spoken=1.9), best) == ["Men were screened for chlamydia."]


def test_what_says_what_was_asked_leads_whichever_side_its_keywords_name() -> None:
    """Asked about harms, advice to give it is no answer all the same."""
    asked = on_words("Should I be tested for chlamydia?", chlamydia=0.5)
    test = advice("Screen for chlamydia.", facets=(Facet.DIAGNOSIS,), spoken=1.2)

    assert leading(asked, test) == ["Screen for chlamydia."]
    assert leading(replace(asked, facets=(Facet.HARMS,)), test) == []


TAPING = ("taping",)


def on_taping(words: str, record: str, action: Action = Action.DO, **given: object) -> Finding:
    """Advice that an editor filed under taping."""
    return finding(words, record=record, action=action, interventions=TAPING, relevance=0.9, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("Do not offer taping.", Action.DO_NOT),
        ("Consider care without taping.", Action.CONSIDER),
        ("Consider no routine taping.", Action.CONSIDER),
    ],
)
def test_where_another_body_asks_for_the_opposite_both_lead(words: str, action: Action) -> None:
    """Advice for severe illness may not stand alone over a page where another body would do without."""
    for_it = on_taping("Offer taping.", "a", year=2024)
    against = on_taping(words, "b", action, year=2020)
    assert leading(question(), for_it, against) == ["Offer taping.", words]
    assert lead(question(), [for_it, against], Numbering(None)).lead == phrase("lead.both")


def test_a_difference_in_strength_or_on_a_kind_or_within_a_comparison_is_no_other_side() -> None:
    """Those stand where bodies differ, further down."""
    for_it = on_taping("Offer taping.", "a", year=2024)
    weaker = on_taping("Consider taping.", "b", Action.CONSIDER, year=2020)
    of_a_kind = finding(
        "Do not offer kinesiotaping.", record="b", action=Action.DO_NOT, interventions=("kinesiotaping",)
    )
    against = on_taping("Do not offer taping.", "b", Action.DO_NOT, year=2020)
    compared = question(comparators=(Mention(Concept("bracing", ConceptKind.INTERVENTION), "bracing", 0, 7),))
    for asked, other in ((question(), weaker), (question(), of_a_kind), (compared, against)):
        assert leading(asked, for_it, other) == ["Offer taping."]


def test_which_kind_is_not_answered_by_advice_on_the_family() -> None:
    """Advice to start drug treatment at 140 says nothing of which tablet."""
    which = question("Which taping first?", interventions=(Mention(TAPE, "taping", 6, 12),))
    family = on_taping("Start taping early.", "a")
    kind = finding("Use McConnell taping.", record="b", interventions=("McConnell taping", "taping"), relevance=0.9)
    assert leading(which, family) == []
    assert leading(which, family, kind) == ["Use McConnell taping."]
    assert leading(question("Does taping work?"), family) == ["Start taping early."]
    unlisted = replace(family, annotation=None, spoken=1.0)
    assert leading(which, unlisted) == ["Start taping early."]


def test_what_comes_first_leads_where_that_is_asked() -> None:
    """Older advice on the first step, before newer advice on a later one."""
    asked = question("What should be tried first for knee pain?", interventions=(), terms=())
    later = finding("Use injections.", record="a", year=2025, relevance=0.9, match=InterventionMatch.NOT_ASKED)
    first = finding("Use taping first.", record="b", year=2015, relevance=0.9, match=InterventionMatch.NOT_ASKED)
    assert leading(asked, later, first) == ["Use taping first."]


def test_an_age_is_no_length_of_treatment() -> None:
    """Six months of age are no six months of taping."""
    asked = question("How long should taping go on for knee pain?")
    aged = on_taping("Offer taping to children older than 6 months.", "a")
    lasting = on_taping("Offer taping for 6 weeks.", "b")
    assert leading(asked, aged) == []
    assert leading(asked, aged, lasting) == ["Offer taping for 6 weeks."]


def test_both_together_are_not_answered_by_advice_on_one_rather_than_a_third() -> None:
    """Gum and patch together is another question than something rather than a patch."""
    gum = Mention(Concept("gum", ConceptKind.INTERVENTION), "gum", 12, 15)
    asked = question(
        "Are taping and gum good together for knee pain?", interventions=(Mention(TAPE, "taping", 4, 10), gum)
    )
    rather = finding("Use rest rather than taping.", record="a", interventions=("rest", "taping"))
    together = finding("Use taping plus gum.", record="b", interventions=("taping", "gum"))
    assert leading(asked, rather) == []
    assert leading(asked, rather, together) == ["Use taping plus gum."]


def test_of_two_treatments_asked_about_advice_on_both_leads() -> None:
    """Even where it is for few: "topiramate and contraception" asks about those who may become pregnant."""
    gum = Mention(Concept("gum", ConceptKind.INTERVENTION), "gum", 11, 14)
    asked = question("Taping and gum?", interventions=(Mention(TAPE, "taping", 0, 6), gum))
    one = finding("Use taping.", record="a", year=2025)
    both = finding(
        "Chew gum with any taping.", record="b", year=2012, interventions=("gum", "taping"), condition="children"
    )
    assert leading(asked, one) == ["Use taping."]
    assert leading(asked, one, both) == ["Chew gum with any taping."]


def test_beside_the_advice_that_leads_stands_what_else_its_source_answers_best_first() -> None:
    """Not what answers much worse, nor what another source says."""
    asked = on_words("Chlamydia screening in men", chlamydia=0.5)
    best = advice("Screen men for chlamydia.", spoken=2.0)
    near = advice("Chlamydia in men is tested for once a year.", spoken=1.7)
    far = advice("Men with chlamydia should tell their partners.", spoken=1.2)
    elsewhere = advice("Offer men a chlamydia test.", record="h", spoken=1.7)

    assert leading(asked, far, near, elsewhere, best) == [best.quote.text, near.quote.text]


def test_what_an_editor_filed_under_a_treatment_does_not_lead_where_no_condition_is_asked_about() -> None:
    """It may be on another illness than the advice that says what was asked."""
    asked = replace(on_words("How much exercise to lose weight", weight=0.5), interventions=question().interventions)
    filed = finding("Use taping.", record="h", year=2026)
    speaks = advice("To lose weight, exercise for 150 minutes a week.", spoken=2.0)

    assert leading(asked, filed, speaks) == [speaks.quote.text]


def test_what_an_editor_filed_under_the_illness_alone_does_not_lead_where_advice_says_what_was_asked() -> None:
    """A course against nearly having diabetes is no matter of newer drugs."""
    asked = question("course to lose weight in patellofemoral pain", interventions=())
    filed = finding("Use taping.", record="h", year=2026, interventions=(), match=InterventionMatch.NOT_ASKED)
    speaks = advice("To lose weight, exercise for 150 minutes a week.", spoken=2.0)

    assert leading(asked, filed, speaks) == [speaks.quote.text]


def test_where_nobody_is_named_advice_on_people_in_general_leads() -> None:
    """Advice on adolescents stands in the same source, before that on adults."""
    asked = on_words("alcohol screening", alcohol=0.9)
    young = advice("Screening of adolescents is uncertain.", "a", spoken=1.0)
    general = advice("Screen adults for alcohol.", "b", spoken=1.0)
    assert leading(asked, young, general) == ["Screen adults for alcohol."]
    assert leading(asked, young) == ["Screening of adolescents is uncertain."]


def test_nothing_leads_where_something_else_is_asked() -> None:
    """Whether to tell an employer is not answered by a medicine, which stands below all the same."""
    other = question("Should I tell my employer?", kind=QuestionKind.OTHER, interventions=(), facets=())
    same = replace(other, kind=QuestionKind.TREATMENT)
    fits = finding("Use tape.", match=InterventionMatch.NOT_ASKED)

    assert lead(other, [fits], Numbering(None)).lead == phrase("lead.beside")
    assert leading(other, fits) == []
    assert leading(same, fits) == ["Use tape."]
