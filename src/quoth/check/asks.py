"""What a recommendation asks for is borne by its words: advice against is no advice for, and "consider" is no "do".

An editor's mapping is held to the letter in `facts`. Here are the sentences of running text that nobody mapped. This
side asks less than the reader of guidelines: not what a sentence asks for, but whether its words can bear what is said.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from quoth.check.context import Ctx
from quoth.model import Action, Fault, FaultKind, FindingKind, QualifierKind
from quoth.model.against_rules import ADVISED_AGAINST, DENIED_TWICE, TOLD_BESIDE
from quoth.model.asking_rules import ASKS_ANYWHERE, TELLS
from quoth.model.surrounding_rules import ASKS, NEXT_ITEM
from quoth.text import sentences
from quoth.text.later import compile_later

__all__ = ["advice_asks", "asked_for", "why_not_asked"]

READ_CHARS = 4_000
_KEPT_SENTENCES = 8_192
GRADES = (QualifierKind.STRENGTH, QualifierKind.CERTAINTY)
_AGAINST = compile_later(
    r"\b(?:not|never|no|none|nobody|nor|neither|cannot|against|without|except|rather than|instead of)\b|n['’]t\b"
    r"|\b(?:avoid|contra-?indicat|discontinu|stop|ceas|withh[eo]ld|withdraw|discourag|refrain|unnecessary|inappropriate"
    r"|inadvisable|insufficient|obsolete|limit|caution|delay|defer|only)\w*"
    r"|\bD recommendation\b|\b[Gg]rade D\b|\b[Cc]lass III\b",
    re.IGNORECASE,
)
_PLAINLY_AGAINST = compile_later(
    r"(?:^|[.:;] )(?:please |routinely )?(?:do not|don['’]t|never|avoid)\b|(?<!not )\bbe avoided\b"
    r"|\bno longer recommended\b"
    r"|\b(?:should|must|shall|ought) (?:not|never)\b"
    r"|\b(?:recommend|advise|suggest)(?:s|ed)? (?:strongly )?against\b|\b(?:is|are) not (?:\w+ )?recommended\b",
    re.IGNORECASE,
)
_TWICE = compile_later(DENIED_TWICE, re.IGNORECASE)
_BESIDE = compile_later(TOLD_BESIDE, re.IGNORECASE)
_DENIED = tuple(compile_later(pattern, re.IGNORECASE) for pattern in ADVISED_AGAINST)
_MILD = compile_later(
    r"^(?:please )?consider\b|\b(?:may|can|could|might) (?:be )?(?:consider|offer|use|tri|giv)\w*\b"
    r"|\b(?:should|can|could|may) be considered\b|\b(?:we|panel|group) (?:conditionally )?suggests?\b",
    re.IGNORECASE,
)
_FIRM = compile_later(
    r"\bshould ?:|\b(?:recommend|must|shall|should (?!(?:\w+ )?(?:be )?consider)|ensure|indicated|required"
    r"|first[- ]line|of choice|necessary|essential|need|advise|strong)\w*|(?:^|[.:;,] ?|\band )(?:Offer|Use|Give"
    r"|Prescribe|Provide|Refer|Start|Measure|Monitor|Ask|Explain|Assess|Discuss|Inform|Treat|Stop|Encourage)\b"
    r"|\b[AB] recommendation\b",
    re.IGNORECASE,
)
_OPEN = compile_later(
    r"\b(?:insufficient (?:evidence|data)|evidence (?:is|was|remains) (?:insufficient|lacking|inconclusive|unclear)"
    r"|no recommendation|(?:neither for nor|for or|for nor|in favou?r of or) against|unable to recommend)\b"
    r"|\bI statement\b",
    re.IGNORECASE,
)
_IMPERATIVE = compile_later(ASKS)
_ASKING = tuple(compile_later(pattern, re.IGNORECASE) for pattern in ASKS_ANYWHERE)
_ITEM = compile_later(NEXT_ITEM)
_INDICATIVE = compile_later(TELLS, re.IGNORECASE)
_WORDED = re.compile(r"from '(?P<words>.{1,300})'", re.DOTALL)
_UNDECIDED = (
    "several recommendations stand in one sentence",
    "several grades stand in one sentence",
    "from the more careful of its grades",
    "the wording gives no direction",
)
# The name of a system of grading, which may hold brackets of its own: "VA/DoD (letters)".
_GRADED = re.compile(r"from its grade \([^()]{1,60}(?:\([^()]{1,30}\))?\)")


def asked_for(ctx: Ctx) -> Iterator[Fault]:
    """Advice that no editor mapped asks for what its own words ask for, and names words that stand in it."""
    for read in ctx.reads:
        statement = read.statement
        if statement.kind is not FindingKind.RECOMMENDATION or (read.annotation and read.annotation.action):
            continue
        reason = why_not_asked(statement.action, statement.quote.text)
        if reason:
            yield Fault(FaultKind.FACT_WRONG, statement.id, reason)
        by = statement.action_by
        worded = _WORDED.fullmatch(by) if by else None
        start = statement.quote.span.start
        above = (one.quote for one in statement.qualifiers if one.quote.span.start < start)
        said = (statement.quote.text, *(quote.text for quote in above))  # an item asks by the words that lead it in
        stands = worded is not None and any(worded["words"] in text for text in said)
        graded = any(one.kind in GRADES for one in statement.qualifiers) and _GRADED.fullmatch(by or "")
        if by and not (by in _UNDECIDED or stands or graded):
            yield Fault(FaultKind.FACT_WRONG, statement.id, f"its action is said to be {by[:120]!r}")


def advice_asks(ctx: Ctx) -> Iterator[Fault]:
    """No row of advice merely tells something: it asks, is graded, or is an item that asks by the words above it."""
    for read in ctx.reads:
        statement = read.statement
        if read.annotation or statement.kind is not FindingKind.RECOMMENDATION:
            continue
        if any(one.kind in GRADES for one in statement.qualifiers) or _ITEM.match(statement.quote.text):
            continue
        if _tells_only(statement.quote.text) and not any(_asks(one.quote.text) for one in statement.qualifiers):
            yield Fault(FaultKind.NOT_A_FINDING, statement.id, "offered as advice, it asks for nothing")


@lru_cache(maxsize=_KEPT_SENTENCES)
def _tells_only(words: str) -> bool:
    if _asks(words):
        return False
    return any(_INDICATIVE.search(words[start:end]) for start, end in sentences(words[:READ_CHARS]))


@lru_cache(maxsize=_KEPT_SENTENCES)
def _asks(words: str) -> bool:
    cut = [words[start:end] for start, end in sentences(words[:READ_CHARS])]
    return any(pattern.search(one) for one in cut for pattern in (_IMPERATIVE, *_ASKING))


def _is_against(text: str) -> bool:
    text = _TWICE.sub(" ", text)
    told = _BESIDE.sub(" ", text)
    text = told if _FIRM.search(told) or _MILD.search(told) else text
    return _PLAINLY_AGAINST.search(text) is not None or any(pattern.search(text) for pattern in _DENIED)


def _asks_first(text: str) -> bool:
    """Whether the first of several sentences asks for something: what another then warns of is not that."""
    first, *others = (text[start:end] for start, end in sentences(text))
    return bool(others) and not _is_against(first) and bool(_FIRM.search(first) or _MILD.search(first))


@lru_cache(maxsize=_KEPT_SENTENCES)
def why_not_asked(action: Action | None, words: str) -> str | None:
    """Why words cannot bear an action; `None` where they can. Nothing is asked of what is shown as undecided."""
    text = words[:READ_CHARS]
    if action is Action.DO_NOT and not _AGAINST.search(text):
        return f"{action.value!r}, where nothing in the words speaks against anything"
    if action in (Action.DO, Action.CONSIDER):
        if _is_against(text) and not _asks_first(text):
            return f"{action.value!r}, where the words advise against it"
        if _OPEN.search(text) and not (_FIRM.search(text) or _MILD.search(text)):
            return f"{action.value!r}, where the words leave it open"
    if action is Action.DO and _MILD.search(text) and not _FIRM.search(text):
        return f"{action.value!r}, where the words say no more than to consider it"
    return None
