"""British and American spelling to one form, for matching only.

The table holds the word parts that differ in clinical English. A folded form need not be a word in either country
("-ize" becomes "-ise"); what matters is that both spellings give the same one and that no two different words meet.
"""

import re

__all__ = ["respell"]

# Parts found anywhere in a word. British on the left, except "-mcg".
_PARTS = {
    "oedem": "edem",
    "haem": "hem",
    "aemi": "emi",
    "anaesth": "anesth",
    "aesthe": "esthe",
    "paed": "ped",
    "oestr": "estr",
    "oesoph": "esoph",
    "foet": "fet",
    "rrhoe": "rrhe",
    "pnoe": "pne",
    "coeli": "celi",
    "gynaec": "gynec",
    "caec": "cec",
    "caesar": "cesar",
    "faec": "fec",
    "aetio": "etio",
    "homoeo": "homeo",
    "manoeuvre": "maneuver",
    "manoeuvr": "maneuver",
    "amoeb": "ameb",
    "palaeo": "paleo",
    "sulph": "sulf",
    "leucoc": "leukoc",
    "leucop": "leukop",
    "tumour": "tumor",
    "colour": "color",
    "behaviour": "behavior",
    "favour": "favor",
    "labour": "labor",
    "humour": "humor",
    "neighbour": "neighbor",
    "harbour": "harbor",
    "odour": "odor",
    "vapour": "vapor",
    "rigour": "rigor",
    "vigour": "vigor",
    "fibreo": "fibero",
    "aluminium": "aluminum",
    "acknowledgement": "acknowledgment",
    "judgement": "judgment",
}
_PART = re.compile("|".join(sorted(_PARTS, key=len, reverse=True)))

# Ends of words, first match wins.
_ENDINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=[a-z]{3})iz(e|ed|es|ing|er|ers|ation|ations|able)$", r"is\1"),
        (r"(?<=[a-z]{2})yz(e|ed|es|ing|er|ers)$", r"ys\1"),
        (r"(label|model|travel|counsel|signal|channel|tunnel|cancel|equal)l(ed|ing|or|ors|er|ers)$", r"\1\2"),
        (r"(cent|fib|lit|met|tit|theat|calib|goit)re(s?)$", r"\1er\2"),
        (r"(?<=cent)red$", "ered"),
    )
)
_MAY_DIFFER = re.compile(r"[ao]e|our|ulph|uco|reo|umi|gem|[iy]z|ll|re(?:d|s|$)")
"""Some of this stands in every word that the parts and endings change; most words have none of it."""
_WORDS = {
    "programme": "program",
    "programmes": "programs",
    "practise": "practice",
    "practised": "practiced",
    "practises": "practices",
    "practising": "practicing",
    "licence": "license",
    "defence": "defense",
    "offence": "offense",
    "ageing": "aging",
    "grey": "gray",
    "mould": "mold",
    "moulds": "molds",
    "enrol": "enroll",
    "enrols": "enrolls",
    "enrolment": "enrollment",
    "fulfil": "fulfill",
    "fulfils": "fulfills",
    "skilful": "skillful",
    "sceptical": "skeptical",
    "whilst": "while",
    "amongst": "among",
    "mcg": "ug",
}


def respell(form: str) -> str:
    """The lower-case word `form` with its British or American spelling folded: "oedema" and "edema" give "edema"."""
    if word := _WORDS.get(form):
        return word
    if not _MAY_DIFFER.search(form):
        return form
    form = _PART.sub(lambda part: _PARTS[part[0]], form)
    for pattern, replacement in _ENDINGS:
        respelt, changed = pattern.subn(replacement, form)
        if changed:
            return respelt
    return form
