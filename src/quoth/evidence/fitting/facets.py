"""Which side of a clinical question a sentence speaks to, from its words alone.

Annotated statements carry their facets; this table is for sentences of running text.
"""

import re
from functools import cache, lru_cache

from quoth.model import Facet

__all__ = ["facets_of"]

_READ_CHARS = 1_500
_KEPT_SENTENCES = 8_192

# One row a facet. Words were collected from abstracts and guideline summaries; "benefit" has no words of its own,
# because every result that is none of the others is about effects.
_WORDS: tuple[tuple[Facet, str], ...] = (
    (
        Facet.HARMS,
        r"adverse (?:\w+ )?(?:event|effect|reaction|outcome)s?|side[- ]effects?|harms?\b|toxicit|complications?\b"
        r"|safety|\bcaution|tolerab|well tolerated|serious event|bleeding|discontinu\w+ (?:due|because)"
        r"|withdrawals? due",
    ),
    (
        Facet.DOSE,
        r"\bdos(?:e|es|age|ing)\b|\b\d+(?:\.\d+)? ?(?:mg|µg|mcg|μg|g|IU|units?)\b(?:[ /](?:per )?(?:day|kg|daily))?"
        r"|times (?:a|per) (?:day|week)|(?:once|twice|three times) (?:daily|weekly|a (?:day|week))"
        r"|\b\d+ (?:sessions?|sets|repetitions)\b|duration of (?:treatment|therapy)|\b\d+[- ]day course",
    ),
    (
        Facet.CONTRAINDICATIONS,
        r"contra-?indicat|should not be (?:used|given|offered|prescribed|taken)|must not be"
        r"|avoid(?:ed)? in\b|not suitable for|unsafe in",
    ),
    (
        Facet.MONITORING,
        r"\bmonitor(?:ed|ing)?\b|follow-?up (?:visit|blood|test|at)|re-?assess|surveillance|check(?:ed)? (?:every"
        r"|regularly|annually)",
    ),
    (
        Facet.SPECIAL_POPULATIONS,
        r"pregnan|breast-?feed|lactat|in (?:children|adolescents|older (?:adults|people)|the elderly)"
        r"|renal (?:impairment|insufficiency)|hepatic impairment|frail",
    ),
    (
        Facet.RED_FLAGS,
        r"red flags?|emergency|urgent(?:ly)?\b|immediate(?:ly)? (?:refer|assess|medical)|warning signs?"
        r"|life-threatening",
    ),
    (Facet.COST, r"\bcosts?\b|cost-effective|cost-utility|\bQALYs?\b|quality-adjusted|economic"),
    (
        Facet.DIAGNOSIS,
        # "people diagnosed with it" are those who are treated
        r"(?<!\bat )(?<!\bsince )(?<!\bafter )(?<!\bfrom )\bdiagnos(?!ed (?:with|as)\b|is of\b)|sensitivity (?:of"
        r"|and|was)|specificity|likelihood ratio|predictive value|area under the"
        r"|imaging|x-?ray|radiograph|\bMRI\b|ultrasonograph|screening",
    ),
    (
        Facet.PROGNOSIS,
        r"prognos|natural history|recover(?:y|ed) (?:at|within|after)|recurrence|remission rate|long-term outcome"
        r"|persist(?:ed|ence|ent)? (?:at|for|after)|survival",
    ),
    (
        Facet.CAUSE,
        r"risk factors?\b|\ba?etiolog|\bcaus(?:es?|ed|ing|al)\b|predispos|heritab|hereditary|inherited|genetic"
        r"|\bincidence|\bprevalence|contagious|transmi(?:ssion|tted)",
    ),
    (Facet.PREVENTION, r"\bprevent(?:s|ed|ing|ion|ive)?\b|prophyla"),
    (Facet.REFERRAL, r"\brefer(?:red|ral)?\b(?! to as)"),
    (Facet.DELIVERY, r"\btelehealth|\bhome-based|supervised|self-management|group-based|multidisciplinary"),
)


def facets_of(sentence: str) -> tuple[Facet, ...]:
    """The facets that the sentence names, in the order of the table; `BENEFIT` alone where it names none."""
    return _facets(sentence[:_READ_CHARS])


@lru_cache(maxsize=_KEPT_SENTENCES)
def _facets(sentence: str) -> tuple[Facet, ...]:
    low = sentence.lower()
    found = tuple(facet for facet, pattern in _table() if pattern.search(low))
    return found or (Facet.BENEFIT,)


@cache
def _table() -> tuple[tuple[Facet, re.Pattern[str]], ...]:
    return tuple((facet, re.compile(pattern.lower())) for facet, pattern in _WORDS)
