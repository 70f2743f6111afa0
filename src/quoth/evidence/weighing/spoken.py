"""Which advice of a guideline says by itself what was asked.

A whole document is weighed by `bearing`, and by the condition that it is about. But one recommendation that holds the
question's words, with its headings and its title, is an answer however little else of the document is about them:
"prazosin for nightmares in PTSD". No list needs to know the condition or the treatment for it. A telling word that
stands nowhere may be the very treatment or illness, and then the advice is none; nor is it where it is for others.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quoth.evidence.fitting.bearing import place_of
from quoth.evidence.fitting.people import without_denied
from quoth.evidence.fitting.saying import Saying, stems_of
from quoth.evidence.fitting.short_forms import ShortForms, short_forms
from quoth.evidence.fitting.terms import Seen, found_of
from quoth.evidence.guideline.advice import Advice
from quoth.evidence.weighing.spoken_worth import generic_words, share_asked, worth
from quoth.model import Candidate, Passage
from quoth.model.people_rules import GROUPS
from quoth.text.ages import Ages, ages_in
from quoth.text.later import compile_later

__all__ = ["advice_that_speaks", "affirmed", "is_for_others"]

_HELD, _HELD_BY_ITSELF = 0.8, 0.25
"""How much of what the question's words tell stands in the advice with its headings, and in the advice alone."""
_MOSTLY, _NEARLY_ALL = 0.25, 0.5
"""Where neither title nor heading is on what was asked, the share of advice that has to be: a list names much."""
_BODY = compile_later(
    r"\b(?:Work(?:ing)? Group|Task Force|(?:[Gg]uideline|[Ee]xpert) (?:[Pp]anel|[Gg]roup|[Cc]ommittee))\b"
)
"""Who speaks is not what is spoken of: a "Work Group" recommends no group."""
_ELSEWHERE = compile_later(r"\b(?:other|separate|previous|earlier) recommendations?\b", re.IGNORECASE)
"""Tells what stands in other documents."""
_SEXES = tuple(group for group in GROUPS if group.name in ("men", "women"))
_PARTS = compile_later(r"\band\b|\bor\b|[/,;]")
_NOT_HAD = compile_later(
    r"\b(?:adults?|people|persons?|patients?|women|men|children|adolescents|individuals|those|who) "
    r"(?:(?:without|free of|not having|have no|(?:do|does|did) not have) [^,;.()]{3,120}?"
    r"(?:(?:, [^,;.()]{3,40})*,? or [\w ]{3,40}?)?(?=[;.()]| (?:to|who|and are)\b|$))"
    r"(?:(?<=\s)\([^()]{1,200}\) ?)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Document:
    """A guideline of which a unit was found."""

    candidate: Candidate
    passages: Sequence[Passage]
    forms: ShortForms

    @property
    def title(self) -> str:
        return self.candidate.record.title

    def start(self, advice: Advice) -> int:
        return self.passages[advice.first].start

    def words(self, advice: Advice) -> str:
        return self.candidate.rendition.text[self.start(advice) : self.passages[advice.last].end]

    def above(self, start: int, end: int) -> str:
        """Its title and the headings over a stretch of its text."""
        here = (section for section in self.candidate.rendition.sections if section.start < end and start < section.end)
        return " ; ".join((self.title, *(name for one in here for name in (*one.path, one.heading) if name)))


def advice_that_speaks(
    asked: Saying, candidate: Candidate, passages: Sequence[Passage], advised: Sequence[Advice]
) -> Mapping[int, float]:
    """Where in the text the advice begins that says what was asked, with how well; nothing where none does.

    Args:
        asked: the question.
        candidate: a unit of a guideline's text.
        passages: the sentences of all of it.
        advised: what these advise.
    """
    document = _Document(candidate, passages, short_forms(candidate.rendition))
    text = candidate.rendition.text[candidate.start : candidate.end]
    unit = " ; ".join((document.above(candidate.start, candidate.end), text))
    everywhere = asked.terms.read(document.forms.spelt_out(unit, asked.shorts))
    if not all(place_of(one, everywhere) for one in asked.named()):
        return {}
    here = [advice for advice in advised if candidate.start <= document.start(advice) < candidate.end]
    found = {document.start(advice): said for advice in here if (said := _said(asked, advice, document))}
    graded = [document.words(advice) for advice in advised if not advice.said_around] if found else []
    return {} if is_for_others(asked, graded) else found


def is_for_others(asked: Saying, graded: Sequence[str]) -> bool:
    """Whether a document tells by what it graded that it is for other ages, or another sex, than are asked about."""
    return not (_is_for_the_age(asked.age, graded) and _is_for_the_sex(asked, graded))


def _said(asked: Saying, advice: Advice, document: _Document) -> float:
    """How well the advice says what was asked, or 0.0 where it lacks what tells or is for others."""
    words = _BODY.sub(" ", document.words(advice))
    above = document.above(document.start(advice), document.start(advice) + 1)
    if _ELSEWHERE.search(words) or not all(want.must_be_told(f"{words} ; {above}") for want in asked.wants):
        return 0.0
    said = asked.terms.read(document.forms.spelt_out(words if asked.denies else affirmed(words), asked.shorts))
    over = asked.terms.read(document.forms.spelt_out(above, asked.shorts))
    own = [place_of(one, said) for one in asked.words]
    held = [max(value, place_of(one, over)) for one, value in zip(asked.words, own, strict=True)]
    ages = ages_in(words) or ages_in(document.title)
    for_them = _is_for_them(asked, ages, said, over)
    aged = asked.age is not None and bool(ages)
    holds = for_them and _holds(asked, own, held) and (aged or _is_on_it(asked, own, over, words))
    if not holds or _is_on_another(asked, own, document.forms.spelt_out(words), document.title):
        return 0.0
    return worth(asked, own, held, words=words, said=said, title=document.title, ages=ages)


def _holds(asked: Saying, own: Sequence[float], held: Sequence[float]) -> bool:
    """Whether nothing telling is lacking, and enough of the rest stands in it, some of it in the advice itself."""
    if any(tells and not there for tells, there in zip(asked.telling, held, strict=True)):
        return False
    whole = sum(asked.told)
    enough = sum(told for told, there in zip(asked.told, held, strict=True) if there) >= _HELD * whole
    return enough and sum(told for told, there in zip(asked.told, own, strict=True) if there) >= _HELD_BY_ITSELF * whole


def _is_on_it(asked: Saying, own: Sequence[float], over: Seen, words: str) -> bool:
    """Whether something that tells what is asked stands in the title or a heading, or the advice is about little else.

    A single word that tells all is named in passing, unless the advice holds others of the question and hardly more.
    """
    telling = asked.named()
    if any(place_of(one, over) for one in telling):
        return True
    beside = any(there and not tells for there, tells in zip(own, asked.telling, strict=True))
    return share_asked(asked, words) >= (_MOSTLY if len(telling) > 1 else _NEARLY_ALL if beside else 2.0)


def _is_for_them(asked: Saying, ages: Sequence[Ages], said: Seen, over: Seen) -> bool:
    """Whether the advice holds for those who are asked about, as far as it says: their age, or a group of its own."""
    if asked.age is not None and ages:
        return any(one.holds(asked.age) for one in ages)
    return not asked.people or any(found_of(asked.people, seen) for seen in (said, over))


def _is_for_the_age(age: float | None, graded: Sequence[str]) -> bool:
    """Whether a document that tells for which ages it advises names the one that is asked about."""
    told = [one for words in graded for one in ages_in(words)] if age is not None else []
    return age is None or not told or any(one.holds(age) for one in told)


def _is_for_the_sex(asked: Saying, graded: Sequence[str]) -> bool:
    """Whether a document that mostly advises on women is not taken for one on men, nor the other way round."""
    for group in _SEXES:
        if any(re.fullmatch(group.pattern, one.name, re.IGNORECASE) for one in asked.everybody):
            of_them = any(re.search(group.pattern, words, re.IGNORECASE) for words in graded)
            others = next(other for other in _SEXES if other.name == group.excludes)
            n_others = sum(re.search(others.pattern, words, re.IGNORECASE) is not None for words in graded)
            return of_them or 2 * n_others <= len(graded)
    return True


def _is_on_another(asked: Saying, own: Sequence[float], words: str, title: str) -> bool:
    """Whether a title names several things, and the advice is on another of them than what was asked.

    "Stress disorder and acute stress disorder": advice on the first holds no "acute", whatever the title says.
    """
    parts = [stems_of(part) - generic_words() for part in _PARTS.split(title)]
    lent = [one for one, value in zip(asked.words, own, strict=True) if not value and one in asked.named()]
    if len(parts) == 1 or not lent:
        return False
    said = stems_of(words)
    for number, part in enumerate(parts):
        others = set[str]().union(*(other for at, other in enumerate(parts) if at != number))
        if any(not one.singles.isdisjoint(part - others) for one in lent):
            return said.isdisjoint(part - others) and not said.isdisjoint(others - part)
    return False


def affirmed(words: str) -> str:
    """Advice without what its people are said not to have: "adults who do not have hypertension" is not on it."""
    return _NOT_HAD.sub(" ", without_denied(words))
