"""What kind of question it is: the side that it asks for first, else treatment where it names something to treat.

Where no rule of `facet_table` fits, a small model says which side is asked for, if it is sure; causes and signs, which
the rules do not know, it may also read where they found a test or a course.
"""

from collections.abc import Sequence

from quoth.model import Facet, QuestionKind
from quoth.search.facets import Sign, benefit_cue
from quoth.search.kind_model import KindModel
from quoth.search.wording import Span, Wording

__all__ = ["ASKING_AHEAD", "kind_of", "sides_asked"]

# A question that asks for benefit and then for one of these ("does it work and is it safe?") is about treatment; the
# other sides (which test, when to refer, what does it mean) stay what they are even where "best" stands beside.
_BESIDE_BENEFIT = frozenset({Facet.HARMS, Facet.COST, Facet.PROGNOSIS, Facet.SPECIAL_POPULATIONS, Facet.DELIVERY})
_AFTER_BENEFIT = _BESIDE_BENEFIT | {Facet.DOSE, Facet.MONITORING, Facet.CONTRAINDICATIONS}

_SIDES = {
    QuestionKind.DIAGNOSIS: Facet.DIAGNOSIS,
    QuestionKind.PROGNOSIS: Facet.PROGNOSIS,
    QuestionKind.CAUSE: Facet.CAUSE,
    QuestionKind.SIGNS: Facet.DIAGNOSIS,
}
"""The side that a kind asks for; treatment asks for none by name."""
_MISTAKEN = frozenset({QuestionKind.DIAGNOSIS, QuestionKind.PROGNOSIS, QuestionKind.DEFINITION})
_SURE, _SURER, _SUREST = 0.75, 0.85, 0.95
"""The first for a question that names a condition alone; the last where something is named that may treat it."""
_FEWEST_WORDS = 3
_ASKING = frozenset({"what", "why", "how", "who", "whom", "which", "tell", "know"})
ASKING_AHEAD = frozenset({"is", "are", "was", "were", "do", "does", "did", "can", "could", "will", "would", "may"})
ASKING_AHEAD |= {"might", "has", "have"}
"""Stands ahead of whom it asks about: "does it", "has she"."""
_TELLING = frozenset({"i", "he", "she", "we", "they", "you", "patient", "son", "daughter", "child", "baby", "wife"})
_TELLING |= {"husband", "mum", "mom", "mother", "dad", "father", "gran", "boy", "girl", "man", "woman", "lady"}
"""Stands among the first words of what asks; names alone ("migraine in teenagers") ask for treatment, and "and in
children?" goes on with what was asked."""
_POINTING = frozenset(("it", "this", "that", "condition", "disease", "disorder", "syndrome", "illness", "symptoms"))
"""A question about a condition names one, or points at it."""


def sides_asked(
    wording: Wording, signs: Sequence[Sign], model: KindModel, *, conditions: Sequence[Span], things: Sequence[Span]
) -> tuple[Sign, ...]:
    """The signs of the rules, or the one that the model reads in the question as a whole.

    Args:
        wording: the question.
        signs: rules that fit, in reading order.
        model: it sees "X" for a condition and "T" for anything else that is named, as it was trained.
        conditions: where conditions are named.
        things: where anything else is named.
    """
    asks = _asks([token.form for token in wording.tokens[:_FEWEST_WORDS]])
    about = bool(conditions) or not _POINTING.isdisjoint(token.form for token in wording.tokens)
    if len(wording.tokens) < _FEWEST_WORDS or not (asks and about):
        return tuple(signs)
    kind, chance = model.read(_masked(wording.text, conditions, things))
    if kind not in _SIDES:
        return tuple(signs)
    read = Sign(_SIDES[kind], kind, Span(0, len(wording.text)))
    if not signs:
        plain = not things and benefit_cue(wording, ()) is None
        return (read,) if chance >= (_SURE if plain else _SUREST) else ()
    unknown_to_rules = kind in (QuestionKind.CAUSE, QuestionKind.SIGNS)
    mistaken = all(sign.kind in _MISTAKEN and not _asks_for_chance(sign, wording) for sign in signs)
    if unknown_to_rules and chance >= _SURER and mistaken:
        return (read,)
    return tuple(signs)


def _asks(first: Sequence[str]) -> bool:
    """Whether the first words are those of a question, and not of a story."""
    ahead = ASKING_AHEAD - {"is", "was", "has", "have", "are", "were"} if _TELLING.intersection(first) else ASKING_AHEAD
    ahead = ahead | ({first[0]} & ASKING_AHEAD) if first else ahead
    return not (_ASKING | ahead).isdisjoint(first)


def _asks_for_chance(sign: Sign, wording: Wording) -> bool:
    """Whether a rule read a chance: "the odds that it has gone in a year" are no cause."""
    said = wording.text[sign.span.start : sign.span.end].casefold()
    return sign.kind is QuestionKind.PROGNOSIS and any(word in said for word in ("chance", "odds", "likelihood"))


def _masked(text: str, conditions: Sequence[Span], things: Sequence[Span]) -> str:
    """The text with a letter for every name; of names that overlap the first counts."""
    parts, done = [], 0
    for span, letter in sorted([*((one, "X") for one in conditions), *((one, "T") for one in things)]):
        if span.start >= done and span.end > span.start:
            parts += [text[done : span.start], letter]
            done = span.end
    return "".join((*parts, text[done:]))


def kind_of(wording: Wording, signs: Sequence[Sign], *, names_something: bool) -> QuestionKind:
    """The kind of a question.

    Args:
        wording: the question.
        signs: rules that fit, in reading order.
        names_something: whether it names a condition or an intervention; names alone ("PFP taping") ask for treatment.
    """
    benefit = benefit_cue(wording, signs)
    if not signs:
        return QuestionKind.TREATMENT if names_something or benefit is not None else QuestionKind.OTHER
    first = signs[0]
    if benefit is not None and benefit < first.span and all(sign.facet in _AFTER_BENEFIT for sign in signs):
        return QuestionKind.TREATMENT
    prevention = next((sign for sign in signs if sign.facet is Facet.PREVENTION), None)
    if prevention is not None and first.facet in _BESIDE_BENEFIT:
        return QuestionKind.PREVENTION
    return first.kind
