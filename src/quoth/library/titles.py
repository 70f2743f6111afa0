"""A key under which two catalogue entries without a common identifier are found to be one report.

Title, year and first author together; each must be there. Titles that many reports share never match.
"""

import hashlib

from quoth.model import Record
from quoth.text import fold
from quoth.text.folding import strip_marks
from quoth.text.later import compile_later

__all__ = ["may_be_one", "title_key", "title_words"]

_WORD = compile_later(r"\w+")
_FEWEST_WORDS = 4
_FEWEST_CHARS = 25
_FEWEST_CHARS_UNSPACED = 12  # Chinese and Japanese titles say more in a character and set no spaces
# Headings of whole classes of notes: the same words stand above different reports of one year and author.
_GENERIC = compile_later(
    r"(?:re |in reply|reply|repl(?:y|ies) to|authors? (?:reply|response)|response(?:s)? (?:to|from)|comments? on|"
    r"commentary|letters?(?: to)?|editorial|erratum|errata|corrigend|corrections? |addendum|retraction|retracted|"
    r"withdrawn|expression of concern|notice of|news|obituary|book review|in this issue|table of contents|"
    r"conference (?:abstracts|proceedings)|abstracts? (?:of|from) |case report$|what s new|where the sources differ)"
)


def title_key(record: Record) -> str | None:
    """32 hexadecimal digits for title, year and first author, or `None` where these do not tell a report apart."""
    title = _plain(record.title)
    family = _family(record.authors[0]) if record.authors else ""
    if record.published.year is None or not family or not record.title_verified or _is_generic(title):
        return None
    return hashlib.sha256(f"{record.published.year}|{family}|{title}".encode()).hexdigest()[:32]


def title_words(title: str) -> str:
    """The words of a title, folded, or nothing where they do not tell a report apart."""
    words = _plain(title)
    return "" if _is_generic(words) else words


def may_be_one(one: Record, other: Record) -> bool:
    """Whether nothing in two entries of the same title, year and author speaks against their being one report.

    A conference abstract and the article after it share title and author but not their pages or volume.
    """
    pairs = (
        (_first_page(one.pages), _first_page(other.pages)),
        (_plain(one.volume or ""), _plain(other.volume or "")),
    )
    return all(not mine or not theirs or mine == theirs for mine, theirs in pairs)


def _is_generic(title: str) -> bool:
    long_enough = len(title) >= _FEWEST_CHARS and len(title.split()) >= _FEWEST_WORDS
    unspaced = not title.isascii() and len(title) >= _FEWEST_CHARS_UNSPACED
    return bool(_GENERIC.match(title)) or not (long_enough or unspaced)


def _plain(words: str) -> str:
    """Words alone, folded and without diacritics, one space between them."""
    if words.isascii():  # then small letters are all that folding changes of a word
        return " ".join(_WORD.findall(words.lower()))
    return " ".join(_WORD.findall(strip_marks(fold(words))))


def _family(author: str) -> str:
    """The family name of "Berg AB", "van den Berg, Anna" or a body's whole name."""
    name, comma, _ = author.partition(",")
    words = name.split()
    if not comma and len(words) > 1 and words[-1].isupper() and len(words[-1]) <= 3:
        words = words[:-1]
    return "".join(_plain(" ".join(words)).split())


def _first_page(pages: str | None) -> str:
    return _plain((pages or "").split("-")[0]).replace(" ", "")
