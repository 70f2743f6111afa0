"""A treatment alone is asked about for the only illness that it is used for here, and for no other that is named."""

import pytest

from quoth.model import Abstention, Answer
from quoth.pipeline import Parts, ask

# Words beside the treatment that can name neither an illness nor an aim: who is asked, a placebo, a number, a time of
# the day, the form of a medicine, a part of the illness's own name; and what happens, where harms are asked for.
ANSWERED = (
    ("smoking cessation", "How often does varenicline upset the stomach compared with a dummy pill?"),
    ("smoking cessation", "Do the thoracic physicians still rank varenicline above a patch?"),
    ("smoking cessation", "Varenicline against sham tablets: share of quitters at six months"),
    ("hypertension", "Taking my antihypertensive at supper or with breakfast: any odds?"),
    ("acute otitis media", "Three days on the antibiotic and my son's ear is no better. Change it?"),
    ("urinary tract infection", "Nitrofurantoin: do British GPs give three days or seven?"),
    ("type 2 diabetes", "Empagliflozin beside metformin, what does it buy me?"),
    ("plantar heel pain", "The heel is sore and stretching has done nothing for six weeks. What is next in line?"),
)
REFUSED = (
    "Metformin for polycystic ovaries?",
    "Would metformin slim me?",
    "Varenicline to stop drinking?",
    "Can varenicline curb gambling?",
    "Nitrofurantoin for a tooth abscess",
    "Propranolol for stage fright?",
    "Topiramate against hiccups?",
    "Amoxicillin for my chest?",
    "Does amoxicillin clear a sinus?",
    "Antibiotics for the eye?",
    "Stretching for a frozen shoulder?",
    "Is there an exercise for it when my leg hurts after sitting?",
    "Cortisone shot in the shoulder: for how many weeks does it last?",
    "My elbow has ached for years: would yoga or Pilates pay off?",
    "Would antihypertensives in spring water help?",
    "Do e-cigarettes help asthma?",
    "Can empagliflozin fix fatty liver?",
)


@pytest.mark.parametrize(("condition", "question"), ANSWERED)
def test_what_is_left_over_names_no_other_illness(condition: str, question: str, parts: Parts) -> None:
    """The page is on the one condition that fits, and says that it was inferred."""
    page = ask(question, parts).page

    assert isinstance(page, Answer), page.explanation
    assert page.question.conditions[0].concept.name == condition
    assert page.question.conditions[0].inferred_because


@pytest.mark.parametrize("question", REFUSED)
def test_another_aim_or_another_part_of_the_body_refuses(question: str, parts: Parts) -> None:
    """What is known of the treatment answers another question."""
    assert isinstance(ask(question, parts).page, Abstention)


def test_a_sugar_pill_is_no_medicine_for_diabetes(parts: Parts) -> None:
    """It is the placebo of a trial."""
    page = ask("Do fewer people give up agomelatine than a sugar pill?", parts).page

    assert isinstance(page, Answer), page.explanation
    assert {"depression"} == {mention.concept.name for mention in page.question.conditions}


@pytest.mark.parametrize(
    ("question", "condition"),
    [
        ("shockwave on the heel, lasting effect?", "plantar heel pain"),
        ("booked for a steroid jab into the heel, sensible?", "plantar heel pain"),
        ("amoxicillin and the ear is no better by Monday, what now?", "acute otitis media"),
        ("Insoles for a stiff kneecap, flat ones?", "patellofemoral pain"),
        ("my mother's knee and a hyaluronic acid injection before the wedding", "knee osteoarthritis"),
    ],
)
def test_a_word_of_where_it_is_tells_for_what_among_common_words(question: str, condition: str, parts: Parts) -> None:
    """The heel beside shock waves leaves no doubt, whatever else is said of them."""
    names = {mention.concept.name for mention in ask(question, parts).page.question.conditions}

    assert any(condition in name for name in names)
