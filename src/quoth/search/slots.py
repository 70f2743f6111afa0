"""Which concept fills which slot of a question: condition, intervention, comparator, population, outcome."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from quoth.lexicon import Found, Lexicon, other_condition
from quoth.model import ConceptKind, Mention
from quoth.search.other_senses import only_tells_where, without_outcomes
from quoth.search.other_treatments import other_treatments
from quoth.search.populations import populations_of, visited, with_failing_organs
from quoth.search.says_little import says_little
from quoth.search.who_says import who_says
from quoth.search.wording import Span, Wording, pattern
from quoth.text import match_tokens

__all__ = ["Slots", "Treats", "along_with", "comparing_words", "fill"]

Treats = Mapping[str, frozenset[str]]
"""Name of an intervention -> names of the conditions that this library treats with it."""

_COMPARES = pattern(
    r"versus|vs|v|(?:better|worse|safer|cheaper|more \w+|less \w+|superior|inferior|stronger|faster) (?:than|to)"
    r"|than|compared? (?:with|to)|comparison (?:with|to)|rather than|instead of|in place of|against|over"
    r"|as (?:\w+ )?(?:good|effective|safe|well|much|useful)(?: as)?|equivalent to|equal to"
    r"|non ?inferior to|difference between"
)
_OR = pattern(r"or")
# "A or B" compares only where the question asks which of them; "should I take A or B" asks for both.
_CHOOSES = pattern(r"better|best|which|safer|first|more|versus|vs|prefer\w*|superior|difference|compared|stronger")
# A condition that comes along ("if I have …", "with a history of …") is about the person, not about what is treated.
# "In people with …" is no such cue: that is how the condition itself is put.
_COMES_ALONG = pattern(
    r"(?:if|when|while|because|since) (?:i|you|he|she|they|we|someone|people|patients|my \w+|the \w+)(?: also)?"
    r" (?:also )?(?:have|has|had|suffer\w*|am|is|are|get)"
    r"|history of|along with|alongside|as well as|comorbid|coexisting|i (?:also )?have|who also have"
    r"|with (?:co ?existing|known)"
)


_WHO_HAVE = frozenset(
    f"{one}{s}"
    for one in ("smoker", "diabetic", "hypertensive", "asthmatic", "epileptic", "sufferer", "depressive", "migraineur")
    for s in ("", "s")
)
"""Words for a condition that say who somebody is: "a smoker with hypertension" asks about the pressure."""
_HEADS = frozenset({"patient", "patients", "person", "people", "man", "woman", "adult", "adults"})
_WANTS_TO_STOP = pattern(r"quit\w*|giv(?:e|es|ing) up|stop\w*|pack(?:s|ing)? (?:it )?in|cessation|cut(?:s|ting)? down")
# "Adults without symptoms" are people; what they are without is not asked for.
_SYMPTOMS = re.compile(r"(?i)(?:any )?symptoms?").fullmatch
_HAS_A_VALUE = re.compile(
    r"\W*(?:(?:score )?(?:of|is|=)|score[ds]?) ?\d+(?:\.\d+)?(?! ?(?:mg|g|mcg|ml|%|units?|\w*s\b))"
)
"""Behind what is measured stands what it was: "PHQ-9 of 12". Nobody asks for that as a treatment."""
_WITHOUT = pattern(r"without|no|non|not having|free of|dont have|doesnt have|never had")
# What somebody takes already is how things stand, not what is asked.
_TAKES_ANYWAY = pattern(
    r"(?:(?:when|while|since|because|although|though|as) (?:i|you|he|she|we|they)(?: am| are| is)?"
    r"(?: only| just| already)? (?:take|takes|use|uses|on|taking)"
    r"|(?:only|just|already|currently) (?:on|take|takes|taking|use|using)"
    r"|(?:take|takes|taking|use|uses|using) (?:only|just))(?: the| my| some)?"
)


@dataclass(frozen=True, slots=True)
class Slots:
    """Mentions by slot, each in reading order."""

    conditions: tuple[Mention, ...] = ()
    interventions: tuple[Mention, ...] = ()
    comparators: tuple[Mention, ...] = ()
    populations: tuple[Mention, ...] = ()
    outcomes: tuple[Mention, ...] = ()
    read: tuple[Span, ...] = ()
    """Every stretch of words that names something, also where the slot holds the same concept only once."""
    others: tuple[Span, ...] = ()
    """Stretches that name a condition or a treatment which is none of these, though a part of its name is known."""

    def all(self) -> tuple[Mention, ...]:
        """Every mention, slot by slot."""
        return (*self.conditions, *self.interventions, *self.comparators, *self.populations, *self.outcomes)


def fill(wording: Wording, found: Sequence[Found], treats: Treats, lexicon: Lexicon) -> Slots:
    """Sort what the lexicon found in the question into slots."""
    people = [m for m in _of_kind(found, ConceptKind.POPULATION) if not _denied(wording, m)]
    named = [m for m in _of_kind(found, ConceptKind.CONDITION) if not _denied(wording, m)]
    conditions, others = _told_apart(wording, named)
    strange = other_treatments(wording)
    interventions = _outside(_of_kind(found, ConceptKind.INTERVENTION), [*conditions, *people])
    interventions = [m for m in interventions if not any(_span(m).overlaps(other) for other in strange)]
    interventions = [m for m in interventions if not _HAS_A_VALUE.match(wording.text, m.end)]
    interventions = [m for m in interventions if not only_tells_where(wording, m)]
    interventions = _fitting(interventions, conditions, treats, lexicon)
    interventions = _meant(interventions, conditions, treats, lexicon)
    conditions, along = _set_aside(wording, conditions, interventions, people, treats)
    populations = [*_outside(people, [*conditions, *interventions]), *along]
    others_than_asked = (*who_says(wording), *visited(wording))
    general = populations_of(wording)
    if conditions or interventions:
        general += tuple(_outside(list(with_failing_organs(wording)), [*conditions, *interventions]))
    populations = [
        p for p in populations if not any(_span(m) != _span(p) and _span(m).covers(_span(p)) for m in general)
    ]
    populations += [m for m in general if not any(_span(m).overlaps(_span(p)) for p in populations)]
    populations = [p for p in populations if not any(_span(p).overlaps(one) for one in others_than_asked)]
    measured = [m for m in _of_kind(found, ConceptKind.OUTCOME) if not (_SYMPTOMS(m.words) and _denied(wording, m))]
    interventions = without_outcomes(interventions, measured, conditions, treats)
    outcomes = _outside(measured, [*conditions, *interventions, *populations])
    main, compared = _compared(wording, _asked_about(wording, interventions))
    every = (*conditions, *interventions, *populations, *outcomes)
    return Slots(
        _once(conditions),
        _once(main),
        _once(m for m in compared if m.concept not in [other.concept for other in main]),
        _once(sorted(populations, key=_span)),
        _once(outcomes),
        tuple(sorted({_span(mention) for mention in every})),
        tuple(sorted({*others, *strange})),
    )


def along_with(wording: Wording, slots: Slots, before: Iterable[str]) -> Slots:
    """In a thread, a condition that only comes along ("what if I also have …?") is about the person.

    Args:
        wording: the question.
        slots: what it names.
        before: conditions that the thread is about.
    """
    cues = [wording.span(*match.span()) for match in _COMES_ALONG.finditer(wording.line)]
    along = [m for m in slots.conditions if any(cue.start < m.start for cue in cues)]
    if not along or len(along) < len(slots.conditions) or any(m.concept.name in set(before) for m in along):
        return slots
    return replace(slots, conditions=(), populations=_once(sorted([*slots.populations, *along], key=_span)))


def comparing_words(wording: Wording) -> tuple[int, ...]:
    """Where words begin that compare what stands before them with what stands behind, in reading order."""
    cues = [wording.span(*match.span()).start for match in _COMPARES.finditer(wording.line)]
    if _CHOOSES.search(wording.line):
        cues += [wording.span(*match.span()).start for match in _OR.finditer(wording.line)]
    return tuple(sorted(cues))


def _of_kind(found: Sequence[Found], kind: ConceptKind) -> list[Mention]:
    return [Mention(f.concept, f.words, f.start, f.end) for f in found if f.concept.kind is kind]


def _told_apart(wording: Wording, mentions: Sequence[Mention]) -> tuple[list[Mention], tuple[Span, ...]]:
    """The conditions, and the stretches that name another one by a word beside: no evidence on the one answers them."""
    found = (other_condition(wording.text, mention.start, mention.end) for mention in mentions)
    spans = sorted({Span(*other) for other in found if other})
    return [m for m in mentions if not any(span.overlaps(_span(m)) for span in spans)], tuple(spans)


def _denied(wording: Wording, mention: Mention) -> bool:
    """True for a condition that somebody is said not to have: "hypertensives without diabetes"."""
    return any(
        wording.span(*match.span()).end == _before(wording, mention) for match in _WITHOUT.finditer(wording.line)
    )


def _before(wording: Wording, mention: Mention) -> int:
    """Where the word before a mention ends."""
    return max((token.end for token in wording.tokens if token.end <= mention.start), default=-1)


def _asked_about(wording: Wording, interventions: Sequence[Mention]) -> list[Mention]:
    """Without what the person takes anyway ("… when I only take tablets?"), where something else is named as well."""
    cues = [wording.span(*match.span()).end for match in _TAKES_ANYWAY.finditer(wording.line)]
    asked = [mention for mention in interventions if _before(wording, mention) not in cues]
    return asked or list(interventions)


def _span(mention: Mention) -> Span:
    return Span(mention.start, mention.end)


def _once(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.concept.name, mention)
    return tuple(first.values())


def _outside(mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """Without those whose words are only a part of another's: "pain" in "kneecap pain" is no outcome."""
    return [
        mention
        for mention in mentions
        if not any(_span(o) != _span(mention) and _span(o).covers(_span(mention)) for o in others)
    ]


def _fitting(
    interventions: Sequence[Mention], conditions: Sequence[Mention], treats: Treats, lexicon: Lexicon
) -> list[Mention]:
    """Of several concepts with the same words, those that are used for the named condition; all where none is."""
    named = {name for m in conditions for name in (m.concept.name, *lexicon.broader(m.concept.name))}
    kept = []
    for mention in interventions:
        same = [m for m in interventions if _span(m) == _span(mention)]
        fitting = [m for m in same if treats.get(m.concept.name, frozenset()) & named]
        if not fitting or mention in fitting:
            kept.append(mention)
    return kept


def _meant(
    interventions: Sequence[Mention], conditions: Sequence[Mention], treats: Treats, lexicon: Lexicon
) -> list[Mention]:
    """Without phrases of everyday words that name a treatment for another condition alone.

    To a runner with a sore knee "keep running" is advice; in "I keep running to the loo" it is nothing of the kind.
    """
    named = {name for m in conditions for name in (m.concept.name, *lexicon.broader(m.concept.name))}
    if not named:
        return list(interventions)
    return [
        mention
        for mention in interventions
        if not treats.get(mention.concept.name)
        or treats[mention.concept.name] & named
        or not says_little(mention.words)
    ]


def _set_aside(
    wording: Wording,
    conditions: Sequence[Mention],
    interventions: Sequence[Mention],
    people: Sequence[Mention],
    treats: Treats,
) -> tuple[list[Mention], list[Mention]]:
    """Conditions asked about, and those that only come along: said so, and treated with nothing that is named."""
    used_for = {name for m in interventions for name in treats.get(m.concept.name, ())}
    cues = [wording.span(*match.span()) for match in _COMES_ALONG.finditer(wording.line)]
    asked: list[Mention] = []
    along: list[Mention] = []
    others = not all(map(_is_who, conditions)) and not _WANTS_TO_STOP.search(wording.line)
    for mention in conditions:
        span = _span(mention)
        led = any(cue.start < span.start for cue in cues) or any(_span(group).covers(span) for group in people)
        elsewhere = bool(used_for) and mention.concept.name not in used_for
        is_who = others and _is_who(mention) and mention.concept.name not in used_for
        (along if is_who or (led and elsewhere) else asked).append(mention)
    return asked, along


def _is_who(mention: Mention) -> bool:
    """Whether a condition is told by a word for those who have it."""
    forms = [token.form for token in match_tokens(mention.words) if token.form not in _HEADS]
    return bool(forms) and forms[-1] in _WHO_HAVE


def _compared(wording: Wording, interventions: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Interventions, and what they are compared with: whatever stands behind a comparing word."""
    if not interventions:
        return [], []
    cues = comparing_words(wording)
    first = interventions[0]
    turn = min((cue for cue in cues if cue >= first.end and any(m.start > cue for m in interventions)), default=None)
    if turn is None:
        return list(interventions), []
    return [m for m in interventions if m.start < turn], [m for m in interventions if m.start > turn]
