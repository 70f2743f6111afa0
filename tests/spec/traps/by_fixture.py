"""Kinds that are written as fixtures: one rule for all kinds of a fixture, and what names the fault in each."""

from collections.abc import Callable, Iterable, Iterator

from quoth.model import FaultKind as K

from .case import Group, Kind
from .third_blind_told import Made

__all__ = ["CUT", "NO_ADVICE", "written"]

CUT = frozenset({K.QUALIFIER_CUT, K.SENTENCE_CUT, K.NUMBER_CUT, K.UNMARKED_SPIN, K.UNMARKED_SUBGROUP, K.NOT_A_FINDING})
"""Any of these tells that the words needed others beside them."""
NO_ADVICE = CUT | {K.FACT_WRONG}
"""Any of these tells that a line of a guideline advises nothing."""


def written(
    of: Callable[..., Made], names: Iterable[str], expects: frozenset[K], table: str | None = None
) -> Iterator[Kind]:
    """The kinds of one fixture, which share their rule.

    Args:
        of: makes the cases of a kind by its name, and by its table where several have their fixtures read alike.
        names: of the kinds.
        expects: any of these names the fault.
        table: where the fixture is read.
    """
    where = () if table is None else (table,)
    for name in names:
        yield Kind(name, Group.MEANING, (of.__doc__ or name).strip(), expects, of(name, *where))
