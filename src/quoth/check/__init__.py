"""Answer and store in, verdict out: the independent checker."""

from quoth.check.checker import Checker, verify
from quoth.check.rules import RULES, Rule

__all__ = ["RULES", "Checker", "Rule", "verify"]
