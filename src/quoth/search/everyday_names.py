"""Other names for what a question says, where the library mostly says it otherwise: "kneecap" is "patella".

The names stand in `data/everyday_names.txt`, made from WordNet; a pack's own lists go first, for what names a concept
is not looked up here. A name is only added where it stands in three times as many units as what was typed: then the
library speaks of the thing by that name. A word that is unknown stays unknown, whatever it is also called: that decides
whether there is an answer, and a list of names made by machine must not.

Beside it stands `data/same_names.txt`, chosen by hand: names under which guidelines of different countries, clinicians
and patients write one and the same thing. Whichever the library uses, a text that says the one says the other, so these
come with a term as `same`, and a word that has one here is known.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from quoth.model import QueryTerm
from quoth.search.medical_names import medical_names
from quoth.search.terms import Frequency
from quoth.search.wording import Span, Wording, read
from quoth.text import fold, match_tokens, stem
from quoth.text.later import compile_later

__all__ = [
    "everyday_names",
    "is_named_here",
    "other_names",
    "places_named_here",
    "same_names",
    "with_everyday_names",
    "with_same_names",
]

_MADE_SO, _LONG = compile_later(r"is(?:e|ed|es|ing|ations?)$"), 8
"""Who is sterilised had a sterilisation: as `quoth.text` folds them, in one English spelling."""
_WORDS_MAX = 4
_OFTENER = 3


def with_everyday_names(
    terms: Sequence[QueryTerm], wording: Wording, taken: Sequence[Span], frequency: Frequency
) -> tuple[QueryTerm, ...]:
    """The terms with other names, and with a term for each name of several words that has some.

    Args:
        terms: what is searched for.
        wording: the question.
        taken: stretches that name a concept.
        frequency: in how many units words stand.
    """
    named = (
        (words, _commoner(words, names, frequency)) for _, words, names in _named(wording, taken, everyday_names())
    )
    found = {words: names for words, names in named if names}
    if not found:
        return tuple(terms)
    free = {fold(term.words): place for place, term in enumerate(terms) if term.concept is None and not term.synonyms}
    mended = list(terms)
    for words, names in found.items():
        place = free.get(fold(words))
        if place is None:
            mended.append(QueryTerm(words, names))
        else:
            mended[place] = replace(terms[place], synonyms=names)
    return tuple(mended)


def with_same_names(
    terms: Sequence[QueryTerm], wording: Wording, taken: Sequence[Span], frequency: Frequency
) -> tuple[QueryTerm, ...]:
    """The terms with the names of the very same thing that the library holds; what it writes oftener is searched too.

    Args:
        terms: what is searched for, concepts among them.
        wording: the question.
        taken: stretches that name a concept: a name of several words that only touches one is passed over.
        frequency: in how many units words stand.
    """
    mended = {fold(term.words): term for term in reversed(terms)}
    said: set[str] = set()  # words that stand nowhere and are part of a name that is held under another
    for place, words, names in _named(wording, (), same_names()):
        term = mended.get(fold(words))
        if term is None and any(place.overlaps(other) for other in taken):
            continue
        typed, *others = frequency([words, *names])
        held = tuple(name for name, n in zip(names, others, strict=True) if n)
        oftener = [name for name, n in zip(names, others, strict=True) if n and n >= _OFTENER * typed]
        term = term or QueryTerm(words)
        searched = term.synonyms if term.concept else tuple(dict.fromkeys((*term.synonyms, *oftener)))
        if held:
            parts = words.split()
            said.update(fold(part) for part, n in zip(parts, frequency(parts), strict=True) if not n and len(parts) > 1)
            mended[fold(words)] = replace(term, synonyms=searched, same=held)
    own = {fold(term.words) for term in terms}
    changed = (mended[fold(term.words)] if not term.same else term for term in terms)
    whole = (*changed, *(term for words, term in mended.items() if words not in own))
    return tuple(term for term in whole if term.concept or term.same or fold(term.words) not in said)


def other_names(text: str) -> tuple[QueryTerm, ...]:
    """The stretches of a question that either list has other names for, with these: what helps to find, and to weigh.

    Both are made for finding and name more than the very same thing: what holds only such a name holds less.
    """
    wording = read(text)
    everyday = (QueryTerm(words, names) for _, words, names in _named(wording, (), everyday_names()))
    return (*medical_names(wording.text), *everyday)


def is_named_here(word: str, frequency: Frequency) -> bool:
    """Whether the library holds a word under one other name of the very same thing, or the deed that it tells."""
    row = same_names().get(" ".join(stem(token.form) for token in match_tokens(word)), ())
    names = [name for _, name in row if " " not in name]
    if len(word) >= _LONG and (ending := _MADE_SO.search(word)):
        names += [f"{word[: ending.start()]}{other}" for other in ("isation", "ised")]
    return any(frequency(names)) if names else False


def places_named_here(wording: Wording, frequency: Frequency) -> tuple[Span, ...]:
    """Where several words together have another name of the very same thing, all of whose words the library holds.

    Of "colon cancer" no word need stand in a library on colorectal cancer.
    """
    named = [(place, names) for place, words, names in _named(wording, (), same_names()) if " " in words.strip()]
    return tuple(place for place, names in named if any(frequency(names)))


def _named(
    wording: Wording, taken: Sequence[Span], table: Mapping[str, tuple[tuple[str, str], ...]]
) -> Iterator[tuple[Span, str, tuple[str, ...]]]:
    """Stretches of the question that have other names, with these, longest first; none overlaps another."""
    tokens = wording.tokens
    stems = [stem(token.form) for token in tokens]
    used: list[Span] = list(taken)
    for size in range(min(_WORDS_MAX, len(tokens)), 0, -1):
        for first in range(len(tokens) - size + 1):
            place = Span(tokens[first].start, tokens[first + size - 1].end)
            own = " ".join(stems[first : first + size])
            names = table.get(own)
            if names and _adjacent(wording, first, size) and not any(place.overlaps(other) for other in used):
                used.append(place)
                words = wording.text[place.start : place.end]
                yield place, words, tuple(dict.fromkeys(name for key, name in names if key != own))


def _adjacent(wording: Wording, first: int, size: int) -> bool:
    pairs = zip(wording.tokens[first : first + size - 1], wording.tokens[first + 1 : first + size], strict=True)
    return all(wording.text[one.end : other.start] in (" ", "-") for one, other in pairs)


def _commoner(words: str, names: Sequence[str], frequency: Frequency) -> tuple[str, ...]:
    typed, *others = frequency([words, *names])
    return tuple(name for name, n in zip(names, others, strict=True) if n and n >= _OFTENER * typed)


@cache
def everyday_names() -> dict[str, tuple[tuple[str, str], ...]]:
    """By the stems of a name: the stems and the name of everything else that it is called, itself included."""
    table: dict[str, tuple[tuple[str, str], ...]] = {}
    for line in (files("quoth") / "data" / "everyday_names.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        names = []
        for part in line.split("; "):
            name, _, key = part.partition("=")
            names.append((key or name, name))
        row = tuple(names)
        for key, _ in row:
            table[key] = (*table.get(key, ()), *row)
    return table


@cache
def same_names() -> dict[str, tuple[tuple[str, str], ...]]:
    """As `everyday_names`, of names of the very same thing."""
    table: dict[str, tuple[tuple[str, str], ...]] = {}
    for line in (files("quoth") / "data" / "same_names.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            names = {" ".join(stem(token.form) for token in match_tokens(name)): name for name in line.split("; ")}
            row = tuple(names.items())
            for key, _ in row:
                table[key] = (*table.get(key, ()), *row)
    return table
