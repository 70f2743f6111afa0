"""One line of a strategy cut into words, phrases, operators, brackets, tags and references to other lines."""

import re
from dataclasses import dataclass
from enum import StrEnum

from quoth.errors import BadInput
from quoth.search.boolean.foreign import ovid_tag, refuse_foreign

__all__ = ["Token", "TokenKind", "tokens_of"]


class TokenKind(StrEnum):
    """What a token of a strategy is."""

    WORDS = "words"
    TAG = "tag"
    OPERATOR = "operator"
    LINE = "line"
    LINES = "lines"
    OPEN = "("
    CLOSE = ")"


@dataclass(frozen=True, slots=True)
class Token:
    """`text` without its marks: a phrase without quotation marks, a tag without brackets. `at` counts characters.

    `foreign` is a tag as another database wrote it, which `text` says in ours.
    """

    kind: TokenKind
    text: str
    at: int
    truncated: bool = False
    phrase: bool = False
    foreign: str = ""


_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'"})
_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<lines>(?i:or|and)/\#?(?P<first>\d{1,3})[-–]\#?(?P<last>\d{1,3}))
    | \#(?P<line>\d{1,3})
    | "(?P<phrase>[^"]*)"
    | \[(?P<tag>[^\]\[]*)\]
    | (?P<field>[A-Za-z]{2,10}):(?=[^\s:\[\]]|["(])
    | (?P<open>\()
    | (?P<close>\))
    | (?P<word>[^\s()\[\]"]+)
    """,
    re.VERBOSE,
)
_OPERATORS = frozenset({"and", "or", "not"})


def tokens_of(line: str) -> tuple[Token, ...]:
    """The tokens of a line, in order; a field before its words (`ti:`) comes as a tag, its text ending in a colon.

    Raises:
        BadInput: a quotation mark or square bracket without its partner.
    """
    line = line.translate(_QUOTES)
    found: list[Token] = []
    at = 0
    while at < len(line):
        match = _TOKEN.match(line, at)
        if match is None:
            raise BadInput(f"{line[at]!r} at character {at + 1} has no partner. Close it, or take it away: {line!r}.")
        after_partner = at > 0 and line[at - 1] in ')"'
        found += _token(match, after_partner=after_partner)
        at = match.end()
    return tuple(found)


def _token(match: re.Match[str], *, after_partner: bool) -> list[Token]:
    """The tokens of a piece. Behind a closing bracket or quotation mark Ovid's fields stand alone."""
    at = match.start()
    if match["space"]:
        return []
    if match["lines"]:
        return [Token(TokenKind.LINES, match["lines"], at)]
    if match["line"]:
        return [Token(TokenKind.LINE, match["line"], at)]
    if match["phrase"] is not None:
        return [_words(match["phrase"], at, phrase=True)]
    if match["tag"] is not None:
        return [Token(TokenKind.TAG, match["tag"].strip(), at)]
    if match["field"]:
        return [Token(TokenKind.TAG, f"{match['field']}:", at)]
    if match["open"] or match["close"]:
        return [Token(TokenKind.OPEN if match["open"] else TokenKind.CLOSE, match[0], at)]
    if match["word"].lower() in _OPERATORS:
        return [Token(TokenKind.OPERATOR, match["word"].upper(), at)]
    ovid = ovid_tag(match["word"])
    if ovid is not None and (ovid[0] or after_partner):
        words, tag = ovid
        behind = Token(TokenKind.TAG, tag, at + len(words), foreign=match["word"][len(words) :])
        return [*([_words(words, at)] if words else []), behind]
    return [_words(match["word"], at)]


def _words(text: str, at: int, *, phrase: bool = False) -> Token:
    bare = text.strip()
    if not phrase:
        refuse_foreign(bare)
    truncated = bare.endswith("*")
    if truncated:
        bare = bare[:-1]
    if any(sign in bare for sign in "*?$#"):
        raise BadInput(f"In {text!r} a wildcard stands inside a word. Only a * at the end of a word is known.")
    return Token(TokenKind.WORDS, bare, at, truncated, phrase)
