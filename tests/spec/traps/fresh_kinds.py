"""Kinds written after the checker was frozen: what it catches of them is the honest figure, on the first run."""

from collections.abc import Callable, Iterator
from random import Random

from quoth.model import FaultKind as K

from . import fresh
from .case import Case, Group, Kind
from .material import Material

__all__ = ["KINDS"]

_CUT = frozenset({K.QUALIFIER_CUT, K.SENTENCE_CUT, K.NUMBER_CUT})
_FACT = frozenset({K.FACT_WRONG})


def _kind(name: str, expects: frozenset[K], make: Callable[[Material, Random], Iterator[Case]]) -> Kind:
    return Kind(name, Group.MEANING, (make.__doc__ or name).strip(), expects, make)


KINDS: tuple[Kind, ...] = (
    _kind("two sentences bridged", frozenset({K.TEXT_CHANGED}), fresh.bridged),
    _kind("figures of another row", _FACT, fresh.figures_of_another),
    _kind("number of people changed", _FACT, fresh.size_changed),
    _kind("p value changed", _FACT, fresh.p_value_changed),
    _kind("negation cut off", _CUT, fresh.negation_cut),
    _kind("leading clause cut off", _CUT, fresh.lead_clause_cut),
    _kind("order reversed", frozenset({K.ORDER_WRONG}), fresh.order_reversed),
    _kind("retraction played down", frozenset({K.MARK_UNTRUE, K.WORDING_NOT_OURS}), fresh.soothing_mark),
    _kind("grade of another recommendation", frozenset({K.QUALIFIER_WRONG}), fresh.grade_of_another),
    _kind("dose without its limit, other words", _CUT, fresh.doses),
    _kind("taken back, other words", _CUT, fresh.exceptions),
    _kind("part as the whole, other words", frozenset({K.UNMARKED_SUBGROUP}), fresh.parts),
    _kind("spin, other words", frozenset({K.UNMARKED_SPIN}), fresh.spin),
    _kind("aim as result, other words", frozenset({K.NOT_A_FINDING}), fresh.aims),
    _kind("animals, other words", frozenset({K.UNMARKED_INDIRECT}), fresh.animals),
)
