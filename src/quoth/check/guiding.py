"""What is offered as guidance beside recommendations is worded so that it guides, by the table `guidance_rules`.

Sentences of guidelines that merely tell of an illness, of studies or of the guideline itself are no guidance, and no
editor annotated them as such: it is a kind of running text alone.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from quoth.check.context import Ctx
from quoth.model import Fault, FaultKind, Fidelity, FindingKind, Form
from quoth.model.guidance_rules import BESIDE, GUIDING, GUIDING_HEAD, TOLD_HEAD
from quoth.text.later import compile_later

__all__ = ["guidance_guides", "why_no_guidance"]

READ_CHARS = 2_000
_KEPT_SENTENCES = 8_192
_ROW = re.compile(r" \| ")
_HEADED = re.compile(r"\s*(?P<head>[^:]{1,80}?)\s*: ")
_HEAD, _TOLD_HEAD = compile_later(GUIDING_HEAD, re.IGNORECASE), compile_later(TOLD_HEAD, re.IGNORECASE)


def guidance_guides(ctx: Ctx) -> Iterator[Fault]:
    """Every row of guidance is out of a guideline's own full text, in words that guide."""
    for read in ctx.reads:
        if read.statement.kind is not FindingKind.GUIDANCE:
            continue
        why = why_no_guidance(read.statement.quote.text[:READ_CHARS])
        text = read.rendition
        if read.annotation is not None:
            why = "is what an editor annotated as something else"
        elif text is not None and (text.form is not Form.FULL_TEXT or text.fidelity is not Fidelity.VERBATIM):
            why = f"stands in a {text.fidelity.value} {text.form.value}"
        if why:
            yield Fault(FaultKind.NOT_A_FINDING, read.statement.id, f"offered as guidance, it {why}")


@lru_cache(maxsize=_KEPT_SENTENCES)
def why_no_guidance(words: str) -> str | None:
    """What keeps a sentence from being guidance; `None` where its words guide."""
    if _ROW.search(words):
        return _why_no_row(words)
    lines = words.split("\n")
    beside, rules = _tables()
    if any(beside.search(line) for line in lines):
        return "is about the guideline itself"
    for tells, unless in rules:
        if unless.search(words) is None and any(tells.search(line) for line in lines):
            return None
    return "says nothing that a reader could follow"


def _why_no_row(words: str) -> str | None:
    """Whether the heads of a row's columns let it guide."""
    cells = _ROW.split(words)
    heads = [found["head"] for cell in cells if (found := _HEADED.match(cell))]
    if len(heads) < len(cells) - 1:
        return "is a row of a table, without its heads"
    if any(_TOLD_HEAD.fullmatch(head) for head in heads):
        return "is a row of a table that tells of studies or explains words"
    return None if any(_HEAD.fullmatch(head) for head in heads) else "is a row of a table that tells nobody what to do"


@cache
def _tables() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]]:
    return re.compile(BESIDE), tuple((re.compile(rule.pattern), re.compile(rule.unless)) for rule in GUIDING)
