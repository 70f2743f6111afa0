"""Phrases that name a treatment of one condition, and beside another say nothing of the kind.

To a runner with a sore knee "keep running" is advice; in "I keep running to the loo" it is nothing of the kind. The
"first drug" of high blood pressure is no first drug for an infection.
"""

from quoth.search.everyday import is_scenery
from quoth.text import match_tokens

__all__ = ["says_little"]

_DOING = frozenset(
    (
        "keep",
        "carry",
        "continue",
        "stop",
        "start",
        "go",
        "going",
        "get",
        "getting",
        "come",
        "take",
        "taking",
        "do",
        "doing",
        "cut",
        "cutting",
        "play",
        "playing",
        "sit",
    )
)
_ANY_MEDICINE = frozenset({"pharmacotherapy", "drug therapy", "drug treatment", "medication", "medications"})
"""Says no more than that a medicine is meant: which ones, the condition says."""
_TURNS = """
first 1st initial first-line first-choice line choice option drug drugs medicine medicines tablet tablets treatment
treatments therapy used to start with
"""
"""Words of names that say only which turn a medicine has: the "first drug" of one condition is none of another's."""
_ANY_TURN = frozenset(_TURNS.split())


def says_little(words: str) -> bool:
    """True for a phrase of everyday words, and for one that says only that a medicine is meant, or its turn."""
    return _is_said_every_day(words) or _is_any_medicine(words)


def _is_any_medicine(words: str) -> bool:
    return words.casefold() in _ANY_MEDICINE or {token.form for token in match_tokens(words)} <= _ANY_TURN


def _is_said_every_day(words: str) -> bool:
    """True for a phrase that holds a word of doing and no word that is rare outside medicine."""
    forms = [token.form for token in match_tokens(words)]
    return len(forms) > 1 and forms[0] in _DOING and all(is_scenery(form) or form in _DOING for form in forms)
