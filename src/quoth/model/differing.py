"""In what recommendations on one matter differ: one table, read by composer and checker, each with its own code.

How the rows are meant to be read, so that two readers agree:

- Two sides are compared when both are recommendations, of different records, whose main intervention is the same. What
  a side says is its quote and the words of its population and condition, one a line; for the line of therapy those of
  its strength too. Patterns are tried anywhere in it, letter case aside.
- PEOPLE has axes. Two sides speak of different people when both name groups on one axis and share none of them, or when
  one names pregnancy and nobody else on that axis, and the other names neither. Then nothing else is compared: advice
  to other people is no contradiction. NOT_MEANT is taken out before a group is looked for whose name does not begin
  with "not" ("women who are not pregnant" names nobody pregnant).
- Direction: both sides speak to the benefit, and the two actions are a pair of ACTIONS_APART. "Uncertain" counts only
  where the side states a strength or a certainty: without one it stands for "strength not stated", no direction.
- Strength: both sides speak to the benefit, and one asks to do, the other to consider.
- Line of therapy: one side is placed first and not later, the other later and not first.
- Threshold: both sides name figures in one unit of UNITS, and none of one lies within one of the other. A figure is a
  number, or a range of two, before its unit; "140/90 mmHg" and "100 or 200 mg" are two figures each. Where the first
  number stands within a word ("kg/m2"), it is none.
"""

from enum import StrEnum

from quoth.model.rendition import Action

__all__ = ["ACTIONS_APART", "LINES", "NOT_MEANT", "PEOPLE", "UNITS", "DiffersIn"]


class DiffersIn(StrEnum):
    """What a difference is about, in the order in which it is told."""

    DIRECTION = "direction"
    STRENGTH = "strength"
    POPULATION = "population"
    LINE = "line of therapy"
    THRESHOLD = "threshold"


ACTIONS_APART: frozenset[frozenset[Action]] = frozenset(
    {
        frozenset({Action.DO, Action.DO_NOT}),
        frozenset({Action.CONSIDER, Action.DO_NOT}),
        frozenset({Action.DO, Action.UNCERTAIN}),
        frozenset({Action.DO_NOT, Action.UNCERTAIN}),
        frozenset({Action.CONSIDER, Action.UNCERTAIN}),
    }
)

NOT_MEANT = r"\b(?:not|non)[- ]?(?:currently )?(?:pregnant|severe)\b"

PEOPLE: dict[str, dict[str, str]] = {
    "pregnancy": {
        "pregnant": r"\bpregnan(?:t|cy)\b|\bantenatal\b",
        "not pregnant": r"\b(?:not|non)[- ]?(?:currently )?pregnant\b|\bpregnant or not\b",
    },
    "age": {
        "children": r"\bchild(?:ren)?\b|\binfants?\b|\bbab(?:y|ies)\b|\btoddlers?\b|\badolescents?\b|\bteenagers?\b",
        "adults": r"\badults?\b",
    },
    "course": {
        "acute": r"\bacute\b",
        "chronic": r"\bchronic\b|\bpersistent\b|\blong[- ]term\b",
    },
    "severity": {
        "mild": r"\bmild(?:er)?\b|\bless severe\b",
        "severe": r"\b(?<!less )severe\b",
    },
}

LINES: dict[str, str] = {
    "first": (
        r"\bfirst[- ](?:line|choice|step|treatment|medicine|option)\b|\bas (?:the )?(?:first|initial|main)\b"
        r"|\bprimary intervention\b|\b(?:start|begin) with\b|\bstarting treatment\b"
    ),
    "later": (
        r"\b(?:second|third)[- ](?:line|choice|step)\b|\blast resort\b|\badd(?:ed)?[- ]on\b"
        r"|\b(?:has|have|had|is|are|was|were) (?:failed|not (?:tolerated|enough|helped|worked|suitable))\b"
        r"|\bfail(?:ed|s|ure)\b|\bnot (?:tolerated|tolerating|responding|enough)\b|\bno (?:response|improvement)\b"
        r"|\b(?:unsuitable|ineffective|contraindicated)\b|\bother measures\b|\bafter that\b"
    ),
}

UNITS: dict[str, str] = {
    "mmHg": r"mm ?hg",
    "mg/kg": r"mg/kg",
    "mg": r"mg(?!/)",
    "g": r"g(?:rams?)?(?![a-z/])",
    "hours": r"hours?",
    "days": r"days?",
    "weeks": r"weeks?",
    "months": r"months?",
    "sessions": r"sessions?",
    "%": r"%|per ?cent",
    "kg/m2": r"kg/m[2²]",
}
