"""Questions about animals are refused; an animal that is only there changes nothing."""

import pytest

from quoth.model import Abstention, Reason
from quoth.pipeline import Parts, ask
from quoth.search.animals import animals_asked_about
from quoth.search.wording import read

ABOUT_ANIMALS = (
    ("cat", "Which insulin is best for my cat?"),
    ("cats", "first-line treatment of diabetes in cats"),
    ("cat", "our cat has high blood pressure, which drug comes first?"),
    ("dog", "Can I give my dog ibuprofen for his arthritis?"),
    ("dogs", "Can dogs take amoxicillin for an ear infection?"),
    ("dogs", "osteoarthritis of the knee in dogs: exercise or NSAIDs"),
    ("dog", "my dog's knee arthritis is bad, does exercise help?"),
    ("terrier", "Antibiotics for an ear infection in an old terrier"),
    ("pony", "The pony has got an ear infection, how many days of antibiotics?"),
    ("rabbit", "What can I give a rabbit with a urine infection?"),
    ("hamster", "Hamster off his food, the vet suspects an ear infection. Antibiotics for how long?"),
    ("hamster", "Should a hamster be given amoxicillin for an ear infection?"),
    ("horses", "NSAIDs for horses with chronic low back pain"),
    ("rats", "duloxetine for chronic low back pain in rats"),
    ("mice", "metformin for type 2 diabetes in mice"),
    ("feline", "Feline diabetes: which insulin?"),
    ("canine", "canine otitis media antibiotics"),
    ("goat", "my daughter's goat needs something for mastitis"),
    ("racehorse", "Racehorse sore behind: NSAIDs and rest or back surgery?"),
    ("dog", "dog lame with knee arthritis, which exercise?"),
    ("dog", "ear drops for dog ear infection"),
    ("cat", "metformin for cat diabetes"),
    ("parrot", "The parrot plucks itself bald. Fluoxetine for its low mood?"),
)
ONLY_THERE = (
    "Niacin and prostaglandins in mice and humans",
    "I walk my dog every day with a bad back, which exercise helps?",
    "Does living with a cat cause ear infections in children?",
    "My dog is old and I have high blood pressure, which drug first?",
    "Is fish oil any good for depression?",
    "Is there omega 3 for depression in salmon?",
    "Does the swine flu jab matter in type 2 diabetes?",
    "Antibiotics for a dog bite",
    "pain in my calf, is it my back?",
    "Cat's claw for knee osteoarthritis",
    "Would getting a dog help my depression?",
    "Is horse riding bad for chronic low back pain?",
    "Can I keep chickens with migraine?",
    "does cow's milk cause otitis media",
    "guided exercise in an entire family with low back pain",
    "Are dog owners less depressed?",
    "My little monkey has an ear infection, does he need antibiotics?",
    "our lamb has got an ear infection, which drops?",
    "Was told to have a CAT scan for my back, what does a cat scan show?",
)


@pytest.mark.parametrize(("word", "question"), ABOUT_ANIMALS, ids=[question for _, question in ABOUT_ANIMALS])
def test_a_question_about_an_animal_is_refused_by_its_name(word: str, question: str, parts: Parts) -> None:
    """Advice for people is never offered for an animal."""
    page = ask(question, parts).page

    assert isinstance(page, Abstention)
    assert Reason.UNKNOWN_WORDS is page.reason
    assert word in page.explanation.casefold()


@pytest.mark.parametrize("question", ONLY_THERE)
def test_an_animal_that_is_only_there_is_not_asked_about(question: str) -> None:
    """Company, food, bites and plants named after animals leave the question one about people."""
    assert () == animals_asked_about(read(question), (), ())
