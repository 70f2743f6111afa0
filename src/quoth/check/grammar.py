"""Whether a written sentence says no more and no less than what it cites: equal after edits of one closed table.

The table is `quoth.model.edit_rules`. Nothing here judges a meaning: a sentence is taken apart the same way as the
cited ones, and what no row allows to differ has to be the same, character by character.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from quoth.model import QualifierKind, Statement
from quoth.model.edit_rules import EDIT_RULES, JOINS, SAME_WORDS, EditPlace
from quoth.text.spelling import respell

__all__ = ["LONGEST_SENTENCE", "Bearing", "attributions", "borne_by"]

LONGEST_SENTENCE = 2000
"""Characters. Beyond it nobody reads, and nothing is looked at."""
_MOST_PARTS_LEFT_OUT = 6
_MOST_JOINS = 40
_WORD = re.compile(r"[A-Za-z]+|\s+|.", re.DOTALL)
_WHITE = re.compile(r"\s+")
_END = re.compile(r"[.]$")

Form = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bearing:
    """How a sentence is borne: the names of the edits that lead from the cited sentence to it, none for a quotation."""

    edits: tuple[str, ...] = ()


def borne_by(sentence: str, cited: Sequence[Statement]) -> Bearing | None:
    """The edits by which cited statements become the sentence, or `None` when no allowed ones do.

    Args:
        sentence: as written; at most `LONGEST_SENTENCE` characters are looked at.
        cited: one statement, or two in the order in which the sentence takes them up.
    """
    said = _WHITE.sub(" ", sentence).strip()
    if not said or len(said) > LONGEST_SENTENCE or not 1 <= len(cited) <= 2:
        return None
    if any(_leans(statement) for statement in cited):
        return None
    if len(cited) == 1:
        return _one(said, cited[0])
    for left, right in _parted(said):
        first, second = _one(left, cited[0]), _one(right, cited[1])
        if first is not None and second is not None:
            return Bearing(tuple(dict.fromkeys(("join", *first.edits, *second.edits))))
    return None


def attributions(statement: Statement) -> tuple[str, ...]:
    """What may be put before a sentence to say whose it is: issuer and year as the page has them."""
    if not statement.issuer or not statement.year:
        return ()
    return (f"According to {statement.issuer} ({statement.year}), ", f"{statement.issuer} ({statement.year}): ")


def _leans(statement: Statement) -> bool:
    """Whether the statement is shown with a neighbour that it cannot be cut from."""
    return any(qualifier.kind is QualifierKind.CONTEXT for qualifier in statement.qualifiers)


def _one(said: str, statement: Statement) -> Bearing | None:
    quote = _WHITE.sub(" ", statement.quote.text).strip()
    for prefix in ("", *attributions(statement)):
        if not said.startswith(prefix):
            continue
        bare = said[len(prefix) :]
        named = ("name the source",) if prefix else ()
        for left, edits in _variants(quote):
            if _form(left) == _form(bare):
                return Bearing((*named, *edits))
            if (prefix or edits) and _form(_flipped(left)) == _form(bare):
                return Bearing((*named, *edits))
    return None


def _variants(quote: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The quote with every allowed set of parts left out, fewest first."""
    starts = [("", 0)]
    at = 0
    for rule in EDIT_RULES:
        if rule.place is EditPlace.START and (found := _compiled(rule.pattern).match(quote, at)):
            at = found.end()
            starts.append((rule.name, at))
    inside = [
        (rule.name, found.span())
        for rule in EDIT_RULES
        if rule.place is EditPlace.INSIDE
        for found in _compiled(rule.pattern).finditer(quote)
        if rule.name != "drop a short form" or _is_short_for(found[0], quote[: found.start()])
    ][:_MOST_PARTS_LEFT_OUT]
    for number, (_, start) in enumerate(starts):
        dropped = [name for name, _ in starts[1 : number + 1]]
        for count in range(len(inside) + 1):
            for chosen in combinations(inside, count):
                spans = sorted(span for _, span in chosen)
                yield _without(quote, start, spans), tuple(dict.fromkeys([*dropped, *(name for name, _ in chosen)]))


def _is_short_for(short: str, before: str) -> bool:
    """Whether the letters in brackets are those of the words before them, the first one beginning a word.

    Source: Schwartz, Hearst, PSB 2003, pages 451-462: matched from the last letter backwards.
    """
    letters = [char.lower() for char in short if char.isalnum()]
    letters = letters[:-1] if letters[-1] == "s" and short.rstrip(")")[-1] == "s" else letters
    at = len(before)
    for number, letter in reversed(list(enumerate(letters))):
        at -= 1
        while at >= 0 and (before[at].lower() != letter or (number == 0 and at > 0 and before[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return False
    return len(before[at:].split()) <= min(len(letters) + 5, 2 * len(letters))


def _without(quote: str, start: int, spans: Sequence[tuple[int, int]]) -> str:
    kept, at = [], start
    for begin, end in spans:
        kept.append(quote[at : max(begin, at)])
        at = max(end, at)
    return "".join([*kept, quote[at:]])


def _flipped(text: str) -> str:
    """The text with the case of its first letter changed, where the first word is no run of capitals."""
    first = _WORD.match(text)
    word = first[0] if first else ""
    if not word.isalpha() or (len(word) > 1 and not word[1:].islower()):
        return text
    return text[0].swapcase() + text[1:]


def _form(text: str) -> Form:
    """The text as pieces to compare: every character but folded spelling and the table's synonyms; no last stop."""
    text = _END.sub("", text)
    for same in SAME_WORDS:
        for form in sorted(same.forms[1:], key=len, reverse=True):
            text = _synonym(form).sub(same.forms[0], text)
    return tuple(_piece(piece) for piece in _WORD.findall(text))


def _piece(piece: str) -> str:
    if not piece.isalpha() or not piece.isascii():
        return piece
    folded = respell(piece.lower())
    if piece.islower():
        return folded
    return folded.capitalize() if piece == piece.capitalize() and len(piece) > 1 else f"{piece}"


@cache
def _synonym(form: str) -> re.Pattern[str]:
    head = r"(?<![A-Za-z])" if form[0].isalpha() else r"(?<=\d)"
    tail = r"(?![A-Za-z])" if form[-1].isalpha() else ""
    return re.compile(head + re.escape(form) + tail)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _parted(said: str) -> Iterator[tuple[str, str]]:
    """Every way to part the sentence at a join."""
    places = [(found.start(), found.end()) for join in JOINS for found in re.finditer(re.escape(join), said)]
    for start, end in sorted(places)[:_MOST_JOINS]:
        yield said[:start], said[end:]
