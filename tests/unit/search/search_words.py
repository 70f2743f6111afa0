"""A small lexicon of several fields of medicine, and a stand-in for a library's word counts."""

from collections.abc import Sequence
from functools import cache

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, Question, QuestionKind
from quoth.search import understand
from quoth.text import match_tokens, stem

T, D, PR, H, PV, DO, DF, TI, OT = (
    QuestionKind.TREATMENT,
    QuestionKind.DIAGNOSIS,
    QuestionKind.PROGNOSIS,
    QuestionKind.HARM,
    QuestionKind.PREVENTION,
    QuestionKind.DOSE,
    QuestionKind.DEFINITION,
    QuestionKind.TIMING,
    QuestionKind.OTHER,
)
C, INT, P, OUT = ConceptKind.CONDITION, ConceptKind.INTERVENTION, ConceptKind.POPULATION, ConceptKind.OUTCOME

CONCEPTS = (
    # conditions
    Concept("hypertension", C, lay=("high blood pressure",), origin="pack heart"),
    Concept("patellofemoral pain", C, lay=("kneecap pain", "runner's knee"), clinical=("PFP",), origin="pack knee"),
    Concept("knee osteoarthritis", C, lay=("knee arthritis", "arthritic knee"), origin="pack knees"),
    Concept("breast cancer", C),
    Concept("triple-negative breast cancer", C, clinical=("TNBC",), broader=("breast cancer",)),
    Concept("asthma", C),
    Concept("chronic obstructive pulmonary disease", C, clinical=("COPD",), lay=("smoker's lung",)),
    Concept("atrial fibrillation", C, clinical=("AF",), lay=("irregular heartbeat",)),
    Concept("heart failure", C, clinical=("HF", "HFrEF")),
    Concept("type 2 diabetes", C, clinical=("T2DM",), lay=("adult-onset diabetes",), mesh="Diabetes Mellitus, Type 2"),
    Concept("depression", C, lay=("feeling low",)),
    Concept("schizophrenia", C),
    Concept("acute otitis media", C, clinical=("AOM",), lay=("ear infection",)),
    Concept("migraine", C),
    Concept("epilepsy", C, lay=("fits",)),
    Concept("psoriasis", C),
    Concept("eczema", C, clinical=("atopic dermatitis",)),
    Concept("gout", C),
    Concept("osteoporosis", C, lay=("brittle bones",)),
    Concept("endometriosis", C),
    Concept("urinary tract infection", C, clinical=("UTI",), lay=("bladder infection", "water infection")),
    Concept("coeliac disease", C),
    Concept("gastro-oesophageal reflux disease", C, clinical=("GORD", "GERD"), lay=("heartburn", "acid reflux")),
    Concept("chronic kidney disease", C, clinical=("CKD",)),
    Concept("glaucoma", C),
    Concept("tinnitus", C, lay=("ringing in the ears",)),
    Concept("plantar heel pain", C, lay=("heel pain",), clinical=("plantar fasciitis",)),
    Concept("smoking", C, lay=("smoking cessation", "stop smoking", "quit smoking")),
    Concept("low back pain", C, lay=("back pain",)),
    # interventions
    Concept("thiazides", INT, lay=("water tablets", "water pills")),
    Concept("angiotensin receptor blockers", INT, clinical=("ARB(s)", "sartans")),
    Concept("ACE inhibitors", INT, clinical=("angiotensin-converting enzyme inhibitors",)),
    Concept("beta-blockers", INT),
    Concept("taping", INT, clinical=("patellar taping",)),
    Concept("exercise", INT, lay=("working out",)),
    Concept("hip exercise", INT, broader=("exercise",)),
    Concept("immunotherapy", INT, clinical=("checkpoint inhibitors",)),
    Concept("pembrolizumab", INT, broader=("immunotherapy",)),
    Concept("inhaled corticosteroids", INT, clinical=("ICS",), lay=("steroid inhaler", "preventer inhaler")),
    Concept("apixaban", INT, broader=("anticoagulants",)),
    Concept("warfarin", INT, broader=("anticoagulants",)),
    Concept("anticoagulants", INT, lay=("blood thinners",)),
    Concept("metformin", INT),
    Concept("SGLT2 inhibitors", INT, clinical=("gliflozins",)),
    Concept("antidepressants", INT, clinical=("SSRIs",)),
    Concept("cognitive behavioural therapy", INT, clinical=("CBT",), lay=("talking therapy",)),
    Concept("acceptance and commitment therapy", INT, clinical=("ACT",)),
    Concept("antibiotics", INT, lay=("antibiotic",)),
    Concept("amoxicillin", INT, broader=("antibiotics",)),
    Concept("topiramate", INT),
    Concept("aspirin", INT),
    Concept("ibuprofen", INT),
    Concept("methotrexate", INT),
    Concept("biologics", INT),
    Concept("emollients", INT, lay=("moisturisers",)),
    Concept("allopurinol", INT),
    Concept("bisphosphonates", INT),
    Concept("laparoscopic surgery", INT, lay=("keyhole surgery",)),
    Concept("cranberry", INT),
    Concept("gluten-free diet", INT),
    Concept("proton pump inhibitors", INT, clinical=("PPI",)),
    Concept("varenicline", INT),
    Concept("nicotine patch", INT, lay=("patches",)),
    Concept("latanoprost", INT, lay=("eye drops",)),
    Concept("knee replacement", INT),
    Concept("corticosteroid injection", INT, lay=("steroid injections", "steroid jab")),
    # people and outcomes
    Concept("people with diabetes", P),
    Concept("pain", OUT),
    Concept("stroke", OUT),
    Concept("weight loss", OUT),
    Concept("symptoms", OUT),
)

TREATS = {
    "taping": frozenset({"patellofemoral pain", "plantar heel pain"}),
    "varenicline": frozenset({"smoking"}),
    "nicotine patch": frozenset({"smoking"}),
    "topiramate": frozenset({"migraine"}),
    "ACE inhibitors": frozenset({"hypertension"}),
    "angiotensin receptor blockers": frozenset({"hypertension"}),
    "antidepressants": frozenset({"depression"}),
    "exercise": frozenset({"depression", "low back pain"}),
}

# Words that the pretended library holds, beside those of its concepts.
_HELD = (
    "running sport knee surgery inhaler stairs sleep vitamin chronic severe mild acute night adjuvant stage first brace"
)


@cache
def lexicon() -> Lexicon:
    """All concepts above."""
    return Lexicon.build(CONCEPTS)


def frequency(terms: Sequence[str]) -> tuple[int, ...]:
    """Five units for each word that the pretended library holds."""
    held = {stem(token.form) for token in match_tokens(_HELD)}
    return tuple(
        5 if all(stem(token.form) in held or lexicon().knows(token.form) for token in match_tokens(term)) else 0
        for term in terms
    )


def asked(text: str, previous: Question | None = None) -> Question:
    """The question as understood against this lexicon and library."""
    return understand(text, lexicon(), frequency=frequency, n_units=100, previous=previous, treats=TREATS)
