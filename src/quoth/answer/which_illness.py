"""Whether a finding speaks of the illness that a question names, known to the library's vocabulary or not.

What a vocabulary knows is told apart by name. A question may name an illness that no pack knows, as all there is
("inhaled steroids in asthma") or as what somebody has besides ("topiramate with kidney stones"): advice on another
illness is no answer to the first, and advice that does not speak of the second does not lead.
"""

import re
from functools import lru_cache

from quoth.answer.fold import words_of
from quoth.lexicon.illnesses import illnesses_had
from quoth.model import Finding, FindingKind, Form, QualifierKind, Question
from quoth.model.illness_rules import TOLD_BY
from quoth.model.people_rules import LEFT_OUT
from quoth.text.later import compile_later

__all__ = ["is_on_another_illness", "leaves_illness_open", "names_an_illness", "said_where_it_stands"]

_KEPT = 1_024
_CANNOT_TAKE = compile_later(
    r"\b(?:can(?:['’]?t|not| not)|must(?:n['’]t| not)|may not|unable to|not allowed(?: to)?)"
    r" (?:have|take|use|tolerate)\b"
    r"|\b(?:forbidden|contra-?indicated|ruled out|off limits|unsuitable|out of the question)\b",
    re.IGNORECASE,
)
_UNSUITABLE = compile_later(r"\b(?:contra-?indicat\w+|unsuitable|not suitable|not tolerat\w+)\b", re.IGNORECASE)
_LEFT_OUT = compile_later(LEFT_OUT, re.IGNORECASE)
_FOUND = (FindingKind.RESULT, FindingKind.CONCLUSION)
_GENERIC = words_of("disease disorder syndrome deficiency infection failure")


def is_on_another_illness(question: Question, finding: Finding) -> bool:
    """Whether a question without a known condition names illnesses, and none of them is said where a finding stands.

    A document with a part on the illness is on it as well, and so is a study whose abstract names it: its results
    speak of the same people. Advice that answers by its own words was weighed with all of them.
    """
    if question.conditions or finding.spoken:
        return False
    named = _named(question)
    if not named or _said_of(named, finding):
        return False
    parts = words_of(" ".join(section.heading for section in finding.rendition.sections))
    if finding.rendition.form is Form.ABSTRACT and finding.kind in _FOUND:
        parts |= _of_abstract(finding.rendition.text)
    return not any(name <= parts for names in named for name in names)


@lru_cache(maxsize=_KEPT)
def _of_abstract(text: str) -> frozenset[str]:
    """The words of an abstract, without whom it leaves out."""
    return words_of(_LEFT_OUT.sub(" ", text))


def names_an_illness(question: Question) -> bool:
    """Whether an illness is named beside the known conditions."""
    return bool(question.conditions and _named(question))


def leaves_illness_open(question: Question, finding: Finding) -> bool:
    """Whether a finding says nothing of an illness that is named beside the known conditions.

    Where it is named as why something else cannot be taken, advice for those who cannot take it leaves nothing open.
    """
    named = _named(question) if question.conditions else ()
    if len(_said_of(named, finding)) == len(named):
        return False
    bounds = (one.quote.text for one in finding.qualifiers if one.kind is QualifierKind.CONDITION)
    return not (_CANNOT_TAKE.search(question.as_read) and any(map(_UNSUITABLE.search, bounds)))


def said_where_it_stands(finding: Finding, *, of_those_left_out: bool = True) -> frozenset[str]:
    """The words of a statement, of what bounds it, of the headings that it stands under, and of its title.

    Whom a bound leaves out ("no heart disease but a high risk") may be left out of the words.
    """
    bounds = [one.quote.text for one in finding.qualifiers if one.kind is not QualifierKind.CONTEXT]
    if not of_those_left_out:
        bounds = [_LEFT_OUT.sub(" ", bound) for bound in bounds]
    at = finding.quote.span.start
    here = (section for section in finding.rendition.sections if section.start <= at < section.end)
    headings = (heading for section in here for heading in (*section.path, section.heading))
    return words_of(" ".join((finding.quote.text, finding.record.title, *finding.interventions, *bounds, *headings)))


def _said_of(named: tuple[tuple[frozenset[str], ...], ...], finding: Finding) -> list[tuple[frozenset[str], ...]]:
    """The illnesses of which a telling word of any name stands there: "a bleeding ulcer" is met by "bleeding"."""
    said = said_where_it_stands(finding, of_those_left_out=False) if named else frozenset()
    return [names for names in named if any(said & name for name in names)]


@lru_cache(maxsize=_KEPT)
def _named(question: Question) -> tuple[tuple[frozenset[str], ...], ...]:
    """By illness that is no known condition or treatment of the question: the words of each of its names."""
    known = (*question.conditions, *question.interventions, *question.comparators)
    taken = [(mention.start, mention.end) for mention in known]
    # "It burns when I wee. Antibiotics for a UTI?" tells one illness twice
    concepts = [mention.concept for mention in question.conditions]
    again = {words_of(name) for one in concepts for name in (one.name, *one.lay, *one.clinical)}
    found = []
    for start, end in illnesses_had(question.as_read):
        words = words_of(question.as_read[start:end])
        if words not in again and not any(first < end and start < last for first, last in taken):
            other = [
                words_of(name) for term in question.terms if words_of(term.words) & words for name in term.synonyms
            ]
            found.append((*(name - _GENERIC or name for name in (words, *filter(None, other))), *_told_by(words)))
    return tuple(found)


def _told_by(words: frozenset[str]) -> list[frozenset[str]]:
    """Words by which advice speaks of the illness without its name."""
    return [words_of(told) for name, told in TOLD_BY.items() if words_of(name) <= words]
