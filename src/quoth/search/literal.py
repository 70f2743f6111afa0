"""Words that the reader says were read wrongly: they stand for themselves, and for nothing else.

A page shows what was read as what. Whoever meant something else says so of the words ("not this"), or of every reading
("*"), and asks again; the question carries it, so that the same page can be made again (docs/decisions/0130).
"""

from collections.abc import Collection
from dataclasses import replace

from quoth.model import EVERY_READING, Question
from quoth.text import fold

__all__ = ["is_literal", "is_no_name", "stands_in", "with_literal_terms"]


def is_literal(words: str, literal: Collection[str]) -> bool:
    """Whether these words of a question are to be taken as they stand."""
    return EVERY_READING in literal or fold(words) in {fold(one) for one in literal}


def is_no_name(words: str, literal: Collection[str]) -> bool:
    """Whether the reader said of these very words that they name nothing: "*" leaves names what they are."""
    return is_literal(words, set(literal) - {EVERY_READING})


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in a question; "…" stands for others between them."""
    pieces = [fold(piece.strip()) for piece in words.split("…")]
    return all(piece and piece in fold(text) for piece in pieces)


def with_literal_terms(question: Question) -> Question:
    """The question, searched as typed where it is to be taken literally; what has a name keeps its names."""
    if not question.literal:
        return question
    terms = tuple(
        replace(term, synonyms=(), same=())
        if term.concept is None and is_literal(term.words, question.literal)
        else term
        for term in question.terms
    )
    return replace(question, terms=terms)
