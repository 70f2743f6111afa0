"""What a free paraphrase lost or gained against the words that it cites, by rules alone.

A measured judge may say that a sentence is borne; these rules have to hold besides, and no judge can lift them: every
number with its sign, relation and unit stands in the source, in the same order, an estimate never without its interval;
every name is one of the source's; negations are as many; and the classes of `quoth.model.paraphrase_rules` are kept. A
sentence may repeat a part of what it cites only where the rest holds no limit.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from quoth.check.near_copies import is_near_copy, speaks_of_something_else
from quoth.check.word_classes import pattern_of
from quoth.model import QualifierKind, Statement
from quoth.model.paraphrase_rules import (
    COUNTED,
    LIMITING,
    MAY_BE_LEFT_OUT,
    MEASURE_NAMES,
    WORD_CLASSES,
    WordClass,
)
from quoth.text import fold, stem
from quoth.text.later import compile_later

__all__ = ["unheld"]

LONGEST = 700
"""Characters of a paraphrase."""
_MOST_PARTS = 6
_NUMBER = compile_later(
    r"(?P<relation>[<>≤≥]=?)?\s*(?P<sign>(?<![\d\w])[-+](?=[.·]?\d))?(?P<value>\d+(?:,\d{3})*(?:[.·]\d+)?|(?<!\d)[.·]\d+)"
    r"(?:\s?-?(?P<unit>%|[a-zµμ]+(?:/[a-z]+)?))?"
)
_WORD_NUMBER = compile_later(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|twice|half|double[ds]?|"
    r"third|quarter|two-thirds|twofold)\b"
)
_VALUES = "two three four five six seven eight nine ten eleven twelve"
_VALUE = {word: str(at) for at, word in enumerate(_VALUES.split(" "), start=2)} | {
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
}
_TENS = compile_later(r"\b(twenty|thirty|forty|fifty)-(two|three|four|five|six|seven|eight|nine)\b")
_ODDS = compile_later(r"\bOR\b")
_NEEDED = compile_later(r"\bnumbers? needed(?: to (?:treat|harm))?\b")
_BOUNDS = (
    (compile_later(r"> ?or ?= ?"), "≥"),
    (compile_later(r"< ?or ?= ?"), "≤"),
    (compile_later(r"\b(?:at least|no less than|not less than|a minimum of) ?(?=\d)"), "≥"),
    (compile_later(r"\b(?:at most|up to|no more than|not more than|at or (?:under|below)|a maximum of) ?(?=\d)"), "≤"),
    (compile_later(r"\b(?:more than|greater than|over|above|exceeding) ?(?=\d)"), ">"),
    (compile_later(r"\b(?:less than|fewer than|under|below) ?(?=\d)"), "<"),
    (compile_later(r"\b(?=(\d[\d.,]*(?: ?[a-z%/]+){0,3}? or (?:more|over|above|older|longer|later|higher)\b))"), "≥"),
    (
        compile_later(r"\b(?=(\d[\d.,]*(?: ?[a-z%/]+){0,3}? or (?:less|under|below|younger|fewer|shorter|lower)\b))"),
        "≤",
    ),
)
"""Bounds in words, each with its sign: "at or under 4 g" and "4 g or less" are one, "over 4 g" is another."""
_OR_MORE = compile_later(
    r"(?<=[≥≤])(\d[\d.,]*(?: ?[a-z%/]+){0,3}?) or (?:more|over|above|older|longer|later|higher|less|under|below|younger"
    r"|fewer|shorter|lower)\b"
)
_ARM_AFTER = compile_later(
    r"\b(?:with|for|in|on|among|against|by|of|vs|versus|than|to) (?:the |a |an )?(?P<arm>[a-z][a-z-]{3,})"
)
_ARM_BEFORE = compile_later(r"\b(?P<arm>[a-z][a-z-]{3,}),? (?:was |were |is |are |had |at )?(?=[-+<>≤≥]?\d)")
_UNIT_WORDS = (
    "% percent mg g kg µg μg mcg ug ml l dl mmol umol nmol mol iu u mm cm m mmhg kpa point points day week month year "
    "hour minute min second session time fold degree mg/dl mg/day mg/kg mmol/l ng/ml g/day kcal "
    "hundred thousand million billion"
)
_UNITS = frozenset(_UNIT_WORDS.split(" "))
_ESTIMATE = compile_later(
    r"(?P<estimate>[-+]?\d+(?:[.]\d+)?)[^\d();]{0,25}?\(?"
    r"(?:9[059](?:\.\d)?% ?(?:ci|cri|confidence interval)[^\d]{0,5})?\(?"
    r"(?P<low>[-+]?\d+(?:[.]\d+)?)(?: to |-|, ?)(?P<high>[-+]?\d+(?:[.]\d+)?)\)"
)
_SPREAD_OF = compile_later(
    r"(?P<estimate>\d+(?:[.]\d+)?)[^\d()]{0,25}[(\[](?P<inside>[^()\[\]]*\b(?:ci|cri|confidence|interquartile|iqr|sd|sem?|"
    r"range)\b[^()\[\]]*)[)\]]"
)
_LEVELS = frozenset({"90", "95", "99"})
_RANGE = compile_later(r"(?P<low>\d+(?:\.\d+)?)(?: to |-)(?P<high>\d+(?:\.\d+)?)(?![\w])")
_MARKUP = compile_later(r"[<>](?=[a-zA-Z/!])|https?:|www\.|[{}\[\]\\`|*_]{2}|\]\(")
_NAME = compile_later(r"\b(?=[\w-]*[A-Z0-9][\w-]*[A-Z])[A-Za-z][\w-]+\b|(?<=[a-z,;] )[A-Z][a-z]{2,}\b")
_DRUG = compile_later(
    r"\b[a-z]*(?:mab|pril|statin|sartan|olol|azole|cillin|mycin|floxacin|oxetine|prazole|dipine|azepam|tinib|vir|triptan"
    r"|gliptin|glitazone|gliflozin|glutide|formin|caine|profen|coxib|fenac|sone|solone|lukast|parin|platin|taxel|rubicin"
    r"|dronate|cycline|oxaban|semide|thiazide|idone|apine|barbital|phylline|terol|tropium|setron|cept|triptyline|amide"
    r"|amol|pentin|furantoin|prim|biotic|inhibitor|agonist|vaccine|proxen|aspirin|steroid|insulin|lithium)s?\b"
)
_SIDES = compile_later(r"\b(?:than|versus|vs|compared (?:with|to)|relative to|against)\b")
_SPLIT = compile_later(r"(?<=[a-z0-9)%])[.;:]\s+")
_TOKEN = compile_later(r"[a-zµμ][\w'-]*|\d[\d.]*")


def unheld(sentence: str, cited: Sequence[Statement]) -> tuple[str, ...]:
    """What the paraphrase does not hold, a word each ("number", "negation"…); empty where everything holds.

    Args:
        sentence: the paraphrase, as written.
        cited: the statements that it cites, one or two.
    """
    if not 1 <= len(cited) <= 2 or not sentence.strip() or len(sentence) > LONGEST or not _is_plain_line(sentence):
        return ("form",)
    if any(qualifier.kind is QualifierKind.CONTEXT for statement in cited for qualifier in statement.qualifiers):
        return ("context",)
    best: tuple[str, ...] = ("form",)
    source = " ".join(statement.quote.text for statement in cited)
    for part in _parts(source):
        broken = tuple(dict.fromkeys(_broken(sentence, part)))
        if not broken:
            return ()
        best = broken if best == ("form",) or len(broken) < len(best) else best
    return best


def _is_plain_line(sentence: str) -> bool:
    """Whether a sentence is letters, figures and marks on one line: no markup, no hidden or directing characters."""
    return sentence.isprintable() and not _MARKUP.search(sentence) and sentence == " ".join(sentence.split())


def _parts(source: str) -> Iterator[str]:
    """The cited words, whole first; then what is left when parts without any limit are left out."""
    yield source
    parts = _SPLIT.split(source)
    if not 1 < len(parts) <= _MOST_PARTS:
        return
    free = [at for at, part in enumerate(parts) if not _limits(part)]
    for count in range(1, len(free) + 1):
        for out in combinations(free, count):
            kept = [part for at, part in enumerate(parts) if at not in out]
            if kept:
                yield ". ".join(kept)


def _limits(part: str) -> bool:
    """Whether a part holds others to something: a negation, a doubt, whom it is about, a contrast or a condition."""
    words = _words(part)
    return any(
        _count(each, words) for each in WORD_CLASSES if each.group in LIMITING or each.name in ("but", "if", "only")
    )


def _broken(sentence: str, source: str) -> Iterator[str]:
    said, cited = _words(sentence), _words(source)
    numbers, known = _numbers(said), _numbers(cited)
    if not _in_order(numbers, known):
        yield "number"
    values = {value for _, value, _ in numbers}
    for found in _ESTIMATE.finditer(cited):
        bare = [found[name].lstrip("-+").replace("·", ".") for name in ("estimate", "low", "high")]
        if bare[0] in values and not {bare[1], bare[2]} <= values:
            yield "interval"
    for found in _SPREAD_OF.finditer(cited):
        inside = {value for _, value, _ in _numbers(found["inside"])} - _LEVELS
        if found["estimate"] in values and not inside <= values:
            yield "interval"
    for found in _RANGE.finditer(cited):
        if (found["low"] in values) != (found["high"] in values):
            yield "interval"
    for each in WORD_CLASSES:
        one, other = _count(each, said), _count(each, cited)
        if each.name in COUNTED:
            broken = one != other
        elif each.group in MAY_BE_LEFT_OUT and not (each.group == "measure" and numbers):
            broken = bool(one) and not other
        else:
            broken = bool(one) != bool(other)
        if broken:
            yield each.group
    if _names(sentence) - _names(source, loose=True) or set(_DRUG.findall(said)) - set(_DRUG.findall(cited)):
        yield "name"
    if not _same_sides(said, cited) or not _same_arms(said, cited):
        yield "comparator"
    if is_near_copy(said, cited):
        yield "near copy"
    if speaks_of_something_else(said, cited):
        yield "something else"


def _words(text: str) -> str:
    """Folded, in lower case; "OR" is a measure and no "or", and "number needed to treat" no need."""
    text = _ODDS.sub("odds ratio", fold(text)).lower().replace("·", ".")
    for name, short in MEASURE_NAMES:
        text = text.replace(name, short)
    text = _TENS.sub(lambda found: str(int(_VALUE[found[1]]) + int(_VALUE[found[2]])), text)
    for bound, sign in _BOUNDS:
        text = bound.sub(sign, text)
    return _NEEDED.sub("nnt", _OR_MORE.sub(r"\1", text))


def _numbers(text: str) -> list[tuple[str, str, str]]:
    """(sign and relation, value, unit) of every number, in order; a unit of no list is none."""
    found: list[tuple[int, tuple[str, str, str]]] = []
    for match in _NUMBER.finditer(text):
        unit = (match["unit"] or "").removesuffix("s")
        unit = "%" if unit in ("percent", "per") and "per" in (match["unit"] or "") else unit
        value = match["value"].replace(",", "")
        found.append(
            (
                match.start("value"),
                ((match["relation"] or "") + (match["sign"] or ""), value, unit if unit in _UNITS else ""),
            )
        )
    found += [(match.start(), ("", _VALUE.get(match[0], match[0]), "")) for match in _WORD_NUMBER.finditer(text)]
    return [each for _, each in sorted(found)]


def _in_order(numbers: Sequence[tuple[str, str, str]], known: Sequence[tuple[str, str, str]]) -> bool:
    """Whether the numbers stand among the known ones in this order; a unit may be left unsaid by the source alone."""
    rest = iter(known)
    return all(any(one[:2] == two[:2] and one[2] == two[2] for two in rest) for one in numbers)


def _count(each: WordClass, text: str) -> int:
    return len(pattern_of(each).findall(text))


def _names(text: str, *, loose: bool = False) -> set[str]:
    """Names told by their capitals, in lower case; `loose` takes every word, to look names up in."""
    if loose:
        return {word.lower() for word in re.findall(r"[A-Za-z][\w-]*", text)}
    return {match[0].lower() for match in _NAME.finditer(text)}


def _same_sides(said: str, cited: str) -> bool:
    """Whether nothing changed its side of the first comparison."""
    one, other = _SIDES.search(said), _SIDES.search(cited)
    if one is None or other is None:
        return True
    left, right = _stems(cited[: other.start()]), _stems(cited[other.end() :])
    said_right, said_left = _stems(said[one.end() :]), _stems(said[: one.start()])
    return not said_right & (left - right) and not said_left & (right - left)


def _same_arms(said: str, cited: str) -> bool:
    """Whether those to whom numbers belong stand in the same order among the numbers, which keep theirs."""
    one, other = _arms(said), _arms(cited)
    both = [arm for arm in one if arm in other]
    return all(other[first] <= other[second] for first, second in combinations(both, 2) if one[first] < one[second])


def _arms(text: str) -> dict[str, int]:
    """The words that numbers may belong to, each with how many numbers stand before it; what stands twice is none."""
    found: dict[str, int] = {}
    twice: set[str] = set()
    for place in sorted(
        {match.span("arm") for pattern in (_ARM_AFTER, _ARM_BEFORE) for match in pattern.finditer(text)}
    ):
        arm = stem(text[slice(*place)])
        twice |= {arm} & found.keys()
        found[arm] = len(_NUMBER.findall(text[: place[0]]))
    return {arm: before for arm, before in found.items() if arm not in twice}


def _stems(text: str) -> set[str]:
    return {stem(word) for word in _TOKEN.findall(text) if len(word) > 3}
