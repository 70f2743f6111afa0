"""Who was studied, what was done, against what, and what was measured: spans of a report's own text, or nothing.

Reports of trials say it in set phrases: "effect of X on Y in Z", "60 women with Z were randomised to X or Y", "the
primary outcome was Y". Each phrase of the tables below yields a span; what no phrase yields is not found. Every
pattern is bounded, and so linear in the length of the sentence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quoth.evidence.study.pico_table import (
    CLOSES,
    COMPARATOR,
    GENERIC,
    INTERVENTION,
    LEADS_IN,
    OUTCOME,
    PEOPLE,
    POPULATION,
    TITLE,
)
from quoth.model import Extent, PicoKind
from quoth.text.later import compile_later

__all__ = ["PicoExtent", "pico_of", "ranked_interventions"]

_READ_CHARS = 1_200
_READ_SENTENCES = 40
_MIN_CHARS, _MAX_CHARS = 3, 160
_KEPT_TEXTS = 4_096
_COUNT_BEFORE = compile_later(r"(?<![\w.,·%±<>=\-])\d[\d,]* \Z")
"""How many people: "1,204 women" is one thing, and "women" alone would be cut from it."""
_NUMBER_BEFORE = compile_later(r"\d[^A-Za-z]{0,12}\Z")
_RANGE_BEFORE = compile_later(r"\d[^A-Za-z]{0,6}(?:to|and|or|through)\s\Z")
_NUMBER_AFTER = compile_later(r"[^A-Za-z.;]{0,12}\d")
_NUMBER_AT_END = compile_later(r"\d\W{0,3}\Z")
_INSIDE_WORD_BEFORE = compile_later(r"[^\W_]['’\-\u2010\u2011/]?\Z")
_INSIDE_WORD_AFTER = compile_later(r"['’\-\u2010\u2011/]?[^\W_]")
_OFTEN, _OFTEN_AT_MOST = 0.7, 6
"""What a report speaks of again and again it is about."""
_Tables = tuple[tuple[PicoKind, tuple[tuple[int, re.Pattern[str]], ...]], ...]
_TABLES: _Tables = (
    (PicoKind.POPULATION, POPULATION),
    (PicoKind.INTERVENTION, INTERVENTION),
    (PicoKind.COMPARATOR, COMPARATOR),
    (PicoKind.OUTCOME, OUTCOME),
)
_IN_TITLES: _Tables = (*_TABLES, (PicoKind.INTERVENTION, TITLE))
"""How titles name what was done, which no sentence of the text is read by."""


@dataclass(frozen=True, slots=True)
class PicoExtent:
    """One part of a study in a text. Offsets count characters of that text."""

    kind: PicoKind
    extent: Extent
    weight: int
    """How telling the phrase is that yielded it; more is better."""


def pico_of(text: str, sentences: Sequence[Extent]) -> tuple[PicoExtent, ...]:
    """The best span of each part of the study, in the order population, intervention, comparator, outcome.

    Args:
        text: an abstract, or a section.
        sentences: of the text, in order.
    """
    found = _found(text, tuple(sentences[:_READ_SENTENCES]))
    best = []
    for kind in PicoKind:
        of_kind = [one for one in found if one.kind is kind]
        if of_kind:
            best.append(max(of_kind, key=lambda one: (one.weight, -one.extent.start)))
    held = {one.kind: text[one.extent.start : one.extent.end].casefold() for one in best}
    if held.get(PicoKind.INTERVENTION) == held.get(PicoKind.COMPARATOR):
        best = [one for one in best if one.kind is not PicoKind.COMPARATOR]
    return tuple(best)


def ranked_interventions(title: str, text: str, sentences: Sequence[Extent], *, top: int = 3) -> tuple[str, ...]:
    """The interventions of a report as it words them, likeliest first, each once."""
    scores: dict[str, float] = {}
    words: dict[str, str] = {}
    in_title = _found_in_title(title) if title else ()
    in_text = _found(text, tuple(sentences[:_READ_SENTENCES]))
    for source, found, bonus in ((title, in_title, 2.0), (text, in_text, 0.0)):
        for one in found:
            if one.kind in (PicoKind.INTERVENTION, PicoKind.COMPARATOR):
                said = source[one.extent.start : one.extent.end]
                for part in _parts(said):
                    key = " ".join(part.casefold().split())
                    words.setdefault(key, part)
                    scores[key] = scores.get(key, 0.0) + one.weight + bonus - 0.5 * (one.kind is PicoKind.COMPARATOR)
    whole = f"{title}\n{text}".casefold()
    for key in scores:
        scores[key] += _OFTEN * min(whole.count(key), _OFTEN_AT_MOST)
    chosen: list[str] = []
    for key in sorted(scores, key=lambda key: (-scores[key], key)):
        if not any(key in other or other in key for other in chosen):
            chosen.append(key)
    return tuple(words[key] for key in chosen[:top])


@lru_cache(maxsize=_KEPT_TEXTS)
def _found(text: str, sentences: tuple[Extent, ...]) -> tuple[PicoExtent, ...]:
    return tuple(_each(text, sentences, _TABLES))


@lru_cache(maxsize=_KEPT_TEXTS)
def _found_in_title(title: str) -> tuple[PicoExtent, ...]:
    return tuple(_each(title, (Extent(0, len(title)),), _IN_TITLES))


def _each(text: str, sentences: Iterable[Extent], tables: _Tables) -> Iterator[PicoExtent]:
    for sentence in sentences:
        words = text[sentence.start : min(sentence.end, sentence.start + _READ_CHARS)]
        for kind, table in tables:
            for weight, phrase in table:
                for match in phrase.finditer(words):
                    extent = _trimmed(words, *match.span("span"), kind)
                    if extent is not None:
                        start, end = sentence.start + extent.start, sentence.start + extent.end
                        yield PicoExtent(kind, Extent(start, end), weight)


def _trimmed(words: str, start: int, end: int, kind: PicoKind) -> Extent | None:
    """The span without the words that lead into it and up to the first that closes it; `None` when nothing is left."""
    end = min(end, start + _MAX_CHARS)
    closing = CLOSES[kind].search(words, start + 1, end)
    if closing:
        end = closing.start()
    leading = LEADS_IN.match(words, start, end)
    if leading:
        start = leading.end()
    if kind is PicoKind.POPULATION:
        start = _at_the_people(words, start, end)
        counted = _COUNT_BEFORE.search(words[:start])
        start = counted.start() if counted else start
    said = _ENDS.sub("", words[start:end]).rstrip(" ,.;:(-–")
    if said.count("(") > said.count(")"):
        said = said[: said.rindex("(")].rstrip(" ,.;:")
    if not len(said) >= _MIN_CHARS or not any(map(str.isalpha, said)):
        return None
    if not _fits(said, kind) or not _stands_whole(words, start, start + len(said)):
        return None
    return Extent(start, start + len(said))


def _stands_whole(words: str, start: int, end: int) -> bool:
    """Whether neither end cuts a word, a compound, a bracket, or a number from what belongs to it."""
    before, span, after = words[:start], words[start:end], words[end:]
    if before.count("(") > before.count(")") or before.count("[") > before.count("]"):
        return False
    if _NUMBER_BEFORE.search(before) or _NUMBER_AFTER.match(after) or _NUMBER_AT_END.search(span):
        return False
    if span[0].isdigit() and _RANGE_BEFORE.search(before):
        return False
    return not (_INSIDE_WORD_BEFORE.search(before) and span[0].isalnum()) and not (
        span[-1].isalnum() and _INSIDE_WORD_AFTER.match(after)
    )


def _at_the_people(words: str, start: int, end: int) -> int:
    """Where the people begin: "study in 60 adults with asthma" tells of 60 adults."""
    people = PEOPLE.search(words, start, end)
    if people is None:
        return start
    before = list(_LEADS_TO_PEOPLE.finditer(words, start, people.end()))
    return before[-1].end() if before else start


_LEADS_TO_PEOPLE = compile_later(r"\b(?:in|of|for|by|with|from|among|to|was|were) ", re.IGNORECASE)
_ENDS = compile_later(r"(?: (?:and|or|with|of|in|to|the|a|an|versus|vs|than|by|for|as))+[ ,.]*$", re.IGNORECASE)


def _fits(said: str, kind: PicoKind) -> bool:
    """Whether the words can be of this kind: people are people, and nothing else is."""
    if kind is PicoKind.POPULATION:
        return PEOPLE.search(said) is not None
    if PEOPLE.match(said) or said.casefold().startswith(_NOT_THINGS):
        return False
    return not _says_nothing(said) or (kind is PicoKind.COMPARATOR and "control" in said.casefold())


_NOT_THINGS = ("those ", "that ", "which ", "without", "baseline", "before ", "any ", "what ", "how ")


def _says_nothing(said: str) -> bool:
    """Whether every word is one that names nothing by itself."""
    return all(word in GENERIC or not word.isalpha() for word in _WORD.findall(said.casefold()))


_WORD = compile_later(r"[\w-]+")
_JOINS = compile_later(
    r"\s*(?:,|;|\b(?:and|or|versus|vs\.?|plus|with|followed by|compared (?:with|to))\b)\s*", re.IGNORECASE
)


def _parts(said: str) -> Iterator[str]:
    """The whole phrase, and its members where it lists several."""
    yield said
    members = [part.strip(" ,.;:()") for part in _JOINS.split(said)]
    if len(members) > 1:
        for member in members:
            if len(member) >= _MIN_CHARS and not _says_nothing(member):
                yield member
