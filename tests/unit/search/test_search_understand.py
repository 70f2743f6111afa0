"""What a question is understood to ask: tables over several fields of medicine, in clinical and in everyday words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, Mention, Question, QuestionKind, Role
from quoth.search import understand
from tests.unit.search.search_words import OT, PR, PV, H, T, asked, frequency, lexicon


def names(mentions: tuple[Mention, ...]) -> str:
    """Concept names of a slot in one string."""
    return "; ".join(mention.concept.name for mention in mentions)


# question, kind, condition, intervention, comparator, population
SLOTS: list[tuple[str, QuestionKind, str, str, str, str]] = [
    ("PFP taping", T, "patellofemoral pain", "taping", "", ""),
    ("pfp taping", T, "patellofemoral pain", "taping", "", ""),
    ("immunotherapy TNBC", T, "triple-negative breast cancer", "immunotherapy", "", ""),
    ("water tablets high blood pressure", T, "hypertension", "thiazides", "", ""),
    ("What are the interventions for patellofemoral (kneecap) pain?", T, "patellofemoral pain", "", "", ""),
    ("gluten free diet celiac disease", T, "coeliac disease", "gluten-free diet", "", ""),
    ("SGLT2 inhibitors heart failure", T, "heart failure", "SGLT2 inhibitors", "", ""),
    ("copd inhaler elderly", T, "chronic obstructive pulmonary disease", "", "", "older people"),
    ("apixaban vs warfarin in AF", T, "atrial fibrillation", "apixaban", "warfarin", ""),
    ("Is methotrexate more effective than biologics in psoriasis?", T, "psoriasis", "methotrexate", "biologics", ""),
    ("Emollients compared with biologics for eczema in babies", T, "eczema", "emollients", "biologics", "infants"),
    ("Is CBT as good as antidepressants for depression?", T, "depression", "cognitive behavioural therapy",
     "antidepressants", ""),
    ("CBT or antidepressants for depression: which is better?", T, "depression", "cognitive behavioural therapy",
     "antidepressants", ""),
    ("Should I take aspirin or ibuprofen for migraine?", T, "migraine", "aspirin; ibuprofen", "", ""),
    ("Blood thinners for an irregular heartbeat in an 82 year old", T, "atrial fibrillation", "anticoagulants", "",
     "older people"),
    ("bisphosphonates osteoporosis women over 70", T, "osteoporosis", "bisphosphonates", "", "older people"),
    ("is it worth having a knee replacement at 80?", T, "", "knee replacement", "", "older people"),
    ("My 5 year old has an ear infection, does she need antibiotics?", T, "acute otitis media", "antibiotics", "",
     "children"),
    ("migraine in teenagers", T, "migraine", "", "", "adolescents"),
    ("16 yo with asthma", T, "asthma", "", "", "adolescents"),
    ("8 week old with eczema", T, "eczema", "", "", ""),
    ("over 60 mg of aspirin", T, "", "aspirin", "", ""),
    ("working out when feeling low", T, "depression", "exercise", "", ""),
    ("keyhole surgery endometriosis", T, "endometriosis", "laparoscopic surgery", "", ""),
    ("Is varenicline better than patches?", T, "smoking", "varenicline", "nicotine patch", ""),
    ("Do ARBs help?", T, "hypertension", "angiotensin receptor blockers", "", ""),
    ("ACT for feeling low", T, "depression", "acceptance and commitment therapy", "", ""),
    ("when to act on back pain", T, "low back pain", "", "", ""),
    ("Does taping work?", T, "", "taping", "", ""),
    ("In adults with CKD, do ACE inhibitors help?", T, "chronic kidney disease", "ACE inhibitors", "", ""),
    ("Is varenicline safe if I have depression?", H, "smoking", "varenicline", "", "depression"),
    ("Are steroid inhalers safe in asthma?", H, "asthma", "inhaled corticosteroids", "", ""),
    ("topiramate in pregnancy", T, "migraine", "topiramate", "", "pregnancy"),
    ("Do SSRIs lower the risk of stroke?", T, "depression", "antidepressants", "", ""),
    ("Does allopurinol prevent gout?", PV, "gout", "allopurinol", "", ""),
    ("How can I avoid getting water infections?", PV, "urinary tract infection", "", "", ""),
    ("Does ringing in the ears go away?", PR, "tinnitus", "", "", ""),
    ("GERD PPI long term risks", H, "gastro-oesophageal reflux disease", "proton pump inhibitors", "", ""),
    ("osteoarthritis of the knee: steroid jab", T, "knee osteoarthritis", "corticosteroid injection", "", ""),
    ("Diabetes Mellitus, Type 2 and metformin", T, "type 2 diabetes", "metformin", "", ""),
    ("is the moon made of cheese", OT, "", "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "condition", "intervention", "comparator", "population"), SLOTS)
def test_concepts_fill_the_slots_that_a_reader_means(
    text: str, kind: QuestionKind, condition: str, intervention: str, comparator: str, population: str
) -> None:
    """Telegraphic or whole, clinical or everyday: the same thing asked fills the same slots."""
    question = asked(text)

    assert (kind, condition, intervention, comparator) == (
        question.kind,
        names(question.conditions),
        names(question.interventions),
        names(question.comparators),
    )
    if population:
        assert population in names(question.populations)


def test_mentions_are_places_in_the_text() -> None:
    """The page can underline what was understood."""
    text = "Does taping the knee help runner's knee?"
    question = asked(text)

    for mention in (*question.conditions, *question.interventions):
        assert mention.words == text[mention.start : mention.end]


def test_terms_hold_every_word_for_a_concept_and_those_of_its_kinds() -> None:
    """What is searched for a class of treatment includes its members, and each can be shown."""
    terms = {term.concept: term for term in asked("blood thinners in AF").terms}

    assert {"anticoagulants", "apixaban", "warfarin"} <= set(terms["anticoagulants"].synonyms)
    assert "atrial fibrillation" in terms["atrial fibrillation"].synonyms


def test_what_nobody_knows_is_said_to_be_unknown() -> None:
    """A topic that the library does not hold is named; words of asking are not."""
    question = asked("What is the best treatment of hyperkalaemia in adults please?")

    assert ("hyperkalaemia",) == question.unknown
    assert [] == [term.words for term in asked("what helps, and how well does it work?").terms]


def test_names_with_a_letter_or_number_stay_whole() -> None:
    """Vitamin D is not a vitamin and a letter."""
    assert ["vitamin D", "omega-3", "X-ray"] == [t.words for t in asked("vitamin D or omega-3 or an X-ray").terms]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("effector T cells in the thymus", ["effector", "T cells", "thymus"]),
        ("filgrastim raises G-CSF", ["filgrastim", "G-CSF"]),
        ("hepatitis B in prisons", ["hepatitis B", "prisons"]),
    ],
)
def test_a_letter_stays_with_the_word_that_it_belongs_to(text: str, words: list[str]) -> None:
    """The T of a T cell is no kind of effector, and the B of hepatitis B is its own."""
    assert words == [term.words for term in asked(text).terms]


@pytest.mark.parametrize(
    ("typed", "meant", "slot"),
    [
        ("metformn", "metformin", "interventions"),
        ("epilespy", "epilepsy", "conditions"),
        ("psoriassis", "psoriasis", "conditions"),
    ],
)
def test_a_slip_is_read_as_the_known_word_and_shown(typed: str, meant: str, slot: str) -> None:
    """One slip in a long word that nobody knows is mended, never silently."""
    text = f"{typed} and sleep"
    question = asked(text)
    mention = getattr(question, slot)[0]

    assert (meant, typed) == (mention.concept.name, mention.words)
    assert typed == text[mention.start : mention.end]
    assert meant in next(term for term in question.terms if term.words == typed).synonyms
    assert () == question.unknown


@pytest.mark.parametrize("text", ["gaut", "asma", "schizofrenya", "aspirins"])
def test_short_or_distant_words_are_not_guessed(text: str) -> None:
    """A typed gaut may be gout, goat or a name: nothing is guessed."""
    question = asked(text)

    assert all(mention.words == text for mention in question.interventions)
    assert () == question.conditions


def test_the_only_condition_that_fits_is_inferred_and_says_why() -> None:
    """Varenicline is here for stopping smoking alone; taping is for two conditions, so none is assumed."""
    inferred = asked("Does varenicline work?").conditions[0]

    assert ("smoking", "", -1) == (inferred.concept.name, inferred.words, inferred.start)
    assert inferred.inferred_because is not None
    assert "varenicline" in inferred.inferred_because
    assert () == asked("Does taping work?").conditions


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\n\t",
        "🦵🦵 ???",
        "متى يجب علاج ارتفاع ضغط الدم",
        "\x00\x01\x7f",
        "\u202e\u2066",
        "?" * 10_000,
        "1/2 3 4.5",
    ],
)
def test_what_cannot_be_read_gives_a_question_without_terms(text: str) -> None:
    """Nothing typed makes it fail, and nothing is read into noise."""
    question = asked(text)

    assert () == question.terms == question.unknown == question.conditions


def test_only_the_beginning_of_a_long_text_is_read_and_that_is_said() -> None:
    """Ten thousand characters of noise are cut, and noise is no question."""
    noise = asked(" ".join(f"qz{chr(97 + n % 26)}xv{chr(97 + n // 26 % 26)}k" for n in range(1_300)))

    assert noise.truncated
    assert 1_000 == len(noise.text)
    assert () == noise.terms
    assert not asked("gout").truncated
    assert () == asked("x" * 990 + "          gout").conditions


def test_people_without_symptoms_are_not_asked_about_symptoms() -> None:
    """They describe who is meant; "without weight loss" may well be what is hoped for."""
    assert asked("Does taping help adults without symptoms?").outcomes == ()
    assert [m.words for m in asked("Does taping reduce symptoms of gout?").outcomes] == ["symptoms"]
    assert [m.words for m in asked("Can gout be treated without weight loss?").outcomes] == ["weight loss"]


@settings(max_examples=150)
@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    """Every string gives a question whose mentions lie inside its text."""
    question = asked(text, asked("Does CBT help depression?"))

    for mention in (*question.conditions, *question.interventions, *question.populations, *question.outcomes):
        assert mention.start == -1 or question.text[mention.start : mention.end] == mention.words


def test_the_role_is_kept_and_changes_nothing_else() -> None:
    """Who reads does not change what was asked."""
    one = understand("gout", lexicon(), frequency=frequency, n_units=100, role=Role.CLINICIAN)
    other = understand("gout", lexicon(), frequency=frequency, n_units=100, role=Role.PATIENT)

    assert Role.CLINICIAN is one.role
    assert one.terms == other.terms


def test_rules_are_quick_on_hostile_text() -> None:
    """A thousand characters made to send a pattern astray are read in no time."""
    import time

    hostile = [
        "how long does " * 80,
        "is 1 " * 250,
        "can i take " * 90,
        "what is a " * 100,
        "when should " * 90,
        "(" * 1000,
    ]
    began = time.process_time()
    questions: list[Question] = [asked(text) for text in hostile]

    assert time.process_time() - began < 1.0
    assert len(hostile) == len(questions)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("treatment of pulmonary hypertension", "pulmonary hypertension"),
        ("Which drug for bipolar depression?", "bipolar depression"),
        ("neonatal UTI antibiotics", "neonatal UTI"),
    ],
)
def test_a_disease_that_only_sounds_like_a_known_one_is_searched_in_its_own_words(text: str, whole: str) -> None:
    """Evidence on hypertension is never offered for pulmonary hypertension."""
    question = asked(text)

    assert () == question.conditions
    assert whole in [term.words for term in question.terms]


def test_a_condition_is_not_inferred_when_the_question_says_what_the_drug_is_for() -> None:
    """Metformin is used here for one condition only, but the question asks about another."""
    treats = {"metformin": frozenset({"type 2 diabetes"})}

    def known(words: object) -> tuple[int, ...]:
        return tuple(0 if word in ("glucophage", "narcolepsy") else 5 for word in words)  # type: ignore[attr-defined]

    def conditions(text: str) -> list[str]:
        question = understand(text, lexicon(), frequency=known, n_units=1000, treats=treats)
        return [mention.concept.name for mention in question.conditions]

    assert ["type 2 diabetes"] == conditions("Is metformin safe?")
    assert ["type 2 diabetes"] == conditions("Is metformin (Glucophage) safe?")
    assert [] == conditions("Does metformin prevent pneumonia?")
    assert [] == conditions("metformin narcolepsy")


def test_any_treatment_at_all_is_a_treatment_of_its_own_illness_alone() -> None:
    """A pack may call "first-line treatment" what it treats one illness with; of another, it is what is asked."""
    concepts = (
        Concept("gout", ConceptKind.CONDITION),
        Concept("first-line gout drug", ConceptKind.INTERVENTION, lay=("first-line treatment",)),
    )

    def of(text: str) -> Question:
        return understand(text, Lexicon.build(concepts), frequency=frequency, n_units=1_000)

    assert names(of("First-line treatment of gout?").interventions) == "first-line gout drug"
    assert not of("First-line treatment of psoriasis?").interventions
