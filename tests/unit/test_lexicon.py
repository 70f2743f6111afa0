"""Rules of the lexicon: which words name which concept, where, and in which order."""

import random

import pytest

from quoth.lexicon import Found, Lexicon
from quoth.model import Concept, ConceptKind

CONDITION, INTERVENTION, OUTCOME = ConceptKind.CONDITION, ConceptKind.INTERVENTION, ConceptKind.OUTCOME


def concept(name: str, kind: ConceptKind = INTERVENTION, **more: object) -> Concept:
    """A concept with only what a test cares about."""
    return Concept(name=name, kind=kind, **more)  # type: ignore[arg-type]


def names(found: tuple[Found, ...]) -> list[tuple[str, str]]:
    """(concept, words of the text) in reading order."""
    return [(f.concept.name, f.words) for f in found]


PFP = concept("patellofemoral pain", CONDITION, lay=("kneecap pain", "runner's knee"), clinical=("PFP",))
TAPING = concept("patellar taping", lay=("taping the kneecap",), clinical=("taping",))
ARBS = concept("angiotensin receptor blockers (sartans)", clinical=("ARB(s)",))
ACE = concept("angiotensin-converting enzyme inhibitors", clinical=("ACE inhibitors",))
ACT = concept("acceptance and commitment therapy", clinical=("ACT",))
COPD = concept("chronic obstructive pulmonary disease", CONDITION, clinical=("COPD",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Taping for PFP.", [("patellar taping", "Taping"), ("patellofemoral pain", "PFP")]),
        ("Kneecap  pains", [("patellofemoral pain", "Kneecap  pains")]),
        ("patellofemoral (kneecap) pain", [("patellofemoral pain", "patellofemoral (kneecap) pain")]),
        ("runner’s knee", [("patellofemoral pain", "runner’s knee")]),
        ("An ARB, or two ARBs", [(ARBS.name, "ARB"), (ARBS.name, "ARBs")]),
        ("angiotensin receptor blockers", [(ARBS.name, "angiotensin receptor blockers")]),
        (
            "angiotensin-converting enzyme (ACE) inhibitor",
            [(ACE.name, "angiotensin-converting enzyme (ACE) inhibitor")],
        ),
        ("COPDs", [("chronic obstructive pulmonary disease", "COPDs")]),
        ("They act on pfp", []),
        ("a sore kneecap. Pain came later", []),
        ("kneecap, pain", []),
        ("", []),
        ("\u202e\x00 🦵 ((((", []),
    ],
)
def test_mentions_are_the_words_of_the_text(text: str, expected: list[tuple[str, str]]) -> None:
    """A term is found in any inflection, across an aside in brackets, never across a sentence end or a comma."""
    lexicon = Lexicon.build([PFP, TAPING, ARBS, ACE, ACT, COPD])

    found = lexicon.mentions(text)

    assert expected == names(found)
    assert all(text[f.start : f.end] == f.words for f in found)


def test_mentions_say_which_kind_of_word_was_used() -> None:
    """A reader is told whether the question used the clinical name or an everyday word."""
    lexicon = Lexicon.build([PFP])

    assert ["lay", "clinical", "name"] == [f.how for f in lexicon.mentions("runner's knee, PFP, patellofemoral pain")]


def test_the_longest_term_wins_within_a_kind() -> None:
    """Text on otitis media with effusion is not about otitis media; an outcome inside it is still seen."""
    lexicon = Lexicon.build(
        [
            concept("otitis media", CONDITION),
            concept("otitis media with effusion", CONDITION),
            concept("effusion", OUTCOME),
        ]
    )

    assert [("otitis media with effusion", "Otitis media with effusion"), ("effusion", "effusion")] == names(
        lexicon.mentions("Otitis media with effusion")
    )


def test_the_same_words_can_name_two_concepts() -> None:
    """Where packs disagree about a word, both concepts are reported, the one of that name first."""
    lexicon = Lexicon.build([concept("exercise therapy", lay=("exercise",)), concept("exercise")])

    assert ["exercise", "exercise therapy"] == [f.concept.name for f in lexicon.mentions("Exercise helps")]


def test_acronyms_count_in_small_letters_only_in_a_typed_question_and_never_as_words() -> None:
    """People type "copd"; nobody who types "act" means a therapy."""
    lexicon = Lexicon.build([COPD, ACT])

    assert () == lexicon.mentions("copd: when to act")
    assert [(COPD.name, "copd")] == names(lexicon.mentions("copd: when to act", any_case=True))
    assert [(ACT.name, "ACT")] == names(lexicon.mentions("ACT"))


def test_a_word_with_the_stem_of_an_acronym_is_not_it() -> None:
    """Whoever thinks of ending it does not ask about electronic nicotine delivery systems."""
    lexicon = Lexicon.build([Concept("e-cigarettes", ConceptKind.INTERVENTION, clinical=("ENDS", "SGLT2s"))])

    def found(text: str) -> list[str]:
        return [one.words for one in lexicon.mentions(text, any_case=True)]

    assert not found("I am thinking of ending it; it ended badly, and all that ends well")
    assert found("are ENDS safe") == ["ENDS"]
    assert found("are sglt2s safe") == ["sglt2s"]


def test_a_condition_is_found_in_its_inverted_form() -> None:
    """Titles say "osteoarthritis of the knee"; MeSH says "Diabetes Mellitus, Type 2"."""
    lexicon = Lexicon.build(
        [
            concept("knee osteoarthritis", CONDITION),
            concept("type 2 diabetes", CONDITION, mesh="Diabetes Mellitus, Type 2"),
        ]
    )

    assert ["knee osteoarthritis"] == [f.concept.name for f in lexicon.mentions("Osteoarthritis of the Knee")]
    assert ["type 2 diabetes"] == [f.concept.name for f in lexicon.mentions("Diabetes Mellitus, Type 2")]


def test_the_order_of_concepts_changes_nothing() -> None:
    """The same packs in another order give the same merged concepts and the same mentions."""
    concepts = [
        concept("exercise", lay=("moving",), origin="pack a", group="exercise"),
        concept("Exercise", lay=("training",), origin="pack b", clinical=("exercise therapy",)),
        concept("exercise therapy", origin="pack c"),
        PFP,
        TAPING,
    ]
    text = "Training, moving, exercise therapy and taping in PFP"
    first = Lexicon.build(concepts)

    for seed in range(5):
        shuffled = concepts[:]
        random.Random(seed).shuffle(shuffled)
        again = Lexicon.build(shuffled)
        assert first.mentions(text) == again.mentions(text)
        assert first.concepts() == again.concepts()

    merged = first.get(INTERVENTION, "exercise")
    assert merged is not None
    assert ("moving", "training") == merged.lay
    assert ("pack a", "pack b") == first.origins(merged)


def test_families_are_followed_all_the_way_and_circles_end() -> None:
    """A question about exercise takes in every kind of exercise; a circle in a pack does no harm."""
    lexicon = Lexicon.build(
        [
            concept("exercise", broader=("hip abduction",), group="exercise"),
            concept("hip exercise", broader=("exercise",)),
            concept("hip abduction", broader=("hip exercise",)),
        ]
    )

    assert ("hip exercise", "hip abduction") == lexicon.narrower("Exercise")
    assert ("exercise", "hip abduction") == lexicon.broader("hip exercise")
    assert "exercise" == lexicon.group("exercise")
    assert lexicon.group("no such thing") is None


def test_synonyms_leave_out_the_name_itself() -> None:
    """What else is searched for a concept: its clinical words first, then the everyday ones."""
    lexicon = Lexicon.build([PFP])

    assert ("PFP", "kneecap pain", "runner's knee") == lexicon.synonyms("Patellofemoral Pain")
    assert () == lexicon.synonyms("unheard of")


def test_words_of_terms_are_known_in_any_inflection() -> None:
    """A word that is part of a term is not reported as unknown."""
    lexicon = Lexicon.build([TAPING])

    assert lexicon.knows("kneecaps")
    assert not lexicon.knows("elbow")
    assert not lexicon.knows("!")
