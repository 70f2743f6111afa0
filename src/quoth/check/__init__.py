"""Answer and store in, verdict out: the independent checker."""

from quoth.check.checker import Checker, verify
from quoth.check.grammar import Bearing, borne_by
from quoth.check.paraphrase import unheld
from quoth.check.rules import RULES, Rule

__all__ = ["RULES", "Bearing", "Checker", "Rule", "borne_by", "unheld", "verify"]
