"""Words of a pack go before words of a vocabulary of everything.

MeSH, once it is loaded, has a heading for nearly every word of a question, under names of its own: "migraine disorders"
beside a pack's "migraine", "shock" inside its "shock wave therapy", "lead" in "which drug leads to". A pack knows what
the library's sources say; a vocabulary helps where no pack speaks.
"""

from collections.abc import Iterable

from quoth.lexicon import Found
from quoth.model import Concept
from quoth.search.terms import is_content
from quoth.text import match_tokens

__all__ = ["is_of_a_vocabulary", "packs_first"]

_PACK = "pack "


def packs_first(found: Iterable[Found]) -> tuple[Found, ...]:
    """What was found, without what only a vocabulary names on words that a pack names, or on words of asking."""
    every = tuple(found)
    of_packs = [one for one in every if _PACK in one.concept.origin]
    return tuple(
        one for one in every if not is_of_a_vocabulary(one.concept) or not (_is_asking(one) or _overlaps(one, of_packs))
    )


def is_of_a_vocabulary(concept: Concept) -> bool:
    """True for a concept that a vocabulary alone brings; one that is told by its ending or by hand is none."""
    return concept.origin.startswith("MeSH") and _PACK not in concept.origin


def _is_asking(one: Found) -> bool:
    return not any(is_content(token.form) for token in match_tokens(one.words))


def _overlaps(one: Found, others: Iterable[Found]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)
