"""What a refusal names as coming near: sources that speak of what was named, and never what does not stand."""

from dataclasses import replace

import pytest

from quoth.model import (
    Candidate,
    Concept,
    ConceptKind,
    Design,
    Extent,
    Form,
    Mention,
    Notice,
    NoticeKind,
    QueryTerm,
    Question,
    Section,
    Standing,
)
from quoth.pipeline.nearest_sources import nearest_sources
from tests.unit.answer.factories import finding

CROUP = Concept("croup", ConceptKind.CONDITION, lay=("barking cough",))
STEAM = Concept("steam", ConceptKind.INTERVENTION)


def candidate(name: str, words: str, rank: int = 1, *, score: float = 10.0, match: float = 0.5) -> Candidate:
    """A text of a record of its own, as the search brought it."""
    made = finding(words, record=name)
    record = replace(made.record, title=f"On {name}", conditions=())
    return Candidate(record, made.rendition, made.standing, 0, len(made.rendition.text), score, rank, match)


def names(question: Question, *found: Candidate) -> list[str]:
    """The titles that are named."""
    return [source.title for source in nearest_sources(question, found)]


def on(concept: Concept) -> Question:
    """A question that names one thing."""
    mention = Mention(concept, concept.name, 0, 5)
    if concept.kind is ConceptKind.CONDITION:
        return Question("croup", conditions=(mention,))
    return Question("steam", interventions=(mention,))


def test_what_speaks_of_the_condition_is_named_in_the_order_of_the_search() -> None:
    """By any of its names, in the title or the text that was hit."""
    by_name = candidate("a", "Croup is treated at home.", 2)
    by_lay_name = candidate("b", "A barking cough needs care.", 1)
    other = candidate("c", "Steam helps sinusitis.", 3)
    assert names(on(CROUP), by_name, by_lay_name, other) == ["On b", "On a"]
    assert names(on(STEAM), by_name, other) == ["On c"]


def test_each_source_is_named_once_and_five_at_most() -> None:
    """Two sections of one report are one source."""
    sections = [candidate("a", "Croup.", 1), candidate("a", "Croup again.", 2)]
    others = [candidate(f"r{rank}", "Croup.", rank) for rank in range(3, 12)]
    assert names(on(CROUP), *sections, *others) == ["On a", "On r3", "On r4", "On r5", "On r6"]


@pytest.mark.parametrize("kind", [NoticeKind.RETRACTION, NoticeKind.WITHDRAWN])
def test_what_does_not_stand_is_not_named(kind: NoticeKind) -> None:
    """A way on may not lead into a retracted report."""
    gone = candidate("a", "Croup.")
    gone = replace(gone, standing=Standing(notices=(Notice(kind, gone.record.ids),)))
    assert names(on(CROUP), gone) == []


def test_an_editors_note_is_no_source_and_indirect_evidence_comes_near_nothing() -> None:
    """Both are about something else than the words of a source on what was asked."""
    note, indirect = candidate("a", "Croup."), candidate("b", "Croup.")
    note = replace(note, record=replace(note.record, design=Design.NOTE))
    indirect = replace(indirect, record=replace(indirect.record, indirect="in rabbits"))
    assert names(on(CROUP), note, indirect) == []


def test_where_nothing_known_is_named_a_source_has_to_hold_much_of_the_question() -> None:
    """A word or two shared with a long question is no nearness."""
    much, little, far = (
        candidate("a", "Ward swallowing test.", 1, score=10.0, match=0.6),
        candidate("b", "Ward.", 2, score=9.0, match=0.1),
        candidate("c", "Swallowing.", 3, score=3.0, match=0.5),
    )
    assert names(Question("who tests swallowing on the ward"), much, little, far) == ["On a"]


@pytest.mark.parametrize(
    ("unknown", "known", "named"),
    [
        (("leprosy",), ("drugs",), []),
        (("leprosy",), ("swallowing", "drugs"), []),
        (("leprosy",), ("swallowing", "ward", "drugs"), ["On a"]),
        (("leprosy", "lepra"), ("swallowing", "ward", "drugs"), []),
        ((), ("drugs",), ["On a"]),
    ],
)
@pytest.mark.parametrize("treatment", [False, True])
def test_what_hangs_on_words_that_nobody_knows_comes_near_nothing(
    unknown: tuple[str, ...], known: tuple[str, ...], named: list[str], *, treatment: bool
) -> None:
    """What shares the other words is on another illness, be it the same treatment; most words have to be known."""
    question = on(STEAM) if treatment else Question("")
    terms = tuple(QueryTerm(word) for word in (*unknown, *known))
    asked = replace(question, unknown=unknown, terms=terms)
    assert names(asked, candidate("a", "Steam and drugs on the ward.", match=0.6)) == named


def test_a_condition_that_is_known_is_spoken_of_whatever_else_is_strange() -> None:
    """Psilocybin for depression: guidelines on depression are near."""
    asked = replace(on(CROUP), unknown=("psilocybin", "lepra"))
    assert names(asked, candidate("a", "Croup is treated at home.")) == ["On a"]


def test_the_part_that_was_hit_is_named_and_placed() -> None:
    """Of a long guideline a reader wants the place, not its first page."""
    one = candidate("a", "Care at home. Croup is treated with steam.")
    parts = (Section(0, 14, "Home"), Section(14, len(one.rendition.text), "Steam", path=("Treatment",)))
    one = replace(one, rendition=replace(one.rendition, sections=parts, form=Form.FULL_TEXT), start=14)
    (near,) = nearest_sources(on(CROUP), [one])

    assert near.section == ("Treatment", "Steam")
    assert near.rendition_id == one.rendition.id
    assert near.place == Extent(14, len(one.rendition.text))
