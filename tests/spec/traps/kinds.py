"""The table of trap kinds: what is set, for which promise, and how the checker should name it."""

from collections.abc import Callable, Iterator
from random import Random

from quoth.model import FaultKind as K

from . import altered_text, cut_loose, emphasis, misplaced, no_evidence, people, standing
from .case import Case, Group, Kind
from .material import Material

__all__ = ["KINDS"]

Make = Callable[[Material, Random], Iterator[Case]]

_CHANGED = frozenset({K.TEXT_CHANGED, K.HASH_WRONG})
_CUT = frozenset({K.QUALIFIER_CUT, K.SENTENCE_CUT, K.NUMBER_CUT})
_UNMARKED = frozenset({K.UNMARKED_RETRACTION, K.UNMARKED_SUPERSEDED, K.DOUBT_DROPPED, K.REFERENCE_WRONG})
_NO_FINDING = frozenset({K.NOT_A_FINDING})


def _kind(name: str, group: Group, expects: frozenset[K], source: Make, *, needs_texts: bool = False) -> Kind:
    return Kind(name, group, (source.__doc__ or name).strip(), expects, source, needs_texts)


_BYTES: tuple[Kind, ...] = (
    *(
        Kind(
            f"changed: {one.name}",
            Group.BYTES,
            "The words are what the store holds, letter for letter.",
            _CHANGED,
            altered_text.make(one),
        )
        for one in altered_text.ALTERATIONS
    ),
    _kind("hash of other words", Group.BYTES, _CHANGED, altered_text.stale_hash),
    _kind("words of another report", Group.BYTES, _CHANGED, misplaced.other_report),
    _kind("record and text do not belong together", Group.BYTES, frozenset({K.SOURCE_MISSING}), misplaced.mixed_span),
    _kind("offsets counted in bytes", Group.BYTES, _CHANGED, misplaced.counted_in_bytes),
    _kind("number of another report", Group.BYTES, frozenset({K.CITATION_WRONG}), misplaced.other_number),
    _kind("reference of another report", Group.BYTES, frozenset({K.REFERENCE_WRONG}), misplaced.other_identity),
)
_MEANING: tuple[Kind, ...] = (
    _kind("grade cut off", Group.MEANING, _CUT, cut_loose.grade_cut),
    _kind("bound qualifier dropped", Group.MEANING, frozenset({K.QUALIFIER_CUT}), cut_loose.grade_dropped),
    _kind("exception in the next sentence", Group.MEANING, _CUT, cut_loose.exception_in_next),
    _kind("exception in the next clause", Group.MEANING, _CUT, cut_loose.exception_in_sentence),
    _kind("sentence that points back, alone", Group.MEANING, _CUT, cut_loose.leaning_alone, needs_texts=True),
    _kind("dose without its limit", Group.MEANING, _CUT, cut_loose.dose_without_limit),
    _kind("number without interval or unit", Group.MEANING, _CUT, cut_loose.interval_cut),
    _kind("figure beside the quote changed", Group.MEANING, frozenset({K.FACT_WRONG}), cut_loose.figure_changed),
    _kind("restricted one of two places", Group.MEANING, _CUT, misplaced.restricted_occurrence),
    _kind("title as evidence", Group.MEANING, _NO_FINDING, no_evidence.title_as_evidence),
    _kind("labelled aim as result", Group.MEANING, _NO_FINDING, no_evidence.aim_as_result),
    _kind("aim as result, no labels", Group.MEANING, _NO_FINDING, no_evidence.unlabelled_aim),
    _kind("background or method as result", Group.MEANING, _NO_FINDING, no_evidence.method_as_result),
    _kind("protocol without results", Group.MEANING, _NO_FINDING, no_evidence.protocol_without_results),
    _kind("animals for people", Group.MEANING, frozenset({K.UNMARKED_INDIRECT}), people.animals),
    _kind("other people than asked about", Group.MEANING, frozenset({K.UNMARKED_INDIRECT}), people.other_people),
    _kind("retracted", Group.MEANING, _UNMARKED, standing.retracted),
    _kind("expression of concern", Group.MEANING, _UNMARKED, standing.concern),
    _kind("superseded", Group.MEANING, _UNMARKED, standing.superseded),
    _kind("withdrawn", Group.MEANING, _UNMARKED, standing.withdrawn),
    _kind("correction not said", Group.MEANING, _UNMARKED, standing.corrected_unmarked),
    _kind("figure that a correction changed", Group.MEANING, frozenset({K.TEXT_OUTDATED}), standing.corrected_text),
    _kind("subgroup as the main result", Group.MEANING, frozenset({K.UNMARKED_SUBGROUP}), emphasis.subgroup),
    _kind("spin", Group.MEANING, frozenset({K.UNMARKED_SPIN}), emphasis.spin),
)
_LAWFUL: tuple[Kind, ...] = (
    _kind("same sentence twice", Group.LAWFUL, frozenset(), misplaced.same_words_elsewhere),
    _kind("same result in a later section", Group.LAWFUL, frozenset(), misplaced.other_occurrence, needs_texts=True),
    _kind("any result of a labelled abstract", Group.LAWFUL, frozenset(), emphasis.plain_results, needs_texts=True),
    _kind("benefit that the results bear out", Group.LAWFUL, frozenset(), emphasis.benefit_borne_out),
)

KINDS: tuple[Kind, ...] = (*_BYTES, *_MEANING, *_LAWFUL)
