"""What other databases write in a strategy, and what to write here instead: nothing of it is read as a word in silence.

Ovid's fields behind a word are read, since they can only mean one thing; the page says as what.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from quoth.errors import BadInput

__all__ = ["ovid_tag", "refuse_foreign", "refuse_foreign_line", "told_as_word"]

# Ovid's field codes for MEDLINE, and our tags. https://ospguides.ovid.com/OSPguides/medline.htm
_OVID: Mapping[str, str] = MappingProxyType(
    {
        **{"ti": "ti", "ab": "ab", "tw": "tiab", "mp": "tw", "af": "tw", "kw": "kw", "kf": "kw", "sh": "mh"},
        **{"hw": "mh", "au": "au", "jn": "ta", "jw": "ta", "pt": "pt", "yr": "dp", "dp": "dp"},
    }
)
_SUFFIX = re.compile(r"(?P<words>.*?)\.(?P<codes>[a-z]{2}(?:,[a-z]{2})*)(?P<dot>\.?)", re.DOTALL)

_NEAR = "Words near each other are not looked for"
_NEAR_INSTEAD = 'Write AND, or a phrase in quotation marks: "knee pain"'
_HEADING = "Headings are searched as words, without the narrower ones"
# (what it looks like, what it is, what to write). Tried in order on each word without quotation marks.
_REFUSED: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"(?i:(?:near|next|adj|within|pre|w|n|p)/\d+|(?:near|adj)\d+)|NEAR|NEXT|ADJ|adj|SAME|WITHIN"),
        _NEAR,
        _NEAR_INSTEAD,
    ),
    (re.compile(r"(?i)(?:and|or|not)/(?:and|or|not)"), "That is two operators", "Write AND, or OR"),
    (re.compile(r"(?i)exp|explode"), _HEADING, 'Write "Pain"[mh], and the narrower headings with OR'),
    (re.compile(r"\*?[^/]+/(?i:exp|de|mj)?"), _HEADING, 'Write "Pain"[mh] for the heading Pain'),
    (re.compile(r"[^=]*=.*"), "A field stands behind its words here", "Write them so: (knee pain)[tiab]"),
    (re.compile(r"TITLE(?:-ABS)?(?:-KEY)?-?|TITLE-ABS.*"), "A field stands behind its words here", "Write [tiab]"),
    (re.compile(r"'.*"), "A phrase stands in double quotation marks", 'Write it so: "knee pain"'),
    (re.compile(r"-\w.*"), "A minus takes nothing away", "Write NOT"),
    (re.compile(r"(?i)xor"), "That operator is not known", "Write AND, OR or NOT"),
)
_LINES_OF_EBSCO = re.compile(r"[\s()]*S\d{1,3}[\s()]*(?:(?i:and|or|not)[\s()]*S\d{1,3}[\s()]*)+")
# Upper case alone gives these away: N3 and TI are words as well, and are searched as such, but the page says so.
_PERHAPS = re.compile(r"[NW]\d{1,2}|TI|AB|MH|MM|SU|TX|AU|SO")


def ovid_tag(word: str) -> tuple[str, str] | None:
    """The words and our tag, for words with Ovid's fields behind them (`pain.ti,ab.`); None for any other word.

    Raises:
        BadInput: it looks like fields of Ovid's, of which one is not known.
    """
    found = _SUFFIX.fullmatch(word)
    if found is None:
        return None
    codes = found["codes"].split(",")
    if unknown := [code for code in codes if code not in _OVID]:
        if not found["dot"]:
            return None
        raise BadInput(f"'.{unknown[0]}.' in {word!r} is no field that is known. Known: .{'. .'.join(_OVID)}.")
    return found["words"], ",".join(dict.fromkeys(_OVID[code] for code in codes))


def refuse_foreign(word: str) -> None:
    """Raises BadInput for a word without quotation marks that is another database's way of saying something."""
    for pattern, what, instead in _REFUSED:
        if pattern.fullmatch(word):
            raise BadInput(
                f"{word!r} is how another database asks for something. {what}. {instead}; where a word is meant, "
                f'"{word.strip("*/")}".'
            )


def refuse_foreign_line(line: str) -> None:
    """Raises BadInput for lines that are named as EBSCO names them."""
    if _LINES_OF_EBSCO.fullmatch(line):
        raise BadInput(f"{line.strip()!r} names lines as another database does. Write #1 for line 1.")


def told_as_word(word: str) -> str:
    """What to tell of a word that may be another database's operator or field; empty for any other one."""
    if not _PERHAPS.fullmatch(word):
        return ""
    return f"{word} was read as a word; a field stands behind its words ([ti]), and words near each other need AND"
