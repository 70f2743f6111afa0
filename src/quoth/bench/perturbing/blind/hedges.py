"""Doubts told as findings, and times told wrongly: may reduce as reduces, whether as that, a point as for good."""

import re

from quoth.bench.perturbing.kind import Kind, Source, picked, replaced

__all__ = ["HEDGES", "TIMES"]

_MAY = re.compile(r"(?<!as )\b(?:may|might|could) (?P<verb>(?!(?:not|also|only|well|then|even|\w+ly)\b)[a-z]{2,})\b")
_ASKED = re.compile(r"\b(?:whether|if|hypothes\w+|aim\w*|objective|purpose|goal)\b", re.IGNORECASE)
_DOES = {"be": "is", "have": "has", "do": "does"}
_WHETHER = re.compile(
    r"\b(?P<verb>(?:assess|determin|evaluat|investigat|examin|test|explor|studied|ascertain|ask|clarif|establish|address|"
    r"inquir|verif|check|look)(?!ments?\b|ations?\b|ors?\b|ers?\b)\w*)(?: further| then| also| first|,)? whether "
    r"(?!or\b)(?=\w)"
)
_UNCLEAR = re.compile(
    r"\b(?:unclear|unknown|uncertain|not known|not clear|controversial|debated|questionable)(?:,)? "
    r"(?:whether|if) (?=\w)"
)
_RESEARCH = (
    r"(?:study|studies|research|trials?|investigations?|work|evaluations?|data|evidence|testing|follow-up|exploration|"
    r"analys[ie]s|experiments)"
)
_NEEDED = re.compile(
    rf"\b(?:[Aa]n? )?(?P<more>[Ff]urther|[Mm]ore|[Ff]uture|[Ll]arger|[Aa]dditional)"
    rf"(?P<what> (?:[\w,-]+ ){{0,4}}?{_RESEARCH})"
    r"(?=\b[^.;]*?\b(?:need|require|warrant|necessary|should|must|essential|merit)\w*)"
    r"|(?P<verb>\b(?:warrants?|deserves?|merits?|needs?|requires?|awaits?)) further (?=study|studies|research|"
    r"investigation|evaluation|testing|clinical|exploration|examination|confirmation|consideration|trials?)"
)

_UNIT = r"(?:days?|weeks?|months?|years?|hours?|h|min|minutes|seconds)"
_LONG = rf"(?:the )?(?:first |next |last |following )?\d+(?:\.\d+)?(?:\s?(?:to|-|–|and|or)\s?\d+)?[\s-]{_UNIT}\b"
_WHEN = re.compile(
    rf"\b(?P<when>[Aa]t|[Aa]fter|[Ff]or|[Ww]ithin|[Dd]uring|[Ee]very|[Oo]ver)(?= {_LONG})(?! \d+ years? of age)"
)
_OTHER_WHEN = {
    "at": ("for", "until"),
    "after": ("for", "every"),
    "for": ("after", "every"),
    "within": ("for at least", "no sooner than"),
    "during": ("after",),
    "every": ("for", "only after"),
    "over": ("within less than",),
}
_POINT = re.compile(
    r"\b(?:[Aa]t|[Aa]fter) (?:\d+(?:\.\d+)?|one|two|three|four|six|twelve)[\s-]"
    r"(?:days?|weeks?|months?|years?|hours?)\b"
    r"(?! of age| old|['’])(?: (?:of )?(?:follow-up|treatment|therapy|intervention))?"
)
_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(
    rf"\b(?P<by>(?:[Ff]rom|[Bb]etween|[Ii]n|[Dd]uring) )?(?:[A-Z][a-z]+ )?(?:\d+, )?(?P<a>{_YEAR})"
    rf"(?:\s?[-–]\s?| to | and | through | until )(?:[A-Z][a-z]+ )?(?:\d+, )?(?P<b>{_YEAR})\b"
)


def may_as_does(sentence: str, source: Source) -> str | None:
    """May reduce becomes reduces."""
    match = None if _ASKED.search(sentence) else picked(_MAY, sentence, source)
    return match and replaced(sentence, match, _third_person(match["verb"]))


def whether_as_that(sentence: str, source: Source) -> str | None:
    """We tested whether becomes we showed that, unclear whether clear that."""
    found = [(m, "clear that ") for m in _UNCLEAR.finditer(sentence)]
    found += [(m, _shown(m["verb"])) for m in _WHETHER.finditer(sentence)]
    if not found:
        return None
    match, words = source.random.choice(found)
    return replaced(sentence, match, words)


def more_research_as_none(sentence: str, source: Source) -> str | None:
    """Further trials are needed becomes no further trials are needed."""
    match = picked(_NEEDED, sentence, source)
    if match is None:
        return None
    if match["verb"]:
        return replaced(sentence, match, f"{match['verb']} no further ")
    more = match["more"]
    return replaced(sentence, match, f"{'No' if more[0].isupper() else 'no'} {more.lower()}{match['what']}")


def when_in_another_sense(sentence: str, source: Source) -> str | None:
    """After 12 weeks becomes for 12 weeks."""
    match = picked(_WHEN, sentence, source)
    if match is None:
        return None
    other = source.random.choice(_OTHER_WHEN[match["when"].lower()])
    return replaced(sentence, match, other[0].upper() + other[1:] if match["when"][0].isupper() else other)


def point_as_for_good(sentence: str, source: Source) -> str | None:
    """At 12 weeks becomes at 12 weeks and ever after."""
    match = picked(_POINT, sentence, source)
    ever = source.random.choice((" and from then on", " and for good", " and at every later visit"))
    return match and replaced(sentence, match, match.group() + ever)


def years_opened(sentence: str, source: Source) -> str | None:
    """From 1990 to 2000 becomes since 1990, or until 2000."""
    match = picked(_YEARS, sentence, source)
    if match is None:
        return None
    words = source.random.choice((f"since {match['a']}", f"until {match['b']}"))
    return replaced(sentence, match, words[0].upper() + words[1:] if match.group()[0] in "FBID" else words)


def _third_person(verb: str) -> str:
    if verb in _DOES:
        return _DOES[verb]
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _shown(verb: str) -> str:
    """Show, in the form that the verb stands in."""
    for ending, shown in (("ing", "showing"), ("ed", "showed"), ("s", "shows")):
        if verb.endswith(ending) and not verb.endswith("ss"):
            return f"{shown} that "
    return "show that "


HEDGES: dict[str, Kind] = {each.__name__: each for each in (may_as_does, whether_as_that, more_research_as_none)}
TIMES: dict[str, Kind] = {each.__name__: each for each in (when_in_another_sense, point_as_for_good, years_opened)}
