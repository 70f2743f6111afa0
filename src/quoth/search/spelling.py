"""A word that nobody knows may be a known word with one slip. What it was read as is always shown."""

from collections.abc import Callable, Mapping

__all__ = ["corrected", "one_slip_apart"]

_LENGTH_MIN = 7
"""Shorter words have too many neighbours: "statin" and "station", "indole" and "insole", "inulin" and "insulin"."""
_LENGTH_OF_TWO_SLIPS = 10
"""So long a word has no neighbour at two slips by chance: "chiroprakter", "antidepresents"."""


def corrected(form: str, vocabulary: Mapping[str, str], is_illness: Callable[[str], bool] | None = None) -> str | None:
    """The one known word at a distance of one slip, in long words two, or `None` where there is none or several.

    Of several the one that names an illness of this library is meant, where no other does: "diabets" is diabetes, and
    not a brand that nothing here speaks of.

    The first letter stays: it is seldom the wrong one (Kukich 1992, doi:10.1145/146370.146380), and whole words differ
    by it: "ginger" is no slip for "finger".

    Args:
        form: a folded word, as typed.
        vocabulary: known folded words with their stems; neighbours with the same stem count as one.
        is_illness: whether a word names an illness that the library speaks of; not asked where there is one neighbour.
    """
    if len(form) < _LENGTH_MIN or not form.isalpha():
        return None
    alike = [word for word in vocabulary if word[:1] == form[0] and word.isalpha() and abs(len(word) - len(form)) <= 2]
    near = sorted(word for word in alike if len(word) >= _LENGTH_MIN - 1 and one_slip_apart(form, word))
    if not near and len(form) >= _LENGTH_OF_TWO_SLIPS:
        near = sorted(word for word in alike if len(word) >= _LENGTH_OF_TWO_SLIPS - 1 and _slips(form, word) == 2)
    if is_illness is not None and len({vocabulary[word] for word in near}) > 1:
        near = [word for word in near if is_illness(word)]
    return near[0] if len({vocabulary[word] for word in near}) == 1 else None


def one_slip_apart(one: str, other: str) -> bool:
    """True for words that differ by one letter added, left out, changed, or by two neighbours swapped.

    Source: Damerau, CACM 1964, doi:10.1145/363958.363994: these four make up four of five spelling errors.
    """
    if one == other:
        return False
    start = 0
    shortest = min(len(one), len(other))
    while start < shortest and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    if len(left) == len(right):
        swapped = len(left) > 1 and left[0] == right[1] and left[1] == right[0] and left[2:] == right[2:]
        return left[1:] == right[1:] or swapped
    return left[1:] == right if len(left) > len(right) else left == right[1:]


def _slips(one: str, other: str) -> int:
    """How many letters must be added, left out, changed or swapped with their neighbour; 3 stands for more than two."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        last, row = row, [i]
        for j, theirs in enumerate(other, start=1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != theirs))
            if before and j > 1 and letter == other[j - 2] and one[i - 2] == theirs:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        if min(row) > 2:
            return 3
        before = last
    return min(row[-1], 3)
