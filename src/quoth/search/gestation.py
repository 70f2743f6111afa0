"""A pregnancy that is told by its weeks alone: "heel pain at 34 weeks", "UTI, 30+2 weeks", "34/40, BP 150/95".

Advice on people in general is no advice for a pregnant woman, so a time that may be one of pregnancy is read as one.
Where the question is after what a study found by then, or after how long something goes on, the weeks are a time since
the start; so they are where it is about a man or a baby.
"""

from collections.abc import Iterator

from quoth.search.wording import Span, Wording, pattern

__all__ = ["weeks_of_pregnancy"]

_FIRST, _LAST = 4, 42
"""Weeks in which somebody may know of a pregnancy, up to its longest."""
_DAYS_MAX = 6
_TERM = "40"
_TOLD = pattern(
    r"(?:at|now|currently|im|i am|shes|she is) (?:about |around |nearly |almost |just )?"
    r"(?P<at>\d{1,2})(?: (?P<days>\d))? ?(?:weeks?|wks?|w)"
    r"(?! (?:old|of age|after|post|into|ago|later|of|follow|on|and|treatment|therapy|training|data|in)\b)"
    r"|(?P<in>\d{1,2}) ?(?:weeks?|wks?) (?:gone|along|gestation|gestational)"
)
_AS_FIGURES = pattern(r"(?P<week>\d{1,2}) (?P<part>\d{1,2})")
_SINCE_THE_START = pattern(
    r"vs?|versus|compared?|comparison|trials?|stud(?:y|ies)|rct|reviews?|meta|placebo|sham|dummy|outcomes?|results?"
    r"|effects?|effective\w*|differen(?:ce|t|ces)|works?|worked|working|lasts?|lasting|still|score|scores|points?|mm"
    r"|rates?|odds|ratio|rr|smd|nnt|benefits?|relief|response|respond\w*|reduc\w+|improve\w*|superior|better|worse"
    r"|how (?:much|many|long)|follow(?:ed)? up|week \d+|baseline|mean|pooled|certainty|evidence|abstinen\w+|quitters?"
    r"|(?:lowers|lowered|cuts?|drops?|dropped|fell|falls|loses|lost|gains?|gained) (?:\w+ ){0,3}(?:most|more|least|by)"
    r"|recover\w*|heal\w*|progress\w*|check\w*|assess\w*|stop\w*|course"
)
_NOT_PREGNANT = pattern(
    r"m|man|men|male|boy|boys|son|husband|dad|father|brother|grandad|grandpa|lad|guy|he|him|his|hes|baby|babies|infant"
    r"|newborn|toddler|kid|child|postpartum|postnatal|post natal|since|after (?:birth|delivery|giving birth)"
)
_OF_EYES = pattern(r"vision|sight|acuity|snellen|eye|eyes")


def weeks_of_pregnancy(wording: Wording) -> Iterator[Span]:
    """Where the question tells weeks that may be of a pregnancy, in reading order."""
    if _NOT_PREGNANT.search(wording.line):
        return
    if not _OF_EYES.search(wording.line):
        yield from _figures(wording)
    if _SINCE_THE_START.search(wording.line):
        return
    for match in _TOLD.finditer(wording.line):
        if _is_week(match["at"] or match["in"]):
            yield wording.span(*match.span())


def _figures(wording: Wording) -> Iterator[Span]:
    """Weeks over the forty of a pregnancy ("34/40"), and weeks and days ("30+2")."""
    for match in _AS_FIGURES.finditer(wording.line):
        place = wording.span(*match.span())
        mark = wording.text[place.start : place.end].removeprefix(match["week"]).removesuffix(match["part"])
        of_forty = mark == "/" and match["part"] == _TERM
        and_days = mark == "+" and int(match["part"]) <= _DAYS_MAX
        if (of_forty or and_days) and _is_week(match["week"]):
            yield place


def _is_week(number: str) -> bool:
    return _FIRST <= int(number) <= _LAST
