"""What a question asks for beside its subject, and whether a recommendation tells it: a test, how often, how soon.

Such words never decide whether there is an answer. Of several recommendations that hold what was asked they tell which
one answers: "how often …?" is answered by "annually", and "should I be tested?" by advice on screening.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["ASKED_FOR", "AskedFor", "asked_for", "is_on_screening_alone"]


@dataclass(frozen=True, slots=True, eq=False)
class AskedFor:
    """One thing that questions ask for, by the words of the question and by those that tell it; one of a kind."""

    asks: re.Pattern[str]
    tells: re.Pattern[str]
    worth: float = 1.0
    """Beside the others."""
    must: bool = False
    """Advice that does not tell it, in its words, a heading or the title, answers another question."""

    def is_told_by(self, words: str) -> bool:
        """Whether a recommendation tells it."""
        return self.tells.search(words) is not None

    def must_be_told(self, words: str) -> bool:
        """False where it may not be lacking and is."""
        return not self.must or self.is_told_by(words)


def _row(asks: str, tells: str, *, worth: float = 1.0, must: bool = False) -> AskedFor:
    asking, telling = (re.compile(rf"\b(?:{words})", re.IGNORECASE) for words in (rf"(?:{asks})\b", tells))
    return AskedFor(asking, telling, worth, must)


_ON_SCREENING = re.compile(r"\bscreen", re.IGNORECASE)

ASKED_FOR: dict[str, AskedFor] = {
    # Looking for an illness in those who feel well is another matter than finding out what ails the ill.
    "screening": _row(r"screen\w*", r"screen|asymptomatic|routine", must=True),
    "test": _row(r"(?:screen|test|check|examin|detect|diagnos|scan)\w*|look for", r"screen|test|check|exam|diagnos"),
    "often": _row(
        r"how often|how frequently|interval|every year|yearly",
        r"annual|every|once|bienn|weekly|monthly|interval|each visit",
        worth=2.0,
    ),
    "when": _row(
        r"how soon|how quickly|when|at what|how long after",
        r"within|before|after|at \d|until|prior to|\d+ (?:week|day|month)",
        worth=1.5,
    ),
    "again": _row(r"again|(?:start\w*|begin\w*) over|repeat\w*", r"re-?(?:start|peat|test|new|assess|evaluat)|again"),
    "stop": _row(r"stop\w*|end|give up", r"stop|discontinu|cease|end\b"),
    "first": _row(r"first|initial\w*|start\w*", r"initi|first|start"),
    "dose": _row(r"how much|dose|dosage", r"\d"),
    "prevent": _row(r"prevent\w*|avoid\w*", r"prevent|prophyla|reduce"),
    "treat": _row(
        r"treat\w*|therap\w*|medicat\w*|medicines?|drugs?|help", r"treat|therap|medicat|pharmaco|drug|offer|administ"
    ),
    "refer": _row(r"refer\w*|see a specialist|hospital", r"refer|consult|hospitali"),
}  # fmt: skip
"""By name, in a fixed order."""


def asked_for(question: str) -> tuple[AskedFor, ...]:
    """What the words of a question ask for, in a fixed order."""
    return tuple(row for row in ASKED_FOR.values() if row.asks.search(question))


def is_on_screening_alone(wants: Sequence[AskedFor], words: str) -> bool:
    """Whether a recommendation is on looking for an illness in the well where nothing of the kind is asked for."""
    return not wants and _ON_SCREENING.search(words) is not None
