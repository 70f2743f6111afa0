"""Where a sentence names the intervention, the comparator and the outcome of a prompt (Evidence Inference).

By words that only one arm has, by abbreviations and group letters that the report explains, by words of control, and,
where one arm is the other and more ("A plus B", "B"), by whether the "more" stands beside.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

__all__ = ["Mark", "Prompt", "words"]

Mark = tuple[int, int, str]
"""Start, end, and which is named: "I", "C" or "O"."""

_WORD = re.compile(r"[^\W\d_][\w'’/]*|\d+(?:[.,·]\d+)*%?")
_IDLE_WORDS = """
a an the of and or in on at for to with without by from as is are was were be been than then that
this these those it its which who after before during per each once twice daily day days week weeks
month months hour hours h min minutes mg kg ml g dose doses group groups arm arms patients patient
participants subjects people women men children adults received receive receiving given treated
treatment treatments therapy intervention versus vs compared between within administration
administered using use used plus followed total first second two three one all other only alone non
not level levels mean median score scores rate rates number incidence change changes percentage
proportion average time year years weekly both either any no program programme programs regimen
regimens oral orally injection infusion tablets tablet study
"""
_IDLE = frozenset(_IDLE_WORDS.split())
_ENDINGS = (
    *("isations", "izations", "isation", "ization", "ations", "ation", "ments", "ment", "ings", "ing", "ated", "ates"),
    *("ate", "ies", "ed", "es", "s", "al", "ic", "e"),
)
_CONTROL = re.compile(
    r"\b(?:control(?:s|led)?|placebo|sham|usual|standard|conventional|routine|comparator|comparison|no[- ]treatment"
    r"|untreated|wait(?:ing|list)?|vehicle|saline|dummy|attention|inactive|non-?intervention|reference)\b",
    re.IGNORECASE,
)
_TREATED = re.compile(
    r"\b(?:intervention(?:al)?|experiment(?:al)?|treat(?:ed|ment)|study|active(?:ly)?|trial|cases?"
    r"|supplement(?:ed|ation)?|trained|training|exercise|verum|test|drug)"
    r"(?=[- ](?:group|arm|women|men|patients?|participants?|subjects?|children|condition|users?|side|cohort"
    r"|recipients?)s?\b)",
    re.IGNORECASE,
)
_OTHER_GROUP = re.compile(
    r"\b(?!(?:two|both|each|all|between|other|age|same|the|either|inter|within|intra|patient|across|one|this|that|any|no"
    r"|per|for|among|more|which|first|second|in|into|of|with|by|control|treatment|study)\b)([A-Za-z][A-Za-z-]{2,})"
    r"(?=[ -](?:group|arm)\b)|(?<=\bthe )(?:intervention|treatment|programme?|training|supplementation)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"\b[Gg]roups?\s*\(?\s*([A-Z]{1,4}\d?|\d)\b|\b([A-Z]{1,4}\d?)[- ]?[Gg]roup\b"
    r"|\(\s*(?:[Gg]roup\s*)?([A-Z]{1,4}\d?)\s*\)"
)
_ABBREVIATION = re.compile(r"\(([A-Z][A-Za-z0-9+/&-]{1,9})[;,)]")
_ALONE = re.compile(r"\b(?:alone|only|without|monotherapy)\b")
_BESIDE = 14
_NEAR_LETTER = 70
_TELLS_A_LETTER = 2


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """Words and numbers with their places."""
    return ((found.group(), found.start(), found.end()) for found in _WORD.finditer(text))


@dataclass(frozen=True)
class Prompt:
    """An intervention, a comparator and an outcome, and the report that they are asked of."""

    intervention: str
    comparator: str
    outcome: str
    report: str = field(default="", repr=False)

    def marks(self, text: str) -> list[Mark]:
        """The places where one of the three is named, in order; neighbours of one kind are one place."""
        found = list(self._named(text))
        found += [m for m in self._less(text, found) if _free(found, m)]
        control, treated = ("C", "I") if self._control_is_comparator else ("I", "C")
        named = {kind for _, _, kind in found}
        if self._one_is_control or control not in named:
            found += [m for m in _all(_CONTROL, text, control) if _free(found, m)]
        found += [m for m in _all(_TREATED, text, treated) if _free(found, m)]
        found += [m for m in self._lettered(text) if _free(found, m)]
        if self._one_is_control and treated not in {kind for _, _, kind in found}:
            found += [m for m in _all(_OTHER_GROUP, text, treated) if _free(found, m)]
        return _joined(sorted(found), text)

    @cached_property
    def _words(self) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """Words of the intervention, the comparator and the outcome, with what the report's abbreviations add."""
        sets = [_content(self.intervention), _content(self.comparator), _content(self.outcome)]
        for short, long in _abbreviations(self.report):
            for each in sets:
                if short in each:
                    each |= long
                elif long <= each:
                    each.add(short)
        return frozenset(sets[0]), frozenset(sets[1]), frozenset(sets[2])

    @cached_property
    def _own(self) -> tuple[frozenset[str], frozenset[str]]:
        """Words that only the intervention, and only the comparator, has; numbers where it has no others."""
        first, second, outcome = self._words
        return _distinct(first, second, outcome), _distinct(second, first, outcome)

    @cached_property
    def _letters(self) -> tuple[frozenset[str], frozenset[str]]:
        """Letters of the groups, as the prompt or else as the report gives them."""
        first, second = _letters(self.intervention), _letters(self.comparator)
        if first or second:
            return frozenset(first - second), frozenset(second - first)
        told: dict[str, list[int]] = {}
        for found in _LETTER.finditer(self.report):
            near = _content(self.report[found.end() : found.end() + _NEAR_LETTER].split("roup")[0])
            counts = told.setdefault(next(filter(None, found.groups())), [0, 0])
            for i, own in enumerate(self._own):
                counts[i] += bool(near & own)
        sides = [
            {letter for letter, n in told.items() if n[i] >= _TELLS_A_LETTER and 2 * n[i] > 3 * n[1 - i]}
            for i in (0, 1)
        ]
        return frozenset(sides[0]), frozenset(sides[1])

    @property
    def _one_is_control(self) -> bool:
        return bool(_CONTROL.search(self.comparator)) != bool(_CONTROL.search(self.intervention))

    @property
    def _control_is_comparator(self) -> bool:
        return bool(_CONTROL.search(self.comparator)) or not _CONTROL.search(self.intervention)

    def _named(self, text: str) -> Iterator[Mark]:
        outcome = self._words[2] - self._words[0] - self._words[1]
        for word, start, end in words(text):
            keys = {_key(word), *(_key(part) for part in word.split("/") if part)}
            for kind, known in (("I", self._own[0]), ("C", self._own[1]), ("O", outcome)):
                if word.lower() not in _IDLE and keys & known:
                    yield start, end, kind
                    break

    def _less(self, text: str, found: list[Mark]) -> Iterator[Mark]:
        """Where one arm is the other and more: what both have, without the "more" beside it, names the other."""
        more = "I" if not self._own[1] and self._own[0] else "C" if not self._own[0] and self._own[1] else None
        if more is None:
            return
        less = "C" if more == "I" else "I"
        both = {w for w in self._words[0] & self._words[1] if w[0] != "#"} - self._words[2]
        told = [(start, end) for start, end, kind in found if kind == more]
        for word, start, end in words(text):
            if _key(word) in both and not any(start - b < _BESIDE and a - end < _BESIDE for a, b in told):
                yield start, end, less
        yield from _all(_ALONE, text, less)

    def _lettered(self, text: str) -> Iterator[Mark]:
        for found in _LETTER.finditer(text):
            place = next(i for i, letter in enumerate(found.groups(), 1) if letter)
            for kind, known in zip("IC", self._letters, strict=True):
                if found.group(place) in known:
                    yield found.start(place), found.end(place), kind


def _key(word: str) -> str:
    if word[0].isdigit():
        return "#" + word.replace("·", ".")
    low = word.lower().replace("’", "'")
    return next((low[: -len(end)] for end in _ENDINGS if low.endswith(end) and len(low) - len(end) > 3), low)


def _content(text: str) -> set[str]:
    return {
        _key(word) for word, _, _ in words(text) if word.lower() not in _IDLE and (len(word) > 1 or not word.islower())
    }


def _distinct(one: frozenset[str], other: frozenset[str], outcome: frozenset[str]) -> frozenset[str]:
    own = one - other
    named = {word for word in own if word[0] != "#"}
    return frozenset(named - outcome or named or own)


def _letters(text: str) -> set[str]:
    return {next(filter(None, found.groups())) for found in _LETTER.finditer(text)}


@cache
def _abbreviations(report: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Abbreviations in brackets with the words before them whose initials they are."""
    told: dict[str, frozenset[str]] = {}
    for found in _ABBREVIATION.finditer(report):
        initials = [letter.lower() for letter in found[1] if letter.isupper()]
        before = [word for word, _, _ in words(report[max(0, found.start() - 120) : found.start()])][
            -2 * len(initials) - 3 :
        ]
        start = len(before)
        for letter in reversed(initials):
            start = next((i for i in range(start - 1, -1, -1) if before[i][0].lower() == letter), -1)
            if start < 0:
                break
        long = frozenset(word for word in _content(" ".join(before[max(0, start) :])) if word[0] != "#")
        if len(initials) > 1 and start >= 0 and long:
            told.setdefault(_key(found[1]), long)
    return tuple(told.items())


def _all(pattern: re.Pattern[str], text: str, kind: str) -> Iterator[Mark]:
    return ((found.start(), found.end(), kind) for found in pattern.finditer(text))


def _free(taken: list[Mark], mark: Mark) -> bool:
    return not any(start < mark[1] and mark[0] < end for start, end, _ in taken)


def _joined(marks: list[Mark], text: str) -> list[Mark]:
    joined: list[Mark] = []
    for start, end, kind in marks:
        if joined and joined[-1][2] == kind and not re.search(r"[;:.]\s|\w+\W+\w+\W+\w+", text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], end, kind)
        else:
            joined.append((start, end, kind))
    return joined
