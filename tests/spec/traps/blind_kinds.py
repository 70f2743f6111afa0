"""Kinds written blind, by someone who had not read the checker: what is caught of them at first is the figure."""

from collections.abc import Callable, Iterator
from random import Random

from quoth.model import FaultKind as K

from . import blind_dressed, blind_placed, blind_told
from .case import Case, Group, Kind
from .material import Material

__all__ = ["KINDS"]

_CUT = frozenset({K.QUALIFIER_CUT, K.SENTENCE_CUT, K.NUMBER_CUT})
_NO_FINDING = frozenset({K.NOT_A_FINDING})
_CHANGED = frozenset({K.TEXT_CHANGED, K.HASH_WRONG})
_FACT = frozenset({K.FACT_WRONG, K.REFERENCE_WRONG})


def _kind(name: str, expects: frozenset[K], make: Callable[[Material, Random], Iterator[Case]]) -> Kind:
    return Kind(name, Group.MEANING, (make.__doc__ or name).strip(), expects, make)


KINDS: tuple[Kind, ...] = (
    _kind("middle of a sentence left out", _CHANGED, blind_placed.ellipsis),
    _kind("citation padded", frozenset({K.CITATION_WRONG, K.STRUCTURE}), blind_placed.citation_padded),
    _kind(
        "one source under two numbers",
        frozenset({K.CITATION_WRONG, K.STRUCTURE, K.REFERENCE_WRONG}),
        blind_placed.counted_twice,
    ),
    _kind("neighbouring condition", frozenset({K.UNMARKED_INDIRECT}), blind_placed.neighbouring_condition),
    _kind("equal gain of the others left out", _CUT, blind_told.controls),
    _kind("assumption as result", _NO_FINDING, blind_told.assumptions),
    _kind("finding of others as own", _NO_FINDING, blind_told.earlier_work),
    _kind("belief as fact", _CUT, blind_told.beliefs),
    _kind(
        "opinion of a study as recommendation",
        frozenset({K.NOT_A_FINDING, K.FACT_WRONG, K.STRUCTURE}),
        blind_told.opinions,
    ),
    _kind("direction turned", _FACT, blind_dressed.arrow_turned),
    _kind("old report dated as new", _FACT | {K.UNMARKED_AGE}, blind_dressed.year_moved),
    _kind("weak study as strong", _FACT, blind_dressed.design_raised),
    _kind("great name borrowed", _FACT, blind_dressed.borrowed_name),
    _kind("advice against as advice for", _FACT, blind_dressed.action_turned),
    _kind(
        "name of another treatment",
        _FACT | {K.STRUCTURE, K.WORDING_NOT_OURS},
        blind_dressed.other_treatments_name,
    ),
    _kind("grade improved", _CHANGED | {K.QUALIFIER_WRONG}, blind_dressed.grade_improved),
    _kind("summary as quotation", frozenset({K.SUMMARY_AS_QUOTE, K.REFERENCE_WRONG}), blind_dressed.summary_as_words),
    _kind("reference embellished", frozenset({K.REFERENCE_WRONG}), blind_dressed.reference_embellished),
    _kind("claim of the page's own", frozenset({K.WORDING_NOT_OURS}), blind_dressed.own_claims),
    _kind(
        "plain words that turn it round", frozenset({K.NOT_BORNE, K.WORDING_NOT_OURS}), blind_dressed.plain_words_turned
    ),
    _kind("more sources counted than used", frozenset({K.FACT_WRONG, K.STRUCTURE}), blind_dressed.sources_counted_up),
    _kind(
        "older than the guideline, marked newer",
        frozenset({K.MARK_UNTRUE, K.UNMARKED_AGE}),
        blind_dressed.freshness_claimed,
    ),
)
