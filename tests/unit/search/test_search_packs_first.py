"""With a vocabulary of everything loaded, a question is read as without it wherever a pack speaks."""

import pytest

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind
from quoth.search import understand
from quoth.search.packs_first import packs_first

CONDITION, INTERVENTION = ConceptKind.CONDITION, ConceptKind.INTERVENTION
PACK = (
    Concept("migraine", CONDITION, clinical=("migraine headache",), origin="pack migraine 1"),
    Concept("shock wave therapy", INTERVENTION, origin="pack heel 1"),
    Concept("exercise", INTERVENTION, origin="pack migraine 1"),
)
MESH = (
    Concept("migraine disorders", CONDITION, clinical=("migraine",), origin="MeSH 2021"),
    Concept("shock", CONDITION, origin="MeSH 2021"),
    Concept("lead", INTERVENTION, origin="MeSH 2021"),
    Concept("exercise", INTERVENTION, clinical=("physical activity",), origin="MeSH 2021"),
    Concept("dosage forms", INTERVENTION, origin="MeSH 2021"),
    Concept("gels", INTERVENTION, clinical=("gel",), broader=("colloids",), origin="MeSH 2021"),
    Concept("colloids", INTERVENTION, broader=("dosage forms",), origin="MeSH 2021"),
    Concept("tablets", INTERVENTION, broader=("dosage forms",), origin="MeSH 2021"),
    Concept("feverfew", INTERVENTION, clinical=("tanacetum parthenium",), origin="MeSH 2021"),
    Concept(
        "disorders of excessive somnolence",
        CONDITION,
        clinical=("does (disorders of excessive somnolence)", "hypersomnia"),
        origin="MeSH 2021",
    ),
)
LEXICON = Lexicon.build((*PACK, *MESH))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Does exercise prevent migraine?", ["exercise", "migraine"]),
        ("Do shock wave therapy and exercise lead to relief?", ["shock wave therapy", "exercise"]),
        ("Does physical activity help?", ["exercise"]),
        ("Does tanacetum parthenium help migraine?", ["feverfew", "migraine"]),
        ("What is shock?", ["shock"]),
        ("Is a gel as good as tablets?", []),
        ("Is feverfew gel as good as tablets?", ["feverfew"]),
        ("Is hypersomnia a disease?", ["disorders of excessive somnolence"]),
    ],
)
def test_a_pack_is_heard_first_and_a_vocabulary_where_it_is_silent(text: str, names: list[str]) -> None:
    """A heading under another name adds no second condition; words of asking and of a mere form name nothing."""
    assert names == [found.concept.name for found in packs_first(LEXICON.mentions(text, any_case=True), LEXICON)]


def test_a_question_names_what_its_packs_name() -> None:
    """Each kind of thing once, with the pack's own name."""
    question = understand(
        "Does exercise prevent migraine?", LEXICON, frequency=lambda words: (1,) * len(words), n_units=9
    )

    assert ["migraine"] == [mention.concept.name for mention in question.conditions]
    assert ["exercise"] == [mention.concept.name for mention in question.interventions]


def test_letters_that_a_vocabulary_explains_need_their_capitals_in_a_text() -> None:
    """A table in small letters lists "does (disorders …)": no text that says "does" is about it."""
    assert () == LEXICON.mentions("He does what they do.")
    assert () == LEXICON.mentions("does he, do they?", any_case=True)
    assert ["DOES"] == [found.words for found in LEXICON.mentions("Patients with DOES slept.")]
