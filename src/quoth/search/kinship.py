"""Words of one family: "infection", "infected", "infectious". Kin of a word count a little where the word counts.

The index keeps words apart that a heavy stemmer would join (docs/decisions/0009), so that drugs, genes and numbers stay
what they are. What a stemmer finds more is won back here, at a weight: kin are looked up in the index's own vocabulary
when a question comes, so a family is never larger than the library's language.
"""

from functools import lru_cache

__all__ = ["KIN_MAX", "KIN_WEIGHT", "is_kin", "root"]

KIN_WEIGHT = 0.3
"""What a kin counts beside the word itself; 0.2 to 0.5 are alike on the development halves, 0 and 1 are worse."""
KIN_MAX = 12
"""Of a larger family, the commonest."""

_LEAST_ROOT = 5
_LEAST_WORD = 6

# Ends that English, and medicine's Greek and Latin, put behind a root. The longest that leaves a root is taken off.
_ENDING_ROWS = """
ization isation izations isations ational ationally ation ations atory ative atively ator ators ate ates ition itions
itory itive itively ement ements ment ments mental mentally fulness ness nesses lessness less ful fully iveness ively
ivity ive ives ability ibility able ible ably ibly icity icities ically ical icals ician icians icist ic ics ism ist
ists istic ality alities ally al als iality ial ially osity ous ously ious iously eous ity ities ety ance ances ence
ences ancy ancies ency encies ant ants ent ents arian ary aries ery eries ory ion ions ional ionally ure ures er ers
or ors ar ing ings ed ly sis ses tic tics tically ia ias e y ies is es en
"""
_ENDINGS = tuple(sorted(set(_ENDING_ROWS.split()), key=lambda ending: (-len(ending), ending)))


@lru_cache(maxsize=1 << 16)
def root(term: str) -> str:
    """What is left of an index term without its ending; a term that is no plain longer word is its own root.

    Genes ("p53"), numbers and short forms are left alone, and a root has five letters at least: "nitrate" and "nitric"
    have none in common.
    """
    if len(term) < _LEAST_WORD or not (term.isascii() and term.isalpha()):
        return term
    for ending in _ENDINGS:
        if len(term) - len(ending) >= _LEAST_ROOT and term.endswith(ending):
            return term[: -len(ending)]
    return term


def is_kin(term: str, other: str) -> bool:
    """True for two different words of one family."""
    return term != other and root(term) == root(other)
