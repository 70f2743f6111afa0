"""Kinds written while the rules were mended: half of each list was looked at, and the other half kept apart.

The half that was kept apart tells what the rules are worth on wordings that they were not made for. Both are by the
hand that wrote the rules, so a table written blind tells more.
"""

from collections.abc import Callable, Iterator
from functools import partial
from random import Random

from quoth.model import Extent, FindingKind, Qualifier, QualifierKind, quote_of
from quoth.model import FaultKind as K

from .case import Case, Group, Kind
from .material import Material, abstract, fixtures, report
from .shelf import finding, library, page

__all__ = ["KINDS"]

_HALVES = (("", 0), (" kept apart", 1))
_TOLD = {
    "baseline": ("the time before told as result", FindingKind.RESULT),
    "yardstick": ("a meaning told as result", FindingKind.RESULT),
    "recruitment": ("conduct told as result", FindingKind.RESULT),
    "hope": ("expectation told as conclusion", FindingKind.CONCLUSION),
}
_ASIDES = {
    "count": "without whom it counts",
    "others": "without what others had",
    "left of it": "without what is left of it",
    "beside it": "without what it rests on",
}


def _told(name: str, kind: FindingKind, half: int, material: Material, random: Random) -> Iterator[Case]:
    """A sentence that tells no effect is shown as one (promise 1)."""
    rows = _rows("wider_told", name)
    for number in range(half, len(rows), 2):
        text = f"All were seen again. {rows[number]} At twelve weeks, pain had fallen by a third with treatment."
        label = "RESULTS" if kind is FindingKind.RESULT else "CONCLUSIONS"
        parts = [("METHODS", "Adults were allocated at random to treatment or to none."), (label, text)]
        each = report(8000 + number, "A randomised trial of one treatment", abstract(parts))
        store = library([each])
        honest = page(store, [finding(store, each, 3, kind)])
        yield Case(f"fixture {number}", store, page(store, [finding(store, each, 2, kind)]), honest)


def _asides(name: str, half: int, material: Material, random: Random) -> Iterator[Case]:
    """A finding is shown without the sentence after it, which says what it is worth (promise 2)."""
    rows = _rows("wider_asides", name)
    for number in range(half, len(rows), 2):
        parts = [
            ("METHODS", "Adults were allocated at random."),
            ("RESULTS", f"The study is over. {rows[number].replace(' |||', '')} Sleep was measured by a watch."),
        ]
        each = report(8500 + number, "A study of one treatment", abstract(parts))
        store, rendition = library([each]), each.renditions[0]
        after = rendition.sentences[3]
        record = finding(store, each, 2).record
        beside = Qualifier(QualifierKind.CONTEXT, quote_of(record.id, rendition, Extent(after.start, after.end)))
        honest = page(store, [finding(store, each, 2, qualifiers=(beside,))])
        yield Case(f"fixture {number}", store, page(store, [finding(store, each, 2, qualifiers=())]), honest)


def _rows(name: str, part: str) -> list[str]:
    held: dict[str, list[str]] = dict(fixtures(name))  # type: ignore[arg-type]
    return held[part]


def _kind(name: str, expects: K, make: Callable[[Material, Random], Iterator[Case]], rule: str | None) -> Kind:
    return Kind(name, Group.MEANING, (rule or name).strip(), frozenset({expects}), make)


KINDS: tuple[Kind, ...] = (
    *(
        _kind(f"{name}{suffix}", K.NOT_A_FINDING, partial(_told, part, kind, half), _told.__doc__)
        for suffix, half in _HALVES
        for part, (name, kind) in _TOLD.items()
    ),
    *(
        _kind(f"{name}{suffix}", K.QUALIFIER_CUT, partial(_asides, part, half), _asides.__doc__)
        for suffix, half in _HALVES
        for part, name in _ASIDES.items()
    ),
)
