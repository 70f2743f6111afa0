"""What a row of running text stands under: the treatments that it advises on, not every one that it names.

"Stop screening once somebody cannot have lung surgery" names surgery and is about screening. A treatment that only
says for whom, when, or for which illness the advice holds heads no row, unless it is what was asked about; where
nothing else is named, the row stands under what its document is on.
"""

import re
from collections.abc import Iterator

from quoth.evidence.fitting.interventions import subject_of_title
from quoth.evidence.fitting.question_terms import Asked
from quoth.evidence.guideline.clauses import condition_in, population_in
from quoth.lexicon import Lexicon
from quoth.model import ConceptKind, Extent, Record
from quoth.text.later import compile_later

__all__ = ["row_names"]

_BEFORE = compile_later(
    r"\b(?:histor(?:y|ies) of|allerg(?:y|ic) to|hypersensitivity to|intoleran(?:ce|t) (?:to|of)|contraindications? to"
    r"|(?:can|could)(?:not| not) (?:tolerate|take|use|have)|do(?:es)? not tolerate"
    r"|fail(?:ed|s|ure)?(?: of| to respond to)?"
    r"|(?:inadequate|no|partial|poor) (?:or (?:no|poor) )?response to|unresponsive to|refractory to"
    r"|(?:ability|willingness|unwillingness|able|unable|willing|unwilling)(?: or \w+)?"
    r" to (?:have|undergo|take|receive|use)"
    r"|undergo(?:es|ing|ne)|candidates? for|adjuncts? to|adjunctive to|(?:in )?addition to|instead of"
    r"|rather than|alternatives? to|compared with|prior to|separate from)(?: [\w-]+){0,3} ?$",
    re.IGNORECASE,
)
"""Words before a treatment which say that it is not what is advised."""
_AFTER = compile_later(
    r"^(?:[ -](?:use|abuse))?[ -](?:disorders?|dependence|addiction|misuse|abuse|overdose|poisoning|toxicity|withdrawal"
    r"|allergy|intolerance|induced|related|associated|resistant|naive|failure)\b",
    re.IGNORECASE,
)
"""Words behind a treatment that make it an illness, or a kind of people: "opioid use disorder"."""
_ANY_TREATMENT = compile_later(
    r"pharmacotherapy|medications?|drugs?|treatments?|therap(?:y|ies)|medicines?", re.IGNORECASE
)
"""They name no treatment, though a pack may say so of its own: within another guideline they stand for any."""


def row_names(
    sentence: str, interventions: tuple[str, ...], asked: Asked, record: Record, lexicon: Lexicon
) -> tuple[str, ...]:
    """The names that advice stands under, main one first; empty where its interventions are them.

    Args:
        sentence: the advice, as it is quoted.
        interventions: that it or its record is about, main one first.
        asked: the question; what it asks about heads a row that names it.
        record: of the guideline.
        lexicon: words for things.
    """
    places: dict[str, list[Extent]] = {}
    for found in lexicon.mentions(sentence):
        if found.concept.kind is ConceptKind.INTERVENTION:
            places.setdefault(found.concept.name, []).append(Extent(found.start, found.end))
    aside = tuple(_asides(sentence))
    wanted = {name for want in (*asked.interventions, *asked.comparators) for name in want.fitting}
    kept = tuple(
        name
        for name in interventions
        if name not in places or name in wanted or any(not _is_aside(one, sentence, aside) for one in places[name])
    )
    if kept == interventions:
        return ()
    return kept or tuple(filter(None, [subject_of_title(record.title) if record.issuer else ""]))


def _asides(sentence: str) -> Iterator[Extent]:
    """Where the sentence says for whom and when it holds."""
    for found in (population_in(sentence, 0, len(sentence)), condition_in(sentence, 0, len(sentence))):
        if found is not None:
            yield found


def _is_aside(place: Extent, sentence: str, aside: tuple[Extent, ...]) -> bool:
    return (
        any(one.start <= place.start and place.end <= one.end for one in aside)
        or _ANY_TREATMENT.fullmatch(sentence[place.start : place.end]) is not None
        or _BEFORE.search(sentence[max(0, place.start - 60) : place.start]) is not None
        or _AFTER.match(sentence[place.end :]) is not None
    )
