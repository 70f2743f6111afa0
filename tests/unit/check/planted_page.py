"""Faults planted in the furniture of a page: its own words, and what stands where."""

from dataclasses import replace

from quoth.model import (
    Action,
    Extent,
    Facet,
    Figure,
    ResearchGroup,
    ReviewLine,
    ReviewStatus,
    Suggestion,
    phrase,
)
from tests.unit.check.planting import K, Planted, lead, on, page, row

__all__ = ["PLANTED"]

PLANTED: tuple[Planted, ...] = (
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
