"""A page on its way through the board: under review, approved, and what its readers see."""

from quoth.model import (
    Account,
    Answer,
    ReviewStatus,
)
from quoth.pipeline import (
    Parts,
    reviewing,
    stored_page,
)

QUESTION = "Does taping the kneecap work?"


S = ReviewStatus


def under_review(page: Answer, parts: Parts, people: dict[str, Account]) -> str:
    """Submitted, with two reviewers who have declared their interests."""
    reviewing.submit(page.id, parts, by=people["ed"])
    for name in ("ann", "ben"):
        reviewing.assign(page.id, people[name].id, parts, by=people["ed"])
        reviewing.declare(page.id, parts, by=people[name], conflict=False)
    return page.id


def approved(page: Answer, parts: Parts, people: dict[str, Account]) -> str:
    """Signed by both."""
    review_id = under_review(page, parts, people)
    for name in ("ann", "ben"):
        reviewing.decide(review_id, parts, by=people[name], approve=True, revision=1)
    return review_id


def status(review_id: str, parts: Parts) -> ReviewStatus:
    """What readers see under the page's address; the checker passes it."""
    shown = stored_page(review_id, parts)
    assert isinstance(shown.page, Answer)
    assert shown.page.review.status is S.OUT_OF_DATE or shown.verdict.passed
    return shown.page.review.status


PACK = """
quoth_pack: 1
pack: {pack}
version: '1'
title: New on {condition}
rendition: summary
editor: A. Editor
as_of: 2026-11-23
licence: CC-BY-4.0
condition: {condition}
question: What helps {condition}?
common_questions: []
concepts:
  - {{name: {condition}, kind: condition}}
  - {{name: {treatment}, kind: intervention, group: supports}}
differences: []
records:
  - id: guide-2026
    type: guideline
    issuer: Society of 2026
    title: Guide to {condition}
    title_verified: true
    authors: [Doe J]
    journal: Journal
    year: 2026
    retraction: not checked
    seen: full text
    conditions: [{condition}]
    population: adults with {condition}
    interventions: [{treatment}]
    figures_usable: true
    key_results: []
    conclusion: {{text: "{treatment} is an option.", interventions: [{treatment}], facets: [benefit]}}
    recommendations:
      - text: Consider {treatment} for {condition}.
        strength: weak
        certainty: low
        interventions: [{treatment}]
        action: consider
        action_by: editor, from 'consider'
        facets: [benefit]
"""
