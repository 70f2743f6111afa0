"""Editors and proposals: every act has a name, a day and a history, and words stay the source's."""

import pytest

from quoth.errors import BadInput
from quoth.model import (
    Action,
    Annotation,
    AnnotationKind,
    Extent,
    Fidelity,
    Form,
    Proposal,
    ProposalStatus,
    Rendition,
    make_rendition,
)
from quoth.review import Correction, decide, edition

WORDS = "We suggest taping for adults. (Weak for)\n\nOffer exercise. (Strong for)"
S = ProposalStatus


def guide() -> Rendition:
    """A guideline of two recommendations."""
    return make_rendition(Form.FULL_TEXT, Fidelity.VERBATIM, WORDS)


def proposal(statement: str = "We suggest taping for adults.", strength: str = "Weak for") -> Proposal:
    """A recommendation as it was found."""
    start, grade = WORDS.index(statement), WORDS.index(strength)
    annotation = Annotation(
        "r1",
        AnnotationKind.RECOMMENDATION,
        Extent(start, start + len(statement)),
        Extent(start, grade + len(strength) + 1),
        strength=Extent(grade, grade + len(strength)),
        action=Action.CONSIDER,
        action_by="from its grade (VA/DoD)",
    )
    return Proposal("r1", guide().id, annotation)


def act(before: Proposal, status: S, *, by: str = "A. Editor", why: str = "", **correct: object) -> Proposal:
    """The proposal after one more act."""
    correction = Correction(**correct) if correct else None  # type: ignore[arg-type]
    return decide(before, status, by=by, on="2026-11-24", why=why, text=WORDS, correction=correction)


def test_an_act_keeps_name_day_and_reason() -> None:
    """Who signs for a mapping can be asked about it."""
    accepted = act(proposal(), S.ACCEPTED, by="  A.  Editor ", why="as printed")

    assert (S.ACCEPTED, "A. Editor", "2026-11-24", "as printed") == (
        accepted.status, accepted.decisions[0].by, accepted.decisions[0].on, accepted.decisions[0].why,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("status", "by", "why", "correct"),
    [
        (S.ACCEPTED, " ", "", {}),
        (S.ACCEPTED, "x" * 300, "", {}),
        (S.REJECTED, "E", " ", {}),
        (S.CORRECTED, "E", "", {}),
        (S.CORRECTED, "E", "", {"strength": "Strong recommendation"}),
        (S.CORRECTED, "E", "", {"statement": " "}),
        (S.PROPOSED, "E", "", {}),
    ],
)
def test_acts_without_name_reason_or_ground_are_refused(status: S, by: str, why: str, correct: dict[str, str]) -> None:
    """Nobody decides namelessly, rejects silently, or puts words into a source."""
    with pytest.raises(BadInput):
        act(proposal(), status, by=by, why=why, **correct)


def test_a_correction_points_at_other_words_of_the_text() -> None:
    """The editor's mapping is theirs and says so; the words stay where they stand."""
    fixed = act(proposal(), S.CORRECTED, population="adults", action=Action.DO, interventions=("taping",))
    annotation = fixed.standing_annotation

    assert annotation.population is not None
    assert "adults" == WORDS[annotation.population.start : annotation.population.end]
    assert (Action.DO, "A. Editor", ("taping",)) == (annotation.action, annotation.action_by, annotation.interventions)
    assert None is act(fixed, S.CORRECTED, strength="").standing_annotation.strength
    assert proposal().annotation == fixed.annotation


def test_a_corrected_statement_takes_its_passage_along() -> None:
    """A statement moved elsewhere does not leave its old surroundings in its passage."""
    moved = act(proposal(), S.CORRECTED, statement="Offer exercise.", strength="Strong for").standing_annotation

    assert "Offer exercise. (Strong for" == WORDS[moved.whole.start : moved.whole.end]


def test_taking_back_restores_what_stood_before_and_forgets_nothing() -> None:
    """Two acts taken back one after the other lead to the start, with four acts in the history."""
    one = act(proposal(), S.CORRECTED, population="adults")
    two = act(one, S.REJECTED, why="an aim")
    back = act(two, S.PROPOSED, by="B")

    assert (S.CORRECTED, one.standing_annotation) == (back.status, back.standing_annotation)
    start = act(back, S.PROPOSED)
    assert (S.PROPOSED, proposal().annotation, 4) == (start.status, start.standing_annotation, len(start.decisions))
    with pytest.raises(BadInput, match="nothing to take back"):
        act(start, S.PROPOSED)


def test_an_edition_speaks_only_for_what_was_decided() -> None:
    """A draft is no annotation; a rejected one is marked, so that it is not offered again."""
    assert edition(guide(), [proposal()]) == guide()
    accepted = edition(guide(), [act(proposal(), S.ACCEPTED)])
    rejected = edition(guide(), [act(proposal(), S.REJECTED, why="an aim")])

    assert (guide().text, guide().sections) == (accepted.text, accepted.sections)
    assert accepted.id != guide().id
    assert [(AnnotationKind.RECOMMENDATION, "from its grade (VA/DoD); A. Editor")] == [
        (a.kind, a.action_by) for a in accepted.annotations
    ]
    assert [(AnnotationKind.SET_ASIDE, None)] == [(a.kind, a.action) for a in rejected.annotations]
    assert edition(guide(), [act(act(proposal(), S.ACCEPTED), S.PROPOSED)]) == guide()
