"""Everyday words say nothing of what is asked for, and nothing that could be asked for is among them."""

import gzip
import os
from pathlib import Path

import pytest

from quoth.lexicon.plain import listed
from quoth.model import ConceptKind
from quoth.search import plan
from quoth.search.everyday import _words, figures_of_speech, is_everyday, is_graded
from quoth.search.wording import read
from quoth.text import match_tokens
from tests.unit.search.search_words import asked, lexicon

# Each could be somebody's treatment or exposure.
_COULD_BE_ASKED_ABOUT = """
honey magnet girdle bed pillow gym run swim walk tea salt prayer music dog cat sauna needle pins bath bracelet chair
mattress chocolate wine beer sugar fasting singing dancing laughing sunshine sunlight winter cold heat ice water sea
mountain forest garden travel driving sitting standing lifting kneeling stairs shoe sock glove candle crystal leech
mud clay oil vinegar garlic onion ginger cinnamon copper silver gold stone light lamp sound colour god faith church
hypnosis meditation talking reading writing talk sleep sex work-out stretch massage rub press squeeze tape wrap belt
cream gel drops spray patch pill tablet injection jab surgery operation scan test chickenpox headache nausea rash itch
dizzy tired sad anxious lonely leg arm hand eye ear nose skin chest vegan athlete diabetic volunteer money voucher
"""


@pytest.mark.parametrize(
    "word",
    ["reckon", "reckons", "hubby", "mate", "dodgy", "rubbish", "doesn't", "I've", "Tuesday", "favourite", "worried"],
)
def test_words_of_talk_are_everyday_in_every_inflection(word: str) -> None:
    """Feelings, family, judgement and time name nothing that a library could hold."""
    assert is_everyday(match_tokens(word)[0].form)


@pytest.mark.parametrize("word", _COULD_BE_ASKED_ABOUT.split())
def test_what_could_be_asked_about_is_never_everyday(word: str) -> None:
    """Whoever asks about honey has to be told that nothing is held on honey."""
    assert not any(is_everyday(token.form) for token in match_tokens(word))


@pytest.mark.parametrize("word", ["milder", "quicker", "healthiest", "cheaper"])
def test_an_adjective_by_degree_names_nothing_and_is_never_unknown(word: str) -> None:
    """Whoever asks for something for a milder depression names no treatment called milder."""
    assert is_graded(word)
    assert not asked(f"Is there exercise for {word} depression?").unknown


@pytest.mark.parametrize("word", ["roller", "trainer", "heater", "blocker", "smoker", "leecher", "water", "rest", "er"])
def test_what_does_something_is_no_adjective_by_degree(word: str) -> None:
    """A roller is a thing, and may be what is asked about."""
    assert not is_graded(word)


def test_the_list_is_folded_and_holds_each_word_once() -> None:
    """A word in another spelling than the tokens have would never match."""
    words = [word for heading, row in listed("everyday.txt") if heading != "phrases" for word in row.split()]

    assert len(words) == len(set(words))
    assert [] == [word for word in words if [word] != [token.form for token in match_tokens(word)]]
    assert len(words) > 2_000


def test_talk_is_neither_unknown_nor_a_term_nor_searched() -> None:
    """Only what could name something stands between a question and its answer."""
    question = asked("My hubby reckons taping is rubbish for his dodgy kneecap pain, honestly, and it's driving me mad")
    searched = {word for clause in plan(question).clauses for words in clause.alternatives for word in words.split()}

    assert () == question.unknown
    assert {"taping", "patellofemoral pain"} == {term.concept for term in question.terms}
    assert searched.isdisjoint({"hubby", "reckon", "rubbish", "dodgy", "honestly"})


def test_a_strange_word_among_talk_is_still_unknown() -> None:
    """The noise around it does not hide the one word that counts."""
    assert ("honey",) == asked("my mate honestly reckons honey is brilliant for kneecap pain").unknown


def test_figures_of_speech_are_read_whole() -> None:
    """Sugars through the roof are no question about a roof."""
    line = read("my sugars are through the roof and my nan is up the wall")

    assert ["through the roof", "up the wall"] == sorted(
        line.text[span.start : span.end] for span in figures_of_speech(line)
    )


def test_no_word_of_the_lexicon_is_everyday() -> None:
    """A single word that names a concept is what people ask about."""
    singles = {
        word.casefold()
        for concept in lexicon().concepts()
        if concept.kind is not ConceptKind.POPULATION
        for word in (concept.name, *concept.clinical, *concept.lay)
        if " " not in word
    }

    assert [] == sorted(word for word in singles if is_everyday(word))


# Names in MeSH that are words of talk first; TABLOID is an old brand of tioguanine.
_TALK_FIRST = frozenset(
    {"suggestion", "tabloid", "probability", "uncertainty", "standards", "hards", "fostering", "dids"}
)
_NAMING = ("Anatomy", "Diseases", "Chemicals and Drugs", "Analytical, Diagnostic and Therapeutic")


@pytest.mark.data
def test_no_descriptor_of_bodies_diseases_drugs_or_procedures_is_everyday() -> None:
    """Of some 240,000 names in MeSH, none of a treatment, a test, a disease or a part of the body is swallowed."""
    folder = Path(os.environ.get("QUOTH_DATA", Path(__file__).parents[4] / "shared" / "data"))
    path = folder / "mesh" / "mesh2021_terms_trees.tsv.gz"
    if not path.is_file():
        pytest.skip(f"No MeSH terms at {path}. Set QUOTH_DATA to the folder that holds mesh/.")
    swallowed = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            _, _, term, _, *categories = line.rstrip("\n").split("\t")
            if term in _words() and any(kind in category for category in categories for kind in _NAMING):
                swallowed.add(term)

    assert set() == swallowed - _TALK_FIRST
