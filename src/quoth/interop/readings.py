"""What a question's words were read as, so that a reader sees it and can say that something else was meant."""

from dataclasses import dataclass

from quoth.model import Abstention, Answer, Mention, Question
from quoth.text import match_tokens, stem

__all__ = ["Reading", "readings"]


@dataclass(frozen=True, slots=True)
class Reading:
    """Words of a question, and what they were read as; "…" stands for other words in between."""

    words: str
    meant: tuple[str, ...]
    """Nothing for words that the reader had read as nothing else."""


def readings(page: Answer | Abstention) -> tuple[Reading, ...]:
    """What of a question was read as something else, each stretch of words once, in the order in which it was done."""
    asked = page.question
    named = (*asked.conditions, *asked.interventions, *asked.comparators)
    found = [Reading(typed, (meant,)) for typed, meant in (*asked.shorthand, *asked.corrected)]
    found += [
        Reading(one.words, (one.concept.name,))
        for one in named
        if one.start >= 0 and one.concept.name not in asked.carried_over and _is_other(one) and _is_typed(one, asked)
    ]
    found += [Reading(words, names) for words, names in page.method.read_as]
    taken = [Reading(words, ()) for words in asked.literal]
    return tuple({one.words: one for one in (*reversed(found), *taken)}.values())[::-1]


def _is_typed(mention: Mention, asked: Question) -> bool:
    """Whether its words stand in the question as typed: what was written out first is shown under its short form."""
    typed = asked.text.casefold()
    return not asked.shorthand or all(piece.strip() in typed for piece in mention.words.casefold().split("…"))


def _is_other(mention: Mention) -> bool:
    return _stems(mention.words) != _stems(mention.concept.name)


def _stems(text: str) -> list[str]:
    return [stem(token.form) for token in match_tokens(text)]
