"""What a question asks for where no rule speaks: a small model with its limits."""

from pathlib import Path

import pytest

from quoth.errors import LibraryDamaged
from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, Facet, Question, QuestionKind
from quoth.search import understand
from quoth.search.kind_model import KindModel, load_kinds, pack_kinds, unpack_kinds

WORDS = Lexicon.build((Concept("heel pain", ConceptKind.CONDITION), Concept("taping", ConceptKind.INTERVENTION)))
SHIPPED = Path(__file__).parents[3] / "src" / "quoth" / "data" / "kinds.model"


def understood(text: str) -> Question:
    """A question read with two concepts and a library that knows every word."""
    return understand(text, WORDS, frequency=lambda words: tuple(5 for _ in words), n_units=100)


ASKED = [
    ("What causes heel pain?", QuestionKind.CAUSE, (Facet.CAUSE,)),
    ("Does heel pain run in families?", QuestionKind.CAUSE, (Facet.CAUSE,)),
    ("Who is likely to get heel pain?", QuestionKind.CAUSE, (Facet.CAUSE,)),
    ("What are the symptoms of heel pain?", QuestionKind.SIGNS, (Facet.DIAGNOSIS,)),
    ("What is the outlook for people with heel pain?", QuestionKind.PROGNOSIS, (Facet.PROGNOSIS,)),
    ("How is heel pain diagnosed?", QuestionKind.DIAGNOSIS, (Facet.DIAGNOSIS,)),
]


@pytest.mark.parametrize(("text", "kind", "facets"), ASKED)
def test_a_question_about_another_side_than_treatment_is_not_answered_as_treatment(
    text: str, kind: QuestionKind, facets: tuple[Facet, ...]
) -> None:
    """Someone who asks for causes does not want orthoses."""
    question = understood(text)

    assert kind is question.kind
    assert facets == question.facets


@pytest.mark.parametrize(
    "text",
    ["heel pain", "heel pain taping", "Does taping help heel pain?", "What is the best treatment for heel pain?"],
)
def test_names_alone_and_questions_about_benefit_stay_questions_about_treatment(text: str) -> None:
    """The model is not heard where the words are too few or the rules already know."""
    question = understood(text)

    assert QuestionKind.TREATMENT is question.kind
    assert () == question.facets


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What dose of ibuprofen is safe?", QuestionKind.DOSE),
        ("Is taping safe for heel pain?", QuestionKind.HARM),
        ("How can heel pain be prevented?", QuestionKind.PREVENTION),
        ("When should I be referred?", QuestionKind.TIMING),
    ],
)
def test_rules_keep_the_kinds_that_only_they_know(text: str, kind: QuestionKind) -> None:
    """Dose, harm, prevention and timing are the tables' own."""
    assert kind is understood(text).kind


@pytest.mark.parametrize("text", ["is the moon made of cheese", "apixaban vs warfarin in AF", "over 60 mg of aspirin"])
def test_what_neither_asks_nor_points_at_a_condition_is_not_put_into_a_kind(text: str) -> None:
    """A model always has an opinion; it is not heard on everything."""
    assert () == understood(text).facets


def test_a_model_without_a_known_word_has_no_opinion() -> None:
    """As likely any kind."""
    model = KindModel((QuestionKind.CAUSE, QuestionKind.SIGNS), {"why": (1.0, 0.0)})

    assert 0.5 == model.read("xyz")[1]
    assert QuestionKind.CAUSE is load_kinds().read("why does X happen?")[0]


def test_the_shipped_model_survives_the_round_trip_byte_for_byte() -> None:
    """What is written is what is read, and the same each time; its head says what it learned from."""
    data = SHIPPED.read_bytes()

    assert data == pack_kinds(unpack_kinds(data), seed=20261126, trained_on=_trained_on(data))
    assert len(data) < 1_000_000


def _trained_on(data: bytes) -> str:
    import json

    return str(json.loads(data.splitlines()[0])["trained_on"])


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff\xfe", b'{"quoth_kinds": 1, "features_version": 0, "kinds": []}\n'])
def test_a_damaged_model_is_refused_in_words(data: bytes) -> None:
    """Nothing is guessed from a broken file."""
    with pytest.raises(LibraryDamaged, match="question kinds"):
        unpack_kinds(data)


def test_a_row_of_the_wrong_length_is_refused() -> None:
    """A table that does not add up is not half used."""
    data = pack_kinds(KindModel((QuestionKind.CAUSE,), {"why": (1.0,)}), seed=1, trained_on="a test") + b"how\t1\t2\n"

    with pytest.raises(LibraryDamaged, match="add up"):
        unpack_kinds(data)
