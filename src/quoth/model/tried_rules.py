"""How advice says that it is for those whom another treatment did not help: one table, read by two sides.

Each line is a phrase as it stands in what bounds a statement ("core care not enough"), read by stems of its words.
"""

__all__ = ["DID_NOT_HELP"]

DID_NOT_HELP: tuple[str, ...] = (
    "failed",
    "fail",
    "no response",
    "not responding",
    "not responded",
    "inadequate",
    "insufficient",
    "not tolerating",
    "not tolerated",
    "intolerant",
    "intolerance",
    "unsuitable",
    "ineffective",
    "not effective",
    "not enough",
    "not helped",
    "not improved",
    "not worked",
    "no better",
    "no improvement",
    "no relief",
    "not given the wanted result",
    "persist",
    "contraindicated",
    "cannot be used",
)
