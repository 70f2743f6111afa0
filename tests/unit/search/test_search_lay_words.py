"""How people tell of a condition and name a medicine is understood, and what is read into it is said."""

import pytest

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, Question
from quoth.search import understand, widened
from quoth.search.clauses import story_of
from quoth.search.everyday import is_everyday, is_scenery, plain_words
from quoth.search.medicine_names import medicines_by_ending
from quoth.search.wording import Span, read
from tests.unit.search.search_words import INT, C, P

MEDICINES = "pack medicines 1"
CONCEPTS = (
    Concept("hypertension", C, lay=("high blood pressure",), descriptions=("pressure over",), origin="pack heart 1"),
    Concept(
        "kneecap trouble",
        C,
        clinical=("PFP",),
        descriptions=("front knee hurts", "knee hurts stairs"),
        origin="pack k 1",
    ),
    Concept("water infection", C, origin="pack w 1"),
    Concept(
        "water infections that return",
        C,
        broader=("water infection",),
        descriptions=("keep getting infection",),
        origin="pack w 1",
    ),
    Concept("worn knee", C, descriptions=("knee hurts stiff morning", "knee hurts squat"), origin="pack o 1"),
    Concept("migraine", C, origin="pack m 1"),
    Concept("ACE inhibitors", INT, origin="pack heart 1"),
    Concept("ACE inhibitors", INT, origin=MEDICINES),
    Concept("ramipril", INT, lay=("Altace",), broader=("ACE inhibitors",), origin=MEDICINES),
    Concept("running advice", INT, lay=("keep running",), origin="pack k 1"),
    Concept("corticosteroid injection", INT, origin="pack k 1"),
    Concept("exercise", INT, origin="pack k 1"),
    Concept("group exercise", INT, broader=("exercise",), origin="pack m 1"),
    Concept("antibiotics", INT, origin="pack w 1"),
    Concept("propranolol", INT, origin="pack m 1"),
    Concept("depression", C, origin="pack d 1"),
)
TREATS = {
    "ACE inhibitors": frozenset({"hypertension"}),
    "running advice": frozenset({"kneecap trouble"}),
    "corticosteroid injection": frozenset({"kneecap trouble"}),
    "exercise": frozenset({"kneecap trouble"}),
    "group exercise": frozenset({"migraine"}),
    "antibiotics": frozenset({"water infection"}),
    "propranolol": frozenset({"migraine"}),
}
LEXICON = Lexicon.build(CONCEPTS)


def asked(text: str, previous: Question | None = None) -> Question:
    """Understood against a library that speaks of nothing but its concepts' words, those of medicines left out."""
    unheard = {"ramipril", "altace", "zzpril"}

    def frequency(words: object) -> tuple[int, ...]:
        return tuple(int(LEXICON.knows(word) and word not in unheard) for word in words)  # type: ignore[attr-defined]

    return understand(text, LEXICON, frequency=frequency, n_units=10, treats=TREATS, previous=previous)


def names(mentions: tuple[object, ...]) -> list[str]:
    """Names of the concepts mentioned."""
    return [mention.concept.name for mention in mentions]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("The front of my knee aches, what can I do?", "kneecap trouble"),
        ("Why is my knee so sore when I go down the steps?", "kneecap trouble"),
        ("My pressure was 160 over 100 this morning, what now?", "hypertension"),
        ("My knee hurts and is stiff every morning, also on the stairs", "worn knee"),
    ],
)
def test_a_condition_is_read_from_what_is_felt_and_no_diagnosis_is_made(text: str, condition: str) -> None:
    """The longest description that fits decides, and the reader is told that it is a reading of the words."""
    question = asked(text)

    assert [condition] == names(question.conditions)
    assert "no diagnosis" in (question.conditions[0].inferred_because or "")


def test_two_descriptions_that_fit_equally_decide_nothing() -> None:
    """Rather no condition than one of two at random."""
    assert [] == names(asked("My knee hurts on the stairs and in a squat").conditions)


def test_a_named_condition_is_narrowed_to_the_kind_that_is_described_and_never_replaced() -> None:
    """Whoever names what they have is believed; a description can only say which kind of it."""
    assert ["water infections that return"] == names(asked("I keep getting a water infection").conditions)
    assert ["migraine"] == names(asked("I have migraine and the front of my knee hurts").conditions)


@pytest.mark.parametrize("typed", ["ramipril", "Altace", "zzzpril"])
def test_a_medicine_that_no_source_names_is_read_as_its_class(typed: str) -> None:
    """Guidelines speak of the class; the brand, the generic name or its ending lead there, and it is said."""
    question = asked(f"Does {typed} help high blood pressure?")

    assert ["ACE inhibitors"] == names(question.interventions)
    assert typed in (question.interventions[0].inferred_because or "")
    assert () == question.unknown


def test_a_class_never_stands_for_a_condition_that_it_is_not_used_for() -> None:
    """Advice on blood pressure medicines is no advice on migraine."""
    assert ["ramipril"] == names(asked("Does ramipril help migraine?").interventions)


def test_a_refused_question_is_asked_of_the_class_or_of_what_the_name_itself_says() -> None:
    """Group exercise is exercise; propranolol, which belongs to nothing used here, stays what it is."""
    wider = widened(asked("Does group exercise help PFP?"), TREATS, LEXICON)

    assert wider is not None
    assert ["exercise"] == names(wider.interventions)
    assert widened(asked("Does propranolol help PFP?"), TREATS, LEXICON) is None


def test_a_class_that_is_used_for_a_kind_of_the_condition_stands_for_its_member() -> None:
    """Advice on a class for lasting back pain is about back pain, as advice on the class itself would be."""
    concepts = [*CONCEPTS, Concept("fosfomycin", INT, broader=("antibiotics",), origin=MEDICINES)]
    concepts.append(Concept("antibiotics", INT, origin=MEDICINES))
    lexicon = Lexicon.build(tuple(concepts))
    treats = TREATS | {
        "antibiotics": frozenset({"water infections that return"}),
        "fosfomycin": frozenset({"migraine"}),
    }
    question = understand(
        "Does fosfomycin help a water infection?",
        lexicon,
        frequency=lambda words: tuple(1 for _ in words),
        n_units=10,
        treats=treats,
    )

    wider = widened(question, treats, lexicon)

    assert wider is not None
    assert ["antibiotics"] == names(wider.interventions)


def test_an_ending_tells_a_class_only_in_whole_unknown_words() -> None:
    """April is no ACE inhibitor, and a listed medicine needs no guess."""
    assert () == medicines_by_ending(read("In April my ramipril was stopped"), LEXICON)
    assert ["SGLT2 inhibitors"] == [f.concept.broader[0] for f in medicines_by_ending(read("wibagliflozin"), LEXICON)]


@pytest.mark.parametrize("words", ["steroid jab", "cortisone shot", "IA corticosteroid", "steroid injection"])
def test_names_of_treatments_are_known_in_other_words(words: str) -> None:
    """A jab is an injection in everybody's mouth."""
    known = Lexicon.build((Concept("intra-articular corticosteroid", INT, origin="pack x 1"), *CONCEPTS))

    assert known.mentions(words, any_case=True)[0].concept.name.endswith(("injection", "corticosteroid"))


def test_everyday_phrases_name_a_treatment_only_for_its_own_condition() -> None:
    """Running to the bathroom is no running."""
    assert ["antibiotics"] == names(
        asked("I keep running to the loo, antibiotics for a water infection?").interventions
    )
    assert ["running advice"] == names(asked("May I keep running with PFP?").interventions)


@pytest.mark.parametrize(
    ("text", "refuses"),
    [
        ("It feels like a knife when I get out of bed. I have migraine, what can I do about it?", False),
        ("I put a knife under my bed for my migraine, does it help?", True),
        ("My mate swears by knife oil for migraine. Should I?", True),
        ("I have migraine and sarcoidosis, what helps?", True),
        ("What about a knife for migraine?", True),
        ("Acute sarcoidosis with migraine: which antibiotic and for how long?", True),
    ],
)
def test_strange_words_in_the_story_refuse_nothing_unless_the_question_points_there(text: str, refuses: bool) -> None:
    """Where the question may be about the strange word, or the word is a disease, it has to be said to be unknown."""
    question = asked(text)

    assert refuses is bool(question.unknown)
    assert refuses or question.aside


def test_a_question_of_one_part_has_no_story() -> None:
    """Nothing is set aside where it is not sure what tells and what asks."""
    assert () == story_of(read("bed knife help migraine"), [Span(0, 3)])


def test_what_is_taken_anyway_and_what_is_not_there_are_not_asked_about() -> None:
    """The person's other tablets and the diseases they do not have say how things stand."""
    assert ["antibiotics"] == names(
        asked("Antibiotics for a water infection when I only take propranolol?").interventions
    )
    only = asked("He has migraine and takes only ramipril. Does exercise help?")
    assert ["exercise"] == names(only.interventions)
    assert ["hypertension"] == names(asked("High blood pressure without depression").conditions)


def test_what_else_the_person_has_belongs_to_the_person_in_a_thread() -> None:
    """The thread stays on its condition, and the side is what holds for such people."""
    before = asked("Does propranolol prevent migraine?")
    question = asked("What if I am also having depression?", previous=before)

    assert (["migraine"], ["depression"]) == (names(question.conditions), names(question.populations))


def test_expecting_is_a_pregnancy_unless_something_is_expected() -> None:
    """What people say of themselves, and what they merely expect."""
    assert ["pregnancy"] == names(asked("I am expecting and have migraine").populations)
    assert [] == names(asked("I am expecting a parcel and have migraine").populations)
    assert P is asked("I am having a baby").populations[0].concept.kind


@pytest.mark.parametrize(("word", "plain"), [("abolish", True), ("cousin", True), ("honey", False), ("yoga", False)])
def test_plain_words_come_from_fields_that_hold_no_treatment(word: str, plain: bool) -> None:
    """WordNet's fields tell; a food or an exercise is never plain."""
    assert plain is is_everyday(word)


@pytest.mark.parametrize("word", ["chlamydia", "asthma", "arthritis", "insulin", "chemotherapy"])
def test_scenery_holds_no_disease_and_no_drug(word: str) -> None:
    """A disease in the story may be what matters most."""
    assert not is_scenery(word)


def test_scenes_and_degrees_are_plain_too() -> None:
    """Advice that answers need not speak of the ward, nor of what is dearer; it must of the drug."""
    assert plain_words("Is quorine dearer on the ward in honey?") >= {"dearer", "ward"}
    assert plain_words("Is quorine dearer on the ward in honey?").isdisjoint({"quorine"})


def test_kinds_of_concept_are_what_the_tests_suppose() -> None:
    """Descriptions are for conditions."""
    assert {ConceptKind.CONDITION} == {concept.kind for concept in CONCEPTS if concept.descriptions}


def test_words_told_over_two_sentences_are_shown_without_what_stands_between() -> None:
    """What is shown as read is words of the question, never the end of one sentence and the start of the next."""
    question = asked("It is my knee. It hurts! On the stairs above all, can I exercise?")

    (mention,) = [one for one in question.conditions if one.inferred_because]
    assert mention.concept.name == "kneecap trouble"
    assert "“knee … hurts … stairs” may describe it" in str(mention.inferred_because)
