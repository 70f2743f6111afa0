"""Which kind of a treatment: "the best blood pressure tablet" is not told by when one is given.

A recommendation of the treatment as a whole answers whether; it does not tell which.
"""

import re

from quoth.model import Finding, InterventionMatch, Question
from quoth.text.later import compile_later

__all__ = ["names_a_kind", "wants_a_kind"]

_WHICH = compile_later(
    r"\b(?:which|what|(?:the )?(?:best|right|ideal))(?: (?:kinds?|types?|sorts?|class(?:es)?|forms?) of)?\s*$",
    re.IGNORECASE,
)
# Names kinds by a list of them, or by a figure: "the A, the B or a C", "at least 5% of body weight".
_LISTS = compile_later(r",[^,.;:]+(?:, ?)? or (?:an? |the )?\w", re.IGNORECASE)
_CHOICE = compile_later(rf"{_LISTS.pattern}|\d ?(?:%|kg\b|mm ?Hg\b|per ?cent\b)", re.IGNORECASE)
_MEDICINES = compile_later(
    r"\b(?:drugs?|medicines?|medications?|meds?|tablets?|pills?|painkillers?|anti\w+|injections?|jabs?)$", re.IGNORECASE
)
"""Of these no figure names a kind: "at 140 mmHg" tells when one is given."""


def wants_a_kind(question: Question) -> bool:
    """Whether it asks which of a treatment's kinds: "which tablet first", "what exercises are best"."""
    asked = (question.as_read[: max(0, mention.start)] for mention in question.interventions)
    return not question.comparators and any(_WHICH.search(before) for before in asked)


def names_a_kind(question: Question, finding: Finding) -> bool:
    """Whether it is on a kind of what was asked about, or names one beside it.

    Told where an editor filed the statement: running text may name kinds that no list of the library has.
    """
    if not finding.is_filed:
        return True
    asked = {mention.concept.name for mention in question.interventions}
    kinds = _LISTS if any(_MEDICINES.search(mention.words) for mention in question.interventions) else _CHOICE
    names_one = not set(finding.interventions) <= asked or bool(kinds.search(finding.quote.text))
    return finding.intervention_match is InterventionMatch.MAIN and names_one
