"""Forty-one kinds written blind a third time: what a sceptical reader knows a true quotation can be made to say.

By someone who had neither read nor run the checker, search or the composing of pages, and had seen of the earlier
tables the names of their kinds and how their pages are made. What is caught of them at first is the figure.
"""

from collections.abc import Callable, Iterable, Iterator

from quoth.model import FaultKind as K

from . import third_blind_dressed as dressed
from . import third_blind_placed as placed
from . import third_blind_told as told
from .case import Group, Kind

__all__ = ["KINDS"]

_CUT = frozenset({K.QUALIFIER_CUT, K.SENTENCE_CUT, K.NUMBER_CUT, K.UNMARKED_SPIN, K.UNMARKED_SUBGROUP, K.NOT_A_FINDING})
"""Any of these tells that the words needed others beside them."""
_NOTHING = frozenset({K.NOT_A_FINDING})
_TIED = frozenset({K.QUALIFIER_WRONG, K.QUALIFIER_CUT})
_FACT = frozenset({K.FACT_WRONG, K.REFERENCE_WRONG, K.STRUCTURE})
_MARK = frozenset({K.MARK_UNTRUE, K.UNMARKED_INDIRECT})


def _kind(name: str, expects: frozenset[K], make: told.Made) -> Kind:
    return Kind(name, Group.MEANING, (make.__doc__ or name).strip(), expects, make)


def _written(of: Callable[[str], told.Made], names: Iterable[str], expects: frozenset[K]) -> Iterator[Kind]:
    """The kinds of one fixture, which share their rule."""
    for name in names:
        yield Kind(name, Group.MEANING, (of.__doc__ or name).strip(), expects, of(name))


KINDS: tuple[Kind, ...] = (
    *_written(told.alone, told.ALONE, _CUT),
    *_written(told.no_finding, told.NO_FINDING, _NOTHING),
    *_written(told.no_advice, told.ADVICE, _NOTHING | {K.FACT_WRONG}),
    *_written(told.turned_by_layout, told.LAYOUT, _CUT),
    _kind("people of another recommendation", _TIED, dressed.people_of_another_advice),
    _kind("meaning of the best grade as the grade", _TIED, dressed.definition_as_grade),
    _kind("certainty as strength", _TIED, dressed.certainty_as_strength),
    _kind("may told as must", _FACT, dressed.may_as_must),
    _kind("either way told as advice", _FACT, dressed.either_way_as_advice),
    _kind("follow-up of another result", _TIED, dressed.another_follow_up),
    _kind("conclusion as measured result", _FACT | _NOTHING, placed.conclusion_as_result),
    _kind(
        "people left out of the question as understood",
        frozenset({K.UNMARKED_INDIRECT, K.STRUCTURE, K.FACT_WRONG}),
        placed.people_left_out_of_the_question,
    ),
    _kind("mark on the row beside", _MARK, placed.mark_on_the_neighbour),
    _kind("age hidden", _FACT | {K.MARK_UNTRUE}, placed.age_hidden),
    _kind("found, told as not found", _FACT, placed.found_told_as_not_found),
)
