"""Drugs told wrongly: one as its whole class, as its sister, with a second one, with the opposite action."""

import re
from difflib import SequenceMatcher

from quoth.bench.perturbing.kind import Kind, Source, capital, exchanged, replaced
from quoth.bench.perturbing.words import drugs_of

__all__ = ["DRUGS"]

ONE_NAME = 0.8
"""Names as like as this may be one: torasemide and torsemide, aciclovir and acyclovir."""
_CLASSES = {
    "statin": "statins",
    "pril": "ACE inhibitors",
    "sartan": "angiotensin receptor blockers",
    "olol": "beta blockers",
    "azole": "azoles",
    "cillin": "penicillins",
    "mycin": "antibiotics",
    "floxacin": "quinolones",
    "oxetine": "antidepressants",
    "prazole": "proton pump inhibitors",
    "dipine": "calcium channel blockers",
    "azepam": "benzodiazepines",
    "tinib": "kinase inhibitors",
    "mab": "monoclonal antibodies",
    "vir": "antiviral drugs",
    "triptan": "triptans",
    "gliptin": "gliptins",
    "glitazone": "glitazones",
    "formin": "glucose-lowering drugs",
    "caine": "local anaesthetics",
    "profen": "anti-inflammatory drugs",
    "coxib": "anti-inflammatory drugs",
    "fenac": "anti-inflammatory drugs",
    "sone": "corticosteroids",
    "solone": "corticosteroids",
    "parin": "anticoagulants",
    "platin": "platinum drugs",
    "taxel": "taxanes",
    "rubicin": "anthracyclines",
    "dronate": "bisphosphonates",
    "cycline": "tetracyclines",
    "oxaban": "anticoagulants",
    "semide": "diuretics",
    "thiazide": "diuretics",
    "idone": "antipsychotic drugs",
    "apine": "antipsychotic drugs",
    "barbital": "barbiturates",
    "terol": "bronchodilators",
    "tropium": "bronchodilators",
    "setron": "antiemetics",
    "cept": "biologic drugs",
}
_NO_DRUG = re.compile(
    r"accept|except|percept|concept|intercept|precept|recept|environ|cholesterol|sterol|lazole|dapsone", re.I
)
_WORD = re.compile(r"\b[A-Za-z][a-z]{4,}\b")
_ACTION = {
    "agonist": ("antagonist",),
    "agonists": ("antagonists",),
    "antagonist": ("agonist",),
    "antagonists": ("agonists",),
    "inhibitor": ("activator",),
    "inhibitors": ("activators",),
    "blocker": ("activator",),
    "blockers": ("activators",),
    "blockade": ("activation",),
    "activator": ("inhibitor",),
    "activators": ("inhibitors",),
    "analgesic": ("pain-provoking",),
    "antibiotic": ("antiviral",),
    "antibiotics": ("antivirals",),
    "antihypertensive": ("blood pressure raising",),
    "anticoagulant": ("procoagulant",),
    "antidepressant": ("antipsychotic",),
    "antidepressants": ("antipsychotics",),
    "sedation": ("stimulation",),
    "vaccine": ("antiserum",),
    "vaccination": ("natural infection",),
    "corticosteroids": ("steroid-free drugs",),
    "diuretics": ("drugs that hold back water",),
}


def drug_as_its_class(sentence: str, source: Source) -> str | None:
    """Simvastatin becomes statins: what one drug did is told of all of its kind."""
    found = _drugs(sentence)
    if not found:
        return None
    match = source.random.choice(found)
    return replaced(sentence, match, capital(match.group(), _CLASSES[_ending(match.group())]))


def drug_as_its_sister(sentence: str, source: Source) -> str | None:
    """Simvastatin becomes another statin of the collection."""
    places = [(match, other) for match in _drugs(sentence) for other in _sisters(match.group(), source.drugs)]
    if not places:
        return None
    match, other = source.random.choice(places)
    return replaced(sentence, match, capital(match.group(), other))


def second_drug_added(sentence: str, source: Source) -> str | None:
    """A drug becomes that drug together with another one."""
    found = _drugs(sentence)
    others = [drug for drug in source.drugs if drug not in sentence.lower() and not _NO_DRUG.search(drug)]
    if not found or not others:
        return None
    match = source.random.choice(found)
    return replaced(sentence, match, f"{match.group()} plus {source.random.choice(others)}")


def action_turned(sentence: str, source: Source) -> str | None:
    """An agonist becomes an antagonist, an inhibitor an activator."""
    return exchanged(sentence, _ACTION, source)


def _drugs(sentence: str) -> list[re.Match[str]]:
    """Where the sentence names a drug of a known class."""
    named = {drug for drug in drugs_of([sentence]) if _ending(drug) and not _NO_DRUG.search(drug)}
    return [match for match in _WORD.finditer(sentence) if match.group().lower() in named]


def _ending(drug: str) -> str:
    return next((end for end in sorted(_CLASSES, key=len, reverse=True) if drug.lower().endswith(end)), "")


def _sisters(drug: str, drugs: tuple[str, ...]) -> list[str]:
    own = drug.lower()
    return [
        other
        for other in drugs
        if _unlike(own, other) and _ending(other) == _ending(own) and not _NO_DRUG.search(other)
    ]


def _unlike(drug: str, other: str) -> bool:
    """Whether two names are no spellings of one name."""
    return {drug, other} != {"lidocaine", "lignocaine"} and SequenceMatcher(None, drug, other).ratio() < ONE_NAME


DRUGS: dict[str, Kind] = {
    each.__name__: each for each in (drug_as_its_class, drug_as_its_sister, second_drug_added, action_turned)
}
