"""A question on just what a guideline is about is answered by all that it recommends; one that asks for more is not."""

from dataclasses import replace

import pytest

from quoth.evidence import CueRoles, assess
from quoth.evidence.fitting.question_terms import asked
from quoth.evidence.weighing.laid_out import Words
from quoth.evidence.weighing.told import told_of
from quoth.evidence.weighing.whole_topic import is_titled
from quoth.model import Candidate, Concept, ConceptKind, Facet, Mention, QueryTerm, QuestionKind
from tests.unit.evidence.evidence_factories import candidate, lexicon, passages, question, record, rendition

TITLE = "Clinical practice guideline for the management of mouth ulcers"
ADVICE = (
    "We recommend a chlorhexidine rinse for pain (strong recommendation).",
    "We suggest honey for pain (weak recommendation).",
    "We recommend against antibiotics (strong recommendation).",
)
FILLER = "\n\n".join(f"The panel met for its session {number} in that year." for number in range(20))


def guideline(title: str = TITLE, *advice: str, name: str = "pmid-1") -> Candidate:
    """A guideline that was found."""
    text = rendition("\n\n".join((*(advice or ADVICE), FILLER)))
    return replace(candidate(record(title, id=name), text), match_0_1=0.7)


def on_topic(*words: str, hit: Candidate | None = None, **fields: object) -> list[str]:
    """The advice that answers as that of a guideline on the topic, best first."""
    typed = replace(question(words=words, text=" ".join(words)), **fields)  # type: ignore[arg-type]
    found = assess(typed, [hit or guideline()], lexicon(), CueRoles(), passages_of=passages)
    best = sorted((one for one in found.findings if one.on_topic), key=lambda one: -one.spoken)
    return [one.quote.text for one in best]


def test_all_that_a_guideline_recommends_answers_and_what_is_plainly_asked_for_stands_first() -> None:
    """No piece of it says "mouth ulcers"; its title does for all of them."""
    found = on_topic("mouth", "ulcers")

    assert set(found) == set(ADVICE)
    assert found[0] == ADVICE[0]


def test_words_that_ask_for_guidance_name_nothing() -> None:
    """Treatment, management, guidelines: what a guideline is for."""
    asked = question(words=("mouth", "ulcers"), text="What is the recommended treatment of mouth ulcers in adults?")
    found = assess(asked, [guideline()], lexicon(), CueRoles(), passages_of=passages)

    assert sum(one.on_topic for one in found.findings) == len(ADVICE)


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        pytest.param(("mouth", "ulcers", "zorbium"), {}, id="a treatment that the title does not say"),
        pytest.param(("mouth", "ulcers"), {"facets": (Facet.HARMS,)}, id="a side of it"),
        pytest.param(("mouth", "ulcers"), {"kind": QuestionKind.DIAGNOSIS}, id="another kind of question"),
        pytest.param(("mouth", "ulcers"), {"age": 80.0}, id="somebody of an age"),
        pytest.param(("mouth", "ulcers"), {"unknown": ("quorine",)}, id="a word that nobody here knows"),
    ],
)
def test_who_asks_for_more_is_not_answered_by_all_of_it(words: tuple[str, ...], fields: dict[str, object]) -> None:
    """The one piece that says it may answer; the others are about something else."""
    assert not on_topic(*words, **fields)


def test_a_guideline_on_looking_for_it_gives_way_to_one_on_what_is_done_about_it() -> None:
    """Who asks about an illness asks what is done about it; alone, the guideline on screening is all there is."""
    screening = guideline("Screening for mouth ulcers: recommendation", "We recommend screening (A recommendation).",
                          name="pmid-2")  # fmt: skip
    asked = question(words=("mouth", "ulcers"), text="mouth ulcers")
    both = assess(asked, [screening, guideline()], lexicon(), CueRoles(), passages_of=passages)

    assert {one.record.id for one in both.findings if one.on_topic} == {"pmid-1"}


def test_a_guideline_on_children_is_not_on_everybody() -> None:
    """Its title names whom it leaves everybody else out for."""
    assert not on_topic("mouth", "ulcers", hit=guideline("Management of mouth ulcers in children: guideline"))


def test_who_asks_what_comes_first_is_led_by_what_says_so() -> None:
    """The others stand below."""
    first = "We recommend silver nitrate over other treatments (strong recommendation)."
    asked = question(words=("mouth", "ulcers"), text="first-line treatment for mouth ulcers")
    found = assess(asked, [guideline(TITLE, *ADVICE, first)], lexicon(), CueRoles(), passages_of=passages)
    best = sorted((one for one in found.findings if one.on_topic), key=lambda one: -one.spoken)

    assert [one.quote.text for one in best if one.spoken == best[0].spoken] == [first]


SCREENING = "Screening for mouth ulcers in adults: recommendation statement"
LOOKING = "We recommend that the tongue and cheeks be examined every year (A recommendation)."


def test_who_asks_how_it_is_looked_for_is_answered_by_a_guideline_on_that() -> None:
    """And by no other: "mouth ulcers screening" is not answered by rinses."""
    finding = {"kind": QuestionKind.DIAGNOSIS, "facets": (Facet.DIAGNOSIS,)}

    assert on_topic("mouth", "ulcers", "screening", hit=guideline(SCREENING, LOOKING), **finding) == [LOOKING]
    assert not on_topic("mouth", "ulcers", "screening", **finding)


def test_those_who_are_asked_about_are_what_is_asked_about_where_nothing_else_is() -> None:
    """Chronic kidney disease management: people with an illness whom advice for others leaves out."""
    kidneys = Mention(Concept("people with chronic kidney disease", ConceptKind.POPULATION), "kidney disease", 0, 14)
    hit = guideline("Clinical practice guideline for the management of chronic kidney disease")
    term = QueryTerm("kidney disease", weight=0.7, concept=kidneys.concept.name)
    facets = (Facet.SPECIAL_POPULATIONS, Facet.HARMS, Facet.CONTRAINDICATIONS)

    assert on_topic(hit=hit, terms=(term,), populations=(kidneys,), facets=facets, text="kidney disease management")
    assert not on_topic(hit=guideline(), terms=(term,), populations=(kidneys,), facets=facets)


@pytest.mark.parametrize(
    ("words", "title", "says"),
    [
        (("cumulative", "trauma", "disorders"), "Cumulative trauma conditions: treatment guidelines", True),
        (("cumulative", "trauma", "surgery"), "Cumulative trauma conditions: treatment guidelines", False),
        (("liver", "disease"), "Liver transplantation: a guideline", False),
        (("contraception",), "Recommendations for contraceptive use", True),
    ],
)
def test_a_title_says_what_is_asked_about(words: tuple[str, ...], title: str, says: bool) -> None:
    """By a word of its family, and by another word for an illness of any kind."""
    typed = question(words=words, text=" ".join(words))
    told = told_of(typed, asked(typed, lexicon()).saying, (), frozenset(), lexicon())

    assert told is not None
    assert is_titled(told, title, Words.of(title)) == says


def test_advice_for_adolescents_and_adults_is_for_everybody() -> None:
    """It names a group that general advice leaves out, and everybody else beside it."""
    both = "We recommend a rinse in adolescents and adults (strong recommendation)."
    young = "We recommend a gel in adolescents (strong recommendation)."

    assert on_topic("mouth", "ulcers", hit=guideline(TITLE, both, young)) == [both]


def test_who_asks_how_it_is_prevented_is_led_by_what_is_plainly_asked_for() -> None:
    """Advice on prevention need not speak of treatment to stand first."""
    zinc, selenium = "We suggest zinc (weak recommendation).", "We recommend selenium (strong recommendation)."
    hit = guideline("Clinical practice guideline for the prevention of mouth ulcers", zinc, selenium, *ADVICE)
    typed = question(words=("mouth", "ulcers"), text="how are mouth ulcers prevented?")
    found = assess(replace(typed, kind=QuestionKind.PREVENTION), [hit], lexicon(), CueRoles(), passages_of=passages)
    worth = {one.quote.text: one.spoken for one in found.findings if one.on_topic}

    assert worth[selenium] == max(worth.values())
    assert worth[zinc] < worth[selenium]
