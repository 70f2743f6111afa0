"""Which side of a treatment a question asks for, by its wording: benefit, harms, dose and the others."""

import pytest

from quoth.model import Facet, QuestionKind
from tests.unit.search.search_words import DF, DO, OT, PR, PV, TI, D, H, T, asked

# question, kind, facets wanted first (in this order)
SIDES: list[tuple[str, QuestionKind, tuple[Facet, ...]]] = [
    ("Does exercise help back pain?", T, ()),
    ("Should I be tested for gout?", D, (Facet.DIAGNOSIS,)),
    ("Is metformin safer than insulin?", H, (Facet.HARMS,)),
    ("My gout has come back, may I take it again?", T, ()),
    ("Should I try metformin before the expensive new drugs?", T, ()),
    ("Methadone for opioid dependence", OT, ()),
    ("My father has gout, should I get tested?", D, (Facet.DIAGNOSIS,)),
    ("Should my husband get checked for high blood pressure?", D, (Facet.DIAGNOSIS,)),
    ("Do I need a urine test for gout?", D, (Facet.DIAGNOSIS,)),
    ("How often should my uric acid be tested in gout?", OT, (Facet.MONITORING,)),
    ("Which doctor should I see for gout?", TI, (Facet.REFERRAL,)),
    ("Who should I see about gout?", TI, (Facet.REFERRAL,)),
    ("Is gout hereditary?", QuestionKind.CAUSE, (Facet.CAUSE,)),
    ("My mother has migraine, will I get it too?", QuestionKind.CAUSE, (Facet.CAUSE,)),
    ("Does gout run in families?", QuestionKind.CAUSE, (Facet.CAUSE,)),
    ("What is the best treatment for gout?", T, ()),
    ("Which drugs lower the risk of stroke in atrial fibrillation?", T, ()),
    ("How long does an ear infection last?", PR, (Facet.PROGNOSIS,)),
    ("How long does runner's knee take to heal?", PR, (Facet.PROGNOSIS,)),
    ("tinnitus prognosis", PR, (Facet.PROGNOSIS,)),
    ("What is the survival in TNBC?", PR, (Facet.PROGNOSIS,)),
    ("Will my gout come back?", PR, (Facet.PROGNOSIS,)),
    ("How long should I take antibiotics for a bladder infection?", DO, (Facet.DOSE,)),
    ("How long should antibiotics be taken for a bladder infection?", DO, (Facet.DOSE,)),
    ("How many days of amoxicillin for AOM?", DO, (Facet.DOSE,)),
    ("What dose of metformin should I take?", DO, (Facet.DOSE,)),
    ("metformin dose diabetes", DO, (Facet.DOSE,)),
    ("metformin how much for diabetes", DO, (Facet.DOSE,)),
    ("low dose metformin", T, ()),
    ("a missed dose of metformin", DO, (Facet.DOSE,)),
    ("Is 3 days of antibiotics as good as 7?", DO, (Facet.DOSE,)),
    ("how often should I use eye drops for glaucoma", DO, (Facet.DOSE,)),
    ("How much exercise should I do for depression?", DO, (Facet.DOSE,)),
    ("Should I take ACE inhibitors at night or in the morning?", DO, (Facet.DOSE,)),
    ("Which antibiotic is first choice and at what dose?", T, (Facet.BENEFIT, Facet.DOSE)),
    ("Side effects of topiramate", H, (Facet.HARMS,)),
    ("Is ibuprofen bad for asthma?", H, (Facet.HARMS,)),
    ("What are the risks of SGLT2 inhibitors?", H, (Facet.HARMS,)),
    ("risk of taking ibuprofen", H, (Facet.HARMS,)),
    ("How many children get a rash from amoxicillin?", H, (Facet.HARMS,)),
    ("How many people get relief from amoxicillin?", T, ()),
    ("Does topiramate work and what are its side effects?", T, (Facet.BENEFIT, Facet.HARMS)),
    ("Does exercise help or harm an arthritic knee?", T, (Facet.BENEFIT, Facet.HARMS)),
    ("Who should not take ibuprofen?", H, (Facet.CONTRAINDICATIONS, Facet.HARMS)),
    ("Can I drink alcohol with methotrexate?", H, (Facet.CONTRAINDICATIONS, Facet.HARMS)),
    ("Can I take topiramate while breastfeeding?", H, (Facet.CONTRAINDICATIONS, Facet.SPECIAL_POPULATIONS)),
    ("What can I use in pregnancy?", T, (Facet.SPECIAL_POPULATIONS,)),
    ("Is exercise safe in pregnancy?", H, (Facet.HARMS, Facet.SPECIAL_POPULATIONS)),
    ("Do I need an X-ray for heel pain?", D, (Facet.DIAGNOSIS,)),
    ("Should I get a scan for back pain?", D, (Facet.DIAGNOSIS,)),
    ("How is coeliac disease diagnosed?", D, (Facet.DIAGNOSIS,)),
    ("What are the symptoms of AF?", QuestionKind.SIGNS, (Facet.DIAGNOSIS,)),
    ("sensitivity of blood tests for coeliac disease", D, (Facet.DIAGNOSIS,)),
    ("What are the red flags in low back pain?", D, (Facet.RED_FLAGS, Facet.REFERRAL)),
    ("When should a child with an ear infection be seen again?", TI, (Facet.MONITORING,)),
    ("When should I be referred for a knee replacement?", TI, (Facet.REFERRAL,)),
    ("When should I start allopurinol?", TI, (Facet.WHEN_TO_START,)),
    ("At what reading should drugs be started?", TI, (Facet.WHEN_TO_START,)),
    ("HFrEF: when to start an SGLT2 inhibitor?", TI, (Facet.WHEN_TO_START,)),
    ("What counts as high blood pressure?", DF, (Facet.DEFINITION,)),
    ("Is 150/95 high?", DF, (Facet.DEFINITION,)),
    ("Is a blood pressure of 130/80 normal?", DF, (Facet.DEFINITION,)),
    ("What is gout?", DF, (Facet.DEFINITION,)),
    ("What is CBT and does it work?", DF, (Facet.DEFINITION, Facet.BENEFIT)),
    ("What does osteoporosis mean?", DF, (Facet.DEFINITION,)),
    ("Does cranberry prevent bladder infections?", PV, (Facet.PREVENTION, Facet.BENEFIT)),
    ("How often should my blood pressure be checked?", OT, (Facet.MONITORING,)),
    ("Do I need to test my blood sugar?", OT, (Facet.MONITORING,)),
    ("psoriasis biologics cost", OT, (Facet.COST,)),
]


@pytest.mark.parametrize(("text", "kind", "facets"), SIDES)
def test_the_wording_says_which_side_is_asked_for(text: str, kind: QuestionKind, facets: tuple[Facet, ...]) -> None:
    """Dose, harm, prognosis, referral: each has its wordings; a plain question about treatment asks for all sides."""
    question = asked(text)

    assert kind is question.kind
    assert facets == question.facets[: len(facets)]
    assert facets or not question.facets
