"""For whom and when a recommendation holds, and the words that deny it: extents of its own sentence, never worked out.

They are what a reader ticks under "this patient", so the first population and the first condition that the sentence
names are taken whole, up to the end of their clause; what is not said in words is not filled in.
"""

import re

from quoth.model import Extent
from quoth.text.later import compile_later

__all__ = ["condition_in", "negation_in", "population_in"]

_PEOPLE = (
    r"(?:patients?|adults?|children|adolescents?|infants?|neonates?|newborns?|women|men|persons?|people|individuals?"
    r"|veterans?|smokers|survivors|athletes|clients|workers|recipients|donors|candidates|service members?)"
)
_DESCRIBED = (
    r"(?:(?!(?:to|for|in|of|with|that|by|from|the|and|if|when|should|may|must) )[\w’'–-]+,? (?:or |and )?){0,6}?"
)
_WHO = (
    r"(?: (?:aged?|ages|with|without|who|whose|at|on|in whom|having|undergoing|receiving|taking|younger|older|between"
    r"|over|under|from|diagnosed|presenting|suffering)\b[^.;:()\[\]\n]{0,160}?)?"
)
_STOP = (
    r"(?=,? (?:the|we|if|when|during|unless|and who|clinicians?|providers?|should|must|is|are|to (?:reduce|improve"
    r"|prevent|treat|identify))\b"
    r"|[,.;:()\[\]\n]|\Z)"
)
_POPULATION = compile_later(
    rf"\b(?:[Ff]or|[Ii]n|[Aa]mong|[Oo]f|[Tt]o|that|[Ss]creen(?:ing)?(?: all)?|[Tt]reat(?:ing)?"
    rf"|[Aa]sk|[Ee]ncourage|[Aa]dvis(?:e|ing))"
    rf" ((?:all |any |most |some |selected )?{_DESCRIBED}{_PEOPLE}\b{_WHO}){_STOP}"
)
_SUBJECT = compile_later(rf"^((?:all |any )?{_DESCRIBED}{_PEOPLE}\b{_WHO}) (?:should|must|may)\b", re.IGNORECASE)
_CONDITION = compile_later(
    r"\b((?:only )?(?:if|when|whenever|unless|except|until|once|provided that|as long as|in whom|in the (?:absence"
    r"|presence)"
    r" of|in (?:case|cases) of|(?:before|after|during|prior to) )\b[^.;:()\[\]\n,]{3,200}?)"
    r"(?=, (?!and |or )|[.;:()\[\]\n,]|\Z)",
    re.IGNORECASE,
)
_NEGATION = compile_later(
    r"\b(?:recommends?|suggests?|advises?|recommended|recommendation|recommending) (?:\w+ ){0,2}?against\b"
    r"|\b(?:should|must|shall|do|does|is|are|can|may) not\b|\bnot (?:be )?(?:recommended|indicated|offered|used"
    r"|advised)\b"
    r"|\bcannot\b|\bnever\b|\bavoid(?:ed)?\b|\bcontra-?indicated\b|\bneither\b|\bno (?:longer )?recommend\w*\b"
    r"|\binsufficient (?:evidence|data)\b|\b(?:strong|weak) against\b|\bdiscourage[ds]?\b",
    re.IGNORECASE,
)


def population_in(text: str, start: int, end: int) -> Extent | None:
    """The first population that the words from `start` to `end` name, with what describes it."""
    subject = _SUBJECT.search(text[start:end])
    found = subject or _POPULATION.search(text, start, end)
    if found is None:
        return None
    base = start if found is subject else 0
    return Extent(base + found.start(1), base + found.start(1) + len(found[1].rstrip()))


def condition_in(text: str, start: int, end: int) -> Extent | None:
    """The first clause that says when the advice holds, or when it does not."""
    found = _CONDITION.search(text, start, end)
    return Extent(found.start(1), found.start(1) + len(found[1].rstrip())) if found else None


def negation_in(text: str, start: int, end: int) -> Extent | None:
    """The first words that deny what the statement would otherwise advise."""
    found = _NEGATION.search(text, start, end)
    return Extent(*found.span()) if found else None
