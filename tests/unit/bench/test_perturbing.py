"""Changed meanings are changed, lawful edits are lawful, and a liar's labels are true."""

from random import Random

import pytest

from quoth.bench.hostile import Hostile, Shown
from quoth.bench.lawful import LAWFUL
from quoth.bench.perturbing import FRESH, KINDS, Source, cases, same_words
from quoth.bench.perturbing.words import drugs_of
from quoth.check import borne_by
from quoth.model import Fidelity, FindingKind, Quote, RecordId, RenditionId, Span, Statement, hash_of_text

TEXT = (
    "In adults with knee pain, naproxen 500 mg may reduce pain more than placebo at 12 weeks "
    "(MD -1.47, 95% CI -2.28 to -0.6).",
    "Pain fell in about 62% versus 31% (P<0.001), but function did not differ between women and men.",
    "These results suggest that some patients with severe hypertension should not take diclofenac, except now.",
    "We tested whether two oral doses were safe; there was no significant difference (OR 1.04, p = 0.36).",
    "Although mortality was lower in women with asthma, most people had at least one adverse event (range 1 to 7), "
    "and some stopped.",
    "We conclude that a mean of 23 (SEM 9) is high.",
)

SECOND_TEXT = (
    "In rural hospitals, IL-6 of mice fell by 2.5 mg/day, or 12 of 40 (n=40), and by 3-5 g in stage II, once per week.",
    "The effect of training on weakness was caused by practice; 62% and 31% of people, respectively, were unaffected.",
    "CRP and TNF were related to murine pain (0.8, 95% CI 0.6 to 0.9), and care should be continued within weeks.",
    "With few symptoms, this cohort study in patients prevented better outcomes in common disease, and failed to help.",
)


def statement(words: str) -> Statement:
    """A statement that says these words."""
    span = Span(RecordId("r"), RenditionId("t"), 0, len(words), hash_of_text(words))
    return Statement("s1", FindingKind.RESULT, Quote(span, words), Fidelity.VERBATIM, (1,), issuer="NICE", year=2020)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_changes_a_sentence_and_the_checker_refuses_it(kind: str) -> None:
    """A kind without a case measures nothing; a case that passes is a hole in the table of edits."""
    drugs = (*drugs_of(list(TEXT)), "celecoxib")
    made = [
        case
        for seed in range(8)
        for sentence in TEXT
        for case in cases(kind, [[sentence]], Source(Random(seed), drugs), most=1)
    ]
    assert made
    for case in made:
        assert not same_words(case.sentence, case.changed)
        assert borne_by(case.changed, [statement(case.sentence)]) is None, case.changed


@pytest.mark.parametrize("kind", FRESH)
def test_every_kind_of_the_second_set_changes_a_sentence_and_the_checker_refuses_it(kind: str) -> None:
    """The second set looks at the whole text, and is held to the same."""
    texts = [SECOND_TEXT[at:] + SECOND_TEXT[:at] for at in range(len(SECOND_TEXT))]
    made = [case for seed in range(8) for case in cases(kind, texts, Source(Random(seed)), most=4, table=FRESH)]
    assert made
    for case in made:
        assert case.sentence in SECOND_TEXT
        assert not same_words(case.sentence, case.changed)
        assert borne_by(case.changed, [statement(case.sentence)]) is None, case.changed


def test_the_same_seed_makes_the_same_cases() -> None:
    """Figures can be had again."""
    once, again = (list(cases("number", [TEXT] * 9, Source(Random(7)), most=9)) for _ in range(2))
    assert once == again
    assert len({case.changed for case in once}) > 3


@pytest.mark.parametrize("edit", LAWFUL)
def test_lawful_edits_pass(edit: str) -> None:
    """What the documented table promises is let through."""
    sentences = (
        "The randomised groups had patellofemoral pain less often, 62% versus 31%.",
        "Tumour size in the exercise group fell by 12% vs. control.",
    )
    made = [pair for seed in range(6) for words in sentences if (pair := LAWFUL[edit](words, Random(seed)))]
    assert made
    for cited, said in made:
        assert borne_by(said, [statement(cited)]) is not None, (cited, said)


def test_a_liars_sentences_pass_exactly_where_their_label_says_so() -> None:
    """Over five hundred replies: nothing that is labelled unsupported is borne, and honest sentences are."""
    shown = [Shown(number, text, "NICE", 2020) for number, text in enumerate(TEXT, start=1)]
    by_number = {each.number: statement(each.text) for each in shown}
    liar = Hostile(Random(3), shown, ["Cats purr at 25 Hz when they are content."], ("ibuprofen", "naproxen"))
    passed = 0
    for _ in range(500):
        for text, numbers, good in liar.reply()[1]:
            cited = [by_number[number] for number in dict.fromkeys(numbers) if number in by_number]
            borne = len(cited) == len(set(numbers)) and borne_by(text, cited) is not None
            assert borne == good, (text, numbers)
            passed += borne
    assert passed > 50
