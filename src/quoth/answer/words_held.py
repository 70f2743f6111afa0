"""Which of a question's own words a recommendation holds: in its sentence, in what bounds it, over it, in its title."""

import re

from quoth.answer.fold import words_of
from quoth.answer.which_illness import said_where_it_stands
from quoth.model import Finding, QueryTerm, Question
from quoth.text import match_tokens

__all__ = ["holding_most", "nearest", "speaks_of_its_words", "weight_held"]

# From this rarity on (share of the largest there can be) a word says what the question is about.
TELLING = 0.3
# One of many such words may be lacking, one of a few may not: it may be the very illness.
LACKING = 0.2
LEVEL = 0.9
_WHERE = r"(?:on|in|at|when|while|during|by)(?: the| my| a)?"


def nearest(question: Question, pool: list[Finding]) -> list[Finding]:
    """Where no condition is known: what an editor filed that holds the telling words, and most of the others.

    "Screening for prostate cancer" is not answered with advice on another cancer, nor hydroxyurea for sickle cells with
    what else is done about them. Advice of running text leads where it says what was asked, and only there.
    """
    asked = [term for term in question.terms if term.concept is None]
    filed = [finding for finding in pool if finding.is_filed]
    if question.conditions or not asked:
        return filed if asked else pool
    pool = filed
    telling = [term for term in asked if term.rarity >= TELLING]
    most = LACKING * sum(term.rarity for term in telling)
    near = [f for f in pool if sum(term.rarity for term in telling if not _names(f, term)) <= most]
    if not near:
        return []
    held = [sum(term.rarity for term in asked if _names(finding, term)) for finding in near]
    return [finding for finding, weight in zip(near, held, strict=True) if weight >= LEVEL * max(held)]


def _names(finding: Finding, term: QueryTerm) -> bool:
    said = said_where_it_stands(finding)
    return any(words_of(name) <= said for name in (term.words, *term.synonyms))


def speaks_of_its_words(question: Question, finding: Finding) -> bool:
    """Whether the statement or its title holds most of the words that no concept explains, where no treatment is named.

    "Statins after a heart attack" in diabetes is not answered by what else lowers deaths. A word behind "on" and the
    like is where or when: "kneecap pain on stairs".
    """
    if question.interventions or question.facets or question.tried or not question.conditions:
        return True
    concepts = (mention.concept for mention in question.conditions)
    names = " ".join(name for one in concepts for name in (one.name, *one.lay, *one.clinical, *one.descriptions))
    known = _forms(f"{names} {finding.record.issuer or ''}")  # "BP" of the pressure, the body that advises
    own = [one for one in question.own_words if not _forms(one) <= known]
    words = [words_of(one) for one in own if not re.search(rf"\b{_WHERE} {re.escape(one)}\b", question.as_read, re.I)]
    held = said_where_it_stands(finding)
    return 2 * sum(bool(word & held) for word in words) >= len(words)


def _forms(words: str) -> frozenset[str]:
    """As written: a runner's knee is not whether somebody can run."""
    return frozenset(token.form for token in match_tokens(words))


def weight_held(question: Question, finding: Finding) -> float:
    """What the words of the question tell that no concept explains and the statement or what bounds it holds."""
    asked = [term for term in question.terms if term.concept is None and term.weight >= 1]
    return sum(term.rarity for term in asked if _names(finding, term))


def holding_most(question: Question, pool: list[Finding]) -> list[Finding]:
    """Those that hold most of such words, or nearly so."""
    held = [weight_held(question, finding) for finding in pool]
    return [finding for finding, weight in zip(pool, held, strict=True) if weight >= LEVEL * max(held)]
