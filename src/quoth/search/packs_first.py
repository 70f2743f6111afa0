"""Words of a pack go before words of a vocabulary of everything.

MeSH, once it is loaded, has a heading for nearly every word of a question, under names of its own: "migraine disorders"
beside a pack's "migraine", "shock" inside its "shock wave therapy", "lead" in "which drug leads to". A pack knows what
the library's sources say; a vocabulary helps where no pack speaks. What a medicine comes as ("a gel", "tablets") is no
treatment by itself, whatever heading there is for it: of which medicine is what the rest of the question tells.
"""

from collections.abc import Iterable

from quoth.lexicon import Found, Lexicon
from quoth.model import Concept
from quoth.search.terms import is_content
from quoth.text import match_tokens

__all__ = ["is_of_a_vocabulary", "packs_first"]

_PACK = "pack "
_FORMS = "dosage forms"
"""MeSH's heading above all that a medicine comes as (D26.255)."""


def packs_first(found: Iterable[Found], lexicon: Lexicon) -> tuple[Found, ...]:
    """What was found, without what only a vocabulary names on words of packs, of asking, or for a mere form."""
    every = tuple(found)
    of_packs = [one for one in every if _PACK in one.concept.origin]

    def stays(one: Found) -> bool:
        if not is_of_a_vocabulary(one.concept):
            return True
        return not (_is_asking(one) or _overlaps(one, of_packs) or _FORMS in lexicon.broader(one.concept.name))

    return tuple(filter(stays, every))


def is_of_a_vocabulary(concept: Concept) -> bool:
    """True for a concept that a vocabulary alone brings; one that is told by its ending or by hand is none."""
    return concept.origin.startswith("MeSH") and _PACK not in concept.origin


def _is_asking(one: Found) -> bool:
    return not any(is_content(token.form) for token in match_tokens(one.words))


def _overlaps(one: Found, others: Iterable[Found]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)
