"""Parts of a guideline beside its advice: why it was given, what other bodies say, what words mean, what to study.

They speak in the words of advice ("the committee agreed that adults should be offered it because …") and advise
nothing of their own. A part is known by a heading over it, or by the word that opens a paragraph ("Rationale. …").
"""

import re
from collections.abc import Iterator, Sequence

from quoth.evidence.guideline.blocks import Block
from quoth.text.later import compile_later

__all__ = ["advising"]

_BODY = r"(?:committee|panel|group|guideline group|task force|working group|we)"
_WHY = (
    r"(?:rationales?|justifications?|reasoning|(?:summary of |supporting |review of )?(?:the )?evidence(?: base"
    r"| summary| review| profile| statements?| synthesis)?|evidence to decision)"
)
_OTHERS = r"(?:other|existing|previous|international|national)"
_BESIDE = compile_later(
    rf"\s*(?:[\dA-Z][\d.]*\s+)?(?:why (?:the )?{_BODY}\b.*|(?:the )?{_WHY}(?: (?:and|for|behind)\b.*)?"
    rf"|how (?:the |our |these )?recommendations? (?:might|may|will|could) affect\b.*"
    rf"|terms (?:used|and definitions)\b.*|what {_OTHERS} (?:guidelines|bodies|organi[sz]ations|societies"
    rf"|countries) (?:say|recommend|advise)\b.*|(?:the )?{_OTHERS} (?:guidelines|guidance)|recommendations? (?:of|from"
    rf"|by|in) {_OTHERS}\b.*"
    rf"|(?:comparison|agreement|concordance|consistency|differences?|relation(?:ship)?) (?:with|to|from|between)"
    rf" {_OTHERS} (?:guidelines|guidance|recommendations)\b.*"
    r"|(?:key )?(?:recommendations? for )?(?:future |further )?research(?: recommendations?| questions?| gaps"
    r"| priorities| needs| agenda)?"
    r"|(?:declarations? of |conflicts? of |competing )interests?\b.*|disclosures?|funding\b.*|acknowledge?ments?"
    r"|(?:grading|rating|strength) of (?:the )?recommendations?|methods (?:and|of) grading\b.*)\s*[.:]?\s*",
    re.IGNORECASE,
)
_OPENS = compile_later(rf"(?:{_WHY}|background|why (?:this|we|it)\b[^.:\n]{{0,60}})\s*(?:[.:–—]\s|\Z)", re.IGNORECASE)
_REFERENCE = compile_later(r"\W*(?:\d{1,3}[\].]\s*)?[A-Z][\w’'-]+ [A-Z]{1,3}\b[^\n]{0,600}?\b(?:19|20)\d\d ?; ?\d")
"""An entry of a list of references: its title may recommend."""
_GRADED = compile_later(r"[(\[][^()\[\]]{1,80}[)\]]\W*\Z")
"""Advice with its grade is no reason, wherever it stands."""
_ALONE_CHARS = 60


def advising(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks that may advise: under no such heading, opened by no such word, no entry of a list of references."""
    announced = False
    for block in blocks:
        words = text[block.start : block.end]
        opens = _OPENS.match(words) is not None
        told = opens or (announced and not _GRADED.search(words)) or _REFERENCE.match(words) is not None
        if not (told or any(_BESIDE.fullmatch(name) for name in block.headings)):
            yield block
        announced = opens and len(words) < _ALONE_CHARS and _OPENS.fullmatch(words.strip()) is not None
