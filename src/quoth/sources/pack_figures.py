"""Whether words hold a figure, so that a result whose figures nobody checked can be withheld.

It errs towards yes: a result withheld too often costs a sentence, one shown too often costs trust. Digits that belong
to a name ("type 2 diabetes", "SGLT2 inhibitors", "GLP-1 agonists") are no figures.
"""

import re

__all__ = ["holds_figure"]

_NUMBER_WORDS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|[mb]illions?|dozens?"
)
_FRACTIONS_AND_MULTIPLES = (
    r"half|halves|halved|halving|quarters?|thirds|fourths|fifths|sixths|tenths|twice|thrice|doubl(?:e|ed|es|ing)|"
    r"tripl(?:e|ed|es|ing)|trebl(?:e|ed|es|ing)|quadrupl(?:e|ed|es|ing)|percent(?:ages?)?|per\s+cent"
)
_WORDS = re.compile(
    rf"\b(?:(?:{_NUMBER_WORDS}|{_FRACTIONS_AND_MULTIPLES})\b"
    r"|(?<!no )one\b(?!\s+(?:of|another)\b)"
    r"|(?:a|one|the)\s+(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth|thousandth)\s+"
    r"(?:of|as|less|more|fewer|lower|higher)\b"
    r"|(?:[a-z]+-?)?fold\b)",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[%‰‱½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")

# A measure glued to its value ("RR0.8", "n12") is a figure; a name glued to its number ("SGLT2", "B12") is not.
_MEASURES = re.compile(
    r"w?md|smd|rr|or|hr|rd|arr|rrr|ard|nnt|nnh|ci|cri|sd|sem?|iqr|es|p|n|i|k|r|d|g|t|f|z|q|chi|irr|aor|ahr|beta|df|ror|"
    r"pr|vas|nrs|auc|lr|at|by|to|of|in|is|was|than",
    re.IGNORECASE,
)
_NAME_WITH_NUMBER = re.compile(
    r"\btypes?\s+[12](?=\s+(?:diabet|inflamm|error|respiratory))"
    r"|\b([A-Za-z]{1,8})-?[0-9]{1,2}[a-z]{0,2}(?![0-9.,%/]*[0-9%])\b"
)


def holds_figure(text: str) -> bool:
    """True when the text holds a number in digits, a percentage, or a number, fraction or multiple in words."""
    if _WORDS.search(text) or _SIGNS.search(text):
        return True
    return any(
        character.isnumeric() for character in _NAME_WITH_NUMBER.sub(_drop_name, text) if not _is_ideograph(character)
    )


def _drop_name(match: re.Match[str]) -> str:
    letters = match.group(1)
    return match.group(0) if letters is not None and _MEASURES.fullmatch(letters) else " "


def _is_ideograph(character: str) -> bool:
    """Han characters that count as numerals appear in ordinary words."""
    return "\u3400" <= character <= "\u9fff"
