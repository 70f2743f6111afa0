"""What stands in the bottom line of a page, and what does not."""

import pytest

from quoth.model import (
    Action,
    Concept,
    ConceptKind,
    Design,
    Ids,
    InterventionMatch,
    MarkKind,
    Mention,
    Notice,
    NoticeKind,
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
