"""What comes nearest where nothing answers: word for word, with what it lacks; never what is plainly for others."""

from dataclasses import replace

import pytest

from quoth.evidence import CueRoles, assess, nearest_advice
from quoth.model import Candidate, Directness, Facet, NearFinding, Notice, NoticeKind, Standing
from tests.unit.evidence.assessed import advice as pack_advice
from tests.unit.evidence.evidence_factories import candidate, lexicon, passages, question, record, rendition

TITLE = "Selenium for the prevention of mouth ulcers: clinical practice guideline"
ADVICE = "We recommend against selenium for the prevention of mouth ulcers (strong recommendation)."
SECOND = "We suggest a mouth rinse for adults whose mouth ulcers hurt (weak recommendation)."
FILLER = "\n\n".join(f"The panel met for its session {number} in that year." for number in range(20))


def shelf(*advice: str, title: str = TITLE, standing: Standing | None = None) -> Candidate:
    """A guideline that was found."""
    text = rendition("\n\n".join((*advice, FILLER)))
    return replace(candidate(record(title), text, standing=standing or Standing()), match_0_1=0.7)


def near(
    *words: str,
    hit: Candidate,
    plain: tuple[str, ...] = (),
    unknown: tuple[str, ...] = (),
    strange: bool = False,
) -> list[NearFinding]:
    """What comes nearest to a question of these words."""
    typed = replace(question(words=words, text=" ".join(words)), unknown=unknown)
    roles = CueRoles()
    table = assess(typed, [hit], lexicon(), roles, passages_of=passages, plain=frozenset(plain))
    return list(
        nearest_advice(
            typed, table, [hit], lexicon(), roles, passages_of=passages, plain=frozenset(plain), strange=strange
        )
    )


def test_the_nearest_stands_first_and_claims_to_answer_nothing() -> None:
    """Whatever was weighed best, each with its grade as on any page."""
    found = near("zinc", "selenium", "mouth", "ulcers", hit=shelf(SECOND, ADVICE))

    assert [one.finding.quote.text for one in found] == [ADVICE, SECOND]
    assert {one.finding.directness for one in found} == {Directness.UNKNOWN}
    assert "strong recommendation" in [q.quote.text for q in found[0].finding.qualifiers]


def test_it_tells_the_words_that_it_lacks_and_passes_over_those_of_everyday_life() -> None:
    """Zinc may be the very treatment; that nobody writes "granny" into advice tells nothing."""
    (first,) = near("zinc", "mouth", "ulcers", "granny", hit=shelf(ADVICE), plain=("granny",))

    assert first.lacks == ("zinc",)


def test_what_nobody_here_knows_is_told_even_if_it_is_a_word_of_everyday_life() -> None:
    """A list may take for plain what is a name somewhere."""
    (first,) = near("granny", "mouth", "ulcers", hit=shelf(ADVICE), plain=("granny",), unknown=("granny",))

    assert first.lacks == ("granny",)


def test_where_all_hangs_on_strange_words_only_what_much_speaks_for_comes_near() -> None:
    """The rest shares the other words by chance."""
    hit = shelf(ADVICE, title="Care of the mouth: clinical practice guideline")
    words = ("zorbium", "quorine", "ulcers")

    assert near(*words, hit=hit)
    assert not near(*words, hit=hit, unknown=words[:2], strange=True)


@pytest.mark.parametrize("kind", [NoticeKind.RETRACTION, NoticeKind.WITHDRAWN, NoticeKind.SUPERSEDED])
def test_what_does_not_stand_comes_near_nothing(kind: NoticeKind) -> None:
    """Nobody is led to advice that was taken back or replaced."""
    gone = Standing(notices=(Notice(kind, record(TITLE).ids),))

    assert not near("zinc", "mouth", "ulcers", hit=shelf(ADVICE, standing=gone))


def test_another_form_of_a_word_is_not_lacking() -> None:
    """Who asks about ulceration is told by advice on ulcers that it speaks of them."""
    found = near("zinc", "ulceration", "mouth", hit=shelf(ADVICE))

    assert found[0].lacks == ("zinc",)


def test_advice_of_a_pack_comes_near_by_an_editors_names_for_it_too() -> None:
    """The question holds the condition, its treatment and a word more; what holds next to nothing of it is not near."""
    asked = question("kneecap pain", "taping", words=("zorbium",), text="zorbium or tape for kneecap pain")
    roles, hit = CueRoles(), pack_advice()

    (first,) = nearest_advice(
        asked,
        assess(asked, [hit], lexicon(), roles, passages_of=passages),
        [hit],
        lexicon(),
        roles,
        passages_of=passages,
    )

    assert (first.finding.quote.text, first.lacks) == ("Consider tape.", ("zorbium",))
    assert first.finding.directness is Directness.UNKNOWN
    apart = question(words=("zorbium", "quorine", "asthma"), text="zorbium or quorine in asthma")
    table = assess(apart, [hit], lexicon(), roles, passages_of=passages)
    assert not list(nearest_advice(apart, table, [hit], lexicon(), roles, passages_of=passages))


def test_advice_of_a_pack_on_another_condition_comes_near_nothing() -> None:
    """Whatever words it shares: heel pain is not the kneecap's."""
    asked = question("kneecap pain", "taping")
    roles, hit = CueRoles(), pack_advice("heel pain")
    table = assess(asked, [hit], lexicon(), roles, passages_of=passages)

    assert not list(nearest_advice(asked, table, [hit], lexicon(), roles, passages_of=passages))


@pytest.mark.parametrize(
    ("side", "near_it"),
    [(Facet.HARMS, True), (Facet.CAUSE, False), (Facet.DEFINITION, False), (Facet.PROGNOSIS, False)],
)
def test_advice_on_treatment_is_not_near_to_what_it_comes_from(side: Facet, *, near_it: bool) -> None:
    """Who asks whether it is inherited is not helped by tape."""
    roles, hit = CueRoles(), pack_advice()
    typed = replace(question("kneecap pain"), facets=(side,))
    table = assess(typed, [hit], lexicon(), roles, passages_of=passages)
    found = list(nearest_advice(typed, table, [hit], lexicon(), roles, passages_of=passages))

    assert bool(found) == near_it
