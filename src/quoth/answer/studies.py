"""What a reference tells of its study: what the page's own texts of it say, as far as it is about this study."""

import re
from collections.abc import Callable, Sequence

from quoth.model import Design, FactKind, Fidelity, Finding, Record, Rendition, StudyFact, allowance

__all__ = ["StudyOf", "facts_of", "nothing_told"]

StudyOf = Callable[[Record, Sequence[Rendition]], tuple[StudyFact, ...]]
"""Reads what a report says of itself out of its catalogue entry and these texts of it."""

# Whose settings and numbers of people are those of others: a guideline speaks of whom it advises on.
_NO_STUDY = frozenset({Design.GUIDELINE, Design.CONSENSUS, Design.NARRATIVE_REVIEW, Design.EDITORIAL, Design.OTHER})
_OF_ANY_REPORT = frozenset({FactKind.REGISTRATION, FactKind.FUNDING, FactKind.CONFLICTS})


def nothing_told(record: Record, texts: Sequence[Rendition]) -> tuple[StudyFact, ...]:
    """For pages that tell nothing of the studies themselves."""
    return ()


def facts_of(findings: Sequence[Finding], study_of: StudyOf) -> tuple[StudyFact, ...]:
    """Facts of the source of these findings, from its texts that they quote.

    A text whose licence counts the words that are quoted gives none. The number of people is told in words only where
    it is the one that the rows show.
    """
    first = findings[0]
    if first.design is Design.NOTE:
        return ()
    texts = {
        finding.rendition.id: finding.rendition
        for finding in findings
        if finding.rendition.fidelity is Fidelity.VERBATIM
        and allowance(finding.rendition.licence or finding.record.licence).most_words is None
    }
    facts = study_of(first.record, tuple(texts.values()))
    if first.design in _NO_STUDY:
        return tuple(fact for fact in facts if fact.kind in _OF_ANY_REPORT)
    shown = {finding.n for finding in findings}
    return tuple(fact for fact in facts if fact.kind is not FactKind.SIZE or _numbers(fact.words) & shown)


def _numbers(words: str) -> set[int | None]:
    joined = re.sub(r"(?<=\d)[,\u2009 ](?=\d{3}\b)", "", words)
    return {int(digits) for digits in re.findall(r"\d{1,9}", joined)}
