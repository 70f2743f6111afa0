"""How great the risk is of those who are asked about, and of those whom advice is for, by `quoth.model.risk_rules`."""

import re
from collections.abc import Sequence
from functools import lru_cache

from quoth.model import Finding, Question
from quoth.model.risk_rules import AVERAGE_RISK, INCREASED_RISK
from quoth.text.later import compile_later

__all__ = ["at_the_risk_asked_about", "without_average_risk"]

_AVERAGE = compile_later(AVERAGE_RISK, re.IGNORECASE)
_INCREASED = compile_later(INCREASED_RISK, re.IGNORECASE)


def at_the_risk_asked_about(question: Question, findings: Sequence[Finding]) -> list[Finding]:
    """Findings for people at the risk that the question names, where there are any; else those that name no other."""
    asked = _risk(question.as_read)
    if not asked:
        return list(findings)
    told = [(finding, _risk(_words(finding))) for finding in findings]
    return [f for f, risk in told if risk == asked] or [f for f, risk in told if not risk]


def without_average_risk(words: str) -> str:
    """Words without "not at increased risk": that leaves nobody out whose risk is told by itself."""
    return _AVERAGE.sub(" ", words)


def _words(finding: Finding) -> str:
    return "\n".join((finding.quote.text, *(one.quote.text for one in finding.qualifiers)))


@lru_cache(maxsize=4_096)
def _risk(words: str) -> str:
    if _AVERAGE.search(words):
        return "average"
    return "increased" if _INCREASED.search(words) else ""
