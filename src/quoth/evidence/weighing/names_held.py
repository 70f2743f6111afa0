"""Under which other names a word of a question may stand in advice, and whether it does."""

from collections.abc import Sequence

from quoth.evidence.fitting.saying import stems_of
from quoth.evidence.fitting.terms import Sought, Terms
from quoth.evidence.weighing.laid_out import Words, stands_in
from quoth.lexicon import Lexicon
from quoth.model import QueryTerm, Question

__all__ = ["holds_name", "other_names_of", "wider_names"]


def holds_name(one: Sought | None, words: Words) -> bool:
    """Whether one of these names stands there; a word of its family does not count."""
    return one is not None and stands_in(words.stems, one)


def other_names_of(one: Sought, question: Question, names: Sequence[QueryTerm]) -> Sought | None:
    """What else the word, or a stretch of the question that holds it, is called."""
    own = stems_of(one.words or one.name)
    called = [name for term in names if own & stems_of(term.words) for name in term.synonyms]
    called += [
        name
        for term in question.terms
        if term.concept is None and own <= stems_of(term.words)
        for name in (*term.synonyms, *term.same)
    ]
    return Terms.of(one.name, 1.0, called) if called else None


def wider_names(one: Sought, lexicon: Lexicon) -> Sought | None:
    """What the word is a kind of, under all names."""
    names = [name for wider in sorted(lexicon.broader(one.name)) for name in (wider, *lexicon.synonyms(wider))]
    return Terms.of(one.name, 1.0, names) if names else None
