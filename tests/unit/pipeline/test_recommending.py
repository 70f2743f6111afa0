"""From a guideline's file to an editor's decision and to the page, on a library in memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.errors import NotFound
from quoth.model import Action, Answer, FaultKind, ProposalStatus, Statement, encode
from quoth.pipeline import Options, Parts, ask, check_stored, ingest, recommendations, rule
from quoth.sources import DocumentFacts
from tests.kept import library_in_memory

QUESTION = "Does taping help patellofemoral pain?"
GUIDE = """<!doctype html><html><body><main><h1>Patellofemoral pain</h1>
<h2>Taping</h2>
<p>The panel suggests patellar taping for adults with patellofemoral pain, if exercise alone fails. (Weak for)</p>
<p>Clinicians should not use taping as the only treatment of patellofemoral pain. (Strong against)</p>
<h2>Exercise</h2><p>Offer exercise therapy to adults with patellofemoral pain. (Strong for)</p>
</main></body></html>"""
FACTS = DocumentFacts(
    title="Patellofemoral pain: a guideline", issuer="Knee Society", year=2025, doi="10.1000/guide",
    conditions=("patellofemoral pain",),
)  # fmt: skip
S = ProposalStatus


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    """A library with the starter packs and one guideline of its own."""
    path = tmp_path / "guide.html"
    path.write_text(GUIDE, encoding="utf-8")
    with library_in_memory(tmp_path) as opened:
        ingest([path], opened, options=Options(facts=FACTS))
        yield opened


def rows(parts: Parts) -> list[Statement]:
    """What the page quotes of the guideline."""
    page = ask(QUESTION, parts).page
    assert isinstance(page, Answer), page
    held = parts.store.renditions(
        parts.store.record(recommendations("10.1000/guide", parts).record.id).id, current_only=False
    )
    texts = {one.rendition.id for one in held}
    return [one for row in page.actions for one in (row.statement, *row.also) if one.quote.span.rendition_id in texts]


def test_recommendations_are_found_once_and_named_for_good(parts: Parts) -> None:
    """An editor's notes may refer to r2 tomorrow."""
    first = recommendations("10.1000/guide", parts)

    assert [("r1", Action.CONSIDER), ("r2", Action.DO_NOT), ("r3", Action.DO)] == [
        (p.id, p.annotation.action) for text in first.texts for p in text.proposals
    ]
    assert first == recommendations("10.1000/guide", parts, again=True)


def test_looking_alone_changes_no_library(parts: Parts) -> None:
    """Drafts are no content."""
    before = parts.store.snapshot()
    recommendations("10.1000/guide", parts)

    assert before == parts.store.snapshot()


def test_decisions_make_an_edition_and_taking_back_restores_the_snapshot(parts: Parts) -> None:
    """What is taken back leaves no trace in what answers read, and all of it in the history."""
    recommendations("10.1000/guide", parts)
    before = parts.store.snapshot()
    rule("10.1000/guide", ["r1", "r2"], S.ACCEPTED, parts, by="A. Editor")
    accepted = parts.store.snapshot()
    again = recommendations("10.1000/guide", parts, again=True)
    rule("10.1000/guide", ["r1", "r2"], S.PROPOSED, parts, by="A. Editor")

    assert before != accepted
    assert [S.ACCEPTED, S.ACCEPTED, S.PROPOSED] == [p.status for text in again.texts for p in text.proposals]
    assert before == parts.store.snapshot()
    assert parts.index.stamp() == before
    found = recommendations("10.1000/guide", parts)
    assert [2, 2, 0] == [len(p.decisions) for text in found.texts for p in text.proposals]


def test_unknown_recommendations_and_sources_are_named(parts: Parts) -> None:
    """All or none are decided."""
    with pytest.raises(NotFound, match="'r9'"):
        rule("10.1000/guide", ["r1", "r9"], S.ACCEPTED, parts, by="E")
    assert all(not p.decisions for text in recommendations("10.1000/guide", parts).texts for p in text.proposals)
    with pytest.raises(NotFound):
        recommendations("10.1000/none", parts)


def test_a_summary_has_no_recommendations_of_its_own_words(parts: Parts) -> None:
    """What an editor wrote about a source is not searched for the source's recommendations."""
    with pytest.raises(NotFound, match="own words"):
        recommendations(next(r.id for r in parts.store.iter_records() if r.ids.pack), parts)


def test_the_page_follows_the_editor_and_the_checker_agrees(parts: Parts) -> None:
    """Accepted: with its grade and the editor's name. Rejected: gone. Until then: the sentence as it stands."""
    taping = "The panel suggests patellar taping"
    as_found = [one for one in rows(parts) if one.quote.text.startswith(taping)]
    rule("10.1000/guide", ["r1"], S.ACCEPTED, parts, by="A. Editor")
    accepted = [one for one in rows(parts) if one.quote.text.startswith(taping)]
    rule("10.1000/guide", ["r1"], S.REJECTED, parts, by="A. Editor", why="a trial of the workflow")
    rejected = [one for one in rows(parts) if one.quote.text.startswith(taping)]

    assert as_found
    assert "A. Editor" not in encode(as_found).decode()
    assert accepted
    assert all("A. Editor" in (one.action_by or "") for one in accepted)
    assert "Weak for" in [q.quote.text for one in accepted for q in one.qualifiers]
    assert [] == rejected
    faults = {fault.kind for verdict in check_stored(parts) for fault in verdict.faults}
    assert faults <= {FaultKind.TEXT_OUTDATED}  # pages of before the decision say so


def test_a_guideline_with_other_facts_is_read_again_into_the_same_record(tmp_path: Path, parts: Parts) -> None:
    """Facts that come later complete the entry; the text is not there twice."""
    path = tmp_path / "other.html"
    path.write_text(GUIDE.replace("Taping", "Tape"), encoding="utf-8")
    for facts in (DocumentFacts(), DocumentFacts(issuer="Knee Board", year=2024, title="Knee")):
        ingest([path], parts, options=Options(facts=facts))
    known = [r for r in parts.store.iter_records() if r.issuer == "Knee Board" or "document" in r.origin]

    assert ["Knee Society", "Knee Board"] == sorted((r.issuer or "" for r in known), reverse=True)
    assert 1 == len(parts.store.renditions(next(r.id for r in known if r.issuer == "Knee Board")))
