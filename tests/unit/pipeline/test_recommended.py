"""What a guideline recommends, for whoever opens it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.model import Action, ProposalStatus
from quoth.pipeline import Options, Parts, ingest, overview, recommendations, recommended, rule, source
from quoth.settings import load_settings
from quoth.sources import DocumentFacts
from quoth.wiring import open_parts

GUIDE = """<!doctype html><html><body><main><h1>Patellofemoral pain</h1>
<h2>Taping</h2>
<p>The panel suggests patellar taping for adults with patellofemoral pain. (Weak for)</p>
<p>A survey asked 812 women how often physicians recommend taping.</p>
<h2>Exercise</h2><p>Offer exercise therapy to adults with patellofemoral pain. (Strong for)</p>
<p>Some of 40 patients should be seen again.</p>
</main></body></html>"""
FACTS = DocumentFacts(title="Kneecaps: a guideline", issuer="Knee Society", year=2025, doi="10.1000/guide")


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    """A library with one guideline of its own."""
    path = tmp_path / "guide.html"
    path.write_text(GUIDE, encoding="utf-8")
    settings = load_settings({"QUOTH_HOME": str(tmp_path)}, {"store": "memory:", "index": "memory", "starter": "no"})
    with open_parts(settings) as opened:
        ingest([path], opened, options=Options(facts=FACTS))
        yield opened


def test_each_recommendation_has_its_grade_heading_and_place(parts: Parts) -> None:
    """What is only said around them is left out, and each place holds the very words."""
    view = source("10.1000/guide", parts)
    found = recommended(view)

    assert [("Taping", Action.CONSIDER, "Weak for"), ("Exercise", Action.DO, "Strong for")] == [
        (one.section.split(" › ")[-1], one.action, one.strength) for one in found
    ]
    text = view.renditions[0].rendition.text
    assert all(" ".join(text[one.place.start : one.place.end].split()) == one.words for one in found)
    assert not any(one.by_editor for one in found)


def test_what_an_editor_accepted_or_set_aside_counts(parts: Parts) -> None:
    """The accepted one is the editor's; one that was set aside is gone."""
    drafts = [draft.id for text in recommendations("10.1000/guide", parts).texts for draft in text.proposals]
    rule("10.1000/guide", drafts[:1], ProposalStatus.ACCEPTED, parts, by="M Editor")
    rule("10.1000/guide", drafts[1:], ProposalStatus.REJECTED, parts, by="M Editor", why="former advice")

    assert [(True, Action.CONSIDER)] == [
        (one.by_editor, one.action) for one in recommended(source("10.1000/guide", parts))
    ]


def test_a_guideline_studied_nobody(parts: Parts) -> None:
    """Counts in its text are those of the studies that it speaks of."""
    view = source("10.1000/guide", parts)
    assert (None, ()) == (view.n, view.facts)


def test_the_overview_names_guidelines_that_no_pack_brought(parts: Parts) -> None:
    """A start page that shows the topics of packs alone would hide them."""
    found = overview(parts)
    assert (1, ["Kneecaps: a guideline"]) == (found.own_guidelines, [one.title for one in found.shown_guidelines])
