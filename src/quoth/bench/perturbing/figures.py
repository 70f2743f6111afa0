"""Changes of figures: values, signs, units, doses, times, intervals' relations, arms' values."""

import re

from quoth.bench.perturbing.kind import Kind, Source, capital, exchanged, picked, replaced

__all__ = ["KINDS"]

_NUMBER = re.compile(r"(?<![\w.,·/-])\d+(?:[.·]\d+)?(?![\w·/-])(?!\.\d)(?!,\d)")
_DECIMAL = re.compile(r"(?<![\w.,·-])\d+[.·]\d+(?![\w·]|\.\d)")
_PERCENT = re.compile(r"(?<![\w.,·-])\d+(?:[.·]\d+)?(?=\s?%)")
_SIGNED = re.compile(r"(?<=[\s(\[=])[-−–]\s?(?=\d+(?:[.·]\d+)?(?!\s?[-–]))")
_PLAIN = re.compile(r"(?<!doi)(?:(?<=[=:(]\s)|(?<=[=:(]))(?=\d+[.·]\d+)(?!10\.\d{4})")
_DOSE = re.compile(r"(?<![\w.,-])\d+(?:\.\d+)?(?=\s?-?(?:mg|µg|μg|mcg|g|ml|mL|IU|U|mmol|mM|μM|µM|Gy)\b)")
_TIME = re.compile(r"(?<![\w.,-])\d+(?=[\s-](?:days?|weeks?|wks?|months?|years?|yrs?|hours?|h|minutes?|min)\b)")
_UNIT = {
    "mg": ("g", "µg", "ml"),
    "µg": ("mg", "ng"),
    "μg": ("mg", "ng"),
    "kg": ("g", "mg"),
    "g": ("mg", "kg"),
    "ml": ("l", "mg"),
    "days": ("weeks", "months"),
    "day": ("week", "month"),
    "weeks": ("days", "months"),
    "week": ("day", "month"),
    "months": ("weeks", "years"),
    "month": ("week", "year"),
    "years": ("months", "weeks"),
    "year": ("month",),
    "hours": ("minutes", "days"),
    "minutes": ("seconds", "hours"),
    "min": ("h", "s"),
    "cm": ("mm", "m"),
    "mm": ("cm", "m"),
    "mmol/l": ("mg/l", "µmol/l"),
    "mmhg": ("cmH2O", "kPa"),
    "ng/ml": ("mg/ml", "µg/ml"),
    "mg/dl": ("mg/l", "mmol/l"),
}
_UNIT_PLACE = re.compile(r"(?<=\d)[\s-]?(?P<unit>mmol/l|ng/ml|mg/dl|mmhg|[a-zµμ]{1,7})\b(?!/)", re.IGNORECASE)
_WRITTEN = {
    "one": ("two", "three"),
    "two": ("three", "four"),
    "three": ("two", "five"),
    "four": ("three", "six"),
    "five": ("four", "seven"),
    "six": ("five", "eight"),
    "seven": ("six",),
    "eight": ("nine",),
    "ten": ("twelve",),
    "twelve": ("ten",),
    "twice": ("three times",),
    "half": ("a third", "a quarter"),
    "double": ("triple",),
    "doubled": ("tripled",),
    "first": ("second",),
    "second": ("third",),
    "third": ("fourth",),
    "one-third": ("two-thirds",),
    "two-thirds": ("one-third",),
    "two-fold": ("ten-fold",),
    "twofold": ("tenfold",),
}
_RELATION = re.compile(r"[<>≤≥](?!/)")
_OTHER_WAY = {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}
_PAIR = re.compile(
    r"(?P<a>(?<![\w.,])\d+(?:[.·]\d+)?)(?P<between>[^.;\d]{1,40}?\b(?:vs\.?|versus|and|compared (?:with|to)|to|"
    r"than)\b"
    r"[^.;\d]{0,30}?)(?P<b>\d+(?:[.·]\d+)?)(?![\w]|[.·]\d)"
)
_INTERVAL = re.compile(
    r"(?P<low>\d+[.·]\d+)(?P<between>\s?(?:to|-|–|,|"
    r";)\s?[-−]?)(?P<high>\d+[.·]\d+)(?=\s?[%)\];,])"
)
_MEASURES = {
    "odds ratio": ("risk ratio", "hazard ratio", "risk difference"),
    "hazard ratio": ("odds ratio", "risk ratio"),
    "risk ratio": ("odds ratio", "hazard ratio"),
    "relative risk": ("absolute risk", "odds ratio"),
    "or": ("HR", "RR"),
    "hr": ("OR", "RR"),
    "rr": ("OR", "HR"),
    "mean": ("median",),
    "median": ("mean",),
    "percentage points": ("per cent",),
    "sensitivity": ("specificity",),
    "specificity": ("sensitivity",),
    "incidence": ("prevalence",),
    "prevalence": ("incidence",),
    "absolute": ("relative",),
    "relative": ("absolute",),
}
_MEASURE_PLACE = re.compile(
    r"\b(?:OR|HR|RR)(?=\s?[=:,\d(\[])|\b(?:odds ratio|hazard ratio|risk ratio|relative risk|percentage points|"
    r"mean|median|"
    r"sensitivity|specificity|incidence|prevalence|absolute|relative)\b"
)


def number(sentence: str, source: Source) -> str | None:
    """A figure becomes another one."""
    match = picked(_NUMBER, sentence, source)
    return match and replaced(sentence, match, _other(match.group(), source))


def digits_turned(sentence: str, source: Source) -> str | None:
    """Two neighbouring digits of a figure change places."""
    places = [m for m in re.finditer(r"(?<=\d)(\d)(\d)|(?<![\d.])(\d)(\d)", sentence) if m.group()[0] != m.group()[1]]
    if not places:
        return None
    match = source.random.choice(places)
    return replaced(sentence, match, match.group()[::-1])


def decimal_moved(sentence: str, source: Source) -> str | None:
    """A decimal point moves by one place."""
    match = picked(_DECIMAL, sentence, source)
    if match is None:
        return None
    whole, point, rest = re.split(r"([.·])", match.group())
    moved = f"{whole}{rest[0]}{point}{rest[1:] or '0'}".lstrip("0")
    return replaced(sentence, match, "0" + moved if moved[0] in ".·" else moved)


def percent(sentence: str, source: Source) -> str | None:
    """A share becomes another share."""
    match = picked(_PERCENT, sentence, source)
    return match and replaced(sentence, match, _other(match.group(), source))


def sign(sentence: str, source: Source) -> str | None:
    """A figure loses its minus, or gets one."""
    match = picked(_SIGNED, sentence, source)
    if match is not None:
        return replaced(sentence, match, "")
    match = picked(_PLAIN, sentence, source)
    return match and replaced(sentence, match, "-")


def unit(sentence: str, source: Source) -> str | None:
    """A unit after a figure becomes another one."""
    places = [m for m in _UNIT_PLACE.finditer(sentence) if m["unit"].lower() in _UNIT]
    if not places:
        return None
    match = source.random.choice(places)
    other = source.random.choice(_UNIT[match["unit"].lower()])
    return sentence[: match.start("unit")] + other + sentence[match.end("unit") :]


def dose(sentence: str, source: Source) -> str | None:
    """A dose becomes another dose."""
    match = picked(_DOSE, sentence, source)
    return match and replaced(sentence, match, _other(match.group(), source))


def time_point(sentence: str, source: Source) -> str | None:
    """A time becomes another time."""
    match = picked(_TIME, sentence, source)
    return match and replaced(sentence, match, _other(match.group(), source))


def written_number(sentence: str, source: Source) -> str | None:
    """A number in words becomes another one."""
    return exchanged(sentence, _WRITTEN, source)


def relation(sentence: str, source: Source) -> str | None:
    """Below becomes above."""
    match = picked(_RELATION, sentence, source)
    return match and replaced(sentence, match, _OTHER_WAY[match.group()])


def values_swapped(sentence: str, source: Source) -> str | None:
    """Two arms' figures change places."""
    places = [m for m in _PAIR.finditer(sentence) if m["a"] != m["b"]]
    if not places:
        return None
    m = source.random.choice(places)
    return replaced(sentence, m, m["b"] + m["between"] + m["a"])


def interval_changed(sentence: str, source: Source) -> str | None:
    """A bound of an interval becomes another figure."""
    match = picked(_INTERVAL, sentence, source)
    if match is None:
        return None
    bound = source.random.choice(("low", "high"))
    return sentence[: match.start(bound)] + _other(match[bound], source) + sentence[match.end(bound) :]


def measure(sentence: str, source: Source) -> str | None:
    """A measure becomes another measure, with the figure kept."""
    match = picked(_MEASURE_PLACE, sentence, source)
    if match is None:
        return None
    other = source.random.choice(_MEASURES[match.group().lower()])
    return replaced(sentence, match, other if other.isupper() else capital(match.group(), other))


def _other(figure: str, source: Source) -> str:
    """Another figure with as many digits after the point."""
    whole, point, rest = (*re.split(r"([.·])", figure), "", "")[:3]
    value = int(whole + rest)
    step = source.random.choice((1, 2, max(3, value // 10), max(5, value)))
    changed = value - step if value > step and source.random.random() < 0.5 else value + step
    text = str(changed).rjust(len(rest) + 1, "0")
    return text[: len(text) - len(rest)] + point + text[len(text) - len(rest) :] if rest else text


KINDS: dict[str, Kind] = {
    each.__name__: each
    for each in (
        number,
        digits_turned,
        decimal_moved,
        percent,
        sign,
        unit,
        dose,
        time_point,
        written_number,
        relation,
        values_swapped,
        interval_changed,
        measure,
    )
}
