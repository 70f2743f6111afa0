"""From the words of a question to what they ask for: the order of the steps. Each rule has its own module."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType

from quoth.lexicon import Lexicon
from quoth.model import Facet, Mention, QueryTerm, Question, QuestionKind, Role
from quoth.search import meaning, naming
from quoth.search.ages import age_asked
from quoth.search.everyday_names import with_everyday_names, with_same_names
from quoth.search.facets import Sign, facets_of
from quoth.search.found import read_as
from quoth.search.happened import is_no_outcome
from quoth.search.kinds import kind_of
from quoth.search.reading import Asked, Reading, Step, began
from quoth.search.shorthand import in_full
from quoth.search.signposts import signposts_of
from quoth.search.slots import Treats
from quoth.search.something_else import asks_of_something_else
from quoth.search.terms import Frequency, concept_terms, is_soft, word_terms
from quoth.search.told_besides import only_told
from quoth.search.two_questions import first_of_two
from quoth.search.wording import Span, Wording, read

__all__ = ["STEPS", "understand"]

STEPS: tuple[Step, ...] = (
    naming.find_names,
    naming.mend_slips,
    naming.complete_what_is_left_out,
    naming.widen_classes,
    naming.read_descriptions,
    naming.tell_what_comes_again,
    naming.leave_noise,
    naming.tell_the_story,
    naming.set_strangers_apart,
    meaning.hear_what_is_asked,
    meaning.follow_the_thread,
    meaning.leave_what_strangers_spoil,
    meaning.infer_the_condition,
    meaning.leave_any_treatment,
    meaning.tell_what_was_tried,
    meaning.tell_circumstances_from_effects,
    meaning.tell_animals,
)
"""Each takes what is known so far and gives what is known then. A step reads what those before it set."""

_OF_THE_SAME = frozenset({Facet.DOSE, Facet.WHEN_TO_START})
"""Asked for behind "which one?", these belong to it: advice that tells none of them answers half."""
_NOBODY: Treats = MappingProxyType({})


def understand(
    text: str,
    lexicon: Lexicon,
    *,
    frequency: Frequency,
    n_units: int,
    previous: Question | None = None,
    role: Role = Role.ANYONE,
    treats: Treats = _NOBODY,
    literal: Collection[str] = (),
    guess: bool = False,
) -> Question:
    """A question, understood as far as its words allow. Never fails: noise gives a question without terms.

    Args:
        text: as typed, any string. The first 1,000 characters are read.
        lexicon: words for things.
        frequency: in how many units of the library words occur.
        n_units: units in the library.
        previous: the question before in the same thread.
        role: who is reading.
        treats: intervention -> conditions that the library's packs use it for.
        literal: words that the reader says are to be read as nothing else, or `EVERY_READING`.
        guess: where no condition is named, one is read that all the words together make likely.
    """
    whole, shorthand = in_full(text, lexicon, frequency, literal)
    asked = Asked(whole, lexicon, frequency, n_units, previous, role, treats, literal, guess)
    reading = began(asked)
    for step in STEPS:
        reading = step(asked, reading)
    question = _question(asked, reading)
    typed = read(text)
    question = replace(question, text=typed.text, truncated=typed.truncated)
    return replace(question, shorthand=shorthand, in_full=reading.wording.text) if shorthand else question


def _question(asked: Asked, reading: Reading) -> Question:
    """The question as all steps leave it."""
    wording, slots, signs, followed = reading.wording, reading.slots, reading.signs, reading.followed
    first = _first_of_two(wording, signs)
    age = age_asked(wording)
    return Question(
        text=wording.text,
        kind=followed.kind or _kind(reading),
        facets=facets_of(wording, signs) if followed.facets is None else followed.facets,
        conditions=slots.conditions,
        interventions=slots.interventions,
        comparators=slots.comparators,
        populations=slots.populations,
        outcomes=tuple(m for m in slots.outcomes if _is_asked_for(m, wording, reading)),
        age=followed.age if age is None else age,
        terms=_terms(asked, reading),
        unknown=tuple(dict.fromkeys((*_at(reading.animals, wording), *(word.words for word in reading.unknown)))),
        aside=tuple(word.words for word in reading.aside),
        corrected=tuple(read_as(wording, reading.corrections)),
        literal=tuple(dict.fromkeys(asked.literal)),
        role=asked.role,
        carried_over=followed.carried,
        emergency=signposts_of(wording),
        asks_first=wording.text[first.start : first.end] if first else "",
        asks_first_for=facets_of(wording, _within(first, signs)) if first else (),
        truncated=wording.truncated,
    )


def _kind(reading: Reading) -> QuestionKind:
    """The kind that the words tell; none of treatment where something is asked that is neither named nor treatment."""
    wording, slots = reading.wording, reading.slots
    kind = kind_of(wording, reading.signs, names_something=bool(slots.conditions or slots.interventions))
    named = slots.interventions or slots.comparators or slots.outcomes
    alone = not (reading.signs or named) and all(is_soft(word.form) for word in reading.words)
    if kind is QuestionKind.TREATMENT and alone and asks_of_something_else(wording, slots.read):
        return QuestionKind.OTHER
    return kind


def _terms(asked: Asked, reading: Reading) -> tuple[QueryTerm, ...]:
    """What is searched for: concepts, other words that are left, and the other names of both."""
    wording, slots = reading.wording, reading.slots
    of_effects = [word for group in reading.effects for word in group]
    taken = (*slots.read, *(word.span for word in of_effects))
    plain = word_terms(
        [word for word in reading.words if word not in of_effects],
        reading.corrections,
        reading.df,
        asked.n_units,
        beside=(*reading.story, *reading.trades),
        both_known=bool(slots.conditions and slots.interventions),
    )
    named = with_everyday_names(plain, wording, taken, asked.frequency)
    return with_same_names((*concept_terms(slots, asked.lexicon), *named), wording, taken, asked.frequency)


def _is_asked_for(outcome: Mention, wording: Wording, reading: Reading) -> bool:
    return not (only_told(outcome, wording, reading.slots, reading.story) or is_no_outcome(outcome, wording))


def _first_of_two(wording: Wording, signs: Iterable[Sign]) -> Span | None:
    """The first of two questions asked in one breath; `None` where the second one belongs to it."""
    first = first_of_two(wording)
    if first is None or any(sign.facet in _OF_THE_SAME and not first.covers(sign.span) for sign in signs):
        return None
    return first


def _within(first: Span, signs: Iterable[Sign]) -> list[Sign]:
    return [sign for sign in signs if first.covers(sign.span)]


def _at(spans: Iterable[Span], wording: Wording) -> Iterator[str]:
    return (wording.text[span.start : span.end].removesuffix("'s") for span in spans)
