"""For whom a recommendation holds, and whether those are the people and the case asked about.

What holds for children or in pregnancy does not lead where people in general are meant, nor what leaves out the very
people of the question: "children other than those with discharge" is no advice for a child with discharge.
"""

import re
from functools import lru_cache

from quoth.answer.differing import groups_of
from quoth.answer.fold import words_of
from quoth.answer.risk import without_average_risk
from quoth.model import TRIED_ORIGIN, Action, Finding, QualifierKind, Question
from quoth.model.people_rules import DENIES, LEFT_OUT, LEFT_OUT_OF_WORDS
from quoth.text.later import compile_later

__all__ = ["is_for_few", "is_for_later", "is_of_another_course", "leaves_out", "may_harm", "speaks_of_few"]

# People for whom advice to everybody does not hold, and whose advice does not hold for everybody.
FEW = words_of("adolescents babies child children infants pregnancy pregnant teenagers toddlers")
_ANYBODY = words_of("people persons patients adults older elderly old aged age men women who have has with")
GROWN_UP = words_of("adults everybody")
_NOT_MEANT = compile_later(r"\b(?:not|non)[- ]?\w+", re.IGNORECASE)  # "women who are not pregnant"
_BESIDE_EACH_OTHER = compile_later(r"\band\b|\bor\b|[,;/]", re.IGNORECASE)
_LEFT_OUT = compile_later(LEFT_OUT, re.IGNORECASE)
_LEFT_OUT_OF_WORDS = compile_later(LEFT_OUT_OF_WORDS, re.IGNORECASE)
_DENIES = compile_later(DENIES, re.IGNORECASE)
_WHO_OR_WHEN = compile_later(r"\b(?:who|whom|whose|if|when|where|after|unless)\b[^.;:]{0,120}", re.IGNORECASE)
_DID_NOT_HELP = compile_later(
    r"\b(?:contra-?indicat\w+|ineffective\w*|inadequate\w*|insufficient\w*|fail\w*|intoleran\w+|unsuccessful|refractory"
    r"|unsuitable|unacceptable|unavailable|second[- ]line|(?:not|n['’]t|cannot|unable to|no longer)(?: \w+){0,2}"
    r" (?:respon\w+|tolerat\w+|help\w*|work\w*|benefit\w*|suit\w*|take|use|improv\w+))\b",
    re.IGNORECASE,
)
_DENIED_OF_IT = compile_later(
    r"(?:\b(?:no|not|non|never|without|denies|cannot|tolerat(?:es|ed|ing))|n['’]?t)"
    r"(?:[ -](?!(?:and|but|or|is|are|was|who|so)\b)[\w-]+){0,3}[ -]$",
    re.IGNORECASE,
)
"""What stands right before a word that is denied: "not allergic to", "tolerates"."""
_MAY_HARM = compile_later(
    r"\b(?:not|no|non|without|unless|except\w*|other than)\b[^;.]{0,60}?\b(?:allerg|hypersensitiv|intoleran|pregnan"
    r"|breast-?feed|contra-?indicat)",
    re.IGNORECASE,
)
_ALLERGIC_TO = compile_later(
    r"\ballerg(?:ic|y|ies) (?:to|against) (?:the |any |his |her |my )?([A-Za-z-]{5,})"
    r"|\b([A-Za-z-]{5,})[- ]allerg(?:ic|y)\b",
    re.IGNORECASE,
)
_DENIED_ALLERGY = compile_later(r"\b(?:not|no|never|isn['’]?t|without|non)[- ](?:\w+ ){0,3}?allerg", re.IGNORECASE)
_NEVER = compile_later(r"\b(?:not|no|non|without|never)\b", re.IGNORECASE)
_FAILED = compile_later(
    r"([A-Za-z-]{5,}) (?:(?:does|do|did|has|have|is|are|was|were)(?:n['’]?t| not) (?:\w+ )?(?:work\w*|help\w*"
    r"|respond\w*|enough)|(?:has |have |had )?(?:failed|stopped working)|(?:does|did|is doing) nothing)"
    r"|\b(?:no response to|not responding to|despite|failure of|resistant to) ([A-Za-z-]{5,})",
    re.IGNORECASE,
)
_BOUNDS = (QualifierKind.POPULATION, QualifierKind.CONDITION)


def is_for_few(question: Question, finding: Finding) -> bool:
    """Whether the statement is bound to children, pregnancy and the like, in a source that is about everybody.

    Where somebody is named beside the few, "pregnant women and men", it is for them too.
    """
    bound = [_NOT_MEANT.sub(" ", words) for words in _bounds(finding)]
    of_source = words_of(f"{finding.record.population or ''} {finding.record.title}")
    source_is_for_few = bool(FEW & of_source) and not words_of("adults") & of_source
    if source_is_for_few or not any(FEW & words_of(words) for words in bound):
        return False
    groups = [mention.concept for mention in question.populations]
    called = [name for one in groups for name in (one.name, *one.lay, *one.clinical)]  # "a man" is one of "men"
    named = [words_of(name) for name in (*called, *(mention.words for mention in question.populations))]
    apart = [words_of(part) for words in bound for part in _BESIDE_EACH_OTHER.split(words)]
    return not any(people and people <= part and not FEW & part for people in named for part in apart)


def speaks_of_few(question: Question, finding: Finding) -> bool:
    """Whether running text speaks of children, pregnancy and the like alone, where no people are asked about."""
    said = words_of(finding.quote.text)
    return not finding.is_filed and not question.populations and bool(FEW & said) and not GROWN_UP & said


def is_for_later(question: Question, finding: Finding) -> bool:
    """Whether running text is for those whom something else did not help or suit, which the question does not tell."""
    return not finding.is_filed and not _DID_NOT_HELP.search(question.as_read) and _is_for_later(finding.quote.text)


@lru_cache(maxsize=2_048)
def _is_for_later(words: str) -> bool:
    return any(_DID_NOT_HELP.search(bound.group()) for bound in _WHO_OR_WHEN.finditer(words))


def _is_what_failed(question: Question, finding: Finding) -> bool:
    """Whether running text advises the very thing that the question says did not work, and not what comes then.

    Where a condition is known, what was tried is read as such before (`search.tried`).
    """
    if question.conditions or finding.is_filed:
        return False
    failed = words_of(" ".join(word for found in _FAILED.finditer(question.as_read) for word in found.groups("")))
    return bool(failed & words_of(finding.quote.text)) and not _DID_NOT_HELP.search(finding.quote.text)


def leaves_out(question: Question, finding: Finding) -> bool:
    """Whether the statement leaves out the case that is asked about, by its bounds or of the people it speaks of."""
    if _is_what_failed(question, finding):
        return True
    if _DENIES.search(question.as_read):
        return False  # "if I am not allergic": what is denied may be the very case
    return _leaves_out_what_is_told(question, finding)


def _leaves_out_what_is_told(question: Question, finding: Finding) -> bool:
    """Whether the case that the question tells, and does not itself deny, is left out."""
    named = {mention.concept.name for mention in (*question.conditions, *question.interventions)}
    # "No better after exercise" is said of those who tried it, and leaves none of them out.
    named |= {one.concept.name for one in question.populations if one.concept.origin == TRIED_ORIGIN}
    typed = question.as_read.casefold()  # what was carried over may have been denied in the question before
    terms = [one for one in question.terms if one.concept not in named and _is_told(one.words.casefold(), typed)]
    # ("Not ready to stop" says itself what they are not.)
    people = {one.concept.name for one in question.populations if not _NEVER.search(one.concept.name)}
    # Those who are asked about may be left out under any of their names: "no coronary disease" of those with "CVD"
    case = [
        [words_of(term.words), *(words_of(name) - _ANYBODY for name in term.synonyms if term.concept in people)]
        for term in terms
    ]
    bounds, quote = (without_average_risk(words) for words in ("\n".join(_bounds(finding)), finding.quote.text))
    parts = (*_LEFT_OUT.finditer(bounds), *_LEFT_OUT_OF_WORDS.finditer(quote))
    out = words_of(" ".join(part.group() for part in parts))
    said = words_of(f"{_LEFT_OUT_OF_WORDS.sub(' ', quote)}\n{_LEFT_OUT.sub(' ', bounds)}")
    return any(
        not names[0] & said and any(words and words <= out and not words <= said for words in names) for names in case
    )


def _is_told(words: str, typed: str) -> bool:
    """Whether the question says so somewhere without denying it right there."""
    places = (found.start() for found in re.finditer(re.escape(words), typed))
    return any(not _DENIED_OF_IT.search(typed[:start]) for start in places)


def may_harm(question: Question, finding: Finding) -> bool:
    """Whether an editor bound it to those who are not allergic, pregnant or intolerant, and just these are asked about.

    On a page for somebody allergic to penicillin, "use amoxicillin" stands best among what was left out; that she
    "cannot swallow tablets" or "tolerates paracetamol" denies nothing of that.
    """
    if _names_the_allergen(question, finding):
        return True
    if finding.annotation is None or not any(_MAY_HARM.search(words) for words in _bounds(finding)):
        return False
    return _leaves_out_what_is_told(question, finding)


def _names_the_allergen(question: Question, finding: Finding) -> bool:
    """Whether advice is to take what somebody is allergic to, or a penicillin, and names nothing else to take."""
    if _DENIED_ALLERGY.search(question.as_read) or finding.action not in (Action.DO, Action.CONSIDER):
        return False
    said = finding.quote.text
    for found in _ALLERGIC_TO.finditer(question.as_read):
        name = next(word for word in found.groups() if word).casefold()
        pattern = (
            r"\b\w*(?:cillin|clavulan)\w*" if name.startswith(("penicil", "amoxicil")) else rf"\b{re.escape(name)}\b"
        )
        if re.search(pattern, said, re.IGNORECASE) and " or " not in said:
            return True
    return False


def is_of_another_course(question: Question, finding: Finding) -> bool:
    """Whether advice on an acute illness would lead a page on its chronic form, or the other way round."""
    asked = groups_of(" ; ".join(mention.concept.name for mention in question.conditions), "course")
    said = groups_of("\n".join(_bounds(finding)), "course")
    return bool(asked and said) and not asked & said


def _bounds(finding: Finding) -> list[str]:
    return [q.quote.text for q in finding.qualifiers if q.kind in _BOUNDS]
