"""A true recommendation does not lead a page that asks for something else: a figure, a time, a harm, another effect."""

import pytest

from quoth.model import Abstention, Answer, phrase
from quoth.pipeline import Parts, ask

# What a treatment is asked to do, where nobody here knows the word at all.
EFFECT_NOT_KNOWN = (
    ("cancer", "metformin to prevent cancer in diabetics"),
    ("hair", "Does topiramate make migraine sufferers lose their hair?"),
    ("fractures", "Can SGLT2 inhibitors cause bone fractures in type 2 diabetes?"),
    ("suicide", "Does exercise for depression reduce suicide?"),
    ("pancreatitis", "Do GLP-1 agonists cause pancreatitis in type 2 diabetes?"),
    ("cancer", "Does quitting smoking with varenicline reduce lung cancer?"),
    ("hair", "Will CBT for depression make my hair grow?"),
    ("handwriting", "Metformin for type 2 diabetes: will it tidy my handwriting?"),
    ("longevity", "metformin and longevity in type 2 diabetes"),
)
# What a treatment is asked to do or to be, where the words are known and no advice on the treatment speaks of them.
EFFECT_NOT_SPOKEN_OF = (
    "Does a knee brace weaken the muscles in knee osteoarthritis?",
    "Is acupuncture painful for migraine?",
    "Do SSRIs cause weight gain in depression?",
    "Does Invokana put diabetics at risk of losing a foot?",
    "Does cranberry juice prevent kidney damage in women with recurrent UTI?",
    "Will Champix make me feel sick? I am giving up the cigs",
)
FIGURES = (
    "What is the number needed to treat for sertraline in depression?",
    "SSRIs in general practice for depression, NNT please",
    "varenicline for quitting smoking, RR",
    "metformin for type 2 diabetes: HR for death",
    "Does metformin leave fewer people dead in type 2 diabetes?",
    "How many people out of ten get better with CBT for depression?",
    "Do more patients stay on Prozac than on dummy pills when depressed?",
    "What percentage of women have another UTI within a year?",
)
TIMES = ("How soon does amitriptyline work for migraine?", "How long before I can run again with kneecap pain?")
LOOKING_BACK = ("Physio or a jab for OA knee: which left people better off a year later?",)
# The same cues where advice does answer.
LED = (
    ("cranberry", "I think I've got a water infection. Will drinking cranberry juice clear it?"),
    ("paracetamol", "Should I be drinking lots of water and taking painkillers with a UTI?"),
    ("5% of body weight", "I'm overweight and have knee arthritis. What weight loss should I be aiming for?"),
    ("visual analogue scale", "Which outcome measure should I use in patients with PFP?"),
    ("stretching", "Plantar fasciitis: heavy calf raises or stretching?"),
    (
        "sglt2",
        "New type 2 diabetic with angina, just started metformin. At what point do I bring in the SGLT2 inhibitor?",
    ),
    ("cut back activities", "My 13 year old gets kneecap pain from playing football. Should she cut down?"),
    ("varenicline", "Is varenicline safe if I have depression or anxiety?"),
    ("steroid", "Are steroid injections worth it for knee osteoarthritis, and how long do they last?"),
    ("within four weeks", "They found my blood pressure was high last week. How soon do tablets have to start?"),
    ("without waiting", "T2DM, metformin tolerated: wait for the next HbA1c before the SGLT2i?"),
    ("ketoacidosis", "Before dapagliflozin is started in a type 2 diabetic, what has to be checked?"),
    ("plus a second-generation antidepressant", "Sertraline plus CBT for depression"),
    ("varenicline", "Varenicline vs bupropion in tobacco dependence"),
    ("metformin", "Metformin for type 2 diabetes: will it help my type 2 diabetes?"),
    ("tape", "Is tape any good for kneecap pain while running?"),
)


@pytest.mark.parametrize(("word", "question"), EFFECT_NOT_KNOWN)
def test_an_effect_that_nobody_here_knows_refuses(word: str, question: str, parts: Parts) -> None:
    """Advice on the treatment was given for what it was found to do."""
    page = ask(question, parts).page

    assert isinstance(page, Abstention)
    assert word in page.explanation


@pytest.mark.parametrize("question", EFFECT_NOT_SPOKEN_OF)
def test_nothing_leads_that_does_not_speak_of_the_effect(question: str, parts: Parts) -> None:
    """What is known of the treatment may stand on the page."""
    page = ask(question, parts).page

    assert isinstance(page, Answer)
    assert not page.bottom_line.statements


@pytest.mark.parametrize("question", FIGURES)
def test_a_figure_is_not_answered_with_what_to_do(question: str, parts: Parts) -> None:
    """The lead says that no guideline statement gives it."""
    page = ask(question, parts).page

    assert isinstance(page, Answer)
    assert page.bottom_line.lead == phrase("lead.figure")


@pytest.mark.parametrize("question", [*TIMES, *LOOKING_BACK])
def test_a_time_and_what_was_found_are_not_answered_with_what_to_do(question: str, parts: Parts) -> None:
    """Nothing leads."""
    page = ask(question, parts).page

    assert isinstance(page, Answer)
    assert not page.bottom_line.statements


@pytest.mark.parametrize(("words", "question"), LED)
def test_advice_that_answers_leads(words: str, question: str, parts: Parts) -> None:
    """A second question behind the first, a time that is said, a harm in the people asked about."""
    page = ask(question, parts).page

    assert isinstance(page, Answer)
    said = " ".join(one.quote.text.casefold() for one in page.bottom_line.statements)
    assert words in said or (words == "steroid" and "glucocorticoid" in said)
