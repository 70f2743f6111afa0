"""Where the words of a question stand in a text: quick enough to run over every sentence that search found.

Only words that begin like a word of the question are looked at, so most of a text is passed over by one compiled
pattern. Annotated statements come up again and again: from the second time on they are laid out, stem by stem. Forms
and stems are `quoth.text`'s, so that what search found is found again here.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import count, pairwise

from quoth.model import QueryTerm
from quoth.text import match_tokens, stem
from quoth.text.families import root

__all__ = ["Seen", "Sought", "Terms", "forms_in", "found_of", "has", "join"]

_WINDOW_CHARS = 48
"""The words of one phrase stand within this many characters: "pain of the knee" counts as "knee pain"."""
_BESIDE_CHARS = 4
"""Between the beginnings of two words side by side, beyond the first one's stem: its ending and a space or dash."""
_MAX_ALTERNATIVES = 400
_ACRONYM_LETTERS = 6
_BEGINNING = 3
_KEPT_TEXTS, _KEPT_CHARS = 4_096, 8_000
"""A longer text is never kept laid out, so that the kept ones take little memory."""
_WORD = re.compile(r"[^\W_][\w'’]*")
_JOINTS = frozenset("_'’")
"""What stands inside a word and begins none."""
_IRREGULAR = re.compile(
    r"\w{0,2}[ao]e|\w{0,2}[^\W\da-zA-Z]|.{0,2}(?:\Z|['’\d_])|\d|(?:feet|teeth|mice|men|lice|geese)\b|sulph",
    re.IGNORECASE,
)
"""Words whose first letters folding or stemming may change, or that are cut into parts; all others keep them."""


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing to look for. Each alternative is a set of stems that must stand together."""

    name: str
    alternatives: tuple[tuple[str, ...], ...]
    weight: float
    words: str = ""
    rarity: float = 1.0
    """As of the query term."""
    singles: frozenset[str] = field(init=False, repr=False, compare=False)
    """The alternatives of one stem."""
    phrases: Mapping[str, tuple[tuple[str, ...], ...]] = field(init=False, repr=False, compare=False)
    """The other alternatives, by the first of their stems."""

    def __post_init__(self) -> None:
        """Sort the alternatives for looking up."""
        phrases: dict[str, list[tuple[str, ...]]] = {}
        for words in self.alternatives:
            if len(words) > 1:
                phrases.setdefault(words[0], []).append(words)
        object.__setattr__(self, "singles", frozenset(words[0] for words in self.alternatives if len(words) == 1))
        object.__setattr__(self, "phrases", {first: tuple(them) for first, them in phrases.items()})


@dataclass(frozen=True, slots=True)
class _Layout:
    """Every stem of one text with its places. Tuples of numbers cost the garbage collector nothing."""

    places: dict[str, tuple[int, ...]]
    """Of words that begin like their stem, and of irregular ones."""
    others: dict[tuple[str, str], tuple[int, ...]]
    """(beginning of the word, stem) of words that begin otherwise: they count beside a word that begins so."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Where stems of the question stand in one text: characters, ascending."""

    places: Mapping[str, Sequence[int]]

    def within(self, start: int, end: int) -> "Seen":
        """The same, for a stretch of the text."""
        cut: dict[str, Sequence[int]] = {}
        for form, places in self.places.items():
            low, high = bisect_left(places, start), bisect_left(places, end)
            if low < high:
                cut[form] = places[low:high]
        return Seen(cut)


def join(head: Seen, body: Seen, offset: int) -> Seen:
    """Two texts read one by one as if the second stood `offset` characters after the start of the first."""
    places: dict[str, Sequence[int]] = dict(head.places)
    for form, found in body.places.items():
        places[form] = [*places.get(form, ()), *(place + offset for place in found)]
    return Seen(places)


class Terms:
    """The words of one question, ready to be looked for. Nothing is kept between questions."""

    def __init__(self, sought: Sequence[Sought], also: Sequence[Sought] = (), *, kin: bool = False) -> None:
        """Take what is counted, and what is only to be read along, so that one reading serves several lists.

        With `kin`, words of the family of a single word are read as well, under its stem behind a "~".
        """
        self.sought = tuple(sought)
        self._stems = frozenset(form for one in (*sought, *also) for words in one.alternatives for form in words)
        singles = (form for one in self.sought for form in one.singles) if kin else ()
        self._roots = {root(form): f"~{form}" for form in sorted(singles)}
        self._known: set[str] = set()
        self._forms_of: dict[str, tuple[str, ...]] = {}
        self._beginnings = frozenset(begin for form in self._stems for begin in _beginnings(form))

    @staticmethod
    def of(name: str, weight: float, phrases: Iterable[str]) -> Sought:
        """One thing under all its phrases, the first of them in the question's own words."""
        listed = tuple(dict.fromkeys(phrases))[:_MAX_ALTERNATIVES]
        alternatives = tuple(dict.fromkeys(words for phrase in listed if (words := _stems_of(phrase))))
        return Sought(name, alternatives, weight, listed[0] if listed else "")

    @staticmethod
    def of_term(term: QueryTerm) -> Sought:
        """A term of the question under its own words and its synonyms."""
        named = Terms.of(term.concept or term.words, term.weight, (term.words, *term.synonyms))
        return replace(named, rarity=term.rarity) if term.rarity < 1 else named

    def read(self, text: str) -> Seen:
        """Where the stems of the question stand in `text`."""
        words = set(_WORD.findall(text))
        fresh = words - self._known
        for word in fresh:
            begins = _beginning_of(word)
            if (begins is None or begins in self._beginnings) and (
                forms := tuple(filter(None, map(self._read_as, _stems_in(word))))
            ):
                self._forms_of[word] = forms
        self._known |= fresh
        places: dict[str, list[int]] = {}
        for word in words & self._forms_of.keys():  # most words of a text are none of the question's
            starts = _starts_of(word, text)
            for form in self._forms_of[word]:
                places.setdefault(form, []).extend(starts)
        return Seen({form: sorted(found) for form, found in places.items()})

    def read_kept(self, text: str) -> Seen:
        """As `read`, for a text that many questions will come to: it is kept laid out from the second reading on."""
        if len(text) > _KEPT_CHARS or not next(_readings(text)):
            return self.read(text)
        layout = _layout(text)
        places: dict[str, Sequence[int]] = {form: layout.places[form] for form in self._stems & layout.places.keys()}
        for (begins, form), found in layout.others.items():
            if form in self._stems and begins in self._beginnings:
                places[form] = sorted((*places.get(form, ()), *found))
        for form in layout.places if self._roots else ():
            if (kin := self._read_as(form)) and kin != form:
                places[kin] = sorted((*places.get(kin, ()), *layout.places[form]))
        return Seen(places)

    def _read_as(self, form: str) -> str | None:
        """A stem of the question, kin of one, or nothing that is looked for."""
        if form in self._stems:
            return form
        return self._roots.get(root(form)) if self._roots else None

    def found(self, seen: Seen) -> tuple[Sought, ...]:
        """Which of the sought things stand in the text that `seen` was read from, in the question's order."""
        return found_of(self.sought, seen)

    def coverage(self, found: Iterable[Sought]) -> float:
        """The weighted share of everything sought that was found, 0 to 1; 0 when nothing is sought."""
        total = sum(one.weight for one in self.sought)
        return sum(one.weight for one in found) / total if total else 0.0


def forms_in(text: str) -> frozenset[str]:
    """The stems of every word of a text, as `Sought` writes them."""
    return frozenset(form for word in dict.fromkeys(_WORD.findall(text)) for form in _stems_in(word))


def _beginnings(form: str) -> Iterator[str]:
    """How words begin that have this stem. The plural of a short acronym reaches into the beginning: "TGs"."""
    bare = form.removeprefix("=").lower()
    yield bare[:_BEGINNING]
    if bare != form and len(bare) < _BEGINNING:
        yield f"{bare}s"[:_BEGINNING]


def found_of(sought: Iterable[Sought], seen: Seen) -> tuple[Sought, ...]:
    """Which of these stand in the text that `seen` was read from."""
    if not seen.places:
        return ()
    return tuple(one for one in sought if has(one, seen))


def has(sought: Sought, seen: Seen) -> bool:
    """Whether any alternative stands in the text, its words near one another."""
    places = seen.places
    if not places.keys().isdisjoint(sought.singles):
        return True
    for first in sought.phrases.keys() & places.keys():
        for words in sought.phrases[first]:
            if all(word in places for word in words) and _near(words, places) and _numbered(words, places):
                return True
    return False


def _near(words: tuple[str, ...], places: Mapping[str, Sequence[int]]) -> bool:
    reach = _WINDOW_CHARS + 8 * len(words)
    rarest = min(words, key=lambda word: len(places[word]))
    for place in places[rarest]:
        if all(_any_between(places[word], place - reach, place + reach) for word in words):
            return True
    return False


def _numbered(words: tuple[str, ...], places: Mapping[str, Sequence[int]]) -> bool:
    """Whether a number or single letter stands right behind its word, or "type 2 … 1 year" would be "type 1"."""
    for before, word in pairwise(words):
        if len(word) == 1 or word.isdigit():
            reach = len(before) + _BESIDE_CHARS
            if not any(_any_between(places[word], place + 1, place + reach) for place in places[before]):
                return False
    return True


def _any_between(places: Sequence[int], low: int, high: int) -> bool:
    index = bisect_left(places, low)
    return index < len(places) and places[index] <= high


def _starts_of(word: str, text: str) -> list[int]:
    """Where `_WORD` finds this word in a text: not where it is a part of a longer one."""
    starts: list[int] = []
    size = len(word)
    at = text.find(word)
    while at >= 0:
        after = text[at + size : at + size + 1]
        if not (after.isalnum() or after in _JOINTS) and (text[at - 1 : at] == " " or _begins(at, text)):
            starts.append(at)
        at = text.find(word, at + size)
    return starts


def _begins(at: int, text: str) -> bool:
    """Whether a word that `_WORD` finds begins here."""
    while at and text[at - 1] in _JOINTS:
        at -= 1
    return not text[at - 1 : at].isalnum()


@lru_cache(maxsize=1 << 15)
def _beginning_of(word: str) -> str | None:
    """The first letters of a word, which its stem keeps; `None` of an irregular one."""
    return None if _IRREGULAR.match(word) else word[:_BEGINNING].lower()


@lru_cache(maxsize=_KEPT_TEXTS)
def _readings(text: str) -> Iterator[int]:
    """How often this text was read before, counted by asking."""
    return count()


@lru_cache(maxsize=_KEPT_TEXTS)
def _layout(text: str) -> _Layout:
    places: dict[str, list[int]] = {}
    others: dict[tuple[str, str], list[int]] = {}
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        begins = word[:_BEGINNING].lower()
        regular = not _IRREGULAR.match(word)
        for form in _stems_in(word):
            if regular and form.removeprefix("=")[:_BEGINNING].lower() != begins:
                others.setdefault((begins, form), []).append(start)
            else:
                places.setdefault(form, []).append(start)
    return _Layout(
        {form: tuple(found) for form, found in places.items()}, {key: tuple(found) for key, found in others.items()}
    )


@lru_cache(maxsize=1 << 16)
def _stems_in(word: str) -> tuple[str, ...]:
    """The stems of a written word or of its parts, each once; what stands in capitals counts as an acronym as well."""
    forms: dict[str, None] = {}
    for token in match_tokens(word):
        forms[stem(token.form)] = None
        written = word[token.start : token.end].removesuffix("s")
        if written.isupper():
            forms[f"={written}"] = None
    return tuple(forms)


@lru_cache(maxsize=16_384)
def _stems_of(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase, each once; a short acronym must be met in capitals, or "ACT" would find "act"."""
    bare = phrase.strip().removesuffix("s")
    if 2 <= len(bare) <= _ACRONYM_LETTERS and bare.isalnum() and bare.isupper() and not bare.isdigit():
        return (f"={bare}",)
    return tuple(dict.fromkeys(stem(token.form) for token in match_tokens(phrase)))
