"""A guideline's advice, laid out once for all questions that are held against it: its words, people and ages.

What a recommendation stands under belongs to it: the title and the headings over it say for which illness and whom it
holds, seldom its own sentence. Short forms count as what the document itself says that they stand for, and the other
way round.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from quoth.evidence.fitting.people import groups_named
from quoth.evidence.fitting.short_forms import short_forms
from quoth.evidence.fitting.terms import Sought, forms_in
from quoth.evidence.guideline.advice import Advice
from quoth.evidence.guideline.guiding import advice_and_guidance
from quoth.model import Candidate, Passage, RenditionId
from quoth.model.people_rules import NOT_COVERED_BY_GENERAL
from quoth.text.ages import Ages, ages_in
from quoth.text.families import root
from quoth.text.surroundings import table_titles_of

__all__ = ["Advised", "Guideline", "Words", "guideline_of", "special_groups", "stands_in"]

_KEPT_GUIDELINES = 128
_LITTLE = 2
_KIN = 0.7
"""What a word of the same family counts where the word itself is missing."""


@dataclass(frozen=True, slots=True)
class Words:
    """The stems of a stretch of text, with what its short forms stand for."""

    stems: frozenset[str]
    roots: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Words":
        """The words of a text, as it spells them."""
        stems = forms_in(text)
        return cls(stems, frozenset(map(root, stems)))

    def hold(self, one: Sought) -> float:
        """What a word counts here: 1 where it stands, less where one of its family does, 0 where neither does."""
        if stands_in(self.stems, one):
            return 1.0
        return 0.0 if self.roots.isdisjoint(_roots_of(one.singles)) else _KIN


def stands_in(stems: frozenset[str], one: Sought) -> bool:
    """Whether all stems of one of its alternatives are among these."""
    if not stems.isdisjoint(one.singles):
        return True
    if stems.isdisjoint(one.phrases):  # no phrase of it can begin here: nearly always so, and told at once
        return False
    return any(stems.issuperset(words) for first in one.phrases if first in stems for words in one.phrases[first])


@lru_cache(maxsize=4_096)
def _roots_of(forms: frozenset[str]) -> frozenset[str]:
    return frozenset(map(root, forms))


@dataclass(frozen=True, slots=True)
class Advised:
    """One piece of advice, as it stands."""

    advice: Advice
    start: int
    end: int
    """Characters of the document."""
    text: str
    headings: str
    said: Words
    """Its own words."""
    affirmed: Words
    """The same without what its people are said not to have."""
    over: Words
    """The title, and the headings over it."""
    ages: tuple[Ages, ...]
    groups: frozenset[str]
    """People whom general advice leaves out and whom it or a heading names."""


@dataclass(frozen=True)
class Guideline:
    """One text of a guideline."""

    title: str
    titled: Words
    ages: tuple[Ages, ...]
    groups: frozenset[str]
    whole: frozenset[str]
    """Stems that stand anywhere in it."""
    advised: tuple[Advised, ...]
    spelt_out: Callable[[str], str] = field(repr=False)

    @cached_property
    def advises_little(self) -> bool:
        """Whether it recommends one or two things in all: whoever asks what it is on asks about these."""
        return sum(one.advice.formal and not one.advice.said_around for one in self.advised) <= _LITTLE

    @cached_property
    def graded(self) -> tuple[str, ...]:
        """Its advice that is not merely said around what it grades."""
        return tuple(one.text for one in self.advised if not one.advice.said_around)


def special_groups(text: str) -> frozenset[str]:
    """The groups of people whom general advice leaves out and whom a text names."""
    return groups_named(text) & NOT_COVERED_BY_GENERAL


def guideline_of(candidate: Candidate, passages: Sequence[Passage], affirmed: Callable[[str], str]) -> Guideline:
    """The guideline of which a candidate is a part.

    Args:
        candidate: any part of its text.
        passages: the sentences of all of it.
        affirmed: words without what people are said not to have.
    """
    name = (candidate.rendition.id, candidate.record.title, candidate.record.issuer or "", len(passages))
    return _laid_out(_Text(name, candidate, passages, affirmed))


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, known by its id and by what decides how its advice is read."""

    name: tuple[RenditionId, str, str, int]
    candidate: Candidate = field(compare=False, repr=False)
    passages: Sequence[Passage] = field(compare=False, repr=False)
    affirmed: Callable[[str], str] = field(compare=False, repr=False)


@lru_cache(maxsize=_KEPT_GUIDELINES)
def _laid_out(text: _Text) -> Guideline:
    record, rendition = text.candidate.record, text.candidate.rendition
    forms = short_forms(rendition)

    def spelt_out(words: str) -> str:
        return forms.spelt_out(words, forms.long_of)

    def words(said: str) -> Words:
        return Words.of(spelt_out(said))

    over = cache(words)  # much advice stands under the same headings

    def laid(advice: Advice) -> Advised:
        start, end = text.passages[advice.first].start, text.passages[advice.last].end
        said = rendition.text[start:end]
        here = (section for section in rendition.sections if section.start <= start < section.end)
        names = [name for one in here for name in (*one.path, one.heading) if name]
        top = max((one.start for one in rendition.sections if one.start <= start), default=0)
        titles = (rendition.text[slice(*line)] for line in table_titles_of(rendition.text, start, section_start=top))
        headings = " ; ".join(dict.fromkeys((*names, *titles)))
        affirmed = text.affirmed(said)
        own = words(said)
        return Advised(
            advice,
            start,
            end,
            said,
            headings,
            own,
            own if affirmed == said else words(affirmed),
            over(f"{record.title} ; {headings}"),
            ages_in(said),
            special_groups(f"{said} ; {headings}"),
        )

    return Guideline(
        record.title,
        words(record.title),
        ages_in(record.title),
        special_groups(record.title),
        forms_in(rendition.text),
        tuple(laid(advice) for advice in advice_and_guidance(text.passages, record, rendition)),
        spelt_out,
    )
