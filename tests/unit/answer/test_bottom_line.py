"""What leads where a guideline's own text is read: graded advice on all that the question is about."""

from dataclasses import replace

from quoth.answer.bottom_line import lead
from quoth.answer.numbering import Numbering
from quoth.model import (
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
from tests.unit.answer.factories import finding, question


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
    women = advice("Offer chlamydia screening to women under 25.", spoken=1.4)
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
