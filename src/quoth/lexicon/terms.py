"""How the words of a concept are written: brackets left out, plurals in brackets, acronyms that need their capitals."""

import re
from collections.abc import Iterator
from typing import Literal

from quoth.model import Concept, ConceptKind

__all__ = ["HOW_ORDER", "How", "acronym_of", "acronym_shows", "terms", "variants"]

How = Literal["name", "clinical", "lay"]
HOW_ORDER: dict[How, int] = {"name": 0, "clinical": 1, "lay": 2}

_ACRONYM_LETTERS = 6
_WORD = re.compile(r"[^\W_]+")
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]{0,200}[)\]]")

_ORDINARY = """
act ad age aid aids all arm art as ban bad bat bed bid can cap cat chat cold cope cut dash date diet do dot ear ears
east eat end fast fat fed fit flap gas gay get go had he heal heart help her hip his hit hot ice ill in is it jaw lap
last lead led leg lid low map mat me men met mild mind mode new no not now oh old on or out pad pain pan past pat pet
pill pin plan pop raise rat red rest rice sad safe sap scan see self set she shot sip sit so some star step stop tag
tan test tip to try up us was we what who why yes
am and are be been but by could did do does doing done for from had has have her him his its may might must nor of off
our over own shall should since than that the their them then they this thus too under until very via were when which
while will with would you your
"""
_ALSO_WORDS = frozenset(_ORDINARY.split())
"""Acronyms that read as ordinary words in small letters ("ACT", "RICE"): these never match in small letters."""


def terms(concept: Concept) -> Iterator[tuple[str, How]]:
    """Every word for a concept with the list that it stands in; its MeSH descriptor counts as clinical."""
    yield concept.name, "name"
    for word in (*concept.clinical, *((concept.mesh,) if concept.mesh else ())):
        yield word, "clinical"
    for word in concept.lay:
        yield word, "lay"


def variants(term: str, kind: ConceptKind) -> Iterator[str]:
    """The ways in which one term is written.

    "duloxetine (SNRI)" is also "duloxetine"; "ARB(s)" is "ARB" and "ARBs"; "knee osteoarthritis" is also
    "osteoarthritis of the knee", as titles put it.
    """
    term = " ".join(term.split())
    if term.endswith("(s)"):
        yield from (term[:-3], term[:-3] + "s")
        return
    yield term
    if acronym_of(term) == term:
        yield term + "s"
    bare = _BRACKETED.sub("", term).strip()
    if bare and bare != term:
        yield bare.upper() if _stands_for(bare, term[len(bare) :]) else bare
    words = bare.split()
    if kind is ConceptKind.CONDITION and 2 <= len(words) <= 3 and words[-1].isalpha() and len(words[-1]) > 3:
        rest = " ".join(words[:-1])
        yield from (f"{words[-1]} {joint} {rest}" for joint in ("of", "of the", "in the"))


def _stands_for(short: str, aside: str) -> bool:
    """True for letters that begin the words of the bracket behind them, which small letters may hide."""
    if " " in short or len(short) > _ACRONYM_LETTERS or not aside.strip().startswith("("):
        return False
    initials = iter(word[0].casefold() for word in _WORD.findall(aside))
    return all(letter in initials for letter in short.casefold())


def acronym_of(term: str) -> str | None:
    """The capitals that a text must show for this term, or `None` where it is no acronym."""
    bare = term[:-1] if term.endswith("s") and term[:-1].isupper() else term
    if not (2 <= len(bare) <= _ACRONYM_LETTERS and bare.isalnum() and bare.upper() == bare and not bare.isdigit()):
        return None
    return bare


def acronym_shows(acronym: str, written: str, *, any_case: bool) -> bool:
    """True when the written word is this acronym: in capitals, or in any case where that cannot be another word.

    In small letters it is those letters, and no word with the same stem: "ending" is not ENDS.
    """
    if written in (acronym, acronym + "s"):
        return True
    small = written.casefold().replace("’", "'").removesuffix("'s")
    if small not in (acronym.casefold(), f"{acronym.casefold()}s"):
        return False
    return any_case and small not in _ALSO_WORDS and small.removesuffix("s") not in _ALSO_WORDS
