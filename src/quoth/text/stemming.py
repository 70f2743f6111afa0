"""Light English stems: plural, "-ing" and "-ed" only, so that a stem still reads as the word it came from.

Heavier stemmers join words that medicine keeps apart (organ and organisation, general and generic). This one works
on the forms of `match_tokens`, leaves numbers, genes (any form with a digit) and words of three letters alone, and
keeps what only looks like a plural: diabetes, herpes, AIDS, TENS.
"""

import re
from functools import lru_cache

__all__ = ["light_stem", "stem"]

# Looks like an ending, is none; or an irregular form. Read before every rule.
_KEEP_ROWS = """
    diabetes herpes rabies scabies caries series species ascites feces measles mumps rickets shingles facies
    tabes impetigo pancreas bias atlas alias lens aids ards sars mers tens pots sids kras hras nras inos enos
    nnos chaos pathos ethos cosmos actos canvas whereas overseas always perhaps besides sometimes towards
    afterwards news gas has was his this thus plus yes during morning evening nothing something anything
    everything sibling ceiling pudding wedding being hundred sacred naked biped infrared sudafed bed need indeed
    embed physics mathematics menses pubes forceps hypospadias pcos asbestos anopheles trans pubmed offspring
    themselves ourselves ongoing outgoing underlying biceps triceps quadriceps sepsis faeces
"""
_KEEP = frozenset(_KEEP_ROWS.split())
_IRREGULAR = {
    "children": "child",
    "men": "man",
    "women": "woman",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "bacteria": "bacterium",
    "ova": "ovum",
    "nuclei": "nucleus",
    "stimuli": "stimulus",
    "bacilli": "bacillus",
    "fungi": "fungus",
    "emboli": "embolus",
    "thrombi": "thrombus",
    "foci": "focus",
    "menisci": "meniscus",
    "bronchi": "bronchus",
    "indices": "index",
    "appendices": "appendix",
    "vertices": "vertex",
    "cortices": "cortex",
    "matrices": "matrix",
    "varices": "varix",
    "cervices": "cervix",
    "apices": "apex",
    "crises": "crisis",
    "axes": "axis",
    "lenses": "lens",
    "biases": "bias",
    "gases": "gas",
    "atlases": "atlas",
    "calories": "calorie",
    "helices": "helix",
    "niches": "niche",
    "psyches": "psyche",
    "does": "do",
    "goes": "go",
    "undergoes": "undergo",
    "undergoing": "undergo",
    "mosquitoes": "mosquito",
    "movies": "movie",
    "halves": "half",
    "calves": "calf",
    "knives": "knife",
    "cheeses": "cheese",
    "potatoes": "potato",
    "tomatoes": "tomato",
    "echoes": "echo",
    "used": "use",
    "using": "use",
    "aged": "age",
    "died": "die",
    "dying": "die",
    "lying": "lie",
    "agreed": "agree",
    "added": "add",
    "adding": "add",
    "needed": "need",
    "needs": "need",
    "focusing": "focus",
    "focused": "focus",
    "biased": "bias",
    "biasing": "bias",
    "developed": "develop",
}
_PLURALS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"'s?$", ""),
        (r"(?:ss|us|is)$", None),
        (r"(?<=[a-z]{2})ies$", "y"),
        (r"(^d|overd|megad|microd|p|cl|lo|gluc|[ul]l|ct|^n|^r|^l)oses$", r"\1ose"),
        (r"oses$", "osis"),
        (r"stases$", "stasis"),
        (r"iases$", "iasis"),
        (r"yses$", "ysis"),
        (r"(?<=[a-z]{2})(th|n|r)eses$", r"\1esis"),
        (r"(vir|sin|foc|fet|uter|plex|camp|cens|bol|call|thromb|bon|stat|nerv|radi)uses$", r"\1us"),
        (r"(^|head|tooth|back|stomach|ear|belly)aches$", r"\1ache"),
        (r"(ch|sh|ss|x|zz)es$", r"\1"),
        (r"(?<=[a-z]{2})ae$", "a"),
        (r"(?<=[a-z]{3}s)es$", "e"),
        (r"(?<=[a-z]{2})s$", ""),
    )
)
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"(?:bb|dd|gg|mm|nn|pp|rr|tt|(?:contro|compe|rope|rebe|xpe|exce|cance|labe|mode|signa)ll)$")
_SHORT = re.compile(r"[^aeiou]*(?:[aeiou]|(?<=q)u[aeiou])[^aeiouwxy]")
_CONSONANT = "[b-df-hj-np-tv-xz]"
# What "-ing" and "-ed" leave behind and that lost its final "e" to them.
_LOST_E = re.compile(
    rf"""(?:
      [cvuz] | (?<!s)s | [bcdfgkptz]l | dg | (?:[aeiou]|r|an|en)g
    | (?<![aeo])at | (?:cre|ine|mea|nucle|perme|deline)at | (?:pl|l|comp)et | (?:exc|inv|ign)it
    | (?:ib|it|ec|il|mp|sp|ol|rep)ut | (?:rom|en|dev)ot
    | ur | (?:{_CONSONANT}|qu)ir | {_CONSONANT}ar | (?:pl|sc|st|gn|sh)or | (?:interf|adh|coh)er
    | {_CONSONANT}in | (?:c|ec)om | um | (?:t|m|w|sh)ak | vok | yp | ap | {_CONSONANT}id | guid | scrib | {_CONSONANT}ud
    | {_CONSONANT}ad | {_CONSONANT}od | (?:inh|exh)al | (?:ul|comp|prof)il | {_CONSONANT}ul | ys
    )$""",
    re.VERBOSE,
)


def light_stem(form: str) -> str:
    """The light stem of a folded word: "exercises" -> "exercise", "metastases" -> "metastasis", "taping" -> "tape".

    Forms with anything but letters and an apostrophe, and forms of three letters or fewer, come back as they are.
    """
    if len(form) <= 3 or form in _KEEP or not form.replace("'", "").isalpha() or not form.isascii():
        return form
    if irregular := _IRREGULAR.get(form):
        return irregular
    single = _singular(form)
    if single in _KEEP or len(single) <= 3:
        return single
    return _IRREGULAR.get(single) or _base(single)


stem = lru_cache(maxsize=1 << 16)(light_stem)
"""As `light_stem`, and kept for when it comes again."""


def _singular(form: str) -> str:
    if form.endswith("'s") or form.endswith("'"):
        return form.rstrip("s").rstrip("'") if form.endswith("'s") else _singular(form[:-1])
    if form[-1] not in "se":
        return form
    for pattern, replacement in _PLURALS:
        if pattern.search(form):
            return form if replacement is None else pattern.sub(replacement, form)
    return form


def _base(word: str) -> str:
    """`word` without its "-ing" or "-ed", the lost "e" put back and the doubled consonant undone."""
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ing"):
        base = word[:-3]
    elif word.endswith("ed") and not word.endswith("eed"):
        base = word[:-2]
    elif word.endswith("yse"):
        return word[:-1] + "is"  # to analyse, the analysis
    else:
        return word
    if len(base) < 3 or not _VOWEL.search(base):
        return word
    if base.endswith("ys"):
        return base + "is"
    if _DOUBLED.search(base) or base.endswith(("ffick", "mimick")):
        return base[:-1]
    return base + "e" if _SHORT.fullmatch(base) or _LOST_E.search(base) else base
