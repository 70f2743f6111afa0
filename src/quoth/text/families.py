"""What words of one family have in common: "infection", "infected" and "infectious" share their root.

Coarser than a stem, and for likeness alone: no two words are taken for the same by it.
"""

from functools import lru_cache

__all__ = ["root"]

_LEAST_ROOT = 5
_LEAST_WORD = 6

# Ends that English, and medicine's Greek and Latin, put behind a root. The longest that leaves a root is taken off.
_ENDING_ROWS = """
ational ationally ation ations atory ative atively ator ators ate ates ition itions
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
