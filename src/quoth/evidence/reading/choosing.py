"""The few sentences of one text that carry the evidence for a question.

Likeness to the question alone picks introductions, which name everything and report nothing. So a sentence also counts
for the figures that it reports, for telling who was studied and what was found, and for standing in the abstract; it
loses where it introduces or speaks of other people's work. The weights were set by hand and are data here, so that they
can be argued with; `quoth bench run evidencebench` holds them against readers' own choices.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from quoth.evidence.fitting.question_terms import asked
from quoth.evidence.fitting.terms import Sought
from quoth.lexicon import Lexicon
from quoth.model import Question, SectionRole
from quoth.text.later import compile_later

__all__ = ["Chosen", "Line", "Part", "choose", "figures_counted", "tells_who"]


class Part(StrEnum):
    """Where in a report a sentence stands, as far as it matters here."""

    HEADING = "heading"
    ABSTRACT = "abstract"
    INTRODUCTION = "introduction"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or heading of a text, in order."""

    text: str
    part: Part = Part.BODY
    role: SectionRole = SectionRole.OTHER
    """Of a sentence of the abstract, where it is known."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A chosen line: its place in the text, what speaks for it in all and in words."""

    index: int
    score: float
    because: tuple[str, ...]
    covers: tuple[str, ...] = ()
    """What of the question it speaks of, in the question's words."""


_OF_ABSTRACT, _FIGURES, _TOLD, _WHO, _LENGTH = 0.45, 0.6, 0.1, 0.15, 0.1
_AIM_OR_BACKGROUND, _INTRODUCES, _OTHERS_WORK, _FRAGMENT = -0.3, -0.15, -0.1, -0.3
_MANY_FIGURES = 3
_SHORT_CHARS, _LONG_CHARS, _READ_CHARS = 40, 300, 2_000
_SAME_WORDS_SHARE = 0.8
"""A later line that shares this much of its words with a chosen one says it again."""
_KEPT_TEXTS = 8_192

_WORD = compile_later(r"[^\W_]+")
_NUMBER = compile_later(r"(?<![A-Za-z\d])\d+(?:[.,·]\d+)*")
_NOT_MEASURED = compile_later(
    r"\([^()]{0,200}(?:19|20)\d\d[a-z]?\b[^()]{0,200}\)|\[[\d,;–\- ]{1,40}\]"
    r"|\b(?:tables?|figs?\.?|figures?|refs?\.?) ?\d+\w?|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""References, tables, figures and years count nothing."""
_WHO_WORDS = (
    r"(?:patients|cases|controls|subjects|women|men|children|adults|participants|individuals|persons|people|males"
    r"|females|volunteers|families|infants|workers|employees|donors|deaths|rats|mice|hamsters|rabbits|dogs|animals|samples"
    r"|specimens|tumou?rs|trials|studies)"
)
_TELLS_WHO = compile_later(
    rf"\b\d[\d,]*\s+(?:[\w-]+ ){{0,4}}{_WHO_WORDS}\b"
    r"|\b(?:case[- ]control|cohort|cross[- ]sectional|prospective|retrospective|randomi[sz]ed) (?:\w+ )?"
    r"(?:study|trial|analysis)\b|\bwere (?:recruited|enrolled|randomi[sz]ed|randomly|treated with|exposed to|fed"
    r"|injected|obtained from|collected from|included|selected|matched|divided|followed)\b",
    re.IGNORECASE,
)
_TELLS_RESULT = compile_later(
    r"\bp ?[<=>≤] ?0?\.\d|\b95 ?%? ?(?:ci|confidence)\b|\b(?:odds|risk|hazard|rate) ratios?\b|\brelative risks?\b"
    r"|\bsignificant(?:ly)?\b|\bcompared (?:with|to)\b"
    r"|\b(?:higher|lower|increased|decreased|reduced|associated|association|no difference|did not|observed|showed"
    r"|detected)\b|\b(?:was|were) found\b",
    re.IGNORECASE,
)
_SPEAKS_OF_OTHERS = compile_later(
    r"\bet al\b|\(\s*[A-Z][\w’'-]+(?: and [A-Z][\w-]+| & [A-Z]\w+)?,? (?:19|20)\d\d|\[\d+[,\]\-–]"
    r"|\b(?:[Pp]revious|[Ee]arlier|[Oo]ther) (?:stud|report|investig|work|author)"
    r"|\bha(?:s|ve) (?:been )?(?:reported|shown)\b"
)


def choose(question: Question, lines: Sequence[Line], lexicon: Lexicon, *, k: int = 10) -> tuple[Chosen, ...]:
    """The `k` lines that say most about the question, best first; ties keep the order of the text.

    Headings and lines that say a chosen one again are never chosen. A question without words, or
    none of whose words stands in the text, gets the lines that report most.
    """
    terms = asked(question, lexicon).terms
    read = [terms.read(line.text[:_READ_CHARS]) for line in lines]
    covered = [terms.found(seen) for seen in read]
    rarity = _rarity(covered, len(lines))
    top = max((sum(rarity[one.name] for one in found) for found in covered), default=0.0) or 1.0
    scored = [
        (sum(rarity[one.name] for one in found) / top + _worth(line), index)
        for index, (line, found) in enumerate(zip(lines, covered, strict=True))
        if line.part is not Part.HEADING
    ]
    chosen: list[Chosen] = []
    words: list[frozenset[str]] = []
    for score, index in sorted(scored, key=lambda pair: (-pair[0], pair[1])):
        if len(chosen) == k:
            break
        own = frozenset(_words_of(lines[index].text))
        if any(_again(own, other) for other in words):
            continue
        words.append(own)
        covers = tuple(one.words or one.name for one in covered[index])
        chosen.append(Chosen(index, round(score, 4), _because(lines[index], covers), covers))
    return tuple(chosen)


@lru_cache(maxsize=_KEPT_TEXTS)
def figures_counted(text: str) -> int:
    """How many figures a sentence reports; years, references and numbers of tables are none."""
    return len(_NUMBER.findall(_NOT_MEASURED.sub(" ", text[:_READ_CHARS])))


def tells_who(text: str) -> bool:
    """Whether a sentence tells how many of whom were studied, or how they came to be."""
    return _TELLS_WHO.search(text[:_READ_CHARS]) is not None


def _rarity(covered: Sequence[Sequence[Sought]], n_lines: int) -> dict[str, float]:
    """The weight of what is sought in this text: what stands in every line tells none apart."""
    counts = Counter(one.name for found in covered for one in found)
    weights = {one.name: one.weight for found in covered for one in found}
    return {
        name: weights[name] * math.log(1 + (n_lines - count + 0.5) / (count + 0.5)) for name, count in counts.items()
    }


def _worth(line: Line) -> float:
    """What speaks for a line whatever the question is."""
    text = line.text[:_READ_CHARS]
    aside = line.role in (SectionRole.BACKGROUND, SectionRole.OBJECTIVE)
    worth = _FIGURES * min(_MANY_FIGURES, figures_counted(line.text)) / _MANY_FIGURES
    worth += _LENGTH * min(len(text), _LONG_CHARS) / _LONG_CHARS
    parts = (
        (_WHO, tells_who(text)),
        (_TOLD, _TELLS_RESULT.search(text) is not None),
        (_OTHERS_WORK, _SPEAKS_OF_OTHERS.search(text) is not None),
        (_FRAGMENT, len(text) < _SHORT_CHARS),
        (_OF_ABSTRACT, line.part is Part.ABSTRACT),
        (_AIM_OR_BACKGROUND, line.part is Part.ABSTRACT and aside),
        (_INTRODUCES, line.part is Part.INTRODUCTION),
    )
    return worth + sum(weight for weight, holds in parts if holds)


def _because(line: Line, covers: Sequence[str]) -> tuple[str, ...]:
    """What speaks for a line, in a reader's words."""
    count = figures_counted(line.text)
    reasons = (
        ("speaks of " + ", ".join(covers), bool(covers)),
        ("reports a figure" if count == 1 else f"reports {count} figures", count > 0),
        ("tells who was studied", tells_who(line.text)),
        ("in the abstract", line.part is Part.ABSTRACT),
    )
    return tuple(words for words, holds in reasons if holds)


def _again(own: frozenset[str], other: frozenset[str]) -> bool:
    return len(own & other) >= _SAME_WORDS_SHARE * max(1, len(own | other))


def _words_of(text: str) -> list[str]:
    return _WORD.findall(text[:_READ_CHARS].casefold())
