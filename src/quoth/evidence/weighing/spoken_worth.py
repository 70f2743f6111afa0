"""Of several pieces of advice that say what was asked, which says it best.

Advice that holds the words itself comes before advice under a title that does; then it counts whether it names the age
and the people asked about, tells what was asked for (a test, how often), holds the question's numbers, and is on little
else: of two bodies on one virus, that on organ donors answers nobody who did not ask about donors. The weights were set
by hand on `tests/acceptance/open_key/development.yaml`, and order what is right already; none makes an answer.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from quoth.evidence.fitting.asking_words import AskedFor
from quoth.evidence.fitting.saying import WORD_LETTERS, Saying, numbers_in, stems_of
from quoth.evidence.fitting.terms import Seen, found_of
from quoth.text import match_tokens, stem
from quoth.text.ages import Ages
from quoth.text.families import root

__all__ = ["generic_words", "share_asked", "worth"]

_ABOVE = 0.7
"""What a word counts that stands over the advice and not in it."""
_AGE, _PEOPLE, _WANT, _NUMBER, _REST = 0.3, 0.2, 0.2, 0.2, 0.1
_TITLE, _ADVICE = 0.4, 0.3
_READ_CHARS = 300
"""Of advice: what follows are grades and asides."""
_KEPT_TEXTS = 16_384

# Words of any guideline, which say nothing of what it is on.
_GENERIC = """
guideline guidelines recommendation recommendations recommend recommends suggest suggests statement final clinical
practice management services preventive task force work group evidence based current insufficient assess balance
benefits harms should patients people adults with without from that than their these those this have been being and for
grade strong weak moderate quality consensus panel expertise reviewed amended replaced edition united states
"""


def worth(
    asked: Saying,
    own: Sequence[float],
    held: Sequence[float],
    *,
    words: str,
    said: Seen,
    title: str,
    ages: Sequence[Ages],
) -> float:
    """How well advice says what was asked, above 0; it compares advice on one question and nothing else.

    Args:
        asked: the question.
        own: by word of the question, whether it stands in the advice.
        held: by word, whether it stands there or above it.
        words: the advice.
        said: where the words of the question stand in it.
        title: of its document.
        ages: for which it says that it holds.
    """
    counts = [1.0 if there else _ABOVE if over else 0.0 for there, over in zip(own, held, strict=True)]
    total = sum(told * count for told, count in zip(asked.told, counts, strict=True)) / sum(asked.told)
    total += _TITLE * share_asked(asked, title) + _ADVICE * share_asked(asked, words)
    total += _PEOPLE if found_of(asked.everybody, said) else 0.0
    total += _AGE if asked.age is not None and ages else 0.0
    total += _WANT * sum(want.worth for want in asked.wants if want.is_told_by(words))
    return total + _NUMBER * len(asked.numbers & numbers_in(words)) + _REST * len(found_of(asked.rest, said))


def share_asked(asked: Saying, text: str) -> float:
    """Which share of what a text says was asked for, by its words, 0 to 1."""
    forms, by_root = _own_forms(text[:_READ_CHARS])
    kin = (by_root[one] for one in asked.forms if one in by_root)
    asked_for = len((asked.forms & forms).union(*kin))
    asked_for += sum(_tells(want, form) for want in asked.wants for form in forms)
    return min(1.0, asked_for / len(forms)) if forms else 0.0


@lru_cache(maxsize=_KEPT_TEXTS)
def _own_forms(text: str) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """The stems of its longer words, but those of any guideline, and the same by their roots."""
    long = (token.form for token in match_tokens(text) if len(token.form) >= WORD_LETTERS)
    forms = frozenset(stem(form) for form in long) - generic_words()
    by_root: dict[str, set[str]] = {}
    for form in forms:
        by_root.setdefault(root(form), set()).add(form)
    return forms, {one: frozenset(them) for one, them in by_root.items()}


@lru_cache(maxsize=_KEPT_TEXTS)
def _tells(want: AskedFor, form: str) -> bool:
    return want.is_told_by(form)


@cache
def generic_words() -> frozenset[str]:
    """Stems of the words of any guideline."""
    return frozenset(stems_of(_GENERIC))
