"""Does a full stop end a sentence? Decided by the word before it and the mark after it, from the tables in `cues.py`.

In doubt the answer is no: a sentence too long is a long quotation, one cut short is a false one.
"""

import re

from quoth.text import cues

__all__ = ["ends_sentence", "ends_unspaced_sentence"]

_LETTERS = re.compile(r"[^\W\d_]+")
_DOTTED = re.compile(r"(?:[A-Za-z]{1,2}\.-?)+[A-Za-z]{1,2}")
_NUMBER = re.compile(r"\d++(?:(?P<list>[.)])\s|(?:[.,]\d++)*+\s?+(?P<percent>%)?(?P<word>[^\W\d_]*+))")
_PUBLISHED = re.compile(r"(?:19|20)\d\d[^.\n]{0,12};\s?\d")
_COUNTED_ITEM = re.compile(r"[(\[](?:\d{1,2}|[ivx]{1,4}|[a-z])[)\]]")
_BULLET_ITEM = re.compile(r".\s*+(?P<initial>\w)")
_TAIL_CHARS = 48  # enough for the two words before a stop; a longer word is no abbreviation
_LEAD_CHARS = 40  # the longest label or caption


def ends_sentence(text: str, start: int, stop: int, reference: str | None, following: int, end: int) -> bool:
    """Whether the sentence that began at `start` ends with the stop at `stop`.

    `reference` is the mark glued to the stop ("early.1,2"), if there is one. `following` is where the next sentence
    would begin, after white space, and lies before `end`, the end of the paragraph.
    """
    words = text[max(start, stop - _TAIL_CHARS) : stop].split()
    word = words[-1].lstrip(cues.OPENERS) if words and not text[stop - 1].isspace() else ""
    if word in cues.NEVER_LAST or (reference and not _is_reference(text, word, reference, following)):
        return False
    at = following
    while text[at] in cues.OPENERS and at < following + 4 and at + 1 < end:
        at += 1
    initial = text[at]
    if initial.isdigit():
        if _COUNTED_ITEM.match(text, following, end):
            return not _is_abbreviation(word)
        return _ends_before_number(text, words, word, at, end)
    if not initial.isalpha():
        return _is_bullet(text, following) and not _is_abbreviation(word)
    if initial.islower() and not _starts_small(text, word, following, at, end):
        return False
    if text[stop] not in ".…":
        return True
    if _leads(text, start, stop):
        return False
    after = text[stop + 1]
    if text[stop] == "…" or after in "….":
        return _opens(text, at, end)
    if after in ")]" and text[start] not in "([":
        return not _is_abbreviation(word) and _opens(text, at, end)
    return not _is_abbreviation(word, words) or _opens(text, at, end)


def ends_unspaced_sentence(text: str, start: int, stop: int, following: int) -> bool:
    """Whether a sentence ends at a stop that has no white space after it: "was found.The", "was done.RESULTS:"."""
    before = text[max(start, stop - 2) : stop]
    if not (before.isalpha() and before.islower() and len(before) == 2) and before[-1:] not in {")", "]", "%"}:
        return False
    word = _LETTERS.match(text, following)
    return word is not None and word[0] in cues.STARTERS


def _is_reference(text: str, word: str, reference: str, following: int) -> bool:
    """Tell "early.1,2 Subsequent" from a decimal, a number after an abbreviation and the end of an address."""
    if not reference[0].isdigit():
        return True
    if word[-1:].isdigit():
        return len(word) == 4 and word[:2] in {"19", "20"} and _opens(text, following, len(text))
    return len(word) > 1 and word not in cues.BEFORE_NUMBER and "/" not in word and "www." not in word


def _ends_before_number(text: str, words: list[str], word: str, at: int, end: int) -> bool:
    """Tell "was seen. 12 patients" from "No. 12", "p = . 03", "0. 71" and "Lancet. 2010;375"."""
    number = _NUMBER.match(text, at, end)
    if number is None or word in cues.BEFORE_NUMBER or _is_abbreviation(word) or _PUBLISHED.match(text, at, end):
        return False
    if not word:
        return bool(words) and words[-1][-1].isalpha() and len(number["word"] or "") > 2
    if not word[-1].isdigit():
        return word[-1] not in "=<>≤≥"
    if word == "0" or number["percent"]:
        return "." in word
    whole = len(word) >= 4 or "." in word  # a year or a decimal is complete; "45" may be half of "45. 6"
    counted = (number["word"] or "").lower()
    return bool(number["list"]) or whole or (len(counted) > 3 and counted not in cues.COUNTED)


def _starts_small(text: str, word: str, following: int, at: int, end: int) -> bool:
    """Tell a sentence that opens with p53, mTOR or "(ii)" from the rest of a broken one."""
    if _COUNTED_ITEM.match(text, following, end):
        return True
    complete = not word[-1:].isdigit() or len(word) >= 4
    return complete and following == at and cues.LOWER_NAME.match(text, at, end) is not None


def _is_bullet(text: str, at: int) -> bool:
    item = _BULLET_ITEM.match(text, at)
    return text[at] in cues.BULLETS and item is not None and not item["initial"].islower()


def _is_abbreviation(word: str, words: list[str] | None = None) -> bool:
    if len(word) == 1:
        return word.isupper() and not (words and len(words) > 1 and _is_lettered(words[-2]))
    return word in cues.RARELY_LAST or ("." in word and _DOTTED.fullmatch(word) is not None)


def _is_lettered(before: str) -> bool:
    """Whether a capital after this word names something: "vitamin D", "group A", "37 C"."""
    return before.lower() in cues.LETTERED or before[-1].isdigit()


def _leads(text: str, start: int, stop: int) -> bool:
    """Whether the sentence so far is only a label, a list number or a caption, which belongs to what follows."""
    if stop - start > _LEAD_CHARS:
        return False
    lead = text[start:stop]
    return bool(lead.casefold() in cues.LABELS or cues.LIST_MARK.fullmatch(lead) or cues.CAPTION.fullmatch(lead))


def _opens(text: str, at: int, end: int) -> bool:
    word = _LETTERS.match(text, at, end)
    return word is not None and word[0] in cues.STARTERS
