"""Medicines told by the ending of their name: "empagliflozin" is a gliflozin, whether a vocabulary lists it or not.

International nonproprietary names carry stems on purpose, so that a new medicine shows its class. Only endings that are
long or rare enough to be no accident stand here, and each class as the starter packs call it.

Source: WHO, The use of stems in the selection of international nonproprietary names (INN) for pharmaceutical
substances.
"""

import re

from quoth.lexicon import Found, Lexicon
from quoth.model import Concept, ConceptKind
from quoth.search.wording import Wording

__all__ = ["medicines_by_ending"]

_CLASS_BY_STEM = {
    "gliflozin": "SGLT2 inhibitors",
    "gliptin": "DPP-4 inhibitors",
    "glutide": "GLP-1 receptor agonists",
    "glitazone": "thiazolidinediones",
    "sartan": "angiotensin receptor blockers",
    "dipine": "calcium channel blockers",
    "thiazide": "thiazides",
    "triptyline": "tricyclic antidepressants",
    "coxib": "COX-2 inhibitors",
    "floxacin": "fluoroquinolones",
    "gepant": "gepants",
    "pril": "ACE inhibitors",
}
_LETTERS_MIN = 7
_STEM = re.compile(rf"\w{{2,}}?({'|'.join(_CLASS_BY_STEM)})")
_ORIGIN = "endings of international names (WHO)"


def medicines_by_ending(wording: Wording, lexicon: Lexicon) -> tuple[Found, ...]:
    """Words of the question that the lexicon does not know and whose ending tells their class, as concepts of it."""
    found = []
    for token in wording.tokens:
        match = _STEM.fullmatch(token.form) if len(token.form) >= _LETTERS_MIN else None
        if match is not None and not lexicon.knows(token.form):
            concept = Concept(token.form, ConceptKind.INTERVENTION, broader=(_CLASS_BY_STEM[match[1]],), origin=_ORIGIN)
            words = wording.text[token.start : token.end]
            found.append(Found(concept, token.start, token.end, words, "clinical"))
    return tuple(found)
