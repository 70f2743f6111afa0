"""A third set of changed meanings, written blind: by someone who had read neither the checker nor its table of edits.

Each area that a language model errs in holds at least two kinds: slips of a paraphrase (a share told as the wrong
fraction, a spread as a range), of a reader (two brackets exchanged, a bound opened), of an advocate (one study told
as every study). Committed before any run, and never changed after the first one.
"""

from collections.abc import Mapping

from quoth.bench.perturbing.blind import amounts, figures, hedges, logic, reach, sides, treatments
from quoth.bench.perturbing.kind import Kind

__all__ = ["AREAS", "KINDS"]

AREAS: Mapping[str, Mapping[str, Kind]] = {
    "numbers": figures.NUMBERS,
    "signs": figures.SIGNS,
    "units": amounts.UNITS,
    "dose": amounts.DOSES,
    "arms": sides.ARMS,
    "comparator": sides.COMPARATORS,
    "direction": sides.DIRECTIONS,
    "drug": treatments.DRUGS,
    "negation": logic.NEGATIONS,
    "and/or": logic.PAIRINGS,
    "hedge removed": hedges.HEDGES,
    "time": hedges.TIMES,
    "population": reach.PEOPLE,
    "scope widened": reach.SCOPES,
}
"""The kinds of each area."""

KINDS: dict[str, Kind] = {name: kind for area in AREAS.values() for name, kind in area.items()}
