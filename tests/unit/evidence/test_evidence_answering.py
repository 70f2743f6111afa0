"""Advice in other words than the question's answers where enough speaks for it; what it lacks may be the treatment."""

from dataclasses import replace
from itertools import combinations

import pytest

from quoth.evidence import CueRoles, assess
from quoth.evidence.fitting.question_terms import asked
from quoth.evidence.fitting.terms import Terms
from quoth.evidence.weighing.above import Above
from quoth.evidence.weighing.answering import Found, features_of
from quoth.evidence.weighing.laid_out import Words, guideline_of, stands_in
from quoth.evidence.weighing.nearness import NEARNESS
from quoth.evidence.weighing.spoken import affirmed
from quoth.evidence.weighing.told import told_of
from quoth.evidence.weighing.weights import BY_WORDS, NEAREST, WITH_NEARNESS
from quoth.model import Candidate, QueryTerm
from quoth.text.families import root
from tests.unit.evidence.evidence_factories import candidate, lexicon, passages, question, record, rendition

TITLE = "Selenium for the prevention of mouth ulcers: clinical practice guideline"
ADVICE = "We recommend against selenium for the prevention of mouth ulcers (strong recommendation)."
FILLER = "\n\n".join(f"The panel met for its session {number} in that year." for number in range(20))
OTHERS = tuple(
    replace(candidate(record(f"A trial {n}", id=f"pmid-{n + 2}"), rendition(f"Report {n} was read."), rank=n + 2),
            match_0_1=0.1)
    for n in range(9)
)  # fmt: skip


def guideline(advice: str = ADVICE, title: str = TITLE) -> Candidate:
    """What the search found first, and mostly fits."""
    hit = candidate(record(title, id="pmid-1"), rendition(f"{advice}\n\n{FILLER}"))
    return replace(hit, match_0_1=0.7)


def answers(
    *words: str,
    hit: Candidate | None = None,
    names: tuple[QueryTerm, ...] = (),
    plain: tuple[str, ...] = (),
    unknown: tuple[str, ...] = (),
    others: tuple[Candidate, ...] = OTHERS,
) -> list[str]:
    """The advice that answers a question of these words."""
    typed = replace(question(words=words, text=" ".join(words)), unknown=unknown)
    found = assess(
        typed,
        [hit or guideline(), *others],
        lexicon(),
        CueRoles(),
        passages_of=passages,
        names=names,
        plain=frozenset(plain),
    )
    return [one.quote.text for one in found.findings if one.spoken]


def test_a_word_of_everyday_life_may_be_lacking_and_a_word_that_may_be_the_treatment_may_not() -> None:
    """Nobody writes "capsules" into advice on selenium; zinc is another thing."""
    assert answers("selenium", "mouth", "ulcers", "prevention", "capsules", plain=("capsules",)) == [ADVICE]
    assert answers("zinc", "quercetin", "ulcers", "itraconazole") == []


def test_another_name_of_a_word_says_it() -> None:
    """Without it, most of the question stands nowhere."""
    ulcers = (QueryTerm("canker sores", ("mouth ulcers",)),)

    assert answers("selenium", "canker", "sores") == []
    assert answers("selenium", "canker", "sores", names=ulcers) == [ADVICE]


def test_the_whole_of_a_guideline_is_weighed_and_not_only_the_part_that_was_found() -> None:
    """The search found its title over another paragraph."""
    whole = guideline()
    part = replace(whole, start=whole.rendition.text.index(FILLER[:20]))

    assert answers("selenium", "mouth", "ulcers", hit=part) == [ADVICE]


def test_an_animal_is_not_answered_with_advice_for_people() -> None:
    """Every other word of the question stands in it."""
    words = ("selenium", "mouth", "ulcers", "prevention")

    assert answers(*words, "cat", unknown=("cat",)) == []


def test_among_few_sources_advice_that_holds_every_word_is_enough() -> None:
    """How early it was found tells nothing there."""
    hit = replace(guideline(), match_0_1=0.05)

    assert answers("selenium", "mouth", "ulcers", hit=hit, others=()) == [ADVICE]


def test_each_weight_has_what_it_weighs() -> None:
    """A weight without a feature weighs nothing."""
    typed = question(words=("selenium", "ulcers"), text="selenium ulcers")
    told = told_of(typed, asked(typed, lexicon()).saying, (), frozenset(), lexicon())
    hit = guideline()
    whole = guideline_of(hit, passages(hit), affirmed)
    assert told is not None

    features = features_of(
        Above(told, whole), whole.advised[0], found=Found(1.0, 1.0, 1.0, 1.0, 1.0), strict=True, others=False
    )

    assert features is not None
    assert sorted((*features, "rare_words")) == sorted(NEAREST.of)  # which is told of all that is weighed together
    assert set(BY_WORDS.of) < set(features)
    assert {*BY_WORDS.of, *NEARNESS} == set(WITH_NEARNESS.of)


def test_a_phrase_stands_where_all_its_stems_do_and_a_kin_counts_less() -> None:
    """However quickly it is told that none of them can begin there."""
    one = Terms.of("knee pain", 1.0, ("knee pain", "patella pain", "gonalgia"))
    words = ("pain", "knee", "patella", "gonalgia", "gonalgic", "hip")
    held = {said: Words(frozenset(said), frozenset(map(root, said))).hold(one) for said in combinations(words, 2)}
    whole = {said for said in held if {"pain", "knee"} <= set(said) or {"pain", "patella"} <= set(said)}
    assert {said for said, value in held.items() if value == 1.0} == whole | {s for s in held if "gonalgia" in s}
    assert {said for said, value in held.items() if 0.0 < value < 1.0} == {
        said for said in held if "gonalgic" in said and "gonalgia" not in said
    }
    assert not stands_in(frozenset({"gonalgic"}), one)


def test_a_word_that_stands_nowhere_in_the_guideline_and_is_not_of_everyday_life_is_not_outweighed() -> None:
    """However much else of the question the advice holds: it may be the very treatment."""
    words = ("selenium", "mouth", "ulcers", "prevention")

    assert answers(*words) == [ADVICE]
    assert answers(*words, "quercetin") == []
    assert answers(*words, "quercetin", names=(QueryTerm("quercetin", ("selenium",)),)) == [ADVICE]
    assert answers(*words, "quercetin", hit=guideline(f"{ADVICE}\n\nThe panel did not look at quercetin.")) == [ADVICE]


def test_what_a_guideline_advises_nearly_as_well_goes_with_its_advice_that_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Alone it would not answer."""
    close = "We suggest against selenium in mouth ulcers (weak recommendation)."
    far = "We recommend a soft toothbrush for mouth ulcers (strong recommendation)."
    hit = guideline(f"{ADVICE}\n\n{close}\n\n{far}")
    words = ("selenium", "mouth", "ulcers", "prevention")

    def told(*scores: float) -> list[str]:
        each = iter(scores)
        monkeypatch.setattr("quoth.evidence.weighing.weights.Weights.sum_of", lambda *_: next(each, 0.0))
        return answers(*words, hit=hit)

    assert told(1.0, -0.9, -1.1) == [ADVICE, close]
    assert told(3.0, 0.9, -1.1) == [ADVICE]


def test_among_much_that_fits_as_well_no_advice_is_sure_to_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Alone the same weighed sum would do."""
    each = "We suggest selenium in mouth ulcers of kind {} (weak recommendation)."
    title = "Care of the mouth: clinical practice guideline"
    hit = guideline("\n\n".join((ADVICE, *(each.format(number) for number in range(9)))), title)
    monkeypatch.setattr("quoth.evidence.weighing.weights.Weights.sum_of", lambda *_: 0.0)

    assert answers("selenium", "mouth", "ulcers", "prevention", hit=hit) == []
    assert answers("selenium", "mouth", "ulcers", "prevention", hit=guideline(title=title)) == [ADVICE]
