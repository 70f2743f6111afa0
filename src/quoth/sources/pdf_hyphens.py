"""Lines of a PDF joined to text: what a line's end did to words is undone, and hyphens that belong to a word stay.

How the rest of the document writes a word decides; else a list of first parts that are set off, some only before what
is a word of the document. A browser that hyphenates by itself writes U+2010, and only there: then each of these
goes, and every other hyphen was written by the author.
"""

import re
from collections import Counter
from collections.abc import Sequence

from quoth.sources.pdf_lines import SOFT_HYPHEN

__all__ = ["Hyphens", "hyphens_of"]

_OWN = "\u2010"
_HYPHENS = ("-", _OWN, "\u2011")
_LEAST_OWN = 3
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_ONE_HYPHEN = str.maketrans({_OWN: "-", "\u2011": "-"})
_SUSPENDS = re.compile(r"(?:to|and|or|versus|und|oder|et|ou)(?= )")
_STRONG = re.compile(
    r"non|self|high|low|long|short|well|evidence|first|second|third|one|two|three|four|five|six|cost|risk|dose|follow"
    r"|quasi|cross|meta|half|full|all|open|end|large|small|early|late|single|double|intention|time|age|life|health"
    r"|decision|patient|person|population|therapy|treatment|drug|year|day|week|month|hour"
)
"""Before these a hyphen stays, whatever comes after."""
_WEAK = re.compile(
    r"pre|post|anti|multi|semi|micro|intra|extra|ultra|inter|over|under|sub|ex|mid|near|class|point|on|off|in|out|up"
    r"|down|side"
)
"""Before these it stays when what comes after is a word by itself in the document."""
_VOWELLED = ("re", "pre", "de", "anti", "co", "micro", "semi", "multi", "intra", "extra", "ultra")
_ENDING = re.compile(
    r"s|e?d|er|ers|ing|ings|est|ness|ment|ments|al|ally|ity|ation|ations|ance|ence|ens?|ened|ening|ering|age|ages|ary|arily"
    r"|ly|ish|th|ty|teen|nel|able"
)
"""What is no word by itself, so that the line parted one: "follow-" and "ing"."""


class Hyphens:
    """How one document writes its words."""

    def __init__(self, words: Counter[str], halves: Counter[str], *, own: bool) -> None:
        self._words = words
        self._halves = halves
        self._own = own

    def joined(self, texts: Sequence[str]) -> str:
        """Lines as one text."""
        whole = texts[0] if texts else ""
        for text in texts[1:]:
            whole = self._with(whole, text)
        return whole.replace(SOFT_HYPHEN, "")

    def _with(self, whole: str, text: str) -> str:
        if whole.endswith(SOFT_HYPHEN):
            return whole.rstrip(SOFT_HYPHEN) + text
        last, before, after = whole[-1:], whole[-2:-1], text[:1]
        if last in _HYPHENS and before.isalnum() and after.isalnum():
            if self._is_suspended(whole, text):
                return f"{whole} {text}"
            parts = before.isalpha() and after.islower() and not self._stays(whole, text)
            return (whole[:-1] if parts else whole) + text
        # A line may end after a slash or a dash within a word or a range: "mmol/" and "l", "0–" and "5".
        if last in "/—–" and (last == "—" or before.isdigit() or last == "/") and before.isalnum() and after.isalnum():
            return whole + text
        return f"{whole} {text}"

    def _is_suspended(self, before: str, after: str) -> bool:
        """Whether the hyphen stands for a word that comes later: "short-" with "and long-term"."""
        first = _WORD.findall(before[:-1])[-1:]
        follows = _SUSPENDS.match(after)
        if follows is None or (self._own and before.endswith(_OWN)):
            return False
        return not first or not self._words[f"{first[0]}{follows.group()}".casefold()]

    def _stays(self, before: str, after: str) -> bool:
        """Whether the hyphen between two halves is part of the word."""
        first = _WORD.findall(before[:-1])[-1:]
        second = _WORD.findall(after)[:1]
        if not first or not second:
            return False
        head: str = first[0].translate(_ONE_HYPHEN).casefold()
        tail: str = second[0].translate(_ONE_HYPHEN).casefold()
        parted, plain = self._words[f"{head}-{tail}"], self._words[f"{head}{tail}"]
        if parted != plain:
            return parted > plain
        if self._own:
            return not before.endswith(_OWN)
        last = head.rpartition("-")[2]
        if _ENDING.fullmatch(tail):
            return False
        if last in _VOWELLED and tail[0] == last[-1]:
            return True  # "re-evaluate", "anti-inflammatory": the hyphen keeps two vowels apart
        if _STRONG.fullmatch(last):
            return True
        begins = tail.partition("-")[0]
        known = self._words[begins] > self._halves[begins]
        return known and (begins != tail or _WEAK.fullmatch(last) is not None)


def hyphens_of(lines: Sequence[str]) -> Hyphens:
    """How the document of these lines, in reading order, writes its words."""
    words: Counter[str] = Counter()
    halves: Counter[str] = Counter()
    at_ends = within = 0
    parted = False
    for line in lines:
        found: list[str] = [word.translate(_ONE_HYPHEN).casefold() for word in _WORD.findall(line)]
        words.update(found)
        for word in found:
            if "-" in word:
                words.update(word.split("-"))
        if parted and found:
            halves[found[0].partition("-")[0]] += 1
        parted = line.endswith(_HYPHENS) or line.endswith(SOFT_HYPHEN)
        at_ends += line.endswith(_OWN)
        within += _OWN in line[:-1]
    return Hyphens(words, halves, own=at_ends >= _LEAST_OWN and not within)
