"""What one recommendation has to say to answer a question by itself, laid out once for all that are held against it.

Every word of the question counts for what it tells. A word that is rare here may be the very treatment or illness: it
is telling, unless it only says where somebody is or how often something comes. Names for the same thing that came with
the question count as its words.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from quoth.evidence.fitting.asking_words import AskedFor, asked_for
from quoth.evidence.fitting.beside_words import is_beside
from quoth.evidence.fitting.terms import Sought, Terms
from quoth.model import Question
from quoth.model.people_rules import GROUPS, NOT_COVERED_BY_GENERAL
from quoth.text import match_tokens, stem
from quoth.text.families import root
from quoth.text.later import compile_later

__all__ = ["WORD_LETTERS", "Saying", "numbers_in", "saying", "stems_of"]

WORD_LETTERS = 4
"""A shorter word says nothing of what a text is about, unless it names something."""
_TELLING = 0.3
"""A word that tells so much (weight times rarity) may not be lacking."""
_LIGHT = 0.3
"""What any other word counts, of what it tells; one of circumstance counts nothing."""
_SHORT = compile_later(r"[A-Z][A-Za-z\d]*[A-Z\d][A-Za-z\d]*s?")
_DENIES = compile_later(r"\b(?:no|not|never|without|non)\b", re.IGNORECASE)
_TESTED = compile_later(r"\b(blood|eye|urine) (?:tests?|checks?|samples?)\b", re.IGNORECASE)
"""What a test is made on is not what it looks for."""
_NUMBER = compile_later(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.]*\d)")
_DASHED = compile_later(r"\b([A-Za-z]{2,})[-–]([A-Za-z]{3,})\b")
_EVERYBODY = compile_later(
    r"\b(?:adults?|older people|primary care|general population)\b|^(?:men|women|people|patients)$", re.IGNORECASE
)
_YOUNG = compile_later(r"\b(?:infants|under 2|toddlers|babies)\b")


@dataclass(frozen=True, slots=True)
class Saying:
    """A question as a recommendation has to say it."""

    words: tuple[Sought, ...]
    told: tuple[float, ...]
    """By word, what it counts."""
    telling: tuple[bool, ...]
    """By word, whether it may not be lacking."""
    rest: tuple[Sought, ...]
    """The other words, of which none decides anything."""
    everybody: tuple[Sought, ...]
    """All who are asked about."""
    people: tuple[Sought, ...]
    """Those of them that advice on grown-up people in general leaves out."""
    age: float | None
    """In years."""
    wants: tuple[AskedFor, ...]
    denies: bool
    """The question itself says what somebody does not have or what is not so."""
    shorts: frozenset[str]
    """Short forms that it writes."""
    numbers: frozenset[str]
    forms: frozenset[str]
    """Stems and roots of everything above."""
    terms: Terms
    """Reads all of these."""

    def named(self) -> tuple[Sought, ...]:
        """The words that may not be lacking."""
        return tuple(one for one, tells in zip(self.words, self.telling, strict=True) if tells)


def saying(question: Question, groups: Collection[str], people: Sequence[Sought]) -> Saying | None:
    """Lay out a question; `None` where none of its words tells what it is about.

    Args:
        question: as understood.
        groups: names of those who are asked about, which are no words of the matter.
        people: the same, under all their words.
    """
    matter = [term for term in question.terms if term.concept not in groups]
    # "chronic kidney disease management", "breast-feeding: supported?": those asked about are what is asked about
    of_them = not matter
    terms = [_under(Terms.of_term(term), term.same) for term in matter or question.terms]
    words = _with_names(question.as_read, terms)
    told = [min(1.0, one.weight) * one.rarity for one in words]
    telling = tuple(
        value >= _TELLING and (one.weight >= 1.0 or of_them) and not _is_beside(one, question.as_read)
        for one, value in zip(words, told, strict=True)
    )
    if not any(telling):
        return None
    rest = _rest(question.as_read, words)
    special = tuple(_under(one, ("children", "child") if _YOUNG.search(one.name) else ()) for one in people)
    return Saying(
        words=words,
        told=tuple(
            value * (1.0 if tells else 0.0 if _is_beside(one, question.as_read) else _LIGHT)
            for one, value, tells in zip(words, told, telling, strict=True)
        ),
        telling=telling,
        rest=rest,
        everybody=tuple(people),
        people=() if of_them else tuple(one for one in special if _is_special(one.name)),
        age=question.age,
        wants=asked_for(question.as_read),
        denies=_DENIES.search(question.as_read) is not None,
        shorts=frozenset(word.removesuffix("s") for word in _SHORT.findall(question.as_read)),
        numbers=numbers_in(question.as_read),
        forms=_forms((*words, *rest, *people)),
        terms=Terms((*words, *rest), (*people, *special), kin=True),
    )


def numbers_in(text: str) -> frozenset[str]:
    """The numbers that stand in a text by themselves."""
    return frozenset(_NUMBER.findall(text))


def stems_of(words: str) -> set[str]:
    """The stems of a text, each once."""
    return {stem(token.form) for token in match_tokens(words)}


def _with_names(text: str, terms: Sequence[Sought]) -> tuple[Sought, ...]:
    """Single words, each also under the other names of what it is a part of, and as one word with its neighbour.

    "Lazy eye" is amblyopia: advice on that lacks neither "lazy" nor "eye". "Post-traumatic" is written in one, too.
    """
    singles = {form for one in terms for form in one.singles if len(stems_of(one.words)) == 1}
    dashed = {
        stem(f"{one}{other}".casefold()): {stem(one.casefold()), stem(other.casefold())}
        for one, other in _DASHED.findall(text)
    }
    kept = []
    for one in terms:
        parts = stems_of(one.words)
        if len(parts) > 1 and singles >= parts:
            continue
        wider = [
            other for other in terms if len(stems_of(other.words)) > 1 and parts and parts <= stems_of(other.words)
        ]
        names = [words for other in wider for words in other.alternatives if set(words) != stems_of(other.words)]
        names += [(joined,) for joined, halves in dashed.items() if len(parts) == 1 and parts <= halves]
        kept.append(replace(one, alternatives=tuple(dict.fromkeys((*one.alternatives, *names)))) if names else one)
    return tuple(kept)


def _under(one: Sought, names: Sequence[str]) -> Sought:
    """A word under further names as well."""
    more = Terms.of("", 1.0, names).alternatives
    return replace(one, alternatives=tuple(dict.fromkeys((*one.alternatives, *more)))) if more else one


def _rest(text: str, words: Sequence[Sought]) -> tuple[Sought, ...]:
    taken = set[str]().union(*(stems_of(one.words) for one in words))
    forms = dict.fromkeys(token.form for token in match_tokens(text) if len(token.form) >= WORD_LETTERS)
    return tuple(Terms.of(form, 0.0, (form,)) for form in forms if stem(form) not in taken)


def _forms(words: Sequence[Sought]) -> frozenset[str]:
    stems = {form for one in words for said in one.alternatives for form in said}
    return frozenset(stems | {root(form) for form in stems})


def _is_beside(one: Sought, question: str) -> bool:
    """Whether a word only tells of the circumstances, or what a test is made on."""
    tested = one.words in (match[1] for match in _TESTED.finditer(question))
    return tested or (len(stems_of(one.words)) == 1 and is_beside(one.words.casefold()))


def _is_special(name: str) -> bool:
    """Whether advice that does not name a group leaves it out: all but grown-up people in general."""
    groups = [group.name for group in GROUPS if re.search(group.pattern, name, re.IGNORECASE)]
    return not NOT_COVERED_BY_GENERAL.isdisjoint(groups) or not _EVERYBODY.search(name)
