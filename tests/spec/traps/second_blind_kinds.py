"""Twenty-six kinds written blind a second time, on pages that the product makes of its own starter library.

By someone who had neither read nor run the checker and had seen of it only the names of the faults that it can report.
Each kind's rule names the promise of the design that it breaks. What is caught of them at first is the figure.
"""

from collections.abc import Callable, Iterator
from random import Random

from quoth.model import FaultKind as K

from . import second_blind_dressed as dressed
from . import second_blind_placed as placed
from . import second_blind_told as told
from .case import Case, Group, Kind
from .material import Material

__all__ = ["KINDS"]

_NO_FINDING = frozenset({K.NOT_A_FINDING})
_PAGE = frozenset({K.STRUCTURE, K.FACT_WRONG})
_FACT = frozenset({K.FACT_WRONG, K.REFERENCE_WRONG})


def _kind(name: str, expects: frozenset[K], make: Callable[[Material, Random], Iterator[Case]]) -> Kind:
    return Kind(name, Group.MEANING, (make.__doc__ or name).strip(), expects, make)


KINDS: tuple[Kind, ...] = (
    _kind("counted among those that agree, though apart", _PAGE | {K.WORDING_NOT_OURS}, placed.folded_though_apart),
    _kind("one side of a difference left out", _PAGE, placed.one_side_left_out),
    _kind("difference made up", _PAGE | {K.WORDING_NOT_OURS}, placed.difference_made_up),
    _kind("side without evidence not told", _PAGE, placed.missing_side_not_told),
    _kind("study in the place of a recommendation", _PAGE | _NO_FINDING | {K.ORDER_WRONG}, placed.study_leads),
    _kind("advice for another condition leads", frozenset({K.UNMARKED_INDIRECT}), placed.another_condition_leads),
    _kind("page under another question", _PAGE | {K.UNMARKED_INDIRECT}, placed.another_question),
    _kind("newer than the guidance and not told", _PAGE | {K.UNMARKED_AGE, K.REFERENCE_WRONG}, placed.newer_not_told),
    _kind("first line that does not fit", _PAGE | {K.WORDING_NOT_OURS}, placed.unfitting_first_line),
    _kind("signature of nobody", _PAGE, placed.signed_by_nobody),
    _kind(
        "condition of another recommendation",
        frozenset({K.QUALIFIER_WRONG, K.QUALIFIER_CUT}),
        dressed.condition_of_another,
    ),
    _kind("doubt taken away", frozenset({K.DOUBT_DROPPED, K.REFERENCE_WRONG}), dressed.doubts_taken_away),
    _kind("never checked, shown as checked", _FACT | {K.MARK_UNTRUE}, dressed.never_checked_as_checked),
    _kind("an editor's reading as the source's own", _FACT, dressed.editors_reading_as_the_sources),
    _kind(
        "everyday words of another recommendation",
        frozenset({K.NOT_BORNE, K.WORDING_NOT_OURS, K.FACT_WRONG}),
        dressed.plain_words_of_another,
    ),
    _kind("measure renamed", _FACT, dressed.measure_renamed),
    _kind("effect on another outcome", _FACT, dressed.about_another_outcome),
    _kind("level of evidence raised", _FACT, dressed.level_raised),
    _kind("plot of unlike effects", _PAGE, dressed.plot_of_unlike_effects),
    _kind("certainty worked up", _PAGE | {K.WORDING_NOT_OURS}, dressed.certainty_worked_up),
    _kind(
        "reason of indirectness exchanged",
        frozenset({K.MARK_UNTRUE, K.UNMARKED_INDIRECT, K.WORDING_NOT_OURS}),
        dressed.reason_of_indirectness_exchanged,
    ),
    _kind("state before treatment as result", _NO_FINDING, told.baselines),
    _kind("yardstick as result", _NO_FINDING, told.yardsticks),
    _kind("recruitment as result", _NO_FINDING, told.recruitment),
    _kind("hope as result", _NO_FINDING, told.hopes),
    _kind("finding without who was counted", frozenset({K.QUALIFIER_CUT}), told.counted),
)
