"""Enough of PubMed's search language: AND, OR, NOT from left to right, brackets, phrases, the fields that we use."""

import re
from collections.abc import Callable

from tests.standins.records import Citation

__all__ = ["BadQuery", "matcher"]

Match = Callable[[Citation], bool]

_TOKEN = re.compile(r'\s*(\(|\)|"[^"]*"(?:\[[^\]]*\])?|[^\s()"\[\]]+(?:\[[^\]]*\])?|\[[^\]]*\])')
_TAGGED = re.compile(r"(.*?)(?:\[([^\]]*)\])?", re.DOTALL)


class BadQuery(Exception):
    """What PubMed's backend cannot read: brackets that do not match, an operator without a side."""


def matcher(query: str, unknown: list[str] | None = None, vocabulary: frozenset[str] = frozenset()) -> Match:
    """Whether a citation fits. Words outside `vocabulary` are added to `unknown`, as PubMed lists them.

    Raises:
        BadQuery: it cannot be read.
    """
    tokens = _TOKEN.findall(query)
    if re.sub(r"\s", "", "".join(tokens)) != re.sub(r"\s", "", query):
        raise BadQuery(query)
    found, rest = _expression(_with_types(tokens), unknown if unknown is not None else [], vocabulary)
    if rest:
        raise BadQuery(query)
    return found


def _with_types(tokens: list[str]) -> list[str]:
    """Words before a field belong to it: `systematic review[pt]` is one term."""
    joined: list[str] = []
    for token in tokens:
        word = token not in ("(", ")", "AND", "OR", "NOT")
        if word and joined and joined[-1] not in ("(", ")", "AND", "OR", "NOT") and "[" not in joined[-1]:
            if token.startswith('"') or joined[-1].startswith('"'):
                joined += ["AND", token]
            else:
                joined[-1] = f"{joined[-1]} {token}"
        else:
            joined.append(token)
    return joined


def _expression(tokens: list[str], unknown: list[str], vocabulary: frozenset[str]) -> tuple[Match, list[str]]:
    left, tokens = _term(tokens, unknown, vocabulary)
    while tokens and tokens[0] != ")":
        operator = tokens[0] if tokens[0] in ("AND", "OR", "NOT") else "AND"
        right, tokens = _term(tokens[1:] if tokens[0] in ("AND", "OR", "NOT") else tokens, unknown, vocabulary)
        left = _joined(operator, left, right)
    return left, tokens


def _joined(operator: str, left: Match, right: Match) -> Match:
    if operator == "AND":
        return lambda citation: left(citation) and right(citation)
    if operator == "OR":
        return lambda citation: left(citation) or right(citation)
    return lambda citation: left(citation) and not right(citation)


def _term(tokens: list[str], unknown: list[str], vocabulary: frozenset[str]) -> tuple[Match, list[str]]:
    if not tokens or tokens[0] in (")", "AND", "OR", "NOT"):
        raise BadQuery("an operator without a side")
    if tokens[0] == "(":
        inner, rest = _expression(tokens[1:], unknown, vocabulary)
        if not rest or rest[0] != ")":
            raise BadQuery("an open bracket")
        return inner, rest[1:]
    found = _TAGGED.fullmatch(tokens[0])
    assert found
    return _field(found[1], (found[2] or "").casefold(), unknown, vocabulary), tokens[1:]


def _field(words: str, name: str, unknown: list[str], vocabulary: frozenset[str]) -> Match:
    phrase = " ".join(words.strip('"').casefold().split())
    if name in ("pt", "publication type"):
        return lambda citation: phrase in citation.types
    if name in ("mh", "mesh", "mesh terms"):
        return lambda citation: phrase in citation.mesh
    if name in ("doi", "aid"):
        return lambda citation: phrase == (citation.doi or "").casefold()
    if name in ("pmid", "uid"):
        return lambda citation: phrase == citation.pmid
    if name in ("edat", "crdt") and ":" in phrase:
        since, _, until = phrase.partition(":")
        return lambda citation: since <= citation.entered <= until
    if name in ("ti", "title"):
        return lambda citation: phrase in citation.title.casefold()
    if re.fullmatch(r"pmc\d+", phrase):
        return lambda citation: phrase == (citation.pmcid or "").casefold()
    if words.startswith('"'):
        return lambda citation: phrase in citation.text
    each = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", phrase)
    unknown += [word for word in each if vocabulary and not {word, *_forms(word)} & vocabulary]
    return lambda citation: all({word, *_forms(word)} & citation.words for word in each)


def _forms(word: str) -> set[str]:
    """The word in the other number, roughly as PubMed maps it."""
    return {word + "s", word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"} - {""}
