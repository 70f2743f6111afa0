"""What stands in the bottom line of a page, and what does not."""

from dataclasses import replace

import pytest

from quoth.answer.select import select
from quoth.model import (
    Action,
    Concept,
    ConceptKind,
    Design,
    EvidenceTable,
    Facet,
    Ids,
    InterventionMatch,
    MarkKind,
    Mention,
    Notice,
    NoticeKind,
    QueryTerm,
    Question,
    Slot,
    Standing,
    phrase,
)
from tests.unit.answer.factories import finding, page_of, question, result

SUPERSEDED = Standing(notices=(Notice(NoticeKind.SUPERSEDED, Ids(pmid="1"), source="pack"),))


def test_bottom_line_is_the_newest_direct_guidance() -> None:
    """A newer guideline speaks before an older one, whatever else the older one says."""
    page = page_of(finding(record="old", year=2016, relevance=0.95), finding("Use tape.", record="new", year=2024))

    assert ["new"] == [s.quote.span.record_id for s in page.bottom_line.statements]


def test_bottom_line_prefers_a_guideline_to_a_newer_consensus_that_is_uncertain() -> None:
    """A body that gives no direction does not lead while another gives one."""
    vote = finding("Tape is uncertain.", record="c", design=Design.CONSENSUS, action=Action.UNCERTAIN, year=2025)

    page = page_of(vote, finding(record="g", year=2019))

    assert ["g"] == [s.quote.span.record_id for s in page.bottom_line.statements]


@pytest.mark.parametrize("match", [InterventionMatch.BROADER, InterventionMatch.MENTIONED])
def test_bottom_line_is_not_about_the_family_of_what_was_asked(match: InterventionMatch) -> None:
    """Advice on exercise does not lead a page on hip exercise; it stands among the actions."""
    page = page_of(finding(match=match))

    assert phrase("lead.beside") == page.bottom_line.lead
    assert () == page.bottom_line.statements
    assert 1 == len(page.actions)


def test_bottom_line_is_not_for_fewer_people_than_were_asked_about() -> None:
    """Advice for children does not lead a page that asks about everybody."""
    child = finding("Rest.", record="c", condition="children who play football")

    assert phrase("lead.beside") == page_of(child).bottom_line.lead


def test_bottom_line_of_a_question_on_an_outcome_speaks_of_that_outcome() -> None:
    """Advice on survival does not lead a page that asks about weight."""
    weight = Mention(Concept("weight", ConceptKind.OUTCOME), "weight")
    on_weight = finding("Use tape to lose weight.", record="w", year=2010, matched=(Slot.OUTCOME,))

    page = page_of(finding(), on_weight, asked=question(outcomes=(weight,)))

    assert ["w"] == [s.quote.span.record_id for s in page.bottom_line.statements]


def test_what_speaks_of_the_population_asked_stands_alone_where_there_is_any() -> None:
    """For a pregnant reader general advice is no answer where there is advice on pregnancy."""
    pregnant = Mention(Concept("pregnant people", ConceptKind.POPULATION), "pregnancy")
    own = finding("Offer support.", record="p", matched=(Slot.POPULATION,))

    page = page_of(finding(), own, asked=question(populations=(pregnant,)))

    assert {"p"} == {s.quote.span.record_id for s in page.statements()}


def test_page_without_recommendation_says_so() -> None:
    """Research alone gives no bottom line: the page says that none was found."""
    page = page_of(result())

    assert () == page.bottom_line.statements
    assert phrase("lead.none") == page.bottom_line.lead


def test_superseded_guidance_leads_only_under_its_own_lead() -> None:
    """When all guidance found is superseded, the lead says so and the row wears the mark."""
    page = page_of(finding(standing=SUPERSEDED))

    assert phrase("lead.superseded") == page.bottom_line.lead
    assert MarkKind.SUPERSEDED in {mark.kind for mark in page.bottom_line.statements[0].marks}


def _older(words: str, age: float | None = None) -> Question:
    people = Mention(Concept("older people", ConceptKind.POPULATION, lay=("elderly",)), words, 0, len(words))
    return question(populations=(people,), age=age)


def test_advice_on_adults_leads_for_somebody_whom_an_age_alone_makes_older() -> None:
    """Somebody of 68 is among the adults of a guideline that says nothing of age."""
    page = page_of(finding("Use tape.", record="g"), asked=_older("68-year-old", 68))

    assert ["g"] == [s.quote.span.record_id for s in page.bottom_line.statements]


def test_advice_on_adults_does_not_lead_where_frailty_is_told() -> None:
    """Who writes of an elderly patient asks whether it holds for them."""
    page = page_of(finding("Use tape.", record="g"), asked=_older("elderly"))

    assert () == page.bottom_line.statements


def test_a_review_leads_where_no_guideline_answers_and_is_called_one() -> None:
    """Advice on exactly what was asked is no "related matter"; who gives it is said above it."""
    review = finding("Use tape at night.", record="r", design=Design.SYSTEMATIC_REVIEW)
    beside = finding("Use a brace.", record="g", match=InterventionMatch.MENTIONED)

    page = page_of(review, beside)

    assert phrase("lead.review") == page.bottom_line.lead
    assert ["r"] == [s.quote.span.record_id for s in page.bottom_line.statements]


def test_a_guideline_that_answers_leads_before_a_newer_review() -> None:
    """A review advises where guidelines are silent, and nowhere else."""
    page = page_of(
        finding("Use tape at night.", record="r", design=Design.SYSTEMATIC_REVIEW, year=2026),
        finding(record="g", year=2012),
    )

    assert ["g"] == [s.quote.span.record_id for s in page.bottom_line.statements]


def test_a_superseded_review_leads_nowhere() -> None:
    """What does not stand is no advice of today."""
    review = finding("Use tape at night.", record="r", design=Design.SYSTEMATIC_REVIEW, standing=SUPERSEDED)

    assert () == page_of(review).bottom_line.statements


@pytest.mark.parametrize("words", ["symptoms", "response", "pain"])
def test_an_outcome_that_is_the_illness_again_asks_for_nothing_more(words: str) -> None:
    """Advice on knee pain is advice on its pain and its symptoms, whether or not it says so."""
    again = Mention(Concept(words, ConceptKind.OUTCOME), words)

    page = page_of(finding(record="g"), asked=question(outcomes=(again,)))

    assert ["g"] == [s.quote.span.record_id for s in page.bottom_line.statements]


def test_a_word_of_the_illness_or_of_the_body_that_advises_is_no_other_matter() -> None:
    """A question such as "AAP = treat?" asks nothing beside the illness."""
    own = (QueryTerm("knee pain", concept="knee pain"), QueryTerm("Knee", rarity=1.0))
    asked = question("Knee = treat?", interventions=(), terms=own)

    page = page_of(finding(record="g", match=InterventionMatch.NOT_ASKED), asked=asked)

    assert ["g"] == [s.quote.span.record_id for s in page.bottom_line.statements]


def test_what_only_mentions_the_treatment_does_not_stand_for_its_dose() -> None:
    """Where to needle those whom tape did not help is no dose of tape, though nothing else here tells one."""
    on_it = finding("Use tape.", record="g", facets=(Facet.BENEFIT,))
    beside = finding("Needle up to ten times if tape failed.", record="g", facets=(Facet.DOSE,),
                     interventions=("needling",), match=InterventionMatch.MENTIONED)  # fmt: skip
    asked = replace(question("Taping for knee pain: how many times?"), facets=(Facet.DOSE,))

    chosen = select(asked, EvidenceTable((on_it, beside), coverage_0_1=1.0), relevance_min=0.0)

    assert not chosen.recommendations
