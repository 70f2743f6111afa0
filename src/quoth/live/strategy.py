"""From a question to search words: names of things that it asks about, in PubMed's language, and nothing else of it.

The sentence itself never leaves the machine. A concept that the library knows brings its names along; words that it
does not know are searched as they stand, side by side, so that PubMed can map them to its own headings.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoth.model import QueryTerm, Question

__all__ = ["TIERS", "Strategy", "Tier", "strategy_of"]

_NAMES_MAX = 6
"""Names of one concept that are searched: PubMed maps them to its headings, which bring the rest."""
_LATE_NAMES_MAX = 3
"""Fewer of a group of persons or an outcome: their names are common words."""
_CHARS_MAX = 2_000


@dataclass(frozen=True, slots=True)
class Tier:
    """One kind of evidence, searched before those below it."""

    name: str
    filter: str
    """In PubMed's language; empty for everything."""

    def of(self, words: str) -> str:
        """The search for this kind of evidence."""
        return f"({words}) AND ({self.filter})" if self.filter else f"({words}) NOT (animals[mh] NOT humans[mh])"


# Publication types of MEDLINE: https://www.nlm.nih.gov/mesh/pubtypes.html. The order is the page's: guidelines before
# reviews before trials; what was retracted is fetched so that it is marked, not so that it is used.
GUIDELINES = Tier(
    "guidelines and systematic reviews",
    "guideline[pt] OR practice guideline[pt] OR consensus statement[pt] OR systematic review[pt] OR meta-analysis[pt]",
)
TRIALS = Tier("trials", "randomized controlled trial[pt] OR controlled clinical trial[pt]")
OTHERS = Tier("other research", "")
RETRACTED = Tier("retracted", "retracted publication[pt] OR expression of concern[pt]")
TIERS = (GUIDELINES, TRIALS, OTHERS)


@dataclass(frozen=True, slots=True)
class Strategy:
    """The groups of a search, the most important first. All groups have to be met; any name of a group will do."""

    groups: tuple[str, ...]
    edited: bool = False
    """Words that a reader wrote: searched as they stand."""

    @property
    def words(self) -> str:
        """What is sent."""
        if self.edited:
            return "".join(self.groups)
        return " AND ".join(f"({group})" for group in self.groups)[:_CHARS_MAX]

    def wider(self) -> "Iterator[Strategy]":
        """The search without its last group, without the last two…, down to two: for when nothing is found."""
        if not self.edited:
            for kept in range(len(self.groups) - 1, 1, -1):
                yield Strategy(self.groups[:kept])

    @classmethod
    def written(cls, words: str) -> "Strategy":
        """A search that a reader wrote or changed."""
        return cls((" ".join(words.split())[:_CHARS_MAX],) if words.strip() else (), edited=True)


def strategy_of(question: Question) -> Strategy:
    """The search for a question; without groups where it names nothing that could be searched."""
    places = {mention.concept.name: 0 for mention in question.conditions}
    for rank, mentions in enumerate((question.interventions, question.comparators), 1):
        places |= {mention.concept.name: rank for mention in mentions if mention.concept.name not in places}
    late = {m.concept.name for m in (*question.populations, *question.outcomes)} - places.keys()
    ranked: list[tuple[int, int, str]] = []
    for term in question.terms:
        if term.concept is not None:
            rank = 4 if term.concept in late else places.get(term.concept, 2)
            ranked.append((rank, len(ranked), " OR ".join(_names(term, _NAMES_MAX if rank < 4 else _LATE_NAMES_MAX))))
    unknown = {word.casefold() for word in question.unknown}
    for run in _runs([term for term in question.terms if term.concept is None], question.as_read):
        known = not any(word.casefold() in unknown for word in run)
        ranked.append((3 if known and places else 1, len(ranked), " ".join(run)))
    groups = dict.fromkeys(_plain(group) for _, _, group in sorted(ranked))
    return Strategy(tuple(group for group in groups if group)[:8])


def _names(term: QueryTerm, most: int) -> Iterator[str]:
    """Names of a concept that stand for it alone: short forms in capitals mean other things elsewhere."""
    names = [term.concept or term.words, *term.synonyms]
    telling = [name for name in dict.fromkeys(names) if not (len(name) < 6 and name.isupper()) and "my " not in name]
    for name in telling[:most]:
        yield f'"{_plain(name)}"' if " " in name else _plain(name)


def _runs(terms: Sequence[QueryTerm], text: str) -> Iterator[list[str]]:
    """Words that stand side by side in the question, together: "carpal tunnel syndrome" is one thing to search for."""
    run: list[str] = []
    end = -1
    folded = text.casefold()
    placed = sorted((folded.find(term.words.casefold(), 0), term.words) for term in terms)
    for start, words in placed:
        if run and not (start >= 0 and end >= 0 and re.fullmatch(r"[\s-]+", text[end:start])):
            yield run
            run = []
        run.append(words)
        end = start + len(words) if start >= 0 else -1
    if run:
        yield run


def _plain(words: str) -> str:
    """Words without what PubMed would read as an operator or a field."""
    kept = re.sub(r"[\[\]()\"{}:*]", " ", words) if '"' not in words else re.sub(r"[\[\](){}:*]", " ", words)
    kept = re.sub(r"\b(?:AND|NOT)\b", lambda found: found[0].lower(), kept)
    return " ".join(kept.split())
