"""What of a question is searched for: each concept under all its words, and the content words that are no concept."""

import math
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from quoth.lexicon import Lexicon
from quoth.model import ConceptKind, Mention, QueryTerm
from quoth.search.analysis import STOP_WORDS
from quoth.search.controls import CONTROLS, controls_of
from quoth.search.everyday import figures_of_speech, is_everyday, is_graded, is_scenery
from quoth.search.slots import Slots
from quoth.search.wording import Span, Wording
from quoth.text import Token, match_tokens, stem

__all__ = [
    "ContentWord",
    "Frequency",
    "concept_terms",
    "content_words",
    "is_content",
    "is_soft",
    "unknown_words",
    "word_terms",
]

Frequency = Callable[[Sequence[str]], tuple[int, ...]]
"""In how many units of the library each word occurs, in any inflection."""

_WEIGHTS = {"condition": 2.0, "intervention": 2.0, "comparator": 1.5, "population": 0.7, "outcome": 1.0}
_COMMON_WEIGHT = 0.4
_COMMON_SHARE = 0.2
"""A word that stands in more than this share of all units tells little."""
_UNITS_THAT_TELL = 1_000
"""In fewer units than these, how many hold a word says little of how rare it is."""
_SYNONYMS_MAX = 60
_NOTHING: Mapping[str, frozenset[str]] = MappingProxyType({})
_LETTER_OF_WHAT_FOLLOWS = re.compile(r"[A-Z](?:-[A-Za-z]| (?:cells?|lymphocytes?)\b)")
"""A capital that belongs to the word after it: "naive T cell", "raises G-CSF"; not the D of "vitamin D"."""
_DOSE = re.compile(r"(?<=\d) ?(?P<unit>mg|mcg|\u00b5g)\b(?! ?/)", re.IGNORECASE)
"""How much somebody takes: not what something was measured at, "1300 mg/dL"."""
_LETTERS_MAX = 40
"""A longer run of letters is no word; neither is one without a Latin letter, in a library of English text."""

# Words that put a question rather than say what it is about. Facet rules have read those that ask for a side (dose,
# safe, prevent, diagnosis); none of them is worth searching for, and none of them is "unknown" to a library.
_ASKING = """
able about advice advisable affect aim allowed answer any anyone anything appropriate available avoid away bad
before begin being benefit best better bother bring call can cause chance change choice choose come common compare
compared comparison consider continue correct cost count cure daily day definition dangerous diagnose diagnosis
difference different differ disadvantage do doctor done dosage dose early effect effective effectively effectiveness
efficacy else enough even ever every evidence example expect experience explain fast find first follow form generally
get getting give given go good guidance guideline harm harmful have heal help helpful high hour how idea important
improve include indicated indication information instead intervention introduce involve issue keep kind know last late
lead least less let level likely line long look lot low lower mainly make manage management many matter maybe mean
measure method minute month more morning most move much must near necessary need new next night normal nothing now
number offer often ok okay old on one ones only option order other out outcome over own part patient people per
percent perform person place please point possible prefer preferred prescribe present prevent prevention problem
prognosis proper prove proven provide put quick quickly rather read reading really reason recommend recommendation
recommended reduce refer referral referred regular regularly relate relation relief relieve remedy research result
right risk role safe safely safety same say second see seen serious set several should show side sign similar since
single situation sooner soon someone something sometimes sort specific start stay step still stop study successful
such suggest suitable support sure symptom take tell therapy thing think time today together too treat treatment
treating trial true try turn type under unsafe until use used useful usual usually value versus vs wait want way week
well what when whether which who why will with without work worry worse worst worth would year yes yet adult man woman
men women male female somebody guy mine ready extra real actual actually proof happen wonder hear heard tried
alternative review update updated current latest newest recent taken took taking gave got check checked test accurate
accuracy red flag not no after term act survival cant dont wont isnt doesnt didnt couldnt shouldnt wouldnt cannot made
during raise ease bring down going gone went max maximum
fine feel felt thought son daughter mother father mum dad wife husband friend literature article paper summary
overview treatable self themselves itself add notice wear reach nnt nnh symptomatic
"""
# Nouns of medicine with the stem of a word that asks.
_NOUNS = frozenset({"hearing"})
# Words for any medicine: they say little, but more than nothing.
_SOFT = frozenset(
    stem(word)
    for word in (
        "drug",
        "medicine",
        "medication",
        "medicate",
        "medicating",
        "med",
        "meds",
        "tablet",
        "pill",
        "agent",
        "product",
        "supplement",
        "program",
        "disease",
        "pharmacotherapy",
    )
)


@dataclass(frozen=True, slots=True)
class ContentWord:
    """A word of a question that is no function word, no word of asking or of everyday talk, and part of no concept."""

    form: str
    words: str
    span: Span
    also: tuple[str, ...] = ()
    """Other words for the very same thing, under which it is known to every library."""


@cache
def _asking() -> frozenset[str]:
    return frozenset(form for word in _ASKING.split() for form in (word, stem(word))) | STOP_WORDS


def content_words(
    wording: Wording, taken: Sequence[Span], others: Sequence[Span] = (), *, idle: Sequence[Span] = ()
) -> tuple[ContentWord, ...]:
    """Content words outside the stretches that name something, in reading order, each form once.

    `others` name something that the lexicon does not know: each stands as one word, whatever is taken of it. `idle`
    stretches say who is asked. What stands for a placebo is one word as well, under the name that reports give it.
    """
    controls = controls_of(wording)
    words: dict[str, ContentWord] = {}
    for span in controls[:1]:
        words[CONTROLS[0]] = ContentWord(CONTROLS[0], wording.text[span.start : span.end], span, CONTROLS)
    doses = (Span(*match.span("unit")) for match in _DOSE.finditer(wording.text))
    figures = (*figures_of_speech(wording), *idle, *controls, *doses)
    for group in _glued(wording, others):
        span = Span(group[0].start, group[-1].end)
        form = " ".join(token.form.removesuffix("'s") for token in group)
        free = any(other.covers(span) for other in others) or not any(span.overlaps(other) for other in taken)
        silent = is_everyday(form) or any(figure.covers(span) for figure in figures)
        if free and not silent and any(is_content(token.form) for token in group):
            words.setdefault(form, ContentWord(form, wording.text[span.start : span.end], span))
    return tuple(sorted(words.values(), key=lambda word: word.span))


def concept_terms(slots: Slots, lexicon: Lexicon) -> tuple[QueryTerm, ...]:
    """One term for each stretch of words that names something, with every other word for it."""
    by_slot = (
        ("condition", slots.conditions),
        ("intervention", slots.interventions),
        ("comparator", slots.comparators),
        ("population", slots.populations),
        ("outcome", slots.outcomes),
    )
    terms: dict[tuple[str, int, str], list[Mention]] = {}
    for slot, mentions in by_slot:
        for mention in mentions:
            key = (slot, mention.start, mention.words if mention.start >= 0 else mention.concept.name)
            terms.setdefault(key, []).append(mention)
    return tuple(_concept_term(slot, mentions, lexicon) for (slot, _, _), mentions in terms.items())


def word_terms(
    words: Sequence[ContentWord],
    corrections: Mapping[str, str],
    df: Mapping[str, int],
    n_units: int,
    *,
    beside: Sequence[Span] = (),
    both_known: bool = False,
) -> tuple[QueryTerm, ...]:
    """A term for each content word; one corrected shows what it was read as. Words `beside` the question say less.

    So do words that name no disease and no drug, where a condition and a treatment are known (`both_known`).
    """
    terms = []
    for word in words:
        common = n_units > 0 and df.get(word.form, 0) > _COMMON_SHARE * n_units
        scenery = any(part.covers(word.span) for part in beside) or (both_known and is_scenery(word.form))
        weight = _COMMON_WEIGHT if common or scenery or word.also or is_soft(word.form) else 1.0
        meant = corrections.get(word.form)
        rarity = _rarity(df.get(word.form, 0), n_units)
        terms.append(QueryTerm(word.words, (meant,) if meant else word.also, weight, rarity=rarity))
    return tuple(terms)


def _rarity(df: int, n_units: int) -> float:
    """Inverse document frequency as a share of the largest there can be (Spärck Jones, J Doc 1972;28:11).

    A small library cannot tell: all of what was fetched for a question holds its words, which are no less telling.
    """
    units = max(n_units, _UNITS_THAT_TELL)
    return round(math.log((units + 1) / (min(df, units) + 1)) / math.log(units + 1), 3) if n_units > 1 else 1.0


def unknown_words(
    words: Sequence[ContentWord],
    corrections: Mapping[str, str],
    df: Mapping[str, int],
    lexicon: Lexicon,
    *,
    about: Collection[str] = (),
    treats: Mapping[str, frozenset[str]] = _NOTHING,
    other: Collection[Span] = (),
) -> tuple[ContentWord, ...]:
    """Content words that stand nowhere in the library, in no inflection, and in no concept.

    A part of a treatment's name is known only where that treatment is used for a condition asked about: "nicotine gum"
    makes no gum known to migraine.

    Args:
        words: content words of the question.
        corrections: words that were read as others.
        df: in how many units each stands.
        lexicon: words for things.
        about: names of the conditions asked about.
        treats: intervention -> conditions that the library's packs use it for.
        other: places of names that are known in part and mean something else.
    """
    return tuple(
        word
        for word in words
        if not df.get(word.form, 0)
        and not word.also
        and word.form not in corrections
        and not is_soft(word.form)
        and not is_graded(word.form)
        and (
            word.span in other
            or not (lexicon.knows(word.words) and _is_known_here(word, lexicon, frozenset(about), treats))
        )
    )


def _is_known_here(
    word: ContentWord, lexicon: Lexicon, about: frozenset[str], treats: Mapping[str, frozenset[str]]
) -> bool:
    if not about:
        return True
    concepts = (concept for token in match_tokens(word.words) for concept in lexicon.holding(stem(token.form)))
    return any(c.kind is not ConceptKind.INTERVENTION or about & treats.get(c.name, frozenset()) for c in concepts)


def is_soft(form: str) -> bool:
    """True for a folded word for any medicine or disease: it tells little, and no library need know it."""
    return stem(form) in _SOFT


def is_content(form: str) -> bool:
    """True for a folded word that is no function word, no word of asking and no stray letter."""
    bare = form.removesuffix("'s")
    if bare in _NOUNS:
        return True
    if not 2 <= len(bare) <= _LETTERS_MAX or not any("a" <= char <= "z" for char in bare):
        return False
    return not {form, bare, form.replace("'", ""), stem(bare)} & _asking()


def _glued(wording: Wording, others: Sequence[Span]) -> Iterator[list[Token]]:
    """Tokens, those together that name one thing: "vitamin D", "hepatitis B", "omega-3", "covid-19", "X-ray"."""
    group: list[Token] = []
    for token in wording.tokens:
        whole = bool(group) and any(o.start <= group[0].start and token.end <= o.end for o in others)
        if group and not whole and not (len(group) == 1 and _belongs(wording.text, group[0], token)):
            yield group
            group = []
        group.append(token)
    if group:
        yield group


def _belongs(text: str, one: Token, other: Token) -> bool:
    gap = text[one.end : other.start]
    if len(other.form) == 1 and other.form.isalpha():
        if _LETTER_OF_WHAT_FOLLOWS.match(text, other.start):
            return False
        return is_content(one.form) and gap in (" ", "-") and text[other.start].isupper() and other.form != "i"
    if len(one.form) == 1 and one.form.isalpha():
        return is_content(other.form) and bool(gap == "-" or _LETTER_OF_WHAT_FOLLOWS.match(text, one.start))
    return other.form.isdigit() and gap == "-" and is_content(one.form)


def _concept_term(slot: str, mentions: Sequence[Mention], lexicon: Lexicon) -> QueryTerm:
    first = mentions[0]
    words = first.words or first.concept.name
    other: dict[str, None] = {}
    for mention in mentions:
        name = mention.concept.name
        other.update(dict.fromkeys((name, *(lexicon.synonyms(name, mention.concept.kind) or _own_words(mention)))))
    for mention in mentions:
        if mention.concept.kind in (ConceptKind.CONDITION, ConceptKind.INTERVENTION):
            for narrower in lexicon.narrower(mention.concept.name):
                other.update(dict.fromkeys((narrower, *lexicon.synonyms(narrower, mention.concept.kind))))
    said = _said(words)
    synonyms = tuple(word for word in other if _said(word) != said)[:_SYNONYMS_MAX]
    return QueryTerm(words, synonyms, _WEIGHTS[slot], first.concept.name)


def _own_words(mention: Mention) -> tuple[str, ...]:
    return (*mention.concept.clinical, *mention.concept.lay)


def _said(words: str) -> tuple[str, ...]:
    return tuple(token.form for token in match_tokens(words))
