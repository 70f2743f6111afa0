"""Steps of understanding: what the words of a question name, and which of them nobody here knows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quoth.model import ConceptKind, Mention
from quoth.search.clauses import story_of
from quoth.search.clinic_signs import clinic_signs_of
from quoth.search.controls import controls_of
from quoth.search.descriptions import described, measured
from quoth.search.ellipsis import completed
from quoth.search.everyday import is_scenery
from quoth.search.everyday_names import is_named_here, places_named_here
from quoth.search.facets import signs_of
from quoth.search.found import corrections_of, found_again, found_in, without_literal
from quoth.search.inferring import conditions_treated
from quoth.search.literal import is_literal
from quoth.search.other_treatments import other_treatments
from quoth.search.packs_first import is_of_a_vocabulary, packs_first
from quoth.search.reading import Asked, Reading, frequencies, places
from quoth.search.recurring import recurring
from quoth.search.says_little import says_little
from quoth.search.scenes import is_set_in, scenes_of
from quoth.search.shared_words import shared_words
from quoth.search.slots import Slots, fill
from quoth.search.terms import ContentWord, content_words, is_soft, unknown_words
from quoth.search.times import times_of
from quoth.search.told_besides import without_family, without_read
from quoth.search.trades import trades_of
from quoth.search.who_says import who_says
from quoth.search.widening import as_classes
from quoth.search.wording import Span, Wording, read

__all__ = [
    "complete_what_is_left_out",
    "find_names",
    "is_another_name",
    "leave_noise",
    "mend_slips",
    "read_descriptions",
    "set_strangers_apart",
    "tell_the_story",
    "tell_what_comes_again",
    "widen_classes",
]

_STRANGE_MAX = 12
_TARGET = frozenset({"target", "targets", "goal", "goals"})


def find_names(asked: Asked, reading: Reading) -> Reading:
    """What the lexicon finds, sorted into slots; the other words, and how often each stands in the library."""
    found = found_in(reading.wording, asked.lexicon, asked.literal)
    slots = fill(reading.wording, found, asked.treats, asked.lexicon)
    words = _words_of(reading.wording, slots)
    return replace(reading, found=found, slots=slots, words=words, df=frequencies(words, asked.frequency))


def mend_slips(asked: Asked, reading: Reading) -> Reading:
    """Words that nobody knows are read as names that are spelled nearly so."""
    corrections = corrections_of(reading.words, reading.df, asked.lexicon, asked.frequency, asked.literal)
    if not corrections:
        return reading
    wording = read(asked.text, corrections)
    again = without_literal(found_again(wording, corrections, asked.lexicon), asked.literal)
    slots = fill(wording, again, asked.treats, asked.lexicon)
    return replace(reading, wording=wording, corrections=corrections, slots=slots, words=_words_of(wording, slots))


def complete_what_is_left_out(asked: Asked, reading: Reading) -> Reading:
    """Half a name is read whole where the condition asked about leaves no doubt, as in "oral or topical?"."""
    wording, found = reading.wording, reading.found
    about = reading.slots.conditions or (asked.previous.conditions if asked.previous else ())
    reading = replace(reading, about=about)
    own = [one for one in found if not is_of_a_vocabulary(one.concept)]
    # a name that only a vocabulary knows leaves its words free: a pack's treatment may begin within it
    named_by_packs = fill(wording, own, asked.treats, asked.lexicon)
    free = reading.words if len(own) == len(found) else _words_of(wording, named_by_packs)
    names = [mention.concept.name for mention in about]
    halves = shared_words(wording, reading.words, reading.slots.interventions, names, asked.treats, asked.lexicon)
    read_whole = [(one.start, one.end) for one in halves]
    free = tuple(word for word in free if (word.span.start, word.span.end) not in read_whole)
    complete = (*halves, *completed(free, names, asked.treats, asked.lexicon))
    families = completed(_of_other_conditions(asked, reading.slots, about), names, asked.treats, asked.lexicon)
    complete = (*complete, *(one for one in families if asked.lexicon.narrower(one.concept.name)))
    if not complete:
        return reading
    every = packs_first((*found_again(wording, reading.corrections, asked.lexicon), *complete), asked.lexicon)
    found = tuple(sorted(without_literal(every, asked.literal), key=lambda f: (f.start, f.end)))
    slots = fill(wording, found, asked.treats, asked.lexicon)
    return replace(reading, slots=slots, words=_words_of(wording, slots))


def _of_other_conditions(asked: Asked, slots: Slots, about: Sequence[Mention]) -> tuple[ContentWord, ...]:
    """Single words that name what packs use for other conditions alone: this one may have its own family of them."""
    names = {name for m in about for name in (m.concept.name, *asked.lexicon.broader(m.concept.name))}
    return tuple(
        ContentWord(mention.words.casefold(), mention.words, Span(mention.start, mention.end))
        for mention in slots.interventions
        if " " not in mention.words and asked.treats.get(mention.concept.name, names).isdisjoint(names)
    )


def widen_classes(asked: Asked, reading: Reading) -> Reading:
    """A medicine that the library does not speak of is asked about by its class as well."""
    named = (*reading.slots.interventions, *reading.slots.comparators)
    single = list(dict.fromkeys(m.words.casefold() for m in named if " " not in m.words))
    df = dict(zip(single, asked.frequency(single), strict=True)) if single else {}
    return replace(reading, slots=as_classes(reading.slots, asked.treats, asked.lexicon, df=df))


def read_descriptions(asked: Asked, reading: Reading) -> Reading:
    """The condition that the question describes without naming it, or the kind of it that it describes."""
    wording, slots = reading.wording, reading.slots
    if asked.previous is not None or slots.others:
        return reading
    if slots.conditions and (other := _of_the_pressure(asked, reading) or _of_a_target(asked, reading)):
        return other
    condition = described(wording, asked.lexicon, kind_of=[mention.concept.name for mention in slots.conditions])
    if condition is None or is_literal(condition.words, asked.literal):
        return reading
    place = Span(condition.start, condition.end)
    if any(span.overlaps(place) for span in controls_of(wording)):
        return reading
    if slots.conditions:
        return replace(reading, slots=replace(slots, conditions=(condition,)))
    slots, free = _without_what_says_little(asked, slots, condition)
    named = places((*slots.interventions, *slots.comparators, *slots.populations))
    left = (*free, *(w for w in reading.words if not place.covers(w.span) or any(place.covers(n) for n in named)))
    # "Blood pressure 150/95, do I need tablets" is a description from end to end, and asks about tablets.
    within = tuple(w for w in reading.words if w not in left and is_soft(w.form))
    described_as = replace(slots, conditions=(condition,), read=(*slots.read, place))
    return _completed_beside(asked, replace(reading, slots=described_as, words=left), within)


def _without_what_says_little(asked: Asked, slots: Slots, condition: Mention) -> tuple[Slots, tuple[ContentWord, ...]]:
    """Without a "drug treatment" that packs use for other conditions, and its words, which this one may complete."""
    names = {condition.concept.name, *asked.lexicon.broader(condition.concept.name)}
    little = [
        mention
        for mention in slots.interventions
        if says_little(mention.words) and asked.treats.get(mention.concept.name, names).isdisjoint(names)
    ]
    if not little:
        return slots, ()
    kept = tuple(mention for mention in slots.interventions if mention not in little)
    words = tuple(
        ContentWord(part.casefold(), part, Span(mention.start + at, mention.start + at + len(part)))
        for mention in little
        for part, at in ((part, mention.words.find(part)) for part in mention.words.split())
        if is_soft(part.casefold())
    )
    return replace(slots, interventions=kept), words


def _of_the_pressure(asked: Asked, reading: Reading) -> Reading | None:
    """A question that gives a blood pressure and names no treatment asks about the pressure of whoever has the rest."""
    slots = reading.slots
    every = (*slots.interventions, *slots.comparators)
    condition = measured(reading.wording, asked.lexicon) if all(is_soft(m.words.casefold()) for m in every) else None
    if condition is None or is_literal(condition.words, asked.literal):
        return None
    names = {name for m in slots.conditions for name in (m.concept.name, *asked.lexicon.broader(m.concept.name))}
    if condition.concept.name in names or any(m.inferred_because for m in slots.conditions):
        return None
    place = Span(condition.start, condition.end)
    again = tuple(ContentWord(m.words.casefold(), m.words, Span(m.start, m.end)) for m in every)
    slots = replace(
        slots,
        conditions=(condition,),
        interventions=(),
        comparators=(),
        populations=(*slots.populations, *slots.conditions),
        read=(*slots.read, place),
    )
    words = tuple(word for word in (*reading.words, *again) if not place.covers(word.span))
    return _completed_beside(asked, replace(reading, slots=slots, words=words))


def _of_a_target(asked: Asked, reading: Reading) -> Reading | None:
    """A target of one condition is asked about in people with another: "blood pressure target in diabetes"."""
    slots = reading.slots
    targets = [m for m in slots.interventions if not _TARGET.isdisjoint(m.concept.name.casefold().split())]
    if len(targets) != len(slots.interventions) or slots.comparators:
        return None
    of = conditions_treated(targets, asked.treats, asked.lexicon)
    named = {name for m in slots.conditions for name in (m.concept.name, *asked.lexicon.broader(m.concept.name))}
    condition = asked.lexicon.get(ConceptKind.CONDITION, next(iter(of))) if len(of) == 1 and not of & named else None
    if condition is None:
        return None
    because = f"in this library “{targets[0].words}” is one of {condition.name}"
    conditions = (Mention(condition, "", inferred_because=because),)
    slots = replace(slots, conditions=conditions, populations=(*slots.populations, *slots.conditions))
    return replace(reading, slots=slots)


def _completed_beside(asked: Asked, reading: Reading, within: tuple[ContentWord, ...] = ()) -> Reading:
    """Half a name beside a description, or `within` it, is read whole as it is beside a name: "150/95, tablets?"."""
    if reading.slots.interventions or reading.slots.comparators:
        return reading
    about = (mention.concept.name for mention in reading.slots.conditions)
    found = completed((*reading.words, *within), about, asked.treats, asked.lexicon)
    if not found:
        return reading
    things = tuple(Mention(one.concept, one.words, one.start, one.end) for one in found)
    if any(_is_on_it(reading.wording, thing) for thing in things):
        return reading
    taken = places(things)
    slots = replace(reading.slots, interventions=things, read=(*reading.slots.read, *taken))
    return replace(reading, slots=slots, words=tuple(word for word in reading.words if word.span not in taken))


def _is_on_it(wording: Wording, thing: Mention) -> bool:
    """Whether somebody takes it already: "on tablets", "on my pills"."""
    before = [token.form for token in wording.tokens if token.end <= thing.start][-2:]
    return "on" in before


def tell_what_comes_again(asked: Asked, reading: Reading) -> Reading:
    """A condition that is said to come again is read as its recurrent kind, where the library has a name for it."""
    return replace(reading, slots=recurring(reading.wording, reading.slots, asked.lexicon))


def leave_noise(asked: Asked, reading: Reading) -> Reading:
    """Without words that only tell, and without any where there are many and not one is known."""
    asking = without_read(reading.words, signs_of(reading.wording), reading.wording)
    words = without_family(asking, reading.slots)
    new = [word for word in words if word.form not in reading.df]  # read as a name before, and is none
    df = {**reading.df, **frequencies(new, asked.frequency)}
    known = bool(reading.slots.read or reading.corrections or any(df.values()))
    return replace(reading, words=words if known or len(words) <= _STRANGE_MAX else (), df=df)


def tell_the_story(_: Asked, reading: Reading) -> Reading:
    """Which stretches tell what happened, and which what somebody does for a living."""
    named = tuple(Span(mention.start, mention.end) for mention in reading.slots.interventions)
    if not reading.slots.conditions:
        return replace(reading, named=named)
    return replace(reading, named=named, story=story_of(reading.wording, named), trades=trades_of(reading.wording))


def set_strangers_apart(asked: Asked, reading: Reading) -> Reading:
    """Words that neither the lexicon nor the library knows: those the question hangs on, and mere scenery."""
    about = {n for m in reading.about for n in (m.concept.name, *asked.lexicon.broader(m.concept.name))}
    strange = unknown_words(
        reading.words,
        reading.corrections,
        reading.df,
        asked.lexicon,
        about=about,
        treats=asked.treats,
        other=other_treatments(reading.wording),
    )
    otherwise = places_named_here(reading.wording, asked.frequency) if strange else ()
    strange = tuple(
        word
        for word in strange
        if not is_named_here(word.form, asked.frequency) and not any(place.covers(word.span) for place in otherwise)
    )
    named = reading.slots.conditions or reading.slots.interventions or reading.slots.comparators
    scenes = scenes_of(reading.wording) if named else ()
    aside = tuple(
        word
        for word in strange
        if _is_beside(word, reading.story, reading.trades) or (named and is_set_in(word, scenes, reading.wording))
    )
    unknown = tuple(word for word in strange if word not in aside)
    return replace(
        reading,
        words=tuple(word for word in reading.words if word not in aside and not _only_scene(word, reading, scenes)),
        unknown=unknown,
        aside=aside,
        strangers=tuple(w.span for w in unknown if not is_another_name(w, reading.df, reading.wording)),
    )


def _only_scene(word: ContentWord, reading: Reading, scenes: tuple[Span, ...]) -> bool:
    """Whether a word that the library knows tells of the scene alone, beside a condition that is asked about."""
    return bool(reading.slots.conditions) and is_set_in(word, scenes, reading.wording)


def is_another_name(word: ContentWord, df: Mapping[str, int], wording: Wording) -> bool:
    """True for a strange word in brackets, as in "methenamine (Hiprex)": it names again what stands before it."""
    opened = wording.text[: word.span.start].rstrip().endswith("(")
    return not df.get(word.form, 0) and opened and wording.text[word.span.end :].lstrip().startswith(")")


def _words_of(wording: Wording, slots: Slots) -> tuple[ContentWord, ...]:
    treatments = places((*slots.interventions, *slots.comparators))
    idle = (*who_says(wording, treatments), *times_of(wording), *clinic_signs_of(wording))
    return content_words(wording, slots.read, slots.others, idle=idle)


def _is_beside(word: ContentWord, story: Sequence[Span], trades: Sequence[Span]) -> bool:
    """Whether a strange word is no more than scenery, or what somebody does for a living."""
    return any(part.covers(word.span) for part in (*trades, *(story if is_scenery(word.form) else ())))
