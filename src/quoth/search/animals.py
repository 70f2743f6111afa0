"""Questions about animals: "my cat has diabetes" is asked in the words of people's illnesses, and not about people.

An animal is whom a question is about where it has the illness, gets the treatment or owns the part of the body. One
that is only there ("I walk my dog with a bad back", "does a cat cause ear infections in children?") changes nothing.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from quoth.search.wording import Span, Wording
from quoth.text import Token

__all__ = ["animals_asked_about"]

_BEFORE = frozenset(["in", "for", "treat", "treating", "treats", "give", "giving", "gave", "help", "helps", "helping"])
_OWNED = frozenset(["my", "our", "his", "her", "their", "the", "a", "an", "this", "these", "your", "someone's"])
_SUBJECT_OF = frozenset(
    [
        "has",
        "have",
        "had",
        "is",
        "was",
        "are",
        "were",
        "with",
        "who",
        "needs",
        "need",
        "gets",
        "get",
        "got",
        "suffers",
        "suffer",
        "takes",
        "take",
        "took",
        "keeps",
        "develops",
        "developed",
        "who's",
        "whose",
        "scratches",
        "shakes",
        "limps",
        "limping",
        "lame",
        "sore",
        "stiff",
        "refuses",
    ]
)
_ASKING = frozenset(["can", "could", "do", "does", "did", "should", "may", "will", "would", "must", "are", "is"])
_DONE = frozenset(
    ["take", "have", "get", "need", "use", "tolerate", "drink", "eat", "respond", "benefit", "recover", "suffer", "be"]
)
_JOINED = frozenset(
    [
        "and",
        "or",
        "with",
        "who",
        "that",
        "which",
        "whose",
        "has",
        "have",
        "had",
        "is",
        "was",
        "are",
        "on",
        "under",
        "over",
        "aged",
        "after",
        "before",
    ]
)
_OF_ANIMALS = frozenset(["feline", "canine", "equine", "bovine", "ovine", "porcine", "murine", "veterinary"])
_VETS = frozenset(["vet", "vets", "veterinarian", "veterinary"])
"""Beside an animal these say whose illness it is; alone they may have served in an army."""
_SELF = re.compile(r" (?:ive|im|i (?:have|had|get|got|am|suffer|feel)|my (?:son|daughter|husband|wife|mum|dad|child)) ")
_PEOPLE = frozenset(["human", "humans", "people", "patients", "persons", "man", "men", "woman", "women", "volunteers"])
"""Named in one breath with an animal ("in mice and humans"), these are asked about as well."""
_ADJECTIVES_MAX = 3


def animals_asked_about(wording: Wording, conditions: Sequence[Span], named: Sequence[Span]) -> tuple[Span, ...]:
    """Where the animals stand that have the illness or would get the treatment; none for a question about people.

    Args:
        wording: the question.
        conditions: where it names an illness.
        named: where it names anything; an animal's name within a longer name ("swine flu") is no animal.
    """
    tokens = wording.tokens
    of_it = any(_before(one, tokens) == "its" for one in conditions)  # nobody says so of a person
    at_the_vet = not _VETS.isdisjoint(token.form.removesuffix("'s") for token in tokens)
    found = []
    for at, token in enumerate(tokens):
        name = token.form.removesuffix("'s")
        span = Span(token.start, token.end)
        if any(other.covers(span) and other != span for other in named):
            continue
        # "Dog ear infection", "feline diabetes": whose illness it is stands right before its name.
        of_animals = name in _OF_ANIMALS | _animals() and any(0 <= other.start - token.end <= 1 for other in conditions)
        if of_animals or (name in _animals() and (at_the_vet or of_it or _is_asked_about(at, tokens, wording))):
            found.append(span)
    return tuple(found)


def _before(span: Span, tokens: Sequence[Token]) -> str:
    """The word right before a stretch."""
    return next((token.form for token in reversed(tokens) if token.end <= span.start), "")


def _is_asked_about(at: int, tokens: Sequence[Token], wording: Wording) -> bool:
    before = list(_words_before(at, tokens, wording))
    ends = at + 1 == len(tokens) or not _touches(tokens[at], tokens[at + 1], wording)
    after = "" if ends else tokens[at + 1].form
    owned = bool(_OWNED.intersection(before[:_ADJECTIVES_MAX]))
    if tokens[at].form.endswith("'s"):
        return owned
    if after in ("and", "or") and at + 2 < len(tokens) and tokens[at + 2].form in _PEOPLE:
        return False
    whole = owned or tokens[at].form.endswith("s") or tokens[at].form == "mice"  # "in salmon" is food
    if whole and (ends or after in _JOINED) and _BEFORE.intersection(before[: _ADJECTIVES_MAX + 1]):
        return True
    asks = bool(_ASKING.intersection(before[: _ADJECTIVES_MAX + 1]))
    if asks and after in _DONE:
        return True
    subject = after in _SUBJECT_OF and (owned or not before or after == "with")
    return subject and not _SELF.search(wording.line)


def _words_before(at: int, tokens: Sequence[Token], wording: Wording) -> Iterator[str]:
    """Words of the same clause, the nearest first."""
    for place in range(at - 1, -1, -1):
        if not _touches(tokens[place], tokens[place + 1], wording):
            return
        yield tokens[place].form


def _touches(one: Token, other: Token, wording: Wording) -> bool:
    return wording.text[one.end : other.start].strip("-\u2010\u2011 ") == ""


@cache
def _animals() -> frozenset[str]:
    lines = (files("quoth") / "data" / "animals.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
