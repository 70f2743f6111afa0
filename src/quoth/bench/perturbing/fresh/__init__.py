"""A second set of changed meanings, written after the rules for written sentences were frozen and before any run.

Other ways of lying than the first set's: what stands elsewhere in the same text, doses ten times too large, who did
what to whom, hidden negations, claims of cause, bolder designs. Never changed after their first run.
"""

from quoth.bench.perturbing.fresh import claims, quantities, relations
from quoth.bench.perturbing.kind import Kind

__all__ = ["KINDS"]

KINDS: dict[str, Kind] = {**quantities.KINDS, **relations.KINDS, **claims.KINDS}
