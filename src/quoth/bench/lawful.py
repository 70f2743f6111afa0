"""Lawful rewritings of real sentences, one for each row of the documented table of edits and for pairs of rows.

Made from what `docs/reference/written-sentences.md` promises, with code of its own: a checker that refuses these
refuses honest sentences.
"""

import re
from collections.abc import Callable, Sequence
from random import Random

__all__ = ["LAWFUL", "Pair"]

_STATISTICS = frozenset(
    ("NS", "CI", "CRI", "PP", "ITT", "SD", "SE", "SEM", "IQR", "OR", "RR", "HR", "MD", "SMD", "NNT", "NNH")
)
Pair = tuple[str, str]
"""The cited sentence, and what a model may write for it."""


def label(sentence: str, random: Random) -> Pair:
    """A label in front is left out."""
    return f"{random.choice(('RESULTS', 'Results', 'Conclusion', 'CONCLUSIONS', 'Findings'))}: {sentence}", sentence


def lead_in(sentence: str, random: Random) -> Pair:
    """A lead-in is left out, the next letter becomes a capital."""
    words = random.choice(("In conclusion", "In summary", "Finally", "Notably", "Importantly", "Of note"))
    return f"{words}, {_low(sentence)}", sentence


def attribution(sentence: str, random: Random) -> Pair:
    """Who found it is left out."""
    words = random.choice(
        (
            "We found that",
            "Our results show that",
            "This study showed that",
            "The authors reported that",
            "We observed that",
        )
    )
    return f"{words} {_low(sentence)}", sentence


def pointer(sentence: str, random: Random) -> Pair:
    """A pointer to a table is left out."""
    where = random.choice(("(Table 2)", "(see Table 1)", "(Figure 3)", "(Fig. 4)", "(Appendix)", "(see also Fig. 2)"))
    return f"{sentence.rstrip('.')} {where}.", sentence


def short_form(sentence: str, random: Random) -> Pair | None:
    """A short form in brackets behind its words is left out."""
    places = list(re.finditer(r"(?<![\w-])[a-z]{4,} [a-z]{4,}(?: [a-z]{4,})?(?= )", sentence))
    if not places:
        return None
    place = random.choice(places)
    letters = "".join(word[0].upper() for word in place.group().split())
    if letters in _STATISTICS:
        return None
    return f"{sentence[: place.end()]} ({letters}){sentence[place.end() :]}", sentence


def spelling(sentence: str, random: Random) -> Pair | None:
    """British becomes American spelling."""
    pairs = (("randomised", "randomized"), ("tumour", "tumor"), ("oedema", "edema"), ("centre", "center"))
    found = [(one, other) for pair in pairs for one, other in (pair, pair[::-1]) if re.search(rf"\b{one}\b", sentence)]
    if not found:
        return None
    one, other = random.choice(found)
    return sentence, re.sub(rf"\b{one}\b", other, sentence)


def percent(sentence: str, random: Random) -> Pair | None:
    """The sign becomes a word."""
    changed = re.sub(r"(?<=\d)%(?=[\s,.;)])", random.choice((" percent", " per cent", " %")), sentence)
    return (sentence, changed) if changed != sentence else None


def versus(sentence: str, random: Random) -> Pair | None:
    """Versus is written out, or short."""
    changed = re.sub(r"\b(?:vs\.|vs\b(?!\.)|versus\b)", random.choice(("versus", "vs.", "vs")), sentence)
    return (sentence, changed) if changed != sentence else None


def spaces_and_stop(sentence: str, random: Random) -> Pair:
    """White space and the closing stop differ."""
    place = random.choice([found.start() for found in re.finditer(" ", sentence)] or [len(sentence)])
    return f"{sentence[:place]} \n{sentence[place:]}", sentence.rstrip(".")


LAWFUL: dict[str, Callable[[str, Random], Pair | None]] = {
    each.__name__: each
    for each in (label, lead_in, attribution, pointer, short_form, spelling, percent, versus, spaces_and_stop)
}


def _low(sentence: str) -> str:
    """The sentence as it would stand inside another one."""
    first: Sequence[str] = sentence.split(maxsplit=1)
    return sentence[0].lower() + sentence[1:] if first[0][1:].islower() or len(first[0]) == 1 else sentence
