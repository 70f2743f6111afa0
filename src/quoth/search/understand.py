"""From the words of a question to what they ask for. The order of the work; each step has its own module."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from quoth.lexicon import Lexicon
from quoth.model import EVERY_READING, Facet, Mention, Question, Role
from quoth.search.ages import age_asked
from quoth.search.animals import animals_asked_about
from quoth.search.circumstances import circumstances_of, with_circumstances
from quoth.search.clauses import story_of
from quoth.search.controls import controls_of
from quoth.search.descriptions import described
from quoth.search.effects import effects_of, with_effects
from quoth.search.ellipsis import completed
from quoth.search.everyday import is_scenery
from quoth.search.everyday_names import is_named_here, with_everyday_names, with_same_names
from quoth.search.facets import facets_of, signs_of
from quoth.search.found import corrections_of, found_again, found_in, read_as, without_literal
from quoth.search.inferring import NUMBERS, with_condition
from quoth.search.kind_model import load_kinds
from quoth.search.kinds import kind_of, sides_asked
from quoth.search.literal import is_literal, is_no_name
from quoth.search.packs_first import is_of_a_vocabulary, packs_first
from quoth.search.signposts import signposts_of
from quoth.search.slots import Slots, Treats, along_with, fill
from quoth.search.strangers import of_strange_people, set_aside
from quoth.search.terms import ContentWord, Frequency, concept_terms, content_words, unknown_words, word_terms
from quoth.search.thread import Followed, follow
from quoth.search.times import times_of
from quoth.search.told_besides import of_the_question, only_told, without_family, without_read
from quoth.search.trades import trades_of
from quoth.search.two_questions import first_of_two
from quoth.search.who_says import who_says
from quoth.search.widening import as_classes
from quoth.search.wording import Span, Wording, read

__all__ = ["understand"]

_STRANGE_MAX = 12
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
    """
    wording = read(text)
    found = found_in(wording, lexicon, literal)
    slots = fill(wording, found, treats, lexicon)
    words = _words_of(wording, slots)
    df = _frequencies(words, frequency)
    corrections = corrections_of(words, df, lexicon, frequency, literal)
    if corrections:
        wording = read(text, corrections)
        again = without_literal(found_again(wording, corrections, lexicon), literal)
        slots = fill(wording, again, treats, lexicon)
        words = _words_of(wording, slots)

    about = slots.conditions or (previous.conditions if previous else ())
    own = [one for one in found if not is_of_a_vocabulary(one.concept)]
    free = words if len(own) == len(found) else _words_of(wording, fill(wording, own, treats, lexicon))
    complete = completed(free, (mention.concept.name for mention in about), treats, lexicon)
    if complete:
        again = without_literal(packs_first((*found_again(wording, corrections, lexicon), *complete)), literal)
        found = tuple(sorted(again, key=lambda f: (f.start, f.end)))
        slots = fill(wording, found, treats, lexicon)
        words = _words_of(wording, slots)

    slots = as_classes(slots, treats, lexicon, df=_frequencies_of_names(slots, frequency))
    if previous is None and not slots.others:
        slots, words = _as_described(wording, slots, words, lexicon, literal)
    words = without_family(without_read(words, signs_of(wording), wording), slots)
    df |= _frequencies([word for word in words if word.form not in df], frequency)  # read as a name, and is none
    if _is_noise(words, df, corrections, slots):
        words = ()
    named = [Span(mention.start, mention.end) for mention in slots.interventions]
    story = story_of(wording, named) if slots.conditions else ()
    about_names = {name for mention in about for name in (mention.concept.name, *lexicon.broader(mention.concept.name))}
    unknown = unknown_words(words, corrections, df, lexicon, about=about_names, treats=treats)
    unknown = tuple(word for word in unknown if not is_named_here(word.form, frequency))
    trades = trades_of(wording) if slots.conditions else ()
    aside = tuple(w for w in unknown if _is_beside(w, story, trades))
    unknown = tuple(word for word in unknown if word not in aside)
    words = tuple(word for word in words if word not in aside)
    strangers = [word.span for word in unknown if not _is_another_name(word, df, wording)]
    signs = sides_asked(
        wording,
        of_the_question(signs_of(wording), slots, story),
        load_kinds(),
        conditions=_spans(slots.conditions),
        things=_spans((*slots.interventions, *slots.comparators)),
    )
    followed = Followed(slots)
    if previous is not None:
        as_named = slots
        slots = along_with(wording, slots, (mention.concept.name for mention in previous.conditions))
        followed = follow(
            wording,
            slots,
            signs,
            previous,
            treats,
            n_words=len(words),
            n_strange=len(strangers),
            about_person=slots is not as_named,
        )
    slots = of_strange_people(set_aside(followed.slots, strangers, wording), strangers, wording)
    left = [word for word in words if not _is_another_name(word, df, wording)]
    fitting = with_condition(wording, slots, left, signs, treats, lexicon)
    if fitting is not slots and not _is_taken_back(fitting, wording, lexicon, literal):
        slots, words = fitting, tuple(word for word in words if word.form not in NUMBERS)
        unknown = tuple(word for word in unknown if word in words)
        story = story_of(wording, named)
    besides = circumstances_of(wording, slots, words, strangers)
    told = {word for one in besides for word in one.words}
    changed = effects_of(wording, slots, [word for word in words if word not in told])
    slots = with_effects(with_circumstances(slots, besides, strangers), changed)
    animals = animals_asked_about(wording, _spans(slots.conditions), _spans(slots.all()))
    slots = replace(slots, conditions=()) if animals else slots
    taken = (*slots.read, *(word.span for group in changed for word in group))
    plain = with_everyday_names(
        word_terms(
            [word for word in words if not any(word in group for group in changed)],
            corrections,
            df,
            n_units,
            beside=(*story, *trades),
            both_known=bool(slots.conditions and slots.interventions),
        ),
        wording,
        taken,
        frequency,
    )
    first = first_of_two(wording)
    asked_first = [sign for sign in signs if first and first.covers(sign.span)]
    if any(sign.facet in _OF_THE_SAME and sign not in asked_first for sign in signs):
        first = None
    kind = followed.kind or kind_of(wording, signs, names_something=bool(slots.conditions or slots.interventions))
    return Question(
        text=wording.text,
        kind=kind,
        facets=facets_of(wording, signs) if followed.facets is None else followed.facets,
        conditions=slots.conditions,
        interventions=slots.interventions,
        comparators=slots.comparators,
        populations=slots.populations,
        outcomes=tuple(m for m in slots.outcomes if not only_told(m, wording, slots, story)),
        age=followed.age if (age := age_asked(wording)) is None else age,
        terms=with_same_names((*concept_terms(slots, lexicon), *plain), wording, taken, frequency),
        unknown=tuple(dict.fromkeys((*_words_at(animals, wording), *(word.words for word in unknown)))),
        aside=tuple(word.words for word in aside),
        corrected=tuple(read_as(wording, corrections)),
        literal=tuple(dict.fromkeys(literal)),
        role=role,
        carried_over=followed.carried,
        emergency=signposts_of(wording),
        asks_first=wording.text[first.start : first.end] if first else "",
        asks_first_for=facets_of(wording, asked_first) if first else (),
        truncated=wording.truncated,
    )


def _is_beside(word: ContentWord, story: Sequence[Span], trades: Sequence[Span]) -> bool:
    """Whether a strange word is no more than scenery, or what somebody does for a living."""
    return any(part.covers(word.span) for part in (*trades, *(story if is_scenery(word.form) else ())))


def _is_taken_back(slots: Slots, wording: Wording, lexicon: Lexicon, literal: Collection[str]) -> bool:
    """Whether the reader said of the very condition that no words of the question name it: nor is it concluded then."""
    if not literal:
        return False
    denied = {one.concept.name for one in found_in(wording, lexicon) if is_no_name(one.words, literal)}
    return EVERY_READING in literal or any(mention.concept.name in denied for mention in slots.conditions)


def _spans(mentions: Iterable[Mention]) -> list[Span]:
    """Where mentions stand in the question; what is inferred stands nowhere."""
    return [Span(mention.start, mention.end) for mention in mentions if mention.start >= 0]


def _words_at(spans: Iterable[Span], wording: Wording) -> Iterator[str]:
    return (wording.text[span.start : span.end].removesuffix("'s") for span in spans)


def _words_of(wording: Wording, slots: Slots) -> tuple[ContentWord, ...]:
    treatments = _spans((*slots.interventions, *slots.comparators))
    return content_words(wording, slots.read, slots.others, idle=(*who_says(wording, treatments), *times_of(wording)))


def _as_described(
    wording: Wording, slots: Slots, words: tuple[ContentWord, ...], lexicon: Lexicon, literal: Collection[str]
) -> tuple[Slots, tuple[ContentWord, ...]]:
    """With the condition that the question describes without naming it, or the kind of it that it describes."""
    names = [mention.concept.name for mention in slots.conditions]
    condition = described(wording, lexicon, kind_of=names)
    if condition is None or is_literal(condition.words, literal):
        return slots, words
    if any(span.overlaps(Span(condition.start, condition.end)) for span in controls_of(wording)):
        return slots, words
    if names:
        return replace(slots, conditions=(condition,)), words
    place = Span(condition.start, condition.end)
    named = [Span(m.start, m.end) for m in (*slots.interventions, *slots.comparators, *slots.populations)]
    left = tuple(word for word in words if not place.covers(word.span) or any(place.covers(n) for n in named))
    return replace(slots, conditions=(condition,), read=(*slots.read, place)), left


def _frequencies_of_names(slots: Slots, frequency: Frequency) -> dict[str, int]:
    """In how many units the names of medicines stand, of one word each."""
    words = dict.fromkeys(m.words.casefold() for m in (*slots.interventions, *slots.comparators) if " " not in m.words)
    return dict(zip(words, frequency(list(words)), strict=True)) if words else {}


def _is_noise(
    words: Sequence[ContentWord], df: Mapping[str, int], corrections: Mapping[str, str], slots: Slots
) -> bool:
    """True for many words of which not one is known: no question that this library's language can read."""
    return len(words) > _STRANGE_MAX and not (slots.read or corrections or any(df.values()))


def _is_another_name(word: ContentWord, df: Mapping[str, int], wording: Wording) -> bool:
    """True for a strange word in brackets, as in "methenamine (Hiprex)": it names again what stands before it."""
    opened = wording.text[: word.span.start].rstrip().endswith("(")
    return not df.get(word.form, 0) and opened and wording.text[word.span.end :].lstrip().startswith(")")


def _frequencies(words: Sequence[ContentWord], frequency: Frequency) -> dict[str, int]:
    forms = [word.form for word in words]
    return dict(zip(forms, frequency(forms), strict=True)) if forms else {}
