"""How reports print their numbers: patterns, and the reading of digits. What they mean is for `figures`.

Every pattern is bounded, and so linear in the length of a sentence.
"""

import re

from quoth.text.later import compile_later

__all__ = [
    "AFTER_MEASURE",
    "ANNOUNCED",
    "BRACKETED",
    "DIFFERENCES",
    "INTERVAL",
    "MEASURE",
    "MEASURES",
    "NUMBER",
    "OF",
    "PLUS_MINUS",
    "RANGE",
    "RATIOS",
    "UNIT",
    "N",
    "P",
    "measures_in",
    "number_of",
]

MINUS = "-−–‐‑‒﹣－"
NUM = rf"(?:(?<![\w.·])[{MINUS}+] ?)?(?:\d{{1,3}}(?:,\d{{3}}){{1,4}}(?!\d)|\d{{1,12}})?(?:[.·]\d{{1,9}})?(?<=\d)"
TO = rf"(?: ?(?:to|through|and|[{MINUS}—]|[,;/]) ?)"
UNIT = (
    r"(?:%|percentage points?|per ?cent|percent|mm ?Hg|kg/m\(?[2²]\)?|mmol/(?:l|L|mol)|mg/(?:dl|dL|L|kg|day|d)"
    r"|[µμ]g/(?:L|ml|mL)"
    r"|ng/m[lL]|[µμ]g|mcg|mg|kg|g/(?:dL|L|day)|g(?![a-z])|m[lL](?:/min)?|L(?![a-z])|IU|cm|mm|points?|days?|weeks?"
    r"|months?"
    r"|years?|hours?|h(?![a-z])|min(?:utes?)?|sessions?|kcal|bpm|beats/min|cases? per [\d,]{1,9}|per [\d,]{3,9}"
    r"|events?/\d{1,4} (?:person|patient)[- ]years|SDs?)"
)
MEASURES: tuple[tuple[str, str], ...] = (
    # The longer names first: the first that matches at a place wins.
    (r"standardi[sz]ed mean differences?|\bSMDs?\b|\bCohen['’]?s d\b|\bHedges['’]? g\b|\beffect sizes?\b", "SMD"),
    (r"weighted mean differences?|\bWMDs?\b", "WMD"),
    (
        r"(?:between-group |adjusted |least[- ]squares )?mean (?:group )?differences?|\bMDs?\b(?=[^a-z]|$)"
        r"|between-group differences?"
        r"|mean between-group differences?|difference in means?|treatment differences?",
        "MD",
    ),
    (r"\b(?:a|c)?HRs?\b|hazards? ratios?|\bsHRs?\b", "HR"),
    (r"\b(?:a|c)?ORs?\b|odds ratios?|\bPORs?\b", "OR"),
    (r"incidence rate ratios?|\b(?:a)?IRRs?\b|rate ratios?", "IRR"),
    (r"\b(?:a|c)?RRs?\b|(?:relative )?risk ratios?|relative risks?|prevalence ratios?", "RR"),
    (r"absolute risk (?:difference|reduction|increase)s?|\bARR\b|\bARD\b|risk differences?|\bRDs?\b", "RD"),
    (r"relative risk reductions?|\bRRR\b", "RRR"),
    (r"numbers? needed to (?:treat|benefit)(?: for an additional beneficial outcome)?|\bNNT(?:B|s)?\b", "NNT"),
    (r"numbers? needed to harm|\bNNTH\b|\bNNHs?\b", "NNH"),
    (r"\bβ\b|\bbeta(?: coefficient)?s?\b", "β"),
    (r"\b[Ii]\s?[²2](?= ?[=:])", "I²"),
    (r"\b(?:mean|average)\b(?! (?:age|difference))", "mean"),
    (r"\bmedian\b", "median"),
)
RATIOS = frozenset({"RR", "OR", "HR", "IRR"})
DIFFERENCES = frozenset({"MD", "SMD", "WMD", "RD", "β"})

MEASURE = compile_later("|".join(f"(?P<m{i}>{pattern})" for i, (pattern, _) in enumerate(MEASURES)), re.IGNORECASE)
LABEL = (
    r"(?:(?P<level>\d{2}(?:[.·]\d)?) ?%[ -]?(?P<kind1>CIs?|CrIs?|confidence (?:intervals?"
    r"|limits?)(?:,? ?[(\[]?CIs?\b[)\]]?)?|credib(?:le"
    r"|ility) intervals?"
    r"|c\.i\.|ci)|(?P<kind2>CIs?|CrIs?|confidence intervals?|IQR|inter-?quartile range|range|ranging|ranged|from))"
)
INTERVAL = compile_later(
    rf"{LABEL} ?(?:(?:(?:of|for) (?:the )?(?:[a-z-]{{1,16}} )?difference|of|was|were|from|between|\[?95 ?%\]?"
    rf"|[:=,;]) ?){{0,3}}[(\[]? ?"
    rf"(?P<low>{NUM})(?: ?{UNIT})?{TO}(?P<high>{NUM})",
    re.IGNORECASE,
)
BRACKETED = compile_later(
    rf"(?P<value>{NUM}) ?(?P<unit>{UNIT})? ?[(\[] ?(?P<low>{NUM}) ?%?{TO}(?P<high>{NUM}) ?%?(?=[)\];,])"
)
P = compile_later(
    rf"\b[Pp](?:[- ]?[Vv]alues?)? ?(?:(?:of|was|were|is|for (?:[a-z]{{1,20}} ){{0,3}}[a-z]{{1,20}}) ?)?"
    rf"(?P<p>(?:[<>=≤≥＜＞]|&[lg]t;|less than|greater than) ?=? ?(?:(?:0"
    rf"|1)?[.·,]?\d{{1,8}}(?: ?[×x] ?10[{MINUS}^]{{0,2}}\d{{1,3}})?|NS))"
)
OF = compile_later(
    r"(?<![\d.,/·])(?P<n>\d{1,7}) ?(?:/|of(?: the)?|out of) ?(?P<of>\d{1,7})(?![\d/]"
    r"|[.·]\d)(?: ?[(\[] ?(?P<pct>\d{1,3}(?:[.·]\d{1,3})?) ?%)?"
)
N = compile_later(r"\b[nN] ?[=:] ?(?P<n>\d{1,3}(?:[,  ]\d{3}){1,3}|\d{1,9})")
PLUS_MINUS = compile_later(
    rf"(?P<value>{NUM}) ?(?P<unit1>{UNIT})? ?(?:±|\+/-"
    rf"|\+/−) ?(?P<sd>\d{{1,9}}(?:[.·]\d{{1,6}})?)(?: ?(?P<unit>{UNIT}))?"
)
NUMBER = compile_later(rf"(?P<value>{NUM})(?: ?(?P<unit>{UNIT}))?(?![\w])")
RANGE = compile_later(rf"(?<![\w.·])(?P<low>{NUM}) ?(?P<unit1>%)? ?(?:to|[–−-]) ?(?P<high>{NUM}) ?(?P<unit>{UNIT})")
AFTER_MEASURE = compile_later(
    rf"(?P<link>[ ,]{{0,2}}(?:[(\[][A-Za-z/]{{1,6}}[)\]] ?)?(?:(?:of|was|were|is|=|:|≈) ?){{0,2}}(?:about |only )?)"
    rf"(?P<value>{NUM})(?: ?(?P<unit>{UNIT}))?(?![\w])"
)
ANNOUNCED = compile_later(
    rf"[(\[] ?(?P<level>\d{{2}}(?:[.·]\d)?) ?%[ -]?(?:CIs?|CrIs?|confidence intervals?|credible intervals?)"
    rf"(?:,? [(\[]?CI[)\]]?)? ?[)\]](?P<link>[^.;\d\n()\[\]]{{0,40}}?) ?(?P<value>{NUM}) ?(?P<unit>{UNIT})? ?[(\[] ?"
    rf"(?P<low>{NUM}) ?%?{TO}(?P<high>{NUM}) ?%?(?=[)\];,])",
    re.IGNORECASE,
)
"""The level first, then the estimate with its interval: "mean difference (95% CI) -1.8 (-3.5 to -0.1)"."""


def number_of(digits: str | None) -> float | None:
    """The number that printed digits stand for, whatever their minus sign and points; `None` for none."""
    if not digits:
        return None
    plain = digits.replace("·", ".").replace(",", "").replace(" ", "").replace("+", "")
    for minus in MINUS:
        plain = plain.replace(minus, "-")
    try:
        return float(plain)
    except ValueError:
        return None


def measures_in(text: str) -> list[tuple[int, int, str]]:
    """Measures in reading order; a name and its own acronym in brackets are one: "hazard ratio [HR]"."""
    found: list[tuple[int, int, str]] = []
    for match in MEASURE.finditer(text):
        if not _is_measure(match):
            continue
        start, end, name = match.start(), match.end(), _name_of(match)
        if found and found[-1][2] == name and text[found[-1][1] : start] in (" (", " [", "(", "["):
            found[-1] = (found[-1][0], end + (text[end : end + 1] in (")", "]")), name)
        else:
            found.append((start, end, name))
    return found


def _name_of(match: re.Match[str]) -> str:
    return MEASURES[int((match.lastgroup or "m0")[1:])][1]


def _is_measure(match: re.Match[str]) -> bool:
    """Acronyms count in capitals only: "or" is a conjunction, "md" a doctor."""
    words = match.group(0)
    return len(words) > 5 or not words.isalpha() or words.islower() is False or words in ("mean", "median", "beta", "β")
