"""Words of everyday speech that say nothing of what is asked for: neither searched, nor weighed, nor ever "unknown".

People do not ask in the words of a library: "my poor hubby reckons …, is that rubbish?" Not one of these words can name
a treatment, a disease, a part of the body or a group of people; a question that holds them is no stranger for it. The
list stands in `data/everyday.txt`, by category, each with its argument. A word that could name what is asked about is
kept out of it: there, saying that the library does not know the word is the right answer.

Behind it stands a longer list, `data/plain.txt`, made from WordNet by `training/plain_words.py`: words none of whose
meanings can be a treatment either. They are never "unknown", but still searched: in claims they say what happens.
"""

from functools import cache

from quoth.lexicon.plain import listed
from quoth.search.wording import Span, Wording
from quoth.text import match_tokens, stem

__all__ = ["figures_of_speech", "is_everyday", "is_graded", "is_scenery", "is_talk", "plain_words"]

_TALK, _PHRASES = "everyday.txt", "phrases"


def is_everyday(form: str) -> bool:
    """True for a folded word that can name nothing that is asked for, in any inflection."""
    return is_talk(form) or form.removesuffix("'s") in _plain()


def is_scenery(form: str) -> bool:
    """True for a common word that names no disease and no drug: beside a question it says nothing of what it asks."""
    return is_everyday(form) or form.removesuffix("'s") in _of("scenery")


def plain_words(text: str) -> frozenset[str]:
    """The folded words of a question that name no disease and no drug: of talk, of a scene, by degree."""
    forms = {token.form for token in match_tokens(text)}
    return frozenset(form for form in forms if is_scenery(form) or is_graded(form) or form in _of_scenes())


def is_graded(form: str) -> bool:
    """True for "milder" and "quickest": a plain adjective by degree, which names no thing of its own."""
    for ending in ("ier", "iest", "er", "est"):
        bare = form.removesuffix(ending)
        if bare != form:
            undoubled = bare[:-1] if len(bare) > 2 and bare[-1] == bare[-2] else bare
            return not {bare, f"{bare}y", f"{bare}e", undoubled}.isdisjoint(_gradable())
    return False


def is_talk(form: str) -> bool:
    """True for a folded word of talk, which is not even worth searching for."""
    words = _words()
    return form in words or form.removesuffix("'s") in words or stem(form) in words


def figures_of_speech(wording: Wording) -> tuple[Span, ...]:
    """Stretches that are everyday speech as a whole ("through the roof"), although their words may not be."""
    places = ((wording.line.find(phrase), phrase) for phrase in _phrases())
    return tuple(wording.span(at + 1, at + len(phrase)) for at, phrase in places if at >= 0)


_MORE_GRADABLE = frozenset(
    {"mild", "weak", "strong", "light", "heavy", "quick", "slow", "long", "short", "early", "late", "safe", "cheap"}
)


@cache
def _gradable() -> frozenset[str]:
    """Adjectives of talk and plain ones, as they stand in the lists, and those of degree that illness is told by."""
    told = (word for heading, row in listed(_TALK) if heading.startswith("adjectives") for word in row.split())
    return frozenset((*told, *_of("adjectives"), *_MORE_GRADABLE))


@cache
def _plain() -> frozenset[str]:
    return _of("adjectives") | _of("others")


@cache
def _of(section: str) -> frozenset[str]:
    return frozenset(word for heading, row in listed("plain.txt") if heading == section for word in row.split())


@cache
def _of_scenes() -> frozenset[str]:
    return frozenset(word for _, row in listed("scenes.txt") for word in row.split())


@cache
def _words() -> frozenset[str]:
    rows = (row for heading, row in listed(_TALK) if heading != _PHRASES)
    return frozenset(word for row in rows for word in row.split())


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(f" {row} " for heading, row in listed(_TALK) if heading == _PHRASES)
