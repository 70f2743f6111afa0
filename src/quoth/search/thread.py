"""What a follow-up question leaves unsaid is taken from the question before, and listed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quoth.model import Facet, Mention, Question, QuestionKind
from quoth.search.facets import Sign
from quoth.search.slots import Slots, Treats
from quoth.search.wording import Wording, pattern

__all__ = ["Followed", "follow"]

_BECAUSE = "carried over from the question before"

_OPENS = pattern(r"and|but|or|also|what about|how about|what of|even|same|then")
_POINTS_BACK = pattern(r"it|its|this|that|these|those|they|them|their|one|ones|either|both|instead")
_HOW_LONG = pattern(r"how long")

# These sides belong to the condition, so "it" in "how long does it last" is the condition and not the treatment.
_OF_THE_CONDITION = frozenset(
    {
        Facet.PROGNOSIS,
        Facet.DIAGNOSIS,
        Facet.CAUSE,
        Facet.REFERRAL,
        Facet.RED_FLAGS,
        Facet.DEFINITION,
        Facet.WHEN_TO_START,
    }
)


@dataclass(frozen=True, slots=True)
class Followed:
    """A follow-up with what was carried over. `kind` and `facets` are set where its wording has none of its own."""

    slots: Slots
    carried: tuple[str, ...] = ()
    kind: QuestionKind | None = None
    facets: tuple[Facet, ...] | None = None
    age: float | None = None
    """Of those who were carried over."""


def follow(
    wording: Wording,
    slots: Slots,
    signs: Sequence[Sign],
    previous: Question,
    treats: Treats,
    *,
    n_words: int,
    n_strange: int = 0,
    about_person: bool = False,
) -> Followed:
    """Fill the gaps of a question from the one before.

    A condition that the question names replaces the old one, and so does a disease that only sounds like it, or the
    only condition that its intervention is used for, when that is another. Interventions are carried into a question
    that cannot stand alone ("how long?", "and in children?", "is it safe?"), but not where a strange word may stand in
    their place ("what about honey?").

    Args:
        wording: the new question.
        slots: what it names itself.
        signs: sides that it asks for.
        previous: the question before, itself with what it had carried.
        treats: intervention -> conditions.
        n_words: content words of the question that are no concept.
        n_strange: how many of them nobody knows.
        about_person: it only adds what else the person has ("what if I also have …?").
    """
    carried: list[str] = []
    leans = _leans(wording, slots, n_words)
    conditions = slots.conditions
    if not conditions and not slots.others and not _moved_on(slots, previous, treats):
        conditions = _carry(previous.conditions, carried)
    same_matter = {m.concept.name for m in conditions} == {m.concept.name for m in previous.conditions}

    interventions, comparators = slots.interventions, slots.comparators
    of_condition = bool(signs) and all(sign.facet in _OF_THE_CONDITION for sign in signs)
    replaced = n_strange > 0 and _POINTS_BACK.search(wording.line) is None
    if leans and not interventions and not of_condition and not replaced:
        interventions = _carry(previous.interventions, carried)
        comparators = comparators or _carry(previous.comparators, carried)
    populations, age = slots.populations, None
    if leans and same_matter and not populations:
        populations = _carry(previous.populations, carried)
        age = previous.age if populations else None

    filled = replace(
        slots, conditions=conditions, interventions=interventions, comparators=comparators, populations=populations
    )
    names = tuple(dict.fromkeys(carried))
    if about_person and not signs:
        return Followed(filled, names, previous.kind, (Facet.SPECIAL_POPULATIONS, *previous.facets), age)
    if signs or not leans:
        return Followed(filled, names, age=age)
    if _HOW_LONG.search(wording.line):
        course = (Facet.DOSE, Facet.PROGNOSIS) if interventions else (Facet.PROGNOSIS,)
        return Followed(filled, names, QuestionKind.DOSE if interventions else QuestionKind.PROGNOSIS, course, age)
    return Followed(filled, names, previous.kind, previous.facets, age)


def _leans(wording: Wording, slots: Slots, n_words: int) -> bool:
    """True when the question cannot be understood alone: it opens with "and", points back, or names nothing at all."""
    opening = _OPENS.match(wording.line, 1) is not None
    pointing = _POINTS_BACK.search(wording.line) is not None and not slots.interventions
    bare = n_words == 0 and not (slots.interventions or slots.conditions or slots.outcomes)
    return bool(wording.tokens) and (opening or pointing or bare)


def _moved_on(slots: Slots, previous: Question, treats: Treats) -> bool:
    """True when what the question names is used here, but for none of the conditions asked about before."""
    before = {mention.concept.name for mention in previous.conditions}
    named = [treats.get(m.concept.name, frozenset()) for m in (*slots.interventions, *slots.comparators)]
    return any(named) and all(used_for.isdisjoint(before) for used_for in named)


def _carry(mentions: Sequence[Mention], carried: list[str]) -> tuple[Mention, ...]:
    carried.extend(mention.concept.name for mention in mentions)
    return tuple(Mention(m.concept, m.words, inferred_because=_BECAUSE) for m in mentions)
