"""Advice that an editor decided on leads where it led before, on an illness that no pack knows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.model import Action, Answer, FaultKind, ProposalStatus, Statement
from quoth.pipeline import Options, Parts, ask, check_stored, ingest, recommendations, rule
from quoth.sources import DocumentFacts
from tests.kept import library_in_memory

SEPSIS = """<!doctype html><html><body><main><h1>Sepsis in adults</h1>
<h2>Vitamins</h2>
<p>For adults with sepsis, we suggest against using intravenous vitamin C. (Weak recommendation, low certainty)</p>
<h2>Fluids</h2>
<p>For adults with sepsis, we recommend crystalloids as first-line fluid. (Strong recommendation, moderate
certainty)</p>
<h2>Monitoring</h2>
<table><tr><th>Recommendation</th><th>Strength</th></tr>
<tr><td>Measure lactate in adults suspected of having sepsis.</td><td>Weak</td></tr></table>
</main></body></html>"""
DOI = "10.1000/sepsis"
ASKED = (
    ("Should vitamin C be given in sepsis?", "vitamin C", Action.DO_NOT),
    ("Which fluid comes first in sepsis?", "crystalloids", Action.DO),
    ("Should lactate be measured in sepsis?", "lactate", Action.CONSIDER),
)
S = ProposalStatus


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    """A library with the starter packs and a guideline on something that none of them is on."""
    path = tmp_path / "sepsis.html"
    path.write_text(SEPSIS, encoding="utf-8")
    facts = DocumentFacts(title="Sepsis in adults", issuer="Sepsis Board", year=2024, doi=DOI, conditions=("sepsis",))
    with library_in_memory(tmp_path) as opened:
        ingest([path], opened, options=Options(facts=facts))
        yield opened


def led_by(question: str, parts: Parts) -> tuple[Statement, ...]:
    """What leads its page; nothing where it is refused."""
    page = ask(question, parts).page
    return page.bottom_line.statements if isinstance(page, Answer) else ()


def decide_all(status: ProposalStatus, parts: Parts, why: str = "") -> None:
    """The same decision on every recommendation."""
    found = [one.id for text in recommendations(DOI, parts).texts for one in text.proposals]
    rule(DOI, found, status, parts, by="A. Editor", why=why)


@pytest.mark.parametrize(("question", "words", "action"), ASKED)
def test_what_was_accepted_leads_with_its_grade_and_its_editor(
    question: str, words: str, action: Action, parts: Parts
) -> None:
    """Whoever looks at a guideline and accepts it loses no answer."""
    before = led_by(question, parts)
    decide_all(S.ACCEPTED, parts)
    after = led_by(question, parts)

    assert [True] == [words in one.quote.text for one in before]
    assert [True] == [words in one.quote.text for one in after]
    assert action is after[0].action
    assert "A. Editor" in (after[0].action_by or "")
    assert any(qualifier.kind.value == "strength" for qualifier in after[0].qualifiers)


def test_a_rejected_sentence_leads_nothing(parts: Parts) -> None:
    """Nor does it come back as the advice that is nearest."""
    decide_all(S.REJECTED, parts, why="read by the board")
    assert all(() == led_by(question, parts) for question, _, _ in ASKED)


def test_a_page_of_before_stands_where_the_editor_agreed_and_is_told_where_not(parts: Parts) -> None:
    """The words are the same, and so is what they ask for; a rejection takes the page back."""
    for question, _, _ in ASKED:
        ask(question, parts)
    decide_all(S.ACCEPTED, parts)
    agreed = {fault.kind for verdict in check_stored(parts) for fault in verdict.faults}
    decide_all(S.REJECTED, parts, why="read by the board")
    refused = {fault.kind for verdict in check_stored(parts) for fault in verdict.faults}

    assert set() == agreed
    assert {FaultKind.TEXT_OUTDATED} == refused
