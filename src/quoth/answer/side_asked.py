"""Whether a row speaks to the side that a question asks for: of prevention, say, or of harms.

A death is a harm, whatever a trial was made for and whether or not its words say so.
"""

import re

from quoth.model import Facet, Finding, FindingKind, Question, Slot
from quoth.text.later import compile_later

__all__ = ["speaks_to_side"]

_BAD_END = compile_later(
    r"\b(?:deaths?|died|dead|mortality|fatal(?:ity|ities)?|stillb\w+|miscarriages?|strokes?|infarctions?|bleeds?"
    r"|h(?:a)?emorrhag\w+|perforations?|leak(?:age|s)?|ruptures?|infections?|sepsis|thrombo\w+|embol\w+|fractures?"
    r"|seizures?|falls|re-?operations?|re-?interventions?|(?:re-?)?admissions?|(?:re-?)?hospitali[sz]\w+|recurrences?"
    r"|relapses?|failures?|injur(?:y|ies)|ulcers?|rash(?:es)?|nausea|vomit\w*|diarrh\w+|hypotensi\w+|hypoglyc\w+"
    r"|tachy\w+|bradyc\w+|arrhythm\w+|withdrawals?|drop-?outs?|unsafe|inadequate)\b",
    re.IGNORECASE,
)


def speaks_to_side(question: Question, finding: Finding) -> bool:
    """Whether it has one of the sides asked for, or those of whom they were asked."""
    asked = set(question.facets)
    if Facet.PREVENTION in asked:
        asked -= {Facet.BENEFIT}  # "what prevents it" asks for one benefit, not for any
    if asked & set(finding.facets):
        return True
    if not finding.is_filed and finding.kind in (FindingKind.RESULT, FindingKind.CONCLUSION):
        # A trial of prevention seldom says so again beside its figures, nor one of safety that a death is a harm.
        named = question.interventions or not question.conditions
        if named and Facet.PREVENTION in asked and set(finding.facets) <= {Facet.BENEFIT}:
            return True
        if Facet.HARMS in asked and _BAD_END.search(finding.quote.text):
            return True
    return Facet.SPECIAL_POPULATIONS in asked and Slot.POPULATION in finding.matched
