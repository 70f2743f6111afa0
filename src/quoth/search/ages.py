"""How old somebody is whom a question asks about: every age that it tells, read once for whoever needs one.

Only what is said to be an age is one, or is somebody's: "every 3 years", "for 5 years", "10-year risk" are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quoth.search.wording import Span, Wording, pattern

__all__ = ["Age", "age_asked", "ages_told"]

_OLDEST = 120
_MONTHS, _WEEKS, _DAYS = 12.0, 52.0, 365.0
_HALF = 0.5
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBER = {word: number for number, word in enumerate((*_ONES, *_TEENS), start=1)}
_NUMBER |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
_NUMBER |= {f"{tens} {word}": _NUMBER[tens] + _NUMBER[word] for tens in _TENS for word in _ONES}

_SPELT = "|".join(sorted(_NUMBER, key=len, reverse=True))
_N = rf"\d{{1,3}}|{_SPELT}"
_SOMEBODY = (
    r"he|she|hes|shes|who is|i am|im|sons?|daughters?|child|children|boys?|girls?|kids?|baby|toddler|mother|father|mum"
    r"|mom|dad|husband|wife|partner|boyfriend|girlfriend|brother|sister|twins?|uncle|aunt|auntie|niece|nephew|cousin"
    r"|grandson|granddaughter|grandchild|grandma|grandpa|grandmother|grandfather|granddad|grandad|gran|granny|nan|nana"
    r"|nanna|friend|neighbour|neighbor|colleague|patient"
)
_OF_SOMEBODY = pattern(
    rf"(?P<age>{_N}) ?(?:(?:year|yr)s? ?(?:old|of age)s?|(?:yo|y o)s?"
    r"|(?:year|yr)s?(?= (?:(?:boy|girl|child|kid|lad|lass|man|woman|male|female|lady|gentleman|patient|person)s?\b"
    r"|(?:and|or) (?:over|above|up|older)\b|plus\b)))"
    r"|at (?P<at>\d{1,3}) (?:year|yr)s?(?! (?:of )?follow)"
    rf"|age[ds]? (?P<aged>{_N})"
    r"|(?P<sexed>\d{2,3}) [mf](?! (?:walk|run|sprint|race|swim|fever|from|of|apart|away)\b)"
    rf"|(?:child|boy|girl|lad|lass|bairn|youngster|woman|man|lady) of (?P<of>{_N})(?! (?:these|those|the|years? of))"
    rf"|(?:{_SOMEBODY}) (?:(?:is |are |was |turned |just turned |has turned )?(?P<his>\d{{1,3}})"
    rf"|(?:is|are|was|turned) (?P<word>(?!one\b)(?:{_SPELT})))(?: (?:year|yr)s?)?"
)
_WITH_SEX = re.compile(r"\d{2,3} ?[MF]\b")
"""How clinicians write it, "75F with hypertension"; in small letters it may be metres."""
# "She is 3 years after surgery", "he is 90 kg": what is told of somebody, and no age.
_NOT_HIS = re.compile(
    r" ?(?:mg|ml|kg|kilos?|lbs?|pounds|stone|cm|m|feet|foot|ft|inch(?:es)?|percent|degrees|hours?|days?|weeks?"
    r"|months?)\b"
    r"| (?:year|yr)s? (?:after|since|into|post|out|on|from|free|clean|sober)\b"
    r"| (?:of|out|times?|per|tablets?|pills?|doses?|units?|drinks?|puffs?)\b"
)
_FROM = pattern(
    r"(?<!\d )(?:over|after|above|past|beyond|older than|from|at) (?:the age of |age )?(?P<age>\d{2,3})s?(?: years)?"
)
_BELOW = pattern(
    r"(?:(?:under|younger than) (?:the age of |age )?|(?:below|less than) (?:the age of |age )|"
    r"(?:children|kids|boys|girls|infants|those) (?:below|less than) )(?P<age>\d{1,2})(?: years| year olds)?"
)
_BABY = r"(?:baby|babies|infants?|newborns?)"
_YOUNG = r"(?:toddlers?|child|son|daughter|boy|girl)"
_OF_A_BABY = pattern(
    rf"(?P<age>{_N}) ?(?P<unit>month|week|day)s? (?:olds?|{_BABY})"
    rf"|(?:{_BABY} (?:of |is |aged |who is )?|{_YOUNG} (?:of |is |aged |who is ))(?P<his>{_N}) ?(?P<its>month|week)s?"
    r"(?! (?:of|ago|after|into|since|now|course|to|on|post)\b)"
)
_BELOW_MONTHS = pattern(
    rf"(?:under|younger than|below) (?P<age>{_N}) (?P<unit>month|week)s?(?: of age| olds?)"
    rf"|(?:{_BABY}|{_YOUNG}|children|kids) (?:under|younger than|below) (?P<their>{_N}) (?P<units>month|week)s?"
)
"""Without anybody young before it or "of age" behind, "under 6 weeks" is how long an illness has lasted."""
# "LDL above 70", "a pulse over 90": a measured value has a bound, and is nobody's age. "High blood pressure over 60"
# asks for whom it is treated.
_MEASURED = re.compile(
    r" (?:ldl|hdl|triglycerides|systolic|diastolic|bmi|scores?|levels?|heart rate|pulse|e?gfr|hba1c|a1c|ferritin|tsh"
    r"|inr|creatinine|ck|crp|saturation|spo2|values?|counts?|titres?|fraction|hbs)(?: is| was| of)? "
    r"(?=(?:over|above|beyond|under|below|less than) )"
)
# "over 60 minutes", "under 10 mg", "after 12 weeks" are no ages.
_NO_AGE_AFTER = re.compile(
    r" (?:risks?|survival|mortality|follow|course|trial|study|history|cardiovascular|ascvd"
    r"|mg|ml|mcg|g|kg|mmol|mm|cm|percent|minutes?|hours?|days?|weeks?|months?|times|doses?|over|\d+"
    r"|beats|units?|sessions?)\b"
)
_RANGE_AFTER = re.compile(r" (?:(?:to|and|or|through|until) )?\d")
_LIKELY_FROM = range(40, 100)
"""Bounds at which somebody asks for himself: "a mammogram after 75?"."""


@dataclass(frozen=True, slots=True)
class Age:
    """An age that a question tells."""

    years: float
    span: Span
    """Where it stands."""
    and_up: bool = False
    and_down: bool = False
    is_one: bool = True
    """It can be the age of one person; a range and most bounds cannot."""


def ages_told(wording: Wording) -> tuple[Age, ...]:
    """Every age that the question tells, in the order of the rules; an upper bound counts as the year before it."""
    return (*_of_babies(wording), *_of_somebody(wording), *_bounds(wording))


def age_asked(wording: Wording) -> float | None:
    """How old the one is who is asked about, in years; `None` where it is not said, or of more than one."""
    years = {age.years for age in ages_told(wording) if age.is_one}
    return years.pop() if len(years) == 1 else None


def _of_babies(wording: Wording) -> Iterator[Age]:
    parts = {"month": _MONTHS, "week": _WEEKS, "day": _DAYS}
    for match in _OF_A_BABY.finditer(wording.line):
        parted = parts[match["unit"] or match["its"]]
        yield Age(_number(match["age"] or match["his"]) / parted, wording.span(*match.span()))
    for match in _BELOW_MONTHS.finditer(wording.line):
        last = _number(match["age"] or match["their"]) - _HALF  # nobody below six months is six months old
        yield Age(last / parts[match["unit"] or match["units"]], wording.span(*match.span()), and_down=True)


def _of_somebody(wording: Wording) -> Iterator[Age]:
    for match in _OF_SOMEBODY.finditer(wording.line):
        his = match["his"] or match["word"]
        years = _number(match["age"] or match["aged"] or match["sexed"] or match["at"] or match["of"] or his)
        told = his and _NOT_HIS.match(wording.line, match.end("his" if match["his"] else "word"))
        if told or _is_no_age(wording, match, years):
            continue
        if match["sexed"] and not _WITH_SEX.match(wording.text, wording.span(*match.span()).start):
            continue
        one = not match["at"] and not _RANGE_AFTER.match(wording.line, match.end())
        yield Age(years, wording.span(*match.span()), is_one=one)


def _bounds(wording: Wording) -> Iterator[Age]:
    for match in _FROM.finditer(wording.line):
        if not _is_no_age(wording, match, years := _number(match["age"])):
            span = wording.span(*match.span())
            ends = not wording.text[span.end :].strip()[:1].isalnum()
            yield Age(years, span, and_up=True, is_one=ends and years in _LIKELY_FROM)
    for match in _BELOW.finditer(wording.line):
        if not _is_no_age(wording, match, years := _number(match["age"]) - 1):
            yield Age(years, wording.span(*match.span()), and_down=True, is_one=False)


def _is_no_age(wording: Wording, match: re.Match[str], years: float) -> bool:
    measured = any(found.end() == match.start() for found in _MEASURED.finditer(wording.line))
    return measured or years > _OLDEST or _NO_AGE_AFTER.match(wording.line, match.end()) is not None


def _number(said: str) -> float:
    return float(_NUMBER.get(said, 0) or said)
