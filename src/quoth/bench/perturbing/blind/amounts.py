"""Units and doses told wrongly: spelled out as another unit, without what they are counted by, more or less often."""

import re
from itertools import pairwise

from quoth.bench.perturbing.kind import Kind, Source, picked, replaced

__all__ = ["DOSES", "UNITS"]

_SPELLED = {
    "mg": "micrograms",
    "µg": "milligrams",
    "μg": "milligrams",
    "mcg": "milligrams",
    "ng": "micrograms",
    "pg": "nanograms",
    "g": "milligrams",
    "kg": "pounds",
    "ml": "litres",
    "mL": "litres",
    "µl": "millilitres",
    "μl": "millilitres",
    "mmol": "micromoles",
    "µmol": "millimoles",
    "nmol": "micromoles",
    "nM": "micromolar",
    "µM": "millimolar",
    "μM": "millimolar",
    "mM": "micromolar",
    "cm": "inches",
    "mm": "centimetres",
    "IU": "milligrams",
    "kcal": "kilojoules",
    "Gy": "milligray",
    "min": "hours",
    "s": "minutes",
    "h": "days",
}
_UNIT = re.compile(rf"(?<=\d)[\s-]?(?P<unit>{'|'.join(sorted(_SPELLED, key=len, reverse=True))})\b(?![²2^])")
_COUNTED_BY = re.compile(
    r"(?<=[a-zA-Z])\s?/\s?(?:kg|m2|m\(2\)|m²|dl|dL|ml|mL|l|L|cm2|min|day|d|h|year|week)\b(?:/(?:day|d|min|h)\b)?"
    r"|(?<=\w) per (?:100,?000|10,?000|1,?000|100|million|year|month|week|day|hour|minute|kilogram|kg|person|patient|"
    r"person-years?|litre|liter|cycle|session|visit|night)\b(?: (?:person|patient|women|births|population|live)[\w-]*)?"
)
_PERCENT = re.compile(r"(?<=\d)\s?%(?!\s?(?:CI|confidence|credible|power|level|[-–]))")
_RATE_WORD = r"(?:increase|decrease|reduction|improvement|rise|fall|decline|drop|gain|loss|difference|change)s?"
_CHANGE = re.compile(
    rf"(?<=\d)\s?%(?=,? (?:\w+ )?{_RATE_WORD}\b|,? (?:higher|lower|greater|less|more|fewer|smaller|larger)\b)"
)
_VERB_OF_CHANGE = r"(?:increas|decreas|reduc|lower|rais|improv|rose|fell|declin|dropp|grew|shorten|prolong)\w*"
_BY_SHARE = re.compile(
    rf"(?:\b{_VERB_OF_CHANGE} (?:[\w-]+ ){{0,4}}?by (?:about |approximately |nearly |almost |up to |at least )?|"
    rf"\b{_RATE_WORD} of )\d+(?:\.\d+)?\s?%"
)
_AS_POINTS = re.compile(
    r"percent|per cent|proportion|\brates?\b|A1c|fraction|sensitivity|saturation|prevalence|incidence|points|survival|"
    r"coverage|haematocrit|hematocrit|\bFEV|risk difference|likely|follow-up|drop-?out|absolute",
    re.IGNORECASE,
)
"""Where shares are themselves the measure: a change of them by so much per cent can already be one in points."""
_DOSE = r"\d+(?:\.\d+)?\s?-?(?:mg|g|µg|μg|mcg|IU|ml|mL)\b"
_BARE_DOSE = re.compile(
    rf"(?<![\w.,/±-])(?<!than )(?<!least )(?<!to )(?<!most )(?<!or )(?<!- ){_DOSE}"
    r"(?!\s?/\s?(?:d[lL]|m[lL]|[lL]|m3|min|h|s)|-?\s?per\b)"
)
_GIVEN = re.compile(rf"(?<![\w.,/±-])(?<!± )(?<!to )(?P<much>{_DOSE})(?!\s?/\s?(?:d[lL]|m[lL]|[lL]|m3|min))")
_OFTEN = {
    "once daily": ("twice daily", "once weekly"),
    "twice daily": ("once daily", "four times daily"),
    "three times daily": ("once daily",),
    "four times daily": ("once daily",),
    "three times a day": ("three times a week",),
    "once a day": ("twice a day",),
    "twice a day": ("once a day",),
    "times a day": ("times a week",),
    "times per day": ("times per week",),
    "once a week": ("once a day",),
    "twice a week": ("twice a day",),
    "once weekly": ("once daily",),
    "twice weekly": ("twice daily",),
    "times a week": ("times a day",),
    "times per week": ("times per day",),
    "times weekly": ("times daily",),
    "per day": ("per dose",),
    "/day": ("/dose",),
    "/d": ("/dose",),
    "mg daily": ("mg every other day", "mg at each meal"),
    "g daily": ("g every other day", "g at each meal"),
    "daily dose": ("weekly dose",),
    "daily doses": ("weekly doses",),
    "daily intake": ("weekly intake",),
    "single dose": ("daily dose",),
    "single-dose": ("daily",),
    "every day": ("every other day",),
    "every week": ("every day",),
    "every month": ("every week",),
    "every other day": ("every day",),
    "b.i.d": ("q.i.d",),
    "bid": ("qid",),
    "weekly": ("twice weekly",),
    "monthly": ("weekly",),
    "nightly": ("every morning",),
    "hourly": ("daily",),
    "yearly": ("monthly",),
}
_GIVING = re.compile(
    r"mg|\bdos|tablet|capsul|inject|infus|drug|supplement|administ|treat|therapy|placebo", re.IGNORECASE
)
_SPOKEN = sorted((re.escape(often) for often in _OFTEN if often[0] != "/"), key=len, reverse=True)
_OFTEN_PLACE = re.compile(
    rf"(?:(?<=\w)/d(?:ay)?|(?<!-)\b(?:{'|'.join(_SPOKEN)}))\b(?! (?:living|activit|life|routine|basis|to))"
)


def unit_spelled_out_wrong(sentence: str, source: Source) -> str | None:
    """5 mg becomes 5 micrograms."""
    match = picked(_UNIT, sentence, source)
    return match and replaced(sentence, match, " " + _SPELLED[match["unit"]])


def counted_by_nothing(sentence: str, source: Source) -> str | None:
    """Mg/kg becomes mg, 12 per 1000 becomes 12."""
    match = picked(_COUNTED_BY, sentence, source)
    return match and replaced(sentence, match, "")


def percent_as_per_thousand(sentence: str, source: Source) -> str | None:
    """12% becomes 12 per 1000."""
    match = picked(_PERCENT, sentence, source)
    return match and replaced(sentence, match, " per 1000")


def relative_as_points(sentence: str, source: Source) -> str | None:
    """A 20% reduction becomes one of 20 percentage points."""
    found = [*_BY_SHARE.finditer(sentence), *_CHANGE.finditer(sentence)]
    if not found or _AS_POINTS.search(sentence):
        return None
    match = source.random.choice(found)
    return replaced(sentence, match, match.group().rstrip("%").rstrip() + " percentage points")


def dose_bounded(sentence: str, source: Source) -> str | None:
    """20 mg becomes at least or up to 20 mg."""
    match = picked(_BARE_DOSE, sentence, source)
    return match and replaced(sentence, match, source.random.choice(("at least ", "up to ")) + match.group())


def dose_more_or_less_often(sentence: str, source: Source) -> str | None:
    """Once daily becomes twice daily."""
    match = picked(_OFTEN_PLACE, sentence, source) if _GIVING.search(sentence) else None
    return match and replaced(sentence, match, source.random.choice(_OFTEN[match.group()]))


def doses_exchanged(sentence: str, source: Source) -> str | None:
    """Two doses stand each at the other's drug."""
    found = list(_GIVEN.finditer(sentence))
    pairs = [(a, b) for a, b in pairwise(found) if _figure(a) != _figure(b)]
    pairs = [(a, b) for a, b in pairs if re.search(r"[a-z]{5}", sentence[a.end() : b.start()])]
    if not pairs:
        return None
    a, b = source.random.choice(pairs)
    return sentence[: a.start()] + b.group() + sentence[a.end() : b.start()] + a.group() + sentence[b.end() :]


def _figure(dose: re.Match[str]) -> str:
    return re.sub(r"[^\d.]", "", dose["much"])


UNITS: dict[str, Kind] = {
    each.__name__: each
    for each in (unit_spelled_out_wrong, counted_by_nothing, percent_as_per_thousand, relative_as_points)
}
DOSES: dict[str, Kind] = {each.__name__: each for each in (dose_bounded, dose_more_or_less_often, doses_exchanged)}
