"""Danger told in everyday words is met with a signpost; figures of speech are not."""

import pytest

from quoth.search.signposts import signposts_of
from quoth.search.wording import read
from tests.unit.search.search_words import asked

EMERGENCY, POISON, TODAY = "emergency", "poison", "today"

DANGER = (
    ("crushing pain across my chest", EMERGENCY),
    ("my chest feels crushed and I'm sweating", EMERGENCY),
    ("tight band around my chest and left arm has gone heavy", EMERGENCY),
    ("it feels like an elephant sitting on my chest", EMERGENCY),
    ("heavy chest and my jaw aches", EMERGENCY),
    ("chest is really tight, arm numb", EMERGENCY),
    ("left arm has gone numb and I feel clammy", EMERGENCY),
    ("my dad is clutching his chest and has gone grey", EMERGENCY),
    ("pain going from my chest down my arm", EMERGENCY),
    ("squeezing in the middle of my chest", EMERGENCY),
    ("one side of her face has dropped", EMERGENCY),
    ("his face is drooping on one side", EMERGENCY),
    ("mum's mouth is drooping and she can't speak properly", EMERGENCY),
    ("my nan can't get her words out all of a sudden", EMERGENCY),
    ("he's slurring his words", EMERGENCY),
    ("can't lift one arm since this morning, speech is funny", EMERGENCY),
    ("suddenly went numb down one side", EMERGENCY),
    ("lost the sight in one eye an hour ago", EMERGENCY),
    ("I think my husband is having a stroke", EMERGENCY),
    ("is this a heart attack", EMERGENCY),
    ("my baby is suffocating", EMERGENCY),
    ("gasping for air", EMERGENCY),
    ("can't catch my breath and lips are blue", EMERGENCY),
    ("struggling for breath", EMERGENCY),
    ("he has turned blue", EMERGENCY),
    ("something is stuck in my toddler's throat and he can't cry", EMERGENCY),
    ("my son is having a fit", EMERGENCY),
    ("she is fitting", EMERGENCY),
    ("he's been shaking and jerking and won't come round", EMERGENCY),
    ("my daughter just had a seizure", EMERGENCY),
    ("fits that go on for 10 minutes", EMERGENCY),
    ("blood is pouring out of the cut", EMERGENCY),
    ("blood gushing from my leg", EMERGENCY),
    ("bleeding heavily after birth", EMERGENCY),
    ("soaking through a pad every hour", EMERGENCY),
    ("bleeding a lot from my nose and it won't stop", EMERGENCY),
    ("losing lots of blood", EMERGENCY),
    ("coughing up blood", EMERGENCY),
    ("my lad drank bleach", POISON),
    ("she swallowed a button battery", POISON),
    ("took 30 paracetamol tablets at once", POISON),
    ("think I've taken an overdose", POISON),
    ("my toddler ate my tablets", POISON),
    ("he may have been poisoned", POISON),
    ("carbon monoxide alarm and we all have headaches", POISON),
    ("can't feel my legs with this back pain", EMERGENCY),
    ("bp 200/130 and blurred vision", EMERGENCY),
    ("my pressure is 190 over 125 and my chest feels odd", EMERGENCY),
    ("blood sugar is 30 and I keep vomiting", EMERGENCY),
    ("diabetic, high ketones and fruity breath", EMERGENCY),
    ("my baby is 2 months, ear infection and a temperature", EMERGENCY),
    ("I took 20 paracetamol for my knee pain", POISON),
    ("I've swallowed a whole packet of paracetamol", POISON),
    ("I took 3 times my dose of metformin by mistake", POISON),
    ("gave my baby two doses of calpol by accident", POISON),
    ("rash and trouble breathing after amoxicillin", EMERGENCY),
    ("chest pain after taking sumatriptan", EMERGENCY),
    ("weak legs and back pain since yesterday", EMERGENCY),
    ("BP 190/115 and headache", EMERGENCY),
    ("on dapagliflozin and I feel sick and am breathing fast", EMERGENCY),
    ("BP 220/130", TODAY),
    ("my knee is red hot and swollen and I have a fever", TODAY),
    ("my calf is swollen and hot", TODAY),
    ("my little boy's ear is swollen behind it and sticking out", TODAY),
    ("fever and back pain with burning pee", TODAY),
    ("uti with shaking chills", TODAY),
    ("water infection and now my side hurts, pain in my back and I'm being sick", TODAY),
    ("swelling behind his ear after the ear infection", TODAY),
    ("her ear is sticking out since the infection", TODAY),
    ("it is red behind the ear", TODAY),
    ("my toddler with the ear infection won't drink and is very sleepy", TODAY),
)

HARMLESS = (
    "does sugar poison my blood?",
    "statins are poison, do they even work?",
    "is salt slow poison for blood pressure",
    "alcohol poisons your mood, does therapy help depression",
    "are painkillers just poison for a bad back",
    "does aspirin prevent heart attacks and strokes",
    "risk of stroke with high blood pressure",
    "tight chest muscles and kneecap pain",
    "tight calf stretches for heel pain",
    "crushing tablets for my nan with high blood pressure",
    "arm exercises for low back pain",
    "heavy legs with water tablets",
    "my knee feels numb after kneeling",
    "numb heel when I run",
    "does exercise fit into my week",
    "will insoles fit my shoes",
    "is a fitted knee brace better",
    "getting fit with type 2 diabetes",
    "fit note for back pain",
    "my migraine gives me blind spots",
    "heavy periods and migraine",
    "heavy lifting and back pain",
    "bleeding gums and diabetes",
    "risk of bleeding with aspirin",
    "do SGLT2 inhibitors cause bleeding",
    "feel suffocated by my job, does therapy help depression",
    "choking on the cost of varenicline",
    "face cream for eczema",
    "my speech anxiety, does CBT help",
    "dropped arches and heel pain",
    "chest infection antibiotics",
    "chest exercises for a bad back",
    "breathing exercises for high blood pressure",
    "does an ear infection hurt when swallowing",
    "swallowed my pride and started antidepressants",
    "I ate too many sweets, will it raise my sugar",
    "took too many steps and my heel hurts",
    "left arm blood pressure cuff",
    "seizure medicines for migraine prevention",
    "dying for a cigarette",
    "back exercises while I have a UTI",
    "took 12 sessions of physio for my back",
    "I took 20 minutes to warm up",
    "have taken 50 milligrams of sertraline for years",
    "taken 30 patients into the trial",
    "two doses of vaccine or three",
    "double dose of amoxicillin for ear infection",
    "my knee is swollen after running",
    "hot packs for a swollen knee",
    "ears that stick out since birth",
    "swollen ankles on amlodipine",
    "breathing exercises in diabetes",
    "cranberry juice for water infections",
    "pain behind the eye with migraine",
    "hearing aid behind the ear",
    "my child has had earache for 2 months and no fever",
    "do SGLT2 inhibitors raise the risk of ketoacidosis",
    "target of 120 or 140 and dizziness in older people",
    "180/90 at the clinic, 140/85 at home",
    "does metformin make people vomit",
    "is a child of two too young for ibuprofen",
    "drowsy on amitriptyline",
)


def test_half_of_the_table_is_harmless() -> None:
    """A signpost on every page would be read on none."""
    assert len(DANGER) + len(HARMLESS) >= 60
    assert len(HARMLESS) >= 30


@pytest.mark.parametrize(("text", "key"), DANGER, ids=[text for text, _ in DANGER])
def test_danger_in_everyday_words_calls_for_help(text: str, key: str) -> None:
    """People in danger do not write like a textbook."""
    assert key in signposts_of(read(text))


@pytest.mark.parametrize("text", HARMLESS)
def test_figures_of_speech_and_body_talk_call_for_none(text: str) -> None:
    """Sugar as "poison", a tight calf, a fitting brace: nobody is in danger."""
    assert () == signposts_of(read(text))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("I have sudden chest pain and my arm hurts", ("emergency",)),
        ("face drooping and slurred speech", ("emergency",)),
        ("sudden weakness in one leg", ("emergency",)),
        ("worst headache of my life", ("emergency",)),
        ("my throat is closing after nuts", ("emergency",)),
        ("baby can't breathe", ("emergency",)),
        ("bleeding that won't stop with warfarin", ("emergency",)),
        ("stiff neck, fever and a rash in my son", ("emergency",)),
        ("back pain and I can't pee", ("emergency",)),
        ("sciatica with numbness around the groin", ("emergency",)),
        ("back pain and I can't control my bladder", ("emergency",)),
        ("her back hurts and she cannot feel her bowels", ("emergency",)),
        ("25 weeks pregnant with bleeding", ("emergency",)),
        ("my newborn has a fever", ("emergency",)),
        ("I want to kill myself", ("crisis",)),
        ("She is a corporal and is thinking of ending it", ("crisis",)),
        ("he says he will end things tonight", ("crisis",)),
        ("my dad doesn't want to be here any more", ("crisis",)),
        ("life is not worth living with this pain", ("crisis",)),
        ("he talks of doing away with himself", ("crisis",)),
        ("don't want to live any more", ("crisis",)),
        ("self-harm in teenagers", ("crisis",)),
        ("do SSRIs raise suicide risk?", ("crisis",)),
        ("my son took too many paracetamol", ("poison",)),
        ("overdose of aspirin", ("poison",)),
        ("took an overdose to end my life", ("crisis", "poison")),
        ("Does exercise help back pain?", ()),
        ("Does aspirin prevent stroke?", ()),
        ("What is the best treatment for migraine?", ()),
        ("metformin in pregnancy", ()),
        ("is heartburn the same as chest pain?", ()),
    ],
)
def test_danger_in_the_wording_calls_for_a_signpost(text: str, keys: tuple[str, ...]) -> None:
    """Somebody who types a danger sign is told where help is, whatever the library holds."""
    assert keys == asked(text).emergency


def test_every_signpost_has_its_text() -> None:
    """A key without words would break the page when it matters most."""
    from quoth.model import SIGNPOSTS
    from quoth.search.signposts import _RULES

    assert {key for key, _ in _RULES} <= set(SIGNPOSTS)
