"""What the starter library does not hold is refused, or said to be missing with nothing recommended in its place."""

import pytest

from quoth.model import Abstention
from quoth.pipeline import Parts, ask

# A treatment that no starter pack holds, and a question on it: telegraphic, in everyday words, in a clinician's.
UNKNOWN = (
    ("plasters", "Lidocaine 5% plasters for chronic low back pain: any evidence?"),
    ("plasters", "Lidocaine plasters for a bad back, is there any good evidence?"),
    ("stimulation", "Neuromuscular electrical stimulation of the quads in PFP"),
    ("stimulation", "electrical stimulation to my quads for kneecap pain"),
    ("honey", "honey migraine"),
    ("honey", "My nan swears by honey for an ear infection, is she right?"),
    ("honey", "Is medical-grade honey effective in urinary tract infection?"),
    ("magnets", "magnets knee arthritis"),
    ("magnets", "my mate reckons magnets are brilliant for a dodgy back, is he having me on?"),
    ("magnet", "static magnet therapy in plantar fasciitis"),
    ("magnetic", "Do magnetic knee braces help kneecap pain?"),
    ("magnetic", "magnetic knee brace for knee arthritis"),
    ("prediabetes", "Does metformin help people with prediabetes?"),
    ("prediabetes", "metformin in adults with prediabetes: does it prevent diabetes"),
    ("copper", "copper bracelet knee osteoarthritis"),
    ("copper", "Will wearing a copper bracelet sort out my kneecap pain?"),
    ("cannabis", "cannabis oil migraine"),
    ("cannabis", "Does cannabis oil help chronic low back pain?"),
    ("cannabidiol", "cannabidiol for depression in adults"),
    ("homeopathy", "homeopathy otitis media"),
    ("homeopathy", "my sister wants to try homeopathy for her low mood, is that daft?"),
    ("homeopathic", "homeopathic prophylaxis of migraine"),
    ("prayer", "prayer hypertension"),
    ("prayer", "Can prayer get rid of depression?"),
    ("leeches", "leeches knee osteoarthritis"),
    ("leeches", "Is it true that leeches are good for worn knees?"),
    ("leech", "medicinal leech therapy in knee OA"),
    ("ozone", "ozone injections knee osteoarthritis"),
    ("ozone", "Is ozone any good for a bad back?"),
    ("ozone", "intradiscal oxygen-ozone for chronic low back pain"),
    ("cupping", "cupping low back pain"),
    ("cupping", "My physio wants to do cupping on my sore back, worth it?"),
    ("reiki", "reiki depression"),
    ("reiki", "does reiki do anything at all for migraines?"),
    ("baking", "baking soda UTI"),
    ("baking", "Can I get shot of a water infection with baking soda?"),
    ("bicarbonate", "sodium bicarbonate for acute uncomplicated cystitis"),
    ("turmeric", "turmeric knee arthritis"),
    ("curcumin", "curcumin in osteoarthritis of the knee"),
    ("ketamine", "ketamine depression"),
    ("ketamine", "Would ketamine pull me out of this depression?"),
    ("psilocybin", "psilocybin for major depressive disorder"),
    ("mushrooms", "do magic mushrooms help when you are feeling down?"),
    ("hypnosis", "hypnosis stop smoking"),
    ("hypnosis", "My uncle packed in the fags after hypnosis, does it honestly help people stop smoking?"),
    ("garlic", "garlic high blood pressure"),
    ("garlic", "does garlic bring down high blood pressure?"),
    ("beetroot", "beetroot juice for arterial hypertension"),
    ("hibiscus", "hibiscus tea hypertension"),
    ("cinnamon", "cinnamon type 2 diabetes"),
    ("cinnamon", "Will cinnamon get my blood sugar diabetes under control?"),
    ("berberine", "berberine as monotherapy in type 2 diabetes mellitus"),
    ("vinegar", "apple cider vinegar diabetes"),
    ("vinegar", "is apple cider vinegar rubbish or does it work for diabetes?"),
    ("chromium", "chromium picolinate in T2DM"),
    ("ginger", "ginger migraine"),
    ("daith", "daith piercing migraine"),
    ("piercing", "would a daith piercing put a stop to my migraines?"),
    ("mullein", "mullein oil otitis media"),
    ("onion", "Should I put a warm onion on my little lad's ear infection?"),
    ("candling", "ear candling for acute otitis media"),
    ("xylitol", "xylitol otitis media"),
    ("uva", "uva ursi cystitis"),
    ("parsley", "parsley tea for a bladder infection"),
    ("bromelain", "bromelain in patellofemoral pain syndrome"),
    ("comfrey", "comfrey ointment low back pain"),
    ("arnica", "arnica kneecap pain"),
    ("arnica", "Rubbed arnica in for weeks for my runner's knee, waste of time?"),
    ("urine", "should I drink my own urine for plantar heel pain?"),
    ("girdle", "Does a girdle help patellofemoral pain?"),
    ("sauna", "sauna hypertension"),
    ("sauna", "Does a sauna twice a week bring down high blood pressure?"),
    ("music", "music therapy depression"),
    ("dog", "Would getting a dog help my depression?"),
    ("chocolate", "Is dark chocolate good for high blood pressure?"),
    ("kombucha", "kombucha for recurrent UTI"),
    ("colloidal", "colloidal silver urinary tract infection"),
    ("bleach", "Does bleach water cure cystitis?"),
    ("lavender", "lavender aromatherapy for migraine prophylaxis"),
    ("pregnenolone", "pregnenolone in major depressive disorder"),
    ("exorcism", "exorcism for depression"),
    ("crystals", "My auntie gave me healing crystals for heel pain, do they work?"),
    ("electroconvulsive", "electroconvulsive therapy in severe depression"),
    ("lobelia", "lobelia smoking cessation"),
    ("snuff", "Is snuff a decent way to quit smoking?"),
    ("crossfit", "crossfit for type 2 diabetes"),
    ("pillow", "Which pillow is best for chronic back pain?"),
    ("inversion", "inversion table low back pain"),
    ("hrt", "HRT depression"),
    ("hrt", "HRT for migraine prophylaxis?"),
    ("gum", "Does chewing gum help plantar heel pain?"),
    ("zorbing", "Is zorbing better than exercise for back pain?"),
    ("copper", "copper night splints heel pain"),
    ("copper", "Do copper insoles help plantar heel pain?"),
    ("lavender", "lavender as preventive treatment in migraine"),
)  # fmt: skip


def test_the_table_is_wide() -> None:
    """Many treatments, each put in its own way."""
    assert len(UNKNOWN) >= 60
    assert len({question for _, question in UNKNOWN}) == len(UNKNOWN)


@pytest.mark.parametrize(("word", "question"), UNKNOWN, ids=[question for _, question in UNKNOWN])
def test_an_unknown_treatment_is_never_answered_in_silence(word: str, question: str, parts: Parts) -> None:
    """Advice on something else must never look like an answer about the thing that was named."""
    page = ask(question, parts).page

    if not isinstance(page, Abstention):
        assert any(word in note.casefold() for note in page.notes), (
            "answered without saying that it holds nothing on it"
        )
        assert not page.bottom_line.statements, "recommends something in its place"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Does exercise help back pain?", "What about honey?"),
        ("Does propranolol prevent migraine?", "and feng shui?"),
        ("antibiotics cystitis", "or kombucha"),
    ],
)
def test_a_follow_up_on_an_unknown_treatment_does_not_answer_on_the_one_before(
    first: str, then: str, parts: Parts
) -> None:
    """Who asks "and honey?" is not told about exercise again."""
    page = ask(then, parts, previous=ask(first, parts).page.question).page

    assert isinstance(page, Abstention)


@pytest.mark.parametrize(
    ("question", "treatment"),
    [
        ("Should I bin antibiotics for a water infection?", "antibiotics"),
        ("methenamine (Hiprex) UTI", "methenamine hippurate"),
        ("My hubby reckons exercise is a load of rubbish for a dodgy back, is he right?", "exercise"),
        ("Is propranolol worth a punt, my migraines are driving me up the wall", "propranolol"),
    ],
)
def test_a_strange_word_beside_a_known_treatment_does_not_hide_it(question: str, treatment: str, parts: Parts) -> None:
    """Refusing is right only where the strange word may be what is asked about."""
    page = ask(question, parts).page

    assert not isinstance(page, Abstention), page.explanation
    assert treatment in [mention.concept.name for mention in page.question.interventions]
