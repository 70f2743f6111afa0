"""Told of more than it holds for: women as people, one study as every study, a country as the world."""

import re

from quoth.bench.perturbing.kind import Kind, Source, capital, picked, replaced, upper_first

__all__ = ["PEOPLE", "SCOPES"]

_SOME = (
    r"(?:(?:[Pp]regnant|[Pp]ostmenopausal|[Pp]remenopausal|[Oo]lder|[Yy]ounger|[Yy]oung|[Ee]lderly|[Hh]ealthy|[Oo]bese|"
    r"[Dd]iabetic|[Hh]ypertensive|[Hh]ospitali[sz]ed|[Ii]nfertile|[Aa]dolescent|[Pp]reterm|[Dd]epressed|[Ss]edentary) )"
)
_PERSONS = (
    r"(?:patients|women|men|children|adults|infants|adolescents|girls|boys|neonates|newborns|volunteers|veterans)"
)
_PAIR_OF_PEOPLE = r"(?! (?:and|or) (?:young )?(?:children|women|men|adults|adolescents|girls|boys)\b)"
_KIND_OF_PEOPLE = re.compile(
    rf"(?<![\w-])(?<!and )(?<!or )(?:{_SOME}(?:{_PERSONS}|people|subjects|persons|individuals|participants)"
    rf"|(?!patients|volunteers){_PERSONS}|[Ww]omen|[Mm]en|[Cc]hildren|[Ii]nfants|[Aa]dolescents)\b{_PAIR_OF_PEOPLE}"
)
_WHO = r"(?:patients|women|men|children|adults|people|subjects|individuals|participants|persons|infants|adolescents)"
_HAVING = (
    r"(?:with|who (?:have|had|has)(?! sex)|undergoing|receiving|treated (?:with|for|by)|suffering from|"
    r"admitted (?:to|for|with)|at (?:high|low|increased) risk (?:of|for)|requiring|taking|diagnosed with)"
)
_GOES_ON = (
    r"(?:and|was|were|had|is|are|did|who|in|after|before|by|for|from|during|compared|underwent|at|on|have|has|showed|received|"
    r"to (?:receive|be|the|a)|versus|vs|may|should|can|could|as|but|when|while|if|using|without|that|which)"
)
_WITH_CONDITION = re.compile(
    rf"(?P<who>\b{_WHO}) {_HAVING} (?!an? (?:mean|median)\b)[^,.;():]{{3,70}}?(?=[,.;:]|$| \(| {_GOES_ON}\b)"
)
_SPAN = r"\d+(?:\.\d+)?(?:\s?(?:-|–|to|and|or|through)\s?\d+(?:\.\d+)?)?(?:[\s-](?:years?|yrs?|months?|y)\b)?"
_AGE = re.compile(
    rf",? (?:aged |who were |ages |(?:of|at|over|under|above|below|between|within) (?:the )?ages? (?:of |between )?)"
    rf"(?:at least |over |under |between |more than |less than |older than |younger than )?[≥<>≤]?\s?{_SPAN}"
    r"(?: old| of age)?(?: (?:or|and) (?:older|younger|over|above|more|under|less))?"
    r"(?=[\s,.;)])(?! (?:weeks|days|hours|mo\b))"
    r"|(?<!to)(?<!until)(?<!than)(?<!before),? (?:at least |older than |younger than |over |under |[≥<>≤]\s?)"
    rf"{_SPAN} (?:old|of age)\b"
    rf"(?: (?:or|and) (?:older|younger|over|above|more|under|less))?"
    rf"|,? (?:older|younger) than {_SPAN}(?=[\s,.;)])"
)
_SOME_PATIENTS = re.compile(
    r"\b(?P<by>[Ii]n|[Aa]mong|[Ff]or) (?:the |these |our |all |those )?(?:\d[\d,]* |\w+ )?"
    r"(?:patients|participants|subjects|volunteers|respondents|outpatients|inpatients)\b"
    r"(?! (?:with|who|whose|undergoing|treated|receiving|and|or)|['’-])"
)

_STUDY = re.compile(
    r"\b(?P<this>This|this|Our|our|The present|the present|The current|the current|Present) "
    r"(?P<what>(?:\w+ ){0,2}?(?:study|trial|analysis|review|meta-analysis|survey|cohort|report|sample|experiment)|"
    r"(?:results|data|findings|observations|studies))\b"
    r"|\b(?P<these>These|these|The|the) (?P<found>(?:results|data|findings|observations))(?= (?:suggest|show|indicate|"
    r"demonstrate|support|confirm|reveal|provide|imply|of this|from this))"
)


def _one_of(*names: str, of: str) -> str:
    """Any of the names, with or without a capital, in front of what they are a kind of."""
    any_case = (f"[{name[0].upper()}{name[0].lower()}]{name[1:]}" for name in names)
    return rf"\b(?:{'|'.join(any_case)}) (?=(?:{of})\b)"


_DISEASE = re.compile(
    "|".join(
        (
            _one_of(
                *("breast", "lung", "prostate", "colorectal", "gastric", "ovarian", "colon", "pancreatic", "cervical"),
                *("bladder", "thyroid", "esophageal", "oral", "rectal", "endometrial"),
                of="cancers?",
            ),
            _one_of("type 1", "type 2", "type I", "type II", of=r"diabet\w+"),
            _one_of("rheumatoid", "psoriatic", "septic", "juvenile", of="arthritis"),
            _one_of("isch(?:ae|e)mic", "h(?:ae|e)morrhagic", of="strokes?"),
            _one_of(
                "coronary", "rheumatic", "isch(?:ae|e)mic", "congenital", "valvular", of="(?:heart|artery) disease"
            ),
            _one_of("postpartum", "bipolar", "major", "poststroke", "late-life", of=r"depressi\w+"),
            _one_of(
                *("urinary tract", "respiratory tract", "wound", "bloodstream", "surgical site", "nosocomial"),
                *("bacterial", "viral", "fungal", "HIV", "HCV", "HBV", "HPV"),
                of="infections?",
            ),
            _one_of(
                *("low back", "back", "neck", "knee", "shoulder", "chest", "abdominal", "pelvic", "postoperative"),
                *("neuropathic", "heel", "musculoskeletal"),
                of="pain",
            ),
            _one_of("allergic", "occupational", "exercise-induced", of="asthma|rhinitis"),
            _one_of("hip", "vertebral", "osteoporotic", "femoral", "wrist", of="fractures?"),
            _one_of("chronic", "acute", of="(?:kidney|liver|renal) (?:disease|failure|injury)"),
        )
    )
)
_MEASURED = re.compile(
    "|".join(
        (
            _one_of(
                *(
                    "cardiovascular",
                    "coronary",
                    "cancer(?:-specific)?",
                    "in-hospital",
                    "hospital",
                    "perinatal",
                    "infant",
                ),
                *("neonatal", "maternal", "operative", "postoperative", "30-day", "cardiac", "one-year", "1-year"),
                of="mortality|deaths?",
            ),
            _one_of("systolic", "diastolic", "ambulatory", "office", "24-h", "nocturnal", of="blood pressure|BP"),
            _one_of("LDL", "HDL", "low-density lipoprotein", "high-density lipoprotein", of="cholesterol"),
            _one_of("fasting", "postprandial", "2-h", of="(?:plasma |blood |serum )?(?:glucose|insulin)"),
            _one_of(
                *("disease-free", "progression-free", "relapse-free", "event-free", "recurrence-free", "graft"),
                *("5-year", "five-year", "3-year", "1-year"),
                of="survival",
            ),
            _one_of(
                *("physical", "cognitive", "sexual", "social", "lung", "renal", "endothelial", "cardiac", "immune"),
                *("knee", "liver", "pulmonary", "executive", "thyroid"),
                of="function",
            ),
            _one_of("health-related", "vision-related", "disease-specific", of="quality of life"),
            _one_of(
                *(
                    "serious",
                    "gastrointestinal",
                    "cardiovascular",
                    "treatment-related",
                    "drug-related",
                    "major",
                    "local",
                ),
                of="adverse (?:events?|effects?)|side effects?|events",
            ),
        )
    )
)
_COUNTRIES = (
    r"United States|USA|US(?!\$| [A-Z])|China|Japan|UK|United Kingdom|England|Sweden|Denmark|Germany|France|Spain|"
    r"Italy|India|Africa|Canada|Australia|Norway|Finland|Netherlands|Brazil|Iran|Turkey|Taiwan|Korea|Scotland|"
    r"Ireland|Switzerland|Austria|Greece|Israel|Mexico|Uganda|Kenya|Tanzania|Malawi|Nigeria|Ghana|Pakistan|Bangladesh|"
    r"Nepal|Thailand|Vietnam|Hong Kong|Singapore|Malaysia|New Zealand|Poland|Belgium|Egypt|Europe|Asia|London|New York|"
    r"California|Ontario|Boston|Paris|Stockholm|Copenhagen|Wales|Portugal|Saudi Arabia|Jordan|Lebanon"
)
_PLACE = re.compile(
    r"\b(?P<in>[Ii]n|[Ff]rom|[Aa]cross|[Tt]hroughout) (?:the )?"
    rf"(?:(?:[Nn]orthern|[Ss]outhern|[Ww]estern|[Ee]astern|[Rr]ural|[Uu]rban|[Cc]entral) )?(?:{_COUNTRIES})\b(?!-)"
)


def kind_of_people_as_people(sentence: str, source: Source) -> str | None:
    """Pregnant women become people."""
    match = picked(_KIND_OF_PEOPLE, sentence, source)
    return match and replaced(sentence, match, capital(match.group(), "people"))


def condition_of_the_people_lost(sentence: str, source: Source) -> str | None:
    """Patients with severe asthma become patients."""
    match = picked(_WITH_CONDITION, sentence, source)
    return match and replaced(sentence, match, match["who"])


def age_lost(sentence: str, source: Source) -> str | None:
    """Women aged 65 years or older become women."""
    match = picked(_AGE, sentence, source)
    return match and upper_first(replaced(sentence, match, "").lstrip(" ,"))


def patients_as_everybody(sentence: str, source: Source) -> str | None:
    """In the patients becomes in the general population."""
    match = picked(_SOME_PATIENTS, sentence, source)
    return match and replaced(sentence, match, f"{match['by']} the general population")


def this_study_as_every_study(sentence: str, source: Source) -> str | None:
    """One study becomes every study, these results all results to date."""
    match = picked(_STUDY, sentence, source)
    if match is None:
        return None
    what = match["what"] or match["found"]
    many = what.endswith(("results", "data", "findings", "observations", "studies"))
    words = f"all {what} to date" if many else f"every {what}"
    return replaced(sentence, match, capital(match.group(), words))


def disease_as_all_such(sentence: str, source: Source) -> str | None:
    """Breast cancer becomes cancer."""
    match = picked(_DISEASE, sentence, source)
    return match and _shortened(sentence, match)


def outcome_as_all_such(sentence: str, source: Source) -> str | None:
    """Cardiovascular mortality becomes mortality."""
    match = picked(_MEASURED, sentence, source)
    return match and _shortened(sentence, match)


def country_as_the_world(sentence: str, source: Source) -> str | None:
    """In China becomes worldwide."""
    match = picked(_PLACE, sentence, source)
    return match and replaced(sentence, match, "Worldwide" if match["in"][0].isupper() else "worldwide")


def _shortened(sentence: str, match: re.Match[str]) -> str:
    rest = sentence[match.end() :]
    return sentence[: match.start()] + (
        upper_first(rest) if match.group()[0].isupper() and match.start() == 0 else rest
    )


PEOPLE: dict[str, Kind] = {
    each.__name__: each
    for each in (kind_of_people_as_people, condition_of_the_people_lost, age_lost, patients_as_everybody)
}
SCOPES: dict[str, Kind] = {
    each.__name__: each
    for each in (
        this_study_as_every_study,
        disease_as_all_such,
        outcome_as_all_such,
        country_as_the_world,
    )
}
