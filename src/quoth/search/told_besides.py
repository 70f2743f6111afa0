"""What the words of a question only tell: how the illness is, what was tried, a condition said again, a count.

None of it is asked for, and none of it is looked for by itself.
"""

from collections.abc import Iterable, Sequence

from quoth.model import Facet, Mention
from quoth.search.descriptions import meaning
from quoth.search.facets import Sign
from quoth.search.inferring import NUMBERS
from quoth.search.slots import Slots
from quoth.search.terms import ContentWord
from quoth.search.wording import Span, Wording, pattern
from quoth.text import match_tokens
from quoth.text.families import root

__all__ = ["of_the_question", "only_told", "without_family", "without_read"]

_PARTICLES = frozenset({"away", "back", "off", "out", "up"})
_ASKED_ALONE = frozenset({Facet.DOSE, Facet.DIAGNOSIS, Facet.DEFINITION, Facet.COST})
"""Sides that a story tells of without asking for them. A pregnancy or a harm that it tells of is what matters."""
_HOW_IT_IS = ("pain", "fever", "symptoms")
_TRIED = pattern(
    r"(?:not|never|badly) (?:been )?(?:tolerated|worked|helped)|fail(?:s|ed)|did(?:nt| not) (?:work|help|suit)"
    r"|no better|intolerant|allergic|forbidden|ca(?:nt|nnot) (?:take|have|tolerate)"
)


_WANTED = pattern(
    r"(?:to|help (?:me|her|him|them|us|people|patients|smokers|my \w+))(?= (?P<what>\w+))|(?P<day>quit) (?:date|day)"
)


def only_told(outcome: Mention, wording: Wording, slots: Slots, story: Sequence[Span]) -> bool:
    """Whether a story tells by it how the illness is: "eight migraine days a month. What comes first?".

    What else somebody has had in it (a fall, a heart attack) is no such word: it matters to what is advised. So does
    how things went on what was tried.
    """
    place = Span(outcome.start, outcome.end)
    if _is_wanted(outcome, wording) and _says_the_condition(outcome, slots):
        return True
    if not any(part.covers(place) for part in story) or _TRIED.search(wording.line):
        return False
    forms = {meaning(token.form) for token in match_tokens(outcome.words)}
    return not forms.isdisjoint(map(meaning, _HOW_IT_IS)) or any(
        place.overlaps(span) for span in _spans(slots.conditions)
    )


def _is_wanted(outcome: Mention, wording: Wording) -> bool:
    """Whether words before it say that somebody wants it: "ready to quit", "help her quit"."""
    found = (match.span("what" if match["what"] else "day") for match in _WANTED.finditer(wording.line))
    return any(wording.span(*span).start == outcome.start for span in found)


def _says_the_condition(outcome: Mention, slots: Slots) -> bool:
    """Whether an outcome is the very thing that is wanted of a condition: to stop smoking, in smoking cessation."""
    said = f" {outcome.concept.name.casefold()} "
    return any(f" {name.casefold()} " in said for m in slots.conditions for name in m.concept.lay if " " in name)


def of_the_question(signs: Sequence[Sign], slots: Slots, story: Sequence[Span]) -> tuple[Sign, ...]:
    """Without what is part of a name, and what only tells how things stand.

    "Supervised exercise" asks for no delivery, "tobacco dependence" for no harm, and "on a decent dose. What now?" for
    no dose.
    """
    named = [Span(m.start, m.end) for m in (*slots.interventions, *slots.comparators)]
    ill = _spans(m for m in slots.conditions if not m.inferred_because)
    return tuple(
        sign
        for sign in signs
        if not any(one.covers(sign.span) for one in ill)
        and (sign.facet is not Facet.DELIVERY or not any(one.covers(sign.span) for one in named))
        and (sign.facet not in _ASKED_ALONE or not any(part.covers(sign.span) for part in story))
    )


def without_read(words: Sequence[ContentWord], signs: Sequence[Sign], wording: Wording) -> tuple[ContentWord, ...]:
    """Without what was read as a side: verbs of two words ("clear up"), and what is counted ("how many sessions")."""
    said = ((sign.span, wording.text[sign.span.start : sign.span.end]) for sign in signs)
    told = [span for span, words_of_it in said if _is_phrasal(words_of_it) or _is_count(words_of_it)]
    return tuple(word for word in words if not any(span.covers(word.span) for span in told))


def without_family(words: Sequence[ContentWord], slots: Slots) -> tuple[ContentWord, ...]:
    """Without words that say a condition again ("depressed" in depression), and numbers in words beside a name."""
    named = (f"{m.words} {m.concept.name}" for m in slots.conditions if not m.inferred_because)
    roots = {root(token.form) for words in named for token in match_tokens(words)}
    numbers = NUMBERS if slots.conditions or slots.interventions or slots.comparators else frozenset[str]()
    return tuple(word for word in words if root(word.form) not in roots and word.form not in numbers)


def _is_count(words: str) -> bool:
    parts = words.casefold().split()
    return parts[:2] == ["how", "many"] and len(parts) == len(("how", "many", "sessions"))


def _is_phrasal(words: str) -> bool:
    parts = words.casefold().split()
    return len(parts) == len(("verb", "particle")) and parts[1] in _PARTICLES


def _spans(mentions: Iterable[Mention]) -> list[Span]:
    return [Span(mention.start, mention.end) for mention in mentions if mention.start >= 0]
